"""What the laboratory of this study promises on screen."""

import re

from browser.labs import Lab, Sought, words

LAB = Lab(
    screen="PlanLab",
    app="03_accompagnement/application.ipynb#etape=regler",
    waiting="Pariez pour voir le plan",
    option="De 1 à 3 sur 10",
    button="Voir ce que le prêt change",
    sentence=re.compile(r"\d+ prêts pour \d+ demandes\s; \d+ familles sur \d+ ont une place en atelier"),
    claim=words("Prêter ne suffit pas"),
    results=(
        "Ce que les familles demandent",
        "Qui reçoit, et pourquoi",
        "Les ateliers",
        "Prêter suffit-il",
        "Comment leur écrire",
        "Avec qui",
        "Calendrier, coût, ce qu'on ignore",
        "À emporter",
    ),
    settings=(
        "Point de départ",
        "Ordinateurs à prêter",
        "Clés 4G à prêter",
        "Examens, zone, dates de prêt et de retour",
        "Créneaux et garde d'enfants",
        "Salles",
        "Qui anime",
        "Interprètes",
        "Thèmes d'atelier",
        "Taille des groupes",
        "Messagerie de départ",
        "Noms des partenaires",
        "Coûts supposés",
    ),
    sought=Sought("cles posse", "1 réglage répond", "Clés 4G à prêter"),
    charted="Qui reçoit, et pourquoi",
    advanced="Graine du hasard",
    changed={"school": "lp", "zone": "C", "until": "prochaines_vacances", "seed": 12},
)

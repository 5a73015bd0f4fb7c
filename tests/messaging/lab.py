"""What the laboratory of this study promises on screen."""

import re

from browser.labs import Lab, Sought, words

LAB = Lab(
    screen="Lab",
    app="01_messagerie_ent/application.ipynb#etape=regler",
    waiting="Pariez pour voir le résultat",
    option="De 1 à 5 sur 100",
    button="Voir qui n'est pas joint",
    sentence=re.compile(r"\d+ familles? sur \d+ .*laissées? de côté"),
    claim=words("ce qui est retenu paraît à la fin de la suspension"),
    results=(
        "Qui est joint",
        "Qui reste dehors",
        "Quand cela sonne",
        "Ce que disent les textes",
        "La semaine d'une famille",
        "Deux réglages côte à côte",
        "La part du hasard",
        "Ce qui me ferait changer d'avis",
        "Que changer en premier",
        "À emporter",
    ),
    settings=(
        "Par où passe chaque message",
        "Publication suspendue",
        "Heures calmes",
        "Notes, devoirs et envois groupés",
        "Qui peut écrire à qui",
        "Promesses et langues",
        "Ce que la simulation suppose",
    ),
    sought=Sought("ecole fict", "1 réglage répond", "Point de départ"),
    charted="Qui est joint",
    advanced="Graine du hasard",
    changed={"school": "ecole_6_classes", "weeks": 3, "seed": 12},
)

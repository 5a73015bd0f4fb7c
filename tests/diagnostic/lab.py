"""What the laboratory of this study promises on screen."""

import re

from browser.labs import Lab, Sought, words

LAB = Lab(
    screen="Diagnostic",
    app="02_diagnostic_familles/application.ipynb#etape=regler",
    waiting="Pariez pour voir le résultat",
    option="De 1 à 5 sur 20",
    button="Voir qui manque",
    sentence=re.compile(r"\d+ familles sur \d+ .*ont répondu"),
    claim=words("Qui ne répond pas compte aussi"),
    results=("Trois façons de demander", "Qui a répondu", "Deux axes", "Question par question", "À emporter"),
    settings=("Combien de familles compte l'école", "Ce qui peut être montré", "D'où viennent les réponses"),
    sought=Sought("ecole fict", "2 réglages répondent", "D'où viennent les réponses"),
    charted="Trois façons de demander",
    advanced="Graine du hasard",
    changed={"school": "ecole_6_classes", "ways": ("papier",), "threshold": 11, "seed": 12},
)

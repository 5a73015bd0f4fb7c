"""What the laboratory of this study promises on screen."""

import re

from browser.labs import Lab, words

LAB = Lab(
    screen="Essai",
    app="99_essai/application.ipynb#etape=regler",
    waiting="Pariez pour voir le résultat",
    option="De 1 à 10",
    button="Voir qui reste sans papier",
    sentence=re.compile(r"\d+ familles? restent? sans papier"),
    claim=words("une feuille par famille ne va pas de soi"),
    results=("La classe",),
    settings=("Combien de feuilles",),
    changed={"feuilles": 12},
)

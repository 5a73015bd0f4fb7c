"""What the laboratory of this study promises on screen: to be written once it has a bet."""

import re

from browser.labs import Lab

LAB = Lab(
    app="99_essai/application.ipynb",
    waiting="Pariez pour voir le résultat",
    option="Une famille",
    button="Voir qui reste sans papier",
    sentence=re.compile(r"\d+ familles? restent? sans papier"),
    claim=re.compile("sans papier"),
    results=("Qui reste sans papier",),
    settings=("Copies",),
)

"""Ce qu'un titre dit de la façon de répondre, et non de ce qui est demandé : « (une seule réponse) », « * »."""

from __future__ import annotations

import re

from liaison.base.letters import normal
from liaison.personal.identifying import title_words

# A group of words is an instruction when all are of these, and one is of the first.
_OF_ANSWERING = title_words(
    "reponse reponses choix case cases option options cocher cochez coche selectionner selectionnez choisir choisissez "
    "obligatoire obligatoires facultatif facultative facultatifs facultatives optionnel optionnelle requis requise "
    "answer answers choice choices required mandatory optional select tick"
)
_AROUND = title_words(
    "a all and apply as au aux champ chaque concernent concernant conviennent correspondant correspondent d de des "
    "deux et il l la le les ligne many max maximum merci min minimum moins multiple multiples one only ou par plait "
    "plus plusieurs possible possibles pour qu que question qui s seul seule seulement several single svp te that "
    "the tous toutes trois un une unique uniques veuillez vous votre vos you"
)
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
# Up to the end, or to where a box or a row begins.
_AFTER = re.compile(r"\s*(?:(?<=\s)[-–—:](?=\s)|(?<=[?:])|\n)\s*([^?\n()\[\]/]+?)\s*(?=[\[(/]|$)")
_STARS = re.compile(r"\s*\*+(?=\s|$)|^\*+\s*")


def without_instructions(title: str) -> str:
    """Return what a title asks, without how to answer it: in brackets anywhere, or after it; a star is one too."""
    bare = title
    for group in (_IN_BRACKETS, _AFTER):
        bare = group.sub(lambda words: "" if _is_instruction(words[1]) else words[0], bare)
    return _STARS.sub("", bare).strip() or title


def _is_instruction(words: str) -> bool:
    """Return whether some words only say how to answer."""
    if not words.strip(" *"):
        return "*" in words
    spoken = {word for word in normal(words).split() if not word.isdigit()}
    return bool(spoken & _OF_ANSWERING) and spoken <= _OF_ANSWERING | _AROUND


__all__ = ["without_instructions"]

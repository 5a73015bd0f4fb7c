"""Ce que valait une ligne du journal des remises avant qu'une colonne le dise : sa phrase, telle qu'elle était."""

from __future__ import annotations

from liaison.base.sentences import french_beside
from liaison.training.hand_in.line_words import State, Weight

phrase = french_beside(__file__)


_LESS = ("elle-est-vide", "pas-lisible", "textes-perdus", "moins-de-reponses")
_NOTHING = ("aucune-reponse", "reponses-illisibles")


def weight_said(state: State, reason: str) -> Weight:
    """Return what a line of a journal of nine columns says of a work, beside the one that counts."""

    def has(*keys: str) -> bool:
        return any(phrase(key) in reason for key in keys)

    if state == "recue" or (state == "en_retard" and has("apres-l-heure-compte")):
        return "rien" if has(*_NOTHING) else "oui"
    if state != "doublon":
        return "non"
    return "moins" if has(*_LESS) else "pareil" if has("meme-travail-que") else "non"


__all__ = ["weight_said"]

"""Ce qu'un effacement permet de dire des noms : pas plus que ce qui a été cherché, et pouvait l'être."""

from __future__ import annotations

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.training.hand_in.deciding import hour
from liaison.training.purge.erasure import Erasure
from liaison.training.session.definition import SessionFolder

phrase = french_beside(__file__)


def certificate(place: SessionFolder, proof: Erasure) -> str:
    """Return what can be said of the names once it is done: no more than was looked for, and could be."""
    none = phrase("aucun-nom-dans-le-lu" if proof.to_read or proof.not_read else "aucun-nom-dans-le-reste")
    if proof.certified:
        return f"{none} {proof.searched}".strip()
    if proof.reread_at:
        when = hour(proof.reread_at, place.session.zone)
        return f"{none} {phrase('vous-avez-dit', when=when)} {proof.searched}".strip()
    limits = [phrase("rien-n-assure")]
    if proof.not_read:
        limits.append(phrase("non-lus", n=len(proof.not_read), count=number(len(proof.not_read))))
        limits += [] if proof.doubted else [none]
    if proof.doubted:
        limits.append(phrase("douteux", n=proof.doubted, count=number(proof.doubted)))
    if proof.names_unclear:
        limits.append(phrase("sans-deux-mots", n=proof.names_unclear, count=number(proof.names_unclear)))
    return " ".join([*limits, proof.searched]).strip()


__all__ = ["certificate"]

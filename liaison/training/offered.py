"""Ce que chaque étude offre à la formation : ses genres de questions, ses fichiers d'équipe.

A subject says it in its own `offered.py`. One that does not load, or that gives a kind of question the name of another,
is left out whole and told where its exercise is opened: it stops no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import get_args

from liaison.base.sentences import french_beside
from liaison.module import shipped_modules, subjects_with
from liaison.questions.common import AnyQuestion, Matching, Multiple, Number, Ordering, Single, Text
from liaison.questions.team_file import TeamFile

phrase = french_beside(__file__)

OFFERED = "offered"
OF_EVERY_MODULE: tuple[type[AnyQuestion], ...] = (Single, Multiple, Ordering, Matching, Number, Text)


@dataclass(frozen=True)
class Offers:
    """What the subjects offer, each in the order of its module; `faults`: why that of a subject is left out."""

    kinds: tuple[type[AnyQuestion], ...]
    team_files: tuple[TeamFile, ...]
    faults: Mapping[str, str]


@cache
def offers() -> Offers:
    """Return what the subjects of this suite offer, read once."""
    return offers_of(subjects_with(OFFERED))


def offers_of(subjects: tuple[str, ...]) -> Offers:
    """Return what these subjects offer, the first to name a kind of question being the one that has it."""
    kinds, team_files, faults = [*OF_EVERY_MODULE], list[TeamFile](), dict[str, str]()
    owners = dict.fromkeys(map(_name_of, OF_EVERY_MODULE), phrase("toute-la-suite"))
    for subject in subjects:
        try:
            offered = import_module(f"liaison.{subject}.{OFFERED}")
            own = {_name_of(kind): kind for kind in getattr(offered, "QUESTIONS", ())}
            files = tuple(getattr(offered, "TEAM_FILES", ()))
        except Exception as error:  # somebody's own files: whatever is wrong with them, the others are there
            faults[subject] = phrase("ne-s-ouvre-pas", subject=subject, kind=type(error).__name__, error=error)
            continue
        if taken := next((name for name in own if name in owners), None):
            faults[subject] = phrase("deja-pris", name=taken, module=_modules(subject), other=owners[taken])
            continue
        owners |= dict.fromkeys(own, _modules(subject))
        kinds += own.values()
        team_files += files
    return Offers(tuple(kinds), tuple(team_files), faults)


def _name_of(kind: type[AnyQuestion]) -> str:
    (name,) = get_args(kind.model_fields["kind"].annotation)
    return str(name)


def _modules(subject: str) -> str:
    return ", ".join(f"« {module.name} »" for module in shipped_modules() if module.card.subject == subject) or subject


__all__ = ["Offers", "offers", "offers_of"]

"""Le registre des publications : ce qui a déjà été montré, pour qu'une publication de plus n'en dise pas trop.

`publications.json` stands beside the files of an export. It repeats counts that the export shows, and which cells it
hides; nothing that is not already published.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.publication.beside import ShownPlan
from liaison.diagnostic.questionnaire.questionnaire import PRESETS

phrase = french_beside(__file__)

FILE = "publications.json"
Count = Annotated[int, Field(ge=0)] | None
Key = tuple[str, str, str, str]


class PublicationError(FrenchError):
    """A register of publications that cannot be read, and what to do."""


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PublishedCell(_Written):
    """One cell: group, question, part, value, families (null: hidden), families of the group (null: hidden).

    `au_moins`, `au_plus`: the range in which families are told, equal to `effectif` when it is told (null: nothing is).
    Groups, or values, told together are written `a+b`.
    """

    groupe: str
    question: str
    partie: str
    valeur: str
    effectif: Count
    au_moins: Count
    au_plus: Count
    reponses: Count

    @property
    def key(self) -> Key:
        """Which cell it is."""
        return (self.groupe, self.question, self.partie, self.valeur)


class Publication(_Written):
    """One publication: its day, its grouping, its threshold, and every count that it shows or hides.

    `mots`: the words of a school's own form, as its tables write them; `Questionnaire.own_words` gives them.
    """

    date: dt.date
    questionnaire: str
    par: str
    seuil: Annotated[int, Field(ge=5)]
    mots: dict[str, str] = {}
    lignes: tuple[PublishedCell, ...]

    def counts(self) -> dict[Key, int | None]:
        """Return the families of each cell, None where hidden."""
        return {row.key: row.effectif for row in self.lignes}

    def ranges(self) -> dict[Key, tuple[float, float]]:
        """Return between how many and how many families each cell is told to have; 0 and inf where nothing is told."""
        return {row.key: (row.au_moins or 0, math.inf if row.au_plus is None else row.au_plus) for row in self.lignes}

    def sizes(self) -> dict[str, int | None]:
        """Return the families of each group, None where hidden."""
        return {row.groupe: row.reponses for row in self.lignes}


class Register(_Written):
    """Every publication of one school, or of one place, the oldest first; `ecole`: its name, when it is known.

    `plans`: those of the same families.
    """

    version: Literal[5]
    ecole: str = ""
    publications: tuple[Publication, ...]
    plans: tuple[ShownPlan, ...] = ()


def _with_ranges(old: dict[str, Any]) -> dict[str, Any]:
    """Return a register of version 1, in which a number was told exactly or not at all, as version 2 writes it."""

    def line(row: Any) -> Any:
        return (
            {**row, "au_moins": row.get("effectif"), "au_plus": row.get("effectif")} if isinstance(row, dict) else row
        )

    def with_ranges(publication: Any) -> Any:
        lines = publication.get("lignes") if isinstance(publication, dict) else None
        return {**publication, "lignes": [*map(line, lines)]} if isinstance(lines, list) else publication

    publications = old.get("publications")
    return {**old, "publications": [*map(with_ranges, publications)]} if isinstance(publications, list) else old


REGISTER = FileFormat(
    Register,
    5,
    partial(phrase, "un-registre-de-publications"),
    "version, publications",
    PublicationError,
    PRESETS / "publications",
    # 2: a register did not say of which school it was; 3: nor in which words its own form asks, nor which plans;
    # 4: nor what these plans hide.
    upgrades={1: _with_ranges, 2: dict, 3: dict, 4: dict},
)


def publication(diagnosis: AnswerIndicators, questionnaire: str, on: dt.date) -> Publication:
    """Return what these indicators show, as a register keeps it."""
    columns = list(PublishedCell.model_fields)
    rows = diagnosis.table[columns].itertuples(index=False, name=None)
    lines = [PublishedCell(**dict(zip(columns, (_plain(cell) for cell in row), strict=True))) for row in rows]
    return Publication(
        date=on,
        questionnaire=questionnaire,
        par=diagnosis.by,
        seuil=diagnosis.threshold,
        mots=dict(diagnosis.own_words),
        lignes=tuple(lines),
    )


def _plain(cell: object) -> object:
    if cell is pd.NA:
        return None
    return cell if isinstance(cell, str) else int(cell)  # type: ignore[call-overload]


def read_register(place: Path) -> Register:
    """Return the register of an export: its file, or the folder that holds it.

    Raises:
        PublicationError: there is none, or it is not one.
    """
    path = place / FILE if place.is_dir() else place
    if not path.is_file():
        raise PublicationError(phrase("registre-absent", place=place, file=FILE))
    return REGISTER.load(path)


def register_bytes(
    former: tuple[Publication, ...], new: Publication | None, school: str = "", plans: Sequence[ShownPlan] = ()
) -> bytes:
    """Return the register with one publication more, as it is written; one that says the same is not repeated."""
    own = (new.par, new.seuil, new.lignes) if new else None
    others = [each for each in former if (each.par, each.seuil, each.lignes) != own]
    shown_plans = tuple({(each.comptes, each.caches): each for each in plans}.values())
    register = Register(version=5, ecole=school, publications=(*others, *([new] if new else [])), plans=shown_plans)
    return (register.model_dump_json() + "\n").encode("utf-8")


__all__ = [
    "FILE",
    "REGISTER",
    "Publication",
    "PublicationError",
    "Register",
    "ShownPlan",
    "publication",
    "read_register",
    "register_bytes",
]

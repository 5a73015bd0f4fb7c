"""Ce que l'école dit aux familles de leurs données (RGPD, article 13) : une fiche qu'elle remplit, en neuf langues."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from liaison.base.dates import read_date
from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined, long_date
from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.questionnaire.phrases import Phrases

phrase = french_beside(__file__)

FILE = "information_familles.yaml"
# What the school has to say, as the command and the screen name it; the order is that of the sentences.
FIELDS = {
    "responsable": phrase("qui-est-responsable"),
    "lecteurs": phrase("qui-lit"),
    "jusqu_au": phrase("jusqu-a-quand"),
    "contact": phrase("a-qui-ecrire"),
    "delegue": phrase("le-delegue"),
}
LONGEST = 100  # signes : la feuille A5 garde ses deux pages dans les neuf langues


class InformationError(FrenchError):
    """A record that cannot be read, or that says nothing; in French."""


def _day(value: object) -> object:
    """Read a date as French writes it too; one that nobody has set yet is empty, as the other fields are."""
    if not isinstance(value, str):
        return value
    return read_date(value) or value.strip() or None


_Day = Annotated[dt.date | None, BeforeValidator(_day)]
_Filled = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)]


class Information(BaseModel):
    """What a school fills in, field by field; an empty field is one that it has not filled in yet."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    responsable: _Filled = ""
    lecteurs: _Filled = ""
    jusqu_au: _Day = None
    contact: _Filled = ""
    delegue: _Filled = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the fields that the school has not filled in yet."""
        return tuple(name for name in FIELDS if not getattr(self, name))


INFORMATION = FileFormat(
    Information,
    1,
    partial(phrase, "une-fiche-d-information"),
    f"version, {', '.join(FIELDS)}",
    InformationError,
    Path(__file__).parents[1] / "presets" / "information",
)


def information_text(record: Information) -> str:
    """Return a record as the YAML file that `INFORMATION.parse` reads and that a person can fill in."""
    return write_yaml(record.model_dump(mode="json"))


def still_true(record: Information, on: dt.date | None = None) -> Information:
    """Return the record without a day of erasure that is over: nobody can be promised it; `on`: today by default."""
    over = record.jusqu_au is not None and record.jusqu_au < (on or dt.date.today())
    return record.model_copy(update={"jusqu_au": None}) if over else record


def missing_words(record: Information, on: dt.date | None = None) -> str:
    """Return in French what is missing, or over, and what the families read instead; "" when nothing is."""
    missing = still_true(record, on).missing
    if not missing:
        return ""
    named = joined([FIELDS[name] for name in missing])
    over = "jusqu_au" in missing and record.jusqu_au
    if over:
        return typeset(phrase("incomplete-et-passee", missing=named, date=long_date(over)))
    return typeset(phrase("incomplete", missing=named))


# How answers are given: on paper or on the page of the suite, with a code; in a form of another tool, which may note
# who answers; in a survey that the suite sets to note nothing of it.
Way = Literal["suite", "formulaire", "anonyme"]


class FamilyNotice(NamedTuple):
    """What families read of their data: a title, sentences, and what the school has not said ("" when it has)."""

    title: str
    lines: tuple[str, ...]
    missing: str


def shown_to_families(
    form: Phrases, record: Information, on: dt.date | None = None, *, way: Way = "suite"
) -> FamilyNotice:
    """Return what families read of their data in a language, from what the school filled in; `on`: today by default.

    What does not depend on the school is always said: what the answers are for, that one may not answer, the rights,
    and whether the school can tell whose answers they are, which depends on the `way` that they are given.
    """
    record = still_true(record, on)

    def filled(name: str) -> list[str]:
        value = getattr(record, name)
        shown = form.language.written_day(value, "long") if isinstance(value, dt.date) else value
        # The sentence has its own full stop.
        return [form.frame(f"information-{name}", valeur=form.language.isolated(shown.rstrip(".")))] if shown else []

    lines = [
        *filled("responsable"),
        form.frame("information-but"),
        *filled("lecteurs"),
        *filled("jusqu_au"),
        " ".join(form.frame(f"information-{part}") for part in ("droits", f"reconnues-{way}", "plainte")),
        *filled("contact"),
        *filled("delegue"),
    ]
    unsaid = [form.frame(f"information-manque-{name}") for name in record.missing]
    return FamilyNotice(
        form.frame("information-titre"),
        tuple(lines),
        " ".join([form.frame("information-manque"), *unsaid]) if unsaid else "",
    )


__all__ = [
    "FIELDS",
    "FILE",
    "INFORMATION",
    "LONGEST",
    "FamilyNotice",
    "Information",
    "InformationError",
    "Way",
    "information_text",
    "missing_words",
    "shown_to_families",
    "still_true",
]

"""La correspondance : quelle colonne d'un fichier répond à quelle question, et quel mot y vaut quelle réponse.

Proposed from the headers and the first lines of a file (`proposed.py`), corrected on screen, kept as a file for the
next export.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as Named
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.letters import key, normal, signed_key
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.answers import LONGEST_NAME, Word
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.wording import Lexicon

phrase = french_beside(__file__)

# What says that nothing is answered, whatever is asked.
SAYS_NOTHING = (
    "sans réponse",
    "pas de réponse",
    "aucune réponse",
    "non renseigné",
    "n/a",
    "NA",
    "NR",
    "null",
    "no answer",
)
MISSING_NUMBERS = ("9", "99", "999", "-1", "-9", "-99")
# What says so of the questions of the suite; a school may well propose « Je ne sais pas », and count up to nine.
MISSING_CODES = (
    *MISSING_NUMBERS,
    "ne sait pas",
    "je ne sais pas",
    "NSP",
    "NSPP",
    "ne se prononce pas",
    "non concerné",
    "sans objet",
    *SAYS_NOTHING,
)
Separator = Literal[",", ";", "|", " ", "\n"]
SEPARATORS: tuple[Separator, ...] = (";", "|", "\n", ",", " ")
# How a hand joins several answers in one cell, whatever a tool puts between them.
_JOINT = re.compile(r"\s*[,;|/+&\n]\s*|\s+(?:et|and)\s+", re.IGNORECASE)
_MOST_PIECES = 60


TOGETHER = "+"  # entre les réponses d'un seul mot : « Tablette / smartphone » est tablette+smartphone
_WORD = r"[a-z][a-z0-9_]*"
# What one written word means: an answer, or several of a question to which several are given.
Meaning = Annotated[str, Field(pattern=rf"^{_WORD}(?:\+{_WORD})*$", max_length=5 * LONGEST_NAME)]


class MappingError(FrenchError):
    """A mapping that does not fit its questionnaire, and where."""


def _texts(value: object) -> object:
    """Return the keys of a mapping as text: YAML reads 1 and 2.5 as numbers."""
    if isinstance(value, dict):
        return {str(k) if isinstance(k, int | float) and not isinstance(k, bool) else k: v for k, v in value.items()}
    return value


def _listed(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(str(v) if isinstance(v, int | float) and not isinstance(v, bool) else v for v in value)
    return value


class MappedColumn(BaseModel):
    """One column of a file: `source`, its header; `cible`, what it answers.

    `cible` is a column of the questionnaire (`connexion`, `appareils__ordinateur`), a context (`niveau`), or a whole
    multiple choice (`appareils`) whose answers stand together in one cell, cut by `separateur`.
    `valeurs`: what is read → the value, « oui » or « non » for a box; null: to be decided, the cell is not read. In
    one cell of a multiple choice, a word may mean several: « Tablette / smartphone » → tablette+smartphone.
    A word that is not there is still read when it is the name or the sentence of a value.
    `entre`: the headers of the columns before and after it, where another one has its header: in a file where it does
    not stand between these, it is not read.
    `sinon`: the value of any other word, where families may write their own; what they wrote is not kept. A word that
    several of them have is no such one, nor one of `valeurs` that is to be decided: they are not read.
    `a_verifier`: that this column answers `cible` is only guessed; `mots_a_verifier`: the words of `valeurs` whose
    value is. What is guessed waits for a yes before it is published: false, and an empty list, say it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Annotated[str, Field(min_length=1, max_length=5_000)]
    cible: Word
    separateur: Separator | None = None
    valeurs: Annotated[dict[str, Meaning | None], BeforeValidator(_texts)] = {}
    sinon: Word | None = None
    entre: tuple[str, str] | None = None
    a_verifier: bool = False
    mots_a_verifier: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()

    @property
    def guessed(self) -> bool:
        """Whether something of it is only guessed: what the column answers, or what one of its words means."""
        return self.a_verifier or bool(self.mots_a_verifier)


class Mapping(BaseModel):
    """How the columns of a file answer a questionnaire, versioned.

    `manquantes`: words and codes that mean « no answer », unless `valeurs` or the questionnaire says otherwise.
    `rien_coche`: what a multiple choice with no box ticked means.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    questionnaire: Word
    format: str = ""
    colonnes: tuple[MappedColumn, ...]
    manquantes: Annotated[tuple[str, ...], BeforeValidator(_listed)] = MISSING_CODES
    rien_coche: Literal["sans_reponse", "non"] = "non"

    @model_validator(mode="after")
    def _each_target_once(self) -> Mapping:
        for field, counted in (
            ("cible", Counter(column.cible for column in self.colonnes)),
            ("source", Counter(column.source for column in self.colonnes)),
        ):
            twice = [name for name, count in counted.items() if count > 1]
            if twice:
                raise ValueError(phrase("colonne-deux-fois", field=field, name=twice[0][:60]))
        return self


MAPPING = FileFormat(
    Mapping,
    1,
    partial(phrase, "une-correspondance"),
    "version, questionnaire, colonnes",
    MappingError,
    Path(__file__).parents[1] / "presets" / "correspondances",
)


def mapping_text(mapping: Mapping) -> str:
    """Return a mapping as the YAML file that `MAPPING.parse` reads and that a person can correct."""
    return write_yaml({"version": 1} | mapping.model_dump(mode="json", exclude_defaults=True))


def check_mapping(mapping: Mapping, lexicon: Lexicon) -> None:
    """Check that a mapping names questions and values that the questionnaire has.

    Raises:
        MappingError: another questionnaire, an unknown `cible`, or an unknown value.
    """
    questionnaire = lexicon.questionnaire
    if mapping.questionnaire != questionnaire.id:
        raise MappingError(phrase("autre-questionnaire", actual=mapping.questionnaire, expected=questionnaire.id))
    lists = {item.id for item in questionnaire.items if item.kind == "multiple"}
    targets = {*lexicon.columns, *lists, *questionnaire.context}
    for column in mapping.colonnes:
        if column.cible in questionnaire.held_targets:
            continue
        if column.cible not in targets:
            raise MappingError(phrase("pas-une-question", column=column.source[:60], target=column.cible))
        accepted = lexicon.accepted(column.cible)
        meanings = [each for each in (*column.valeurs.values(), column.sinon) if each is not None]
        # One word says several answers only where one cell holds several.
        meant = [value for each in meanings for value in (values_of(each) if column.cible in lists else (each,))]
        wrong = next((value for value in meant if value not in accepted), None)
        if wrong is not None:
            raise MappingError(
                phrase(
                    "pas-une-reponse",
                    column=column.source[:60],
                    answer=wrong,
                    target=column.cible,
                    accepted=", ".join(accepted),
                )
            )
    for item in questionnaire.items:
        boxes = [column for column in mapping.colonnes if column.cible in item.columns]
        if item.kind == "multiple" and boxes and any(column.cible == item.id for column in mapping.colonnes):
            raise MappingError(phrase("colonne-et-cases", question=item.id))


def values_of(meaning: str) -> tuple[str, ...]:
    """Return the answers that one written word means: one, or several of a multiple choice."""
    return tuple(meaning.split(TOGETHER))


def is_missing(text: str, missing: Iterable[str]) -> bool:
    """Return whether a cell says that there is no answer."""
    return normal(text) in {normal(code) for code in missing}


def split_list(text: str, separator: str, known: Callable[[str], str | None]) -> list[tuple[str, str | None]]:
    """Return the (written, value) pairs of a cell that holds several answers; value None for one that is unknown.

    An answer may itself hold the separator (« Une clé, un routeur ») : the longest run that is known wins.
    """
    pieces = text.split(separator)[: _MOST_PIECES + 1]
    pairs: list[tuple[str, str | None]] = []
    start = 0
    while start < len(pieces):
        for end in range(len(pieces), start, -1):
            written = separator.join(pieces[start:end]).strip()
            value = known(written) if written else None
            if value is not None or end == start + 1:
                break
        if written:
            pairs.append((written, value))
        start = end
    return pairs


def split_anyhow(text: str, known: Callable[[str], str | None]) -> list[tuple[str, str | None]]:
    """Return the same of a cell in which a hand joined its answers in any way: « Tablette et ordinateur »."""
    joints = [0, *(place for each in _JOINT.finditer(text) for place in each.span()), len(text)]
    begins, ends = joints[::2], joints[1::2]
    pairs: list[tuple[str, str | None]] = []
    first = 0
    while first < len(begins[:_MOST_PIECES]):
        for last in range(len(ends) - 1, first - 1, -1):
            written = text[begins[first] : ends[last]].strip()
            value = known(written) if written else None
            if value is not None:
                break
        if written:
            pairs.append((written, value))
        first = last + 1
    return pairs


def several_known(text: str, known: Callable[[str], str | None]) -> frozenset[str]:
    """Return the answers that a text is when each of its pieces, cut as tools do, is a known one; none when it is not
    several."""
    for separator in SEPARATORS:
        if separator != " " and separator in text:
            values = {value for _, value in split_list(text, separator, known)}
            if len(values) > 1 and None not in values:
                return frozenset(value for value in values if value)
    return frozenset()


def known_pieces(
    separator: str | None, known: Callable[[str], str | None], values: Collection[str]
) -> Callable[[str], str | None]:
    """Return what says the value of a piece of a cell cut by `separator`: by a space, it is a code, as written.

    « Aucun ordinateur » is no list of two answers; « ordinateur tablette » is, as tools write their codes.
    """
    if separator != " ":
        return known
    return lambda piece: known(piece) if piece in values else None


def wanted_by(mapping: Mapping | None) -> frozenset[str]:
    """Return the columns that a mapping expects in a file, as `key` gives their names or headers; none without one."""
    return frozenset(key(column.source) for column in mapping.colonnes) if mapping else frozenset()


def with_places(mapping: Mapping, layout: Layout) -> Mapping:
    """Return a mapping that says where each column stands whose header another one has; those of which it did not are
    to be checked."""
    sources = source_keys(layout)

    def placed(column: MappedColumn) -> MappedColumn:
        source = source_of(column, sources)
        if source is None or not source.twin_header or column.entre:
            return column
        return column.model_copy(update={"entre": source.between, "a_verifier": True})

    return mapping.model_copy(update={"colonnes": tuple(map(placed, mapping.colonnes))})


def source_of(
    column: MappedColumn, sources: Named[str, SourceColumn], *, anywhere: bool = False
) -> SourceColumn | None:
    """Return the column of a file that a mapping names; None when the file has not it, or has it elsewhere.

    `sources`: what `source_keys` gives. `anywhere`: the suite wrote this file, and gave each column a name of its own.
    """
    source = named_in(column, sources)
    elsewhere = source is not None and column.entre not in (None, source.between)
    return None if elsewhere and not anywhere else source


def named_in(column: MappedColumn, sources: Named[str, SourceColumn]) -> SourceColumn | None:
    """Return the column of a file that bears the name by which a mapping knows one, wherever it stands."""
    return sources.get(column.source) or sources.get(signed_key(column.source))


def source_keys(layout: Layout) -> dict[str, SourceColumn]:
    """Return the columns of a file by name, and by every writing of it that differs only in its punctuation; those that
    a tool numbered by their title too, as a mapping made before they were known for twins names them."""
    sources: dict[str, SourceColumn] = {}
    for column in layout.columns:
        sources.setdefault(signed_key(column.name), column)
    times = Counter(signed_key(column.twin_header) for column in layout.columns)
    for column in layout.columns:
        if column.twin_header and times[signed_key(column.twin_header)] == 1:
            sources.setdefault(signed_key(column.twin_header), column)
    return sources | {column.name: column for column in layout.columns}


__all__ = [
    "MAPPING",
    "MISSING_CODES",
    "MISSING_NUMBERS",
    "SAYS_NOTHING",
    "TOGETHER",
    "MappedColumn",
    "Mapping",
    "MappingError",
    "check_mapping",
    "is_missing",
    "known_pieces",
    "mapping_text",
    "named_in",
    "several_known",
    "source_keys",
    "source_of",
    "split_anyhow",
    "split_list",
    "values_of",
    "wanted_by",
    "with_places",
]

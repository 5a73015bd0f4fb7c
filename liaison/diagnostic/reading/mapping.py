"""La correspondance : quelle colonne d'un fichier répond à quelle question, et quel mot y vaut quelle réponse.

Proposed from the headers and the first lines of a file, corrected on screen, kept as a file for the next export.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from liaison.base.faults import FrenchError
from liaison.base.formats import FileFormat
from liaison.base.letters import key, normal
from liaison.base.sentences import french_beside
from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.answers import Word
from liaison.diagnostic.questionnaire.questionnaire import LEVEL, SEPARATOR
from liaison.diagnostic.reading.formats.source import Layout, SourceColumn
from liaison.diagnostic.reading.wording import Lexicon, RecognisedName

phrase = french_beside(__file__)

MISSING_CODES = (
    "9",
    "99",
    "999",
    "-1",
    "-9",
    "-99",
    "ne sait pas",
    "je ne sais pas",
    "NSP",
    "NSPP",
    "ne se prononce pas",
    "sans réponse",
    "pas de réponse",
    "aucune réponse",
    "non renseigné",
    "non concerné",
    "sans objet",
    "n/a",
    "NA",
    "NR",
    "null",
    "no answer",
)
Separator = Literal[",", ";", "|", " ", "\n"]
SEPARATORS: tuple[Separator, ...] = (";", "|", "\n", ",", " ")
# How a hand joins several answers in one cell, whatever a tool puts between them.
_JOINT = re.compile(r"\s*[,;|/+&\n]\s*|\s+(?:et|and)\s+", re.IGNORECASE)
_MOST_PIECES = 60
_MOST_CELLS = 300  # cellules différentes dont les réponses servent à trouver ce qui les sépare
_MOST_WORDS = 60  # mots différents qu'une colonne de réponses peut montrer ; au-delà, c'est du texte libre
_LONGEST_WORD = 300
_CLASS = {"classe", "niveau", "section"}


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
    `valeurs`: what is read → the value, « oui » or « non » for a box; null: to be decided, the line is refused.
    A word that is not there is still read when it is the name or the sentence of a value.
    `sinon`: the value of any other word, where families may write their own; what they wrote is not kept.
    `a_verifier`: that this column answers `cible` is only guessed; `mots_a_verifier`: the words of `valeurs` whose
    value is. What is guessed waits for a yes before it is published: false, and an empty list, say it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Annotated[str, Field(min_length=1, max_length=5_000)]
    cible: Word
    separateur: Separator | None = None
    valeurs: Annotated[dict[str, Word | None], BeforeValidator(_texts)] = {}
    sinon: Word | None = None
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
        meant = (*column.valeurs.values(), column.sinon)
        wrong = next((value for value in meant if value is not None and value not in accepted), None)
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
        boxes = [column for column in mapping.colonnes if column.cible.startswith(f"{item.id}{SEPARATOR}")]
        if item.kind == "multiple" and boxes and any(column.cible == item.id for column in mapping.colonnes):
            raise MappingError(phrase("colonne-et-cases", question=item.id))


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


def propose_mapping(layout: Layout, sample: Sequence[Sequence[str]], lexicon: Lexicon) -> Mapping:
    """Return the mapping that the headers and the first lines of a file suggest.

    Names and sentences of the questionnaire first; what is only guessed is marked `a_verifier`, or its words are.
    """
    proposed: dict[str, tuple[SourceColumn, RecognisedName]] = {}
    for column in layout.columns:
        if column.kind != "answer":
            continue
        target = _target(column, lexicon)
        if target and column.guessed:
            target = replace(target, sure=False)
        former = proposed.get(target.name) if target else None
        if target and (former is None or _names_better(column, target, *former, lexicon)):
            proposed[target.name] = (column, target)
    proposed |= _with_more_said(layout.columns, proposed, lexicon)
    proposed |= _by_a_word_alone(proposed, lexicon)
    if LEVEL in lexicon.questionnaire.context and LEVEL not in proposed:
        taken = {column.position for column, _ in proposed.values()}
        proposed |= _level([each for each in layout.columns if each.position not in taken], sample, lexicon)
    boxed = {name.partition(SEPARATOR)[0] for name in proposed if SEPARATOR in name and name not in lexicon.items}
    lists = {item.id for item in lexicon.questionnaire.items if item.kind == "multiple"}
    mapped = [
        _with_values(
            column, match, [row[column.position] for row in sample if column.position < len(row)], lexicon, layout
        )
        for name, (column, match) in proposed.items()
        if not (name in lists and name in boxed)
    ]
    return Mapping(
        questionnaire=lexicon.questionnaire.id,
        format=layout.format,
        colonnes=tuple(column for column in mapped if column is not None),
        manquantes=(*MISSING_CODES, *layout.elsewhere),
        rien_coche=layout.unticked,
    )


def _level(
    columns: Sequence[SourceColumn], sample: Sequence[Sequence[str]], lexicon: Lexicon
) -> dict[str, tuple[SourceColumn, RecognisedName]]:
    """Return the one column that asks a class and holds nothing but levels, to be checked: « Dans quelle classe ? »."""
    levels = [
        column
        for column in columns
        if column.kind == "answer" and not column.part and _CLASS & set(normal(column.question).split())
        for words in [{row[column.position].strip() for row in sample if column.position < len(row)} - {""}]
        if words and all(map(lexicon.is_level, words))
    ]
    return {LEVEL: (levels[0], RecognisedName(LEVEL, sure=False))} if len(levels) == 1 else {}


def _with_more_said(
    columns: Sequence[SourceColumn], proposed: Iterable[str], lexicon: Lexicon
) -> dict[str, tuple[SourceColumn, RecognisedName]]:
    """Return the questions that no column names, and of which one alone begins with the sentence, to be checked: what
    it says after, of how to answer, is in nobody's list. Several would be its boxes.
    """
    named = {name.partition(SEPARATOR)[0] for name in proposed}
    begun: dict[str, list[tuple[SourceColumn, RecognisedName]]] = {}
    for column in columns:
        match = lexicon.question_before(column.question) if column.kind == "answer" else None
        if match and match.name in lexicon.items and match.name not in named:
            begun.setdefault(match.name, []).append((column, match))
    return {
        name: own[0]
        for name, own in begun.items()
        if len(own) == 1 and not own[0][0].part and lexicon.items[name].kind != "grid"
    }


def _by_a_word_alone(
    proposed: dict[str, tuple[SourceColumn, RecognisedName]], lexicon: Lexicon
) -> dict[str, tuple[SourceColumn, RecognisedName]]:
    """Return the questions that a file names by their code, where it names others by their sentence, to be checked.

    A code is a common word of French (« Langue », « Aide ») : a form written in sentences may ask another thing so.
    """
    written = {
        name: _in_full(name.partition(SEPARATOR)[0], column.title, lexicon)
        for name, (column, _) in proposed.items()
        if name.partition(SEPARATOR)[0] in lexicon.items
    }
    return {
        name: (proposed[name][0], replace(proposed[name][1], sure=False))
        for name, in_full in written.items()
        if not in_full and name in lexicon.items and any(written.values())
    }


def _in_full(question: str, title: str, lexicon: Lexicon) -> bool:
    """Return whether a title is the sentence of a question, or holds it."""
    sentence = key(title) in map(key, lexicon.sentences(question))
    return sentence or lexicon.holds_question(question, title)


def _names_better(
    column: SourceColumn, target: RecognisedName, former: SourceColumn, of_former: RecognisedName, lexicon: Lexicon
) -> bool:
    """Return whether a column names what it answers more surely than another does: by the sentence that families read,
    where the other has a word, that a tool may write too (« Langue », of the form)."""
    if target.sure != of_former.sure:
        return target.sure
    sentences = [lexicon.holds_question(target.name, each.title) for each in (column, former)]
    return target.name in lexicon.items and sentences == [True, False]


def _target(column: SourceColumn, lexicon: Lexicon) -> RecognisedName | None:
    """Return what a column answers, by its header; None when nothing is recognised."""
    if not column.part:
        whole = lexicon.column(column.question) or lexicon.column(column.name)
        if whole:
            return whole
    match = lexicon.question(column.question)
    if match is None:
        return None
    item = lexicon.items.get(match.name)
    if item is None:
        return match if not column.part else None
    if not column.part:
        return match if item.kind != "grid" else None
    part = lexicon.part(item, column.part) if item.kind != "single" else None
    return RecognisedName(f"{item.id}{SEPARATOR}{part.name}", match.sure and part.sure) if part else None


def _with_values(
    column: SourceColumn, target: RecognisedName, cells: Sequence[str], lexicon: Lexicon, layout: Layout
) -> MappedColumn | None:
    """Return the mapping of a column; None when it is free text, under a header that only looks right."""
    if key(column.question) != key(target.name.partition(SEPARATOR)[0]):
        layout = replace(layout, codes_guessed=True)  # those of a question that the form of the suite does not have
    words = list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
    separator = None
    item = lexicon.items.get(target.name)
    if item is not None and item.kind == "multiple":
        separator = _separator(words, target.name, lexicon)
        known = partial(lexicon.value, target.name)
        pieces = [pair for word in words for pair in split_list(word, separator, known)]
        words = list(dict.fromkeys(each for pair in pieces for each in _joined_by_hand(*pair, known)))
    values: dict[str, str | None] = {}
    guessed: list[str] = []
    sure = target.sure
    unknown = 0
    for word in words[:_MOST_WORDS]:
        if len(word) > _LONGEST_WORD:
            continue
        value = lexicon.value(target.name, word)
        if value is None and is_missing(word, MISSING_CODES):
            continue
        if value is None:
            near = _near(word, target.name, lexicon, layout)
            value = near.name if near else None
            guessed += [word] if near and not near.sure else []
        unknown += value is None
        values[word] = value
    if layout.coded:
        # The next export will have codes that nobody chose in this one.
        others = {code: value for code, value in lexicon.codes_like(target.name, values).items() if code not in values}
        values = {**others, **values}
        guessed = [*guessed, *(others if layout.codes_guessed else ())]
    if len(words) > _MOST_WORDS or unknown > len(values) // 2 + 5:
        # Free text under a header that looks right: its words are nobody's business, and no mapping of values.
        values = {word: value for word, value in values.items() if value is not None}
        if not values and all(lexicon.value(target.name, word) is None for word in words):
            return None
        sure = False
    return MappedColumn(
        source=column.name,
        cible=target.name,
        separateur=separator,
        valeurs=values,
        a_verifier=not sure,
        mots_a_verifier=tuple(sorted(guessed, key=list(values).index)),
    )


def _near(word: str, target: str, lexicon: Lexicon, layout: Layout) -> RecognisedName | None:
    """Return the value that a word, which names none, is taken for: the code of a tool, or what looks alike."""
    code = lexicon.coded_value(target, word) if layout.coded else None
    return (replace(code, sure=not layout.codes_guessed) if code else None) or lexicon.close_value(target, word)


def _joined_by_hand(written: str, value: str | None, known: Callable[[str], str | None]) -> list[str]:
    """Return the answers of a piece that none is whole, where some of them are known: none of them is all of it."""
    pairs = (
        [(written, value)] if value is not None or is_missing(written, MISSING_CODES) else split_anyhow(written, known)
    )
    return [each for each, _ in pairs] if any(own is not None for _, own in pairs) else [written]


def _separator(words: Sequence[str], name: str, lexicon: Lexicon) -> Separator:
    """Return the separator that gives the most answers that are known, or look like one.

    A space parts codes only, which are known or not: « Pas d'ordinateur » is no « d'ordinateur ».

    Between those that give as many: the one that leaves the fewest different pieces, each to be decided once.
    """

    @cache
    def is_known(piece: str) -> bool:
        return lexicon.close_value(name, piece) is not None

    def score(separator: Separator) -> tuple[int, int]:
        cells = [split_list(word, separator, lambda each: lexicon.value(name, each)) for word in words[:_MOST_CELLS]]
        pieces = [pair for pairs in cells for pair in pairs]
        known = sum(value is not None or (separator != " " and is_known(written)) for written, value in pieces)
        return known, -len({written for pairs in cells for written, _ in pairs})

    return max(SEPARATORS, key=score)


def wanted_by(mapping: Mapping | None) -> frozenset[str]:
    """Return the columns that a mapping expects in a file, as `key` gives their names or headers; none without one."""
    return frozenset(key(column.source) for column in mapping.colonnes) if mapping else frozenset()


def source_keys(layout: Layout) -> dict[str, SourceColumn]:
    """Return the columns of a file by name, and by every writing of it that differs only in its punctuation."""
    sources: dict[str, SourceColumn] = {}
    for column in layout.columns:
        sources.setdefault(key(column.name), column)
    return sources | {column.name: column for column in layout.columns}


__all__ = [
    "MAPPING",
    "MISSING_CODES",
    "MappedColumn",
    "Mapping",
    "MappingError",
    "check_mapping",
    "is_missing",
    "mapping_text",
    "propose_mapping",
    "source_keys",
    "split_anyhow",
    "split_list",
    "wanted_by",
]

"""Les fichiers de la suite : le JSON d'une famille, le CSV de beaucoup."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.base.tables import Line
from liaison.diagnostic.answers import FAMILY_ANSWER, INDEX, AnswersError, FamilyAnswer, row_of
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire
from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.reading.wording import FALSE, TRUE, Lexicon

phrase = french_beside(__file__)

NAME = "suite"
VERSION = "1"
HEAD = ("version", "questionnaire", INDEX)
TOKEN, HANDED, CODE = "jeton", "remise", "code"


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a CSV of the suite; None when the header is not one."""
    header = [cell.strip() for cell in head[0]]
    if tuple(header[: len(HEAD)]) != HEAD:
        return None
    if len(set(filter(None, header))) < len(list(filter(None, header))):
        return None
    kinds: dict[str, ColumnKind] = {TOKEN: "token", HANDED: "version", CODE: "code", **dict.fromkeys(HEAD, "service")}
    columns = named_columns([(name, "", kinds.get(name, "answer")) for name in header])
    constants = {
        0: (VERSION, phrase("autre-version", version=VERSION)),
        1: (lexicon.questionnaire.id, phrase("autre-questionnaire")),
    }
    return Layout(NAME, columns, constants=constants)


def family_lines(families: Sequence[object], questionnaire: Questionnaire) -> Iterator[Line]:
    """Yield the files of families, read from JSON, as lines under the header of the suite's CSV."""
    yield Line(0, header(questionnaire))
    for rank, family in enumerate(families, start=1):
        if not isinstance(family, dict):
            yield Line(rank, fault=phrase("pas-une-famille"))
            continue
        try:
            answer = FAMILY_ANSWER.parse(json.dumps(family), phrase("ce-fichier"))
            row = row_of(answer, questionnaire)
        except AnswersError as error:
            yield Line(rank, fault=printable(str(error)).rstrip("."))  # JSON may hold half characters
            continue
        except RecursionError:
            yield Line(rank, fault=phrase("trop-imbrique"))
            continue
        yield line_of(rank, answer, row, questionnaire)


def header(questionnaire: Questionnaire) -> list[str]:
    """Return the header of the suite's CSV, with what tells whether an answer was handed over twice, or changed."""
    return [*HEAD, TOKEN, HANDED, *_names(questionnaire)]


def line_of(number: int, answer: FamilyAnswer, row: Mapping[str, object], questionnaire: Questionnaire) -> Line:
    """Return the answers of one family as a line under `header`."""
    cells = [_written(row.get(name)) for name in _names(questionnaire)]
    return Line(number, [VERSION, questionnaire.id, "", answer.jeton or "", str(answer.remise), *cells])


def _names(questionnaire: Questionnaire) -> list[str]:
    return [column.name for column in questionnaire.columns()] + list(questionnaire.context)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return "" if value is None else str(value)


__all__ = ["HEAD", "NAME", "TOKEN", "VERSION", "family_lines", "header", "layout", "line_of"]

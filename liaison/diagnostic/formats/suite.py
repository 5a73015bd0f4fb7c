"""Les fichiers de la suite : le JSON d'une famille, le CSV de beaucoup."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from liaison.diagnostic.answers import FAMILY_ANSWER, INDEX, AnswersError, row_of
from liaison.diagnostic.formats.source import ColumnKind, Layout, Line, Opened, SourceColumn, refused_file
from liaison.diagnostic.questionnaire import Questionnaire
from liaison.diagnostic.wording import FALSE, TRUE, Lexicon

NAME = "suite"
VERSION = "1"
HEAD = ("version", "questionnaire", INDEX)
TOKEN = "jeton"
LARGEST_JSON = 5_000_000  # octets : une famille tient en mille, une classe en cent mille


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a CSV of the suite; None when the header is not one."""
    header = [cell.strip() for cell in head[0]]
    if tuple(header[: len(HEAD)]) != HEAD:
        return None
    columns = []
    for position, name in enumerate(header):
        kind: ColumnKind = "token" if name == TOKEN else "service" if name in HEAD else "answer"
        columns.append(SourceColumn(name or f"colonne {position + 1}", position, name, "", kind))
    if len({column.name for column in columns}) < len(columns):
        return None
    constants = {
        0: (VERSION, f"la ligne est d'une version que cette suite ne lit pas : {VERSION} est attendu"),
        1: (lexicon.questionnaire.id, "la ligne répond à un autre questionnaire"),
    }
    return Layout(NAME, tuple(columns), constants=constants)


def is_json(start: bytes) -> bool:
    """Return whether the first bytes of a file are those of a JSON object or list."""
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def open_json(source: Path | bytes, name: str, questionnaire: Questionnaire) -> Opened:
    """Return the file of one family (or a list of them) as lines under the header of the suite's CSV."""
    raw = source if isinstance(source, bytes) else _read(source)
    if raw is None or len(raw) > LARGEST_JSON:
        return refused_file(name, f"le fichier dépasse {LARGEST_JSON // 1_000_000} Mo")
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return refused_file(
            name, "le fichier n'est pas du JSON lisible : demander à la famille de l'enregistrer encore"
        )
    families = found if isinstance(found, list) else [found]
    if not families:
        return refused_file(name, "le fichier ne contient aucune réponse")
    return Opened(name, _lines(families, questionnaire))


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.stat().st_size <= LARGEST_JSON else None


def _lines(families: list[object], questionnaire: Questionnaire) -> Iterator[Line]:
    names = [column.name for column in questionnaire.columns()] + list(questionnaire.context)
    yield Line(0, [*HEAD, TOKEN, *names])
    for rank, family in enumerate(families, start=1):
        try:
            answer = FAMILY_ANSWER.parse(json.dumps(family), "ce fichier")
            row = row_of(answer, questionnaire)
        except AnswersError as error:
            said = " ".join(str(error).split("\n")).rstrip(".")
            yield Line(rank, fault=said.encode("utf-8", "replace").decode("utf-8"))  # JSON may hold half characters
            continue
        except RecursionError:
            yield Line(rank, fault="le fichier est imbriqué trop profondément")
            continue
        cells = [_written(row.get(name)) for name in names]
        yield Line(rank, [VERSION, questionnaire.id, "", answer.jeton or "", *cells])


def _written(value: object) -> str:
    if isinstance(value, bool):
        return TRUE if value else FALSE
    return "" if value is None else str(value)


__all__ = ["HEAD", "NAME", "TOKEN", "VERSION", "is_json", "layout", "open_json"]

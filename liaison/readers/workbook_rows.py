"""Les lignes d'un classeur : ses mots sont rangés à part, une fois chacun, et une cellule n'en a que le numéro."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from liaison.readers.escaped_letters import entities_read

BINARY = "xl/workbook.bin"  # .xlsb: the same, in a form of its own
_STRINGS = "sharedstrings.xml"
# Cut at where each begins, which takes one reading however they end.
_ITEM, _ROW, _CELL, _FIELD, _RECORD = (
    re.compile(rf"<(?:\w+:)?{tag}(?=[\s/>])") for tag in ("si", "row", "c", "cacheField", "r")
)
_SOUND, _SOUND_ENDS = re.compile(r"<(?:\w+:)?rPh\b"), re.compile(r"</(?:\w+:)?rPh>")  # how it is said, in Japanese
_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)")
_VALUE = re.compile(r"<(?:\w+:)?v\b[^<>]*>([^<]*)")
_SHARED = re.compile(r"^[^<>]*\st\s*=\s*[\"']s[\"']")
# What a pivot table keeps of the rows that it sums.
_FIELD_VALUE = re.compile(r"<(?:\w+:)?([smndbex])(?=[\s/>])(?:[^<>]*?\sv\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)'))?")


def workbook_rows(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield each sheet of a workbook as it reads, a line per row; `parts`: what its archive holds, by name."""
    strings = next((_letters(held) for name, held in parts.items() if name.lower().endswith(_STRINGS)), "")
    words = [_item_text(item) for item in _ITEM.split(strings)[1:]]
    for name, content in parts.items():
        folder = PurePosixPath(name).parent.name.lower()
        if folder == "worksheets":
            yield "\n".join(" ".join(_cells(row, words)) for row in _ROW.split(_letters(content))[1:])
        elif folder == "pivotcache" and "Records" in name:
            fields = parts.get(name.replace("Records", "Definition"), b"")
            yield "\n".join(_records(_letters(content), _letters(fields)))


def _cells(row: str, words: list[str]) -> Iterator[str]:
    for cell in _CELL.split(row)[1:]:
        value = _VALUE.search(cell)
        if value and _SHARED.search(cell):
            yield _at(words, value[1])
        else:
            yield entities_read(value[1]) if value else _item_text(cell)


def _records(records: str, definition: str) -> Iterator[str]:
    fields = [
        [word for _, word in _values(field.partition("sharedItems")[2])] for field in _FIELD.split(definition)[1:]
    ]
    for record in _RECORD.split(records)[1:]:
        cells = enumerate(_values(record))
        yield " ".join(
            _at(fields[at], word) if kind == "x" and at < len(fields) else word for at, (kind, word) in cells
        )


def _values(text: str) -> list[tuple[str, str]]:
    return [(kind, entities_read(value or other)) for kind, value, other in _FIELD_VALUE.findall(text)]


def _at(words: list[str], number: str) -> str:
    return words[int(number)] if number.strip().isdecimal() and int(number) < len(words) else ""


def _item_text(item: str) -> str:
    first, *sounds = _SOUND.split(item)
    rest = "".join(_SOUND_ENDS.split(sound, 1)[-1] for sound in sounds)
    return entities_read("".join(_TEXT.findall(first + rest)))


def _letters(content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8", "replace")


__all__ = ["BINARY", "workbook_rows"]

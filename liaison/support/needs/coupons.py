"""Des coupons aux besoins : un fichier de réponses, de tout format connu, où l'école a ajouté une colonne « code ».

The coupon is the questionnaire with a code on it, handed in by a family that wishes a loan or a workshop. The code is a
pseudonym: the school knows whose it is, and what is read here is personal data, unlike the answers without a code. It
is read like any file of answers; the code, and what else the school wrote beside it, is taken from the same line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import HEAD_LINES, plain
from liaison.base.typography import typeset
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.formats import open_file
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.reports import Refused
from liaison.diagnostic.reading.set_aside import EMPTY, TOTAL
from liaison.diagnostic.reading.wording import lexicon
from liaison.support.needs.needs import CODE, Needs, NeedsError, empty_needs, needs_of
from liaison.support.needs.needs_file import YES_NO, holds_needs, read_needs
from liaison.support.vocabulary import LEVELS

phrase = french_beside(__file__)
# Columns that the school may add; only the code is needed.
COLUMNS = ("code", "enfants", "niveaux", "garde")
_MOST_CHILDREN = 20


@dataclass(frozen=True)
class Coupons:
    """What a file of coupons gives: `lines_in` == len(`needs`) + `lines_refused`, and why each line was refused.

    `unread`: in lines that are kept, the cells that are no answer: that question counts as not answered.
    """

    needs: Needs
    refused: tuple[Refused, ...]
    lines_in: int
    lines_refused: int
    unread: tuple[Refused, ...] = ()

    def summary(self) -> str:
        """Return in French: lines read, families kept, lines refused, and cells that are no answer if any."""
        sentences = [phrase("compte", read=self.lines_in, families=len(self.needs), refused=self.lines_refused)]
        sentences += [phrase("cellules-non-lues", n=len(self.unread))] if self.unread else []
        return typeset(" ".join(sentences))


@dataclass(frozen=True)
class _Beside:
    """What the school wrote beside the answers of one family."""

    code: str
    children: int | None
    levels: str | None
    childcare: bool | None


def read_coupons(
    source: Path | bytes,
    *,
    name: str = "",
    on: dt.date | None = None,
) -> Coupons:
    """Return the needs that a file of coupons holds: every line is kept or refused, with its reason.

    A line without a code, with a code already read or with a name for a code is refused, never guessed.

    Raises:
        NeedsError: a file of which nothing can be read, or without a column « code ».
    """
    form = family_questionnaire()
    name = name or (source.name if isinstance(source, Path) else "coupons")
    read = read_answers(source, form, name=name)
    if whole := next((refusal for refusal in read.refused if refusal.line is None), None):
        raise NeedsError(str(whole))
    lines = {
        line.number: [cell.strip() for cell in line.cells] for line in open_file(source, name, lexicon(form)).lines
    }
    places = _places(lines, name)
    # Of coupons, a form without answers is somebody's all the same.
    aside = [each for each in read.flagged if each.reason.startswith((EMPTY, TOTAL))]
    refused = [*read.refused, *(Refused(name, each.line, "", "", each.reason) for each in aside)]
    families: list[_Beside] = []
    rows: list[int] = []
    for row, number in enumerate(read.lines):
        cells = {column: lines[number][at] if at < len(lines[number]) else "" for column, at in places.items()}
        faults = _faults(cells, {family.code for family in families})
        refused += [Refused(name, int(number), column, shown(cells[column]), reason) for column, reason in faults]
        if not faults:
            families.append(_beside(cells))
            rows.append(row)
    needs = _needs(replace(read.answers, table=read.answers.table.iloc[rows]), families, on) if rows else empty_needs()
    numbers = {int(read.lines[row]) for row in rows}
    unread = tuple(each for each in read.unread if each.line in numbers)
    return Coupons(needs, tuple(refused), read.lines_in, read.lines_in - len(needs), unread)


def _places(lines: dict[int, list[str]], name: str) -> dict[str, int]:
    """Return where each column of COLUMNS is, from the header."""
    for number in sorted(lines)[:HEAD_LINES]:
        names = [plain(cell) for cell in lines[number]]
        if "code" in names:
            return {column: names.index(column) for column in COLUMNS if column in names}
    raise NeedsError(phrase("pas-de-code", file=name))


def _faults(cells: dict[str, str], known: set[str]) -> list[tuple[str, str]]:
    faults = []
    code = cells["code"]
    if not re.fullmatch(CODE, code):
        faults.append(("code", phrase("code-mal-ecrit")))
    elif code in known:
        faults.append(("code", phrase("code-deja-lu", code=code)))
    children = cells.get("enfants", "")
    if children and not (children.isascii() and children.isdigit() and 1 <= int(children[:9]) <= _MOST_CHILDREN):
        faults.append(("enfants", phrase("ecrire-un-nombre", most=_MOST_CHILDREN)))
    if unknown := sorted(set(cells.get("niveaux", "").split()) - set(LEVELS)):
        faults.append(("niveaux", phrase("niveau-inconnu", level=shown(unknown[0]), levels=", ".join(LEVELS))))
    if cells.get("garde", "") not in ("", *YES_NO):
        faults.append(("garde", phrase("ecrire-oui-ou-non")))
    return faults


def _beside(cells: dict[str, str]) -> _Beside:
    return _Beside(
        cells["code"],
        int(cells["enfants"]) if cells.get("enfants") else None,
        " ".join(cells["niveaux"].split()) if cells.get("niveaux") else None,
        YES_NO.get(cells.get("garde", "")),
    )


def _needs(answers: Answers, beside: Sequence[_Beside], on: dt.date | None) -> Needs:
    answered = answers.table["niveau"].astype("object")
    levels = [
        family.levels if family.levels is not None else str(level) if level == level and level else ""
        for family, level in zip(beside, answered, strict=True)
    ]
    return needs_of(
        answers,
        axes(answers),
        [family.code for family in beside],
        children=[family.children for family in beside],
        levels=levels,
        childcare=[family.childcare for family in beside],
        on=on,
    )


def open_needs(source: Path | bytes, on: dt.date | None = None, *, name: str = "") -> tuple[Needs, tuple[str, ...]]:
    """Return the needs of either file, that of needs or that of coupons, and what there is to say of its lines.

    `source` is a path, or the bytes of an uploaded file, then called `name`.

    Raises:
        NeedsError: as `read_needs` or `read_coupons`.
    """
    name = name or (source.name if isinstance(source, Path) else "besoins")
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
    except OSError as error:
        raise NeedsError(phrase("pas-lisible", file=name)) from error
    if holds_needs(content, name):
        return read_needs(content, name), ()
    coupons = read_coupons(content, name=name, on=on)
    return coupons.needs, (coupons.summary(), *map(str, (*coupons.refused, *coupons.unread)))


__all__ = ["COLUMNS", "Coupons", "open_needs", "read_coupons"]

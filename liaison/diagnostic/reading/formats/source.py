"""Ce qu'un fichier contient avant d'être compris : des lignes de texte, leurs numéros, et les noms des colonnes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from liaison.base.letters import key
from liaison.base.quoting import printable
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)

LONGEST_NAME = 2_000  # caractères d'une cellule d'en-tête : au-delà, ce n'est pas une question

# answer: may hold an answer; identifier: tells two lines apart (never kept); token: the same, in the whole world;
# version: which version of it, of a response that was changed; code: the code of a family (answer_code.py);
# moment: when it was sent (never kept); service: written by the tool itself (address, account), never read;
# text: what families wrote freely beside an answer, never read; draft: whether the family has not sent it yet;
# spoilt: it told two lines apart before a spreadsheet wrote it again.
ColumnKind = Literal["answer", "identifier", "token", "moment", "version", "code", "service", "spoilt", "draft", "text"]


@dataclass(frozen=True)
class SourceColumn:
    """One column of a file: its name, unique there; the question and the part of it that its header seems to name.

    `header`: as the file writes it, whatever questionnaire it is read for; empty where another column has the same:
    then `twin_header` is what both bear, unless a line above tells them apart. `between`: the headers beside it.
    `alone`: its header is a box or a row, and says of which question nowhere.
    `guessed`: that its header does not say it, and its place, its rank or its cells do: which question, or which part.
    """

    name: str
    position: int
    question: str = ""
    part: str = ""
    kind: ColumnKind = "answer"
    header: str = ""
    guessed: bool = False
    twin_header: str = ""
    between: tuple[str, str] = ("", "")
    alone: bool = False

    @property
    def title(self) -> str:
        """All that the file says of the column: its header, and what a line above it names."""
        return f"{self.name} {self.header}" if self.header not in self.name else self.name

    @property
    def in_file(self) -> str:
        """How a person finds the column: as its header is written, with its place where another has the same one, or
        with the question that stands above its part."""
        if self.twin_header:
            return phrase("titre-et-place", title=self.twin_header, place=self.position + 1)
        under_its_question = bool(self.part) and key(self.header) == key(self.part)
        return self.header if self.header and not under_its_question else self.name


@dataclass(frozen=True)
class Layout:
    """How a file is laid out: its format, its columns, how many lines come before the first answer.

    `titled`: the line of the header that bears the titles, where it is not the last one.
    `coded`: answers may be codes (A1) rather than words; `codes_guessed`: nothing says that these codes are those of
    the form that the suite gives to import, and their rank is all there is.
    `unticked`: what a multiple choice with no box ticked means ("sans_reponse": the tool writes nothing else).
    `elsewhere`: codes of « another answer », written beside as a free text; where the questionnaire has no such answer,
    nothing else is known of it.
    `sent`: the titles, as `key` gives them, of the columns where the tool writes when a response was sent; empty on a
    line that it numbered, the response was only begun.
    `drafts`: the cells, as `key` gives them, that say of a response that it was not sent, or was only a trial: by
    position of the column where the tool writes it.
    `constants`: what every line must hold in some columns: position → (accepted text, reason to refuse the line).
    """

    format: str
    columns: tuple[SourceColumn, ...]
    header_lines: int = 1
    titled: int | None = None
    unticked: Literal["sans_reponse", "non"] = "non"
    constants: dict[int, tuple[str, str]] = field(default_factory=dict)
    coded: bool = False
    codes_guessed: bool = False
    elsewhere: tuple[str, ...] = ()
    sent: frozenset[str] = frozenset()
    drafts: dict[int, frozenset[str]] = field(default_factory=dict)


def named_columns(headers: Sequence[tuple[str, str, ColumnKind]]) -> tuple[SourceColumn, ...]:
    """Return columns from (question, part, kind), each with a name of its own: « question > part », « name (2) »."""
    seen: dict[str, int] = {}
    columns = []
    for position, (question, part, kind) in enumerate(headers):
        words = (printable(question.strip()), printable(part.strip()))
        base = " > ".join(word for word in words if word) or f"colonne {position + 1}"
        seen[base] = seen.get(base, 0) + 1
        name = base if seen[base] == 1 else f"{base} ({seen[base]})"
        columns.append(SourceColumn(name, position, question.strip(), part.strip(), kind))
    return tuple(columns)

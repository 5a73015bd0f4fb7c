"""Ce qu'un document contient, avant toute mise en page : titres, paragraphes, tableaux, sources, signatures.

A subject module builds a `Document` with the short functions at the end of this file; `to_docx`, `to_pdf` and
`to_html` each lay out the same object. Nothing here knows about school: this package imports no other one.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    field_validator,
    model_validator,
)

from liaison.base.languages import right_to_left
from liaison.base.sentences import french_beside
from liaison.rules.loader import Kind as Nature

phrase = french_beside(__file__)


NATURE_LABELS: dict[Nature, str] = {
    "loi": "loi",
    "reglement": "règlement",
    "circulaire": "circulaire",
    "charte": "charte",
    "hypothese": "hypothèse",
}

# Joiners carry meaning in Arabic and Persian; the other format characters are invisible.
_KEPT_FORMAT_CHARACTERS = "\u200c\u200d"
_TAB = 4
_END_OF_LINE = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PNG = b"\x89PNG\r\n\x1a\n"


def clean(text: str) -> str:
    """Return the text as the three formats can all show it: composed letters, no control, nothing invisible.

    Control characters and line breaks become a space, series of ordinary spaces become one; non-breaking
    spaces stay. A lone surrogate or a code point that is no character becomes U+FFFD, which the reader can see.
    """
    return re.sub(" {2,}", " ", _shown(text))


def exact(text: str) -> str:
    """Return the text as somebody wrote it: as `clean`, but line breaks and spaces stay, and a tab is four of them."""
    return "\n".join(_shown(line.expandtabs(_TAB)) for line in _END_OF_LINE.split(text))


class _LetterShown(dict[int, str]):
    """What each letter is shown as, found once for each."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _as_shown(chr(code))
        return shown


_SHOWN = _LetterShown()


def _shown(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_SHOWN)


def _as_shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if category == "Cf":
        return letter if letter in _KEPT_FORMAT_CHARACTERS else ""
    if category == "Cs" or ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF:
        return "\ufffd"
    return letter


def _check_link(address: str) -> str:
    if not re.match(r"(https?://|mailto:|tel:)[^\s<>\"]+$", address):
        raise ValueError(phrase("lien"))
    return address


def _check_shown(text: str) -> str:
    if not text.strip():
        raise ValueError(phrase("titre-vide"))
    return text


def _check_png(content: Any) -> Any:
    # JSON, which typst reads, has no bytes: they come and go as numbers.
    content = bytes(content) if isinstance(content, list | tuple) else content
    if isinstance(content, bytes) and not content.startswith(_PNG):
        raise ValueError(phrase("pas-une-image"))
    return content


Lang = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
TextSize = Annotated[float, Field(ge=8, le=24)]
Png = Annotated[bytes, BeforeValidator(_check_png), PlainSerializer(list, when_used="json")]
PlainText = Annotated[str, AfterValidator(clean)]
Title = Annotated[str, AfterValidator(clean), AfterValidator(_check_shown)]
Address = Annotated[str, AfterValidator(_check_link)]
# An SVG path on a grid of 24 by 24, drawn with a line.
DrawingPath = Annotated[str, Field(pattern=r"^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+$")]


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(_Content):
    """A run of text of one form: plain, bold, emphasised, a link, or what a person wrote.

    `written`: it is theirs, so its line breaks and its spaces stay, and French typography leaves it alone.
    """

    type: Literal["text"] = "text"
    written: bool = False
    text: str
    bold: bool = False
    emphasis: bool = False
    link: Address | None = None

    @field_validator("text")
    @classmethod
    def _can_be_shown(cls, text: str, others: ValidationInfo) -> str:
        return exact(text) if others.data.get("written") else clean(text)


class Drawing(_Content):
    """A line drawing before words that already say it: decorative, read aloud by nobody, as high as the text."""

    type: Literal["drawing"] = "drawing"
    path: DrawingPath

    @property
    def text(self) -> str:
        """A drawing says nothing that its words do not say."""
        return ""


class NatureBadge(_Content):
    """What a statement rests on, as a framed word in the line; `source` is the number of a `Source` of its `paper`."""

    type: Literal["badge"] = "badge"
    nature: Nature
    source: int | None = None
    paper: int = 1

    @property
    def text(self) -> str:
        """The words of the badge, the same in the three formats, for instance "règlement 2"."""
        label = NATURE_LABELS[self.nature]
        return label if self.source is None else f"{label}\u00a0{self.source}"

    @property
    def anchor(self) -> str:
        """The name of the place where its source stands in the document."""
        return f"source-{self.source}" if self.paper == 1 else f"source-{self.source}-{self.paper}"


Inline = Annotated[Text | NatureBadge | Drawing, Field(discriminator="type")]


def _as_inlines(value: Any) -> Any:
    """Let a plain string, or strings among runs, stand for plain text."""
    parts = [value] if isinstance(value, str | Text | NatureBadge | Drawing) else value
    return tuple(Text(text=part) if isinstance(part, str) else part for part in parts)


Inlines = Annotated[tuple[Inline, ...], BeforeValidator(_as_inlines)]


class Heading(_Content):
    """A heading of level 1 to 3, under the title of the document."""

    type: Literal["heading"] = "heading"
    level: Annotated[int, Field(ge=1, le=3)]
    text: Title


class Paragraph(_Content):
    """A paragraph of runs; `small` is for what accompanies: legends, notes under a table.

    `lang` is its language where it is not that of the document.
    """

    type: Literal["paragraph"] = "paragraph"
    parts: Inlines
    small: bool = False
    lang: Lang | None = None


class Listing(_Content):
    """A list, with bullets or with numbers that start at 1."""

    type: Literal["list"] = "list"
    items: Annotated[tuple[Inlines, ...], Field(min_length=1)]
    ordered: bool = False


class Table(_Content):
    """A table with a caption and a header row; the first column is a header too when `row_header` is true.

    `widths` are relative widths of the columns, all equal when empty; `row_height_cm` leaves room to write by hand.
    """

    type: Literal["table"] = "table"
    caption: Title
    header: Annotated[tuple[PlainText, ...], Field(min_length=1)]
    rows: tuple[tuple[Inlines, ...], ...]
    row_header: bool = True
    widths: tuple[Annotated[float, Field(gt=0)], ...] = ()
    row_height_cm: Annotated[float, Field(gt=0, le=5)] | None = None

    @model_validator(mode="after")
    def _is_a_rectangle(self) -> Table:
        columns = len(self.header)
        for number, row in enumerate(self.rows, start=1):
            if len(row) != columns:
                raise ValueError(phrase("ligne-du-tableau", row=number, cells=len(row), columns=columns))
        if self.widths and len(self.widths) != columns:
            raise ValueError(phrase("largeurs-du-tableau", widths=len(self.widths), columns=columns))
        return self


class Callout(_Content):
    """A framed note beside the text: an information or a point of attention, with its title."""

    type: Literal["callout"] = "callout"
    kind: Literal["information", "attention"] = "information"
    title: Title
    parts: Inlines


class Source(_Content):
    """The source of a statement: its number in its `paper`, its nature, and where it can be read."""

    type: Literal["source"] = "source"
    number: Annotated[int, Field(ge=1)]
    nature: Nature
    parts: Inlines
    paper: int = 1

    @property
    def badge(self) -> NatureBadge:
        """What stands before its words, and what leads to it: the same."""
        return NatureBadge(nature=self.nature, source=self.number, paper=self.paper)


class Signatures(_Content):
    """One line to sign for each of `lines`, which say who signs."""

    type: Literal["signatures"] = "signatures"
    lines: Annotated[tuple[PlainText, ...], Field(min_length=1)]


class Definitions(_Content):
    """Terms, each with what is said of it; `drawings`, one for each, stand in the margin as a `Drawing` does."""

    type: Literal["definitions"] = "definitions"
    items: Annotated[tuple[tuple[PlainText, Inlines], ...], Field(min_length=1)]
    drawings: tuple[DrawingPath, ...] = ()

    @model_validator(mode="after")
    def _one_drawing_for_each(self) -> Definitions:
        if self.drawings and len(self.drawings) != len(self.items):
            raise ValueError(phrase("dessins-des-termes", drawings=len(self.drawings), items=len(self.items)))
        return self


class Picture(_Content):
    """A picture, alone on its line: a PNG file, what it says to who does not see it, its width on paper.

    `smooth`: a drawing, whose edges a screen softens; a QR code keeps its own. `svg`: the drawing that the PNG was made
    of, which each format shows instead where it can.
    """

    type: Literal["picture"] = "picture"
    png: Png
    svg: Annotated[str, Field(pattern=r"^(<svg [^<>]*>.*</svg>)?$")] = ""
    alt: Title
    width_cm: Annotated[float, Field(gt=0, le=17)] = 8
    smooth: bool = False


class PageBreak(_Content):
    """The place where a new sheet begins."""

    type: Literal["page_break"] = "page_break"


class NewPaper(_Content):
    """The place where another paper begins, to be taken apart: a leaf of its own, a title, pages counted from 1.

    Its badges and its sources are numbered from 1 too, and bear its rank as their `paper`; what opens the document is
    the first. `lang`, `footer`, `text_size_pt`: its own where they are not those of the document. Without `own_leaf`,
    it begins on the next page, whichever side of a leaf that is.
    """

    type: Literal["new_paper"] = "new_paper"
    title: Title
    subtitle: PlainText = ""
    lang: Lang | None = None
    footer: PlainText | None = None
    text_size_pt: TextSize | None = None
    own_leaf: bool = True


Block = Annotated[
    Heading
    | Paragraph
    | Listing
    | Table
    | Callout
    | Source
    | Signatures
    | Definitions
    | Picture
    | PageBreak
    | NewPaper,
    Field(discriminator="type"),
]


class Document(_Content):
    """A whole document: its title, its language, its blocks in reading order.

    `created` is written in the properties of the files, so that the same document gives the same PDF;
    `text_size_pt` is the size of the text on paper.
    """

    title: Title
    subtitle: PlainText = ""
    lang: Lang = "fr-FR"
    author: PlainText = ""
    created: dt.date | None = None
    footer: PlainText = ""
    text_size_pt: TextSize = 10.5
    blocks: tuple[Block, ...] = ()

    @property
    def right_to_left(self) -> bool:
        """Whether the language of the document is written from right to left."""
        return right_to_left(self.lang)

    @model_validator(mode="after")
    def _levels_follow_each_other(self) -> Document:
        # A screen reader lists headings as a tree: PDF/UA refuses a level 3 that follows a level 1.
        deepest = 0
        for block in self.blocks:
            if isinstance(block, NewPaper):
                deepest = 0
            if isinstance(block, Heading):
                if block.level > deepest + 1:
                    raise ValueError(phrase("niveaux-des-titres", title=block.text, level=block.level, deepest=deepest))
                deepest = block.level
        return self

    @model_validator(mode="after")
    def _badges_point_to_sources(self) -> Document:
        places = [block.badge.anchor for block in self.blocks if isinstance(block, Source)]
        if len(set(places)) < len(places):
            raise ValueError(phrase("numero-pris-deux-fois"))
        for part in inlines(self):
            if isinstance(part, NatureBadge) and part.source is not None and part.anchor not in places:
                raise ValueError(phrase("source-absente", source=part.source))
        return self


def bound(documents: Sequence[Document]) -> Document:
    """Return documents as one, each a paper that begins on the next page, in its language and its size."""
    first, *others = documents
    blocks = list(first.blocks)
    for each in others:
        own = {name: getattr(each, name) for name in ("title", "subtitle", "lang", "footer", "text_size_pt")}
        blocks += [NewPaper(**own, own_leaf=False), *each.blocks]
    return Document.model_validate({**dict(first), "blocks": tuple(blocks)})


def inlines(document: Document) -> Iterable[Text | NatureBadge | Drawing]:
    """Give every run, badge and drawing of the document, in reading order."""
    for block in document.blocks:
        match block:
            case Paragraph() | Callout() | Source():
                yield from block.parts
            case Listing():
                for item in block.items:
                    yield from item
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from cell
            case Definitions():
                for _, parts in block.items:
                    yield from parts


Part = str | Text | NatureBadge | Drawing


def bold(text: str) -> Text:
    """Return text that stands out."""
    return Text(text=text, bold=True)


def as_written(text: str) -> Text:
    """Return what a person wrote, as they wrote it."""
    return Text(text=text, written=True)


def emphasis(text: str) -> Text:
    """Return text that is stressed."""
    return Text(text=text, emphasis=True)


def link(text: str, address: str) -> Text:
    """Return text that leads to a web, mail or telephone address."""
    return Text(text=text, link=address)


def heading(level: int, text: str) -> Heading:
    """Return a heading of level 1, 2 or 3."""
    return Heading(level=level, text=text)


def paragraph(*parts: Part, small: bool = False, lang: str | None = None) -> Paragraph:
    """Return a paragraph made of strings, runs, badges and drawings, in a language of its own if it has one."""
    return Paragraph(parts=parts, small=small, lang=lang)


def bullets(*items: Part | Iterable[Part]) -> Listing:
    """Return a list with bullets."""
    return Listing(items=items)


def steps(*items: Part | Iterable[Part]) -> Listing:
    """Return a list with numbers."""
    return Listing(items=items, ordered=True)


_ANNOUNCED = (Listing, Table, Callout, Definitions, Picture)


def introductions(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the ranks of the paragraphs that stand on the same page as what they announce.

    Under a heading, a paragraph announces a list, a table, or the headings below that one; before another heading of
    the same rank, it is all that there is to say. Before a picture, it is its title, wherever it stands.
    """
    under_headings = {
        rank + 1
        for rank, (above, text, below) in enumerate(zip(blocks, blocks[1:], blocks[2:], strict=False))
        if isinstance(above, Heading)
        and isinstance(text, Paragraph)
        and (below.level > above.level if isinstance(below, Heading) else isinstance(below, _ANNOUNCED))
    }
    titles = {
        rank
        for rank, (text, below) in enumerate(pairwise(blocks))
        if isinstance(text, Paragraph) and isinstance(below, Picture)
    }
    return frozenset(under_headings | titles)

"""Le même contenu dans les trois formats, quels que soient les caractères qu'une école y met."""

import datetime as dt
import re
import unicodedata
from html.parser import HTMLParser
from io import BytesIO

import docx
import pypdf
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.documents import (
    NATURE_LABELS,
    Badge,
    Callout,
    Definitions,
    Document,
    PageBreak,
    Signatures,
    Source,
    Table,
    Text,
    bold,
    bullets,
    emphasis,
    heading,
    link,
    paragraph,
    steps,
    to_docx,
    to_html,
    to_pdf,
)

NASTY = '#import "x" *a* _b_ $x$ @y <z> \\ `c` // d /* e */ = f - + [i] {j} \' & &amp; ~ --- ... %s {0} </p> ]]>'
FRENCH = "L’œuvre « Où ça, à Noël\u00a0? » coûte 3\u202f€, dès l’Œdème n°\u00a04… Ÿ Ç É — –"
# Latin letters, signs that mean something to one of the formats, spaces of all kinds, and what has to be cleaned.
LETTERS = st.sampled_from(
    [*"aéœ’«»#*_$@<>\\`/=-+[]{}\"'&~%;:!?()|^0", "\u00a0", "\u202f", " ", "\n", "\t", "\x01", "\u200b", "e\u0301", "€"]
)
texts = st.lists(LETTERS, max_size=12).map("".join)
titles = texts.map(lambda text: f"T{text}")
links = st.none() | st.just("https://example.org/?a=1&b=2")
runs = st.builds(Text, text=texts, bold=st.booleans(), emphasis=st.booleans(), link=links)
badges = st.builds(Badge, nature=st.sampled_from(list(NATURE_LABELS)))
parts = st.lists(runs | st.builds(Badge, nature=st.sampled_from(list(NATURE_LABELS))), min_size=1, max_size=3).map(
    tuple
)
tables = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        Table,
        caption=titles,
        header=st.tuples(*[texts] * columns),
        rows=st.lists(st.tuples(*[parts] * columns), max_size=3).map(tuple),
        row_header=st.booleans(),
    )
)
blocks = st.one_of(
    titles.map(lambda text: heading(1, text)),
    parts.map(lambda some: paragraph(*some)),
    st.lists(parts, min_size=1, max_size=3).map(lambda items: bullets(*items)),
    st.lists(parts, min_size=1, max_size=3).map(lambda items: steps(*items)),
    tables,
    st.builds(Callout, kind=st.sampled_from(["information", "attention"]), title=titles, parts=parts),
    st.lists(titles, min_size=1, max_size=2).map(lambda lines: Signatures(lines=tuple(lines))),
    st.lists(st.tuples(titles, parts), min_size=1, max_size=2).map(lambda items: Definitions(items=tuple(items))),
    st.just(PageBreak()),
)
documents = st.builds(
    Document, title=titles, subtitle=texts, author=texts, blocks=st.lists(blocks, max_size=4).map(tuple)
)


def everything() -> Document:
    """A document with one block of each kind, and the worst text in each place."""
    return Document(
        title=f"Titre {NASTY}",
        subtitle=NASTY,
        author=NASTY,
        footer=NASTY,
        created=dt.date(2026, 11, 24),
        blocks=(
            heading(1, FRENCH),
            paragraph(
                NASTY, bold(NASTY), emphasis("é"), link("lien", "https://example.org"), Badge(nature="loi", source=1)
            ),
            bullets(NASTY, (bold("gras"), " suite", " et fin")),
            steps("un", "deux"),
            Table(caption=NASTY, header=("A", NASTY), rows=(("x", NASTY), ("y", (bold("z"),)))),
            Callout(title=NASTY, kind="attention", parts=FRENCH),
            Definitions(items=((NASTY, FRENCH),)),
            PageBreak(),
            Signatures(lines=(NASTY,)),
            Source(number=1, nature="loi", parts=NASTY),
        ),
    )


def said(document: Document) -> list[str]:
    """The texts of a document in reading order: what each format has to show."""
    out = [document.title, document.subtitle]
    for block in document.blocks:
        data = block.model_dump()
        match data["type"]:
            case "heading":
                out.append(data["text"])
            case "table":
                out += [data["caption"], *data["header"], *(_runs(cell) for row in block.rows for cell in row)]
            case "list":
                out += [_runs(item) for item in block.items]
            case "definitions":
                for term, some in block.items:
                    out += [term, _runs(some)]
            case "callout":
                out += [data["title"], _runs(block.parts)]
            case "source":
                out += [f"{NATURE_LABELS[block.nature]} {block.number}", _runs(block.parts)]
            case "signatures":
                out += block.lines
            case "paragraph":
                out.append(_runs(block.parts))
    return out


def _runs(some) -> str:
    return "".join(part.text for part in some)


def bare(text: str) -> str:
    """A text without spaces: each format breaks lines in its own way."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def appears_in_order(expected: list[str], shown: str) -> None:
    shown, place = bare(shown), 0
    for text in map(bare, expected):
        found = shown.find(text, place)
        assert found >= 0, f"« {text} » manque après « {shown[max(0, place - 40) : place]} » dans {shown!r}"
        place = found + len(text)


def docx_text(content: bytes) -> str:
    body = docx.Document(BytesIO(content)).element.body
    return "".join(node.text or "" for node in body.iter(qn("w:t")))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_body = False

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._in_body = self._in_body or tag == "body"

    def handle_data(self, data):
        if self._in_body:
            self.words.append(data)


def read_html(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def pdf_text(content: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_docx_and_html_say_every_text_in_order_and_nothing_else(document):
    expected = bare("".join(said(document)))
    assert bare("".join(read_html(to_html(document)).words)) == expected
    assert bare(docx_text(to_docx(document))) == expected


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_pdf_says_every_text_in_order(document):
    appears_in_order(said(document), pdf_text(to_pdf(document)))


def test_worst_text_everywhere_comes_out_the_same_in_the_three_formats():
    document = everything()
    for shown in (
        docx_text(to_docx(document)),
        "".join(read_html(to_html(document)).words),
        pdf_text(to_pdf(document)),
    ):
        appears_in_order(said(document), shown)

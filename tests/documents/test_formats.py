"""Le même contenu dans les trois formats, quels que soient les caractères qu'une école y met."""

import datetime as dt
import re
import unicodedata
from html.parser import HTMLParser
from io import BytesIO
from typing import Any, cast

import docx
import emoji
import pypdf
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from narrowing import of_kind, present

from liaison.documents import (
    NATURE_LABELS,
    Callout,
    Definitions,
    Document,
    DocumentError,
    Drawing,
    NatureBadge,
    NewPaper,
    PageBreak,
    Signatures,
    Source,
    Table,
    Text,
    as_written,
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
from liaison.documents.pdf import with_emoji_named
from liaison.documents.typography import french_document

NASTY = '#import "x" *a* _b_ $x$ @y <z> \\ `c` // d /* e */ = f - + [i] {j} \' & &amp; ~ --- ... %s {0} </p> ]]>'
FRENCH = "L’œuvre « Où ça, à Noël\u00a0? » coûte 3\u202f€, dès l’Œdème n°\u00a04… Ÿ Ç É — –"
# Latin letters, signs that mean something to one of the formats, spaces of all kinds, and what has to be cleaned.
LETTERS = st.sampled_from(
    [*"aéœ’«»#*_$@<>\\`/=-+[]{}\"'&~%;:!?()|^0", "\u00a0", "\u202f", " ", "\n", "\t", "\x01", "\u200b", "e\u0301", "€"]
)
texts = st.lists(LETTERS, max_size=12).map("".join)
titles = texts.map(lambda text: f"T{text}")
links = st.none() | st.just("https://example.org/?a=1&b=2")
runs = st.builds(Text, text=texts, written=st.booleans(), bold=st.booleans(), emphasis=st.booleans(), link=links)
badges = st.builds(NatureBadge, nature=st.sampled_from(list(NATURE_LABELS)))
parts = st.lists(runs | badges, min_size=1, max_size=3).map(tuple)
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
    st.builds(NewPaper, title=titles, subtitle=texts),
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
                NASTY,
                bold(NASTY),
                emphasis("é"),
                link("lien", "https://example.org"),
                NatureBadge(nature="loi", source=1),
            ),
            bullets(NASTY, (bold("gras"), " suite", " et fin")),
            steps("un", "deux"),
            Table(caption=NASTY, header=("A", NASTY), rows=(("x", NASTY), ("y", (bold("z"),)))),
            Callout(title=NASTY, kind="attention", parts=FRENCH),
            Definitions(items=((NASTY, FRENCH),)),
            PageBreak(),
            Signatures(lines=(NASTY,)),
            Source(number=1, nature="loi", parts=NASTY),
            NewPaper(title=NASTY, subtitle=NASTY),
            paragraph(NatureBadge(nature="charte", source=1, paper=2)),
            Source(number=1, nature="charte", parts=FRENCH, paper=2),
        ),
    )


def said(document: Document) -> list[str]:
    """The texts of a document in reading order: what each format has to show."""
    out = [document.title, document.subtitle]
    for block in document.blocks:
        data, any_kind = block.model_dump(), cast(Any, block)
        match data["type"]:
            case "heading":
                out.append(data["text"])
            case "table":
                out += [data["caption"], *data["header"], *(_runs(cell) for row in any_kind.rows for cell in row)]
            case "list":
                out += [_runs(item) for item in any_kind.items]
            case "definitions":
                for term, some in any_kind.items:
                    out += [term, _runs(some)]
            case "callout":
                out += [data["title"], _runs(any_kind.parts)]
            case "source":
                out += [f"{NATURE_LABELS[any_kind.nature]} {any_kind.number}", _runs(any_kind.parts)]
            case "signatures":
                out += any_kind.lines
            case "new_paper":
                out += [data["title"], data["subtitle"]]
            case "paragraph":
                out.append(_runs(any_kind.parts))
    return out


def _runs(some: Any) -> str:
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

    def handle_starttag(self, tag: Any, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_body = self._in_body or tag == "body"

    def handle_data(self, data: Any) -> None:
        if self._in_body:
            self.words.append(data)


def read_html(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def pdf_text(content: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_docx_and_html_say_every_text_in_order_and_nothing_else(document: Any) -> None:
    expected = bare("".join(said(document)))
    assert bare("".join(read_html(to_html(document)).words)) == expected
    assert bare(docx_text(to_docx(document))) == expected


def test_each_line_word_and_table_of_a_docx_has_a_style_that_the_file_has() -> None:
    made = docx.Document(BytesIO(to_docx(everything())))
    named = {
        each.get(qn("w:val")) for kind in ("w:pStyle", "w:rStyle", "w:tblStyle") for each in made.element.iter(qn(kind))
    }
    assert len(named) > 15
    assert named <= {style.style_id for style in made.styles}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_pdf_says_every_text_in_order(document: Any) -> None:
    appears_in_order(said(document), pdf_text(to_pdf(document)))


def test_worst_text_everywhere_comes_out_the_same_in_the_three_formats() -> None:
    document = everything()
    for shown in (
        docx_text(to_docx(document)),
        "".join(read_html(to_html(document)).words),
        pdf_text(to_pdf(document)),
    ):
        appears_in_order(said(document), shown)


# What somebody types: signs that mean something to one of the formats, spaces in a row, empty lines.
TYPED = "- Signez.\n* Merci.\n\n# Lundi\n    1. <b>Oui</b> : non  &amp; #x _y_ $z$ `w`\n_ < > \\ @a //b [c]{d} « e »;f?"
lines = st.lists(st.sampled_from([*"-*#_<>&$@`\\/=+[]1.aé?:;«»", "\u00a0", " ", "  ", "\t"]), max_size=10).map("".join)
typed = st.lists(lines, min_size=1, max_size=4).map("\n".join)


def theirs(text: str) -> Document:
    return french_document(Document(title="T", blocks=(paragraph(as_written(text)),)))


def lines_of_docx(content: bytes) -> str:
    (line,) = docx.Document(BytesIO(content)).paragraphs[1:]
    return "".join("\n" if node.tag == qn("w:br") else node.text or "" for node in line._p.iter(qn("w:t"), qn("w:br")))


@settings(max_examples=100, deadline=None)
@given(typed)
@example(TYPED)
def test_what_somebody_wrote_comes_out_as_they_wrote_it(text: str) -> None:
    shown = "\n".join(line.expandtabs(4) for line in text.split("\n"))
    page = read_html(to_html(theirs(text)))
    assert "".join(page.words[page.words.index("T") + 1 :]).rstrip("\n") == shown.rstrip("\n")
    assert ("span", {"class": "written"}) in page.tags
    assert not {"ul", "ol", "li"} & {name for name, _ in page.tags}
    assert lines_of_docx(to_docx(theirs(text))) == shown


def test_what_somebody_wrote_keeps_its_lines_on_paper() -> None:
    shown = pypdf.PdfReader(BytesIO(to_pdf(theirs(TYPED)))).pages[0].extract_text(extraction_mode="layout")
    there = [bare(line) for line in shown.splitlines()]
    start = there.index(bare("- Signez."))
    assert there[start:][: len(TYPED.splitlines())] == [bare(line) for line in TYPED.splitlines()]
    indents = [len(line) - len(line.lstrip()) for line in shown.splitlines()[start:]]
    assert indents[4] > indents[3] == indents[0]


def test_pdf_is_tagged_titled_in_french_and_claims_pdf_ua() -> None:
    reader = pypdf.PdfReader(BytesIO(to_pdf(everything())))
    root = cast(Any, reader.root_object)
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "fr-FR"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert present(reader.metadata).title == everything().title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


NAMES = {
    "Éloïse Lefèvre-Muñoz": "Libertinus",
    "Олена Шевченко, Ґанна, Їжак": "Libertinus",
    "Şükrü Yıldız, Ştefania Țăranu": "Libertinus",
    "ليلى بن عمر، مهدی رضایی، پښتو": "Vazirmatn",
}


@pytest.mark.parametrize(("name", "family"), NAMES.items())
def test_a_name_in_any_language_of_the_suite_is_set_in_a_proportional_font(name: str, family: str) -> None:
    page = pypdf.PdfReader(BytesIO(to_pdf(Document(title=name, blocks=(paragraph(name, bold(name)),))))).pages[0]
    fonts = [str(font.get_object()["/BaseFont"]) for font in cast(Any, page["/Resources"])["/Font"].values()]
    assert any(family in one for one in fonts)
    assert not [one for one in fonts if "Mono" in one]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_back_letter_by_letter_as_a_voice_reads_it(name: str) -> None:
    read = pypdf.PdfReader(BytesIO(to_pdf(Document(title="Titre", blocks=(paragraph(name),))))).pages[0].extract_text()
    drawn = unicodedata.normalize("NFKC", read).split()
    for word in re.findall(r"[^\W_]+", name):
        assert word in " ".join(drawn) or word[::-1] in " ".join(drawn), word  # a PDF gives Arabic as it is drawn


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("uk", "ltr")])
def test_a_paragraph_in_another_language_says_which_and_its_drawing_says_nothing(lang: str, direction: str) -> None:
    said = paragraph(Drawing(path="M3 5.5h18v13H3z"), "مدرسة", lang=lang)
    document = Document(title="Titre", blocks=(said,))
    html = to_html(document)
    assert f'<p lang="{lang}" dir="{direction}">' in html
    assert 'aria-hidden="true"' in html
    assert docx_text(to_docx(document)).endswith("مدرسة")
    (last,) = docx.Document(BytesIO(to_docx(document))).paragraphs[-1:]
    assert bool(last._p.findall(f".//{qn('w:bidi')}")) == (direction == "rtl")
    assert pypdf.PdfReader(BytesIO(to_pdf(document))).pages


def test_a_path_that_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="path"):
        Drawing(path="M0 0'/><script>")


def test_pdf_uses_the_fonts_that_typst_carries_and_embeds_them() -> None:
    reader = pypdf.PdfReader(BytesIO(to_pdf(everything())))
    fonts = {
        descendant.get_object()["/BaseFont"]: descendant.get_object()["/FontDescriptor"].get_object()
        for page in reader.pages
        for font in cast(Any, page["/Resources"])["/Font"].values()
        for descendant in font.get_object()["/DescendantFonts"]
    }
    assert fonts
    assert all("Libertinus" in name for name in fonts)
    assert all("/FontFile3" in descriptor or "/FontFile2" in descriptor for descriptor in fonts.values())


def test_same_document_gives_the_same_pdf() -> None:
    assert to_pdf(everything()) == to_pdf(everything())


def test_character_without_a_font_is_named_in_french_and_kept_by_the_other_formats() -> None:
    document = Document(title="Titre", blocks=(paragraph("école \u13a0\U000100a0"),))
    with pytest.raises(DocumentError, match="aucune police de cette machine"):
        to_pdf(document)
    assert "\U000100a0" in to_html(document)
    assert "\U000100a0" in docx_text(to_docx(document))


def test_an_emoji_that_no_font_has_is_its_french_name_in_the_pdf_and_itself_in_the_other_formats() -> None:
    document = Document(title="Titre", blocks=(paragraph("\u2705 Oui, ou \U0001fae8 © Non"),))
    assert "[bouton coché] Oui, ou [visage secoué] © Non" in pdf_text(to_pdf(document))
    assert "\u2705 Oui, ou \U0001fae8" in to_html(document)
    assert "\u2705 Oui, ou \U0001fae8" in docx_text(to_docx(document))


def test_every_emoji_has_a_french_name_that_a_document_can_hold() -> None:
    named = {sign: with_emoji_named(sign) for sign in emoji.EMOJI_DATA if sign > "\u2000"}
    assert len(named) > 3000
    assert not [name for name in named.values() if not re.fullmatch(r"(\[[^\[\]\"\\\\_]+\])+", name)]


def test_docx_has_real_headings_a_language_and_a_title() -> None:
    made = docx.Document(BytesIO(to_docx(everything())))
    styles = [present(line.style).name for line in made.paragraphs]
    assert styles[:3] == ["Title", "Subtitle", "Heading 1"]
    assert made.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "fr-FR"
    assert made.core_properties.title == everything().title
    assert made.core_properties.language == "fr-FR"
    assert made.core_properties.created.date() == dt.date(2026, 11, 24)
    assert round(present(made.sections[0].page_width).cm, 1) == 21.0


def test_arabic_letters_of_the_docx_are_as_large_and_as_bold_as_the_others() -> None:
    document = Document(title="عنوان", lang="ar", footer="1", blocks=(heading(1, "ع"), paragraph(bold("ق"))))
    made = docx.Document(BytesIO(to_docx(document)))
    roots = (made.element, made.styles.element, made.sections[0].footer.part.element)
    found = [properties for root in roots for properties in root.iter(qn("w:rPr"))]
    said = [[_said(properties, name) for properties in found] for name in ("b", "i", "sz")]
    assert said == [[_said(properties, name) for properties in found] for name in ("bCs", "iCs", "szCs")]
    assert all(any(values) for values in said)


def _said(properties: Any, name: str) -> str | None:
    one = properties.find(qn(f"w:{name}"))
    return None if one is None else one.get(qn("w:val"), "1")


def test_docx_table_repeats_its_header_row_and_announces_its_caption() -> None:
    (table,) = docx.Document(BytesIO(to_docx(everything()))).tables
    marked = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert marked == [True, False, False]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == of_kind(everything().blocks[4], Table).caption
    assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"


def test_each_numbered_list_of_the_docx_starts_at_one() -> None:
    made = docx.Document(BytesIO(to_docx(Document(title="T", blocks=(steps("a", "b"), steps("c"))))))
    numbers = [
        cast(Any, line._p).pPr.numPr.numId.val for line in made.paragraphs if present(line.style).name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_badge_leads_to_its_source_in_docx_and_html() -> None:
    document = everything()
    body = docx.Document(BytesIO(to_docx(document))).element.body
    anchors = [node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink")) if node.get(qn("w:anchor"))]
    assert anchors == [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    assert anchors == ["source_1", "source_1_2"]
    tags = read_html(to_html(document)).tags
    for place in ("source-1", "source-1-2"):
        assert ("a", {"href": f"#{place}"}) in tags
        assert sum(attributes.get("id") == place for _, attributes in tags) == 1


def test_another_paper_begins_on_a_leaf_of_its_own_and_counts_its_own_pages() -> None:
    pages = [PageBreak(), paragraph("suite"), PageBreak(), paragraph("fin")]
    document = Document(title="Un", footer="Pied", blocks=(paragraph("un"), NewPaper(title="Deux"), *pages))
    shown = [page.extract_text().split() for page in pypdf.PdfReader(BytesIO(to_pdf(document))).pages]
    ends = [" ".join(words[-4:]) for words in shown]
    assert ends == ["Pied 1 / 1", "Pied", "Pied 1 / 3", "Pied 2 / 3", "Pied 3 / 3"]
    made = docx.Document(BytesIO(to_docx(document)))
    assert [section.start_type for section in made.sections][1:] == [WD_SECTION.ODD_PAGE]
    assert [node.get(qn("w:start")) for node in made.element.body.iter(qn("w:pgNumType"))] == ["1"]


def test_html_is_semantic_french_and_loads_nothing() -> None:
    page = to_html(everything())
    tags = read_html(page).tags
    names = [name for name, _ in tags]
    assert tags[0] == ("html", {"lang": "fr-FR"})
    assert names.count("main") == names.count("caption") == 1
    assert names.count("h1") == 2  # one for each paper
    assert [attributes.get("scope") for name, attributes in tags if name == "th"] == ["col", "col", "row", "row"]
    assert not {"script", "img", "link", "iframe", "object"} & set(names)
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert not [attributes for name, attributes in tags for key in attributes if key in {"src", "srcset", "onload"}]


def test_signs_that_only_typst_carries_come_out_whatever_the_system_has() -> None:
    # With the system's fonts first, typst can choose one that has not the sign, and then refuses the document.
    document = Document(title="Liste", blocks=(bullets("☐ à faire", "✓ fait"),))
    appears_in_order(["☐ à faire", "✓ fait"], pdf_text(to_pdf(document)))


def test_notes_are_no_landmarks_for_two_of_them_may_have_one_title() -> None:
    twice = tuple(Callout(title="À lire", kind="attention", parts=(text,)) for text in ("Une chose.", "Une autre."))
    page = to_html(Document(title="Deux notes", blocks=twice))
    assert page.count('role="note"') == 2
    assert "<aside" not in page


def test_rows_to_write_in_by_hand_have_the_height_asked_for_in_the_three_formats() -> None:
    rows = tuple((str(number), "") for number in range(20))
    low, high = (
        Document(title="Feuille", blocks=(Table(caption="À signer", header=("N", "Signature"), rows=rows, **height),))
        for height in ({}, {"row_height_cm": 2.0})
    )
    assert len(pypdf.PdfReader(BytesIO(to_pdf(low))).pages) == 1
    assert len(pypdf.PdfReader(BytesIO(to_pdf(high))).pages) == 2  # quarante centimètres de lignes
    tables = [docx.Document(BytesIO(to_docx(one))).tables[0] for one in (low, high)]
    heights = [[row.height and round(row.height.cm, 2) for row in table.rows] for table in tables]
    assert heights == [[None] * 21, [None] + [2.0] * 20]
    assert to_html(high).count('<tr style="height: 2.0cm">') == 20
    assert "<tr style" not in to_html(low)

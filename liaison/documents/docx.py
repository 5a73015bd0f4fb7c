"""Le document en DOCX à modifier : vrais styles, vrais titres, tableaux dont l'en-tête se répète."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count, zip_longest
from pathlib import Path
from typing import Any, BinaryIO

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph

from liaison.base.languages import right_to_left
from liaison.documents.content import (
    Block,
    Callout,
    Definitions,
    Document,
    Drawing,
    Heading,
    Listing,
    NatureBadge,
    NewPaper,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Source,
    Table,
    Text,
    introductions,
)
from liaison.documents.docx_apart import set_apart
from liaison.documents.docx_elements import Cell, of_cell, of_paragraph, of_row, of_run
from liaison.documents.docx_pictures import Margin, add_picture, draw, draw_in_margin
from liaison.documents.docx_styles import (
    DRAWN,
    DRAWN_TERM,
    TEXT_WIDTH,
    also_for_arabic,
    count_from_one,
    drawing_height,
    element,
    frame_table,
    identifier,
    nature_style,
    prepare,
    shade,
    write_footer,
)
from liaison.documents.files import write_files

ENDS = frozenset("\t\n\r")  # what is not written as a letter
BESIDE_WORDS = Cm(0.5)
SHORT_TABLE = 10  # rows: a table read at a glance is not cut between two pages


def to_docx(document: Document, target: Path | BinaryIO | None = None) -> bytes:
    """Return the document as a DOCX file, also written to `target` (a path, all or nothing, or a stream) if given.

    Raises:
        DocumentError: the file cannot be written there.
    """
    made = docx.Document()
    prepare(made, document)
    _add_opening(made, document)
    of_introductions = introductions(document.blocks)
    bookmarks = count(1)
    papers: list[tuple[NewPaper, int]] = []
    margin = _margin(document.lang, document.text_size_pt)
    for rank, block in enumerate(document.blocks):
        if isinstance(block, NewPaper):
            papers.append((block, len(list(made.iter_inner_content()))))
            margin = _margin(block.lang or document.lang, block.text_size_pt or document.text_size_pt)
        _add_block(made, block, bookmarks, margin, announces=rank in of_introductions)
    ends = [start for _, start in papers[1:]]
    for (paper, start), end, section in zip_longest(papers, ends, list(made.sections)[1:]):
        footer = section.footer.paragraphs if paper.footer is not None else []
        set_apart([*list(made.iter_inner_content())[start:end], *footer], paper, document)
    also_for_arabic(made)
    stream = BytesIO()
    made.save(stream)
    content = stream.getvalue()
    if isinstance(target, Path | str):
        path = Path(target)
        write_files(path.parent, {path.name: content})
    elif target is not None:
        target.write(content)
    return content


def _add_line(made: Any, style: str | None = None, text: str = "") -> DocxParagraph:
    """Add a paragraph of a style, or of the normal one; asked for by its name, a style is looked for among all of
    them again at each line.
    """
    line: DocxParagraph = made.add_paragraph()
    if text:
        _add_run(line, text)
    if style is not None:
        _style(line, style)
    return line


def _style(line: DocxParagraph, style: str) -> None:
    """Give its style to a paragraph that has none yet: Word wants it first."""
    of_paragraph(line).get_or_add_pPr().insert(0, element("w:pStyle", val=identifier(style)))


def _add_run(line: DocxParagraph, text: str) -> Any:
    """Add words; python-docx reads them letter by letter for the tabs and the ends of lines, that few have."""
    if not ENDS.isdisjoint(text):
        return line.add_run(text)
    run = line.add_run()
    if text:
        of_run(run).add_t(text)
    return run


def _style_run(run: Any, style: str) -> None:
    """Give its style to a run that has none yet: Word wants it first."""
    of_run(run).get_or_add_rPr().insert(0, element("w:rStyle", val=identifier(style)))


def _add_opening(made: Any, paper: Document | NewPaper) -> None:
    _add_line(made, "Title", paper.title)
    if paper.subtitle:
        _add_line(made, "Subtitle", paper.subtitle)


def _margin(lang: str, text_size_pt: float) -> Margin:
    return Margin("right" if right_to_left(lang) else "left", drawing_height(text_size_pt))


def _add_block(made: Any, block: Block, bookmarks: Iterator[int], margin: Margin, *, announces: bool = False) -> None:
    match block:
        case Heading():
            _add_line(made, f"Heading {block.level}", block.text)
        case Paragraph():
            line = _add_line(made, "Note" if block.small else None)
            _add_parts(line, block.parts)
            if announces:  # what comes next, as a heading does
                line.paragraph_format.keep_with_next = True
            if block.lang:
                _say_language(line, block.lang)
        case Listing():
            _add_list(made, block)
        case Table():
            _add_table(made, block)
        case Callout():
            style = "Encadré attention" if block.kind == "attention" else "Encadré"
            title = _add_line(made, style)
            _add_run(title, block.title).bold = True
            title.paragraph_format.keep_with_next = True
            title.paragraph_format.space_before = Pt(8)
            line = _add_line(made, style)
            line.paragraph_format.space_after = Pt(10)
            _add_parts(line, block.parts)
        case Source():
            _add_source(_add_line(made, "Source"), block, next(bookmarks))
        case Signatures():
            lines = [_add_line(made, "Signature", f"{line}\u00a0\t") for line in block.lines]
            _keep_together(lines)
        case Definitions(drawings=()):
            for term, parts in block.items:
                _add_line(made, "Terme", term)
                _add_parts(_add_line(made, "Définition"), parts)
        case Definitions():
            for (term, parts), path in zip(block.items, block.drawings, strict=True):
                line = _add_line(made, DRAWN_TERM)
                draw_in_margin(line, path, margin)
                _add_run(line, term)
                _add_parts(_add_line(made, DRAWN), parts)
        case Picture():
            add_picture(_add_line(made), block)
        case PageBreak():
            made.add_page_break()
        case NewPaper():
            section = made.add_section(WD_SECTION.ODD_PAGE if block.own_leaf else WD_SECTION.NEW_PAGE)
            count_from_one(section)
            if block.footer is not None:
                section.footer.is_linked_to_previous = False
                write_footer(section.footer, block.footer)
            _add_opening(made, block)


def _add_list(made: Any, block: Listing) -> None:
    style = "List Number" if block.ordered else "List Bullet"
    number = _new_numbering(made) if block.ordered else None
    for item in block.items:
        line = _add_line(made, style)
        if number is not None:
            properties = of_paragraph(line).get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
        _add_parts(line, item)


def _new_numbering(made: Any) -> int:
    """Return a numbering that starts at 1: Word otherwise goes on counting from the list before."""
    numbering = made.part.numbering_part.element
    style_number = made.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    created = numbering.add_num(abstract)
    created.add_lvlOverride(ilvl=0).add_startOverride(1)
    number: int = created.numId
    return number


def _add_table(made: Any, block: Table) -> None:
    caption = _add_line(made, "Caption", block.caption)
    caption.paragraph_format.keep_with_next = True
    table = made.add_table(rows=1 + len(block.rows), cols=len(block.header), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    frame_table(table, block.caption, block.row_header)
    relative = block.widths or (1.0,) * len(block.header)
    widths = [int(TEXT_WIDTH * width / sum(relative)) for width in relative]
    header = table.rows[0]
    of_row(header).get_or_add_trPr().append(element("w:tblHeader", val="true"))
    for cell, label in zip(header.cells, block.header, strict=True):
        _fill(cell, (Text(text=label, bold=True),))
        shade(of_cell(cell).get_or_add_tcPr(), "E3EFF0")
    # table.cell() walks the whole grid at each call: rows are read once instead.
    for row, parts in zip(list(table.rows)[1:], block.rows, strict=True):
        of_row(row).get_or_add_trPr().append(element("w:cantSplit", val="true"))
        if block.row_height_cm:
            row.height = Cm(block.row_height_cm)
        for number, (cell, content) in enumerate(zip(row.cells, parts, strict=True)):
            is_header = block.row_header and number == 0
            _fill(cell, content, bold=is_header)
            if is_header:
                shade(of_cell(cell).get_or_add_tcPr(), "F4F5F2")
    # Lines without a header of their own are sentences: the next page goes on.
    if len(block.rows) <= SHORT_TABLE and block.row_header:
        _keep_together([cell.paragraphs[0] for row in table.rows for cell in row.cells])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    after = _add_line(made, "Note")
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = 0.6


def _keep_together(lines: list[DocxParagraph]) -> None:
    """Ask the word processor for one page: each line holds on to the next."""
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _fill(cell: Cell, parts: Iterable[Text | NatureBadge | Drawing], bold: bool = False) -> None:
    line = cell.paragraphs[0]
    _style(line, "Cellule")
    _add_parts(line, parts)
    if bold:
        for run in line.runs:
            run.bold = True


def _add_source(line: DocxParagraph, source: Source, number: int) -> None:
    of_paragraph(line).append(element("w:bookmarkStart", id=str(number), name=_bookmark(source.badge)))
    _add_badge(line, source.badge)
    of_paragraph(line).append(element("w:bookmarkEnd", id=str(number)))
    _add_run(line, "\u00a0 ")
    _add_parts(line, source.parts)


def _bookmark(badge: NatureBadge) -> str:
    return badge.anchor.replace("-", "_")  # Word takes no hyphen there


def _add_parts(line: DocxParagraph, parts: Iterable[Text | NatureBadge | Drawing]) -> None:
    for part in parts:
        match part:
            case NatureBadge(source=None):
                _add_badge(line, part)
            case NatureBadge():
                anchor = OxmlElement("w:hyperlink")
                anchor.set(qn("w:anchor"), _bookmark(part))
                anchor.append(of_run(_add_badge(line, part)))
                of_paragraph(line).append(anchor)
            case Text(link=str(address)):
                relation = line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True)
                anchor = OxmlElement("w:hyperlink")
                anchor.set(qn("r:id"), relation)
                run = _add_text(line, part)
                _style_run(run, "Lien")
                anchor.append(of_run(run))
                of_paragraph(line).append(anchor)
            case Text():
                _add_text(line, part)
            case Drawing():
                draw(line, part.path, BESIDE_WORDS)
                _add_run(line, "\u00a0")


def _say_language(line: DocxParagraph, lang: str) -> None:
    """Mark a paragraph and its runs with their language, and with the direction in which it is written."""
    turned = right_to_left(lang)
    if turned:
        of_paragraph(line).get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in of_paragraph(line).iter(qn("w:r")):
        properties = run.get_or_add_rPr()
        if turned:
            properties.append(OxmlElement("w:rtl"))
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi" if turned else "w:val"), lang)
        properties.append(language)


def _add_text(line: DocxParagraph, part: Text) -> Any:
    run = _add_run(line, part.text)
    # Said of what is bold only: the style decides of the rest, and « not bold » would undo a bold style.
    if part.bold:
        run.bold = True
    if part.emphasis:
        run.italic = True
    return run


def _add_badge(line: DocxParagraph, badge: NatureBadge) -> Any:
    run = _add_run(line, f"\u00a0{badge.text}\u00a0")
    _style_run(run, nature_style(badge.nature))
    return run

"""Dans un DOCX de plusieurs papiers, celui qui a sa langue, son sens de lecture ou sa taille de texte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from liaison.base.languages import right_to_left
from liaison.documents.content import Document, NewPaper
from liaison.documents.docx_elements import of_paragraph, of_run
from liaison.documents.docx_styles import element

# What Word wants after the direction of a paragraph.
_SPACES = ("left_indent", "space_before", "space_after")
_AFTER_DIRECTION = tuple(f"w:{name}" for name in ("adjustRightInd", "snapToGrid", "spacing", "ind", "jc", "sectPr"))


def set_apart(contents: Iterable[DocxParagraph | DocxTable], paper: NewPaper, document: Document) -> None:
    """Give the lines of a paper what its styles, which are those of the document, do not say."""
    lang = paper.lang or document.lang
    larger = (paper.text_size_pt or document.text_size_pt) / document.text_size_pt
    if lang == document.lang and larger == 1:
        return
    turned = right_to_left(lang)
    for line in _lines(contents):
        direction = element("w:bidi", val="1" if turned else "0")
        of_paragraph(line).get_or_add_pPr().insert_element_before(direction, *_AFTER_DIRECTION)
        size = next((style.font.size for style in _styles(line) if style.font.size), Pt(11))
        for name in _SPACES if larger != 1 else ():
            spaces = (getattr(style.paragraph_format, name) for style in _styles(line))
            if space := next((each for each in spaces if each is not None), None):
                setattr(line.paragraph_format, name, Length(int(space * larger)))
        for run in (Run(each, line) for each in of_paragraph(line).iter(qn("w:r"))):
            run.font.rtl = turned
            run.font.size = Pt(round(2 * (run.font.size or size).pt * larger) / 2)  # Word counts by halves
            of_run(run).get_or_add_rPr().append(element("w:lang", **{"bidi" if turned else "val": lang}))


def _lines(contents: Iterable[DocxParagraph | DocxTable]) -> Iterator[DocxParagraph]:
    for content in contents:
        if isinstance(content, DocxParagraph):
            yield content
        else:
            yield from (line for row in content.rows for cell in row.cells for line in cell.paragraphs)


def _styles(line: DocxParagraph) -> Iterator[ParagraphStyle]:
    """Give the style of a line, then those on which it rests."""
    style = line.style
    while style is not None:
        yield style
        style = style.base_style


__all__ = ["set_apart"]

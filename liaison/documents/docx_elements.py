"""Les éléments de Word que python-docx n'ouvre que par un nom privé, ici et nulle part ailleurs.

It gives no public way from a table, a paragraph or a section to its element, where what it cannot set is written: the
caption of a table, the colour of a cell, the words of a picture, a field, a bookmark, where pages begin to be counted.
`tests/documents/test_docx_elements.py` holds these names to the version that is locked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.table import _Cell as Cell

if TYPE_CHECKING:
    from docx.oxml.section import CT_HdrFtr, CT_SectPr
    from docx.oxml.shape import CT_Inline
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.text.run import CT_R
    from docx.section import Section, _Footer
    from docx.shape import InlineShape
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run


def of_table(table: Table) -> CT_Tbl:
    """Return `w:tbl`."""
    return table._tbl


def of_row(row: _Row) -> CT_Row:
    """Return `w:tr`."""
    return row._tr


def of_cell(cell: Cell) -> CT_Tc:
    """Return `w:tc`."""
    return cell._tc


def of_paragraph(line: Paragraph) -> CT_P:
    """Return `w:p`."""
    return line._p


def of_run(run: Run) -> CT_R:
    """Return `w:r`."""
    return run._r


def of_picture(shape: InlineShape) -> CT_Inline:
    """Return `wp:inline`."""
    return shape._inline


def of_section(section: Section) -> CT_SectPr:
    """Return `w:sectPr`."""
    return section._sectPr


def of_footer(footer: _Footer) -> CT_HdrFtr:
    """Return `w:ftr`."""
    return footer._element


__all__ = [
    "of_cell",
    "of_footer",
    "of_paragraph",
    "of_picture",
    "of_row",
    "of_run",
    "of_section",
    "of_table",
]

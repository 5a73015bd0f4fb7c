"""Les noms privés de python-docx : ceux de la version verrouillée (`tests/project/test_private_names.py`)."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.oxml.ns import qn

from liaison.base.addresses import qr_code
from liaison.documents import docx_elements as elements


def test_this_version_still_has_the_elements_under_these_names() -> None:
    written = docx.Document()
    table = written.add_table(1, 1)
    line = written.add_paragraph("Une ligne")
    picture = written.add_picture(BytesIO(qr_code("https://a.example/")))
    made = {
        "w:tbl": elements.of_table(table),
        "w:tr": elements.of_row(table.rows[0]),
        "w:tc": elements.of_cell(table.cell(0, 0)),
        "w:p": elements.of_paragraph(line),
        "w:r": elements.of_run(line.runs[0]),
        "w:ftr": elements.of_footer(written.sections[0].footer),
        "wp:inline": elements.of_picture(picture),
        "w:sectPr": elements.of_section(written.sections[0]),
    }
    assert {name: element.tag for name, element in made.items()} == {name: qn(name) for name in made}

"""Les noms privés de python-docx : ceux de la version verrouillée, et dans un seul fichier."""

from __future__ import annotations

import ast
import re
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn

from liaison.base.addresses import qr_code
from liaison.documents import docx_elements as elements

ROOT = Path(__file__).parents[2]
ALONE = Path(elements.__file__)


def reached(path: Path) -> set[str]:
    """The private names that a file reads of another object than its own."""
    return {
        node.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and re.fullmatch("_[a-z][A-Za-z]*", node.attr)
        and not (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"))
    }


def test_what_is_private_in_python_docx_is_read_in_one_file() -> None:
    found = {path.name: names for path in ALONE.parent.glob("docx*.py") if (names := reached(path))}
    assert found == {ALONE.name: {"_element", "_inline", "_p", "_r", "_sectPr", "_tbl", "_tc", "_tr"}}


def test_the_locked_version_still_has_the_elements_under_these_names() -> None:
    locked = re.search(r"^python-docx==(\S+)", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert locked
    assert version("python-docx") == locked[1]
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

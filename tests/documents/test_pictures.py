"""Une image et son texte de remplacement dans les trois formats ; un document écrit de droite à gauche."""

import zlib
from base64 import b64encode
from html import unescape
from io import BytesIO

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from pydantic import ValidationError

from liaison.documents import Document, Picture, bullets, paragraph, to_docx, to_html, to_pdf
from liaison.documents.typography import french_document


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


# Two by two pixels, black and white.
HEAD = (2).to_bytes(4, "big") * 2 + bytes((1, 0, 0, 0, 0))
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", HEAD)
    + _chunk(b"IDAT", zlib.compress(b"\x00\x80\x00\x40"))
    + _chunk(b"IEND", b"")
)
ALT = "Damier : « noir & blanc » <2×2>"
DOCUMENT = Document(title="Affiche", blocks=(Picture(png=PNG, alt=ALT, width_cm=6), paragraph("Dessous")))


def alternatives(pdf: bytes) -> list[str]:
    found: list[str] = []
    reader = pypdf.PdfReader(BytesIO(pdf))
    for number in range(1, int(str(reader.trailer["/Size"]))):
        node = reader.get_object(number)
        if isinstance(node, dict) and "/Alt" in node:
            found.append(str(node["/Alt"]))
    return found


def test_a_picture_says_its_alternative_in_the_three_formats() -> None:
    assert f'alt="{ALT}"' in unescape(to_html(DOCUMENT))
    assert ALT in alternatives(to_pdf(DOCUMENT))
    drawn = list(docx.Document(BytesIO(to_docx(DOCUMENT))).element.body.iter(qn("wp:docPr")))
    assert [node.get("descr") for node in drawn] == [ALT]


def test_a_picture_keeps_its_bytes_and_its_width() -> None:
    made = docx.Document(BytesIO(to_docx(DOCUMENT)))
    assert round(made.inline_shapes[0].width.cm, 1) == 6
    assert any(part.blob == PNG for part in made.part.related_parts.values() if hasattr(part, "image"))
    page = to_html(DOCUMENT)
    assert b64encode(PNG).decode() in page
    assert "img-src data:" in page
    assert Document.model_validate_json(DOCUMENT.model_dump_json()) == DOCUMENT
    picture = french_document(DOCUMENT).blocks[0]
    assert isinstance(picture, Picture)
    assert picture.png == PNG


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG"])
def test_what_is_not_a_png_is_refused(content: bytes) -> None:
    with pytest.raises(ValidationError, match="une image est un fichier PNG"):
        Picture(png=content, alt="x")


@pytest.mark.parametrize("alt", ["", " "])
def test_a_picture_without_an_alternative_is_refused(alt: str) -> None:
    with pytest.raises(ValidationError, match="ne peut pas être vide"):
        Picture(png=PNG, alt=alt)


@pytest.mark.parametrize(("lang", "right_to_left"), [("ar", True), ("ar-TN", True), ("tr", False), ("fr-FR", False)])
def test_a_document_runs_in_the_direction_of_its_language(lang: str, right_to_left: bool) -> None:
    document = Document(title="العربية", lang=lang, blocks=(paragraph("مرحبا"), bullets("أ")))
    assert document.right_to_left == right_to_left
    assert ('dir="rtl"' in to_html(document)) == right_to_left
    styles = docx.Document(BytesIO(to_docx(document))).styles
    assert (styles["Normal"].element.pPr.find(qn("w:bidi")) is not None) == right_to_left
    assert (styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rtl')}") is not None) == right_to_left
    assert pypdf.PdfReader(BytesIO(to_pdf(document))).root_object["/Lang"] == lang

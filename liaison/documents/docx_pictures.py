"""Les images d'un DOCX : celles qui disent quelque chose, et les dessins qu'une lecture à voix haute passe."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shape import InlineShape
from docx.shared import Cm, Emu, Length
from docx.text.paragraph import Paragraph as DocxParagraph

from liaison.documents.content import Picture
from liaison.documents.docx_elements import of_picture
from liaison.documents.drawings import drawing_png, drawing_svg

# How Word names a drawing beside the picture that stands for it ([MS-ODRAWXML], 2.3.1.1).
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
# How it says that a picture is read aloud by nobody.
DECORATIVE = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


@dataclass(frozen=True)
class Margin:
    """Where the drawings beside the lines stand: on which side of the page, and how high they are."""

    side: Literal["left", "right"]
    height: Length


def add_picture(line: DocxParagraph, picture: Picture) -> None:
    """Put a picture in the middle of its line, with what it says to who does not see it."""
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.line_spacing = 1  # of a line as high as a picture, the rest is a gap below it
    shape = _put(line, picture.png, width=Cm(picture.width_cm))
    of_picture(shape).docPr.set("descr", picture.alt)
    if picture.svg:
        _add_svg(line, shape, picture.svg)


def draw(line: DocxParagraph, path: str, height: Length) -> InlineShape:
    """Put a line drawing in a line, decorative."""
    shape = _put(line, drawing_png(path), height=height)
    properties = of_picture(shape).docPr
    properties.set("descr", "")
    properties.append(parse_xml(DECORATIVE))
    _add_svg(line, shape, drawing_svg(path))
    return shape


def draw_in_margin(line: DocxParagraph, path: str, margin: Margin) -> None:
    """Put a line drawing beside a line, on one side of the page: in the line, it would push it down."""
    inline = of_picture(draw(line, path, margin.height))
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:align>{margin.side}</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{Emu(Cm(0.05))}</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    extent, *others = list(inline)
    anchor.extend([extent, parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"), *others])
    inline.getparent().replace(inline, anchor)


def _put(line: DocxParagraph, png: bytes, **size: Length) -> InlineShape:
    """Put an image in a line, against what stands around it: where it is not said, LibreOffice leaves a margin."""
    shape = line.add_run().add_picture(BytesIO(png), **size)
    for side in "TBLR":
        of_picture(shape).set(f"dist{side}", "0")
    return shape


def _add_svg(line: DocxParagraph, shape: InlineShape, svg: str) -> None:
    """Put the drawing beside the PNG made of it: a word processor that reads SVG shows it, another shows the PNG."""
    package = line.part.package
    part = Part(package.next_partname("/word/media/dessin%d.svg"), "image/svg+xml", svg.encode(), package)
    relation = line.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = next(of_picture(shape).iter(qn("a:blip")))
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{SVG_NAMESPACE}" r:embed="{relation}"/></a:ext></a:extLst>'
        )
    )


__all__ = ["SVG_EXTENSION", "Margin", "add_picture", "draw", "draw_in_margin"]

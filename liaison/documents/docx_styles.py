"""Les styles du DOCX : une feuille A4 en français, une police courante, les natures de règle encadrées."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from functools import lru_cache
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from liaison.documents.content import Document, Nature, NewPaper
from liaison.documents.docx_elements import of_footer, of_run, of_section, of_table

TEXT_WIDTH = Cm(17)
USUAL_SIZE_PT = 10.5
DRAWN_TERM, DRAWN = "Terme dessiné", "Définition dessinée"
# Present on Windows and macOS; elsewhere a free font of the same widths takes its place.
FONT = "Arial"
INK, SOFT, ACCENT, WARM, WHITE = (
    RGBColor.from_string(colour) for colour in ("1D2330", "4A5265", "1F5F6B", "9A4B12", "FFFFFF")
)
# Its letters are wider and taller than those of the PDF: as many words on a page, and as large to the eye.
_AS_LARGE = 0.93
_LATIN = ("w:b", "w:i", "w:sz")  # what is said of Latin letters only
_NATURES: dict[Nature, tuple[str, RGBColor, str | None, str, str]] = {
    # nature: style, text, background, border, kind of border
    "loi": ("Nature loi", WHITE, "1D2330", "1D2330", "single"),
    "reglement": ("Nature règlement", WHITE, "1D2330", "1D2330", "single"),
    "circulaire": ("Nature circulaire", INK, None, "1D2330", "single"),
    "charte": ("Nature charte", ACCENT, None, "1F5F6B", "single"),
    "hypothese": ("Nature hypothèse", WARM, None, "9A4B12", "dashed"),
}


def nature_style(nature: Nature) -> str:
    """Return the name of the character style of a nature."""
    return _NATURES[nature][0]


def identifier(style: str) -> str:
    """Return what a paragraph or a run names its style by: its name without spaces, for python-docx as for Word."""
    return style.replace(" ", "")


def element(tag: str, **attributes: str) -> Any:
    """Return a WordprocessingML element with its attributes in the w: namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def shade(properties: Any, colour: str) -> None:
    """Give a background to a cell, a paragraph or a run."""
    properties.append(element("w:shd", val="clear", color="auto", fill=colour))


def prepare(made: Any, document: Document) -> None:
    """Set the page, the language, the properties, the styles and the footer of a new python-docx document."""
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.9)
    _set_properties(made, document)
    made.styles.element[:] = deepcopy(_styles(document.lang, document.right_to_left, document.text_size_pt))
    write_footer(section.footer, document.footer, alone=not any(isinstance(each, NewPaper) for each in document.blocks))


@lru_cache(maxsize=32)
def _styles(lang: str, right_to_left: bool, text_size_pt: float) -> Any:
    """Return the styles of any document in this language: setting them takes longer than writing most papers."""
    styles = docx.Document().styles
    _set_base(styles, lang, right_to_left, text_size_pt)
    _set_headings(styles, text_size_pt / USUAL_SIZE_PT)
    _add_block_styles(styles, text_size_pt)
    for style, colour, background, border, line in _NATURES.values():
        _add_nature_style(styles, style, colour, background, border, line)
    # The template's own stops are for another paper size.
    stops = styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    _also_for_arabic(styles.element)
    return styles.element


def _set_properties(made: Any, document: Document) -> None:
    properties = made.core_properties
    properties.title = document.title
    properties.subject = document.subtitle
    properties.author = document.author
    properties.last_modified_by = document.author
    properties.language = document.lang
    properties.comments = ""
    day = document.created or dt.date.today()
    properties.created = properties.modified = dt.datetime(day.year, day.month, day.day, 12)


def _set_base(styles: Any, lang: str, right_to_left: bool, text_size_pt: float) -> None:
    defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val=lang, eastAsia=lang, bidi=lang if right_to_left else "ar-SA"))
    normal = styles["Normal"]
    if right_to_left:
        normal.element.get_or_add_pPr().append(element("w:bidi"))
        defaults.find(qn("w:lang")).addprevious(element("w:rtl"))
    _set_font(normal, size=round(2 * _AS_LARGE * text_size_pt) / 2, colour=INK)  # Word counts by halves
    normal.paragraph_format.space_after = Pt(5 * text_size_pt / USUAL_SIZE_PT)
    normal.paragraph_format.line_spacing = 1.05
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)


def _set_headings(styles: Any, larger: float) -> None:
    """Set the titles, as much larger than usual as the text is."""

    def scaled(size: float) -> float:
        return round(2 * size * larger) / 2

    _set_font(styles["Title"], size=scaled(20), colour=ACCENT, bold=True)
    styles["Title"].paragraph_format.space_after = Pt(4)
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        styles["Title"].element.pPr.remove(border)
    _set_font(styles["Subtitle"], size=scaled(12), colour=SOFT, italic=False)
    for name in ("Title", "Subtitle"):
        spacing = styles[name].element.rPr.find(qn("w:spacing"))
        if spacing is not None:
            styles[name].element.rPr.remove(spacing)
    for level, size, colour in ((1, 13.5, ACCENT), (2, 11.5, ACCENT), (3, 10.5, INK)):
        style = styles[f"Heading {level}"]
        _set_font(style, size=scaled(size), colour=colour, bold=True)
        style.paragraph_format.space_before = Pt((12 if level == 1 else 8) * larger)
        style.paragraph_format.space_after = Pt(3 * larger)
    _set_font(styles["Caption"], size=10, colour=INK, bold=True)
    styles["Caption"].paragraph_format.space_before = Pt(6)
    styles["Caption"].paragraph_format.space_after = Pt(4)


def drawing_height(text_size_pt: float) -> Length:
    """Return how high a drawing in the margin is: two lines of the text."""
    return Pt(_AS_LARGE * text_size_pt * 2.1)


def _add_block_styles(styles: Any, text_size_pt: float) -> None:
    note = _new_style(styles, "Note", size=8.5, colour=SOFT)
    note.paragraph_format.space_after = Pt(4)
    note.paragraph_format.line_spacing = 1.05
    source = _new_style(styles, "Source", size=8.5, colour=SOFT)
    source.paragraph_format.space_after = Pt(4)
    source.paragraph_format.line_spacing = 1.05
    cell = _new_style(styles, "Cellule", size=8.5)
    cell.paragraph_format.space_after = Pt(0)
    cell.paragraph_format.line_spacing = 1.0
    for name, border, background in (("Encadré", "1F5F6B", "E3EFF0"), ("Encadré attention", "9A4B12", "FBEEE2")):
        _add_frame(_new_style(styles, name), border, background)
    signature = styles["Signature"] if "Signature" in styles else _new_style(styles, "Signature")
    signature.paragraph_format.space_before = Pt(16 * text_size_pt / USUAL_SIZE_PT)
    signature.paragraph_format.space_after = Pt(0)
    signature.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    term = _new_style(styles, "Terme", bold=True)
    term.paragraph_format.space_after = Pt(1)
    term.paragraph_format.keep_with_next = True
    definition = _new_style(styles, "Définition")
    definition.paragraph_format.left_indent = Cm(0.6)
    for name, base in ((DRAWN_TERM, term), (DRAWN, definition)):
        drawn = _new_style(styles, name)
        drawn.base_style = base
        drawn.paragraph_format.line_spacing = 1.05
        drawn.paragraph_format.left_indent = Length(int(1.4 * drawing_height(text_size_pt)))
    link = styles.add_style("Lien", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = ACCENT
    link.font.underline = True


def _add_frame(style: Any, border: str, background: str) -> None:
    properties = style.element.get_or_add_pPr()
    frame = element("w:pBdr")
    frame.append(element("w:left", val="single", sz="24", space="8", color=border))
    properties.append(frame)
    shade(properties, background)
    style.paragraph_format.left_indent = Cm(0.4)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.3
    style.paragraph_format.keep_together = True


def frame_table(table: Any, caption: str, row_header: bool) -> None:
    """Give a table thin grey borders, room around its words, and what a screen reader announces of it."""
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="C9CDD6"))
    margins = element("w:tblCellMar")
    for side, width in (("top", "40"), ("left", "90"), ("bottom", "40"), ("right", "90")):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    look = of_table(table).tblPr.find(qn("w:tblLook"))
    look.set(qn("w:firstColumn"), "1" if row_header else "0")
    # Word checks the order of these elements: borders and margins before the look, the caption after it.
    layout = of_table(table).tblPr.find(qn("w:tblLayout"))
    look.addprevious(borders)
    if layout is not None:
        look.addprevious(layout)
    look.addprevious(margins)
    look.addnext(element("w:tblCaption", val=caption))


def _add_nature_style(styles: Any, name: str, colour: RGBColor, background: str | None, border: str, line: str) -> None:
    style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.font.size = Pt(8)
    style.font.color.rgb = colour
    properties = style.element.get_or_add_rPr()
    properties.append(element("w:bdr", val=line, sz="4", space="0", color=border))
    if background is not None:
        shade(properties, background)


def _new_style(
    styles: Any, name: str, *, size: float | None = None, colour: RGBColor | None = None, bold: bool | None = None
) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    if size is not None:
        style.font.size = Pt(size)
    if colour is not None:
        style.font.color.rgb = colour
    style.font.bold = bold
    return style


def _set_font(
    style: Any, *, size: float, colour: RGBColor, bold: bool | None = None, italic: bool | None = None
) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    style.font.bold = bold
    style.font.italic = italic
    fonts = style.element.rPr.rFonts
    # The template's theme fonts would win over the name.
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def also_for_arabic(made: Any) -> None:
    """Say each size and weight for Arabic letters too, which have theirs: without it, they are small and never bold."""
    footers = [of_footer(section.footer) for section in made.sections if not section.footer.is_linked_to_previous]
    for root in (made.element, *footers):
        _also_for_arabic(root)


def _also_for_arabic(root: Any) -> None:
    for former in list(root.iter(*(qn(f"{name}Cs") for name in _LATIN))):
        former.getparent().remove(former)
    for latin in list(root.iter(*map(qn, _LATIN))):
        latin.addnext(OxmlElement(f"w:{latin.tag.rpartition('}')[2]}Cs", attrs=dict(latin.attrib)))


def count_from_one(section: Any) -> None:
    """Have the pages of a section counted from 1."""
    if of_section(section).find(qn("w:pgNumType")) is None:
        of_section(section).find(qn("w:pgMar")).addnext(element("w:pgNumType", start="1"))


def write_footer(footer: Any, text: str, *, alone: bool = False) -> None:
    """Write what stands at the foot of each page, and its number; `alone`: of how many."""
    line = footer.paragraphs[0]
    line.add_run(f"{text}\t")
    _add_field(line, "PAGE")
    # Of several papers, each counts its own pages: how many all have together says nothing to who holds one.
    if alone:
        line.add_run(" / ")
        _add_field(line, "NUMPAGES")
    for run in line.runs:
        run.font.size = Pt(8)
        run.font.color.rgb = SOFT


def _add_field(line: Any, instruction: str) -> None:
    """Add a field that the word processor computes, such as the number of the page."""
    for kind, code in (("begin", None), (None, instruction), ("separate", None), ("end", None)):
        run = line.add_run()
        if code is None:
            of_run(run).append(element("w:fldChar", fldCharType=str(kind)))
        else:
            instructions = element("w:instrText")
            instructions.text = code
            of_run(run).append(instructions)

"""Le document en une page web qui se suffit à elle-même, prête à imprimer en A4."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple, get_args
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from liaison.base.languages import right_to_left
from liaison.documents.content import (
    Block,
    Callout,
    Definitions,
    Document,
    Drawing,
    Heading,
    Listing,
    Nature,
    NatureBadge,
    NewPaper,
    PageBreak,
    Paragraph,
    Picture,
    Signatures,
    Source,
    Table,
    Text,
)

STYLE = Path(__file__).with_name("print.css")

# The page says itself that it may load nothing: a suite that teaches data protection calls no other host.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
_VIEW = "width=device-width, initial-scale=1"
_CALLOUTS = get_args(Callout.model_fields["kind"].annotation)
# The values that pages have from here and from nobody else.
_OWN_VALUES = {
    "http-equiv": ("Content-Security-Policy",),
    "content": (POLICY, _VIEW),
    "charset": ("utf-8",),
    "name": ("viewport", "author"),
    "role": ("note", "region", "img"),
    "scope": ("col", "row"),
    "dir": ("rtl", "ltr"),
    "aria-hidden": ("true",),
    "class": (
        *(
            "subtitle",
            "small",
            "drawn",
            "callout-title",
            "source",
            "signature",
            "picture",
            "page-break",
            "table",
            "drawing",
        ),
        *("written", *(f"callout {kind}" for kind in _CALLOUTS), *(f"nature {nature}" for nature in get_args(Nature))),
    ),
}


def to_html(document: Document) -> str:
    """Return the document as one HTML page: semantic, its style inside, nothing to load, ready for A4 paper."""
    page = Element("html", {"lang": document.lang} | ({"dir": "rtl"} if document.right_to_left else {}))
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": POLICY})
    SubElement(head, "meta", name="viewport", content=_VIEW)
    if document.author:
        SubElement(head, "meta", name="author", content=document.author)
    SubElement(head, "title").text = document.title
    SubElement(head, "style").text = (
        STYLE.read_text(encoding="utf-8") + f"@media print {{ body {{ font-size: {document.text_size_pt}pt }} }}\n"
    )
    body = SubElement(page, "body")
    main = SubElement(body, "main")
    _add_opening(main, document)
    paper = main
    closings: list[tuple[str, dict[str, str]]] = [(document.footer, {})] if document.footer else []
    for block in document.blocks:
        if isinstance(block, NewPaper):
            paper = _add_paper(main, block)
            if block.footer:
                closings.append((block.footer, _language(block.lang)))
        else:
            _add_block(paper, block)
    if closings:
        footer = SubElement(body, "footer")
        for text, attributes in closings:
            SubElement(footer, "p", attributes).text = text
    _draw_letters_once(page)
    # ElementTree escapes every text and attribute: a name such as « <b> » stays a name.
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html") + "\n"


class PageSection(NamedTuple):
    """What a document holds from a heading to the next, and the first table's caption; without a title, its opening.

    What is in it are nodes: a text, or [tag, attributes, *nodes]. `after`: it comes after the signatures.
    """

    title: str
    caption: str
    nodes: list[Any]
    after: bool


def to_sections(document: Document) -> list[PageSection]:
    """Return what the page of `to_html` holds, for a screen that has its own title and folds what is under a heading.

    The opening comes first. A row of a table is a card where it is narrow: each cell says its column, each its role.
    """
    opening = Element("div")
    if document.subtitle:
        SubElement(opening, "p", {"class": "subtitle"}).text = document.subtitle
    sections, signed = [("", opening, False)], False
    for block in document.blocks:
        match block:
            case Heading(level=1, text=title) | NewPaper(title=title):
                sections.append((title, Element("div"), signed))
            case _:
                signed = signed or isinstance(block, Signatures)
                _add_block(sections[-1][1], block)
    return [_section(title, holder, after) for title, holder, after in sections]


_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
_HEADER_ROLES = {"col": "columnheader", "row": "rowheader"}


def _section(title: str, holder: Element, after: bool) -> PageSection:
    for table in holder.iter("table"):
        table.set("class", "en-cartes")
        labels = [each.text or "" for each in table.iterfind("thead/tr/th")]
        for each in table.iter():
            role = _ROLES.get(each.tag) or _HEADER_ROLES.get(each.get("scope", ""))
            each.attrib |= {"role": role} if role else {}
        for row in table.iterfind("tbody/tr"):
            for label, cell in zip(labels[1:], row[1:], strict=True):
                cell.set("data-titre", label)
    return PageSection(title, next((each.text or "" for each in holder.iter("caption")), ""), _nodes(holder), after)


def _nodes(element: Element) -> list[Any]:
    nodes: list[Any] = [element.text] if element.text else []
    for child in element:
        nodes.append([_under_a_section(child.tag), dict(child.attrib), *_nodes(child)])
        nodes += [child.tail] if child.tail else []
    return nodes


def _under_a_section(tag: str) -> str:
    """A screen has a title above the document's: its headings are one rank lower."""
    return f"h{int(tag[1]) + 1}" if re.fullmatch("h[2-5]", tag) else tag


def _draw_letters_once(page: Element) -> None:
    """Leave each letter of the drawings where it comes first: all of a page share it, by its name."""
    drawn: set[str | None] = set()
    for holder in list(page.iter("defs")):
        for letter in list(holder):
            if letter.get("id") in drawn:
                holder.remove(letter)
            drawn.add(letter.get("id"))


def said_by_html(text: str) -> str:
    """Return what a page of `to_html` says, without its style and the values that are the same in all; another, as is.

    A page is known by its whole style: one that was changed, or that a former version made, is left as it is.
    """
    style, values = _own()
    unstyled, times = style.subn(" ", text)
    return values.sub(" ", unstyled) if times else text


@cache
def _own() -> tuple[re.Pattern[str], re.Pattern[str]]:
    style = re.escape(STYLE.read_text(encoding="utf-8"))
    sized = r"@media print \{ body \{ font-size: [0-9.]+pt \} \}\n"
    values = [
        *(f'{name}="{re.escape(value)}"' for name, own in _OWN_VALUES.items() for value in own),
        r'style="(?:width: [0-9.]+(?:cm|%)(?:; image-rendering: auto)?|height: [0-9.]+cm)"',
        r'src="data:image/png;base64,iVBORw0KGgo[A-Za-z0-9+/]*=*"',
    ]
    return re.compile(f"<style>{style}{sized}</style>"), re.compile(f" (?:{'|'.join(values)})")


def _add_opening(parent: Element, paper: Document | NewPaper) -> None:
    SubElement(parent, "h1").text = paper.title
    if paper.subtitle:
        SubElement(parent, "p", {"class": "subtitle"}).text = paper.subtitle


def _add_paper(main: Element, paper: NewPaper) -> Element:
    """Add another paper and return what holds it: the page itself, or a part of it in another language."""
    SubElement(main, "div", {"class": "page-break"})
    holder = SubElement(main, "div", _language(paper.lang)) if paper.lang else main
    _add_opening(holder, paper)
    return holder


def _language(lang: str | None) -> dict[str, str]:
    return {"lang": lang, "dir": "rtl" if right_to_left(lang) else "ltr"} if lang else {}


def _add_block(parent: Element, block: Block) -> None:
    match block:
        case Heading():
            SubElement(parent, f"h{block.level + 1}").text = block.text
        case Paragraph():
            attributes = {"class": "small"} if block.small else {}
            _add_parts(SubElement(parent, "p", attributes | _language(block.lang)), block.parts)
        case Listing():
            listing = SubElement(parent, "ol" if block.ordered else "ul")
            for item in block.items:
                _add_parts(SubElement(listing, "li"), item)
        case Table():
            _add_table(parent, block)
        case Callout():
            # A note and not an « aside »: two landmarks of a page may not share a name, or have none.
            note = SubElement(parent, "div", {"class": f"callout {block.kind}", "role": "note"})
            SubElement(note, "p", {"class": "callout-title"}).text = block.title
            _add_parts(SubElement(note, "p"), block.parts)
        case Source():
            source = SubElement(parent, "p", {"class": "source", "id": block.badge.anchor})
            _add_parts(source, (block.badge, " ", *block.parts), linked=False)
        case Signatures():
            for line in block.lines:
                signature = SubElement(parent, "p", {"class": "signature"})
                SubElement(signature, "span").text = line
        case Definitions():
            _add_definitions(parent, block)
        case Picture():
            _add_picture(SubElement(parent, "p", {"class": "picture"}), block)
        case PageBreak():
            SubElement(parent, "div", {"class": "page-break"})


def _add_definitions(parent: Element, block: Definitions) -> None:
    listing = SubElement(parent, "dl")
    for (term, parts), path in zip_longest(block.items, block.drawings):
        holder = SubElement(listing, "div", {"class": "drawn"}) if path else listing
        _add_parts(SubElement(holder, "dt"), (*([Drawing(path=path)] if path else ()), term))
        _add_parts(SubElement(holder, "dd"), parts)


def _add_picture(holder: Element, block: Picture) -> None:
    if block.svg:
        drawn = fromstring(block.svg)
        for each in drawn.iter():
            # In a web page, an « svg » is one without its namespace, and its links are too.
            each.tag = each.tag.removeprefix(SVG)
            if LINK in each.attrib:
                each.set("href", each.attrib.pop(LINK))
        drawn.attrib |= {"role": "img", "aria-label": block.alt, "style": f"width: {block.width_cm}cm"}
        holder.append(drawn)
        return
    data = f"data:image/png;base64,{b64encode(block.png).decode('ascii')}"
    edges = "; image-rendering: auto" if block.smooth else ""
    SubElement(holder, "img", src=data, alt=block.alt, style=f"width: {block.width_cm}cm{edges}")


def _add_table(parent: Element, block: Table) -> None:
    # A wide table scrolls in its own region, which the keyboard can reach: the page itself never does.
    region = SubElement(
        parent, "div", {"class": "table", "role": "region", "tabindex": "0", "aria-label": block.caption}
    )
    table = SubElement(region, "table")
    SubElement(table, "caption").text = block.caption
    if block.widths:
        group = SubElement(table, "colgroup")
        for width in block.widths:
            SubElement(group, "col", style=f"width: {100 * width / sum(block.widths):.2f}%")
    header = SubElement(SubElement(table, "thead"), "tr")
    for label in block.header:
        SubElement(header, "th", scope="col").text = label
    body = SubElement(table, "tbody")
    for row in block.rows:
        line = SubElement(body, "tr", {"style": f"height: {block.row_height_cm}cm"} if block.row_height_cm else {})
        for number, cell in enumerate(row):
            is_header = block.row_header and number == 0
            _add_parts(SubElement(line, "th", scope="row") if is_header else SubElement(line, "td"), cell)


def _add_parts(parent: Element, parts: Iterable[Text | NatureBadge | Drawing | str], linked: bool = True) -> None:
    """Add runs and badges to an element; `linked` makes a badge lead to its source."""
    for part in parts:
        match part:
            case str():
                _add_text(parent, part)
            case NatureBadge():
                lead = linked and part.source is not None
                target = SubElement(parent, "a", href=f"#{part.anchor}") if lead else parent
                SubElement(target, "span", {"class": f"nature {part.nature}"}).text = part.text
            case Drawing():
                drawn = SubElement(parent, "svg", {"class": "drawing", "viewBox": "0 0 24 24", "aria-hidden": "true"})
                SubElement(drawn, "path", d=part.path)
            case Text(written=True):
                SubElement(parent, "span", {"class": "written"}).text = part.text
            case Text(bold=False, emphasis=False, link=None):
                _add_text(parent, part.text)
            case Text():
                element = parent if part.link is None else SubElement(parent, "a", href=part.link)
                element = SubElement(element, "strong") if part.bold else element
                element = SubElement(element, "em") if part.emphasis else element
                element.text = part.text


def _add_text(parent: Element, text: str) -> None:
    """Append text after the last child of an element: ElementTree keeps it as that child's tail."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text

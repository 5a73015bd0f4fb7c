"""Ce que dit un texte à balises, page ou document : les mots que l'on y lit, sans ceux qui ne font que l'écrire."""

from __future__ import annotations

import re

# Where a name never follows what stands before: two words that only tags bring together are no name.
_APART = " 0 "
_XML = re.compile(r"\s*<\?xml\b")
_PAGE = re.compile(r"\s*(?:<!--.{0,5000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_PAGE_TAGS = (
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite"
    " code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font"
    " footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main"
    " map mark math menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt"
    " ruby s samp script search section select slot small source span strike strong style sub summary sup table"
    " tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
    " circle clippath defs desc ellipse foreignobject g image line lineargradient marker mask path pattern polygon"
    " polyline radialgradient rect stop svg symbol text tspan use"
)
_OF_PAGES = frozenset(_PAGE_TAGS.split())
_ALONE = (
    "allowfullscreen|async|autofocus|autoplay|checked|controls|crossorigin|defer|disabled|hidden|itemscope|loop|"
    "multiple|muted|nomodule|novalidate|open|readonly|required|reversed|selected"
)
# A value may be quoted as a JSON text quotes it. None goes over a « < »: a tag that never ends is left at the next one.
_VALUE = r"(?:\\*+\"[^\"<]*+\"|\\*+'[^'<]*+'|[^\s\"'<>=\\]++)"
_ATTRIBUTE = rf"\s++(?:[\w:.@-]++\s*+=\s*+{_VALUE}|(?:{_ALONE})(?=[\s/>]))"
_TAG = re.compile(rf"</?([A-Za-z][\w:.-]*+)((?:{_ATTRIBUTE})*+)\s*+/?>")
_SAID = re.compile(rf"([\w:.@-]++)\s*+=\s*+({_VALUE})")
# What an attribute says to programs alone.
_CODED = frozenset(("class", "style", "type", "rel", "role", "xmlns", "d", "points", "fill", "stroke", "transform"))
_POINTS = re.compile(r"data:[\w/+.;=-]*;base64,[\w+/=\s-]*")
_STYLE = re.compile(r"<style(?:\s[^<>]*)?>", re.IGNORECASE)
_STYLED = re.compile(r"</style\s*>", re.IGNORECASE)
_IN_STYLE = re.compile(
    r"/\*.*?(?:\*/|\Z)|\"(?:[^\"\\\n]|\\.)*+[\"\n]?|'(?:[^'\\\n]|\\.)*+['\n]?|url\([^()\"'\n]*\)", re.DOTALL
)


def without_style(text: str) -> str:
    """Return a text where, of the style of a page, only comments, quoted texts and addresses are left."""
    if _XML.match(text):  # its own words: what is called so may be anything there
        return text
    pieces, start = [], 0
    while (begun := _STYLE.search(text, start)) and (ended := _STYLED.search(text, begun.end())):
        style = text[begun.end() : ended.start()]
        pieces += [text[start : begun.end()], *(_IN_STYLE.findall(style) if "{" in style else [style])]
        start = ended.start()
    return _APART.join(pieces) + text[start:] if pieces else text


def without_tags(text: str) -> str:
    """Return a text where each tag is replaced by what its attributes say: neither its name nor theirs is a word of it.

    In a page and in what may be a piece of one, a tag is of those that pages have; what looks like one otherwise, as
    « <Li> » in a letter, is a word. In an XML document, every tag is.
    """
    every, in_page = _XML.match(text) is not None, _PAGE.match(text) is not None

    def what_it_says(match: re.Match[str]) -> str:
        name = match[1].lower() if in_page else match[1]
        if not (every or name in _OF_PAGES):
            return match.group()
        values = (value.strip("\\\"'") for name, value in _SAID.findall(match[2]) if name.lower() not in _CODED)
        return _APART + _APART.join(_POINTS.sub("", value) for value in values) + _APART

    return _TAG.sub(what_it_says, text)


__all__ = ["without_style", "without_tags"]

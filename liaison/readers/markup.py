"""Ce que dit un texte à balises, page ou document : tout ce qu'il a, sauf les mots qui ne font que l'écrire."""

from __future__ import annotations

import re
from collections.abc import Callable

from liaison.readers.markup_words import (
    OFFICE_VOCABULARIES,
    OFFICE_WORDS,
    PAGE_ATTRIBUTES,
    PAGE_TAGS,
    PAGE_VOCABULARIES,
)

# Where a name never follows what stands before: two words that only tags bring together are no name.
APART = " 0 "
_XML = re.compile(r"\s*<\?xml\b")
_PAGE = re.compile(r"\s*(?:<!--.{0,5000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_WITHOUT_VALUE = (
    "allowfullscreen async autofocus autoplay checked controls crossorigin defer disabled hidden itemscope loop"
    " multiple muted nomodule novalidate open readonly required reversed selected"
)
_ALONE = frozenset(_WITHOUT_VALUE.split())
# A value may be quoted as a JSON text quotes it. None goes over a « < »: a tag that never ends is left at the next one.
_VALUE = r"(?:\\*+\"[^\"<]*+\"|\\*+'[^'<]*+'|[^\s\"'<>=\\]++)"
_TAG = re.compile(rf"</?([A-Za-z][\w:.-]*+)((?:\s++[\w:.@-]++(?:\s*+=\s*+{_VALUE})?+)*+)\s*+/?>")
_ATTRIBUTE = re.compile(rf"\s++([\w:.@-]++)(\s*+=\s*+({_VALUE}))?+")
_BEGUN = re.compile(r"</?([A-Za-z][\w:.-]*+)")
_BOUND = re.compile(r"\sxmlns(?::([\w.-]++))?+\s*+=\s*+[\"']([^\"'<]*+)[\"']")
_ROOT = re.compile(r"<[A-Za-z][^<>]*+>")
_ASIDE = re.compile(r"<!--|<!\[")  # what looks like a tag there is a text
_COMPOUND = re.compile(r"[A-Za-z0-9]+|[a-z0-9]+(?:-[a-z0-9]+)*")
_IN_COMPOUND = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_LOWER_TAGS, _LOWER_ATTRIBUTES = ({word.lower() for word in words} for words in (PAGE_TAGS, PAGE_ATTRIBUTES))

# Whether this is a name of a tag, and whether this is a name of an attribute of that tag.
_Vocabulary = tuple[Callable[[str], bool], Callable[[str, str], bool]]


def without_tags(text: str) -> str:
    """Return a text without the names of its tags and of their attributes, where those are of a known vocabulary.

    In a page and in what may be a piece of one, they are those of HTML and SVG; in an XML document, those of the
    vocabularies that it declares. Every other word of a tag is left, and every value.
    """
    if _XML.match(text):
        vocabulary = _declared(text)
    elif _PAGE.match(text):
        vocabulary = (lambda tag: tag.lower() in _LOWER_TAGS), (lambda _, name: name.lower() in _LOWER_ATTRIBUTES)
    elif all(match[1] in PAGE_TAGS for match in _BEGUN.finditer(text)):
        vocabulary = PAGE_TAGS.__contains__, (lambda _, name: name in PAGE_ATTRIBUTES)
    else:  # « <Li> » in a letter, data with words of its own
        return text
    bare: dict[str, str] = {}  # a document writes the same few tags thousands of times

    def once(match: re.Match[str]) -> str:
        tag = match.group()
        if tag not in bare:
            bare[tag] = _bare(match, vocabulary)
        return bare[tag]

    return _TAG.sub(once, text)


def _bare(match: re.Match[str], vocabulary: _Vocabulary) -> str:
    """Return what a tag says, all of it when one of its words is of no known vocabulary: « <li Li> » is no tag."""
    is_tag, is_attribute = vocabulary
    if not is_tag(match[1]):
        return match.group()
    pieces = [APART]  # none behind: « <td title="Zoé">Martin » is a name
    for attribute in _ATTRIBUTE.finditer(match[2]):
        name, equals, value = attribute.groups()
        if name == "xmlns" or name.startswith("xmlns:"):
            uri = (value or "").strip("\\\"'")
            pieces.append(APART if uri in PAGE_VOCABULARIES | OFFICE_VOCABULARIES else attribute.group())
        elif is_attribute(match[1], name) and (equals or name.lower() in _ALONE):
            pieces += [APART, equals or ""]
        elif name.startswith(("data-", "aria-")):
            pieces.append(attribute.group())
        else:
            return match.group()
    return "".join([*pieces, " "])


def _declared(text: str) -> _Vocabulary:
    """Return what is known of the names of an XML document.

    A prefix that stands for two vocabularies tells nothing, nor does the vocabulary of what has none, if the root does
    not say it.
    """
    root = _ROOT.search(text)
    bound = {"": {match[2] for match in _BOUND.finditer(root.group() if root else "") if not match[1]} or {""}}
    for match in _BOUND.finditer(text):
        bound.setdefault(match[1] or "", set()).add(match[2])
    of_pages = {prefix for prefix, uris in bound.items() if uris <= PAGE_VOCABULARIES}
    of_office = {prefix for prefix, uris in bound.items() if uris <= OFFICE_VOCABULARIES}
    if _ASIDE.search(text):
        of_office = set()

    def is_tag(tag: str) -> bool:
        prefix, _, name = tag.rpartition(":")
        return (prefix in of_pages and name in PAGE_TAGS) or (prefix in of_office and _is_of_office(name))

    def is_attribute(tag: str, attribute: str) -> bool:
        prefix, _, name = attribute.rpartition(":")
        if prefix == "xml":
            return attribute in PAGE_ATTRIBUTES
        prefix = prefix or tag.rpartition(":")[0]
        return (prefix in of_pages and name in PAGE_ATTRIBUTES) or (prefix in of_office and _is_of_office(name))

    return is_tag, is_attribute


def _is_of_office(name: str) -> bool:
    """Whether a name is made of words of OOXML and OpenDocument alone."""
    if not _COMPOUND.fullmatch(name):
        return False
    return all(word.isdigit() or word.lower() in OFFICE_WORDS for word in _IN_COMPOUND.findall(name))


__all__ = ["APART", "without_tags"]

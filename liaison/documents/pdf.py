"""Le document en PDF accessible (PDF/UA-1) : balisé, titré, dans sa langue, avec ses polices."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.documents.content import NATURE_LABELS, Document, introductions
from liaison.documents.files import DocumentError

phrase = french_beside(__file__)


PRINTED_PPI = 220
TEMPLATE = Path(__file__).with_name("document.typ")
# typst carries one proportional font of text, without Arabic letters: those would come from its monospaced font.
# One whose letters are whole glyphs: a font that sets dots apart gives a PDF that reads « ي » for « الف » aloud.
FONTS_FOLDER = Path(__file__).with_name("fonts")
FONTS = ("Libertinus Serif", "Vazirmatn")
_FIRST_SIGN = "\u2000"  # © et ® sont avant, que chaque police a
_NO_GLYPH = re.compile(r'the text `"(?P<text>.*)"` could not be displayed')


def to_pdf(document: Document) -> bytes:
    """Return the document as a tagged PDF/UA-1 file.

    The fonts are those that typst and the suite carry, so that the same document gives the same PDF on every machine;
    those of the system are called for a character that they do not have. Where these lack an emoji, each is its French
    name.

    Raises:
        DocumentError: a character that no font of this machine can show, named in the message.
    """
    inputs = {
        "document": document.model_dump_json(),
        "natures": json.dumps(NATURE_LABELS),
        "introductions": json.dumps(sorted(introductions(document.blocks))),
    }
    return compiled_pdf(_template(), inputs, document.created)


def compiled_pdf(template: bytes, inputs: dict[str, str], created: dt.date | None = None) -> bytes:
    """Return what a typst template makes of `inputs` (texts, read by `sys.inputs`), as a tagged PDF/UA-1 file.

    The fonts are those that typst and the suite carry; those of the system are called for a character that they do not
    have. Where these lack an emoji, each is its French name.

    Raises:
        DocumentError: a character that no font of this machine can show, named in the message.
    """
    day = created or dt.date(2000, 1, 1)
    noon = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    return _compiled(template, inputs, format="pdf", pdf_standards=["ua-1"], timestamp=int(noon.timestamp()))


def compiled_png(template: bytes, inputs: dict[str, str]) -> bytes:
    """Return the one page that a typst template makes of `inputs`, as a PNG fine enough to be printed.

    Raises:
        DocumentError: as `compiled_pdf`.
    """
    return _compiled(template, inputs, format="png", ppi=PRINTED_PPI)


def compiled_svg(template: bytes, inputs: dict[str, str]) -> str:
    """Return the one page that a typst template makes of `inputs`, as an SVG: its letters are outlines, alike anywhere.

    Raises:
        DocumentError: as `compiled_pdf`.
    """
    return _compiled(template, inputs, format="svg").decode()


def _compiled(template: bytes, inputs: dict[str, str], **options: Any) -> bytes:
    inputs = {**inputs, "fonts": json.dumps(FONTS)}
    made, missing = _typeset(template, inputs, options)
    if made is None and (named := {name: with_emoji_named(text) for name, text in inputs.items()}) != inputs:
        made, missing = _typeset(template, named, options)
    if made is None:
        raise DocumentError(typeset(phrase("aucune-police", letter=missing)))
    return made


def _typeset(template: bytes, inputs: dict[str, str], options: Mapping[str, Any]) -> tuple[bytes | None, str]:
    """Return what typst makes of it; or None, and the character that no font of this machine shows."""
    import typst  # not before it is needed: 0.1 s and 30 MB that a screen does not have to pay

    missing = ""
    for ignore_system_fonts in (True, False):
        try:
            made: bytes = typst.compile(
                template,
                sys_inputs=inputs,
                font_paths=[FONTS_FOLDER],
                ignore_system_fonts=ignore_system_fonts,
                **options,
            )
        except typst.TypstError as error:
            no_glyph = _NO_GLYPH.search(str(error))
            if no_glyph is None:
                raise
            missing = no_glyph["text"]
        else:
            return made, ""
    return None, missing


def with_emoji_named(text: str) -> str:
    """Return the text where each emoji is its French name: « ✅ Oui » is « [bouton coché] Oui »."""
    import emoji  # 20 ms and its lists, where a font lacks one

    emoji.config.load_language("fr")
    return emoji.replace_emoji(
        text, lambda sign, names: sign if sign < _FIRST_SIGN else f"[{names['fr'].strip(':').replace('_', ' ')}]"
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()

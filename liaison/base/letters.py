"""Un texte sans accents ni majuscules : pour comparer des mots, classer des noms, nommer une colonne ou un fichier.

Each function says what it keeps. The practice ENT has its own rule (`liaison.practice.inputs`), that of the page in the
browser.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from liaison.base.numbers import read_number

# Accents once taken off their letter: Latin, Greek, Cyrillic, Hebrew, Arabic. What other scripts join is no accent.
_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]")
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?")
_SIGNS = (
    (re.compile(r"(?<=\d)\s*\+"), " plus "),
    (re.compile(r"[<≤]\s*(?=\d)"), " moins de "),
    (re.compile(r"[>≥]\s*(?=\d)"), " plus de "),
)
_BETWEEN_LETTERS = re.compile(r"(?<!\d) | (?!\d)")
# Between two letters: « e-mail », « l’ordi », two spaces.
_JOINTS = re.compile(r"(?<=[^\W\d_])[\s\-–'’_]+(?=[^\W\d_])|(?<=\d)\s+(?=[^\W\d_])|(?<=[^\W\d_])\s+(?=\d)")
_LAST_SIGNS = " .,;:!…"
# Signs that tell two things apart: « + souvent », « - souvent ». A dash between two words joins or parts them only.
SIGNS = "+<>=±≠≤≥-"
_TELLING = re.compile(r"[+<>=±≠≤≥]|(?:(?<=^)|(?<=[(\[/+>]))-|-(?=$|[)\]])")
_ANY_SIGN = re.compile(r"[+<>=±≠≤≥]|(?<!\w)-|-(?!\w)")
_NO_SIGNS = re.compile(r"</?[a-z][^<>]*>|-+>|=+>|<-+", re.IGNORECASE)  # tags, arrows
_PATH = re.compile(r"(?<=\S) > (?=\S)")  # how a column is named here: « question > box »
_DASHES = str.maketrans("−–", "--")
_REMEMBERED = 20_000  # mots dont la forme comparée est retenue : un texte libre ne doit pas remplir la mémoire


def unaccented(text: str) -> str:
    """Return a text without accents; capitals, signs and the letters of every script stay."""
    return text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))


def folded(text: str) -> str:
    """Return a text without accents nor capitals, « œ » as « oe »; signs and the letters of every script stay."""
    return unaccented(text).casefold().replace("œ", "oe").replace("æ", "ae")


def in_ascii(text: str) -> str:
    """Return what ASCII has of a text, without accents; capitals and signs stay, « œ » and other scripts are lost."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")


def slug(text: str) -> str:
    """Return a text as a column or a file is named, in a to z, 0 to 9 and « _ »; nothing when it has none of them."""
    return re.sub(r"[^a-z0-9]+", "_", folded(text)).strip("_")


@lru_cache(maxsize=_REMEMBERED)
def normal(text: str) -> str:
    """Return the text as it is compared: no accents, capitals nor punctuation, words parted by one space.

    A number keeps its sign and loses an empty decimal part, whatever the decimal mark: « -1 », « 2,0 » → -1, 2.
    « 3+ » is not « 3 », nor « < 2 » « 2 ». Letters of every script are kept; what has none stays as it is.
    """
    stripped = text.strip().strip("\u00a0\u202f")
    if _NUMBER.fullmatch(stripped) and (number_read := read_number(stripped)) is not None:
        number = float(number_read)
        return str(int(number)) if number.is_integer() else repr(number)
    spelled = stripped
    for sign, word in _SIGNS:
        spelled = sign.sub(word, spelled)
    return re.sub(r"[\W_]+", " ", folded(spelled)).strip() or stripped


@lru_cache(maxsize=_REMEMBERED)
def key(text: str) -> str:
    """Return the text as names are compared: `normal`, without the spaces (some tools forbid « _ » in a code)."""
    return _BETWEEN_LETTERS.sub("", normal(text))  # « 1/2 » stays away from « 12 »


def _spelled(text: str) -> str:
    spelled = _NO_SIGNS.sub(" ", _PATH.sub(" [", text.translate(_DASHES)))
    for sign, word in _SIGNS:
        spelled = sign.sub(word, spelled)
    return spelled


@lru_cache(maxsize=_REMEMBERED)
def signed_key(text: str) -> str:
    """Return `key`, then the signs that tell this text from another of the same letters: « + souvent », « - souvent ».

    Two texts of one spelling have one signed key.
    """
    return key(text) + signs_of(text)


@lru_cache(maxsize=_REMEMBERED)
def signs_of(text: str) -> str:
    """Return the signs, among `SIGNS`, that tell a text from another of the same letters, in their order."""
    if _NUMBER.fullmatch(normal(text)) or key(text) == text.strip():
        return ""
    bare = "".join(_spelled(text).split()).strip(f"{_LAST_SIGNS}?")
    return "".join(_TELLING.findall(bare))


@lru_cache(maxsize=_REMEMBERED)
def bears_a_sign(text: str) -> bool:
    """Return whether a text has a sign of which another may have the contrary: a tool that loses signs leaves none."""
    return _ANY_SIGN.search(_spelled(text).strip()) is not None


@lru_cache(maxsize=_REMEMBERED)
def one_spelling(text: str) -> str:
    """Return what all spellings of one answer share.

    Capitals, accents, spaces, hyphens, apostrophes, the signs at its end and how a number is written aside; other signs
    stay, that `key` loses: « A+ » is not « A- ». Two texts of one spelling have one `key`.
    """
    written = normal(text)
    if _NUMBER.fullmatch(written):
        return written
    return _JOINTS.sub("", folded(" ".join(text.split()))).rstrip(_LAST_SIGNS) or text.strip()


__all__ = [
    "SIGNS",
    "bears_a_sign",
    "folded",
    "in_ascii",
    "key",
    "normal",
    "one_spelling",
    "signed_key",
    "signs_of",
    "slug",
    "unaccented",
]

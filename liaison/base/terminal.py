"""Le terminal où l'on écrit : il n'a pas toujours toutes nos lettres, ni nos signes ; un mot s'y coupe à une espace."""

import codecs
import io
import os
import re
import shlex
import sys
from pathlib import Path

from liaison.base.letters import in_ascii
from liaison.base.typography import spaced

# What Unicode does not take apart by itself; in signs that every terminal has.
SIMPLER = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "œ": "oe", "Œ": "OE"}
)
SIMPLY = "carnets.simply"
_BETWEEN_QUOTES, _A_QUOTE, _A_SPACE = "'{}'", "'\"'\"'", "'\" \"'"
_PLAIN_ON_WINDOWS = re.compile(r"[\w@+=./\\:~-]+")


def lacking_no_letter() -> None:
    """Have a terminal that lacks a letter show the nearest that it has, « ? » where there is none: nothing stops."""
    codecs.register_error(SIMPLY, _simply)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=SIMPLY)


def _simply(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_simpler, error.object[error.start : error.end])), error.end


def _simpler(sign: str) -> str:
    return in_ascii(sign.translate(SIMPLER)) or "?"


def typed(*words: str | Path, windows: bool = os.name == "nt") -> str:
    """Return words as a person types them after the name of a command, each whole, and no path an option.

    A sentence takes its non-breaking spaces around a command too: none gets into a word.
    """
    return " ".join(_on_windows(word) if windows else _quoted(word) for word in map(_no_option, words))


def _no_option(word: str | Path) -> str:
    """Return a word as a command reads it: a path that begins with a dash would be an option."""
    return f"./{word}" if isinstance(word, Path) and str(word).startswith("-") else str(word)


def _on_windows(word: str) -> str:
    # A path has no quotation mark there; its terminals and our typography leave whole what stands between two.
    return word if _PLAIN_ON_WINDOWS.fullmatch(word) and _alone(word) else f'"{word}"'


def _quoted(word: str) -> str:
    if word == shlex.quote(word) and _alone(word):
        return word
    quoted = _BETWEEN_QUOTES.format(word.replace("'", _A_QUOTE))
    spaces = zip(quoted, spaced(quoted), strict=True)
    return "".join(_A_SPACE if before != after else before for before, after in spaces)


def _alone(word: str) -> bool:
    """Whether a sentence leaves as it is the space that comes before a word."""
    return spaced(after := f"0 {word}") == after


__all__ = ["lacking_no_letter", "typed"]

"""Le terminal où l'on écrit : il n'a pas toujours toutes nos lettres, ni nos signes."""

import codecs
import io
import sys
import unicodedata

# What Unicode does not take apart by itself; in signs that every terminal has.
SIMPLER = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "œ": "oe", "Œ": "OE"}
)
SIMPLY = "carnets.simply"


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
    apart = unicodedata.normalize("NFKD", sign.translate(SIMPLER))
    return apart.encode("ascii", "ignore").decode() or "?"


__all__ = ["lacking_no_letter"]

"""De qui est un fichier, d'après son seul nom, « remise-CODE.zip » ou tout nom qui porte le code d'une personne."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from urllib.parse import unquote

from liaison.training.hand_in.journal import Line
from liaison.training.session.codes import SIGNS, CodeError, checked_code
from liaison.training.session.definition import SessionFolder

# As the suite names it, then what a browser or a platform adds, before or after.
_NAMED = re.compile(r"remise-(?P<whole>[0-9a-z-]+)(?![^\W_])", re.IGNORECASE)


def participant_in(place: SessionFolder, source: str) -> str:
    """Return whose file it is, as far as its name alone tells: nothing can be read in it."""
    code = next(reversed(codes_in(source, place.session.participants)), "")
    return code if code in place.session.participants else ""


def codes_in(source: str, participants: Collection[str] = ()) -> tuple[str, ...]:
    """Return the codes that the names of a file and of what it is in bear, in their order.

    After « remise- », anybody's. Elsewhere those of `participants`, whatever stands between their signs or around
    them (« R7K2Mbis », « remise R7-K2M », « Ré7K2M », « R7K2M/remise.zip »), and read either way: « M2K7R ».

    A name never puts a copy anywhere, nor replaces one: the code written inside does. It can only have a file refused,
    and said to be refused: to see one code too many costs a question, one too few costs somebody's copy.
    """
    # As a platform's address writes it (« remise%20R7 »), or a keyboard in wide letters.
    source = unicodedata.normalize("NFKC", unquote(source))
    found = {}
    for named in _NAMED.finditer(source):
        if code := _first((named["whole"], named["whole"].partition("-")[0])):
            found[named.start()] = code
    # In capitals « ß » takes two signs: each keeps the place of its letter.
    placed = [(at, capital) for at, sign in enumerate(source) for capital in sign.upper() if capital in SIGNS]
    places, signs = [at for at, _ in placed], "".join(capital for _, capital in placed)
    for code in participants:
        for spelled in (code, code[::-1]):
            for named in re.finditer(spelled, signs):
                found.setdefault(places[named.start()], code)
    return tuple(dict.fromkeys(found[start] for start in sorted(found)))


def _first(texts: Iterable[str]) -> str:
    """Return the first of these texts that is a code, as it is kept; "" when none is."""
    for text in texts:
        with suppress(CodeError):
            return checked_code(text)
    return ""


def another_code(source: str, code: str, participants: Collection[str] = ()) -> str:
    """Return a code that a name bears and that is not the one of the content, "" when the two say the same."""
    return next((one for one in codes_in(source, participants) if one != code), "")


def with_codes(place: SessionFolder, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the lines of a journal, with the code of each refused file whose name tells it.

    The journal of an older version left it empty.
    """
    return tuple(
        replace(line, code=participant_in(place, line.source)) if is_refused(line) and not line.code else line
        for line in lines
    )


def is_refused(line: Line) -> bool:
    """Whether a line is of a whole file from which nothing could be taken."""
    return line.state == "refusee" and not line.module


__all__ = ["another_code", "codes_in", "is_refused", "participant_in", "with_codes"]

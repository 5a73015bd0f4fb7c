"""De qui est un fichier, d'après son seul nom, « remise-CODE.zip » ou tout nom qui porte le code d'une personne."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from urllib.parse import unquote

from liaison.training.hand_in.journal import JournalLine
from liaison.training.session.codes import SIGNS, CodeError, checked_code
from liaison.training.session.definition import SessionFolder

# As the suite names it, then what a browser or a platform adds, before or after.
_NAMED = re.compile(r"remise-(?P<whole>[0-9a-z-]+)(?![^\W_])", re.IGNORECASE)
_MARK = "'"  # stands for any accent, behind the sign that bears it
# A letter with an accent may be a sign of a code, or an ordinary word's: « Y4ńN ». Four in a row are a word's.
_ACCENTED = f"(?:[^{_MARK}]{_MARK}+){{0,3}}"
_FILLERS = "\u115f\u1160\u3164"  # letters of Hangul that nobody sees


def participant_in(place: SessionFolder, source: str) -> str:
    """Return whose file it is, as far as its name alone tells: nothing can be read in it."""
    code = next(reversed(codes_in(source, place.session.participants)), "")
    return code if code in place.session.participants else ""


def codes_in(source: str, participants: Collection[str] = ()) -> tuple[str, ...]:
    """Return the codes that the names of a file and of what it is in bear, in their order.

    After « remise- », anybody's. Elsewhere those of `participants`, whatever stands between their signs, on them or
    around them (« R7K2Mbis », « remise R7-K2M », « Ré7K2M », « Ŕ7K2M », « R7K2M/remise.zip »), and read either way:
    « M2K7R ».

    A name never puts a copy anywhere, nor replaces one: the code written inside does. It can only have a file refused,
    and said to be refused: to see one code too many costs a question, one too few costs somebody's copy.
    """
    # As a platform's address writes it (« remise%20R7 »), or a keyboard in wide letters.
    seen = [sign for sign in unicodedata.normalize("NFKD", unquote(source)) if _is_seen(sign)]
    code_at = {}
    bare = [(at, sign) for at, sign in enumerate(seen) if not _is_mark(sign)]
    for named in _NAMED.finditer("".join(sign for _, sign in bare)):
        if code := _first((named["whole"], named["whole"].partition("-")[0])):
            code_at[bare[named.start()][0]] = code
    placed = [(at, capital) for at, sign in enumerate(seen) for capital in _capitals(sign)]
    places, signs = [at for at, _ in placed], "".join(capital for _, capital in placed)
    for code in participants:
        for spelled in (code, code[::-1]):
            for named in re.finditer(_ACCENTED.join(f"{sign}{_MARK}*" for sign in spelled), signs):
                code_at.setdefault(places[named.start()], code)
    return tuple(dict.fromkeys(code_at[start] for start in sorted(code_at)))


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) != "Cf" and sign not in _FILLERS


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M"


def _capitals(sign: str) -> Iterable[str]:
    """Return the signs of a code that a letter is, two for « ß »; an accent is said to be one."""
    return _MARK if _is_mark(sign) else [capital for capital in sign.upper() if capital in SIGNS]


def _first(texts: Iterable[str]) -> str:
    """Return the first of these texts that is a code, as it is kept; "" when none is."""
    for text in texts:
        with suppress(CodeError):
            return checked_code(text)
    return ""


def another_code(source: str, code: str, participants: Collection[str] = ()) -> str:
    """Return a code that a name bears and that is not the one of the content, "" when the two say the same."""
    return next((another for another in codes_in(source, participants) if another != code), "")


def with_codes(place: SessionFolder, lines: Iterable[JournalLine]) -> tuple[JournalLine, ...]:
    """Return the lines of a journal, with the code of each refused file whose name tells it.

    The journal of an older version left it empty.
    """
    return tuple(
        replace(line, code=participant_in(place, line.source)) if is_refused(line) and not line.code else line
        for line in lines
    )


def is_refused(line: JournalLine) -> bool:
    """Whether a line is of a whole file from which nothing could be taken."""
    return line.state == "refusee" and not line.module


__all__ = ["another_code", "codes_in", "is_refused", "participant_in", "with_codes"]

"""Dire en français ce qu'un fichier ou un réglage a de faux : où, ce qui est attendu, ce qui a été lu."""

from __future__ import annotations

import errno
import math
import os
import re
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from liaison.base.numbers import number
from liaison.base.quoting import LONGEST_QUOTE
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset

phrase = french_beside(__file__)

if TYPE_CHECKING:
    # The command line says its errors through here, and its --help must not wait for pydantic.
    from pydantic import ValidationError

# What the system refuses of a file or a folder, by its number: the key of its sentence.
_SYSTEM = {
    errno.ENOENT: "absent",
    errno.EACCES: "acces-refuse",
    errno.EPERM: "acces-refuse",
    errno.EROFS: "lecture-seule",
    errno.EISDIR: "dossier-de-ce-nom",
    errno.ENOTDIR: "fichier-sur-le-chemin",
    errno.EEXIST: "fichier-de-ce-nom",
    errno.ENOTEMPTY: "dossier-non-vide",
    errno.ENAMETOOLONG: "nom-trop-long",
    errno.ENOSPC: "disque-plein",
    errno.EDQUOT: "place-du-compte-pleine",
    errno.EIO: "disque-en-panne",
}
# What to do when it refuses to write; elsewhere for any other reason.
_ADVICE = {
    errno.ENOSPC: "liberer",
    errno.EDQUOT: "liberer",
    errno.EACCES: "fermer-ou-ailleurs",
    errno.EPERM: "fermer-ou-ailleurs",
    errno.EROFS: "deproteger",
    errno.EISDIR: "renommer",
    errno.ENOTDIR: "renommer-fichier",
    errno.EEXIST: "renommer-fichier",
    errno.ENAMETOOLONG: "raccourcir",
}
# Said here and not in a file of texts, since none opens any more: of this process, or of the whole machine.
_NO_FILE_OPENS = (errno.EMFILE, errno.ENFILE)
_TOO_MANY = "trop de fichiers sont ouverts"
_CLOSE_SOME = "Fermez d'autres programmes, puis recommencez"

# The sentences of pydantic's kinds of fault; those that say the same as another.
_KINDS = {
    "missing",
    "extra_forbidden",
    "literal_error",
    "string_type",
    "string_too_short",
    "string_too_long",
    "int_type",
    "float_type",
    "bool_type",
    "greater_than_equal",
    "less_than_equal",
    "greater_than",
    "less_than",
    "too_short",
    "too_long",
    "list_type",
    "dict_type",
    "date_type",
}
_SAME = {
    "int_parsing": "int_type",
    "int_from_float": "int_type",
    "float_parsing": "float_type",
    "finite_number": "float_type",
    "bool_parsing": "bool_type",
    "tuple_type": "list_type",
    "model_type": "dict_type",
    "model_attributes_type": "dict_type",
    "date_parsing": "date_type",
    "date_from_datetime_parsing": "date_type",
}
_OF_A_KEY = "[key]"  # what pydantic adds to the place of a key that is refused
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_ERRNO = re.compile(r"\[Errno (\d{1,4})\]")  # as an error of the system's says it, once written
_SQLITE_NO_ROOM = "database or disk is full"


class FrenchError(ValueError):
    """An error whose message a teacher reads: in French, with the non-breaking spaces of its punctuation."""

    def __init__(self, message: str):
        super().__init__(typeset(message))


def why(error: OSError) -> str:
    """Return in French what the system refuses of a file or a folder; its number where we have no sentence for it."""
    if error.errno in _NO_FILE_OPENS:
        return _TOO_MANY
    if known := _SYSTEM.get(error.errno or 0):
        return phrase(known)
    if error.errno:
        return phrase("erreur-systeme", errno=error.errno)
    return cause_in(str(error)) or phrase("raison-inconnue")  # `shutil` keeps those of several files as a text


def cause_of(error: BaseException) -> str:
    """Return why something failed: in French where the system refused, else Python's own words, for who mends it."""
    return why(error) if isinstance(error, OSError) else repr(error)


def cause_in(text: str) -> str:
    """Return in French what the system refused last in what a Python program wrote; "" where it refused nothing."""
    numbers = _ERRNO.findall(text)
    return why(OSError(int(numbers[-1]), "")) if numbers else ""


def what_to_do(error: OSError) -> str:
    """Return in French what a person does about a file that could not be written, as a sentence without its end."""
    return _CLOSE_SOME if error.errno in _NO_FILE_OPENS else phrase(_ADVICE.get(error.errno or 0, "ailleurs"))


def no_file_opens(error: BaseException | None) -> str:
    """Return, where this process or the machine opens no file any more, the sentence that says so; else nothing."""
    refused = any(isinstance(each, OSError) and each.errno in _NO_FILE_OPENS for each in chain_of(error))
    return f"{_TOO_MANY.capitalize()}. {_CLOSE_SOME}." if refused else ""


def held_elsewhere(error: BaseException) -> bool:
    """Whether a database did not open because another program holds it: it is not damaged, and waiting is enough.

    `error` is SQLite's own, or what SQLAlchemy or nbgrader made of it.
    """
    return any(_sqlite_code(each) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) for each in chain_of(error))


def is_read_only(error: BaseException | None) -> bool:
    """Whether nothing may be written where an error comes from: a disk that is protected, or a database not ours."""
    return any(
        _sqlite_code(each) == sqlite3.SQLITE_READONLY or (isinstance(each, OSError) and each.errno == errno.EROFS)
        for each in chain_of(error)
    )


def nothing_more_is_written(error: BaseException | None) -> bool:
    """Whether what could not be written says that nothing else can be there either: no room, or read only."""
    return disk_is_full(error) or is_read_only(error)


def _sqlite_code(error: BaseException) -> int:
    code: int = getattr(getattr(error, "orig", None) or error, "sqlite_errorcode", 0)
    return code & 0xFF  # the rest says more precisely how


def disk_is_full(error: BaseException | None) -> bool:
    """Whether there is no room left to write behind an error: the system's, SQLite's, or what a library makes of it."""
    return any(map(_says_no_room, chain_of(error)))


def _says_no_room(error: BaseException) -> bool:
    if _sqlite_code(error) == sqlite3.SQLITE_FULL or (isinstance(error, OSError) and error.errno in _NO_ROOM):
        return True
    return isinstance(error, shutil.Error) and tells_of_full_disk(str(error))


def tells_of_full_disk(text: str) -> bool:
    """Whether what a library kept of errors, as a text, says that there is no room left to write."""
    return _SQLITE_NO_ROOM in text or any(f"[Errno {number}]" in text for number in _NO_ROOM)


def full_disk() -> OSError:
    """Return the error of a full disk, for a library that swallowed it."""
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def chain_of(error: BaseException | None) -> list[BaseException]:
    """Return an error and those behind it, each once: nothing forbids one to be its own cause."""
    chain: list[BaseException] = []
    while error is not None and all(error is not earlier for earlier in chain):
        chain.append(error)
        error = error.__cause__ or error.__context__
    return chain


def faults_in_french(error: ValidationError, given: object) -> list[str]:
    """Return one French sentence per fault of a pydantic error: where it is, what is expected, what was read.

    `given`: what was validated, which alone says what the keys of a place are (see `placed_faults`).
    """
    return [
        typeset(f"« {place} » : " if place else "") + in_french(fault) for place, fault in placed_faults(error, given)
    ]


def placed_faults(error: ValidationError, given: object) -> list[tuple[str, Mapping[str, Any]]]:
    """Return each fault of a pydantic error, after its place: keys and ranks, as they are in what was given.

    Where a value may be of several types, pydantic names in the place the one that it tried, and has a fault for each:
    only the one that was most likely meant is kept.
    """
    # By union, what each of its types refuses; a fault of no union is alone.
    tried: dict[object, dict[object, list[tuple[str, Mapping[str, Any]]]]] = {}
    known: dict[int, dict[str, Any]] = {}
    another = set()  # something else altogether was given, as a number where a list may stand
    for rank, fault in enumerate(map(_of_its_tag, error.errors(include_url=False))):
        steps, choice = _keys_and_choice(fault, given, known)
        union, kind = (rank, None) if choice is None else (fault["loc"][:choice], fault["loc"][choice])
        tried.setdefault(union, {}).setdefault(kind, []).append((".".join(steps), fault))
        if choice == len(fault["loc"]) - 1 and fault["type"].endswith("_type"):
            another.add((union, kind))
    return [
        fault
        for union, kinds in tried.items()
        for fault in kinds[min(kinds, key=lambda kind: (union, kind) in another)]
    ]


def _of_its_tag(fault: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a fault of the value that says which model is meant as that of any other choice."""
    context = fault.get("ctx", {})
    if fault["type"] == "union_tag_invalid":
        place = (*fault["loc"], context["discriminator"].strip("'"))
        expected = " ou ".join(context["expected_tags"].rsplit(", ", 1))
        return {"type": "literal_error", "loc": place, "input": context["tag"], "ctx": {"expected": expected}}
    if fault["type"] == "union_tag_not_found":
        return {"type": "missing", "loc": (*fault["loc"], context["discriminator"].strip("'")), "input": None}
    return fault


def _keys_and_choice(
    fault: Mapping[str, Any], given: object, known: dict[int, dict[str, Any]]
) -> tuple[list[str], int | None]:
    """Return the steps of a place that are in what was given, and which one names the first type tried of several.

    `known`: the keys of each set that was looked into: one may be at fault a hundred thousand times.
    """
    here, steps, choice = given, [], None
    place = fault["loc"]
    for rank, step in enumerate(place):
        absent = fault["type"] == "missing" and rank == len(place) - 1
        if isinstance(here, Mapping) and str(step) in (keys := _keys_by_name(here, known)):
            step = keys[str(step)]
            here = here[step]
        elif isinstance(step, int):
            here = here[step] if isinstance(here, Sequence) and step < len(here) else None
        elif not absent:
            choice = rank if choice is None and step != _OF_A_KEY else choice
            continue
        steps.append(str(step))
    return steps, choice


def is_ours(error: BaseException) -> bool:
    """Return whether the project itself wrote the sentence of this error: others are faults of the program."""
    return type(error).__module__.partition(".")[0] in ("app", "liaison", "widgets")


def _keys_by_name(held: Mapping[Any, Any], known: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """Return the keys of a set by what pydantic calls them in a place: a date is what Python would show of it."""
    if id(held) not in known:
        known[id(held)] = {name: key for key in held for name in (str(key), repr(key))}
    return known[id(held)]


def in_french(fault: Mapping[str, Any]) -> str:
    """Return one fault of a pydantic error (an entry of `errors()`) as a French sentence that does not say where."""
    kind, given, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    if kind in ("value_error", "assertion_error"):
        # Written by a validator of the project, already in French.
        return typeset(str(context["error"]))
    words: dict[str, object] = {**{name: _shown(value) for name, value in context.items()}, "given": _shown(given)}
    if "min_length" in context:
        words["min_length"] = context["min_length"]
    if "expected" in context:
        words["expected"] = str(context["expected"]).replace("'", "").replace(" or ", " ou ")
    kind = _SAME.get(kind, kind)
    if kind == "string_type" and isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 24 * 60:
        # YAML reads a bare 20:00 as 1200, in base sixty.
        return typeset(phrase("heure_nue", given=_shown(given), clock=f"{given // 60:02d}:{given % 60:02d}"))
    return typeset(phrase(kind if kind in _KINDS else "refused", **words))


def _shown(value: object, depth: int = 0) -> str:
    """Return what was read as its author wrote it: true, 0,5, [2026-11-28], and not a whole page."""
    if depth > LONGEST_QUOTE:  # as many brackets are open: what is deeper is not shown
        return ""
    if value is None:
        return phrase("rien")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and math.isfinite(value):
        text = number(value, most=None).replace("\u202f", "")  # nobody types the thousands apart
    elif isinstance(value, Mapping):
        text = _between("{}", (f"{_shown(key)}: {_shown(held, depth + 1)}" for key, held in value.items()))
    elif isinstance(value, list | tuple | set):
        text = _between("[]", (_shown(held, depth + 1) for held in value))
    else:
        text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _between(brackets: str, words: Iterable[str]) -> str:
    """Return what a list holds as YAML writes it, and no more of it than is shown."""
    text = ""
    for word in words:
        text += f"{text and ', '}{word}"
        if len(text) > LONGEST_QUOTE:
            break
    return f"{brackets[0]}{text}{brackets[1]}"


__all__ = [
    "FrenchError",
    "chain_of",
    "disk_is_full",
    "faults_in_french",
    "full_disk",
    "held_elsewhere",
    "in_french",
    "is_ours",
    "is_read_only",
    "no_file_opens",
    "nothing_more_is_written",
    "placed_faults",
    "tells_of_full_disk",
    "what_to_do",
    "why",
]

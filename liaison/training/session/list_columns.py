"""Où une liste de participants a ses noms : ses titres le disent, ou on le demande ; rien n'y est deviné."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from liaison.base.letters import normal
from liaison.base.sentences import french_beside
from liaison.personal.contacts import EMAIL
from liaison.personal.family_names import End, family_in
from liaison.training.session.definition import SessionError
from liaison.training.session.list_answers import ListAnswers

phrase = french_beside(__file__)


HIGHEST_TITLES = 5  # lignes au-dessus des titres : le nom du stage, sa date, une ligne blanche
# Titles as `normal` gives them: without accents nor capitals. The first that fits says what a column holds.
_EMAIL = re.compile(r".*\b(e ?mail|mail|courriel|mel|(adresse|boite) (electronique|de messagerie))\b.*")
_ELSEWHERE = re.compile(
    r".*\b(etablissement|college|lycee|ecole|structure|commune|ville|academie|formation|module)\b.*"
)
_WHOLE = re.compile(
    r"(.*\bnoms?\b.*\bprenoms?\b.*|.*\bprenoms?\b.*\bnoms?\b.*|nom complet|(full )?name"
    r"|(participant|stagiaire|apprenant|enseignant|agent|personne)( ?e)?( ?s)?|identite)"
)
_GIVEN = re.compile(r"(prenoms?\b.*|first ?name|given name)")
_FAMILY = re.compile(r"(noms?\b.*|last ?name|family name|surname)")
# Words of a heading rather than of a name, in a list that has one column.
_WORDS = r"\b(liste|inscrits?|inscrites?|stage|formation|seance|session|effectif|groupe|presents?)\b"
_HEADING = re.compile(rf".*(\d|{_WORDS}).*")


class ColumnsError(SessionError):
    """A list of which nobody can tell the columns; `titles` are the cells of the line that may be that of titles."""

    def __init__(self, name: str, titles: Sequence[str], *, untitled: bool = False):
        self.titles = tuple(titles)
        if untitled:
            numbered = " ; ".join(f"{at} « {title[:40]} »" for at, title in enumerate(titles, 1) if title)
            super().__init__(phrase("sans-titres", file=name, columns=numbered))
            return
        listed = ", ".join(f"« {title[:40]} »" for title in titles if title)
        best = _best(titles)[:80]
        super().__init__(phrase("titres-ou-personne", file=name, titles=listed, column=best))


@dataclass(frozen=True)
class Columns:
    """Where a list has its names: one column, or the given name then the family name; and addresses, if it does.

    `first`: the first line that is a person; `titled`: the one above it has titles. `joined`: no title says where the
    name is, every other column is a part of it. `end`: where a title says that the family name is, in a whole name.
    """

    first: int
    whole: int | None = None
    given: int | None = None
    family: int | None = None
    email: int | None = None
    joined: bool = False
    titled: bool = True
    end: End | None = None


def columns_of(name: str, lines: Sequence[Sequence[str]], answers: ListAnswers) -> Columns:
    """Return where the names are: as was answered, from titles, or from what the columns hold.

    Raises:
        ColumnsError: only who made the list can tell.
    """
    if answers.titled is False:
        return _untitled(name, lines, answers)
    if answers.columns:
        return _named(name, lines, answers.columns)
    for at, line in enumerate(lines[:HIGHEST_TITLES]):
        if columns := _titled(name, line, at, lines[at + 1 :]):
            return columns
    return _recognised(name, lines, titled=answers.titled)


def _named(name: str, lines: Sequence[Sequence[str]], columns: Sequence[str]) -> Columns:
    for at, line in enumerate(lines[:HIGHEST_TITLES]):
        places = [_place(line, column) for column in columns]
        if None not in places:
            titled, held = _emails(line), addresses_in(lines[at + 1 :])
            return _at(_with_given(line, places), at + 1, min(held) if titled is None and len(held) == 1 else titled)
    raise ColumnsError(name, lines[_likely_titles(lines)])


def _best(titles: Sequence[str]) -> str:
    """Return the columns that most likely hold the names, as the option takes them."""
    parts = [_part(title) for title in titles]
    holding = {part: titles[parts.index(part)] for part in ("whole", "given", "family") if part in parts}
    if "given" in holding and "family" in holding:
        return f"{holding['given']},{holding['family']}"
    return next(iter(holding.values()), next((title for title in titles if title), ""))


def _with_given(titles: Sequence[str], places: Sequence[int | None]) -> Sequence[int | None]:
    """Return the column of family names that was named, and that of given names before it when there is one."""
    given = [at for at, title in enumerate(titles) if _part(title) == "given"]
    alone = len(places) == 1 and places[0] is not None and _part(titles[places[0]]) == "family"
    return [given[0], places[0]] if alone and len(given) == 1 else places


def _headings(lines: Sequence[Sequence[str]]) -> int:
    """Return how many lines at the top name the list rather than somebody, though it has no titles."""
    named = [bool(re.search(_WORDS, normal(" ".join(line)))) for line in lines]
    first = next((at for at, heading in enumerate(named) if not heading), 0)
    return first if first <= HIGHEST_TITLES else 0


def _untitled(name: str, lines: Sequence[Sequence[str]], answers: ListAnswers) -> Columns:
    first = _headings(lines)
    lines = lines[first:]
    addresses = addresses_in(lines)
    if answers.columns:
        places = [
            int(number) - 1 if number.isdecimal() and 0 < int(number) <= len(lines[0]) else None
            for number in answers.columns
        ]
        if None in places:
            raise ColumnsError(name, lines[0], untitled=True)
        return replace(_at(places, first, min(addresses, default=None)), titled=False)
    others = {at for line in lines for at, cell in enumerate(line) if cell} - addresses
    if not 0 < len(others) < 3 or len(addresses) > 1:
        raise ColumnsError(name, lines[0], untitled=True)
    return Columns(first, email=min(addresses, default=None), joined=True, titled=False)


def _at(places: Sequence[int | None], first: int, email: int | None) -> Columns:
    given, family = places if len(places) == 2 else (None, None)
    return Columns(first, places[0] if len(places) == 1 else None, given, family, email)


def _place(titles: Sequence[str], column: str) -> int | None:
    return next((at for at, title in enumerate(titles) if normal(title) == normal(column)), None)


def _emails(titles: Sequence[str]) -> int | None:
    return next((at for at, title in enumerate(titles) if _EMAIL.fullmatch(normal(title))), None)


def _titled(name: str, line: Sequence[str], at: int, below: Sequence[Sequence[str]]) -> Columns | None:
    """Return what titles that we know say of the columns under them, None when they say nothing of names.

    Raises:
        ColumnsError: two columns have one part of the name.
    """
    titles: dict[str, list[int]] = {}
    for place, title in enumerate(line):
        titles.setdefault(_part(title), []).append(place)
    names = [part for part in ("whole", "given", "family") if part in titles]
    if not names:
        return None
    if any(len(titles[part]) > 1 for part in names):
        raise ColumnsError(name, line)
    whole, given, family, email = (titles.get(part, [None])[0] for part in ("whole", "given", "family", "email"))
    if email is None:
        email = _only_addresses(below)
    if given is not None and family is not None:
        return Columns(at + 1, given=given, family=family, email=email)
    # « Nom » alone often holds the whole name: nothing says which of its words is that of the family.
    only = next(place for place in (whole, family, given) if place is not None)
    return Columns(at + 1, whole=only, email=email, end=_end(line[only]))


def _end(title: str) -> End | None:
    words = normal(title).split()
    given, family = (next((at for at, word in enumerate(words) if word in both), None) for both in _PARTS)
    return None if given is None or family is None else "debut" if family < given else "fin"


_PARTS = (("prenom", "prenoms"), ("nom", "noms"))


def _part(title: str) -> str:
    """Return what a column of that title holds: whole, given, family, email, or "" for something else."""
    words = normal(title)
    if _EMAIL.fullmatch(words):
        return "email"
    if _ELSEWHERE.fullmatch(words):
        return ""
    kinds = (("whole", _WHOLE), ("given", _GIVEN), ("family", _FAMILY))
    return next((part for part, pattern in kinds if pattern.fullmatch(words)), "")


def _recognised(name: str, lines: Sequence[Sequence[str]], *, titled: bool | None) -> Columns:
    """Return the columns of a list whose titles say nothing of names, if its addresses or its only column do."""
    addresses = addresses_in(lines)
    likely = _likely_titles(lines)
    others = {at for line in lines[likely:] for at, cell in enumerate(line) if cell} - addresses
    if len(others) != 1 or len(addresses) > 1:
        raise ColumnsError(name, lines[likely])
    if titled is None and not addresses and _may_be_a_heading([line[min(others)] for line in lines]):
        raise ColumnsError(name, lines[0])
    above = bool(addresses) and not any(EMAIL.fullmatch(cell) for cell in lines[likely])
    if titled is None and addresses and (nobody_knows := _maybe_somebody(lines, likely, titles=above)):
        raise ColumnsError(name, nobody_knows)
    return Columns(likely + above, email=min(addresses, default=None), joined=True, titled=above)


def _maybe_somebody(lines: Sequence[Sequence[str]], likely: int, *, titles: bool) -> Sequence[str] | None:
    """Return a line above the first address that may be somebody without one, or with a mistyped one."""
    if titles:
        return lines[likely] if _emails(lines[likely]) is None else None
    return next((line for line in lines[:likely] if not _HEADING.fullmatch(normal(" ".join(line)))), None)


def _may_be_a_heading(cells: Sequence[str]) -> bool:
    """Whether the first of the only cells may be no name: it has other words, or one word where the others have two."""
    first, *others = cells
    number, _, name = first.partition(" ")
    if number.isdecimal() and not re.search(r"\d", name) and family_in(name.split(), None):  # « 12 ROY Max »
        return False
    alone = len(first.split()) == 1 and bool(others) and all(len(cell.split()) > 1 for cell in others)
    headings = [bool(_HEADING.fullmatch(normal(cell))) for cell in cells]
    return alone or (headings[0] and not all(headings[1:]))


def _only_addresses(lines: Sequence[Sequence[str]]) -> int | None:
    """Return the only column that has addresses, when it has nothing else: « Contact » may be one of telephones."""
    held = addresses_in(lines)
    cells = [line[at] for at in held for line in lines if at < len(line) and line[at]]
    return min(held) if len(held) == 1 and all(map(EMAIL.fullmatch, cells)) else None


def addresses_in(lines: Iterable[Sequence[str]]) -> set[int]:
    """Return the columns in which some line has an address."""
    return {at for line in lines for at, cell in enumerate(line) if EMAIL.fullmatch(cell)}


def _likely_titles(lines: Sequence[Sequence[str]]) -> int:
    """Return the line that is that of titles if there is one: the first that is as wide as those under it."""
    wide = [sum(map(bool, line)) for line in lines[:HIGHEST_TITLES]]
    return next((at for at, width in enumerate(wide) if width > 1), 0)


__all__ = ["Columns", "ColumnsError", "addresses_in", "columns_of"]

"""L'export CSV de Framaforms (Drupal Webform) : trois lignes d'en-tête, une colonne « X » par case à cocher.

Ligne 1 : le titre du formulaire, puis rien. Ligne 2 : les questions à plusieurs colonnes, nommées sur la première.
Ligne 3 : le nom des autres questions, et sous chaque question à plusieurs colonnes ses cases ou ses lignes. Les noms
sont des libellés ou des clés, selon ce qui a été choisi à l'export ; des cases « compactes » tiennent dans une cellule.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from liaison.base.letters import key
from liaison.diagnostic.own.written import is_other
from liaison.diagnostic.reading.formats import two_lines
from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.reading.formats.two_lines import stands_above
from liaison.diagnostic.reading.wording import Lexicon, RecognisedName

NAME = "framaforms"
HEADER_LINES = 3
# Les colonnes que Webform écrit lui-même, par leur clé et leur libellé anglais ou français.
_IDENTIFIERS = {key(word) for word in ("webform_serial", "webform_sid", "Serial", "SID", "Numéro de série")}
_SERVICE = {
    key(word)
    for word in (
        "webform time",
        "webform modified time",
        "webform ip address",
        "webform uid",
        "webform username",
        "Time",
        "Submitted Time",
        "Modified Time",
        "IP Address",
        "UID",
        "Username",
        "Heure",
        "Date",
        "Heure de soumission",
        "Heure de modification",
        "Soumis",
        "Soumis le",
        "Modifié",
        "Modifié le",
        "Date de soumission",
        "Date de modification",
        "Adresse IP",
        "Identifiant utilisateur",
        "Nom d'utilisateur",
    )
}
_COMPLETED = (
    "webform complete time",
    "webform completed time",
    "Completed Time",
    "Terminé",
    "Terminé le",
    "Heure de fin",
    "Heure d'achèvement",
    "Date de fin",
    "Date d'achèvement",
)
_SENT = frozenset(map(key, _COMPLETED))
_DRAFT = {key(word) for word in ("webform draft", "Draft", "Brouillon")}
_TICKED = frozenset(("", "X"))
_DETAILS = "submission_details"
_GROUP = {key(word) for word in (_DETAILS, "Submission Details", "Détails de la soumission")}


def layout(head: Sequence[Sequence[str]], lexicon: Lexicon) -> Layout | None:
    """Return the layout of a Framaforms export; None when no three lines are its header, below a title or a blank line
    at most."""
    if of_two_lines := two_lines.layout(head, NAME, own_column, _SENT):
        return of_two_lines
    starts = [start for start in range(len(head) - HEADER_LINES + 1) if _begins(head[start:], head[:start])]
    if not starts:
        return None
    # Under a title, the line of the questions may pass for that of the names, which is the fullest.
    start = max(starts, key=lambda rank: sum(map(bool, map(str.strip, head[rank + HEADER_LINES - 1]))))
    _, groups, names = ([cell.strip() for cell in row] for row in head[start : start + HEADER_LINES])
    below = head[start + HEADER_LINES :]
    written = [{row[place].strip() for row in below if place < len(row)} for place in range(len(names))]
    columns = named_columns(_headers(groups, names, lexicon, written))
    return Layout(NAME, columns, start + HEADER_LINES, unticked="sans_reponse", sent=_SENT)


def _begins(head: Sequence[Sequence[str]], above: Sequence[Sequence[str]]) -> bool:
    """Return whether the three first lines are a header of Framaforms; `above`: those before, which hold no answer."""
    first, groups, names = ([cell.strip() for cell in row] for row in head[:HEADER_LINES])
    if any(first[1:]) or not all(stands_above([cell.strip() for cell in row], names) for row in above):
        return False
    if not len(groups) == len(names) >= len(first) or not any(names):
        return False
    return (bool(groups[0]) and key(groups[0]) in _GROUP) or _sparse(groups, names)


def own_column(name: str) -> tuple[str, str, ColumnKind] | None:
    """Return a column that Framaforms writes itself; None when it is a question."""
    kinds: dict[ColumnKind, Collection[str]] = {
        "identifier": _IDENTIFIERS,
        "draft": _DRAFT,
        "service": _SERVICE | _SENT,
    }
    return next(((name, "", kind) for kind, names in kinds.items() if key(name) in names), None)


def _sparse(groups: list[str], names: list[str]) -> bool:
    """Return whether the second line names some columns, not all, and the third names every one."""
    return 0 < sum(map(bool, groups)) < len(groups) and all(names)


def _headers(
    groups: list[str], names: list[str], lexicon: Lexicon, written: Sequence[Set[str]]
) -> list[tuple[str, str, ColumnKind]]:
    """Return (question, part, kind) for each column.

    Only the first column of a question bears its name, and the next question may bear none: a column belongs to the
    last question named until its own name is that of another question. `written`: what the first lines below hold in
    each column, that tells a box from a question of the same name.
    """
    headers: list[tuple[str, str, ColumnKind]] = []
    # An export may name the group of its own columns above the titles, or not at all: a number comes first there.
    question = _DETAILS if not groups[0] and key(names[0]) in _IDENTIFIERS else ""
    # Until a question is named; some of its own columns have titles that nobody knows.
    is_its_own = bool(question) or key(groups[0]) in _GROUP
    crosses: set[str] = set()  # what the columns of the last question hold
    for group, name, cells in zip(groups, names, written, strict=True):
        crosses = {*cells} if group else crosses
        is_its_own = is_its_own and (not group or key(group) in _GROUP)
        question = group or question
        if is_its_own and (own := own_column(name)):
            headers.append(own)
            continue
        if key(question) in _GROUP and question and not group:
            question = ""
        match = lexicon.question(question) if question else None
        item = lexicon.items.get(match.name) if match else None
        part = lexicon.part(item, name) if item else None
        if question and not group and part is None and _is_written(cells, crosses, name):
            question = ""
        alone = lexicon.question(name)
        if question and not group and alone and (part is None or (alone.sure and not part.sure)):
            question = question if _is_box(cells, crosses, alone) else ""
        crosses |= cells
        headers.append((question, name, "answer") if question else (name, "", "answer"))
    return headers


def _is_written(cells: Set[str], others: Set[str], name: str) -> bool:
    """Return whether a column is no box of a question whose columns hold `others`, crosses alone: it has words, and no
    cross, and does not say that it has the other answers to that question."""
    return (
        "X" in others and others <= _TICKED and cells.isdisjoint({"X"}) and bool(cells - _TICKED) and not is_other(name)
    )


def _is_box(cells: Set[str], others: Set[str], alone: RecognisedName) -> bool:
    """Return whether a column is a box of a question whose columns hold `others`: crosses alone, or nothing among
    crosses, where its name is not for sure that of a question."""
    every = cells | others
    return "X" in every and every <= _TICKED and ("X" in cells or (bool(cells) and not alone.sure))

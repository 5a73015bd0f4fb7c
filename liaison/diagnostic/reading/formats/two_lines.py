"""Un en-tête de deux lignes : les questions sur l'une ; sur l'autre, leurs cases ou leurs lignes, et rien d'autre.

SurveyMonkey writes so, with « Response » under each question of one column; so does a hand that merges cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from liaison.base.letters import key
from liaison.base.tables import is_blank
from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns

SURVEY_MONKEY = "surveymonkey"
TABLE = "tableau"
OwnColumn = Callable[[str], tuple[str, str, ColumnKind] | None]
_SURE = 2  # « Response » sous autant de questions : aucune famille ne le dit, quelque titre qui manque
_RESPONSE = frozenset(map(key, ("Response", "Open-Ended Response", "reponse")))


def layout(
    head: Sequence[Sequence[str]], name: str, own_column: OwnColumn, sent: AbstractSet[str] = frozenset()
) -> Layout | None:
    """Return the layout of a table whose questions are all named on one line, and their boxes or rows on the next.

    The next line is filled there, and nowhere else but to say « Response ». Titles, sections and blank lines may stand
    above. `name`: the
    format where it does not; `own_column`: a column that the tool writes itself, None when it is a question.
    """
    written = [(rank, [cell.strip() for cell in row]) for rank, row in enumerate(head) if not is_blank(row)]
    for place, ((_, names), (last, parts)) in enumerate(pairwise(written)):
        above = [row for _, row in written[:place]]
        if len(names) != len(parts) or not all(stands_above(row, names) for row in above):
            continue
        grouped = [not name or following == "" for name, following in zip(names, [*names[1:], "-"], strict=True)]
        alone = [part for part, among in zip(parts, grouped, strict=True) if not among]
        responses = sum(map(says_response, alone))
        # A question of one box has no other column beside it: it is named like the others, among questions answered.
        boxes = sum(map(bool, alone)) - responses
        if not alone or boxes > responses or not any(parts):
            continue
        named = names[0] and all(part for part, among in zip(parts, grouped, strict=True) if among)
        answers = any(said_again(names, row) for _, row in written[place + 2 :])
        if responses < _SURE and (answers or not named):
            continue
        questions: list[str] = []
        for each in names:
            questions.append(each or (questions[-1] if questions else ""))
        own = [(each, "" if says_response(part) else part) for each, part in zip(questions, parts, strict=True)]
        headers: list[tuple[str, str, ColumnKind]] = [own_column(each) or (each, part, "answer") for each, part in own]
        # A hand that merges cells writes so too: a tool is known by the columns that it writes itself.
        form = SURVEY_MONKEY if responses else name if any(map(own_column, filter(None, names))) else TABLE
        return Layout(form, named_columns(headers), last + 1, unticked="sans_reponse", sent=frozenset(sent))
    return None


def stands_above(row: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether a line is a title, or names sections of the questions below: far fewer of them."""
    filled = sum(map(bool, row))
    return filled == 1 or 2 * filled <= sum(map(bool, names))


def said_again(titles: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether a line says again, in the same column, what one above it says: then that one is of answers."""
    return any(title.strip() and title.strip() == cell.strip() for title, cell in zip(titles, row, strict=False))


def says_response(title: str) -> bool:
    """Return whether a second line of header says only that answers stand below."""
    return key(title) in _RESPONSE


__all__ = ["SURVEY_MONKEY", "TABLE", "layout", "said_again", "says_response", "stands_above"]

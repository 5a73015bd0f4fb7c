"""Un en-tête de deux lignes : les questions sur l'une ; sur l'autre, leurs cases ou leurs lignes, et rien d'autre.

SurveyMonkey writes so, with « Response » under each question of one column; so does a hand that merges cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from liaison.diagnostic.reading.formats.source import ColumnKind, Layout, named_columns
from liaison.diagnostic.reading.wording import key

SURVEY_MONKEY = "surveymonkey"
OwnColumn = Callable[[str], tuple[str, str, ColumnKind] | None]
_RESPONSE = frozenset(map(key, ("Response", "Open-Ended Response", "reponse")))


def layout(
    head: Sequence[Sequence[str]], name: str, own_column: OwnColumn, sent: AbstractSet[str] = frozenset()
) -> Layout | None:
    """Return the layout of a table whose questions are all named on one line, and their boxes or rows on the next.

    The next line is filled there, and nowhere else but to say « Response ». A title may stand above. `name`: the
    format where it does not; `own_column`: a column that the tool writes itself, None when it is a question.
    """
    for first, (above, below) in enumerate(pairwise(head[:3])):
        names, parts = ([cell.strip() for cell in row] for row in (above, below))
        if len(names) != len(parts) or (first and any(cell.strip() for cell in head[0][1:])) or not names[0]:
            continue
        grouped = [not name or following == "" for name, following in zip(names, [*names[1:], "-"], strict=True)]
        alone = [part for part, among in zip(parts, grouped, strict=True) if not among]
        responses = sum(map(says_response, alone))
        # A question of one box has no other column beside it: it is named like the others, among questions answered.
        boxes = sum(map(bool, alone)) - responses
        named = all(part for part, among in zip(parts, grouped, strict=True) if among)
        if not alone or not named or boxes > responses or not any(parts):
            continue
        questions: list[str] = []
        for each in names:
            questions.append(each or questions[-1])
        own = [(each, "" if says_response(part) else part) for each, part in zip(questions, parts, strict=True)]
        headers: list[tuple[str, str, ColumnKind]] = [own_column(each) or (each, part, "answer") for each, part in own]
        form = SURVEY_MONKEY if responses else name
        return Layout(form, named_columns(headers), first + 2, unticked="sans_reponse", sent=frozenset(sent))
    return None


def says_response(title: str) -> bool:
    """Return whether a second line of header says only that answers stand below."""
    return key(title) in _RESPONSE


__all__ = ["SURVEY_MONKEY", "layout", "says_response"]

"""Une question dont trop de réponses ne se lisent pas : rien n'en est publié, plutôt qu'un zéro ou un silence faux.

Cells that are not read count « sans réponse ». A few change little; many make what is published of their question
false, and so does one word that comes back where an answer is read of nobody: it may be that answer, written otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from liaison.base.letters import key
from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import Item
from liaison.diagnostic.reading.left_empty import without_empty
from liaison.diagnostic.reading.reports import ReadReport, Refused
from liaison.diagnostic.reading.withheld import withheld
from liaison.diagnostic.reading.words_decided import MANY

phrase = french_beside(__file__)

MOST_UNREAD = 0.2  # part des réponses écrites à une question au-delà de laquelle elle n'est plus publiée


def without_often_unread(report: ReadReport) -> ReadReport:
    """Return a report in which the questions that are not read often enough are among those left out, with the reason,
    and those that are empty for every family of all files among the ones that are not asked.

    Cells of lines that are refused whole count as those of lines that are kept: the families that are left are those
    of which something else is read. Level and way of answering are not questions, and stay.
    """
    (report,) = without_empty([report])
    answers = report.answers
    unread: dict[str, list[Refused]] = defaultdict(list)
    for each in (*report.unread, *report.refused):
        unread[question_of(each.target)].append(each)
    why: dict[str, str] = {}
    for item in answers.questionnaire.items:
        if item.id in unread and (reasons := _why(item, unread[item.id], answers)):
            own = (each.name for each in answers.questionnaire.columns() if each.item.id == item.id)
            why |= {name: reasons.get(name, reasons.get(item.id, "")) for name in own}
    return withheld(report, why, in_part=True)


def _why(item: Item, unread: Sequence[Refused], answers: Answers) -> dict[str, str]:
    """Return why a question is not read often enough, by row of a grid; nothing when it is. A grid is when each of its
    rows is."""
    if item.kind == "multiple":
        boxes = [name for value in item.values if (name := item.column(value)) not in answers.unasked]
        ticked = answers.table[boxes].dropna(how="all")
        reason = _why_of(unread, len(ticked), of_nobody=not ticked.any().all())
        return {item.id: reason} if reason else {}
    reasons: dict[str, str] = {}
    for target in [item.column(row) for row in item.rows] or [item.id]:
        counts = answers.table[target].value_counts()  # of every answer: those of nobody are 0
        own = [each for each in unread if each.target == target]
        if why := _why_of(own, int(counts.sum()), of_nobody=bool((counts == 0).any())):
            reasons[target] = why
    return reasons


def _why_of(unread: Sequence[Refused], answered: int, *, of_nobody: bool) -> str:
    lines = {(each.file, each.line) for each in unread}
    if len(lines) > MOST_UNREAD * (len(lines) + answered):
        return phrase("souvent-non-lue")
    words = Counter(key(each.word) for each in unread if each.word)
    return phrase("reponse-de-personne") if of_nobody and max(words.values(), default=0) >= MANY else ""


__all__ = ["MOST_UNREAD", "without_often_unread"]

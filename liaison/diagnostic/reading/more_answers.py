"""Des réponses que le questionnaire d'une école n'a pas, et qui y sont ajoutées toutes d'un coup.

A questionnaire made of one export has the answers that its families gave. Another file may have answers that few or
none of them gave: those of more than a few families become answers of their question, and the others « another one ».
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from liaison.base.letters import one_spelling
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.words import shortened
from liaison.diagnostic.own.held import doubtful
from liaison.diagnostic.own.making import MOST_VALUES, name_of
from liaison.diagnostic.own.written import FEW, is_other
from liaison.diagnostic.own.written import OTHER as ANOTHER
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import OTHER, Item, Questionnaire
from liaison.diagnostic.reading.cells import LONGEST_WORD
from liaison.diagnostic.reading.reports import ReadReport
from liaison.diagnostic.reading.wording import Lexicon, lexicon
from liaison.diagnostic.reading.words_decided import Decided, gives_several, may_have_more

phrase = french_beside(__file__)

OPTION = "--more-answers"
_MOST_NAMED = 6  # réponses


class MoreAnswers(NamedTuple):
    """A questionnaire with more answers (`added`, in their words), and what each word that was not read means."""

    questionnaire: Questionnaire
    decided: Decided
    added: tuple[str, ...]


def more_answers(report: ReadReport) -> MoreAnswers | None:
    """Return the school's own questionnaire with the answers that are not read in it; None when it lacks none.

    Neither the level, nor a box of its own column, has more answers; what may name somebody is not added.
    """
    questionnaire = report.answers.questionnaire
    words = lexicon(questionnaire)
    items = {item.id: item for item in questionnaire.items}
    decided: dict[tuple[str, str], str] = {}
    added: list[str] = []
    for name, written in _unknown(report, words).items():
        for same in sorted(written.values(), key=lambda each: -each.total()):
            (_, word), _ = same.most_common(1)[0]
            item, value = _with_answer(items[name], word, same.total())
            if value:
                added += [word] if item is not items[name] and not is_other(item.words[value]) else []
                items[name] = item
                decided |= dict.fromkeys(same, value)
    if not decided:
        return None
    more = questionnaire.model_copy(update={"items": tuple(items[item.id] for item in questionnaire.items)})
    return MoreAnswers(more, decided, tuple(added))


def more_words(report: ReadReport) -> Iterator[str]:
    """Yield one sentence, where answers are to be added: which, and how the command adds them all at once."""
    if more := more_answers(report):
        answers = shortened([f"« {shown(each)} »" for each in more.added], _MOST_NAMED)
        yield phrase("ajouter-toutes", option=OPTION, count=len(more.added), answers=answers, few=FEW)


def added_words(more: MoreAnswers) -> str:
    """Return what is said once they are added."""
    answers = shortened([f"« {shown(each)} »" for each in more.added], _MOST_NAMED)
    return phrase("ajoutees", count=len(more.added), answers=answers)


def _unknown(report: ReadReport, words: Lexicon) -> dict[str, dict[str, Counter[tuple[str, str]]]]:
    """Return, by question and spelling, how many cells hold each word that is not read, with the column it is of."""
    every: dict[str, dict[str, Counter[tuple[str, str]]]] = defaultdict(lambda: defaultdict(Counter))
    for each in (*report.refused, *report.unread):
        if each.word and may_have_more(each.target, words) and not gives_several(each, words):
            every[question_of(each.target)][one_spelling(each.word)][each.target, each.word] += 1
    return every


def _with_answer(item: Item, word: str, families: int) -> tuple[Item, str]:
    """Return a question with an answer more, and the name of that answer: « another one » of few families, or where it
    has as many as it can; no name where the answer may name somebody."""
    if families > FEW:
        if len(word) > LONGEST_WORD or len(item.values) >= MOST_VALUES:
            return item, ""
        name = name_of(word, (*item.values, *item.rows))
        more = _more(item, name, word)
        return (item, "") if name in doubtful(more) else (more, name)
    other = next((value for value in item.values if is_other(item.words.get(value, ""))), "")
    return (item, other) if other else (_more(item, OTHER, ANOTHER), OTHER)


def _more(item: Item, name: str, word: str) -> Item:
    return item.model_copy(update={"values": (*item.values, name), "words": item.words | {name: word}})


__all__ = ["OPTION", "MoreAnswers", "added_words", "more_answers", "more_words"]

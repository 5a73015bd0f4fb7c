"""Les questions d'un formulaire d'école qui attendent d'être relues : leurs réponses peuvent nommer quelqu'un.

What a school's own form asks is published with its words. A word that may be a name (`may_name`) holds the whole
question back: it is not read, counted nor published, until a person writes, in the questionnaire, that this answer
names nobody. One answer at a time: a whole column is easily said yes to.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.diagnostic.own.may_name import (
    are_names,
    asks_who,
    is_said_by_the_suite,
    may_name,
    may_name_who,
    title_may_name,
)
from liaison.diagnostic.papers.report_words import question_words
from liaison.diagnostic.questionnaire.questionnaire import SUITE, Item, Questionnaire, QuestionnaireError

phrase = french_beside(__file__)

TO_READ = phrase("tout-relire")
_MOST_SHOWN = 10


def doubtful(item: Item) -> tuple[str, ...]:
    """Return the answers and the rows of a question that may name somebody and that nobody has confirmed, by name; the
    question's own when its title may.
    """
    title = item.title or item.id.replace("_", " ")
    named = may_name_who if asks_who(title) else may_name
    names = [item.id] if title_may_name(title) else []
    for parts in (item.rows, item.values):
        answers = [_words_of(item, part) for part in parts]
        every = are_names(answers)
        names += [
            part
            for part, words in zip(parts, answers, strict=True)
            if named(words) or (every and not is_said_by_the_suite(words))
        ]
    return tuple(part for part in names if part not in item.confirmed)


def without_held(questionnaire: Questionnaire) -> Questionnaire:
    """Return a questionnaire of which only what names nobody is asked; the other questions are in `held`."""
    if _is_of_the_suite(questionnaire):
        return questionnaire
    every = (*questionnaire.items, *questionnaire.held)
    held = [item for item in every if doubtful(item)]
    items: list[Item] = []
    for before, item in zip((None, *every), every, strict=False):
        if item not in held:
            follows = bool(items) and items[-1] == before
            items.append(item if follows or not item.implied else item.model_copy(update={"implied": None}))
    return questionnaire.model_copy(update={"items": tuple(items), "held": tuple(held)})


def asked_of(questionnaire: Questionnaire, source: str) -> Questionnaire:
    """Return what a kept questionnaire asks, without what waits to be read again.

    Raises:
        QuestionnaireError: nobody says that its titles and answers were read again, or all its questions wait for it.
    """
    if questionnaire.relu != "oui" and not _is_of_the_suite(questionnaire):
        raise QuestionnaireError(phrase("pas-encore-relu", source=source, to_read=TO_READ))
    published = without_held(questionnaire)
    if published.items:
        return published
    raise QuestionnaireError(
        phrase("aucune-question-a-compter", source=source, held=" ".join(held_words(published.held)))
    )


def held_words(held: Sequence[Item]) -> list[str]:
    """Return what is said of each question that waits to be read again, and what to do."""
    return [
        phrase("mise-de-cote", title=shown(item.title or question_words(item.id)), reason=_why(item), question=item.id)
        for item in held
    ]


def _is_of_the_suite(questionnaire: Questionnaire) -> bool:
    return questionnaire.id == SUITE and not questionnaire.own_words


def _why(item: Item) -> str:
    every = doubtful(item)
    names = [name for name in every if name != item.id]
    # The question's name stands for its title, which may be cut where it is shown and would be copied in part.
    title = phrase("titre-qui-nomme", question=item.id) if item.id in every else ""
    if title and names:
        return phrase("titre-et-reponses-qui-nomment", title=title, answers=_why_answers(item, names))
    return title or _why_answers(item, names)


def _why_answers(item: Item, names: Sequence[str]) -> str:
    answers = ", ".join(f"« {shown(_words_of(item, name))} »" for name in names[:_MOST_SHOWN])
    if len(names) > _MOST_SHOWN:
        return phrase("reponses-et-autres-qui-nomment", answers=answers, more=len(names) - _MOST_SHOWN)
    return phrase("reponses-qui-nomment", answers=answers)


def _words_of(item: Item, part: str) -> str:
    return item.words.get(part, "").strip() or part.replace("_", " ")


__all__ = ["asked_of", "doubtful", "held_words", "without_held"]

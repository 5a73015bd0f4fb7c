"""Les questions d'un formulaire d'école qui attendent d'être relues : leurs réponses peuvent nommer quelqu'un.

What a school's own form asks is published with its words. A word that may be a name (`may_name`) holds the whole
question back: it is not read, counted nor published, until a person writes, in the questionnaire, that this answer
names nobody. One answer at a time: a whole column is easily said yes to.
"""

from __future__ import annotations

from collections.abc import Sequence

from liaison.base.quoting import shown
from liaison.diagnostic.may_name import (
    are_names,
    asks_who,
    is_said_by_the_suite,
    may_name,
    may_name_who,
    title_may_name,
)
from liaison.diagnostic.questionnaire import SUITE, Item, Questionnaire, QuestionnaireError
from liaison.diagnostic.report_words import question_words

TO_READ = (
    "Relire chaque titre et chaque réponse, qui seront publiés tels quels : aucun ne doit nommer une personne, ni dire "
    "ce qu'une famille a écrit elle-même. Ôter la question qui le fait. Puis, dans"
)
_MOST_SHOWN = 10


def doubtful(item: Item) -> tuple[str, ...]:
    """Return the answers and the rows of a question that may name somebody and that nobody has confirmed, by name; the
    question's own when its title may.
    """
    title = item.title or item.id.replace("_", " ")
    named = may_name_who if asks_who(title) else may_name
    found = [item.id] if title_may_name(title) else []
    for parts in (item.rows, item.values):
        said = [_said(item, part) for part in parts]
        every = are_names(said)
        found += [
            part
            for part, words in zip(parts, said, strict=True)
            if named(words) or (every and not is_said_by_the_suite(words))
        ]
    return tuple(part for part in found if part not in item.confirmed)


def told(questionnaire: Questionnaire) -> Questionnaire:
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
    """Return what a kept questionnaire asks once `told`.

    Raises:
        QuestionnaireError: nobody says that its titles and answers were read again, or all its questions wait for it.
    """
    if questionnaire.relu != "oui" and not _is_of_the_suite(questionnaire):
        raise QuestionnaireError(
            f"{source} n'est pas encore relu, et rien n'est lu avec lui. {TO_READ} {source}, écrire à la place de "
            "« relu: non », ou ajouter sous « version » : relu: oui"
        )
    found = told(questionnaire)
    if found.items:
        return found
    raise QuestionnaireError(
        f"{source} n'a aucune question à compter : toutes attendent d'être relues. {' '.join(held_words(found.held))}"
    )


def held_words(held: Sequence[Item]) -> list[str]:
    """Return what is said of each question that waits to be read again, and what to do."""
    return [
        f"Mise de côté : « {shown(item.title or question_words(item.id))} ». {_why(item)} "
        "Si c'est une question fermée, relire ces mots un par un, et recopier chacun qui ne nomme personne sous "
        f"« confirmed », à la question « {item.id} » de questionnaire.yaml. Elle compte quand tous y sont."
        for item in held
    ]


def _is_of_the_suite(questionnaire: Questionnaire) -> bool:
    return questionnaire.id == SUITE and not questionnaire.own_words


def _why(item: Item) -> str:
    found = [name for name in doubtful(item) if name != item.id]
    if not found:
        return "Son titre peut nommer quelqu'un."
    more = f" et {len(found) - _MOST_SHOWN} autres" if len(found) > _MOST_SHOWN else ""
    said = ", ".join(f"« {shown(_said(item, name))} »" for name in found[:_MOST_SHOWN])
    return f"Ces réponses peuvent nommer quelqu'un : {said}{more}."


def _said(item: Item, part: str) -> str:
    return item.words.get(part, "").strip() or part.replace("_", " ")


__all__ = ["asked_of", "doubtful", "held_words", "told"]

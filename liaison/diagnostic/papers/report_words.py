"""Les mots d'un compte rendu : questions et réponses telles qu'elles sont posées, axes et groupes en clair."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from textwrap import shorten

from liaison.base.sentences import TextError, french_beside, sentences
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS, TICKED
from liaison.diagnostic.disclosure.merged_words import merged_words
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, QUESTION_TEXTS, TEXTS

phrase = french_beside(__file__)

NO_ANSWER_WORDS = phrase("sans-reponse")
_QUOTED = 80  # signes
_NONE: Mapping[str, str] = {}
# What the questionnaire does not say: the axes, and how a group is called in the head of a column.
_OWN = {
    EQUIPMENT_AXIS: phrase("axe-equipement"),
    f"{EQUIPMENT_AXIS}-suffisant": phrase("equipement-suffisant"),
    f"{EQUIPMENT_AXIS}-partage": phrase("equipement-partage"),
    f"{EQUIPMENT_AXIS}-insuffisant": phrase("equipement-insuffisant"),
    SKILLS_AXIS: phrase("axe-aisance"),
    f"{SKILLS_AXIS}-autonome": phrase("aisance-autonome"),
    f"{SKILLS_AXIS}-a_accompagner": phrase("aisance-a-accompagner"),
    f"{SKILLS_AXIS}-debutant": phrase("aisance-debutant"),
    "niveau": phrase("niveau"),
    "mode": phrase("mode"),
}


def question_words(name: str, own: Mapping[str, str] = _NONE) -> str:
    """Return a question as it is asked; its own name, in words, when nobody wrote it.

    `own`: the words of a school's own form, as `Questionnaire.own_words` gives them.
    """
    return _written(name, name, own)


def value_words(question: str, value: str, own: Mapping[str, str] = _NONE) -> str:
    """Return an answer, a row of a grid or a box of that question, as it is written on the form; `a+b`: both."""

    def words(name: str) -> str:
        return NO_ANSWER_WORDS if name == NO_ANSWER else _written(f"{question}-{name}", name, own)

    return merged_words(question, value, words)


def answer_words(question: str, part: str, value: str, own: Mapping[str, str] = _NONE) -> str:
    """Return one line of a question: the box, the row of a grid and its value, or the value alone."""
    words = [part] if value == TICKED else [part, value] if part else [value]
    return " : ".join(value_words(question, word, own) for word in words)


def short_words(text: str) -> str:
    """Return words as a sentence quotes them: cut at one of them when there are many, and it shows."""
    return shorten(text, _QUOTED, placeholder="…", break_on_hyphens=False)


def _written(key: str, name: str, own: Mapping[str, str]) -> str:
    if written := own.get(key) or _OWN.get(key):
        return written
    try:
        return _sentences()(key)
    except TextError:
        return name.replace("_", " ")


@cache
def _sentences() -> Callable[..., str]:
    return sentences(TEXTS / "fr" / QUESTION_TEXTS, "fr")


__all__ = ["NO_ANSWER_WORDS", "answer_words", "question_words", "short_words", "value_words"]

"""Des réponses, ou des groupes, comptés ensemble : comment le tableau les écrit, et comment ils se disent."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from liaison.base.typography import typeset
from liaison.base.words import joined, lower_first
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, OTHER

AND = "+"
_USUAL = {"langue": "francais"}  # « une autre langue » : que celle-là


def merged_name(values: Iterable[str]) -> str:
    """Return how the table writes values told together: `a+b`."""
    return AND.join(values)


def members(name: str) -> tuple[str, ...]:
    """Return the values that a name of the table stands for."""
    return tuple(name.split(AND))


def merged_words(question: str, name: str, words: Callable[[str], str]) -> str:
    """Return values told together in words; `words`: those of each, silence included."""
    own = [value for value in members(name) if value != NO_ANSWER]
    if not own or AND not in name:
        return words(name)
    answers = [words(value) for value in own]
    if OTHER in own and _USUAL.get(question) not in own:
        answers = [words(OTHER)]
    answers = [answers[0], *map(lower_first, answers[1:])]
    silent = [lower_first(words(NO_ANSWER))] if NO_ANSWER in members(name) else []
    if any("," in each for each in answers):  # answers that are sentences of their own
        return typeset(" ; ou ".join([*answers, *silent]))
    return ", ou ".join([joined(answers, "et" if question == "niveau" else "ou"), *silent])


__all__ = ["AND", "members", "merged_name", "merged_words"]

"""Ce qu'une page de retour donne de la main de qui anime, et qu'un carnet refait peut ne plus avoir."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from liaison.training.exercise.definition import Exercise
from liaison.training.marks.feedback import points_given, word_title
from liaison.training.marks.trainer_marks import TrainerMark

_QUESTION = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


def given_no_more(page: str, new: str, exercise: Exercise, marks: Mapping[str, TrainerMark]) -> list[str]:
    """Return the titles of the questions to which a page gives points or a word, and the gradebook nothing of it.

    `new` is the page that would stand in its place, `marks` what the gradebook has for the same person. What the suite
    itself replaced or erased there was meant; what was given to a former answer is still there.
    """
    points = re.compile(rf"<strong>[^<]*{escape(points_given())}\.</strong>")
    word = re.compile(rf'class="callout-title">{escape(word_title())}<')
    before = _sections(page)
    gone = []
    for question, title in zip(exercise.questions, _QUESTION.findall(new), strict=True):
        mark, section = marks.get(question.id, TrainerMark()), before.get(title, "")
        lost_points = mark.points is None and points.search(section)
        lost_word = not mark.comment and word.search(section)
        if (lost_points or lost_word) and not mark.replaced:
            gone.append(question.title)
    return gone


def _sections(page: str) -> dict[str, str]:
    """Return what a page says of each question, by its title as the page has it."""
    _, *parts = _QUESTION.split(page)
    return dict(zip(parts[::2], parts[1::2], strict=True))


__all__ = ["given_no_more"]

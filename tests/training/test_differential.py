"""Both ways of marking, on every damaged and hostile copy: the same scores and the same flags for the trainer.

nbgrader's own autograder runs with one kernel for all the copies (`warm_kernel`); a few of them also go through it as
it is, one kernel each (`test_grading`). CARNETS_COLD=1 runs them all so: four minutes on a busy machine.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, course_in, hand_in, nbgrader_each
from training.damaged_copies import CHEATS, DAMAGES, RENAMED, SOLVED, endless_answers
from training.test_grading import insert, marks

from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.exercise.scoring import solution
from liaison.training.marks.gradebook import grade_course

TESTS = Path(__file__).parents[1]
Marks = dict[str, dict[str, tuple[float | None, bool]]]
WARM = f"""
import sys
sys.path.insert(0, {str(TESTS)!r})
from training.warm_kernel import WarmExecute
c.Autograde.autograde_preprocessors = [
    WarmExecute if one.__name__ == "Execute" else one for one in c.Autograde.autograde_preprocessors
]
"""
NOTHING = (None, True)  # what nbgrader writes of a cell before it is marked
# One of these, and nbgrader marks none of the copies that come after it: they are not given to it.
STOPS_THE_BATCH = {RENAMED["nom_illisible"], RENAMED["nom_sur_deux_lignes"]}
# Copies of which nbgrader marks nothing, and cells that it does not find: we mark the answers.
NOT_BY_NBGRADER = {
    "carnet_absent",
    "carnet_illisible",
    "date_binaire",
    "date_illisible",
    "lien_casse",
    "metadonnees_retirees",
    "tuyau",
}
IN_PART = {
    "cellule_supprimee": {"message_de_21_heures"},
    "cellules_renommees": {"message_de_21_heures", "loi_ou_charte"},
}
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="liens et tuyaux")]


@dataclass(frozen=True)
class Both:
    """The marks that each way gives to the same copies, and the copies that ours refuses."""

    theirs: Marks
    ours: Marks
    refused: frozenset[str]


def marked_both_ways(folder: Path, courses: Sequence[Exercise]) -> dict[str, Both]:
    """Mark the copies of each exercise by nbgrader, then by ours on the copies as they were handed in."""
    shutil.copytree(folder / "submitted", folder / "telles_quelles", symlinks=True, ignore=_pipes)
    for pipe in (path for path in (folder / "submitted").rglob("reponses.json") if path.is_fifo()):
        os.mkfifo(folder / "telles_quelles" / pipe.relative_to(folder / "submitted"))
    for name in STOPS_THE_BATCH:
        shutil.rmtree(folder / "submitted" / name, ignore_errors=True)
    if not os.environ.get("CARNETS_COLD"):
        with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(WARM)
    nbgrader_each(folder, *(("autograde", course.id) for course in courses), fails=True)
    theirs = {course.id: marks(folder, course) for course in courses}
    shutil.rmtree(folder / "submitted")
    (folder / "telles_quelles").rename(folder / "submitted")
    (folder / "sans_copie.db").replace(folder / "gradebook.db")
    both = {}
    for course in courses:
        refused = frozenset(copy.student for copy in grade_course(folder, course) if copy.result is None)
        both[course.id] = Both(theirs[course.id], marks(folder, course), refused)
    return both


def _pipes(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if (Path(folder) / name).is_fifo()}


def _spoilt_copies(folder: Path) -> None:
    for name, damage in DAMAGES.items():
        # As many faults in each of nbgrader's cells: `test_endless_answers` has the largest file.
        damage = endless_answers(2_000) if name == "reponses_sans_fin" else damage
        damage.spoil(hand_in(folder, name, answered(SOLVED)))
    for name in CHEATS:
        insert(hand_in(folder, name, answered({**SOLVED, "message_de_21_heures": "perdu"})), name)
    hand_in(folder, "solide", answered(SOLVED))


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Both]:
    """One course of every real exercise, made by nbgrader itself: the corpus for one, two copies for the others."""
    folder = tmp_path_factory.mktemp("corpus")
    courses = [exercise(name) for name in exercise_names()]
    for course in courses:
        course_in(folder, real=True, course=course)
    nbgrader_each(folder, *(("generate_assignment", course.id) for course in courses))
    shutil.copy(folder / "gradebook.db", folder / "sans_copie.db")
    _spoilt_copies(folder)
    for course in courses:
        if course != COURSE:
            hand_in(folder, "juste", answered({one.id: solution(one) for one in course.questions}, course), course)
            hand_in(folder, "vide", None, course)
    return marked_both_ways(folder, courses)


@pytest.fixture
def corpus(compared: dict[str, Both]) -> Both:
    return compared[COURSE.id]


def by_nbgrader(both: Both, student: str, question: str) -> tuple[float | None, bool]:
    """Return the mark of nbgrader, as it would be had it listed the copy and marked nothing of it."""
    return both.theirs.get(student, {}).get(question, NOTHING)


def test_both_ways_give_the_same_marks_and_flags_or_nbgrader_marks_nothing(corpus: Both) -> None:
    assert len(corpus.ours) + len(corpus.refused) == len(DAMAGES) + len(CHEATS) + 1 >= 70
    agreed = 0
    differing: dict[str, set[str]] = {}
    for student, by_question in corpus.ours.items():
        for question, found in by_question.items():
            if found == by_nbgrader(corpus, student, question):
                agreed += 1
                continue
            assert by_nbgrader(corpus, student, question) == NOTHING, (student, question)
            differing.setdefault(student, set()).add(question)
    assert set(differing) == {*NOT_BY_NBGRADER, *IN_PART}
    assert {student: differing[student] for student in IN_PART} == IN_PART
    assert agreed > len(COURSE.questions) * (len(corpus.ours) - len(NOT_BY_NBGRADER)) - 5


def test_nbgrader_gives_no_point_to_what_we_refuse(corpus: Both) -> None:
    expected = {RENAMED.get(name, name) for name, damage in DAMAGES.items() if damage.points is None}
    assert corpus.refused == expected
    for student in corpus.refused:
        # A folder that is a link is set aside: nbgrader finds no notebook there, and not somebody else's.
        assert not any(score for score, _ in corpus.theirs.get(student, {}).values()), student


# One test for every exercise: a worker that took one of them would make the course again.
def test_the_solution_has_every_point_and_the_empty_copy_none_by_both_ways(compared: dict[str, Both]) -> None:
    others = [exercise(name) for name in exercise_names() if name != COURSE.id]
    assert len(others) >= 3
    for course in others:
        both = compared[course.id]
        whole = {one.id: (None if one.by_hand else one.points, one.by_hand) for one in course.questions}
        empty = {one.id: (None if one.by_hand else 0, False) for one in course.questions}
        assert both.ours == both.theirs == {"juste": whole, "vide": empty}, course.id

"""Both ways of marking, on every damaged and hostile copy: the same scores and the same flags for the trainer.

nbgrader's own autograder runs with one kernel for all the copies (`warm_kernel`); a few of them also go through it as
it is, one kernel each (`test_grading`). CARNETS_COLD=1 runs them all so: four minutes on a busy machine.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from training.a_course import COURSE, answered, course_in, hand_in, nbgrader
from training.damaged_copies import CHEATS, DAMAGES, RENAMED, SOLVED
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


def marked_both_ways(folder: Path, course: Exercise) -> Both:
    """Mark the copies of a course by nbgrader, then by ours on the copies as they were handed in."""
    shutil.copytree(folder / "submitted", folder / "telles_quelles", symlinks=True, ignore=_pipes)
    for pipe in (path for path in (folder / "submitted").rglob("reponses.json") if path.is_fifo()):
        os.mkfifo(folder / "telles_quelles" / pipe.relative_to(folder / "submitted"))
    for name in STOPS_THE_BATCH:
        shutil.rmtree(folder / "submitted" / name, ignore_errors=True)
    if not os.environ.get("CARNETS_COLD"):
        with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(WARM)
    nbgrader(folder, "autograde", course.id, fails=True)
    theirs = marks(folder, course)
    shutil.rmtree(folder / "submitted")
    (folder / "telles_quelles").rename(folder / "submitted")
    (folder / "sans_copie.db").replace(folder / "gradebook.db")
    refused = frozenset(copy.student for copy in grade_course(folder, course) if copy.result is None)
    return Both(theirs, marks(folder, course), refused)


def generated(folder: Path, course: Exercise) -> None:
    """Make a course of the real exercise by nbgrader itself."""
    course_in(folder, real=True, course=course)
    nbgrader(folder, "generate_assignment", course.id)
    shutil.copy(folder / "gradebook.db", folder / "sans_copie.db")


def _pipes(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if (Path(folder) / name).is_fifo()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Both:
    folder = tmp_path_factory.mktemp("corpus")
    generated(folder, COURSE)
    for name, damage in DAMAGES.items():
        damage.spoil(hand_in(folder, name, answered(SOLVED)))
    for name in CHEATS:
        insert(hand_in(folder, name, answered({**SOLVED, "message_de_21_heures": "perdu"})), name)
    hand_in(folder, "solide", answered(SOLVED))
    return marked_both_ways(folder, COURSE)


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


@pytest.mark.parametrize("name", [name for name in exercise_names() if name != COURSE.id])
def test_the_solution_has_every_point_and_the_empty_copy_none_by_both_ways(name: str, tmp_path: Path) -> None:
    course = exercise(name)
    generated(tmp_path, course)
    found = {question.id: solution(question) for question in course.questions}
    hand_in(tmp_path, "juste", answered(found, course), course)
    hand_in(tmp_path, "vide", None, course)
    both = marked_both_ways(tmp_path, course)
    whole = {one.id: (None if one.by_hand else one.points, one.by_hand) for one in course.questions}
    empty = {one.id: (None if one.by_hand else 0, False) for one in course.questions}
    assert both.ours == both.theirs == {"juste": whole, "vide": empty}

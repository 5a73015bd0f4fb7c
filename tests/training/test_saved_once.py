"""What a batch relies on, of the nbgrader that is installed: it commits at each gesture, through its own session."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from sqlalchemy import event
from sqlalchemy.orm import Session
from training.a_course import bare_course, gradebook_of

from liaison.training.marks.saved_once import saved_once

PEOPLE = ("anne", "bruno", "chloe")


@pytest.fixture
def gradebook(tmp_path: Path) -> Iterator[Gradebook]:
    bare_course(tmp_path)
    with gradebook_of(tmp_path) as found:
        yield found


@contextmanager
def commits() -> Iterator[list[Session]]:
    seen: list[Session] = []
    noted = seen.append  # one and the same: it is taken away again
    event.listen(Session, "after_commit", noted)
    try:
        yield seen
    finally:
        event.remove(Session, "after_commit", noted)


def written(course: Path) -> set[str]:
    with gradebook_of(course) as other:
        return {student.id for student in other.students}


def test_nbgrader_by_itself_waits_for_the_disk_at_each_gesture(gradebook: Gradebook) -> None:
    with commits() as seen:
        for name in PEOPLE:
            gradebook.add_student(name)
    assert len(seen) == len(PEOPLE)


def test_a_batch_waits_for_it_once_and_the_next_gesture_by_itself_again(gradebook: Gradebook, tmp_path: Path) -> None:
    with commits() as seen:
        with saved_once(gradebook):
            for name in PEOPLE:
                gradebook.add_student(name)
            assert seen == []
        assert len(seen) == 1
        gradebook.add_student("dan")
    assert len(seen) == 2
    assert written(tmp_path) == {*PEOPLE, "dan"}


def test_of_a_batch_that_fails_nothing_is_written_and_the_gradebook_serves_again(
    gradebook: Gradebook, tmp_path: Path
) -> None:
    def fails() -> None:
        with saved_once(gradebook):
            gradebook.add_student("anne")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    gradebook.db.remove()
    gradebook.add_student("bruno")
    assert written(tmp_path) == {"bruno"}

"""What each person gets back, and the report of a room, in a real Chromium: on a small phone, and at twice the size."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser
from training.a_course import answered, hand_in, released
from training.test_feedback import wrong

from liaison.documents import to_html
from liaison.training.board.class_figures import class_figures
from liaison.training.board.class_report import class_report
from liaison.training.exercise.definition import Exercise, exercise, exercise_names
from liaison.training.exercise.scoring import solution
from liaison.training.marks.feedback_files import PAGE, give_back

TODAY = dt.date(2026, 11, 26)
ANSWERS = (wrong, solution)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What two people get back from each exercise, one who found nothing and one everything; the report of both."""
    return [path for name in exercise_names() for path in _pages(tmp_path_factory.mktemp("cours"), exercise(name))]


def _pages(folder: Path, course: Exercise) -> list[Path]:
    released(folder, course)
    for answer in ANSWERS:
        values = {question.id: answer(question) for question in course.questions}
        hand_in(folder, answer.__name__, answered(values, course), course)
    given = list(give_back(folder, course, TODAY, pdf=False))
    report = folder / "compte_rendu.html"
    report.write_text(to_html(class_report([class_figures(folder, course, 2)], "", TODAY)), encoding="utf-8")
    return [report, *(path for one in given for path in one.files if path.name == PAGE)]


# 640 pixels of a screen of 1280 are what text at 200 % leaves.
@pytest.mark.parametrize(("width", "dark"), [(320, False), (640, True)])
def test_what_is_given_back_passes_axe_and_never_scrolls_sideways(
    width: int, dark: bool, pages: list[Path], browser: Browser, axe: Callable[..., None]
) -> None:
    assert len(pages) == (1 + len(ANSWERS)) * len(exercise_names())
    scheme = "dark" if dark else "light"
    context = browser.new_context(
        viewport={"width": width, "height": 740}, color_scheme=cast(Any, scheme), locale="fr-FR"
    )
    page = context.new_page()
    for path in pages:
        page.goto(path.as_uri())
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("html").get_attribute("lang") == "fr-FR"
        assert page.locator("main h1").count() == 1
        assert page.locator("main h2").count() > 1
    context.close()

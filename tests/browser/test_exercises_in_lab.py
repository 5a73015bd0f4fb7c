"""Chaque exercice dans JupyterLab : toutes ses cellules s'exécutent, ses questions se voient, un pari se garde."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser.conftest import watched_page
from browser.exercises import SECONDS, exercise_suite, run_in_lab
from playwright.sync_api import Browser, Page, expect

from liaison.questions.bet import BET
from liaison.training.exercise.answers import read_answers
from liaison.training.exercise.definition import exercise, exercise_names


@pytest.fixture(scope="module")
def course(start_suite: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    return exercise_suite(start_suite, tmp_path_factory.mktemp("cours"), *exercise_names())


@pytest.fixture
def desk(browser: Browser, course: Any) -> Iterator[Page]:
    # Tall enough for JupyterLab to draw every cell: it leaves out those that nobody sees.
    yield from watched_page(browser, course.address, viewport={"width": 1280, "height": 12000})


@pytest.mark.parametrize("name", exercise_names())
def test_every_question_is_there_in_jupyterlab_and_a_bet_is_kept(desk: Page, course: Any, name: str) -> None:
    run_in_lab(desk, course.base, name)
    notebook = desk.locator(".jp-Notebook")
    assert notebook.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    expect(notebook.get_by_role("paragraph").filter(has_text="exécutez d'abord chaque cellule")).to_be_visible()
    for question in exercise(name).questions:
        expect(notebook.get_by_role("heading", name=question.title, exact=True).first).to_be_visible()
    notebook.get_by_role("radio").first.check()
    notebook.get_by_role("button", name="Garder mon pari").first.click()
    expect(notebook.get_by_role("button", name="Garder mon pari")).to_have_count(0, timeout=20 * SECONDS)
    assert read_answers(course.folder / name, exercise(name)).answers[BET].attempts == 1

"""Une séance sans réseau de salle, jouée en entier avec un vrai navigateur : de la préparation au retour."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import signed_in
from browser.exercises import SECONDS, question_box
from browser.small_suite import small_suite, started
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect
from typer.testing import CliRunner

from app.cli import app
from liaison.training.exercise.definition import exercise
from liaison.training.session.definition import SessionFolder, load_session
from liaison.training.session.time_zone import PARIS

MODULE = "01_messagerie_ent"
EXERCISE = exercise(MODULE)
QUESTION = EXERCISE.question("message_de_21_heures")


def liaison(*words: object) -> str:
    done = CliRunner().invoke(app, ["session", *map(str, words)])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("mode", ["machines", "cle"])
def test_a_whole_session_is_played_with_files_alone(
    mode: str, browser: Browser, start_suite: Callable[..., Any], tmp_path: Path, axe: Callable[..., None]
) -> None:
    # The learner's clock is the real one: what is handed in now must be in time, neither before the day nor late.
    day = dt.datetime.now(tz=PARIS).date()
    liaison(
        *("new", "--date", day.isoformat(), "--module", "01", "--participants", "2", "--mode", mode),
        *("--hand-in-until", f"{day + dt.timedelta(days=1)}T23:59", "--out", tmp_path / "seance"),
    )
    place = load_session(tmp_path / "seance")
    code = place.session.participants[0]
    drop = tmp_path / "depot"
    drop.mkdir()

    suite = learners_machine(start_suite, tmp_path / "ordinateur", place)
    context = signed_in(browser, f"{suite.base}/?{suite.key}", viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    answer_and_hand_in(page, suite.base, code, drop, axe)
    context.close()

    assert f"{code}\t{MODULE}\treçue" in liaison("collect", drop, "--session", place.root)
    liaison("grade", "--session", place.root)
    liaison("feedback", "--session", place.root, "--no-pdf")
    with Gradebook(f"sqlite:///{place.gradebook}", "carnets-de-liaison") as gradebook:
        assert gradebook.find_submission(MODULE, code).score == QUESTION.points
    [returned] = (place.root / "feedback" / code).rglob("*.html")
    # Whoever worked on their own machine gets the page by whatever way: it opens anywhere.
    reader = browser.new_context(locale="fr-FR", offline=True).new_page()
    reader.goto(returned.as_uri())
    expect(reader.get_by_role("heading", name=QUESTION.title)).to_be_visible()
    expect(reader.locator("body")).to_contain_text(f"{QUESTION.points:g}\u00a0points")
    reader.context.close()


def learners_machine(start_suite: Callable[..., Any], root: Path, place: SessionFolder) -> Any:
    """The suite on the machine of a learner, with the exercise that the session releases."""
    root.mkdir()
    small_suite(root)
    shutil.copytree(place.root / "release" / MODULE, root / "notebooks" / MODULE)
    return started(start_suite, root)


def answer_and_hand_in(page: Page, base: str, code: str, drop: Path, axe: Callable[..., None]) -> None:
    """Answer one question with a finger, download the file to hand in, put it where the trainer said."""
    page.goto(f"{base}/voila/render/notebooks/{MODULE}/exercice.ipynb", timeout=60 * SECONDS)
    expect(page.get_by_role("button", name="Faire mon fichier de remise")).to_be_visible(timeout=60 * SECONDS)
    asked = question_box(page, EXERCISE, QUESTION.id)
    asked.get_by_role("radio", name="Le message est écrit").check()
    asked.get_by_role("button", name="Garder ma réponse").tap()
    expect(asked.locator(".carnets-verdict").get_by_text("Juste")).to_be_visible()
    page.get_by_role("textbox", name="Votre code").fill(code.lower())
    with page.expect_download() as download:
        page.get_by_role("button", name="Faire mon fichier de remise").tap()
    axe(page)
    # What serves to mark has run, and is not shown to who answers.
    page.locator("html[data-etat=pret]").wait_for()
    expect(page.get_by_role("heading", name="Notation")).to_have_count(0)
    expect(page.locator(".page-sortie")).to_have_count(0)
    download.value.save_as(drop / download.value.suggested_filename)

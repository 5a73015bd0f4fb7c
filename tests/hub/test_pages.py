"""Ce que la place d'une personne dit de ses exercices, d'après la liste de nbgrader ; la fiche de la salle."""

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.room.access import Access
from app.room.pages import Work, style, title_of, works
from app.room.sheet import code_in_terminal, sheet
from liaison.documents import to_pdf
from liaison.training.exercise.definition import exercise, exercise_names

MODULE = "01_messagerie_ent"


def submission(time: str, **settings: Any) -> dict[str, Any]:
    plain = {"has_local_feedback": False, "has_exchange_feedback": False, "feedback_updated": False}
    stamp = f"2026-11-27 {time}.000000 UTC"
    return {"timestamp": stamp, "path": f"/absente/{stamp}", "local_feedback_path": None, **plain, **settings}


def listed(*submissions: dict[str, Any]) -> list[dict[str, Any]]:
    fetched = {"assignment_id": MODULE, "status": "fetched"}
    handed_in = {"assignment_id": MODULE, "status": "submitted", "submissions": list(submissions)}
    return [fetched, handed_in] if submissions else [fetched]


def the_work(home: Path, *submissions: dict[str, Any]) -> Work:
    found = works(listed(*submissions), home)
    assert len(found) == 1
    return found[0]


def test_an_exercise_that_nobody_handed_in_says_so(tmp_path: Path) -> None:
    assert the_work(tmp_path) == Work(MODULE, "Régler la messagerie de l'ENT")


def test_the_last_hand_in_counts_and_is_told_in_paris_time(tmp_path: Path) -> None:
    work = the_work(tmp_path, submission("09:05:00"), submission("13:42:00"), submission("08:00:00"))
    assert work.at == "14 h 42"
    assert not work.waiting
    assert work.feedback == ""


def test_a_feedback_that_waits_is_offered_and_then_read(tmp_path: Path) -> None:
    assert the_work(tmp_path, submission("09:00:00", has_exchange_feedback=True)).waiting
    folder = f"{MODULE}/feedback/2026-11-27 09:00:00.000000 UTC"
    here = {"has_exchange_feedback": True, "has_local_feedback": True, "local_feedback_path": folder}
    work = the_work(tmp_path, submission("09:00:00", **here))
    assert not work.waiting
    assert work.feedback == f"{folder}/exercice.html"
    assert the_work(tmp_path, submission("09:00:00", **here, feedback_updated=True)).waiting


HERE = {"has_local_feedback": True, "local_feedback_path": "ici"}


def test_a_feedback_says_of_which_copy_it_is_and_that_a_newer_one_is_not_marked_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = submission("09:00:00", has_exchange_feedback=True, **HERE)
    work = the_work(tmp_path, marked)
    assert (work.feedback_of, work.newer) == ("10 h", "")
    work = the_work(tmp_path, marked, submission("09:20:00"))
    assert (work.feedback_of, work.newer, work.at) == ("10 h", "10 h 20", "10 h 20")
    # After the deadline, another copy takes the place of none.
    limit = tmp_path / "limite"
    limit.write_text("2026-11-27T10:10:00+01:00 Europe/Paris\n", encoding="ascii")
    monkeypatch.setenv("CARNETS_LIMITE", str(limit))
    assert the_work(tmp_path, marked, submission("09:20:00")).newer == ""
    assert the_work(tmp_path, submission("09:00:00"), submission("09:20:00", has_exchange_feedback=True)).newer == ""


def test_the_same_answers_handed_in_again_are_not_said_to_wait_for_marks(tmp_path: Path) -> None:
    for name, held in (("a", "{}"), ("b", "{}"), ("c", "[]")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "reponses.json").write_text(held, encoding="utf-8")
    marked = submission("09:00:00", path=str(tmp_path / "a"), has_exchange_feedback=True)
    assert the_work(tmp_path, marked, submission("09:20:00", path=str(tmp_path / "b"))).newer == ""
    assert the_work(tmp_path, marked, submission("09:20:00", path=str(tmp_path / "c"))).newer == "10 h 20"


def test_what_came_back_for_a_copy_that_was_replaced_is_not_offered_any_more(tmp_path: Path) -> None:
    replaced = submission("09:00:00", **HERE)
    work = the_work(tmp_path, replaced)
    assert (work.feedback, work.waiting, work.withdrawn) == ("", False, True)
    work = the_work(tmp_path, replaced, submission("09:20:00", has_exchange_feedback=True))
    assert (work.feedback, work.waiting, work.withdrawn, work.feedback_of) == ("", True, False, "10 h 20")


def test_an_exercise_released_but_not_taken_is_not_offered_to_hand_in(tmp_path: Path) -> None:
    assert works([{"assignment_id": MODULE, "status": "released"}], tmp_path) == []


@pytest.mark.parametrize("module", [*exercise_names(), "99_inconnu"])
def test_an_exercise_is_called_as_its_session_calls_it_and_by_its_name_where_it_does_not_open(module: str) -> None:
    assert title_of(module) == (exercise(module).title if module in exercise_names() else module)


def test_the_sheet_gives_the_address_and_the_room_s_password_on_one_page() -> None:
    page = PdfReader(io.BytesIO(to_pdf(sheet("Relier", "http://192.168.1.20:8000/", "7KXM-2RPV"))))
    assert len(page.pages) == 1
    text = page.pages[0].extract_text()
    assert "http://192.168.1.20:8000/" in text.replace("\n", "")
    assert "7KXM\u20112RPV" in text
    assert "n’est pas chiffré" in text
    assert Access(room="7KXM-2RPV", trainer="").opens("KNM64", "7kxm\u20112rpv")  # copied from the page as it is


def test_the_code_fits_a_terminal() -> None:
    lines = code_in_terminal("http://192.168.100.200:8000/").splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines) <= 24


def test_the_pages_of_the_room_ask_nobody_else_for_anything() -> None:
    assert "http" not in style().replace("http-equiv", "")
    assert "@import" not in style()

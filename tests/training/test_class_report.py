"""The report of a room: its figures are those of the copies, and nothing in it says who answered what."""

import datetime as dt
import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE, answered, bare_course, hand_in, mark_by_hand
from training.damaged_copies import SOLVED
from training.test_feedback import wrong
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.documents import Document, Picture, to_docx, to_html, to_pdf
from liaison.training.board.class_figures import ClassFigures, class_figures
from liaison.training.board.class_report import class_report, phrase
from liaison.training.marks.gradebook import grade_course

TODAY = dt.date(2026, 11, 27)
RIGHT, WRONG = ("zoe_martin", "yann_petit", "xena_durand", "walid_morel"), ("vera_leroy", "ugo_roux")
FEWEST = 5


def answers_of(number: int) -> dict[str, Any]:
    """Return the answers of one person: four are right in the end, two of them at the second attempt, two are wrong."""
    if number >= len(RIGHT):
        kept = answered({question.id: wrong(question) for question in COURSE.questions if not question.by_hand})
    else:
        kept = answered(SOLVED)
    if number < 2:
        kept["answers"]["message_de_21_heures"] = {"attempts": 2, "first": "perdu", "last": "attend"}
    if number > 3:  # four people of six answer it: one less than what may be told
        del kept["answers"]["delai_des_notes"]
    kept["answers"]["pari"] = {"attempts": 2, "first": BETS[0], "last": BETS[number % 2]}
    return kept


BETS = [choice.id for choice in COURSE.bet.choices[:2]] if COURSE.bet else []


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("salle")
    bare_course(folder)
    for number, name in enumerate((*RIGHT, *WRONG)):
        hand_in(folder, name, answers_of(number))
    (folder / "submitted" / "illisible").mkdir()
    (folder / "submitted" / "illisible" / COURSE.id).write_bytes(b"")
    list(grade_course(folder, COURSE))
    mark_by_hand(folder, COURSE, RIGHT[0], "message_clair", 3)
    return folder


@pytest.fixture(scope="module")
def figures(room: Path) -> ClassFigures:
    return class_figures(room, COURSE, FEWEST, ("personne",))


@pytest.fixture(scope="module")
def document(figures: ClassFigures) -> Document:
    return class_report([figures], "Une séance", TODAY)


def test_the_figures_are_those_of_the_copies(figures: ClassFigures) -> None:
    assert (figures.copies, figures.refused, figures.expected) == (6, 1, 8)
    by_title = {one.title: one for one in figures.questions}
    asked = by_title[COURSE.question("message_de_21_heures").title]
    assert (asked.answered, asked.right, asked.right_at_first, asked.tried_again) == (6, 4, 2, 2)
    assert [(fault.id, fault.first, fault.now) for fault in asked.faults] == [("perdu", 4, 2)]
    for one in figures.questions:
        assert 0 <= one.right + one.partly <= one.answered
    assert len(figures.questions) == len(COURSE.questions) - 3
    assert figures.few_answers == tuple(
        (COURSE.question(name).title, count)
        for name, count in (("delai_des_notes", 4), ("message_clair", 4), ("premier_changement", 4))
    )
    # Eight texts were written, one is marked; the median is that of 21, 18, 18, 18, 0, 0.
    assert figures.waiting == 7
    assert figures.median_points == 18
    trained = {one.id: one for one in figures.competences}
    # One text is marked, three wait; two people wrote none, and have no point for it.
    assert (trained["ecrire_clairement"].earned, trained["ecrire_clairement"].out_of) == (3, 9)
    assert figures.bets is not None
    assert (figures.bets.before, figures.bets.after, figures.bets.moved) == (6, 6, 3)


def test_no_format_says_who_answered_nor_what_a_person_wrote(document: Document) -> None:
    page = to_html(document)
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as archive:
        word = archive.read("word/document.xml").decode("utf-8")
    for text in (page, word, to_pdf(document).decode("latin-1")):
        for name in (*RIGHT, *WRONG, "illisible"):
            assert name not in text
    written = str(SOLVED["message_clair"])[:40]
    assert written not in unescape(page)
    assert "delai_des_notes" not in page


def test_one_person_is_not_several() -> None:
    assert phrase("la-salle-trouve", count=0, out_of=6, title="Pari") == "0 personne sur 6 trouve « Pari »"
    assert phrase("la-salle-trouve", count=1, out_of=6, title="Pari") == "1 personne sur 6 trouve « Pari »"
    assert phrase("la-salle-trouve", count=2, out_of=6, title="Pari") == "2 personnes sur 6 trouvent « Pari »"


def test_each_chart_has_its_finding_and_its_figures_in_words(document: Document) -> None:
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert len(pictures) == 3
    assert all(re.search(r"\d", picture.alt) for picture in pictures)
    assert "4 sur 6" in pictures[0].alt.replace("\u00a0", " ")
    assert "2 réponses justes au premier essai, 4 à la fin" in pictures[1].alt.replace("\u00a0", " ")
    assert b"/StructTreeRoot" in to_pdf(document)
    page = to_html(document)
    assert page.count("<svg") == 3  # lines, sharp at any size
    assert "data:image" not in page


def test_a_question_with_too_few_answers_has_no_figure_and_a_room_too_small_has_none(room: Path) -> None:
    enough = class_figures(room, COURSE, 6)
    assert enough.large_enough
    assert enough.bets is not None
    small = class_figures(room, COURSE, 7)
    assert not small.large_enough
    assert (small.questions, small.competences, small.bets, small.median_points) == ((), (), None, None)
    page = to_html(class_report([small], "Une séance", TODAY))
    assert "Un groupe trop petit pour des chiffres" in page
    assert "<img" not in page


def test_bets_made_again_by_too_few_are_not_told(tmp_path: Path) -> None:
    bare_course(tmp_path)
    for number in range(6):
        kept = answered({})
        kept["answers"]["pari"] = {"attempts": 1 if number else 2, "first": BETS[0], "last": BETS[1]}
        hand_in(tmp_path, f"eleve_{number}", kept)
    assert class_figures(tmp_path, COURSE, FEWEST).bets is None


def test_the_command_writes_the_three_formats_in_the_documents_of_the_session(room: Path, tmp_path: Path) -> None:
    words = ["session", "report", "01", "--session", str(room), "--json"]
    said = CliRunner().invoke(app, words)
    assert said.exit_code == 0, said.stderr
    answer = json.loads(said.stdout)
    assert answer["modules"] == [{"exercice": COURSE.id, "copies": 6, "chiffres": True}]
    assert {Path(path).name for path in answer["fichiers"]} == {
        f"compte_rendu.{kind}" for kind in ("docx", "pdf", "html")
    }
    assert all(Path(path).parent == room / "documents" for path in answer["fichiers"])
    said = CliRunner().invoke(app, [*words[:-1], "--fewest", "7", "--out", str(tmp_path)])
    assert "trop peu pour des chiffres" in said.stdout

"""Once names are erased, and copies with them, nothing is marked nor written again of what is left of them."""

from pathlib import Path

import pytest
from training.a_course import answered, bare_course, hand_in
from training.a_session import ANNE, BRUNO, NAMES, NOON, SESSION, people_csv, tree
from training.test_texts_to_read import CLEAR
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.closing.attestations import write_attestations
from liaison.training.closing.closing import close_session
from liaison.training.marks.trainer_marks import trainer_marks
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionError, SessionFolder, load_session, write_session
from liaison.training.session.sole_use import ErasedSessionError

ERASED = "elle ne prend plus de remise, ne se note plus et n'écrit plus de papier"
WRITING = (
    ("grade", "--session"),
    ("feedback", "--no-pdf", "--session"),
    ("texts", "--session"),
    ("report", "--session"),
    ("attest", "--all"),
    ("close", "--all"),
    ("attendance",),
    ("badge", "--all"),
)


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    """A session that was marked and closed, whose copies hold a name; its names are not erased yet."""
    root = tmp_path / "seance"
    root.mkdir()
    bare_course(root)
    write_session(root, SESSION)
    (root / "participants.csv").write_bytes(people_csv(NAMES))
    for code in (ANNE, BRUNO):
        hand_in(root, code, answered({"message_de_21_heures": "attend", CLEAR: f"Signez, dit {NAMES[ANNE]}."}))
    place = load_session(root)
    close_session(place, all_present=True)
    return place


def test_no_mark_nor_paper_is_written_over_once_names_and_copies_are_erased(place: SessionFolder) -> None:
    marks = (place.documents / "resultats.csv").read_bytes()
    assert purge(place, NOON, early=True).state == "fait"
    assert not (place.submitted / ANNE / SESSION.modules[0] / "reponses.json").exists()
    before = tree(place.root)
    for words in WRITING:
        answer = CliRunner().invoke(app, ["session", *words, str(place.root)])
        assert ERASED in (str(answer.exception) + answer.output).replace("\u00a0", " "), words
        assert answer.exit_code, words
        assert tree(place.root) == before, words
    assert (place.documents / "resultats.csv").read_bytes() == marks
    # What stays can still be given: the marks, which are in the gradebook.
    assert CliRunner().invoke(app, ["session", "results", "--session", str(place.root)]).exit_code == 0
    assert (place.documents / "resultats.csv").read_bytes() == marks


@pytest.mark.parametrize("way", ["username", "email"])
def test_no_table_of_identifiers_brings_names_back_into_the_session(
    place: SessionFolder, tmp_path: Path, way: str
) -> None:
    purge(place, NOON, early=True)
    before = tree(place.root)
    table = tmp_path / "identifiants.csv"
    lines = [f"{code};{NAMES[code].replace(' ', '.')}@ecole.test" for code in (ANNE, BRUNO)]
    table.write_text("\n".join(["code;identifiant", *lines]), encoding="utf-8")
    words = ["session", "results", "--session", str(place.root), "--moodle", way, "--identifiers", str(table)]
    answer = CliRunner().invoke(app, words)
    assert "y remettrait de quoi reconnaître chacun" in (str(answer.exception) + answer.output).replace("\u00a0", " ")
    assert answer.exit_code
    assert tree(place.root) == before
    # Elsewhere, it is whoever asks who keeps it.
    assert CliRunner().invoke(app, [*words, "--out", str(tmp_path / "ailleurs")]).exit_code == 0
    assert (tmp_path / "ailleurs" / "moodle.csv").is_file()
    assert tree(place.root) == before


def test_texts_that_nobody_read_before_are_said_to_be_lost_and_not_to_be_read(place: SessionFolder) -> None:
    words = ["session", "results", "--session", str(place.root)]
    assert "Les textes à lire" in CliRunner().invoke(app, words).output.replace("\u00a0", " ")
    purge(place, NOON, early=True)
    output = " ".join(CliRunner().invoke(app, words).output.replace("\u00a0", " ").split())
    assert "Les textes à lire" not in output
    assert "ne se lisent plus" in output


def test_what_a_screen_asks_for_is_refused_alike_and_the_marks_stay(place: SessionFolder) -> None:
    marks = trainer_marks(place.root, SESSION.modules[0])
    purge(place, NOON, early=True)
    before = tree(place.root)
    for doing in (close_session, write_attestations):
        with pytest.raises(ErasedSessionError):
            doing(place, all_present=True)
    assert tree(place.root) == before
    assert trainer_marks(place.root, SESSION.modules[0]) == marks


def test_an_erasure_that_was_cut_closes_the_session_too(place: SessionFolder) -> None:
    def cut(_done: int, _count: int, _long: str) -> None:
        if place.erasure.exists() and not (place.submitted / ANNE / SESSION.modules[0] / "reponses.json").exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        purge(place, NOON, early=True, part=cut)
    before = tree(place.root)
    with pytest.raises(SessionError, match="commencé, ou fait"):
        close_session(place, all_present=True)
    assert tree(place.root) == before
    assert purge(place, NOON, early=True).state == "fait"

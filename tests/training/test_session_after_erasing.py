"""Once names are erased, and copies with them, nothing is marked nor written again of what is left of them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from training.a_course import answered, hand_in
from training.a_session import ANNE, BRUNO, NAMES, NOON, SESSION, markable_session, tree
from training.test_texts_to_read import CLEAR, FIRST
from typer.testing import CliRunner

from app.cli.commands import app
from app.room.course import collect, give_back
from app.room.places import Room
from liaison.training.closing.attestations import write_attestations
from liaison.training.closing.closing import close_session
from liaison.training.marks.copies import COURSE_ID
from liaison.training.marks.trainer_marks import trainer_marks
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionError, SessionFolder, load_session
from liaison.training.session.sole_use import ErasedSessionError
from widgets.training_reading import Reading
from widgets.training_session.codes_view import CodesView
from widgets.training_session.erasing_view import ErasingView
from widgets.training_session.hand_ins_view import HandInsView

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


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session that was marked and closed, whose copies hold a name; its names are not erased yet."""
    root = markable_session(tmp_path_factory.mktemp("close") / "seance")
    for code in (ANNE, BRUNO):
        texts = {CLEAR: f"Signez, dit {NAMES[ANNE]}.", FIRST: "Le rythme."}
        hand_in(root, code, answered({"message_de_21_heures": "attend", **texts}))
    close_session(load_session(root), all_present=True)
    return root


@pytest.fixture
def place(closed: Path, tmp_path: Path) -> SessionFolder:
    """A copy of it, of which a test may do what it wants."""
    return load_session(Path(shutil.copytree(closed, tmp_path / "seance")))


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
    assert "à lire" not in output
    for_moodle = [*words, "--moodle", "username", "--out", str(place.root.parent / "ailleurs")]
    moodle = " ".join(CliRunner().invoke(app, for_moodle).output.replace("\u00a0", " ").split())
    assert "attend votre lecture" not in moodle
    assert "2 copies où un texte n'a pas été lu" in moodle
    view = HandInsView(place)
    view.draw()
    assert "votre lecture" not in everything(view.widget)
    assert "ne se lisent plus" in output


def test_the_command_offered_for_the_rest_of_the_marks_writes_them_where_they_were_asked_for(
    place: SessionFolder, tmp_path: Path
) -> None:
    purge(place, NOON, early=True)
    table, out = tmp_path / "identifiants.csv", tmp_path / "ailleurs"
    table.write_text(f"code;identifiant\n{ANNE};anne\n{BRUNO};bruno\n", encoding="utf-8")
    words = ["session", "results", "01", "--session", str(place.root), "--out", str(out)]
    words += ["--moodle", "username", "--identifiers", str(table)]
    said = " ".join(CliRunner().invoke(app, words).output.replace("\u00a0", " ").split())
    assert said.count("--partial") == 1
    command = said[said.index("liaison session results") : said.index(" --partial")].split()
    assert command == ["liaison", *words]
    before = (out / "moodle.csv").read_bytes()
    assert CliRunner().invoke(app, [*command[1:], "--partial"]).exit_code == 0
    assert (out / "moodle.csv").read_bytes() != before


def test_a_room_that_never_opened_is_not_to_be_opened_once_names_are_erased(
    place: SessionFolder, tmp_path: Path
) -> None:
    purge(place, NOON, early=True)
    room = Room(place)
    with pytest.raises(ErasedSessionError):
        collect(room)
    with pytest.raises(ErasedSessionError):
        give_back(room, tmp_path / "execution")


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


def test_a_list_that_is_put_back_by_hand_is_said_and_erased_again(place: SessionFolder) -> None:
    names = place.participants_file.read_bytes()
    purge(place, NOON, early=True)
    assert "Les noms de la liste ont été cherchés, et effacés" in status(place)
    place.participants_file.write_bytes(names)
    assert "une liste y a été remise" in status(place)
    assert "sont effacés" not in status(place)
    assert json.loads(status(place, "--json"))["noms_effaces"] is False
    view = ErasingView(place)
    view.draw()
    assert "une liste a été remise" in view.sentence.text
    assert view.sentence.tone != "bon"
    assert view.look in view.widget.children
    assert CliRunner().invoke(app, ["session", "purge", str(place.root), "--now"]).exit_code == 0
    assert not place.participants_file.exists()
    assert "une liste y a été remise" not in status(place)


def test_a_purged_folder_that_lost_the_file_of_its_session_is_no_plain_course(place: SessionFolder) -> None:
    purge(place, NOON, early=True)
    (place.root / "seance.yaml").unlink()
    before = tree(place.root)
    for words in (("grade", "01"), ("feedback", "01", "--no-pdf"), ("texts", "01")):
        answer = CliRunner().invoke(app, ["session", *words, "--session", str(place.root)])
        assert answer.exit_code == 2 or isinstance(answer.exception, SessionError), words
        assert ERASED in (str(answer.exception) + answer.output).replace("\u00a0", " "), words
        assert tree(place.root) == before, words


def test_status_sends_nobody_to_commands_that_refuse_once_names_are_erased(place: SessionFolder) -> None:
    assert "Textes à lire : 4 sur 4." in status(place)
    for code in (ANNE, BRUNO):
        (place.submitted / code / SESSION.modules[0] / "reponses.json").write_bytes(
            json.dumps(answered({CLEAR: "Signez."})).encode()
        )
    purge(place, NOON, early=True)
    said = status(place)
    assert "Textes à lire" not in said
    assert "2 textes n'étaient pas lus quand les noms ont été effacés" in said


def everything(widget: Any) -> str:
    """All that a widget, and those in it, hold for the page."""
    own = json.dumps(widget.get_state(), default=str, ensure_ascii=False) if hasattr(widget, "get_state") else ""
    return own + "".join(map(everything, getattr(widget, "children", ())))


@pytest.mark.parametrize("gesture", ["after", "next", "which", "grade"])
def test_a_reading_left_open_shows_no_text_any_more_at_its_next_gesture(place: SessionFolder, gesture: str) -> None:
    screen = Reading(place.root)
    assert NAMES[ANNE] in everything(screen.widget)
    purge(place, NOON, early=True)
    before = tree(place.root)
    if gesture == "grade":
        screen.mark_copies()
    elif gesture == "which":
        screen.which.value = f"{SESSION.modules[0]}/{FIRST}"
    else:
        screen.reader.points = "1"
        screen.go("next" if gesture == "next" else "after")
    assert "Ses textes ne se lisent plus" in everything(screen.widget).replace("\u00a0", " ")
    assert NAMES[ANNE] not in everything(screen.widget) + everything(screen.reader)
    assert tree(place.root) == before
    # Opened after, it says the same, and offers to mark nothing.
    again = Reading(place.root)
    assert "Ses textes ne se lisent plus" in everything(again.widget).replace("\u00a0", " ")
    assert again.grade not in again.widget.children


@pytest.mark.parametrize("gesture", ["button", "sheet", "attendance"])
def test_the_codes_left_open_say_no_name_any_more_at_their_next_gesture(place: SessionFolder, gesture: str) -> None:
    view = CodesView(place)
    view.say((f"Ligne 2 : {NAMES[ANNE]}",))
    purge(place, NOON, early=True)
    if gesture == "button":
        view.button._handle_custom_msg({"event": "press"}, [])
    else:
        getattr(view, gesture)._handle_custom_msg({"kind": "request"}, [])
    assert NAMES[ANNE] not in everything(view.widget)


def test_the_room_takes_and_gives_back_nothing_once_names_are_erased(place: SessionFolder, tmp_path: Path) -> None:
    room = Room(place)
    (room.exchange / COURSE_ID / "outbound" / SESSION.modules[0]).mkdir(parents=True)
    purge(place, NOON, early=True)
    before = tree(place.root)
    with pytest.raises(ErasedSessionError):
        collect(room)
    with pytest.raises(ErasedSessionError):
        give_back(room, tmp_path / "execution")
    assert tree(place.root) == before


def status(place: SessionFolder, *words: str) -> str:
    return CliRunner().invoke(app, ["session", "status", str(place.root), *words]).stdout.replace("\u00a0", " ")

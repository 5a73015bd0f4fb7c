"""Before names are erased: what nobody took, marked or read is counted, and what to do first is said, at each door."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from training.a_course import answered, bare_course, hand_in, mark_by_hand
from training.a_session import ANNE, BRUNO, NAMES, NOON, SESSION, answers, archive, at, drop, people_csv, tree
from training.test_closed_folders import closed
from training.test_room_exchange import hand_in as hand_in_to_room
from training.test_session_desk import press
from training.test_texts_to_read import CLEAR, fill
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.closing.lost_with_names import LostWithNames, lost_with_names
from liaison.training.exercise.definition import exercise
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.gathering import gather
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.marks.filled_table import TABLE
from liaison.training.marks.gradebook import grade_course
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder, load_session, write_session
from widgets.training_session.erasing_view import ErasingView

EXERCISE = exercise(SESSION.modules[0])


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    """Two copies with a text each, and one that is empty; nothing is marked."""
    root = tmp_path / "seance"
    root.mkdir()
    bare_course(root)
    write_session(root, SESSION)
    (root / "participants.csv").write_bytes(people_csv(NAMES))
    for code in (ANNE, BRUNO):
        hand_in(root, code, answered({"message_de_21_heures": "attend", CLEAR: f"Signez, dit {NAMES[ANNE]}."}))
    return load_session(root)


def mark(place: SessionFolder) -> None:
    assert all(copy.result for copy in grade_course(place.root, EXERCISE))


def read(place: SessionFolder, code: str) -> None:
    for question in EXERCISE.questions:
        if question.by_hand:
            mark_by_hand(place.root, EXERCISE, code, question.id, 1)


def purged(place: SessionFolder, *options: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["session", "purge", str(place.root), "--now", *options])
    return done.exit_code, " ".join((str(done.exception) + done.output).replace("\u00a0", " ").split())


def test_what_is_lost_is_counted_as_it_stands(place: SessionFolder) -> None:
    assert lost_with_names(place) == LostWithNames(unmarked=2)
    mark(place)
    assert lost_with_names(place) == LostWithNames(unread=2)
    read(place, ANNE)
    assert lost_with_names(place) == LostWithNames(unread=1)
    read(place, BRUNO)
    assert lost_with_names(place) == LostWithNames()
    hour = dt.datetime(2026, 11, 27, 11)
    (place.submitted / ANNE / EXERCISE.id / "timestamp.txt").write_text(f"{hour} UTC", encoding="utf-8")
    assert lost_with_names(place) == LostWithNames(unmarked=1)  # she handed in again since
    mark(place)
    assert lost_with_names(place) == LostWithNames()


def test_a_copy_where_nothing_can_be_marked_keeps_no_name_for_ever(place: SessionFolder) -> None:
    mark(place)
    for code in (ANNE, BRUNO):
        read(place, code)
    hand_in(place.root, SESSION.participants[2], b"{")
    hand_in(place.root, SESSION.participants[3], answered({}))
    assert lost_with_names(place) == LostWithNames()


def test_the_command_erases_nothing_that_nobody_marked_or_read_unless_it_is_told_to(place: SessionFolder) -> None:
    before = tree(place.root)
    code, said = purged(place)
    assert code
    assert "Rien n'a été effacé. 2 copies ne sont pas notées" in said
    assert f"liaison session grade --session {place.root}" in said
    assert f"Pour effacer sans cela : liaison session purge {place.root} --now --unmarked" in said
    assert tree(place.root) == before
    mark(place)
    before = tree(place.root)
    code, said = purged(place)
    assert code
    assert "2 textes n'ont été lus par personne." in said
    assert "« Lire les textes d'une séance »" in said
    assert tree(place.root) == before
    assert purged(place, "--unmarked")[0] == 0
    assert not place.participants_file.exists()
    # It is lost by now: asked again, the command says what was done, and asks for nothing.
    assert purged(place)[0] == 0


def test_a_hand_in_of_the_room_that_came_while_copies_were_taken_is_lost_until_it_is_taken_again(
    place: SessionFolder,
) -> None:
    (place.root / INBOUND).mkdir(parents=True)
    (place.root / HOMES / ANNE).mkdir(parents=True)
    shutil.rmtree(place.submitted)
    secret = hand_in_to_room(place, ANNE, at(11), answers()) / "submission_secret.txt"
    whole = secret.read_bytes()
    secret.unlink()
    (refused,) = gather(place, SESSION.modules, at(20)).refused
    assert "relancer dans une minute" in refused.reason
    secret.write_bytes(whole)
    assert lost_with_names(place) == LostWithNames(refused=1)
    before = tree(place.root)
    code, said = purged(place)
    assert code
    assert "1 remise refusée est encore là" in said
    assert f"liaison session hub {place.root} --collect" in said
    assert tree(place.root) == before
    gather(place, SESSION.modules, at(20))
    assert lost_with_names(place) == LostWithNames(unmarked=1)


def test_an_archive_that_is_kept_and_was_refused_a_place_is_lost_until_it_is_taken_again(
    place: SessionFolder, box: Path
) -> None:
    shutil.rmtree(place.submitted)
    (place.submitted / ANNE).mkdir(parents=True)
    drop(box, f"remise-{ANNE}.zip", archive(ANNE, at(15)))
    with closed(place.submitted / ANNE):
        collect(place, box, at(19))
    assert lost_with_names(place) == LostWithNames(refused=1)
    code, said = purged(place)
    assert code
    assert "1 remise refusée est encore là" in said
    assert f"liaison session collect DÉPÔT --session {place.root}" in said
    view = ErasingView(place)
    view.draw()
    press(view.look)
    assert view.warning.text.replace("\u00a0", " ").startswith("1 remise refusée est encore là")
    collect(place, box, at(19))
    assert lost_with_names(place) == LostWithNames(unmarked=1)


def test_a_refused_hand_in_that_something_newer_stands_for_is_no_loss(place: SessionFolder) -> None:
    (place.root / INBOUND).mkdir(parents=True)
    (place.root / HOMES / ANNE).mkdir(parents=True)
    shutil.rmtree(place.submitted)
    folders = [hand_in_to_room(place, ANNE, at(hour), answers()) for hour in (11, 12, 13)]
    for folder in (folders[0], folders[2]):
        (folder / "submission_secret.txt").unlink()
    gather(place, SESSION.modules, at(20))
    # What was handed in at eleven gave way to noon; what came at one did not.
    assert lost_with_names(place) == LostWithNames(refused=1, unmarked=1)
    hand_in_to_room(place, ANNE, at(14), answers())
    gather(place, SESSION.modules, at(20))
    assert lost_with_names(place) == LostWithNames(unmarked=1)


def test_a_table_of_texts_that_was_filled_in_is_lost_until_it_is_taken(place: SessionFolder) -> None:
    mark(place)
    for code in (ANNE, BRUNO):
        read(place, code)
    command = ["session", "texts", "--session", str(place.root)]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert lost_with_names(place) == LostWithNames()  # written out, and nothing filled in
    table = place.documents / TABLE
    fill(table, {"points": "2", "commentaire": "Relu."}, code=ANNE)
    assert lost_with_names(place) == LostWithNames(filled=True)
    before = tree(place.root)
    exit_code, said = purged(place)
    assert exit_code
    assert "« textes_a_lire.csv » est rempli, et n'est pas pris." in said
    assert f"{' '.join(['liaison', *command])} --marks {table}" in said
    assert tree(place.root) == before
    fill(table, {"points": "99"}, code=BRUNO)
    assert lost_with_names(place) == LostWithNames(filled=True)  # it cannot be taken as it is: somebody filled it in
    fill(table, {"points": "1"}, code=BRUNO)
    assert CliRunner().invoke(app, [*command, "--marks", str(table)]).exit_code == 0
    assert lost_with_names(place) == LostWithNames()


def test_the_command_erases_at_once_what_leaves_nothing_to_mark_nor_to_read(place: SessionFolder) -> None:
    mark(place)
    for code in (ANNE, BRUNO):
        read(place, code)
    assert purged(place)[0] == 0
    assert not place.participants_file.exists()


def test_before_the_day_the_day_is_said_first(place: SessionFolder) -> None:
    later = SESSION.model_copy(update={"names_until": dt.date(2999, 1, 1)})
    write_session(place.root, later)
    done = CliRunner().invoke(app, ["session", "purge", str(place.root)])
    assert done.exit_code
    assert "Les noms sont gardés jusqu'au" in (str(done.exception) + done.output).replace("\u00a0", " ")


def test_a_gradebook_that_cannot_be_read_is_said_and_erases_nothing(place: SessionFolder) -> None:
    place.gradebook.write_bytes(b"Ce n'est pas un carnet de notes. " * 100)
    before = tree(place.root)
    code, said = purged(place)
    assert code
    assert "ne peuvent pas être comptés" in said
    assert tree(place.root) == before
    # Where there is no copy, there is nothing to lose.
    shutil.rmtree(place.submitted)
    assert lost_with_names(place) == LostWithNames()


def test_an_erasure_that_was_cut_is_ended_without_a_word_of_it(place: SessionFolder) -> None:
    write_session(place.root, SESSION.model_copy(update={"names_until": dt.date(2999, 1, 1)}))
    place = load_session(place.root)

    def cut(_done: int, _count: int, _long: str) -> None:
        if place.erasure.exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        purge(place, NOON, early=True, part=cut)
    command = ["session", "purge", str(place.root)]
    told = CliRunner().invoke(app, ["session", "status", str(place.root)]).stdout.replace("\u00a0", " ")
    assert " ".join(["liaison", *command]) in told
    reread = CliRunner().invoke(app, [*command, "--reread"])
    said = " ".join((str(reread.exception) + reread.output).replace("\u00a0", " ").split())
    assert reread.exit_code
    assert "Rien n'a été effacé" not in said
    assert "Le reprendre d'abord" in said
    # As it was told: before the day, and without giving up once more what nobody marked.
    resumed = CliRunner().invoke(app, command)
    assert resumed.exit_code == 0, resumed.output
    # The list that comes back is erased again as the status says to.
    place.participants_file.write_bytes(people_csv(NAMES))
    assert CliRunner().invoke(app, command).exit_code == 0
    assert not place.participants_file.exists()


def test_the_desk_says_it_before_its_second_press(place: SessionFolder) -> None:
    mark(place)
    view = ErasingView(place)
    view.draw()
    press(view.look)
    first, then, *_ = view.warning.text.replace("\u00a0", " ").splitlines()
    assert first == "2 textes n'ont été lus par personne."
    assert "« Lire les textes d'une séance »" in then
    for code in (ANNE, BRUNO):
        read(place, code)
    press(view.look)
    assert "lus par personne" not in view.warning.text

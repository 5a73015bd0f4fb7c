"""Before names are erased: what nobody took, marked or read is counted, and what to do first is said, at each door."""

import dataclasses
import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from training.a_course import answered, hand_in, mark_by_hand
from training.a_session import (
    ANNE,
    BRUNO,
    NAMES,
    NOON,
    SESSION,
    answers,
    archive,
    at,
    drop,
    markable_session,
    people_csv,
    tree,
)
from training.test_closed_folders import closed
from training.test_room_exchange import hand_in as hand_in_to_room
from training.test_session_desk import press
from training.test_texts_to_read import CLEAR, fill
from typer.testing import CliRunner

from app.cli.commands import app
from app.cli.manual import commands
from liaison.base.terminal import typed
from liaison.base.words import lower_first
from liaison.training.closing.left import left_to_do
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
    root = markable_session(tmp_path / "seance")
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
    assert lost_with_names(place) == LostWithNames(incomplete=(folders[2].relative_to(place.root),), unmarked=1)
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
    assert lost_with_names(place) == LostWithNames(filled=(table,))
    before = tree(place.root)
    exit_code, said = purged(place)
    assert exit_code
    assert "1 tableau de textes est rempli, et n'est pas pris." in said
    assert f"{' '.join(['liaison', *command])} --marks {table}" in said
    assert tree(place.root) == before
    fill(table, {"points": "99"}, code=BRUNO)
    assert lost_with_names(place) == LostWithNames(
        filled=(table,)
    )  # it cannot be taken as it is: somebody filled it in
    fill(table, {"points": "1"}, code=BRUNO)
    assert CliRunner().invoke(app, [*command, "--marks", str(table)]).exit_code == 0
    assert lost_with_names(place) == LostWithNames(not_given=1)  # the comment that was just taken


def test_a_word_that_no_page_gives_back_is_lost_until_the_session_is_closed_again(place: SessionFolder) -> None:
    mark(place)
    for code in (ANNE, BRUNO):
        read(place, code)
    mark_by_hand(place.root, EXERCISE, ANNE, CLEAR, 1, "Relisez la deuxième phrase, d'accord ?")
    # Points alone, as BRUNO's, stay in the results.
    assert lost_with_names(place) == LostWithNames(not_given=1)
    before = tree(place.root)
    exit_code, said = purged(place)
    assert exit_code
    assert "1 copie a reçu de vous un mot qu'aucun retour ne rend." in said
    assert typed("liaison", "session", "close", place.root) in said
    assert tree(place.root) == before
    close = ["session", "close", str(place.root), "--all"]
    CliRunner().invoke(app, close)
    assert lost_with_names(place) == LostWithNames()
    table = place.documents / TABLE
    fill(table, {"commentaire": "Très bien, finalement."}, code=ANNE)
    fill(table, {"commentaire": "Bravo."}, code=BRUNO)
    CliRunner().invoke(app, ["session", "texts", "--session", str(place.root), "--marks", str(table)])
    assert lost_with_names(place) == LostWithNames(not_given=2)
    CliRunner().invoke(app, close)
    assert lost_with_names(place) == LostWithNames()
    (page,) = (place.root / "feedback" / BRUNO).glob("*/retour.html")
    former = page.read_text(encoding="utf-8").replace("<style>", "<style>p { color: red }\n")
    page.write_text(former, encoding="utf-8")  # as a version of another look wrote it
    assert lost_with_names(place) == LostWithNames()
    page.unlink()
    assert lost_with_names(place) == LostWithNames(not_given=1)


@pytest.mark.parametrize("name", ["textes_a_lire_garde.csv", "textes_a_lire_garde_1.csv", "textes_a_lire (relu).csv"])
def test_a_table_of_texts_set_aside_with_marks_is_lost_until_it_is_taken_or_erased(
    place: SessionFolder, name: str
) -> None:
    mark(place)
    for code in (ANNE, BRUNO):
        read(place, code)
    command = ["session", "texts", "--session", str(place.root)]
    assert CliRunner().invoke(app, command).exit_code == 0
    aside = place.documents / name
    aside.write_bytes((place.documents / TABLE).read_bytes())
    assert lost_with_names(place) == LostWithNames()
    fill(aside, {"points": "2", "commentaire": "Relu."}, code=ANNE)
    assert lost_with_names(place) == LostWithNames(filled=(aside,))
    exit_code, said = purged(place)
    assert exit_code
    assert f"{typed('liaison', *command, '--marks', aside)}, ou effacer ce tableau" in said
    assert CliRunner().invoke(app, [*command, "--marks", str(aside)]).exit_code == 0
    assert lost_with_names(place) == LostWithNames(not_given=1)


def test_the_table_that_is_refused_and_written_anew_is_lost_with_what_was_typed_in_it(place: SessionFolder) -> None:
    mark(place)
    for code in (ANNE, BRUNO):
        read(place, code)
    command = ["session", "texts", "--session", str(place.root)]
    CliRunner().invoke(app, command)
    fill(place.documents / TABLE, {"points": "99"}, code=BRUNO)
    assert CliRunner().invoke(app, command).exit_code == 1
    (aside,) = place.documents.glob("*_garde*")
    assert lost_with_names(place) == LostWithNames(filled=(aside,))
    aside.unlink()
    assert lost_with_names(place) == LostWithNames()


def room_of(place: SessionFolder) -> None:
    (place.root / INBOUND).mkdir(parents=True)
    (place.root / HOMES / ANNE).mkdir(parents=True)
    shutil.rmtree(place.submitted)


EMPTY = json.dumps(answered({})).encode()


@pytest.mark.parametrize("answers_left", [None, b"", b"{", EMPTY], ids=["sans", "vides", "coupées", "sans réponse"])
def test_a_hand_in_cut_before_it_had_anything_to_mark_keeps_no_name(
    place: SessionFolder, answers_left: bytes | None
) -> None:
    room_of(place)
    folder = hand_in_to_room(place, ANNE, at(11), answers_left or answers())
    (folder / "submission_secret.txt").unlink()
    if answers_left is None:
        (folder / "reponses.json").unlink()
    elif not answers_left:
        (folder / "reponses.json").write_bytes(b"")
    assert len(gather(place, SESSION.modules, at(20)).refused) == 1
    assert lost_with_names(place) == LostWithNames()
    assert purged(place)[0] == 0
    assert not place.participants_file.exists()


def test_a_hand_in_cut_with_answers_is_named_and_can_be_got_rid_of_without_giving_up_the_rest(
    place: SessionFolder,
) -> None:
    room_of(place)
    folder = hand_in_to_room(place, ANNE, at(11), answers())
    (folder / "submission_secret.txt").unlink()
    gather(place, SESSION.modules, at(20))
    assert lost_with_names(place) == LostWithNames(incomplete=(folder.relative_to(place.root),))
    exit_code, said = purged(place)
    assert exit_code
    assert "1 remise de la salle n'est pas complète : elle ne peut pas être prise, et a des réponses." in said
    assert str(folder) in said
    assert "--collect" not in said  # it would be refused again
    shutil.rmtree(folder)
    assert purged(place)[0] == 0


def test_a_link_in_the_place_of_answers_is_nothing_to_mark(place: SessionFolder, tmp_path: Path) -> None:
    room_of(place)
    folder = hand_in_to_room(place, ANNE, at(11), answers())
    (tmp_path / "ailleurs.json").write_bytes(answers())
    (folder / "reponses.json").unlink()
    (folder / "reponses.json").symlink_to(tmp_path / "ailleurs.json")
    gather(place, SESSION.modules, at(20))
    assert lost_with_names(place) == LostWithNames()


def status_of(place: SessionFolder) -> str:
    return " ".join(
        CliRunner().invoke(app, ["session", "status", str(place.root)]).output.replace("\u00a0", " ").split()
    )


@pytest.mark.parametrize("kept", [False, True], ids=["à la place d'aucune", "à côté d'une copie"])
def test_what_taking_once_more_takes_is_not_asked_for_again(place: SessionFolder, kept: bool) -> None:
    room_of(place)
    if kept:
        hand_in_to_room(place, ANNE, at(10), answers())
    folder = hand_in_to_room(place, ANNE, at(11), answers("sonne"))
    secret = (folder / "submission_secret.txt").read_bytes()
    (folder / "submission_secret.txt").unlink()
    gather(place, SESSION.modules, at(20))
    said = status_of(place)
    assert "à reprendre sans les redemander" not in said  # as it is, it would be refused again
    assert ("le demander de nouveau" if kept else f"à demander de nouveau : {ANNE}") in said
    (folder / "submission_secret.txt").write_bytes(secret)
    said = status_of(place)
    again = f"à reprendre sans les redemander, une fois fait ce que dit leur raison : {ANNE}."
    assert again in said
    assert typed("liaison", "session", "hub", place.root, "--collect") in said
    assert "demander de nouveau" not in said
    left = left_to_do(place, {}, [])
    assert (left.outside, left.again, left.to_ask) == ([], [ANNE], True)
    gather(place, SESSION.modules, at(20))
    assert "reprendre" not in status_of(place)
    assert left_to_do(place, {}, []).again == []


def test_an_archive_that_is_kept_is_taken_once_more_and_not_asked_for(place: SessionFolder, box: Path) -> None:
    shutil.rmtree(place.submitted)
    (place.submitted / ANNE).mkdir(parents=True)
    drop(box, f"remise-{ANNE}.zip", archive(ANNE, at(15)))
    drop(box, f"remise-{BRUNO}.zip", archive(BRUNO, at(15))[:100])
    with closed(place.submitted / ANNE):
        collect(place, box, at(19))
    said = status_of(place)
    assert f"une fois fait ce que dit leur raison : {ANNE}." in said
    assert f"liaison session collect DÉPÔT --session {place.root}" in said
    assert f"Remises refusées, à demander de nouveau : {BRUNO}." in said


def lines_of_each_kind() -> list[str]:
    """Return what is said of three of each kind of loss."""
    three: dict[str, Any] = {
        "int": 3,
        "tuple[Path, ...]": (Path(),) * 3,
        "Mapping[str, Sequence[str]]": dict.fromkeys("abc", ("x",)),
        "str": "Parce que.",
    }
    kinds = [LostWithNames(**{kind.name: three[str(kind.type)]}) for kind in dataclasses.fields(LostWithNames)]
    return [line for kind in kinds for line in kind.lines()]


def test_the_help_says_each_kind_that_is_given_up_and_no_other() -> None:
    purge_command = dict(commands())["liaison session purge"]
    (option,) = (each for each in purge_command.params if "--unmarked" in each.opts)
    plain = option.help.replace("\u00a0", " ")
    clauses = [line.replace("\u00a0", " ").partition(" : ")[0].partition(". ")[0] for line in lines_of_each_kind()]
    assert len(clauses) == len(dataclasses.fields(LostWithNames))
    expected = {lower_first(re.sub("^3 ", "des ", clause.rstrip("."))) for clause in clauses}
    assert {*plain.partition(" : ")[2].rstrip(".").split(" ; ")} == expected


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


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"\xff\xfe\x00"), lambda path: path.mkdir()])
def test_a_list_that_does_not_read_is_told_and_no_command_that_would_be_refused(
    place: SessionFolder, spoil: Callable[[Path], object]
) -> None:
    place.participants_file.unlink()
    spoil(place.participants_file)
    done = CliRunner().invoke(app, ["session", "purge", str(place.root), "--now"])
    said = f"{done.exception} {done.output}"
    assert done.exit_code == 2
    assert "participants.csv" in said
    assert "--unmarked" not in said
    assert "comptés" not in said

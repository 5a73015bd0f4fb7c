"""L'échange de la salle : ce que chaque place remet est pris ; ce qu'elle y pose d'autre est refusé, et nommé."""

import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest
from training.a_course import answered
from training.a_session import (
    ANNE,
    BRUNO,
    CHLOE,
    COURSE,
    DRISS,
    SESSION,
    STRANGER,
    answers,
    archive,
    at,
    drop,
    session_in,
)

from liaison.base.guarded import NotTakenError, taken
from liaison.base.quoting import shown
from liaison.training.exercise.answers import ExerciseAnswersError, read_answers
from liaison.training.hand_in.at_places import SinceHandedIn, since_handed_in, to_take
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.exchange import MOST_LOOKED_AT, HandedIn, files_of
from liaison.training.hand_in.gathering import GatheredHandIns, gather
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.left_to_ask import refused_beside
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.hand_in.settling import MOST_TRIED
from liaison.training.hand_in.standing import standing
from liaison.training.session.definition import SessionError, SessionFolder

needs_links = pytest.mark.skipif(os.name != "posix", reason="demande des liens et des tubes")


@pytest.fixture
def room(tmp_path: Path) -> SessionFolder:
    place = session_in(tmp_path / "seance", SESSION)
    (place.root / INBOUND).mkdir(parents=True)
    for code in SESSION.participants:
        (place.root / HOMES / code).mkdir(parents=True)
    return place


def utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S.%f} UTC"


def hand_in(room: SessionFolder, code: str, when: dt.datetime | str, content: bytes = b"", module: str = "") -> Path:
    """What nbgrader puts in the exchange when a place hands in."""
    stamp = when if isinstance(when, str) else utc(when)
    folder = room.root / INBOUND / f"{code}+{module or COURSE.id}+{stamp}+abcdefgh_-12"
    folder.mkdir()
    (folder / "reponses.json").write_bytes(content or answers())
    (folder / "exercice.ipynb").write_bytes(b"{}")
    (folder / "timestamp.txt").write_text(stamp, encoding="ascii")
    (folder / "submission_secret.txt").write_text("0123456789abcdef" * 8, encoding="ascii")
    return folder


def at_place(room: SessionFolder, code: str, content: bytes) -> Path:
    """What a person keeps at their place, and has not handed in."""
    file = room.root / HOMES / code / COURSE.id / "reponses.json"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    return file


def since(room: SessionFolder) -> SinceHandedIn:
    return since_handed_in(room, standing(room, at(20)))


def gathered(room: SessionFolder, now: dt.datetime | None = None) -> GatheredHandIns:
    return gather(room, SESSION.modules, now or at(20))


def copy_of(room: SessionFolder, code: str) -> dict[str, bytes]:
    folder = room.submitted / code / COURSE.id
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def reasons(found: GatheredHandIns) -> list[str]:
    return [one.reason.replace("\u00a0", " ").replace("\u202f", " ") for one in found.refused]


def test_a_copy_is_taken_with_what_gives_its_feedback_back_and_nothing_more(room: SessionFolder) -> None:
    folder = hand_in(room, ANNE, at(11))
    (folder / "evil.ipynb").write_text("{}", encoding="utf-8")
    (folder / ".ipython").mkdir()
    assert gathered(room) == GatheredHandIns(((ANNE, COURSE.id),), ())
    assert set(copy_of(room, ANNE)) == {"reponses.json", "exercice.ipynb", "timestamp.txt", "submission_secret.txt"}
    assert copy_of(room, ANNE)["timestamp.txt"].decode().strip() == utc(at(11))
    before = {path: path.stat().st_mtime_ns for path in room.submitted.rglob("*")}
    assert gathered(room).refused == ()
    assert {path: path.stat().st_mtime_ns for path in room.submitted.rglob("*")} == before


def test_the_last_copy_counts_and_a_late_one_never_takes_the_place_of_one_on_time(room: SessionFolder) -> None:
    first = hand_in(room, ANNE, at(11), answers("sonne"))
    hand_in(room, ANNE, at(17, 59), answers("attend"))
    hand_in(room, ANNE, at(18, 1), answers("sonne"))
    hand_in(room, BRUNO, at(18, 1), answers("sonne"))
    gathered(room)
    assert copy_of(room, ANNE)["reponses.json"] == answers("attend")
    assert copy_of(room, BRUNO)["reponses.json"] == answers("sonne")
    # Even once the one on time is no longer in the exchange.
    for path in (room.root / INBOUND).glob(f"{ANNE}+*17:59*" if os.name == "posix" else "*"):
        path.rename(path.with_name(".parti"))
    gathered(room)
    assert first.is_dir()
    assert copy_of(room, ANNE)["reponses.json"] == answers("attend")


def test_work_changed_since_it_was_handed_in_is_named_and_the_same_work_is_not(room: SessionFolder) -> None:
    for code in (ANNE, BRUNO, CHLOE):
        at_place(room, code, answers("sonne"))
    hand_in(room, ANNE, at(11), answers("sonne"))
    hand_in(room, BRUNO, at(11), answers("sonne"))
    at_place(room, BRUNO, answers("attend", message_clair="Un texte nouveau."))
    before = since(room).changed  # not taken in yet
    gathered(room)
    # Chloé handed in nothing at all: that is said otherwise.
    assert before == since(room).changed == ((BRUNO, COURSE.id),)
    hand_in(room, BRUNO, at(18, 1), answers("attend", message_clair="Un texte nouveau."))
    gathered(room)
    # A late copy is left aside, and was handed in.
    assert copy_of(room, BRUNO)["reponses.json"] == answers("sonne")
    assert since(room).changed == ()
    at_place(room, ANNE, answers("attend"))
    assert since(room).changed == ((ANNE, COURSE.id),)
    room.erasure.write_text("{}", encoding="utf-8")
    assert since(room).changed == ()


def test_work_that_came_otherwise_than_by_the_exchange_is_compared_with_what_was_taken(
    room: SessionFolder, box: Path
) -> None:
    drop(box, "a.zip", archive(ANNE, at(11), answers("sonne")))
    collect(room, box, at(12))
    at_place(room, ANNE, answers("sonne"))
    assert since(room).changed == ()
    at_place(room, ANNE, answers("attend"))
    assert since(room).changed == ((ANNE, COURSE.id),)


def test_answers_deleted_at_a_place_since_they_were_handed_in_are_named_and_those_that_never_were_there_are_not(
    room: SessionFolder, box: Path
) -> None:
    for code in (ANNE, BRUNO, CHLOE):
        at_place(room, code, answers("sonne"))
        hand_in(room, code, at(11), answers("sonne"))
    at_place(room, ANNE, b"").unlink()
    shutil.rmtree(at_place(room, BRUNO, b"").parent)  # with the exercise
    # Who came with a file answered nothing in the room.
    drop(box, "d.zip", archive(DRISS, at(11)))
    assert since(room) == SinceHandedIn(gone=((ANNE, COURSE.id), (BRUNO, COURSE.id)))  # not taken in yet
    gathered(room)
    collect(room, box, at(12))
    assert standing(room, at(20))[DRISS][COURSE.id] == "recue"
    assert since(room) == SinceHandedIn(gone=((ANNE, COURSE.id), (BRUNO, COURSE.id)))
    room.erasure.write_text("{}", encoding="utf-8")
    assert since(room) == SinceHandedIn()


@pytest.mark.parametrize("more", [0, 1])
def test_answers_that_grew_over_the_bound_since_they_were_handed_in_are_named_with_why(
    room: SessionFolder, more: int
) -> None:
    hand_in(room, ANNE, at(11), answers("sonne"))
    at_place(room, ANNE, b" " * (1_000_000 + more))
    grown = SinceHandedIn(unread=((ANNE, COURSE.id, "dépasse 1 Mo"),))
    assert since(room) == (grown if more else SinceHandedIn(changed=((ANNE, COURSE.id),)))


@needs_links
def test_what_a_place_has_instead_of_answers_is_compared_with_nothing_and_told(room: SessionFolder) -> None:
    hand_in(room, ANNE, at(11), answers("sonne"))
    other = at_place(room, BRUNO, answers("attend"))
    kept = at_place(room, ANNE, answers("sonne"))

    def why() -> str:
        [(code, module, reason)] = since(room).unread
        assert (since(room).changed, since(room).gone, code, module) == ((), (), ANNE, COURSE.id)
        return reason

    kept.unlink()
    kept.symlink_to(other)
    assert "est un lien" in why()
    kept.unlink()
    os.mkfifo(kept)
    assert why() == "n'est pas un fichier ordinaire"
    shutil.rmtree(kept.parent)
    kept.parent.touch()
    assert why()


def test_a_copy_left_aside_because_it_is_late_is_told_with_the_one_that_is_kept(room: SessionFolder) -> None:
    hand_in(room, ANNE, at(17, 59), answers("attend"))
    late = hand_in(room, ANNE, at(18, 1), answers("sonne"))
    found = gathered(room)
    assert found.taken == ((ANNE, COURSE.id),)
    assert [(one.name, one.place) for one in found.refused] == [(shown(late.name), ANNE)]
    assert reasons(found) == [
        "faite le 27/11/2026 à 18 h 01, après l'heure : celle du 27/11/2026 à 17 h 59 est gardée."
    ]
    hand_in(room, BRUNO, at(18), answers("sonne"))
    assert len(gathered(room).refused) == 1  # on time to the second, and alone


def test_a_copy_that_cannot_be_read_never_takes_the_place_of_one_that_can_and_is_told(room: SessionFolder) -> None:
    hand_in(room, ANNE, at(11), answers("attend"))
    hand_in(room, ANNE, at(12), b"{")
    hand_in(room, BRUNO, at(12), answers().replace(b"01_messagerie_ent", b"02_diagnostic_familles"))
    found = gathered(room)
    assert copy_of(room, ANNE)["reponses.json"] == answers("attend")
    [said] = reasons(found)
    assert said.startswith("elle ne peut pas être lue : celle du 27/11/2026 à 11 h est gardée.")
    [alone] = [one.reason.replace("\u00a0", " ") for one in found.to_look_at]
    assert alone.startswith("ses réponses ne peuvent pas être lues. « reponses.json » répond à un autre exercice")


def test_a_copy_that_answers_fewer_questions_counts_and_the_one_that_answered_more_is_named(
    room: SessionFolder,
) -> None:
    full = hand_in(room, ANNE, at(11), answers(message_clair="Signez."))
    hand_in(room, ANNE, at(12), json.dumps(answered({"message_clair": "Signez."})).encode())
    found = gathered(room)
    assert [one.name for one in found.refused] == [shown(full.name)]
    assert "moins de questions y ont une réponse (1 au lieu de 2)" in reasons(found)[0]


def lines_of(room: SessionFolder) -> dict[str, tuple[str, str, str]]:
    """The journal, by what was put in the exchange: whose, of what, and what it became."""
    return {line.source.rpartition("/")[2]: (line.code, line.module, line.state) for line in read_journal(room.journal)}


def test_what_became_of_each_hand_in_of_the_room_is_a_line_of_the_journal(room: SessionFolder) -> None:
    first = hand_in(room, ANNE, at(11), answers("sonne"))
    second = hand_in(room, ANNE, at(17), answers("attend"))
    third = hand_in(room, ANNE, at(18, 1), answers("sonne"))
    alone = hand_in(room, BRUNO, at(18, 1), answers("sonne"))
    stranger = hand_in(room, STRANGER, at(11))
    gathered(room)
    expected = {
        shown(first.name): (ANNE, COURSE.id, "doublon"),
        shown(second.name): (ANNE, COURSE.id, "recue"),
        shown(third.name): (ANNE, COURSE.id, "en_retard"),
        shown(alone.name): (BRUNO, COURSE.id, "en_retard"),
        shown(stranger.name): ("", "", "refusee"),
    }
    assert lines_of(room) == expected
    assert standing(room)[ANNE][COURSE.id] == "recue"
    assert standing(room)[BRUNO][COURSE.id] == "en_retard"
    before = room.journal.read_bytes()
    gathered(room, at(21))
    assert room.journal.read_bytes() == before  # running again changes nothing


def test_the_journal_keeps_what_came_otherwise_and_a_stick_is_taken_after_the_room(
    room: SessionFolder, tmp_path: Path
) -> None:
    hand_in(room, ANNE, at(11))
    gathered(room)
    drop(tmp_path / "cle", "remise.zip", archive(BRUNO, at(12)))
    drop(tmp_path / "cle", "trop.zip", b"PK")
    collect(room, tmp_path / "cle", at(20))
    from_stick = {name: line for name, line in lines_of(room).items() if name.endswith(".zip")}
    assert from_stick["remise.zip"] == (BRUNO, COURSE.id, "recue")
    assert len(from_stick) == 2
    gathered(room)
    lines = lines_of(room)
    assert {name: line for name, line in lines.items() if name.endswith(".zip")} == from_stick
    assert (ANNE, COURSE.id, "recue") in lines.values()


def test_an_empty_copy_never_takes_the_place_of_a_full_one_and_is_named(room: SessionFolder) -> None:
    full, empty = answers(message_clair="Signez."), json.dumps(answered({"message_clair": " "})).encode()
    hand_in(room, ANNE, at(11), full)
    named = hand_in(room, ANNE, at(12), empty)
    hand_in(room, BRUNO, at(11), empty)
    late = hand_in(room, BRUNO, at(18, 1), full)
    found = gathered(room)
    assert [(one.name, one.place) for one in found.refused] == [(shown(named.name), ANNE), (shown(late.name), BRUNO)]
    assert "elle est vide : celle du 27/11/2026 à 11 h" in reasons(found)[0]
    assert [(one.place, one.reason) for one in found.to_look_at] == [(BRUNO, "aucune question n'y a de réponse.")]
    assert copy_of(room, ANNE)["reponses.json"] == full
    assert copy_of(room, BRUNO)["reponses.json"] == empty  # on time: a late one does not take its place
    hand_in(room, ANNE, at(13), answers(message_clair="Lisez."))
    assert [one.place for one in gathered(room).refused] == [BRUNO]
    assert copy_of(room, ANNE)["reponses.json"] == answers(message_clair="Lisez.")


def test_a_copy_whose_texts_are_gone_counts_and_the_one_that_had_them_is_named(room: SessionFolder) -> None:
    before = hand_in(room, ANNE, at(11), answers(message_clair="Signez."))
    hand_in(room, ANNE, at(12), answers(message_clair=""))
    (refused,) = gathered(room).refused
    assert (refused.name, refused.place) == (shown(before.name), ANNE)
    assert "les textes n'y sont plus" in reasons(gathered(room))[0]
    assert copy_of(room, ANNE)["reponses.json"] == answers(message_clair="")


def test_a_copy_that_came_on_a_stick_stays_and_that_is_said(room: SessionFolder) -> None:
    there = room.submitted / ANNE / COURSE.id
    there.mkdir(parents=True)
    (there / "reponses.json").write_bytes(answers("sonne"))
    hand_in(room, ANNE, at(11), answers("attend"))
    assert "venue autrement" in reasons(gathered(room))[0]
    assert copy_of(room, ANNE) == {"reponses.json": answers("sonne")}


def test_of_copies_that_came_by_both_doors_one_counts_and_what_becomes_of_each_is_said_by_the_room(
    room: SessionFolder, box: Path
) -> None:
    for number, code in enumerate((ANNE, BRUNO, CHLOE)):
        drop(box, f"{number}.zip", archive(code, at(11), answers("sonne")))
    collect(room, box, at(12))
    hand_in(room, ANNE, at(13), answers("sonne"))
    hand_in(room, BRUNO, at(18, 1), answers("attend"))
    hand_in(room, CHLOE, at(13), answers("attend"))
    hand_in(room, DRISS, at(11), answers("sonne"))
    found = gathered(room)
    told = dict(zip((one.place for one in found.refused), reasons(found), strict=True))
    assert told == {BRUNO: "faite le 27/11/2026 à 18 h 01, après l'heure : celle du 27/11/2026 à 11 h est gardée."}
    assert found.taken == tuple(sorted([(CHLOE, COURSE.id), (DRISS, COURSE.id)]))
    drop(box, "d.zip", archive(DRISS, at(18, 1), answers("attend")))
    (line,) = collect(room, box, at(20)).new
    assert (line.state, "celle du" in line.reason) == ("en_retard", True)
    by_door = {
        of_room: {
            line.code: line.state for line in read_journal(room.journal) if line.source.startswith("salle/") == of_room
        }
        for of_room in (False, True)
    }
    assert by_door[True] == {ANNE: "doublon", BRUNO: "en_retard", CHLOE: "recue", DRISS: "recue"}
    assert by_door[False] == {ANNE: "recue", BRUNO: "recue", CHLOE: "doublon", DRISS: "en_retard"}
    assert refused_beside(room, standing(room, at(20))) == ()
    kept = {code: copy_of(room, code)["reponses.json"] for code in (ANNE, BRUNO, CHLOE, DRISS)}
    assert kept == dict.fromkeys((ANNE, BRUNO, DRISS), answers("sonne")) | {CHLOE: answers("attend")}
    assert "submission_secret.txt" not in copy_of(room, ANNE)


def test_an_archive_that_says_less_than_the_room_is_told_when_the_room_is_taken(room: SessionFolder, box: Path) -> None:
    drop(box, "a.zip", archive(ANNE, at(11), answers(message_clair="Signez.")))
    collect(room, box, at(12))
    hand_in(room, ANNE, at(13), answers("sonne"))
    found = gathered(room)
    assert [(one.name, one.place) for one in found.refused] == [("a.zip", ANNE)]
    assert "les textes n'y sont plus ; elle reste dans remises/" in reasons(found)[0]
    assert gathered(room).refused == ()  # said once: it is in the journal


def test_a_copy_that_was_put_there_by_hand_stays_whatever_comes_by_either_door(room: SessionFolder, box: Path) -> None:
    for code in (ANNE, BRUNO):
        (room.submitted / code / COURSE.id).mkdir(parents=True)
        (room.submitted / code / COURSE.id / "reponses.json").write_bytes(answers("sonne"))
    hand_in(room, ANNE, at(13), answers("attend"))
    late = hand_in(room, ANNE, at(18, 1), answers("attend", message_clair="Signez."))
    drop(box, "b.zip", archive(BRUNO, at(13), answers("attend")))
    collect(room, box, at(17))
    said = dict(zip((one.name for one in gathered(room).refused), reasons(gathered(room)), strict=True))
    assert said[shown(late.name)].endswith("après l'heure : ce qui est venu à l'heure passe avant elle.")
    assert sum("Pour prendre celle-ci à la place, ôter ce dossier" in reason for reason in said.values()) == 1
    stands = standing(room, at(20))
    assert refused_beside(room, stands) == (ANNE, BRUNO)
    assert stands[ANNE][COURSE.id] == stands[BRUNO][COURSE.id] == "remise"
    assert {copy_of(room, code)["reponses.json"] for code in (ANNE, BRUNO)} == {answers("sonne")}


def test_what_nbgrader_took_by_hand_gives_way_to_the_room_and_to_no_file(room: SessionFolder, box: Path) -> None:
    for code in (ANNE, BRUNO):
        gone = hand_in(room, code, at(12), answers("sonne"))
        shutil.move(gone, room.submitted / code / COURSE.id)
        drop(box, f"{code}.zip", archive(code, at(13), answers("attend")))
    collect(room, box, at(17))
    assert {copy_of(room, code)["reponses.json"] for code in (ANNE, BRUNO)} == {answers("sonne")}
    assert refused_beside(room, standing(room, at(20))) == (ANNE, BRUNO)
    hand_in(room, ANNE, at(14), answers("perdu"))
    gathered(room)
    assert copy_of(room, ANNE)["reponses.json"] == answers("perdu")
    assert refused_beside(room, standing(room, at(20))) == (BRUNO,)


def test_a_hand_in_that_changes_while_it_is_taken_is_refused_until_the_next_time_and_another_counts(
    room: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(room, ANNE, at(11), answers("sonne"))
    changing = hand_in(room, ANNE, at(12), answers("attend"))

    def read_then_changed(place: SessionFolder, handed: HandedIn) -> dict[str, bytes]:
        files = files_of(place, handed)
        if handed.name == changing.name:
            (changing / "reponses.json").write_bytes(answers("perdu"))
        return files

    with monkeypatch.context() as patch:
        patch.setattr("liaison.training.hand_in.settling.files_of", read_then_changed)
        assert reasons(gathered(room)) == ["elle a changé pendant qu'elle était prise. Relancer."]
    assert copy_of(room, ANNE)["reponses.json"] == answers("sonne")
    assert refused_beside(room, standing(room, at(20))) == (ANNE,)
    assert gathered(room).refused == ()
    assert copy_of(room, ANNE)["reponses.json"] == answers("perdu")
    assert refused_beside(room, standing(room, at(20))) == ()


def test_a_refused_or_late_copy_settles_nothing(room: SessionFolder, box: Path) -> None:
    hand_in(room, BRUNO, at(11), answers("sonne"))
    gathered(room)
    drop(box, f"remise-{BRUNO}.zip", archive(BRUNO, at(13))[:100])
    collect(room, box, at(17))
    drop(box, "c.zip", archive(BRUNO, at(18, 1), answers("attend")))
    drop(box, "d.zip", archive(BRUNO, at(18, 2), answers("attend")))
    became = {line.source: (line.state, line.reason) for line in collect(room, box, at(20)).journal}
    assert {became[name][0] for name in ("c.zip", "d.zip")} == {"en_retard"}
    assert "le même travail" not in str(became)
    assert refused_beside(room, standing(room, at(20))) == (BRUNO,)


def test_a_copy_that_waits_in_the_room_beside_one_that_is_taken_is_to_be_taken_until_it_was_looked_at(
    room: SessionFolder, box: Path
) -> None:
    drop(box, "a.zip", archive(ANNE, at(11), answers("sonne")))
    collect(room, box, at(12))

    def waiting() -> tuple[tuple[str, str], ...]:
        return to_take(room, standing(room, at(20)), at(20))

    assert waiting() == ()
    hand_in(room, ANNE, at(13), answers("attend"))
    hand_in(room, BRUNO, at(13))
    assert waiting() == ((ANNE, COURSE.id), (BRUNO, COURSE.id))
    gathered(room)
    assert waiting() == ()
    hand_in(room, BRUNO, at(14), answers("attend"))
    assert waiting() == ((BRUNO, COURSE.id),)
    room.erasure.write_text("{}", encoding="utf-8")
    assert waiting() == ()


@pytest.mark.parametrize(
    ("code", "when", "module", "reason"),
    [
        (STRANGER, at(11), "", "la séance n'a pas de participant"),
        (ANNE, at(11), "02_diagnostic_familles", "la séance n'a pas de module"),
        (ANNE, at(20, 1), "", "cette heure n'est pas encore passée"),
        (ANNE, "2099-01-01 10:00:00.0 UTC", "", "cette heure n'est pas encore passée"),
        (ANNE, dt.datetime(2026, 11, 26, 22, 59, tzinfo=dt.UTC), "", "avant le jour de la séance"),
        (ANNE, "9999-99-99 10:00:00.0 UTC", "", "ce n'est pas une remise"),
        (ANNE, "hier", "", "ce n'est pas une remise"),
    ],
)
def test_what_is_no_copy_of_the_session_is_refused_and_named(
    room: SessionFolder, code: str, when: dt.datetime | str, module: str, reason: str
) -> None:
    hand_in(room, code, when, module=module)
    kept = hand_in(room, BRUNO, at(11))
    found = gathered(room)
    assert kept.is_dir()
    assert found.taken == ((BRUNO, COURSE.id),)
    assert reason in reasons(found)[0]
    assert found.refused[0].name.startswith(code)
    assert {path.name for path in room.submitted.iterdir()} == {BRUNO}


def test_the_day_of_the_session_begins_at_midnight_in_paris_and_now_is_in_time(room: SessionFolder) -> None:
    hand_in(room, ANNE, dt.datetime(2026, 11, 26, 23, 0, tzinfo=dt.UTC))
    hand_in(room, BRUNO, at(20))
    assert gathered(room).taken == tuple(sorted(((ANNE, COURSE.id), (BRUNO, COURSE.id))))


@needs_links
@pytest.mark.parametrize("name", ["reponses.json", "exercice.ipynb", "submission_secret.txt"])
@pytest.mark.parametrize("kind", ["link", "device", "pipe", "folder", "large"])
def test_a_file_that_is_no_file_is_refused_at_once_and_an_older_copy_is_taken(
    room: SessionFolder, name: str, kind: str
) -> None:
    hand_in(room, ANNE, at(10), answers("attend"))
    hostile = hand_in(room, ANNE, at(11)) / name
    hostile.unlink()
    if kind == "pipe":
        os.mkfifo(hostile)
    elif kind == "folder":
        hostile.mkdir()
    elif kind == "large":
        with hostile.open("wb") as file:
            file.truncate(1_000_000_000)  # sparse: costs nothing, unless it is read
    else:
        hostile.symlink_to("/dev/zero" if kind == "device" else room.root / "participants.csv")
    found = gathered(room)
    assert found.taken == ((ANNE, COURSE.id),)
    assert [one.place for one in found.refused] == [ANNE]
    assert name in found.refused[0].reason
    assert copy_of(room, ANNE)["reponses.json"] == answers("attend")


@needs_links
@pytest.mark.parametrize("kind", ["link", "pipe", "large", "notebook"])
def test_a_hand_in_that_was_refused_is_said_refused_until_another_one_comes(room: SessionFolder, kind: str) -> None:
    hostile = hand_in(room, ANNE, at(11)) / ("exercice.ipynb" if kind == "notebook" else "reponses.json")
    hostile.unlink()
    if kind == "link":
        hostile.symlink_to(room.root / "participants.csv")
    elif kind == "pipe":
        os.mkfifo(hostile)
    else:
        with hostile.open("wb") as file:
            file.truncate(1_000_000_000)
    assert standing(room, at(20))[ANNE][COURSE.id] == "a_prendre"
    assert not gathered(room).taken
    assert standing(room, at(20))[ANNE][COURSE.id] == "refusee"
    for minute in range(MOST_TRIED):
        (hand_in(room, ANNE, at(12, minute)) / "submission_secret.txt").unlink()
    assert not gathered(room).taken
    assert standing(room, at(20))[ANNE][COURSE.id] == "refusee"
    hand_in(room, ANNE, at(13))
    assert standing(room, at(20))[ANNE][COURSE.id] == "a_prendre"
    assert gathered(room).taken == ((ANNE, COURSE.id),)
    assert standing(room, at(20))[ANNE][COURSE.id] == "recue"


def test_a_copy_taken_and_then_lost_can_be_taken_again(room: SessionFolder) -> None:
    hand_in(room, ANNE, at(10))
    hand_in(room, ANNE, at(11), answers("attend"))
    gathered(room)
    shutil.rmtree(room.submitted / ANNE)
    assert standing(room, at(20))[ANNE][COURSE.id] == "a_prendre"
    assert gathered(room).taken == ((ANNE, COURSE.id),)


def test_what_a_former_room_left_beside_our_course_is_not_taken_and_is_named_once(room: SessionFolder) -> None:
    hand_in(room, ANNE, at(11))
    exchange, course = room.root / INBOUND.parents[1], INBOUND.parts[-2]
    for known in ("outbound", "feedback"):
        (exchange / course / known / COURSE.id).mkdir(parents=True)
    (exchange / ".DS_Store").touch()
    assert gathered(room).refused == ()
    left = f"{BRUNO}+{COURSE.id}+{utc(at(10))}+abcdefgh_-12"
    (exchange / "carnets-de-liaison-suite" / "inbound" / left).mkdir(parents=True)
    (exchange / "carnets-de-liaison-suite" / "outbound").mkdir()
    (exchange / course / "brouillons").mkdir()
    found = gathered(room)
    assert found.taken == ((ANNE, COURSE.id),)
    assert {(one.name, one.place) for one in found.refused} == {
        (shown(f"carnets-de-liaison-suite/inbound/{left}"), BRUNO),
        (f"{course}/brouillons", ""),
    }
    assert {reason.split(" : ")[0] for reason in reasons(found)} == {
        "elle a été posée dans un autre cours que celui de la salle",
        "ce n'est pas du cours de la salle",
    }
    assert BRUNO in {line.code for line in read_journal(room.journal) if line.state == "refusee"}
    before = room.journal.read_bytes()
    gathered(room, at(21))
    assert room.journal.read_bytes() == before
    assert not (room.submitted / BRUNO).exists()


@needs_links
def test_another_course_that_is_a_link_or_no_folder_is_named_whole_and_not_followed(
    room: SessionFolder, tmp_path: Path
) -> None:
    exchange = room.root / INBOUND.parents[1]
    (tmp_path / "ailleurs" / "inbound" / f"{ANNE}+{COURSE.id}+{utc(at(10))}+abcdefgh").mkdir(parents=True)
    (exchange / "lien").symlink_to(tmp_path / "ailleurs")
    (exchange / "note").write_text("", encoding="utf-8")
    assert {(one.name, one.place) for one in gathered(room).refused} == {("lien", ""), ("note", "")}


@needs_links
def test_a_whole_folder_that_is_a_link_is_refused(room: SessionFolder) -> None:
    elsewhere = hand_in(room, BRUNO, at(10)).rename(room.root / "ailleurs")
    (room.root / INBOUND / f"{ANNE}+{COURSE.id}+{utc(at(11))}+abcdefgh_-12").symlink_to(elsewhere)
    found = gathered(room)
    assert found.taken == ()
    assert "lien" in reasons(found)[0]
    assert list(room.submitted.iterdir()) == []


def test_a_copy_that_is_arriving_is_for_the_next_time(room: SessionFolder) -> None:
    (hand_in(room, ANNE, at(11)) / "submission_secret.txt").unlink()
    found = gathered(room)
    assert found.taken == ()
    assert "relancer dans une minute" in reasons(found)[0]


def test_a_secret_that_nbgrader_could_not_read_back_stops_nobody(room: SessionFolder) -> None:
    (hand_in(room, ANNE, at(11)) / "submission_secret.txt").write_bytes(b"\xff../../x")
    hand_in(room, BRUNO, at(11))
    assert gathered(room).taken == ((BRUNO, COURSE.id),)


def test_an_exchange_that_is_being_filled_is_looked_at_up_to_a_bound(room: SessionFolder) -> None:
    for number in range(MOST_LOOKED_AT + 5):
        (room.root / INBOUND / f"{number}").mkdir()
    found = gathered(room)
    assert len(found.refused) == MOST_LOOKED_AT
    assert sum("trop de dossiers" in reason for reason in reasons(found)) == 1


def test_a_name_that_a_terminal_would_obey_is_told_without_it(room: SessionFolder) -> None:
    (room.root / INBOUND / "\x1b[2J\nmenteur").mkdir()
    assert all(one.name.isprintable() for one in gathered(room).refused)


def test_a_session_without_a_room_or_whose_names_are_erased_is_said(tmp_path: Path, room: SessionFolder) -> None:
    with pytest.raises(SessionError, match="ne peut pas être lu"):
        gathered(session_in(tmp_path / "autre", SESSION))
    room.erasure.write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(SessionError, match="L'effacement des noms"):
        gathered(room)


def test_answers_of_somebody_else_s_account_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "reponses.json").write_bytes(answers())
    mine = (tmp_path / "reponses.json").stat().st_uid
    assert read_answers(tmp_path, COURSE, mine).answers
    with pytest.raises(ExerciseAnswersError, match="à un autre compte"):
        read_answers(tmp_path, COURSE, mine + 1)


def test_a_file_is_taken_up_to_its_bound_and_not_a_byte_more(tmp_path: Path) -> None:
    (tmp_path / "juste").write_bytes(b"x" * 1000)
    assert taken(tmp_path, "juste", largest=1000) == b"x" * 1000
    with pytest.raises(NotTakenError, match="dépasse"):
        taken(tmp_path, "juste", largest=999)


@needs_links
def test_no_step_of_the_way_to_a_file_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "vrai").mkdir()
    (tmp_path / "vrai" / "fichier").write_bytes(b"x")
    (tmp_path / "detour").symlink_to(tmp_path / "vrai")
    assert taken(tmp_path, "vrai", "fichier", largest=10) == b"x"
    with pytest.raises(NotTakenError, match="lien"):
        taken(tmp_path, "detour", "fichier", largest=10)

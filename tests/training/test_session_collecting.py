"""What a drop folder holds ends where it should, with its reason; twice, or cut anywhere, nothing is lost."""

import datetime as dt
import io
import json
import re
import shutil
import struct
import unicodedata
import zipfile
from itertools import permutations, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from training.a_course import COURSE, answered
from training.a_session import (
    ANNE,
    BRUNO,
    CHLOE,
    CODES,
    SESSION,
    STRANGER,
    answers,
    archive,
    at,
    drop,
    session_in,
    states,
    tree,
    zip_of,
)
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.base import archives
from liaison.messaging.policy.policy import load_policy, parse_policy, to_yaml
from liaison.training.exercise.scoring import solution
from liaison.training.hand_in import collecting, copies_in_place
from liaison.training.hand_in.archives_kept import MOST_NAMED
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.drop_folder import MOST_OTHERS, DropFolderError
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.reading import HandInError, parse_hand_in
from liaison.training.hand_in.whose import another_code
from liaison.training.marks.copies import read_copy
from liaison.training.session.definition import SessionError, SessionFolder, write_session

NOW = at(19)


def kept(place: SessionFolder, code: str, module: str = COURSE.id) -> bytes:
    return (place.submitted / code / module / "reponses.json").read_bytes()


def test_a_hand_in_becomes_a_copy_that_nbgrader_and_grade_read(place: SessionFolder, box: Path) -> None:
    drop(box, f"remise-{ANNE}.zip", archive(ANNE, at(17), answers(), **{f"{COURSE.id}__exercice.ipynb": "{}"}))
    done = collect(place, box, NOW)
    assert [(line.code, line.module, line.state) for line in done.new] == [(ANNE, COURSE.id, "recue")]
    assert done.new[0].received_at == "2026-11-27 19:00:00+01:00"
    assert done.new[0].made_at == "2026-11-27 17:00:00+01:00"
    copy = read_copy(place.submitted, ANNE, COURSE)
    assert copy.result is not None
    assert copy.result.points == 2
    assert copy.handed_in == dt.datetime(2026, 11, 27, 16)
    assert (place.submitted / ANNE / COURSE.id / "exercice.ipynb").read_bytes() == b"{}"
    assert not list(place.root.rglob(".remise-*"))


@pytest.mark.parametrize(("made_at", "state"), [(at(18), "recue"), (at(18) + dt.timedelta(seconds=1), "en_retard")])
def test_the_last_second_is_on_time_and_the_next_is_late(
    place: SessionFolder, box: Path, made_at: dt.datetime, state: str
) -> None:
    drop(box, "remise.zip", archive(ANNE, made_at))
    (line,) = collect(place, box, NOW).new
    assert line.state == state
    said = "faite le 27/11/2026 à 18 h, après l'heure (27/11/2026 à 18 h)." if state == "en_retard" else ""
    assert line.reason.replace("\u00a0", " ") == said
    assert kept(place, ANNE) == answers()  # late or not, the copy is there: the trainer decides


def test_the_newest_is_kept_the_older_stays_aside_whatever_the_order_of_arrival(tmp_path: Path) -> None:
    sent = [("a.zip", at(15), "perdu"), ("b.zip", at(16), "attend"), ("c.zip", at(17), "refuse")]
    for number, order in enumerate(permutations(sent)):
        place, box = session_in(tmp_path / f"seance_{number}"), tmp_path / f"depot_{number}"
        for name, made_at, choice in order:
            drop(box, name, archive(ANNE, made_at, answers(choice)))
            collect(place, box, NOW)
        assert kept(place, ANNE) == answers("refuse")
        found = {line.source: line for line in read_journal(place.journal)}
        assert {name: line.state for name, line in found.items()} == {
            "a.zip": "doublon",
            "b.zip": "doublon",
            "c.zip": "recue",
        }
        said = found["a.zip"].reason.replace("\u00a0", " ")
        assert said == "remplacée par celle du 27/11/2026 à 17 h ; elle reste dans remises/."
        assert len(list(place.received.iterdir())) == 3


def test_a_late_copy_never_takes_the_place_of_one_on_time(place: SessionFolder, box: Path) -> None:
    drop(box, "b_retard.zip", archive(ANNE, at(18, 30), answers("perdu")))
    drop(box, "c_heure.zip", archive(ANNE, at(17), answers("attend")))
    done = states(collect(place, box, NOW))
    assert done[f"b_retard.zip|{COURSE.id}"][0] == "en_retard"
    late = done[f"b_retard.zip|{COURSE.id}"][1]
    assert late == "faite le 27/11/2026 à 18 h 30, après l'heure : celle du 27/11/2026 à 17 h est gardée."
    assert done[f"c_heure.zip|{COURSE.id}"] == ("recue", "")
    assert kept(place, ANNE) == answers("attend")


@pytest.mark.parametrize("empty", [{}, {"message_clair": " ", "nombre": None}], ids=["rien", "espaces"])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["pleine d'abord", "vide d'abord"])
def test_an_empty_hand_in_never_takes_the_place_of_a_full_one_and_is_named(
    place: SessionFolder, box: Path, empty: dict[str, str | None], order: tuple[int, int]
) -> None:
    full = answers(message_clair="Signez.")
    sent = [
        ("pleine.zip", archive(ANNE, at(15), full)),
        ("vide.zip", archive(ANNE, at(16), json.dumps(answered(empty)).encode())),
    ]
    for name, content in (sent[one] for one in order):
        drop(box, name, content)
        done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    assert kept(place, ANNE) == full
    said = done.stdout.replace("\u00a0", " ").replace("\u202f", " ")
    assert "vide.zip\telle est vide : celle du 27/11/2026 à 15 h, qui ne l'est pas, est gardée." in said
    assert f"en dit moins que celle d'avant, à regarder dans ce tableau : {ANNE} ({COURSE.id})." in said
    assert done.exit_code == 1
    assert len(list(place.received.iterdir())) == 2
    again = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    assert again.exit_code == 0  # said once


def test_a_full_hand_in_that_is_late_does_not_take_the_place_of_an_empty_one_on_time(
    place: SessionFolder, box: Path
) -> None:
    empty = json.dumps(answered({})).encode()
    drop(box, "vide.zip", archive(ANNE, at(17), empty))
    drop(box, "pleine.zip", archive(ANNE, at(18, 30), answers(message_clair="Signez.")))
    assert states(collect(place, box, NOW))[f"pleine.zip|{COURSE.id}"][0] == "en_retard"
    assert kept(place, ANNE) == empty


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (json.dumps(answered({})).encode(), "aucune question n'y a de réponse."),
        (b"pas du JSON", "ses réponses ne peuvent pas être lues"),
    ],
    ids=["vide", "illisible"],
)
def test_a_copy_that_counts_and_has_nothing_to_mark_is_told_at_once(
    place: SessionFolder, box: Path, content: bytes, said: str
) -> None:
    drop(box, "remise.zip", archive(ANNE, at(15), content))
    drop(box, "autre.zip", archive(BRUNO, at(15)))
    done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    assert done.exit_code == 1
    assert said in done.stdout.replace("\u00a0", " ")
    assert f"à demander de nouveau : {ANNE} ({COURSE.id})." in done.stdout.replace("\u00a0", " ")
    assert kept(place, ANNE) == content


NUMBER = {"delai_des_notes": {"value": 1e400, "unit": "jours"}}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{", "coupé ou abîmé"),
        (answers().replace(b"01_messagerie_ent", b"02_diagnostic_familles"), "répond à un autre exercice"),
        (answers().replace(b'"attempts": 1', b'"attempts": 1e30'), "attempts"),
        (json.dumps(answered(NUMBER)).encode(), "ne convient pas"),
    ],
    ids=["coupée", "autre exercice", "essais impossibles", "nombre impossible"],
)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["lisible d'abord", "illisible d'abord"])
def test_a_copy_that_cannot_be_read_never_takes_the_place_of_one_that_can_and_is_named_with_its_reason(
    place: SessionFolder, box: Path, content: bytes, why: str, order: tuple[int, int]
) -> None:
    sent = [("avant.zip", archive(ANNE, at(15))), ("apres.zip", archive(ANNE, at(16), content))]
    for one in order:
        drop(box, *sent[one])
        done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    assert kept(place, ANNE) == answers()
    said = done.stdout.replace("\u00a0", " ")
    assert "apres.zip\telle ne peut pas être lue : celle du 27/11/2026 à 15 h est gardée." in said
    assert why in said
    assert ("abîmé" in said) == (content == b"{")  # a whole file that answers something else is not damaged
    assert f"en dit moins que celle d'avant, à regarder dans ce tableau : {ANNE} ({COURSE.id})." in said
    assert "n'a rien à noter" not in said  # the one that counts has something
    assert done.exit_code == 1


def test_of_copies_in_which_nothing_can_be_marked_the_last_counts_and_the_hour_goes_before(
    place: SessionFolder, box: Path
) -> None:
    drop(box, "vide.zip", archive(ANNE, at(15), json.dumps(answered({})).encode()))
    drop(box, "illisible.zip", archive(ANNE, at(18), b"{"))
    drop(box, "tard.zip", archive(ANNE, at(18, 1)))
    assert states(collect(place, box, at(20)))[f"tard.zip|{COURSE.id}"][0] == "en_retard"
    assert kept(place, ANNE) == b"{"


@pytest.mark.parametrize("choices", [3, 2], ids=["autant", "une de moins"])
def test_a_hand_in_that_answers_fewer_questions_counts_and_is_named_and_as_many_are_not(
    place: SessionFolder, box: Path, choices: int
) -> None:
    given = {question.id: solution(question) for question in COURSE.questions if question.kind != "policy"}
    before, after = (json.dumps(answered(dict(list(given.items())[:many]))).encode() for many in (3, choices))
    drop(box, "avant.zip", archive(ANNE, at(15), before + b" "))
    drop(box, "apres.zip", archive(ANNE, at(16), after))
    done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    assert kept(place, ANNE) == after
    said = done.stdout.replace("\u00a0", " ")
    assert ("moins de questions y ont une réponse (2 au lieu de 3)" in said) == (choices == 2)
    assert ("en dit moins" in said) == (choices == 2)
    assert done.exit_code == int(choices == 2)
    told = CliRunner().invoke(app, ["session", "status", str(place.root)]).stdout.replace("\u00a0", " ")
    assert (f"en dit moins que celle d'avant : {ANNE} ({COURSE.id})." in told) == (choices == 2)


@pytest.mark.parametrize(
    "named",
    [
        "remise-{}.zip",
        "remise-{}(1).zip",
        "remise-{}_2.zip",
        "remise-{}-1.zip",
        "Eva_1_assignsubmission_file_remise-{}.zip",
        "remise-{}/remise.json",
        "remise-{}/r.zip",
        "tout.zip > remise-{}.zip",
        "tout.zip > remise-{}/r.zip",
        "r.zip > remise-{}/",
        "{}.zip",
        "Remise_{}.zip",
        "remise {}.zip",
        "copie de {} (1).zip",
        "remise{}.zip",
        "x/{}bis.zip",
        "Zoé2{}_v2.zip",
        "{}/remise.zip",
    ],
)
def test_a_hand_in_whose_name_and_content_say_two_codes_replaces_nobody_s_and_is_refused_at_every_door(
    place: SessionFolder, box: Path, named: str
) -> None:
    drop(box, "avant.zip", archive(ANNE, at(15)))
    collect(place, box, NOW)
    for code in (BRUNO, ANNE):
        mixed, name = archive(ANNE, at(16), answers("perdu")), named.format(code.lower())
        with zipfile.ZipFile(io.BytesIO(mixed)) as packed:
            files = {one: packed.read(one) for one in packed.namelist()}
        outer, _, inner = name.partition(" > ")
        if inner.endswith("/"):
            drop(box, outer, zip_of({f"{inner}{path}": content for path, content in files.items()}))
        elif inner:
            drop(box, outer, zip_of({inner: mixed}))
        elif name.endswith("remise.json"):
            for path, content in files.items():
                drop(box, f"{name.removesuffix('remise.json')}{path}", content)
        else:
            drop(box, name, mixed)
        done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
        said = done.stdout.replace("\u00a0", " ")
        assert (f"le code {BRUNO}, et son contenu le code {ANNE}" in said) == (code == BRUNO)
        assert done.exit_code == int(code == BRUNO)
        # The same file under the right name is taken.
        assert kept(place, ANNE) == answers("attend" if code == BRUNO else "perdu")


MARKS = ["\u0301", "\u0303", "\u0327", "\u0308\u0301", "\u20dd", "\ufe0f"]
UNSEEN = ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u3164", "\u034f"]


@given(
    between=st.lists(
        st.sampled_from(["", " ", "-", ".", "_", "\u00a0", "/", "%20", "é", "ou", "ñ", "N\u0303", *UNSEEN, *MARKS]),
        min_size=4,
        max_size=4,
    ),
    before=st.sampled_from(["", "remise", "x/remise ", "Élodie_", "copie de remise-", "ß" * 8, "remise%20"]),
    after=st.sampled_from(["", "bis", "(1)", " v2", "_Zoé", "/remise"]),
    lower=st.booleans(),
    reversed_=st.booleans(),
    form=st.sampled_from(["NFC", "NFD"]),
)
@example(["", " ", "", ""], "x/remise ", "", False, False, "NFD")
@example(["", "", "", ""], "ß" * 8, "", False, False, "NFD")
@example(["", "%20", "", ""], "remise%20", "", False, False, "NFD")
@example(["", "é", "", ""], "", "", False, False, "NFC")
@example(["", "ñ", "", ""], "", "", False, False, "NFC")
@example(["", "", "", ""], "", "", False, True, "NFD")
@example(["\u0301"] * 4, "", "\u0301", False, False, "NFC")
def test_whatever_stands_between_the_signs_of_a_code_on_them_or_around_a_name_tells_whose_it_is(
    between: list[str], before: str, after: str, lower: bool, reversed_: bool, form: Any
) -> None:
    code = BRUNO[::-1] if reversed_ else BRUNO
    spelled = "".join(sign + gap for sign, gap in zip(code, [*between, ""], strict=True))
    name = unicodedata.normalize(form, f"{before}{spelled.lower() if lower else spelled}{after}.zip")
    assert another_code(name, ANNE, CODES[1:]) == BRUNO
    assert another_code(name, BRUNO, CODES[1:]) == ""
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in BRUNO)  # as a keyboard of another script writes it
    assert another_code(f"{before}{wide}{after}.zip", ANNE, CODES[1:]) == BRUNO


@pytest.mark.parametrize("gap", [*UNSEEN, *MARKS])
def test_after_remise_a_code_of_nobody_here_is_read_under_any_mark_and_across_what_is_not_seen(gap: str) -> None:
    assert another_code(f"remise-{gap.join(STRANGER)}{gap}.zip", ANNE, CODES[1:]) == STRANGER


@pytest.mark.parametrize(
    "name", ["remise.zip", "lycée Schrödinger 27-11-2026.zip", "Mme Krzyk, CPE (1).zip", "2026112716.zip"]
)
def test_the_ordinary_words_of_a_name_tell_nobody(name: str) -> None:
    assert another_code(name, ANNE, CODES[1:]) == ""


@pytest.mark.parametrize("text", ["", "Autre chose."], ids=["effacé", "récrit"])
def test_a_hand_in_whose_texts_are_gone_counts_and_the_one_that_had_them_is_named(
    place: SessionFolder, box: Path, text: str
) -> None:
    drop(box, "avant.zip", archive(ANNE, at(15), answers(message_clair="Signez.")))
    drop(box, "apres.zip", archive(ANNE, at(16), answers(message_clair=text)))
    done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    assert kept(place, ANNE) == answers(message_clair=text)
    assert ("les textes n'y sont plus" in done.stdout) == ("en dit moins" in done.stdout) == (not text)
    assert done.exit_code == int(not text)


def test_an_hour_changed_in_the_session_is_taken_into_account_by_the_next_run(place: SessionFolder, box: Path) -> None:
    drop(box, "a.zip", archive(ANNE, at(17), answers("perdu")))
    drop(box, "b.zip", archive(ANNE, at(18, 30)))
    collect(place, box, NOW)
    assert kept(place, ANNE) == answers("perdu")
    write_session(place.root, SESSION.model_copy(update={"hand_in_until": dt.datetime(2026, 11, 27, 20)}))
    done = states(collect(place, box, NOW))
    assert {name.partition("|")[0]: state for name, (state, _) in done.items()} == {
        "a.zip": "doublon",
        "b.zip": "recue",
    }
    assert kept(place, ANNE) == answers()


def test_the_same_file_and_the_same_work_are_doubles_that_say_of_what(place: SessionFolder, box: Path) -> None:
    content = archive(ANNE, at(15))
    drop(box, "a.zip", content)
    drop(box, "a (1).zip", content)
    drop(box, "b.zip", archive(ANNE, at(16)))
    done = states(collect(place, box, NOW))
    assert done["a.zip|"][0] == "doublon"
    assert "déjà été reçu : « a (1).zip »" in done["a.zip|"][1]
    assert done[f"a (1).zip|{COURSE.id}"] == ("recue", "")
    assert done[f"b.zip|{COURSE.id}"][0] == "doublon"
    assert "même travail que la remise du 27/11/2026 à 15 h" in done[f"b.zip|{COURSE.id}"][1]


def test_a_later_archive_that_adds_a_module_changes_only_that_one(tmp_path: Path, box: Path) -> None:
    both = SESSION.model_copy(update={"modules": (COURSE.id, "02_diagnostic_familles")})
    place = session_in(tmp_path / "deux", both)
    drop(box, "a.zip", archive(ANNE, at(15)))
    drop(box, "b.zip", archive(ANNE, at(16), **{"02_diagnostic_familles__reponses.json": b"{}"}))
    done = states(collect(place, box, NOW))
    assert done[f"a.zip|{COURSE.id}"][0] == "recue"
    assert done[f"b.zip|{COURSE.id}"][0] == "doublon"
    assert done["b.zip|02_diagnostic_familles"][0] == "recue"
    assert kept(place, ANNE, "02_diagnostic_familles") == b"{}"


def test_an_unknown_code_and_a_module_of_another_session_are_refused_and_the_rest_is_taken(
    place: SessionFolder, box: Path
) -> None:
    drop(box, "a.zip", archive(STRANGER, at(15)))
    drop(box, "b.zip", archive(ANNE, at(15), **{"03_accompagnement__reponses.json": b"{}"}))
    done = states(collect(place, box, NOW))
    assert done["a.zip|"] == ("refusee", f"la séance n'a pas de participant « {STRANGER} ».")
    assert done["b.zip|03_accompagnement"] == ("refusee", "ce module n'est pas de la séance.")
    assert done[f"b.zip|{COURSE.id}"][0] == "recue"
    assert [path.name for path in place.submitted.iterdir()] == [ANNE]


def test_what_a_platform_gives_is_taken_as_it_is(place: SessionFolder, box: Path) -> None:
    moodle = {
        f"Fictive Anne_1234_assignsubmission_file/remise-{ANNE}.zip": archive(ANNE, at(15)),
        f"Imaginé Bruno_1235_assignsubmission_file/remise-{BRUNO}.zip": archive(BRUNO, at(15)),
        "Perdu Paul_1236_assignsubmission_file/remise-abimee.zip": b"PK",
        "Perdu Paul_1236_assignsubmission_file/photo.jpg": b"x",
        "__MACOSX/._remise.zip": b"x",
    }
    drop(box, "Formation-Depot-42.zip", zip_of(moodle))
    done = collect(place, box / "Formation-Depot-42.zip", NOW)
    assert sorted((line.code, line.state) for line in done.new) == [
        ("", "refusee"),
        ("", "refusee"),
        *sorted([(ANNE, "recue"), (BRUNO, "recue")]),
    ]
    # Nothing that somebody put there is passed over in silence.
    [photo] = [line for line in done.new if "photo.jpg" in line.source]
    assert "ce n'est pas une archive" in photo.reason
    assert not [line for line in done.new if "__MACOSX" in line.source]
    # Unpacked by hand and given again: the same files at other places are doubles, no copy changes.
    for name, content in moodle.items():
        drop(box, f"deplie/{name}", content)
    before = tree(place.submitted)
    again = collect(place, box / "deplie", NOW)
    assert sorted(line.state for line in again.new) == ["autre", "doublon", "doublon", "refusee"]
    assert [Path(name).name for name in again.others] == ["photo.jpg"]
    assert tree(place.submitted) == before


@pytest.mark.parametrize(("count", "more"), [(MOST_NAMED, ""), (MOST_NAMED + 2, "et 2 de plus")])
def test_what_is_beside_the_answers_in_somebodys_archive_is_left_out_and_named(
    place: SessionFolder, box: Path, count: int, more: str
) -> None:
    beside = {f"photo_{number}.jpg": b"x" for number in range(count)}
    drop(box, "a.zip", archive(ANNE, at(15), **beside))
    done = states(collect(place, box, NOW))
    state, reason = done[f"a.zip|{COURSE.id}"]
    assert state == "recue"
    assert "photo_0.jpg" in reason
    assert reason.count("photo_") == MOST_NAMED
    assert ("de plus" in reason) == bool(more)
    assert more in reason.replace("\u00a0", " ")


def test_an_archive_that_a_browser_unpacked_is_taken_from_its_folder(place: SessionFolder, box: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(ANNE, at(15)))) as opened:
        opened.extractall(box / f"remise-{ANNE}")
    drop(box, f"remise-{ANNE}/.DS_Store", b"x")
    (line,) = collect(place, box, NOW).new
    assert (line.code, line.state) == (ANNE, "recue")
    assert not collect(place, box, NOW).new


@pytest.mark.parametrize(("before_midnight", "state"), [(1, "refusee"), (0, "recue")])
def test_a_copy_dated_before_the_day_of_the_session_is_refused_at_every_door(
    place: SessionFolder, box: Path, before_midnight: int, state: str
) -> None:
    first = at(0) - dt.timedelta(seconds=before_midnight)
    drop(box, f"dossier/remise-{ANNE}.zip", archive(ANNE, first))
    drop(box, "Moodle.zip", zip_of({f"remise-{BRUNO}.zip": archive(BRUNO, first)}))
    done = collect(place, box, NOW)
    assert {line.code: line.state for line in done.new} == {ANNE: state, BRUNO: state}
    refused = [line for line in read_journal(place.journal) if "avant le jour de la séance" in line.reason]
    assert sorted(line.code for line in refused) == (sorted([ANNE, BRUNO]) if before_midnight else [])
    assert sorted(path.name for path in place.submitted.iterdir()) == ([] if before_midnight else sorted([ANNE, BRUNO]))


OTHER_ARCHIVES = {
    "7z": (".7z", b"7z\xbc\xaf\x27\x1c"),
    "rar": (".RAR", b"Rar!\x1a\x07\x01\x00"),
    "gzip": (".tar.gz", b"\x1f\x8b\x08"),
    "bzip2": (".bz2", b"BZh91AY&SY"),
    "xz": (".xz", b"\xfd7zXZ\x00"),
    "zstd": (".zst", b"\x28\xb5\x2f\xfd"),
    "cab": (".cab", b"MSCF\x00\x00\x00\x00"),
    "tar": (".tar", bytes(257) + b"ustar\x0000"),
}


@pytest.mark.parametrize("kind", OTHER_ARCHIVES)
def test_an_archive_of_another_kind_is_said_to_be_one_and_what_to_do_with_it_whatever_it_is_called(
    place: SessionFolder, box: Path, kind: str
) -> None:
    ending, sign = OTHER_ARCHIVES[kind]
    content = sign + bytes(600)
    sound = {f"remise-{BRUNO}.zip": archive(BRUNO, at(15))}
    drop(box, f"remise-{ANNE}{ending}", content)
    drop(box, f"nommee/remise-{ANNE}.zip", content + b"1")
    drop(box, f"sans/remise-{ANNE}", content)
    drop(box, "avec.zip", zip_of({f"a{ending}": content, f"remise-{ANNE}.zip": content + b"2", **sound}))
    drop(box, "seule.zip", zip_of({f"classe/b{ending}": content, "lisez_moi.txt": b"x"}))
    drop(box, "cachee.zip", zip_of({f"remise-{CHLOE}": content, **sound}))
    drop(box, "dedans.zip", zip_of({"remises": content, "lisez_moi.txt": b"x"}))
    done = states(collect(place, box, NOW))
    for source in (
        f"remise-{ANNE}{ending}",
        f"nommee/remise-{ANNE}.zip",
        f"sans/remise-{ANNE}",
        f"avec.zip > a{ending}",
        f"avec.zip > remise-{ANNE}.zip",
        f"seule.zip > classe/b{ending}",
        f"cachee.zip > remise-{CHLOE}",
        "dedans.zip",
    ):
        state, reason = next(said for key, said in done.items() if key.rpartition("|")[0] == source)
        assert (state, f"une archive {kind}, que la suite n'ouvre pas" in reason) == ("refusee", True), reason
        assert "la déplier, puis donner le dossier, ou en faire un ZIP" in reason
    assert [source for source, (state, _) in done.items() if state == "recue"] == [
        f"avec.zip > remise-{BRUNO}.zip|{COURSE.id}"
    ]


@pytest.mark.parametrize("kind", [*OTHER_ARCHIVES, "rar4"])
def test_alone_in_a_zip_an_archive_of_another_kind_is_named_wherever_it_is_and_whatever_it_is_called(kind: str) -> None:
    sign = OTHER_ARCHIVES[kind][1] if kind != "rar4" else b"Rar!\x1a\x07\x00"
    names = ("remise", "notes.txt", "reponses", "x", "remise.json", "reponses.json", "Café")
    for where, name in product(("", "remise/", "a/b/", "equipe/", f"{COURSE.id}/"), names):
        with pytest.raises(HandInError) as refused:
            parse_hand_in(zip_of({f"{where}{name}": sign + bytes(20_000)}), "« r.zip »")
        said = str(refused.value).replace("\u00a0", " ")
        assert f"« r.zip » contient « {where}{name} », qui est une archive {kind.rstrip('4')}, que la suite" in said


def test_an_archive_of_another_kind_is_named_behind_files_that_are_too_large_to_be_read() -> None:
    large = {f"{number}.txt": bytes(9_000_000) for number in range(3)}
    with pytest.raises(HandInError, match="une archive 7z"):
        parse_hand_in(archives.zip_of({**large, "remise": OTHER_ARCHIVES["7z"][1]}), "« r.zip »")


@pytest.mark.parametrize("kind", OTHER_ARCHIVES)
def test_an_archive_of_another_kind_that_is_itself_given_as_the_drop_is_said_to_be_one(
    place: SessionFolder, box: Path, kind: str
) -> None:
    ending, sign = OTHER_ARCHIVES[kind]
    (line,) = collect(place, drop(box, f"tout{ending}", sign + bytes(600)), NOW).new
    assert (line.state, f"une archive {kind}, que la suite n'ouvre pas" in line.reason) == ("refusee", True)


def as_zipx(content: bytes) -> bytes:
    """The same archive, said to be compressed in a way (98) that no ordinary ZIP knows."""
    way = struct.pack("<H", 98)
    for head, before in ((b"PK\x03\x04", 4), (b"PK\x01\x02", 6)):
        content = re.sub(rb"(%s.{%d}).." % (re.escape(head), before), rb"\1" + way, content, flags=re.DOTALL)
    return content


def test_a_zipx_is_read_where_it_can_be_and_said_to_be_one_where_it_cannot(place: SessionFolder, box: Path) -> None:
    drop(box, f"remise-{ANNE}.zipx", archive(ANNE, at(15)))
    drop(box, f"remise-{BRUNO}.zipx", as_zipx(archive(BRUNO, at(15))))
    drop(box, "Moodle.zip", as_zipx(zip_of({f"remise-{CHLOE}.zip": archive(CHLOE, at(15))})))
    done = states(collect(place, box, NOW))
    assert done.pop(f"remise-{ANNE}.zipx|{COURSE.id}")[0] == "recue"
    assert len(done) == 2
    for state, reason in done.values():
        assert (state, "comprimé comme un ZIPX, que la suite ne lit pas" in reason) == ("refusee", True), reason
        assert "le déplier, puis donner le dossier, ou en faire un ZIP" in reason


def test_a_hand_in_locked_by_a_password_in_an_archive_is_said_to_be_locked(place: SessionFolder, box: Path) -> None:
    sound = zip_of({f"remise-{ANNE}.zip": archive(ANNE, at(15))})
    locked = sound.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )
    assert locked != sound
    drop(box, "Moodle.zip", locked)
    (line,) = collect(place, box, NOW).new
    assert (line.state, "protégé par un mot de passe" in line.reason) == ("refusee", True)


def test_a_zip_that_lost_its_name_is_said_to_be_one(place: SessionFolder, box: Path) -> None:
    drop(box, f"remise-{ANNE}", archive(ANNE, at(15)))
    drop(box, f"remise-{BRUNO}", b"texte")
    drop(box, f"remise-{CHLOE}", b"")
    done = states(collect(place, box, NOW))
    assert "c'est un ZIP qui n'en porte pas le nom : le renommer avec « .zip » à la fin" in done[f"remise-{ANNE}|"][1]
    for code in (BRUNO, CHLOE):
        assert "ce n'est pas une archive" in done[f"remise-{code}|"][1]


def test_a_stick_full_of_other_things_names_them_and_reads_none(place: SessionFolder, box: Path) -> None:
    for number in range(5):
        drop(box, f"vacances/photo_{number}.jpg", b"x")
    drop(box, "System Volume Information/IndexerVolumeGuid", b"x")
    drop(box, "travail/remise.zip", archive(ANNE, at(15)))
    done = collect(place, box, NOW)
    assert done.others == tuple(f"vacances/photo_{number}.jpg" for number in range(5))
    assert [line.source for line in done.new if line.state != "autre"] == ["travail/remise.zip"]
    assert tuple(line.source for line in done.new if line.state == "autre") == done.others


def test_running_twice_changes_no_byte(place: SessionFolder, box: Path) -> None:
    for number, code in enumerate((ANNE, BRUNO, ANNE, CHLOE)):
        drop(
            box,
            f"=remise-{number}; -suite.zip",
            archive(code, at(15, number), answers("perdu" if number else "attend")),
        )
    drop(box, "x.zip", b"x")
    first = collect(place, box, NOW)
    assert len(first.new) == 5
    before = tree(place.root)
    times = {path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path.is_file()}
    again = collect(place, box, NOW + dt.timedelta(hours=1))
    assert again.new == ()
    assert tree(place.root) == before
    assert {path: path.stat().st_mtime_ns for path in place.root.rglob("*") if path.is_file()} == times


class Cut(BaseException):
    """The machine stops here."""


@pytest.mark.parametrize("stop", range(1, 14))
def test_cut_anywhere_a_run_leaves_whole_files_and_the_next_run_ends_it(
    place: SessionFolder, box: Path, tmp_path: Path, stop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = to_yaml(load_policy("equilibree"))
    drop(box, "a.zip", archive(ANNE, at(15)))
    drop(box, "b.zip", archive(ANNE, at(16), answers("perdu"), **{"equipe__politique.yaml": policy}))
    drop(box, "c.zip", archive(BRUNO, at(16)))
    whole = session_in(tmp_path / "temoin")
    collect(whole, box, NOW)
    expected = tree(whole.root)
    left = stop
    real = Path.replace, Path.rename

    def cut(move: Any) -> Any:
        def moved(self: Path, target: Path) -> Path:
            nonlocal left
            left -= 1
            if left == 0:
                raise Cut
            return move(self, target)

        return moved

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut(real[0]))
        patch.setattr(Path, "rename", cut(real[1]))
        try:
            collect(place, box, NOW)
        except Cut:
            pass
        else:
            assert left > 0
    for copy in place.submitted.glob(f"*/{COURSE.id}"):
        assert (copy / "reponses.json").read_bytes() in (answers(), answers("perdu"))
    collect(place, box, NOW)
    assert tree(place.root) == expected


def test_a_run_that_was_cut_is_ended_even_when_the_stick_is_gone(
    place: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(box, "a.zip", archive(ANNE, at(15)))
    with monkeypatch.context() as patch:
        patch.setattr(collecting, "write_journal", lambda *_: (_ for _ in ()).throw(Cut()))
        with pytest.raises(Cut):
            collect(place, box, NOW)
    shutil.rmtree(box)
    box.mkdir()
    done = collect(place, box, NOW)
    assert [(line.code, line.state) for line in done.new] == [(ANNE, "recue")]
    place.journal.unlink()
    assert [line.state for line in collect(place, box, NOW).new] == ["recue"]


def test_a_copy_that_came_another_way_is_never_replaced(place: SessionFolder, box: Path) -> None:
    other = place.submitted / ANNE / COURSE.id
    other.mkdir(parents=True)
    (other / "reponses.json").write_bytes(answers("refuse"))
    drop(box, "a.zip", archive(ANNE, at(15)))
    (line,) = collect(place, box, NOW).new
    assert line.state == "refusee"
    assert "venue autrement" in line.reason
    assert kept(place, ANNE) == answers("refuse")
    shutil.rmtree(other)
    assert [line.state for line in collect(place, box, NOW).new] == ["recue"]


def test_the_policies_of_teams_have_names_of_their_own_and_open_as_they_are(place: SessionFolder, box: Path) -> None:
    for number, (code, preset) in enumerate(((ANNE, "equilibree"), (BRUNO, "circulaire_2025"))):
        policy = to_yaml(load_policy(preset))
        drop(
            box,
            f"{number}.zip",
            archive(code, at(15), **{"equipe__politique.yaml": policy, "equipe__plan.yaml": "a: 1"}),
        )
    drop(box, "9.zip", archive(CHLOE, at(15), **{"equipe__politique.yaml": "purposes: 3"}))
    done = states(collect(place, box, NOW))
    names = sorted(path.name for path in place.teams.iterdir())
    assert names == sorted(f"{stem}_{code}.yaml" for stem in ("politique", "plan") for code in (ANNE, BRUNO))
    for code, preset in ((ANNE, "equilibree"), (BRUNO, "circulaire_2025")):
        text = (place.teams / f"politique_{code}.yaml").read_text(encoding="utf-8")
        assert parse_policy(text, "x") == load_policy(preset)
    assert done["9.zip|equipe/politique.yaml"][0] == "refusee"
    assert "politique de messagerie" in done["9.zip|equipe/politique.yaml"][1]


def test_what_teams_drop_alone_is_taken_too_each_under_a_name_of_its_own(place: SessionFolder, box: Path) -> None:
    one, two = to_yaml(load_policy("equilibree")), to_yaml(load_policy("circulaire_2025"))
    for name, text in (("a/politique.yaml", one), ("b/politique.yaml", two), ("c/politique.yaml", one)):
        drop(box, name, text.encode())
    drop(box, "d/politique_abimee.yml", b"purposes: 3")
    drop(box, "d/enorme.yaml", b"#" * 200_001)
    done = states(collect(place, box, NOW))
    assert [done[f"{name}/politique.yaml|equipe/politique.yaml"][0] for name in "ab"] == ["recue", "recue"]
    assert "déjà été reçu : « a/politique.yaml »" in done["c/politique.yaml|"][1]
    assert done["d/politique_abimee.yml|equipe/politique_abimee.yml"][0] == "refusee"
    assert "200 ko" in done["d/enorme.yaml|"][1]
    found = sorted(path.read_text(encoding="utf-8") for path in place.teams.iterdir())
    assert found == sorted([one, two])
    before = tree(place.root)
    assert not collect(place, box, NOW).new
    assert tree(place.root) == before


def test_a_drop_folder_that_is_not_there_or_is_the_session_is_refused(place: SessionFolder, box: Path) -> None:
    with pytest.raises(DropFolderError, match="ne peut pas être lu"):
        collect(place, box / "nulle_part", NOW)
    for inside in (place.root, place.received, place.root.parent):
        with pytest.raises(SessionError, match="l'un dans l'autre"):
            collect(place, inside, NOW)
    place.erasure.write_text("{}", encoding="utf-8")
    with pytest.raises(SessionError, match="L'effacement des noms"):
        collect(place, box, NOW)


def test_a_full_disk_leaves_the_former_copy(place: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(box, "a.zip", archive(ANNE, at(15)))
    collect(place, box, NOW)
    drop(box, "b.zip", archive(ANNE, at(16), answers("perdu")))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(copies_in_place.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            collect(place, box, NOW)
    assert kept(place, ANNE) == answers()
    collect(place, box, NOW)
    assert kept(place, ANNE) == answers("perdu")


@pytest.mark.parametrize(("count", "more"), [(10, ""), (12, "et 2 de plus")])
def test_the_files_that_are_no_hand_ins_are_named_up_to_ten(
    place: SessionFolder, box: Path, count: int, more: str
) -> None:
    for number in range(count):
        drop(box, f"photo_{number:02d}.jpg", b"x")
    done = CliRunner().invoke(app, ["session", "collect", str(box), "--session", str(place.root)])
    (line,) = [one for one in done.stdout.replace("\u00a0", " ").splitlines() if one.startswith("Autres fichiers")]
    assert line.count("photo_") == 10
    assert ("de plus" in line) == bool(more)
    assert more in line


@pytest.mark.parametrize("more", [0, 1, 300])
def test_what_an_archive_holds_beside_hand_ins_is_named_up_to_a_bound_then_counted(
    place: SessionFolder, box: Path, more: int
) -> None:
    others = {f"vide{rank:04}.txt": b"" for rank in range(MOST_OTHERS + more)}
    drop(box, "lot.zip", zip_of({f"remise-{ANNE}.zip": archive(ANNE, at(15)), **others}))
    lines = collect(place, box, NOW).new
    assert [line.code for line in lines if line.state == "recue"] == [ANNE]
    assert sum("vide" in line.source for line in lines) == MOST_OTHERS
    counted = [line.reason for line in lines if "sans rapport" in line.reason]
    assert len(counted) == bool(more)
    assert all(reason.replace("\u00a0", " ").endswith(f" {more}.") for reason in counted)

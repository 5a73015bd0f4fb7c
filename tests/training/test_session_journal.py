"""Which of several hand-ins counts, the journal that says so, and where everybody stands."""

import datetime as dt
import json
import random
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.a_course import COURSE
from training.a_session import (
    ANNE,
    BRUNO,
    CHLOE,
    DRISS,
    SESSION,
    STRANGER,
    answers,
    archive,
    at,
    drop,
    session_in,
    states,
    tree,
)
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.exercise.answers import ANSWERS_FILE
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.deciding import ArrivedWork, decided
from liaison.training.hand_in.journal import JournalLine, instant, read_journal, write_journal
from liaison.training.hand_in.left_to_ask import refused_beside, refused_of_nobody, said_less
from liaison.training.hand_in.line_words import State, Weight
from liaison.training.hand_in.room_folders import HOMES, INBOUND
from liaison.training.hand_in.standing import standing
from liaison.training.session.definition import SessionError, SessionFolder

NOW, LATER = at(19), at(20)


def test_a_journal_changed_by_hand_says_where_and_what_to_do(place: SessionFolder, box: Path) -> None:
    collect(place, box, NOW)
    header = place.journal.read_text(encoding="utf-8-sig").splitlines()[0]
    place.journal.write_text("recue_le;code\n2026;A\n", encoding="utf-8")
    with pytest.raises(SessionError, match="ligne 1"):
        read_journal(place.journal)
    place.journal.write_text(f"{header}\n2026;A\n", encoding="utf-8")
    with pytest.raises(SessionError, match="ligne 2"):
        collect(place, box, NOW)


def test_a_clock_ahead_is_told(place: SessionFolder, box: Path) -> None:
    drop(box, "b.zip", archive(CHLOE, dt.datetime(2027, 1, 1, tzinfo=at(1).tzinfo)))
    assert "L'horloge de la machine avance" in states(collect(place, box, NOW))[f"b.zip|{COURSE.id}"][1]


def test_what_an_older_version_took_under_another_code_keeps_its_line_that_says_it(
    place: SessionFolder, box: Path
) -> None:
    drop(box, "b.zip", archive(ANNE, at(17)))
    collect(place, box, NOW)
    write_journal(place.journal, [replace(one, source=f"remise-{BRUNO}.zip") for one in read_journal(place.journal)])
    (box / "b.zip").unlink()
    collect(place, box, NOW)
    [line] = read_journal(place.journal)
    assert (line.code, line.state) == (ANNE, "recue")
    assert line.reason.replace("\u00a0", " ") == f"Le nom du fichier porte un autre code : {BRUNO}."


def test_where_everybody_stands_is_told_by_code(place: SessionFolder, box: Path) -> None:
    drop(box, "a.zip", archive(ANNE, at(15)))
    drop(box, "b.zip", archive(BRUNO, at(23)))
    collect(place, box, NOW)
    (place.submitted / CHLOE / COURSE.id).mkdir(parents=True)
    found = {code: by_module[COURSE.id] for code, by_module in standing(place).items()}
    assert found == dict.fromkeys(SESSION.participants, "manque") | {
        ANNE: "recue",
        BRUNO: "en_retard",
        CHLOE: "remise",
    }
    assert found[DRISS] == "manque"


def test_a_refused_line_that_an_older_journal_left_without_a_code_is_who_its_name_says(
    place: SessionFolder, box: Path
) -> None:
    broken = archive(ANNE, at(15))[:100]
    for name in (f"remise-{ANNE}.zip", f"remise-{STRANGER}.zip", "copie.zip"):
        drop(box, name, broken[: -len(name)])
    written = collect(place, box, NOW).journal
    write_journal(place.journal, [replace(line, code="") for line in written])
    assert standing(place)[ANNE][COURSE.id] == "refusee"
    said = CliRunner().invoke(app, ["session", "status", str(place.root)]).output.replace("\u00a0", " ")
    assert f"à demander de nouveau : {ANNE}." in said
    assert "Fichiers refusés dont rien ne dit de qui : 2." in said
    again = collect(place, box, NOW)
    assert (again.new, again.journal) == ((), written)
    assert {line.source: line.code for line in read_journal(place.journal)} == {
        f"remise-{ANNE}.zip": ANNE,
        f"remise-{STRANGER}.zip": "",
        "copie.zip": "",
    }
    for code in SESSION.participants:  # everybody's copy has come: there is nothing left to ask
        drop(box, f"{code}.zip", archive(code, at(16)))
    collect(place, box, LATER)
    assert "refusé" not in status(place)


def status(place: SessionFolder) -> str:
    return CliRunner().invoke(app, ["session", "status", str(place.root)]).output.replace("\u00a0", " ")


def beside(place: SessionFolder) -> tuple[str, ...]:
    return refused_beside(place, standing(place, LATER))


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("name", [f"remise-{ANNE} (1).zip", f"{ANNE}/remise-{ANNE}.zip"])
def test_a_second_copy_that_was_refused_is_told_until_something_of_that_person_comes_after_it(
    place: SessionFolder, box: Path, name: str, together: bool
) -> None:
    whole = archive(ANNE, at(15))
    drop(box, f"remise-{ANNE}.zip", whole)
    drop(box, f"remise-{BRUNO}.zip", archive(BRUNO, at(15)))
    if not together:
        collect(place, box, NOW)
        assert beside(place) == ()
    drop(box, name, whole[:100])
    for _ in range(2):
        collect(place, box, NOW)
        assert standing(place)[ANNE][COURSE.id] == "recue"
        assert beside(place) == (ANNE,)
    said = f"Une copie est prise, et autre chose de la même personne a été refusé : {ANNE}. "
    assert said in status(place)
    told = json.loads(CliRunner().invoke(app, ["session", "status", str(place.root), "--json"]).output)
    assert told["refusee_en_plus"] == [ANNE]
    drop(box, "encore.zip", archive(ANNE, at(16), answers("sonne")))
    collect(place, box, LATER)
    assert beside(place) == ()
    assert "refusé" not in status(place)


def test_a_late_copy_that_is_put_aside_settles_nothing_and_the_same_work_on_time_does(
    place: SessionFolder, box: Path
) -> None:
    whole = archive(ANNE, at(15))
    drop(box, f"remise-{ANNE}.zip", whole)
    drop(box, f"{ANNE}/remise-{ANNE}.zip", whole[:100])
    collect(place, box, NOW)
    assert beside(place) == (ANNE,)
    drop(box, "tard.zip", archive(ANNE, at(18, 30), answers("sonne")))
    drop(box, "tard_aussi.zip", archive(ANNE, at(18, 40)))
    assert {line.state for line in collect(place, box, LATER).new} == {"en_retard"}
    assert beside(place) == (ANNE,)
    drop(box, "encore.zip", archive(ANNE, at(16)))
    assert "doublon" in {line.state for line in collect(place, box, LATER).new}
    assert beside(place) == ()


def test_a_late_copy_that_counts_settles_what_was_refused_before_it(place: SessionFolder, box: Path) -> None:
    drop(box, f"remise-{ANNE}.zip", archive(ANNE, at(15))[:100])
    collect(place, box, NOW)
    drop(box, "tard.zip", archive(ANNE, at(18, 30)))
    collect(place, box, LATER)
    assert (beside(place), standing(place)[ANNE][COURSE.id]) == ((), "en_retard")


def test_less_than_before_is_told_until_a_newer_copy_says_it_all(place: SessionFolder, box: Path) -> None:
    drop(box, "a.zip", archive(ANNE, at(14), answers(message_clair="Signez.")))
    drop(box, "b.zip", archive(ANNE, at(15), answers()))
    drop(box, "c.zip", archive(BRUNO, at(14), answers()))
    drop(box, "d.zip", archive(BRUNO, at(15), b"{"))
    collect(place, box, NOW)
    assert said_less(place) == ((ANNE, COURSE.id), (BRUNO, COURSE.id))
    drop(box, "e.zip", archive(ANNE, at(16), answers(message_clair="Lisez.")))
    drop(box, "f.zip", archive(BRUNO, at(16), answers("sonne")))
    collect(place, box, LATER)
    assert said_less(place) == ()
    assert all(
        "à 16 h" in line.reason.replace("\u00a0", " ")
        for line in read_journal(place.journal)
        if line.state == "doublon"
    )


def test_a_copy_that_another_one_keeps_out_is_told_until_it_is_taken(place: SessionFolder, box: Path) -> None:
    there = place.submitted / ANNE / COURSE.id
    there.mkdir(parents=True)
    (there / ANSWERS_FILE).write_bytes(answers())
    drop(box, "a.zip", archive(ANNE, at(15), answers("sonne")))
    collect(place, box, NOW)
    assert beside(place) == (ANNE,)
    shutil.rmtree(there)
    collect(place, box, LATER)
    assert (beside(place), standing(place)[ANNE][COURSE.id]) == ((), "recue")


def test_of_a_refused_hand_in_of_the_room_only_a_later_one_settles_it(place: SessionFolder) -> None:
    def line(hour: int, state: State, received: int = 20) -> JournalLine:
        made = instant(at(hour))
        source = f"{INBOUND.as_posix()}/{ANNE}+{COURSE.id}+{hour}"
        weight: Weight = "oui" if state == "recue" else "non"
        return JournalLine(instant(at(received)), ANNE, COURSE.id, source, state, made_at=made, weight=weight)

    (place.submitted / ANNE / COURSE.id).mkdir(parents=True)
    write_journal(place.journal, [line(15, "recue"), line(16, "refusee")])
    assert beside(place) == (ANNE,)
    write_journal(place.journal, [line(15, "refusee"), line(16, "recue")])
    assert beside(place) == ()
    # The room is read in the evening: what was put there at noon is no answer to a file refused since.
    on_a_stick = JournalLine(instant(at(18)), ANNE, "", f"remise-{ANNE}.zip", "refusee")
    write_journal(place.journal, [on_a_stick, line(12, "recue")])
    assert beside(place) == (ANNE,)
    write_journal(place.journal, [on_a_stick, line(19, "recue")])
    assert beside(place) == ()


@pytest.mark.parametrize("again", [False, True], ids=["autre nom", "même nom"])
def test_a_file_that_nobody_could_open_is_settled_by_newer_work_of_each_module_or_by_that_file_made_again(
    tmp_path: Path, box: Path, again: bool
) -> None:
    other = "04_etablissement"
    place = session_in(tmp_path / "deux", SESSION.model_copy(update={"modules": (COURSE.id, other)}))

    def both(hour: int, choice: str) -> bytes:
        more: dict[str, Any] = {f"{other}__reponses.json": f'{{"{choice}": 1}}'}
        return archive(ANNE, at(hour), answers(choice), **more)

    drop(box, "a.zip", both(13, "attend"))
    drop(box, f"remise-{ANNE}.zip", both(14, "sonne")[:100])
    collect(place, box, NOW)
    assert beside(place) == (ANNE,)
    # The file that could not be opened may have held the other module alone.
    drop(box, f"remise-{ANNE}.zip" if again else "b.zip", archive(ANNE, at(15), answers("perdu")))
    collect(place, box, LATER)
    assert beside(place) == (() if again else (ANNE,))
    drop(box, "c.zip", both(16, "perdu"))
    collect(place, box, at(21))
    assert beside(place) == ()


def test_a_file_made_again_under_its_name_is_asked_of_nobody_any_more(tmp_path: Path, box: Path) -> None:
    other = "04_etablissement"
    place = session_in(tmp_path / "deux", SESSION.model_copy(update={"modules": (COURSE.id, other)}))
    for name in (f"remise-{ANNE}.zip", "copie.zip"):
        drop(box, name, b"abc")
    collect(place, box, NOW)
    assert standing(place)[ANNE] == {COURSE.id: "refusee", other: "refusee"}
    assert refused_of_nobody(place) == 1
    drop(box, f"remise-{ANNE}.zip", archive(ANNE, at(15)))
    drop(box, "copie.zip", archive(BRUNO, at(15)))
    collect(place, box, LATER)
    assert standing(place)[ANNE] == {COURSE.id: "recue", other: "manque"}
    assert (beside(place), refused_of_nobody(place)) == ((), 0)
    assert "refusé" not in status(place)


def test_work_of_another_session_in_an_archive_is_nobody_s_loss_and_the_file_of_a_team_is(
    place: SessionFolder, box: Path
) -> None:
    more: dict[str, Any] = {"02_diagnostic_familles__reponses.json": b"{}"}
    drop(box, "a.zip", archive(ANNE, at(15), answers(), **more))
    drop(box, "b.zip", archive(BRUNO, at(15), answers(), **{"equipe__plan.yaml": "purposes: ["}))
    drop(box, "plan.yaml", b"purposes: [")
    states_of = {line.module: line.state for line in collect(place, box, NOW).journal}
    assert states_of["02_diagnostic_familles"] == states_of["equipe/plan.yaml"] == "refusee"
    assert beside(place) == (BRUNO,)
    assert "Fichier d'équipe refusé : 1. La raison est dans" in status(place)
    drop(box, "plan.yaml", b"a: 1")
    collect(place, box, LATER)
    assert "Fichier d'équipe refusé" not in status(place)


def test_work_done_in_a_room_and_not_handed_in_is_not_taken_for_nothing(place: SessionFolder) -> None:
    home = place.root / HOMES
    for code in (ANNE, BRUNO, CHLOE):
        (home / code / COURSE.id).mkdir(parents=True)
    for code in (ANNE, BRUNO):
        (home / code / COURSE.id / ANSWERS_FILE).write_text("{}", encoding="utf-8")
    (place.root / INBOUND / f"{BRUNO}+{COURSE.id}+2026-11-27 10:00:00.000000 UTC+abc").mkdir(parents=True)
    # Not from the place whose code it bears: nobody's.
    (place.root / INBOUND / f"{DRISS}+{COURSE.id}+2026-11-27 10:00:00.000000 UTC+abc").mkdir()
    found = {code: by_module[COURSE.id] for code, by_module in standing(place, at(20)).items()}
    assert (found[ANNE], found[BRUNO]) == ("en_place", "a_prendre")
    # An exercise that waits at a place, and that nobody opened, is missing.
    assert found[CHLOE] == found[DRISS] == "manque"


@pytest.mark.parametrize(("stamp", "stands"), [("17:00:00", "remise"), ("17:00:01", "en_retard")])
def test_a_copy_that_came_by_the_exchange_is_late_by_its_own_hour(
    place: SessionFolder, stamp: str, stands: str
) -> None:
    copy = place.submitted / ANNE / COURSE.id
    copy.mkdir(parents=True)
    (copy / "timestamp.txt").write_text(f"2026-11-27 {stamp}.000000 UTC\n", encoding="utf-8")
    assert place.session.deadline == at(18)
    assert standing(place)[ANNE][COURSE.id] == stands


cells = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30)


@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_a_journal_written_and_read_again_no_longer_changes(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "remises.csv"
    write_journal(
        path, [JournalLine("2026-11-27", ANNE, COURSE.id, source, "recue", reason) for source, reason in texts]
    )
    once = read_journal(path)
    assert len(once) == len(texts)
    write_journal(path, once)
    assert read_journal(path) == once


entries = st.lists(st.tuples(st.integers(-120, 120), st.sampled_from("ab")), min_size=1, max_size=6).map(
    lambda drawn: tuple(
        ArrivedWork(at(18) + dt.timedelta(minutes=minute), order, content)
        for order, (minute, content) in enumerate(drawn)
    )
)


@given(entries, st.randoms())
def test_one_work_is_kept_on_time_if_any_is_and_the_order_of_arrival_does_not_matter(
    given_entries: tuple[ArrivedWork, ...], draw: random.Random
) -> None:
    found = decided(given_entries, at(18))
    (chosen,) = [one for one in found if one.counts]
    on_time = [one for one in given_entries if one.made_at <= at(18)]
    pool = on_time or list(given_entries)
    assert chosen.content in {one.content for one in pool if one.made_at == max(other.made_at for other in pool)}
    assert chosen.state == ("recue" if on_time else "en_retard")
    assert all(one.reason for one in found if not one.counts)
    assert [one.order for one in found] == [one.order for one in given_entries]
    mixed = list(given_entries)
    draw.shuffle(mixed)
    assert sorted(decided(mixed, at(18)), key=lambda one: one.order) == list(found)


hand_ins = st.lists(
    st.tuples(
        st.sampled_from((ANNE, BRUNO, CHLOE)),
        st.integers(0, 120),
        st.sampled_from(("attend", "perdu")),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda one: (one[0], one[1]),
)


@settings(max_examples=25, deadline=None)
@given(hand_ins, st.randoms())
def test_in_one_run_or_in_three_in_any_order_the_same_copies_are_kept(
    drawn: list[tuple[str, int, str, int]], draw: random.Random
) -> None:
    files = [
        (f"{number}.zip", archive(code, at(17) + dt.timedelta(minutes=minute), answers(choice)), run)
        for number, (code, minute, choice, run) in enumerate(drawn)
    ]
    with tempfile.TemporaryDirectory() as folder:
        once, thrice = session_in(Path(folder, "une")), session_in(Path(folder, "trois"))
        for name, content, _ in files:
            drop(Path(folder, "depot"), name, content)
        collect(once, Path(folder, "depot"), NOW)
        runs = [0, 1, 2]
        draw.shuffle(runs)
        for run in runs:
            for name, content, its_run in files:
                if its_run == run:
                    drop(Path(folder, "peu_a_peu"), name, content)
            Path(folder, "peu_a_peu").mkdir(exist_ok=True)
            collect(thrice, Path(folder, "peu_a_peu"), NOW)
        assert tree(once.submitted) == tree(thrice.submitted)
        assert tree(once.received) == tree(thrice.received)
        lines = [{(line.source, line.state) for line in read_journal(place.journal)} for place in (once, thrice)]
        assert lines[0] == lines[1]


def test_files_that_are_no_hand_ins_are_named_on_screen_in_the_journal_and_in_json_once(
    place: SessionFolder, box: Path
) -> None:
    drop(box, "a.zip", archive(ANNE, at(15)))
    (box / "photo.jpg").write_bytes(b"x")
    deep = Path(box, *"abcdefgh")
    deep.mkdir(parents=True)
    words = ["session", "collect", str(box), "--session", str(place.root)]
    answer = json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)
    named = ["a/b/c/d/e/f/g/", "photo.jpg"]
    assert answer["autres_fichiers"] == named
    assert [line["source"] for line in answer["nouvelles"] if line["state"] == "autre"] == named
    kept = [line for line in read_journal(place.journal) if line.state == "autre"]
    assert [(line.source, line.code, line.module) for line in kept] == [(name, "", "") for name in named]
    assert all("n'a pas été lu" in line.reason for line in kept)
    again = CliRunner().invoke(app, words)
    assert again.exit_code == 0
    said = again.stdout.replace("\u00a0", " ")
    assert "Rien de nouveau dans ce dépôt." in said
    assert "n'ont pas été lus : a/b/c/d/e/f/g/, photo.jpg." in said
    assert [line for line in read_journal(place.journal) if line.state == "autre"] == kept
    assert standing(place)[ANNE][COURSE.id] == "recue"


def test_a_journal_of_nine_columns_says_what_counts_and_what_says_less_by_its_sentences(place: SessionFolder) -> None:
    less = (
        "elle est vide : celle",
        "elle ne peut pas être lue",
        "les textes n'y sont plus",
        "moins de questions y ont une réponse",
    )
    lines: list[tuple[str, str, Weight]] = [
        ("recue", "", "oui"),
        ("recue", "aucune question n'y a de réponse.", "rien"),
        ("en_retard", "faite le 27/11/2026 à 18 h 01, après l'heure (27/11/2026 à 18 h 00).", "oui"),
        ("en_retard", "après l'heure (27/11/2026 à 18 h 00). ses réponses ne peuvent pas être lues.", "rien"),
        (
            "en_retard",
            "faite le 27/11/2026 à 18 h 01, après l'heure : le même travail que celle qui est gardée.",
            "non",
        ),
        ("doublon", "le même travail que la remise du 27/11/2026 à 15 h 00, qui est gardée.", "pareil"),
        ("doublon", "remplacée par celle du 27/11/2026 à 15 h 00 ; elle reste dans remises/.", "non"),
        *(("doublon", f"remplacée ; {words}.", "moins") for words in less),
        ("refusee", "elle est vide : celle", "non"),
    ]
    head = "recue_le;code;module;fichier;etat;raison;faite_le;archive;empreinte"
    rows = [f"2026-11-26 16:00:00+01:00;{ANNE};{COURSE.id};x;{state};{said};;;" for state, said, _ in lines]
    quoted = [row.replace(";;;", "") for row in rows]
    write = [
        ";".join(f'"{cell}"' for cell in (*row.split(";", 5)[:5], said, "", "", ""))
        for row, (_, said, _) in zip(quoted, lines, strict=True)
    ]
    place.journal.write_text("\n".join([head, *write]), encoding="utf-8-sig")
    read = read_journal(place.journal)
    assert [(line.state, line.weight) for line in read] == [(state, weight) for state, _, weight in lines]
    write_journal(place.journal, read)
    assert read_journal(place.journal) == read
    place.journal.write_bytes(place.journal.read_bytes().replace(b";oui", b";peut-etre"))
    with pytest.raises(SessionError, match="ligne 2"):
        read_journal(place.journal)


def test_a_journal_of_before_still_loads_and_keeps_its_lines(place: SessionFolder, box: Path) -> None:
    states_before = ("recue", "en_retard", "doublon", "refusee")
    head = "recue_le;code;module;fichier;etat;raison;faite_le;archive;empreinte"
    lines = [f"2026-11-26 16:00:00+01:00;;;{state}.txt;{state};dit;;;{state}" for state in states_before]
    place.journal.write_text("\n".join([head, *lines]), encoding="utf-8-sig")
    (box / "photo.jpg").write_bytes(b"x")
    collect(place, box, NOW)
    assert [line.state for line in read_journal(place.journal)] == [*states_before, "autre"]

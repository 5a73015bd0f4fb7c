"""The marks that leave the gradebook: a table for the trainer, and a file that Moodle imports as it is."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.a_course import COURSE, answered, bare_course, hand_in, mark_by_hand
from training.a_session import SESSION
from training.damaged_copies import FULL, SOLVED
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.base.numbers import number
from liaison.training.exercise.definition import exercise
from liaison.training.marks.copies import CourseError
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.results import (
    IdentifiersError,
    SessionMarks,
    Total,
    moodle_csv,
    read_identifiers,
    results,
    results_csv,
)
from liaison.training.session.definition import Participant, write_session
from liaison.training.session.participants import participants_csv

OTHER = exercise("02_diagnostic_familles")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("modele")
    bare_course(folder, COURSE, OTHER)
    hand_in(folder, "GNYWB", answered(SOLVED))
    hand_in(folder, "GNYWB", None, OTHER)
    hand_in(folder, "DB5KJ", answered({"qui_reste_dehors": ["sans_connexion"], "message_clair": "Signez."}))
    for module in (COURSE, OTHER):
        assert all(copy.result for copy in grade_course(folder, module))
    return folder


def rows(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter))


def test_the_table_has_two_columns_an_exercise_and_who_handed_nothing_in_has_none(course: Path) -> None:
    found = results(course, [COURSE, OTHER])
    head, *lines = rows(results_csv(found), ";")
    assert head == ["code", f"{COURSE.id} points", f"{COURSE.id} à lire", f"{OTHER.id} points", f"{OTHER.id} à lire"]
    assert lines[0] == ["DB5KJ", "1,5", "1", "", ""]
    assert lines[1] == ["GNYWB", number(FULL, most=1, least=1), "2", "0,0", "0"]  # an empty copy waits for nobody
    assert lines[2] == ["(sur)", "24,0", "", number(OTHER.points, most=1, least=1), ""]


def test_moodle_gets_a_mark_once_nothing_waits_and_none_before(course: Path) -> None:
    whole = f"{COURSE.id} (sur 24)"
    content, left_out = moodle_csv(results(course, [COURSE]), "username")
    assert rows(content) == [["username", whole], ["DB5KJ", "-"], ["GNYWB", "-"]]
    mark_by_hand(course, COURSE, "GNYWB", "message_clair", 2.25)
    mark_by_hand(course, COURSE, "GNYWB", "premier_changement", 3)
    content, left_out = moodle_csv(results(course, [COURSE]), "username")
    assert rows(content) == [["username", whole], ["DB5KJ", "-"], ["GNYWB", "23.25"]]
    content, left_out = moodle_csv(results(course, [COURSE]), "email", {"DB5KJ": "a.b@exemple.fr"}, partial=True)
    assert rows(content) == [["email", whole], ["a.b@exemple.fr", "1.5"]]
    assert left_out == ["GNYWB"]
    assert not content.startswith(b"\xef\xbb\xbf")


@given(st.dictionaries(st.text(min_size=1), st.tuples(st.floats(0, 100), st.integers(0, 3)), max_size=6))
def test_whatever_a_person_is_called_no_cell_for_moodle_is_a_formula(people: dict[str, tuple[float, int]]) -> None:
    totals = {name: {COURSE.id: Total(*total)} for name, total in people.items()}
    content, left_out = moodle_csv(SessionMarks((COURSE,), totals), "idnumber", partial=True)
    _, *lines = rows(content)
    assert len(lines) + len(left_out) == len(people)
    for name, mark in lines:
        assert name.strip() == name
        # A number with its sign is a number.
        assert re.fullmatch(r"[+-]?\d+([.,]\d+)?", name) or not name.startswith(("=", "+", "-", "@", "\t"))
        assert "," not in mark
        assert 0 <= float(mark) <= 100


def test_a_table_of_identifiers_is_read_with_either_separator_and_says_what_stands_twice(tmp_path: Path) -> None:
    table = tmp_path / "comptes.csv"
    for text in ("code;email\r\nDB5KJ;a@exemple.fr\r\n", "code,email\nDB5KJ,a@exemple.fr\n\n"):
        table.write_text(text, encoding="utf-8-sig")
        assert read_identifiers(table) == {"DB5KJ": "a@exemple.fr"}
    table.write_text("code;email\nDB5KJ;a@exemple.fr\nGNYWB;a@exemple.fr\n", encoding="utf-8")
    with pytest.raises(IdentifiersError, match=r"ligne 3.*déjà à la ligne 2"):
        read_identifiers(table)
    table.write_text("code;email\nDB5KJ;a@exemple.fr\nDB5KJ;b@exemple.fr\n", encoding="utf-8")
    with pytest.raises(IdentifiersError, match="le code"):
        read_identifiers(table)
    table.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(IdentifiersError, match="UTF-8"):
        read_identifiers(table)


def test_without_a_gradebook_one_is_told_to_mark_first(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="noter d'abord"):
        results(tmp_path, [COURSE])


def command(*words: str) -> Any:
    return CliRunner().invoke(app, ["session", *words])


def test_the_command_writes_both_files_or_says_what_it_lacks(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "sortie"
    asked = ("results", "01", "--session", str(course), "--out", str(out))
    said = command(*asked, "--moodle", "username", "--json")
    assert said.exit_code == 0
    assert json.loads(said.stdout)["resultats"]["GNYWB"][COURSE.id] == {"points": FULL, "a_lire": 2}
    assert {path.name for path in out.iterdir()} == {"moodle.csv", "resultats.csv"}
    assert command("results", "01", "--session", str(course)).exit_code == 0
    assert (course / "documents" / "resultats.csv").is_file()
    assert "2 copies où un texte attend votre lecture" in command(*asked, "--moodle", "username").stdout
    for words, told in (
        (("--moodle", "nom"), "username, idnumber, email"),
        (("--identifiers", "x.csv"), "va avec --moodle"),
        (("--moodle", "email"), "Un code n'est pas une adresse"),
    ):
        refused = command(*asked, *words)
        assert (refused.exit_code, told in refused.stderr) == (2, True)


def test_the_command_gives_everybody_their_page(course: Path) -> None:
    said = command("feedback", "01", "--session", str(course), "--no-pdf", "--json")
    assert said.exit_code == 0
    given = json.loads(said.stdout)["modules"][0]["retours"]
    assert [one["code"] for one in given] == ["DB5KJ", "GNYWB"]
    assert all(Path(one["fichiers"][0]).is_file() for one in given)
    refused = command("feedback", "--session", str(course))
    assert (refused.exit_code, "nommer un exercice" in refused.stderr) == (2, True)


def test_without_a_name_every_module_of_the_session_is_marked(course: Path, tmp_path: Path) -> None:
    session = {
        "version": 1,
        "code": "GNYWB",
        "title": "Une séance",
        "date": "2026-11-27",
        "modules": [COURSE.id, OTHER.id],
        "mode": "cle",
        "participants": ["GNYWB", "DB5KJ"],
        "hand_in_until": "2026-11-27T23:59:00",
        "names_until": "2026-12-27",
    }
    (course / "seance.yaml").write_text(json.dumps(session), encoding="utf-8")
    said = command("grade", "--session", str(course), "--out", str(tmp_path / "notes"), "--json")
    assert said.exit_code == 0, said.stderr
    assert [one["exercice"] for one in json.loads(said.stdout)["modules"]] == [COURSE.id, OTHER.id]
    written = {path.name for path in (tmp_path / "notes").iterdir()}
    assert written == {f"{name}_{one.id}.csv" for name in ("notes", "textes_a_lire") for one in (COURSE, OTHER)}


def test_the_addresses_of_the_list_name_people_for_moodle_and_whoever_has_none_is_left_out(course: Path) -> None:
    people = {"GNYWB": Participant("Anne Fictive", "Fictive", "anne@exemple.fr"), "DB5KJ": Participant("Bruno Inventé")}
    write_session(course, SESSION.model_copy(update={"participants": tuple(people)}))
    (course / "participants.csv").write_bytes(participants_csv(people))
    said = command("results", "01", "--session", str(course), "--moodle", "email", "--partial", "--json")
    assert said.exit_code == 0
    assert json.loads(said.stdout)["laisses_de_cote"] == ["DB5KJ"]
    written = rows((course / "documents" / "moodle.csv").read_bytes())
    assert written == [["email", f"{COURSE.id} (sur 24)"], ["anne@exemple.fr", f"{FULL:g}"]]
    (course / "participants.csv").write_bytes(participants_csv({"DB5KJ": people["DB5KJ"]}))
    assert (
        "Un code n'est pas une adresse"
        in command("results", "01", "--session", str(course), "--moodle", "email").stderr
    )

"""Une table qui dit qui est qui par un compte, un numéro ou une adresse part, quels que soient son nom et sa place."""

import datetime as dt
from pathlib import Path

import pytest
from diagnostic.survey_exports import xlsx
from training.a_course import COURSE, answered, hand_in
from training.a_session import ANNE, BRUNO, NOON, drop, markable_session
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.training.marks.gradebook import grade_course
from liaison.training.marks.results import MOODLE_FIELDS, SessionMarks, Total, moodle_csv, results_csv
from liaison.training.papers.presences import PRESENCES
from liaison.training.purge.account_table import says_who_is_who
from liaison.training.purge.purging import purge, what_would_go
from liaison.training.session.definition import SessionFolder, load_session

AFTER = NOON + dt.timedelta(days=31)
MARKS = SessionMarks((COURSE,), {code: {COURSE.id: Total(4.0, 0)} for code in (ANNE, BRUNO)})
ACCOUNTS = {ANNE: "cdupontm", BRUNO: "ylegoff2"}


PAIRED = {
    "séparés d'un point-virgule": f"code;identifiant\r\n{ANNE};cdupontm\r\n{BRUNO};ylegoff2\r\n".encode(),
    "compte d'abord": f"compte,code\ncdupontm,{ANNE}\nylegoff2,{BRUNO}\n".encode(),
    "adresses": f"code\tadresse\n{ANNE}\tcdm@exemple.fr\n{BRUNO}\tylg@exemple.fr\n".encode(),
    "numéros": f"code;numéro\n{ANNE};20261201\n{BRUNO};20261202\n".encode(),
    "une seule personne": f"code;identifiant\n{ANNE};cdupontm\n".encode(),
    "un compte court": f"code;identifiant\n{ANNE};li3\n{BRUNO};ylegoff2\n".encode(),
    "classeur": xlsx({"Feuille": [["code", "identifiant"], [ANNE, "cdupontm"], [BRUNO, "ylegoff2"]]}),
}
NOT_PAIRED = {
    "salles": f"code;salle\n{ANNE};B12-bis\n{BRUNO};B12-bis\n".encode(),
    "notes": f"code;points\n{ANNE};12,25\n{BRUNO};9,75\n".encode(),
    "oui ou non": f"code;venu\n{ANNE};oui\n{BRUNO};non\n".encode(),
    "croix": f"code;matin\n{ANNE};x\n".encode(),
    "phrases": f"code;remarque\n{ANNE};a bien compris\n{BRUNO};à revoir\n".encode(),
    "un texte par exercice": f"code;exercice\n{ANNE};{COURSE.id}\n".encode(),
    "autres codes": b"code;identifiant\nAAAAA;cdupontm\n",
    "liste d'adresses": b"email;metier\nx@exemple.fr;CPE\n",
    "vide": b"",
    "pas une table": b"\x89PNG\r\n\x1a\n\x00\x00",
    "texte": f"Vu {ANNE} et {BRUNO}, cdupontm.\n".encode(),
}


@pytest.fixture
def place(tmp_path: Path) -> SessionFolder:
    root = markable_session(tmp_path / "seance")
    (root / "documents").mkdir(exist_ok=True)
    return load_session(root)


@pytest.mark.parametrize("content", PAIRED.values(), ids=PAIRED)
@pytest.mark.parametrize("path", ["ids.csv", "documents/comptes", "pour_moodle/table.txt"])
def test_a_table_that_gives_each_code_an_account_goes_and_is_announced(
    place: SessionFolder, path: str, content: bytes
) -> None:
    kept = drop(place.root, path, content)
    assert path in {shown for shown, _ in what_would_go(place)}
    proof = purge(place, AFTER)
    assert (proof.state, kept.exists()) == ("fait", False)
    (reason,) = (one.reason for one in proof.erased if one.path == path)
    assert reason.startswith("à côté de chaque code, ou de notes, un compte")


@pytest.mark.parametrize("content", NOT_PAIRED.values(), ids=NOT_PAIRED)
def test_a_table_that_says_nobody_stays(place: SessionFolder, content: bytes) -> None:
    kept = drop(place.root, "table.csv", content)
    purge(place, AFTER)
    assert kept.read_bytes() == content


@pytest.mark.parametrize("mark", ["présente;", "présent;absent", "présente;présent", "Oui;"])
def test_presences_stay_whatever_word_says_that_somebody_was_there(place: SessionFolder, mark: str) -> None:
    header = ";".join(["code", *place.session.half_days])
    lines = [f"{code};{word}" for code, word in zip((ANNE, BRUNO), mark.split(";"), strict=True)]
    kept = drop(place.root, PRESENCES, "\r\n".join([header, *lines, ""]).encode())
    assert PRESENCES not in {shown for shown, _ in what_would_go(place)}
    purge(place, AFTER)
    assert kept.is_file()


@pytest.mark.parametrize("field", MOODLE_FIELDS)
@pytest.mark.parametrize("path", ["pour_moodle/moodle.csv", "documents/notes pour Moodle.csv", "moodle_garde.csv"])
def test_a_file_for_moodle_goes_wherever_it_is_unless_people_are_there_by_code(
    place: SessionFolder, field: str, path: str
) -> None:
    kept = drop(place.root, path, moodle_csv(MARKS, field, ACCOUNTS)[0])  # type: ignore[arg-type]
    by_code = drop(place.root, "par_code.csv", moodle_csv(MARKS, field)[0])  # type: ignore[arg-type]
    assert purge(place, AFTER).state == "fait"
    assert (kept.exists(), by_code.exists()) == (False, True)


def test_no_table_that_the_suite_writes_by_code_alone_is_taken_for_one(place: SessionFolder) -> None:
    for code, text in ((ANNE, "Signez."), (BRUNO, "Lisez.")):
        hand_in(place.root, code, answered({"message_clair": text}))
    list(grade_course(place.root, COURSE))
    assert CliRunner().invoke(app, ["session", "texts", "--session", str(place.root)]).exit_code == 0
    for content in ("x;\r\n", "oui;\r\n"):
        drop(place.root, PRESENCES, f"code;matin\r\n{ANNE};{content}".encode())
        drop(place.documents, "resultats.csv", results_csv(MARKS))
        tables = [path for path in place.root.rglob("*.csv") if path != place.participants_file]
        assert len(tables) >= 3
        assert not [path.name for path in tables if says_who_is_who(place.session, path)]


def test_a_link_to_such_a_table_and_one_that_is_too_large_are_not_opened(place: SessionFolder, tmp_path: Path) -> None:
    outside = drop(tmp_path, "ids.csv", PAIRED["adresses"])
    (place.root / "lien.csv").symlink_to(outside)
    assert not says_who_is_who(place.session, place.root / "lien.csv")
    assert not says_who_is_who(place.session, place.root / "absente.csv")
    assert says_who_is_who(place.session, outside)

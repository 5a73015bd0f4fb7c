"""A whole session by its commands, with real exercises, archives and gradebook: made, handed in, marked, erased."""

import csv
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdf
import pytest
from nbgrader.api import Gradebook
from page_side import give
from pydantic_core import SchemaValidator, core_schema
from typer.testing import Result

from app.interruptions import Ended
from liaison.base.closed import close_file
from liaison.base.faults import FrenchError
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.readers.readable_text import texts_of
from liaison.training.exercise.answers import record_answer
from liaison.training.exercise.definition import Exercise, exercise
from liaison.training.exercise.scoring import solution
from liaison.training.hand_in.making import make_hand_in, remember_code
from liaison.training.purge.name_search import NameSearch
from liaison.training.session.definition import Participant, SessionFolder, load_session
from liaison.training.session.time_zone import PARIS
from widgets.messaging.state import LabState
from widgets.messaging.team import TeamState
from widgets.messaging.team_gather import GatherView

Liaison = Callable[..., Result]
MODULE = "01_messagerie_ent"
COURSE: Exercise = exercise(MODULE)
FULL = sum(question.points for question in COURSE.questions if not question.by_hand)
NAMES = ("Anne Fictive-Delatour", "Bruno Imaginé", "Chloé Özgür", "Driss Inventé")
PEOPLE = "Prénom;NOM\r\nAnne;Fictive-Delatour\r\nBruno;Imaginé\r\nChloé;Özgür\r\nDriss;Inventé\r\n"
EXACT = {"seance.yaml", "gradebook.db", "LISEZ-MOI.txt", "nbgrader_config.py", "documents/codes.pdf"}


@dataclass(frozen=True)
class Played:
    """A session before its names are erased, and what each command said."""

    place: SessionFolder
    said: dict[str, Result]


def learner(desk: Path, place: SessionFolder, code: str, minute: int, *, right: bool, text: str = "Signez.") -> bytes:
    """Do the exercise as a learner does, in a folder of their own, and return the file that they hand in."""
    work = desk / code / MODULE
    shutil.copytree(place.root / "release" / MODULE, work)
    remember_code(work, code)
    for question in COURSE.questions:
        if right or question.id == "message_de_21_heures":
            record_answer(work, COURSE, question.id, solution(question) if right else "perdu")
    record_answer(work, COURSE, "message_clair", text)
    moment = datetime(2026, 11, 27, 15, minute, tzinfo=PARIS)
    team = {"politique.yaml": to_yaml(load_policy("equilibree" if right else "papier_d_abord")).encode()}
    return make_hand_in(work, COURSE, code, moment, team).content


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


# Far off, so that « before the date » is true whenever these tests run.
NAMES_UNTIL = "2099-12-31"


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory, liaison: Liaison) -> Played:
    """Mode (b): names, own machines, the archive that a platform gives."""
    folder = tmp_path_factory.mktemp("machines")
    (folder / "noms.csv").write_bytes(PEOPLE.encode("cp1252"))
    made = liaison(
        *("session", "new", "--date", "2026-11-27", "--module", "01", "--participants", folder / "noms.csv"),
        *("--mode", "machines", "--place", "Collège des Tilleuls", "--trainer", "Formatrice Nomade"),
        *("--hand-in-until", "18:00", "--hands-in-at", "au dépôt M@gistère", "--out", folder / "seance"),
        *("--names-until", NAMES_UNTIL),
    )
    assert made.exit_code == 0, made.stderr
    place = load_session(folder / "seance")
    one, two, three, _ = place.session.participants
    good = learner(folder / "bureau", place, one, 10, right=True)
    given = {
        f"Fictive-Delatour Anne_1_assignsubmission_file/remise-{one}.zip": good,
        f"Imaginé Bruno_2_assignsubmission_file/remise-{two}.zip": learner(
            folder / "bureau", place, two, 20, right=False, text="Bonjour, signé Bruno Imaginé."
        ),
        f"Özgür Chloé_3_assignsubmission_file/remise-{three}.zip": good[:200],
        f"Inventé Driss_4_assignsubmission_file/remise-{one}.zip": good,
    }
    (folder / "depot.zip").write_bytes(packed(given))
    said = {"new": made}
    for name, words in {
        "collect": ("collect", folder / "depot.zip", "--session", place.root),
        "collect_again": ("collect", folder / "depot.zip", "--session", place.root),
        "status": ("status", place.root),
        "grade": ("grade", "--session", place.root, "--json"),
        "feedback": ("feedback", "--session", place.root, "--no-pdf"),
        "attendance": ("attendance", place.root),
        "attest": ("attest", place.root, "--all"),
        "badge": ("badge", place.root, "--all", "--names"),
        "report": ("report", "--session", place.root),
        "purge_early": ("purge", place.root),
    }.items():
        said[name] = liaison("session", *words)
    return Played(place, said)


def gradebook(place: SessionFolder) -> Iterator[Gradebook]:
    with Gradebook(f"sqlite:///{place.gradebook}", "carnets-de-liaison") as book:
        yield book


def scores(place: SessionFolder) -> dict[str, float]:
    for book in gradebook(place):
        return {one.student.id: one.score for one in book.assignment_submissions(MODULE)}
    return {}


def test_a_new_session_is_a_whole_course_with_its_codes_to_cut_out(machines: Played) -> None:
    place = machines.place
    assert {str(path.relative_to(place.root)) for path in place.root.rglob("*") if path.is_file()} >= EXACT
    assert {path.name for path in (place.root / "release" / MODULE).iterdir()} == {"exercice.ipynb", "scenario.yaml"}
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(place.documents / "codes.pdf").pages)
    assert [*place.names().values()] == [*NAMES]
    assert {*place.names()} == {*place.session.participants}
    for code, name in place.names().items():
        assert code in text
        assert f"remise-{code}.zip" in text
        assert name in " ".join(text.split())
    assert "au dépôt M@gistère" in " ".join(text.split())


@pytest.mark.skipif(os.name != "posix", reason="Windows garde ces droits autrement")
def test_names_copies_marks_and_papers_are_for_their_owner_alone(machines: Played) -> None:
    root = machines.place.root
    assert root.stat().st_mode & 0o777 == 0o700
    # What nbgrader hands out was made to be read, and is the same for everybody.
    handed_out = (root / "release", root / "source", root / "notebooks")
    written = [path for path in root.rglob("*") if path.is_file() and not set(handed_out) & set(path.parents)]
    assert {path.name for path in written} >= {"participants.csv", "gradebook.db", "codes.pdf", "remises.csv"}
    assert [str(path.relative_to(root)) for path in written if path.stat().st_mode & 0o077] == []


@pytest.mark.skipif(os.name != "posix", reason="Windows garde ces droits autrement")
@pytest.mark.parametrize(("usual", "rights"), [(0o022, 0o755), (0o027, 0o750)])
def test_a_folder_made_on_the_way_to_a_session_is_as_open_as_any_other(
    liaison: Any, tmp_path: Path, usual: int, rights: int
) -> None:
    words = ("--date", "2026-11-27", "--module", MODULE[:2], "--participants", "3", "--mode", "reseau")
    out = tmp_path / "seances" / "novembre" / "salle"
    before = os.umask(usual)
    try:
        said = liaison("session", "new", *words, "--out", out)
        assert os.umask(usual) == usual
    finally:
        os.umask(before)
    assert said.exit_code == 0, said.output
    assert [folder.stat().st_mode & 0o777 for folder in (out, out.parent, out.parent.parent)] == [0o700, rights, rights]


def test_every_command_of_the_session_ran(machines: Played) -> None:
    expected = {"collect": 1, "purge_early": 2}
    assert {name: said.exit_code for name, said in machines.said.items()} == {
        name: expected.get(name, 0) for name in machines.said
    }


def test_each_thing_of_the_platforms_archive_has_its_line(machines: Played) -> None:
    said = machines.said["collect"]
    assert said.exit_code == 1  # one archive is cut
    with machines.place.journal.open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["code"], row["module"], row["etat"]) for row in csv.DictReader(file, delimiter=";")]
    one, two, three, *_ = machines.place.session.participants
    assert sorted(rows) == sorted(
        [
            (one, MODULE, "recue"),
            (one, "equipe/politique.yaml", "recue"),
            (two, MODULE, "recue"),
            (two, "equipe/politique.yaml", "recue"),
            (three, "", "refusee"),
            ("", "", "doublon"),
        ]
    )
    assert "Rien de nouveau" in machines.said["collect_again"].stdout
    assert machines.said["collect_again"].exit_code == 0
    assert f"Copies manquantes, {MODULE} : 2 sur 4." in machines.said["status"].stdout.replace("\u00a0", " ")


def test_the_collected_copies_are_marked_in_the_real_gradebook(machines: Played) -> None:
    one, two, *_ = machines.place.session.participants
    answer = json.loads(machines.said["grade"].stdout)
    assert {copy["code"]: copy["points"] for copy in answer["modules"][0]["copies"]} == {one: FULL, two: 0}
    assert scores(machines.place) == {one: FULL, two: 0}
    assert machines.said["feedback"].exit_code == 0, machines.said["feedback"].stderr
    assert {path.parent.parent.name for path in machines.place.feedback.rglob("retour.html")} == {one, two}


def test_names_are_in_the_list_and_in_documents_and_nowhere_else(machines: Played) -> None:
    place, search = machines.place, NameSearch(NAMES)
    named = {
        path.relative_to(place.root).parts[0]
        for path in place.root.rglob("*")
        if path.is_file() and any(search.finds(text) for text in texts_of(path))
    }
    # The journal has the names of files that a platform made, a copy has what its learner signed.
    assert named == {"participants.csv", "documents", "remises.csv", "remises", "submitted", "feedback", "autograded"}
    assert not any(search.finds(text) for text in texts_of(place.gradebook))
    for book in gradebook(place):
        students = [(one.id, one.first_name, one.last_name, one.email) for one in book.students]
    assert sorted(students) == sorted((code, None, None, None) for code in place.session.participants)


def test_a_team_opens_what_was_collected_as_it_is(machines: Played) -> None:
    team = TeamState(LabState())
    view = GatherView(team)
    files = sorted(machines.place.teams.iterdir())
    for path in files:
        give(view.open, path.name, path.read_bytes())
    assert len(files) == 2
    assert {policy.name for policy in team.policies} == {
        load_policy(name).name for name in ("equilibree", "papier_d_abord")
    }
    assert team.matters


def test_names_go_on_demand_marks_and_codes_stay(machines: Played, tmp_path: Path, liaison: Liaison) -> None:
    early = machines.said["purge_early"]
    assert early.exit_code == 2
    assert "31 décembre 2099" in early.stderr
    root = Path(shutil.copytree(machines.place.root, tmp_path / "seance"))
    before = liaison("session", "purge", root, "--now")
    assert before.exit_code == 2
    assert "3 textes n'ont été lus par personne." in before.stderr.replace("\u00a0", " ")
    said = liaison("session", "purge", root, "--now", "--unmarked")
    assert said.exit_code == 0, said.stdout + said.stderr
    assert "Aucun nom entier de la liste" in said.stdout
    assert "SSD" in said.stdout
    search = NameSearch(NAMES)
    for path in root.rglob("*"):
        assert path.is_dir() or not any(search.finds(text) for text in texts_of(path)), path
    place = load_session(root)
    assert scores(place) == scores(machines.place)
    assert place.names() == {}
    proof = json.loads(place.erasure.read_text(encoding="utf-8"))
    gone = {one["path"] for one in proof["erased"]}
    codes = place.session.participants
    assert {f"documents/attestations/{code}.pdf" for code in codes} <= gone
    assert {f"documents/badges/{code}.json" for code in codes} <= gone
    assert {"documents/emargement.pdf", "documents/emargement.docx"} <= gone
    assert any(path.startswith("documents/compte_rendu") for path in proof["kept"])
    assert "presences.csv" in proof["kept"]
    assert {"participants.csv", "documents/codes.pdf"} <= gone
    assert liaison("session", "status", root).exit_code == 0
    # Copies went with the names: those that are left would be marked in their place.
    for words in (("collect", tmp_path), ("grade",)):
        assert liaison("session", *words, "--session", root).exit_code == 2
    assert scores(place) == scores(machines.place)


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory, liaison: Liaison) -> Played:
    """Mode (c): codes alone, no network, one stick that goes round the room, twice."""
    folder = tmp_path_factory.mktemp("cle")
    said = {}
    said["new"] = liaison(
        *("session", "new", "--date", "2026-11-27", "--module", MODULE, "--participants", "3", "--mode", "cle"),
        *("--half-days", "matin", "--names-until", NAMES_UNTIL, "--out", folder / "seance", "--json"),
    )
    assert said["new"].exit_code == 0, said["new"].stderr
    place = load_session(folder / "seance")
    one, two, _ = place.session.participants
    usb = folder / "CLE_USB"
    (usb / "System Volume Information").mkdir(parents=True)
    (usb / "photo.jpg").write_bytes(b"x")
    (usb / f"remise-{one}.zip").write_bytes(learner(folder / "bureau_1", place, one, 10, right=False))
    said["first"] = liaison("session", "collect", usb, "--session", place.root)
    # Whoever tried again hands in again; a browser gives the second file another name.
    (usb / f"remise-{one} (1).zip").write_bytes(learner(folder / "bureau_2", place, one, 40, right=True))
    (usb / f"remise-{two}.zip").write_bytes(learner(folder / "bureau_2", place, two, 30, right=True))
    said["second"] = liaison("session", "collect", usb, "--session", place.root)
    said["grade"] = liaison("session", "grade", "--session", place.root)
    said["purge"] = liaison("session", "purge", place.root, "--now", "--unmarked", "--json")
    return Played(place, said)


def test_a_stick_that_comes_back_brings_only_what_is_new(stick: Played) -> None:
    one, two, three = stick.place.session.participants
    assert stick.said["first"].exit_code == stick.said["second"].exit_code == 0
    assert "Autres fichiers du dépôt" in stick.said["second"].stdout
    assert "photo.jpg" in stick.said["second"].stdout
    assert "remplacée" in stick.said["second"].stdout
    assert scores(stick.place) == {one: FULL, two: FULL}
    assert not (stick.place.submitted / three).exists()
    assert not stick.place.participants_file.exists()


def test_a_session_of_codes_is_purged_of_what_may_name_somebody(stick: Played, liaison: Liaison) -> None:
    assert stick.said["purge"].exit_code == 0
    proof = json.loads(stick.said["purge"].stdout)
    assert (proof["state"], proof["names_searched"], proof["asked"]) == ("fait", 0, "avant_la_date")
    assert all(one["path"].startswith("remises/") for one in proof["erased"])
    assert "documents/codes.pdf" in proof["kept"]
    assert "pas de liste de noms" in liaison("session", "purge", stick.place.root).stdout
    assert scores(stick.place)


def test_the_answer_for_a_machine_says_where_and_what(stick: Played) -> None:
    answer = json.loads(stick.said["new"].stdout)
    assert Path(answer["dossier"]) == stick.place.root
    assert answer["seance"]["participants"] == list(stick.place.session.participants)
    assert answer["seance"]["half_days"] == ["matin"]


# --- what `new` refuses, and what it asks

GIVEN = {"--date": "2026-11-27", "--module": "01", "--participants": "2", "--mode": "cle"}


def new(liaison: Liaison, folder: Path, **changes: str | None) -> Result:
    options: dict[str, str | None] = {**GIVEN, "--out": str(folder / "seance")}
    options |= {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return liaison("session", "new", *(word for pair in options.items() if pair[1] is not None for word in pair))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"date": "demain"}, "n'est pas une date"),
        ({"date": None}, "Il manque l'option --date"),
        ({"module": "09"}, "n'est pas un module qui a un exercice"),
        ({"module": ","}, "modules"),
        ({"participants": "0"}, "De 1 à 2\u202f000"),
        ({"participants": "2001"}, "De 1 à 2\u202f000"),
        ({"participants": "nulle_part.csv"}, "ni un nombre ni un fichier"),
        ({"mode": "pigeon"}, "reseau, machines ou cle"),
        ({"half_days": "nuit"}, "matin, apres-midi ou journee"),
        ({"hand_in_until": "tard"}, "17:30"),
        ({"date": "9999-12-31"}, "l'année va de 2000 à 2199"),
        ({"date": "0001-01-01"}, "l'année va de 2000 à 2199"),
        ({"hand_in_until": "2026-11-26T12:00Z"}, "--hand-in-until attend l'heure du lieu, sans fuseau : écrire 17:30"),
        ({"hand_in_until": "17:30+01:00"}, "--hand-in-until attend l'heure du lieu, sans fuseau : écrire 17:30"),
        ({"hand_in_until": "2026-11-26T12:00"}, "« --hand-in-until » vient avant le jour"),
        ({"names_until": "2026-11-26"}, "« --names-until » vient avant le jour de la séance : au plus tôt, 2026-11-27"),
        ({"opens_at": "a\x07b"}, "« --opens-at » : un texte d'une ligne"),
        ({"title": "a\x07b"}, "une ligne"),
        ({"title": "x" * 201}, "200 caractères"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    liaison: Liaison, refused: Callable[..., None], tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    refused(new(liaison, tmp_path, **changes), said)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def no_release(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session without its exercises: nbgrader takes seconds for what a test does not look at."""
    monkeypatch.setattr("liaison.training.session.making._release", lambda *_: None)


def test_a_session_of_every_module_names_the_first_and_counts_the_others(liaison: Liaison, tmp_path: Path) -> None:
    assert new(liaison, tmp_path, module="01,02,03,04").exit_code == 0
    assert load_session(tmp_path / "seance").session.title == "Régler la messagerie de l'ENT, et 3 autres modules"
    assert len([*(tmp_path / "seance" / "release").iterdir()]) == 4


@pytest.mark.usefixtures("no_release")
@pytest.mark.parametrize(
    ("modules", "title"),
    [
        ("01", "Régler la messagerie de l'ENT"),
        ("01,03", "Régler la messagerie de l'ENT · Prêter, accompagner, joindre"),
    ],
)
def test_a_session_without_a_title_bears_that_of_its_modules(
    liaison: Liaison, tmp_path: Path, modules: str, title: str
) -> None:
    assert new(liaison, tmp_path, module=modules).exit_code == 0
    assert load_session(tmp_path / "seance").session.title == title


@pytest.mark.usefixtures("no_release")
@pytest.mark.parametrize(("participants", "said"), [("1", ": 1 code. "), ("2", ": 2 codes. ")])
def test_one_code_is_not_several(liaison: Liaison, tmp_path: Path, participants: str, said: str) -> None:
    made = new(liaison, tmp_path, participants=participants, date="2199-12-31")  # the last day that is taken
    assert made.exit_code == 0
    assert said in made.stdout.replace("\u00a0", " ")


@pytest.mark.usefixtures("no_release")
def test_a_name_that_no_font_writes_stops_no_session(liaison: Liaison, tmp_path: Path) -> None:
    (tmp_path / "noms.csv").write_text("Anne Fictive\n\U000100a0\n", encoding="utf-8")
    made = new(liaison, tmp_path, participants=str(tmp_path / "noms.csv"))
    assert made.exit_code == 0, made.stderr
    assert made.stdout.count("Aucune police de cette machine") == 1
    _, second = load_session(tmp_path / "seance").names()
    assert f"le nom de {second} :" in made.stdout.replace("\u00a0", " ")


def test_a_folder_that_holds_something_is_never_written_in(
    liaison: Liaison, refused: Callable[..., None], tmp_path: Path
) -> None:
    (tmp_path / "seance").mkdir()
    (tmp_path / "seance" / "a.txt").write_text("x", encoding="utf-8")
    refused(new(liaison, tmp_path), "n'est pas vide")
    assert [path.name for path in (tmp_path / "seance").iterdir()] == ["a.txt"]


def test_a_session_cut_while_it_is_made_leaves_nothing(
    liaison: Liaison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("liaison.training.session.making._release", stopped)
    assert new(liaison, tmp_path).exit_code == 130
    assert list(tmp_path.iterdir()) == []


class Cut:
    """A value that pydantic writes down while it builds a model, at the instant when somebody presses Ctrl-C."""

    def __init__(self, interruption: type[BaseException]) -> None:
        self.interruption = interruption

    def __repr__(self) -> str:
        raise self.interruption


def built_by_pydantic(interruption: type[BaseException]) -> None:
    SchemaValidator(core_schema.with_default_schema(core_schema.literal_schema([Cut(interruption)]), default=1))


def said_by_a_library(interruption: type[BaseException]) -> None:
    try:
        raise interruption
    except interruption as error:
        raise RuntimeError("the library gave up") from error


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, Ended])
@pytest.mark.parametrize("behind", [built_by_pydantic, said_by_a_library])
def test_ctrl_c_that_a_library_makes_its_own_error_of_is_an_interruption(
    liaison: Liaison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    behind: Callable[[type[BaseException]], None],
    interruption: type[BaseException],
) -> None:
    monkeypatch.setattr("liaison.training.session.making._release", lambda *_: behind(interruption))
    cut = new(liaison, tmp_path)
    assert cut.exit_code == 130, cut.stderr
    assert cut.stderr.strip().splitlines()[-1] == "Interrompu. Rien n'a été écrit à moitié."
    assert "inattendue" not in cut.stderr
    monkeypatch.setattr("liaison.training.session.making._release", lambda *_: behind(ZeroDivisionError))
    assert new(liaison, tmp_path).exit_code == 1
    assert list(tmp_path.iterdir()) == []


LOADING = """
import signal, sys
class Pressed:
    def find_spec(self, name, *_):
        if name == "typer":
            signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background commands are given it ignored
sys.meta_path.insert(0, Pressed())
from app.cli import main
main()
"""


def test_ctrl_c_while_the_command_loads_is_answered_without_a_trace() -> None:
    done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, timeout=60)
    assert done.returncode == 130
    assert done.stderr.strip() == "Interrompu. Rien n'a été écrit à moitié."


def test_the_commands_load_nothing_heavy_before_one_is_asked() -> None:
    heavy = "('babel', 'pandas', 'numpy', 'pydantic', 'rich')"
    listing = f"import sys, app.cli.commands; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", listing], check=True, capture_output=True).stdout.strip() == b"[]"


def test_without_options_each_thing_is_asked_again_until_it_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.cli import session_making

    typed = iter(["demain", "2026-11-27", "00", "01", "beaucoup", "2", "par la poste", "cle", "", "", ""])
    asked: list[str] = []

    def prompt(question: str, default: str | None = None, **_: object) -> str:
        asked.append(question)
        return next(typed) or default or ""

    made: list[Any] = []
    monkeypatch.setattr("typer.prompt", prompt)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(session_making, "make_session", lambda root, session, *_: made.append(session))
    monkeypatch.chdir(tmp_path)
    session_making.run(session_making.NewSession())
    (session,) = made
    assert (session.date.isoformat(), session.modules, session.mode) == ("2026-11-27", (MODULE,), "cle")
    assert (session.names_until.isoformat(), session.hand_in_until.isoformat()) == ("2026-12-27", "2026-11-27T23:59:00")
    assert len(asked) == 11
    said = capsys.readouterr().err.replace("\u00a0", " ")
    for reason in ("n'est pas une date", "n'est pas un module", "ni un nombre ni un fichier", "n'est pas un mode"):
        assert reason in said
    assert re.fullmatch(r"2026-11-27_[0-9A-Z]{5}", next((tmp_path / "seances").iterdir()).name)


@pytest.mark.parametrize("terminal", [True, False])
def test_which_column_is_the_name_is_asked_where_somebody_can_answer_and_refused_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool
) -> None:
    from app.cli import session_making

    (tmp_path / "liste.csv").write_text("Qui;Rôle;Lieu\nAnne Fictive;CPE;Les Tilleuls\n", encoding="utf-8")
    made: list[Any] = []
    typed = iter(["1", "Autre", "1", "qui", "2"])
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(typed))
    monkeypatch.setattr("sys.stdin.isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(session_making, "make_session", lambda root, session, people, *_: made.append(people))
    wanted = session_making.NewSession(
        date="2026-11-27",
        modules=("01",),
        participants=str(tmp_path / "liste.csv"),
        mode="cle",
        out=tmp_path / "seance",
    )
    if terminal:
        session_making.run(wanted)
        assert list(made[0].values()) == [Participant("Anne Fictive", "Fictive")]
        told = capsys.readouterr()
        said = told.err.replace("\u00a0", " ")
        assert "« liste.csv », première ligne : « Qui », « Rôle », « Lieu »." in said
        for answer in ("1. ce sont des titres", "2. il n'y a pas de titres", "3. renoncer"):
            assert answer in said
        assert "liste.lecture.yaml" in told.out
    else:
        with pytest.raises(FrenchError, match="--name-column"):
            session_making.run(wanted)
        assert not made


@pytest.fixture
def crossed() -> Iterator[Path]:
    """A folder that every account may cross: pytest's own is closed."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        yield folder


@pytest.mark.skipif(os.name != "posix", reason="demande des droits de fichiers")
def test_a_list_of_names_is_left_to_its_owner_alone_and_who_made_it_is_told_that_it_stays(
    tmp_path: Path, crossed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.cli import session_making

    names = crossed / "liste.csv"
    names.write_text("Qui;Rôle\nAnne Fictive;CPE\n", encoding="utf-8")
    names.chmod(0o664)
    if os.geteuid() == 0:
        os.chown(names, 64_321, 64_321)
    monkeypatch.setattr(session_making, "make_session", lambda *_: None)

    def said(seance: str) -> str:
        wanted = session_making.NewSession(
            date="2026-11-27",
            modules=("01",),
            participants=str(names),
            name_column="Qui",
            mode="cle",
            out=tmp_path / seance,
        )
        session_making.run(wanted)
        return capsys.readouterr().out.replace("\u00a0", " ")

    first = said("un")
    assert f"« {names} » se lisait des autres comptes de cet ordinateur" in first
    assert f"toujours dans votre liste, « {names} » : celle-là, effacez-la vous-même." in first
    for path in (names, crossed / "liste.lecture.yaml"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.stat().st_uid == names.stat().st_uid
    assert "se lisait des autres comptes" not in said("deux")
    names.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", lambda *_: None)  # as a stick that keeps no rights
    assert "rien n'a pu la fermer" in said("trois")


@pytest.mark.skipif(os.name != "posix", reason="demande des droits de fichiers")
@pytest.mark.parametrize(
    ("folder", "list_of_names", "said"),
    [
        (0o755, 0o644, "fermee"),
        (0o711, 0o644, "fermee"),  # crossed by who knows the name
        (0o700, 0o644, ""),
        (0o755, 0o622, ""),  # written by others, and read by none
        (0o755, 0o600, ""),
    ],
)
def test_a_list_is_said_to_have_been_read_by_others_only_where_they_could_reach_it(
    crossed: Path, folder: int, list_of_names: int, said: str
) -> None:
    names = crossed / "clos" / "a" / "n.csv"
    names.parent.mkdir(parents=True)
    names.write_text("nom\nAlice Fictive\n", encoding="utf-8")
    names.chmod(list_of_names)
    names.parent.chmod(0o755)
    names.parents[1].chmod(folder)
    assert close_file(names) == said
    # Closed all the same: it may be moved.
    assert stat.S_IMODE(names.stat().st_mode) & 0o077 == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="change le compte de fichiers")
@pytest.mark.parametrize(
    ("owner", "group", "said"),
    [
        ((0, 0), (0, 0), ""),  # administrators read everything
        ((1, 1), (1, 1), ""),  # the group « daemon » is of the account « daemon » alone
        ((1, 2), (1, 2), "fermee"),
        ((1, 64_321), (1, 64_321), "fermee"),  # a group that this computer does not know
        ((1, 1), (2, 1), "fermee"),  # the folder is somebody else's
        ((1, 64_321), (1, 64_322), ""),  # who may read it may not cross the folder
    ],
)
def test_a_list_that_its_group_reads_is_said_to_be_read_where_somebody_else_is_of_the_group(
    crossed: Path, owner: tuple[int, int], group: tuple[int, int], said: str
) -> None:
    names = crossed / "clos" / "n.csv"
    names.parent.mkdir()
    names.write_text("nom\nAlice Fictive\n", encoding="utf-8")
    os.chown(names, *owner)
    os.chown(names.parent, *group)
    names.chmod(0o644 if owner[0] != group[0] else 0o640)
    names.parent.chmod(0o710)
    assert close_file(names) == said


def test_the_example_of_a_new_session_reads_its_list_where_lists_are_put(liaison: Any) -> None:
    """At the root of the suite a list of names was one `git add` away."""
    said = liaison("session", "new", "--help").stdout
    assert "--participants seances/noms.csv" in " ".join(said.split())

"""Ce que la suite écrit d'après la liste des noms part toujours, que ses noms s'y retrouvent ou non."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv
from typer.testing import CliRunner

from app.cli.commands import app
from liaison.documents import Document, paragraph, to_pdf
from liaison.training.closing.results_files import MOODLE
from liaison.training.papers.attendance import STEM
from liaison.training.papers.attestation import FOLDER, Attended, attestation
from liaison.training.purge.own_documents import BADGES
from liaison.training.purge.purging import purge
from liaison.training.session.code_sheet import CODES_SHEET, code_sheet
from liaison.training.session.definition import Participant, SessionFolder
from liaison.training.session.note import NOTE, session_note
from liaison.training.session.participants import participants_csv

AFTER = NOON + dt.timedelta(days=31)
NAMED_BADGE = json.dumps({"identifier": [{"identityType": "identifier"}, {"identityType": "name"}]}).encode()
CODED_BADGE = json.dumps({"identifier": [{"identityType": "identifier"}]}).encode()


@pytest.mark.parametrize(
    "path",
    [CODES_SHEET, f"{STEM}.pdf", f"{STEM}.docx", f"{STEM}.odt", f"{FOLDER}/{BRUNO}.pdf", f"{FOLDER}/{BRUNO} (1).pdf"],
)
def test_what_is_written_from_the_list_goes_even_when_no_name_is_found_in_it(place: SessionFolder, path: str) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    drop(place.documents, path, b"rien que la recherche reconnaisse")
    proof = purge(place, AFTER)
    assert not (place.documents / path).exists()
    reasons = {one.path: one.reason for one in proof.erased}
    assert "d'après la liste des noms" in reasons[f"documents/{path}"]
    assert proof.state == "fait"


@pytest.mark.parametrize("path", [f"{STEM}s.txt", f"archives/{STEM}.txt", "compte_rendu.pdf.txt"])
def test_another_document_without_a_name_stays(place: SessionFolder, path: str) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    drop(place.documents, path, b"rien")
    purge(place, AFTER)
    assert (place.documents / path).exists()


@pytest.mark.parametrize(
    ("identifier", "gone"),
    [(BRUNO, False), ("a.f-42@exemple.fr", True), ("b.f-42@exemple.fr", True), ("cdupontm", True), ("ZZZZZ", True)],
)
def test_a_file_for_moodle_goes_unless_people_are_there_by_code(
    place: SessionFolder, identifier: str, gone: bool
) -> None:
    people = {ANNE: Participant("Anne Fictive", "Fictive", "a.f-42@exemple.fr")}
    place.participants_file.write_bytes(participants_csv(people))
    kept = drop(place.documents, "moodle.csv", f"email,01\r\n{ANNE},9\r\n{identifier},12\r\n".encode())
    assert purge(place, AFTER).state == "fait"
    assert kept.exists() is not gone


def papers(place: SessionFolder, name: str, email: str) -> list[Path]:
    """Write what the suite writes of a session, for somebody who has a name or a code alone."""
    person = Attended(code=ANNE, name=name, half_days=place.session.half_days)
    sheet = code_sheet(place.session, {ANNE: name} if name else {}).pdf
    return [
        drop(place.documents, f"{FOLDER}/{ANNE}.pdf", to_pdf(attestation(place.session, (), person))),
        drop(place.documents, CODES_SHEET, sheet),
        drop(place.documents, MOODLE, f"email,01 (sur 5)\r\n{email},3\r\n".encode()),
        drop(place.documents, f"{BADGES}/{ANNE}.json", NAMED_BADGE if name else CODED_BADGE),
    ]


@pytest.mark.parametrize("name", ["", "Anne Fictive"])
def test_without_a_list_what_the_suite_wrote_from_one_goes_and_what_has_codes_alone_stays(
    place: SessionFolder, name: str
) -> None:
    written = papers(place, name, "a.f@exemple.fr" if name else ANNE)
    assert purge(place, AFTER).names_searched == 0
    assert [path for path in written if path.exists()] == ([] if name else written)
    said = CliRunner().invoke(app, ["session", "status", str(place.root)]).output.replace("\u00a0", " ")
    assert "Les noms de la liste ont été cherchés, et effacés" not in said
    assert "n'a cherché aucun nom" in said


def test_a_list_that_is_put_back_is_searched_after_all(place: SessionFolder) -> None:
    copy = drop(place.submitted, f"{ANNE}/01/reponses.json", b"je suis Anne Fictive")
    purge(place, AFTER)
    assert copy.exists()
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    assert purge(place, AFTER).names_searched == 1
    assert not copy.exists()


@pytest.mark.parametrize(("content", "stays"), [(CODED_BADGE, True), (NAMED_BADGE, False)], ids=["code", "nom"])
def test_a_badge_goes_when_it_was_signed_with_a_name_whatever_the_name(
    place: SessionFolder, content: bytes, stays: bool
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    badge = drop(place.documents, f"{BADGES}/{ANNE}.json", content)
    purge(place, AFTER)
    assert badge.exists() == stays


NAMES_RIGHT_TO_LEFT = ["محمد علي الفاسي", "דוד כהן", "David כהן לוי", "محمد علي Dupont Martin", "Jean Paul محمد علي"]


@pytest.mark.parametrize("name", NAMES_RIGHT_TO_LEFT)
def test_a_name_written_from_right_to_left_is_found_in_a_pdf_that_somebody_else_made(
    place: SessionFolder, name: str
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: name}))
    letter = Document(title="Lettre", blocks=(paragraph(f"Vu par {name} le 3."),))
    other = Document(title="Lettre", blocks=(paragraph("Vu par محمود כהני le 3."),))
    drop(place.teams, "lettre.pdf", to_pdf(letter))
    drop(place.teams, "autre.pdf", to_pdf(other))
    proof = purge(place, AFTER)
    assert [one.path for one in proof.erased] == ["equipes/lettre.pdf", "participants.csv"]


def test_no_paper_that_the_commands_write_outlives_names_that_no_search_finds(tmp_path: Path) -> None:
    (tmp_path / "noms.csv").write_text("Nom\nمحمد علي الفاسي\nדוד כהן\nZoé Fictive\n", encoding="utf-8")
    root = tmp_path / "seance"
    asked = ["--title", "Essai", "--date", "2026-11-27", "--module", "01", "--mode", "machines"]
    made = CliRunner().invoke(
        app, ["session", "new", "--participants", str(tmp_path / "noms.csv"), *asked, "--out", str(root)]
    )
    assert made.exit_code == 0, made.output
    for command in (["attendance"], ["attest", "--all"], ["badge", "--all", "--names"]):
        done = CliRunner().invoke(app, ["session", command[0], str(root), *command[1:]])
        assert done.exit_code == 0, done.output
    documents = root / "documents"
    written = [path for path in documents.rglob("*") if path.is_file()]
    assert len(written) == 1 + 2 + 3 + 3
    done = CliRunner().invoke(app, ["session", "purge", str(root), "--now"])
    assert done.exit_code == 0, done.output
    assert [path for path in documents.rglob("*") if path.is_file()] == []


def test_a_folder_of_attestations_that_cannot_be_opened_keeps_the_list_until_it_can(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    folder = drop(place.documents, f"{FOLDER}/anciennes/{ANNE}.pdf", b"rien").parent
    real = os.scandir

    def refused(path: str) -> object:
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refused)
        proof = purge(place, AFTER)
    assert (proof.state, [one.path for one in proof.left]) == ("incomplet", [f"documents/{FOLDER}/anciennes"])
    assert "ne peut pas être ouvert" in proof.left[0].reason
    assert place.participants_file.exists()
    assert purge(place, AFTER).state == "fait"
    assert not folder.exists()


def test_the_note_of_the_folder_speaks_of_what_is_left_and_keeps_what_a_person_wrote_in_it(
    place: SessionFolder,
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    names = place.participants_file.read_bytes()
    note = place.root / NOTE
    note.write_text(session_note(place.session), encoding="utf-8")
    purge(place, AFTER)
    said = note.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Ses noms sont effacés" in said
    assert not [gone for gone in ("participants.csv", "codes.pdf", "close", "purge", "attendance") if gone in said]
    assert "liaison session results" in said
    # Of a list that is put back, it says the same; what a person adds, or had changed, stays below.
    place.participants_file.write_bytes(names)
    note.write_text(note.read_text(encoding="utf-8") + "La clé est au secrétariat.\n", encoding="utf-8")
    purge(place, AFTER)
    assert note.read_text(encoding="utf-8").count("Ses noms sont effacés") == 1
    assert "La clé est au secrétariat." in note.read_text(encoding="utf-8")


def test_a_session_without_its_note_is_given_none(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Fictive"}))
    assert purge(place, AFTER).state == "fait"
    assert not (place.root / NOTE).exists()

"""Ce que l'effacement n'a pas pu trancher a une fin : effacé ou relu par une personne, c'est dit, et gardé."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv
from typer.testing import CliRunner

from app.cli import app as cli
from liaison.training.purge.erasure import read_erasure
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionError, SessionFolder

AFTER = NOON + dt.timedelta(days=31)
SEVEN = b"7z\xbc\xaf\x27\x1c" + bytes(60)


def told(place: SessionFolder, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["session", words[0], str(place.root), *words[1:]])
    return done.exit_code, " ".join(done.output.replace("\u00a0", " ").replace("\u202f", " ").split())


def left_over(place: SessionFolder) -> list[Path]:
    """Erase the names of a session and return the files for a person to look at, one called by part of a name."""
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Marie DUPONT", BRUNO: "Bruno Imaginé"}))
    kept = [
        drop(place.submitted, f"{ANNE}/01/marie.json", b"Anne Marie est venue"),
        drop(place.submitted, f"{ANNE}/01/remise", SEVEN),
    ]
    purge(place, AFTER)
    return kept


def test_files_that_somebody_erased_are_asked_about_no_more_one_after_the_other(place: SessionFolder) -> None:
    first, second = left_over(place)
    assert "rien n'assure" in told(place, "status")[1]
    assert "peut-être un nom entier. Le relire, et l'effacer à la main s'il nomme quelqu'un." in told(place, "purge")[1]
    first.unlink()
    code, said = told(place, "purge")
    assert (code, "deux mots d'une même ligne" in said, "1 fichier n'a pas pu être lu" in said) == (1, False, True)
    assert "--reread" in said
    second.unlink()
    code, said = told(place, "purge")
    assert (code, "Aucun nom entier de la liste n'a été retrouvé dans ce qui reste." in said) == (0, True)
    assert "--reread" not in said
    assert "Les noms de la liste ont été cherchés, et effacés" in told(place, "status")[1]


def test_what_somebody_says_to_have_read_is_kept_with_its_day_and_not_certified(place: SessionFolder) -> None:
    files = left_over(place)
    code, said = told(place, "purge", "--reread")
    assert (code, "Vous avez dit, le" in said, "dans ce qui a pu être lu" in said) == (0, True, True)
    status = told(place, "status")[1]
    assert ("avoir relu ou effacé le reste" in status, "rien n'assure" in status) == (True, False)
    proof = read_erasure(place)
    assert proof is not None
    assert (len(proof.to_read) + len(proof.not_read), proof.certified) == (2, False)
    assert all(file.exists() for file in files)
    assert told(place, "purge")[0] == 0


def test_nothing_can_be_said_to_be_read_before_the_erasure_has_named_it(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Marie DUPONT"}))
    with pytest.raises(SessionError, match="après l'effacement"):
        purge(place, AFTER, reread=True)
    assert place.participants_file.exists()
    assert read_erasure(place) is None


def test_a_history_that_somebody_erased_is_asked_about_no_more_and_not_before(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Marie DUPONT", BRUNO: "Bruno Imaginé"}))
    drop(place.root / ".git", "objects/ab/cdef", b"x\x9c\x03\x04\xff")
    assert "historique" in told(place, "purge", "--now")[1]
    assert "historique" in told(place, "purge")[1]
    shutil.rmtree(place.root / ".git")
    code, said = told(place, "purge")
    assert (code, "historique" in said) == (0, False)


def test_who_says_to_have_read_what_there_was_not_to_read_is_told_so_and_nothing_is_kept_of_it(
    place: SessionFolder,
) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Marie DUPONT", BRUNO: "Bruno Imaginé"}))
    assert purge(place, AFTER).certified
    code, said = told(place, "purge", "--reread")
    assert (code, "aucun fichier à relire" in said) == (0, True)
    proof = read_erasure(place)
    assert proof is not None
    assert proof.reread_at is None


def test_who_says_to_have_read_what_there_was_to_read_is_not_told_that_there_was_nothing(place: SessionFolder) -> None:
    left_over(place)
    assert "aucun fichier à relire" not in told(place, "purge", "--reread")[1]


def test_a_file_to_read_for_a_part_of_a_name_says_at_which_line_it_is(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Anne Marie DUPONT"}))
    drop(place.teams, "notes.txt", b"Plan de salle\nLe pont\nla place dupont\nle pont Dupont\n")
    drop(place.teams, "une.bin", b"PK\x03\x04")
    reasons = {remark.path: remark.reason.replace("\u00a0", " ") for remark in purge(place, AFTER).to_read}
    assert reasons["equipes/notes.txt"] == "partie d'un nom, ou mot ordinaire : 2 fois, d'abord à la ligne 3"

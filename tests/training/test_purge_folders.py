"""Un dossier dont le nom dit celui d'une personne part s'il est vide, et se dit s'il ne l'est pas."""

import datetime as dt
import os
from pathlib import Path

import pytest
from training.a_session import ANNE, BRUNO, NOON, drop, people_csv

from liaison.training.purge import erasing
from liaison.training.purge.purging import purge
from liaison.training.session.definition import SessionFolder

AFTER = NOON + dt.timedelta(days=31)
FULL = "Jean-François Lefèbvre"


@pytest.fixture
def place(place: SessionFolder) -> SessionFolder:
    place.participants_file.write_bytes(people_csv({ANNE: FULL, BRUNO: "O'Brien Zoë"}))
    return place


@pytest.mark.parametrize(
    "folder",
    [FULL, "documents/Zoë O'Brien", f"equipes/vide {FULL}", f"{FULL}/notes/deux", "remises/LEFEBVRE Jean Francois"],
)
@pytest.mark.parametrize("filled", [False, True], ids=["vide", "rempli"])
def test_a_folder_called_after_somebody_goes_with_what_it_holds(
    place: SessionFolder, folder: str, filled: bool
) -> None:
    (place.root / folder).mkdir(parents=True)
    if filled:
        drop(place.root / folder, "note.txt", b"rien")
    proof = purge(place, AFTER)
    assert proof.state == "fait"
    names = " ".join(str(path.relative_to(place.root)) for path in place.root.rglob("*"))
    assert "Lef" not in names
    assert "LEF" not in names
    assert "Brien" not in names
    gone = {one.path: one.reason for one in proof.erased}
    assert any("dossier vide" in reason and "[nom effacé]" in path for path, reason in gone.items())
    assert "Lef" not in place.erasure.read_text(encoding="utf-8")
    for own in (place.submitted, place.teams, place.documents):
        assert own.is_dir()


def test_a_folder_without_a_whole_name_stays_even_empty(place: SessionFolder) -> None:
    folders = [place.root / "Lefèbvre", place.teams / "Jean", place.documents / "vide"]
    for folder in folders:
        folder.mkdir()
    assert purge(place, AFTER).state == "fait"
    assert all(folder.is_dir() for folder in folders)


def test_a_folder_of_a_person_that_keeps_a_file_is_said_and_the_list_stays(place: SessionFolder) -> None:
    # The exercises of the session are kept: the trainer renames their folder.
    (place.source / FULL / "vide").mkdir(parents=True)
    drop(place.source / FULL, "exercice.ipynb", b"{}")
    proof = purge(place, AFTER)
    assert proof.state == "incomplet"
    assert {one.path: one.reason for one in proof.left}.keys() == {
        "notebooks/[nom effacé]",
        "notebooks/[nom effacé]/exercice.ipynb",
    }
    assert any("renommer" in one.reason for one in proof.left)
    assert place.participants_file.exists()
    (place.source / FULL).rename(place.source / "b")
    assert purge(place, AFTER).state == "fait"
    assert (place.source / "b" / "exercice.ipynb").exists()


def test_a_folder_that_will_not_go_is_said_and_the_list_stays(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place.teams / FULL).mkdir()
    real = erasing.remove

    def held(root: Path, *names: str) -> None:
        if names[-1] == FULL:
            raise PermissionError(13, "Permission denied", names[-1])
        real(root, *names)

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "remove", held)
        proof = purge(place, AFTER)
    assert (proof.state, [one.path for one in proof.left]) == ("incomplet", ["equipes/[nom effacé]"])
    assert "equipes/[nom effacé]" not in {one.path for one in proof.erased}
    assert place.participants_file.exists()
    assert purge(place, AFTER).state == "fait"


def test_a_folder_that_cannot_be_opened_and_is_called_after_somebody_is_said_once(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(place.teams / FULL, "lettre.txt", b"rien")
    real = os.scandir

    def refused(path: str) -> object:
        if Path(path) == place.teams / FULL:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refused)
        proof = purge(place, AFTER)
    assert (proof.state, [one.path for one in proof.left]) == ("incomplet", ["equipes/[nom effacé]"])
    assert purge(place, AFTER).state == "fait"
    assert not (place.teams / FULL).exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="liens")
def test_a_link_to_a_folder_called_after_somebody_goes_without_what_it_points_to(
    place: SessionFolder, tmp_path: Path
) -> None:
    outside = tmp_path / FULL
    drop(outside, "note.txt", b"rien")
    (place.teams / FULL).symlink_to(outside, target_is_directory=True)
    assert purge(place, AFTER).state == "fait"
    assert not os.path.lexists(place.teams / FULL)
    assert (outside / "note.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="tuyaux")
def test_a_pipe_goes_as_a_pipe_and_a_link_as_a_link(place: SessionFolder) -> None:
    place.teams.mkdir(exist_ok=True)
    os.mkfifo(place.teams / f"{FULL}.txt")
    (place.teams / f"{FULL}.lien").symlink_to("nulle-part")
    proof = purge(place, AFTER)
    assert proof.state == "fait"
    said = {one.path.rpartition(".")[2]: one.reason for one in proof.erased if one.path.startswith("equipes/")}
    assert "c'était un tuyau" in said["txt"]
    assert "lien" not in said["txt"]
    assert "c'était un lien" in said["lien"]


def test_a_folder_of_the_session_stays_whatever_people_are_called(place: SessionFolder) -> None:
    place.participants_file.write_bytes(people_csv({ANNE: "Documents"}))
    (place.documents / "Documents").mkdir()
    assert purge(place, AFTER).state == "fait"
    assert list(place.documents.iterdir()) == []


def test_a_folder_made_while_names_go_is_seen_by_the_search_that_follows(
    place: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(erasing, "strip_journal", lambda *_: (place.teams / FULL).mkdir())
        proof = purge(place, AFTER)
    assert (proof.state, [one.path for one in proof.left]) == ("incomplet", ["equipes/[nom effacé]"])
    assert purge(place, AFTER).state == "fait"

"""Archives that a person, a disk or an attacker spoiled: each gives its reason, and stops nobody."""

import io
import os
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from training.a_course import COURSE
from training.a_session import (
    ANNE,
    BRUNO,
    CHLOE,
    archive,
    at,
    drop,
    states,
    zip_of,
)

from liaison.training.hand_in import collecting
from liaison.training.hand_in.collecting import collect
from liaison.training.hand_in.drop_folder import DropFolder, DropFolderError
from liaison.training.hand_in.reading import LARGEST_ARCHIVE
from liaison.training.session.definition import SessionFolder

needs_links = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="liens et tuyaux")
NOW = at(19)


def hostile() -> dict[str, bytes]:
    """Return archives that a person, a disk or an attacker spoiled, by name."""
    good = archive(BRUNO, at(15))
    link = zipfile.ZipInfo(f"{COURSE.id}/reponses.json")
    link.external_attr = 0o120777 << 16
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as made:
        made.writestr("remise.json", f'{{"version": 1, "code": "{BRUNO}", "made_at": "2026-11-27T15:00:00+01:00"}}')
        made.writestr(link, "/etc/passwd")
    # The table of an archive that says it holds more than the memory of a machine.
    lying = bytearray(good)
    end = lying.rfind(b"PK\x05\x06")
    struct.pack_into("<L", lying, end + 12, 0xFFFFFFF0)
    return {
        "vide.zip": b"",
        "coupe.zip": good[: len(good) // 2],
        "retourne.zip": good[::-1],
        "texte.zip": b"ceci n'est pas une archive",
        "bombe.zip": archive(BRUNO, at(15), b"0" * 50_000_000),
        "montant.zip": archive(BRUNO, at(15), **{"..__..__..__montant.txt": b"x"}),
        "absolu.zip": archive(BRUNO, at(15), **{"__tmp__absolu.txt": b"x"}),
        "lien.zip": linked.getvalue(),
        "menteur.zip": bytes(lying),
        "poupees.zip": zip_of({"a.zip": zip_of({"b.zip": zip_of({"c.zip": good})})}),
        "autre_chose.zip": zip_of({"photo.jpg": b"\xff\xd8"}),
        "sans_reponse.zip": zip_of({"remise.json": b"{}"}),
        "gros.zip": os.urandom(1000) + bytes(LARGEST_ARCHIVE),
        "remise.txt": b"mon travail",
    }


@needs_links
def test_each_hostile_file_gives_one_refusal_and_stops_nobody(place: SessionFolder, box: Path, tmp_path: Path) -> None:
    files = hostile()
    for name, content in files.items():
        drop(box, name, content)
    (box / "immense.zip").touch()
    os.truncate(box / "immense.zip", 100_000_000)
    (box / "lien_dehors.zip").symlink_to(tmp_path / "ailleurs.zip")
    drop(tmp_path, "ailleurs.zip", archive(CHLOE, at(15)))
    (box / "dossier_lie").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(box / "tuyau.zip")
    drop(box, "zzz.zip", archive(ANNE, at(15)))
    before = sorted(path.name for path in tmp_path.iterdir())
    done = collect(place, box, NOW)
    refused = [line for line in done.new if line.state == "refusee"]
    assert len(refused) == len(files) + 3
    assert all(len(line.reason) > 20 and "Traceback" not in line.reason for line in refused)
    taken = [line for line in done.new if line.state == "recue"]
    assert [line.code for line in taken] == [ANNE]
    # The linked folder is named, and was not entered.
    assert [line.source for line in done.new if line not in refused + taken] == ["dossier_lie"]
    assert [path.name for path in place.submitted.iterdir()] == [ANNE]
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert not collect(place, box, NOW).new


@needs_links
def test_a_link_in_the_place_of_a_copy_is_not_followed(place: SessionFolder, box: Path, tmp_path: Path) -> None:
    outside = tmp_path / "dehors"
    outside.mkdir()
    (place.submitted / ANNE).symlink_to(outside, target_is_directory=True)
    drop(box, "a.zip", archive(ANNE, at(15)))
    (line,) = collect(place, box, NOW).new
    assert "lien" in line.reason
    assert list(outside.iterdir()) == []


BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("text", [BOMB, "[" * 30_000, "a: [", "\x00", "purposes: *nulle_part"])
def test_a_team_file_made_to_fill_the_memory_is_refused_and_the_rest_is_taken(
    place: SessionFolder, box: Path, text: str
) -> None:
    drop(box, "a.zip", archive(ANNE, at(15), **{"equipe__politique.yaml": text}))
    done = states(collect(place, box, NOW))
    assert done["a.zip|equipe/politique.yaml"][0] == "refusee"
    assert done[f"a.zip|{COURSE.id}"][0] == "recue"
    assert list(place.teams.iterdir()) == []


def test_a_whole_disk_is_not_a_drop_folder(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison.training.hand_in.drop_folder.MOST_FILES", 3)
    for number in range(3):
        drop(box, f"{number}.jpg", b"x")
    assert list(DropFolder(box)) == []
    drop(box, "4.jpg", b"x")
    with pytest.raises(DropFolderError, match="pas tout un disque"):
        list(DropFolder(box))


def test_what_nobody_foresaw_in_one_archive_is_said(
    place: SessionFolder, box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(box, "a.zip", archive(ANNE, at(15)))
    drop(box, "b.zip", archive(BRUNO, at(15)))
    read = collecting.parse_hand_in

    def broken(content: bytes, named: str) -> Any:
        if "a.zip" in named:
            raise ZeroDivisionError
        return read(content, named)

    monkeypatch.setattr(collecting, "parse_hand_in", broken)
    done = states(collect(place, box, NOW))
    assert "fichier à regarder" in done["a.zip|"][1]
    assert done[f"b.zip|{COURSE.id}"][0] == "recue"

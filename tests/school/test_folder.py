"""Un dossier de CSV que l'on écrit : ce qui est écrit se relit, ce qui n'est pas à nous est laissé tel quel."""

import dataclasses
import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from narrowing import present

from liaison.school.fictitious.aggregates import Aggregates, AggregatesError
from liaison.school.fictitious.generator import generate, school_from
from liaison.school.lists.cells import TABLES
from liaison.school.lists.folder import FolderError, data_package, load_folder, read_folder, write_folder


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["ecole", "college", "lgt", "lp"]),
    st.integers(1, 60),
    st.sampled_from("ABC"),
    st.floats(0, 1),
    st.integers(0, 2**40),
    st.dates(dt.date(2025, 9, 1), dt.date(2026, 9, 30)),
)
def test_any_school_that_is_written_is_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory,
    same: Any,
    kind: Any,
    pupils: Any,
    zone: Any,
    separated: Any,
    seed: Any,
    opened_on: Any,
) -> None:
    told = {"kind": kind, "pupils": pupils, "zone": zone, "separated_parents": separated, "opened_on": opened_on}
    school = generate(Aggregates(name="Aller-retour (fictif)", **told), seed)
    report = read_folder(write_folder(school, tmp_path_factory.mktemp("allers") / "ecole"))
    assert report.problems == ()
    assert report.complete
    assert same(report.school, school)


def test_school_from_reads_a_folder(saved: Path, school: Any, same: Any) -> None:
    assert same(school_from(saved), school)


def test_load_folder_lists_the_bad_lines_and_read_folder_keeps_the_good_ones(
    folder: Path, school: Any, change: Any
) -> None:
    change(folder / "personnes.csv", 2, "compte_active", "bof")
    with pytest.raises(FolderError, match=r"personnes\.csv, ligne 2, colonne compte_active") as error:
        load_folder(folder)
    assert len(error.value.problems) >= 3
    assert len(present(read_folder(folder).school).people) == len(school.people) - 1


def test_the_datapackage_describes_every_column_key_and_reference(school: Any) -> None:
    package = data_package(school)
    assert package["fictif"] is True
    assert package["description"].endswith("liens. Toutes les personnes sont fictives.")
    assert package["version"] == "1"
    resources = {resource["name"]: resource["schema"] for resource in package["resources"]}
    for table in TABLES:
        schema = resources[table.file.removesuffix(".csv")]
        assert [field["name"] for field in schema["fields"]] == list(table.columns)
        assert all(field["description"] and field["type"] for field in schema["fields"])
        assert schema["primaryKey"] == list(table.key)
    assert {key["fields"] for key in resources["liens"]["foreignKeys"]} == {"eleve", "responsable"}


def test_a_list_of_real_people_is_given_no_licence_and_is_not_called_fictitious(school: Any) -> None:
    package = data_package(dataclasses.replace(school, seed=None, origin="Lue dans le dossier ecole"))
    assert package["fictif"] is False
    assert "licenses" not in package
    assert package["description"].endswith("liens.")


def test_every_cell_that_is_written_obeys_the_datapackage(saved: Path, school: Any, lines: Any) -> None:
    asked = 0
    for resource in data_package(school)["resources"]:
        header, *rows = lines(saved / resource["path"])
        for place, field in enumerate(resource["schema"]["fields"]):
            limits = field.get("constraints", {})
            cells = [row[place] for row in rows]
            assert header[place] == field["name"]
            assert all(cells) or not limits.get("required")
            for cell in filter(None, cells):
                assert re.fullmatch(limits.get("pattern", ".*"), cell)
                assert cell in limits.get("enum", [cell])
                if field["type"] == "boolean":
                    assert cell in field["trueValues"] + field["falseValues"]
                if "minimum" in limits:
                    assert limits["minimum"] <= float(cell) <= limits["maximum"]
                asked += len(limits)
    assert asked > 1000


def test_a_share_is_announced_from_0_to_1(school: Any) -> None:
    (links,) = (resource for resource in data_package(school)["resources"] if resource["name"] == "liens")
    (share,) = (field for field in links["schema"]["fields"] if field["name"] == "part_residence")
    assert share["constraints"] == {"required": True, "minimum": 0, "maximum": 1}


def test_a_disk_that_fails_leaves_the_folder_as_it_was(
    folder: Path, school: Any, monkeypatch: pytest.MonkeyPatch, same: Any, small: Aggregates
) -> None:
    def full(self: Any, *_args: Any, **_options: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(FolderError, match=r"n'a pas pu être écrit \(le disque est plein\)"):
        write_folder(generate(small.changed(pupils=20), 9), folder)
    monkeypatch.undo()
    assert same(load_folder(folder), school)


def test_a_school_folder_is_replaced_whole(small: Aggregates, folder: Path, school: Any, same: Any) -> None:
    other = generate(small.changed(pupils=20), 9)
    assert same(load_folder(write_folder(other, folder)), other)
    assert sorted(p.name for p in folder.parent.iterdir()) == ["ecole"]


@pytest.mark.parametrize("foreign", ["notes.txt", "photo.png"])
def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path: Path, school: Any, foreign: str) -> None:
    target = tmp_path / "ailleurs"
    target.mkdir()
    (target / foreign).write_text("à garder", encoding="utf-8")
    with pytest.raises(FolderError, match=foreign.replace(".", r"\.")):
        write_folder(school, target)
    assert [p.name for p in target.iterdir()] == [foreign]
    assert [p.name for p in tmp_path.iterdir()] == ["ailleurs"]


def test_the_csv_of_someone_else_are_not_overwritten_for_want_of_our_datapackage(folder: Path, school: Any) -> None:
    (folder / "datapackage.json").unlink()
    before = (folder / "personnes.csv").read_bytes()
    with pytest.raises(FolderError, match="Rien n'a changé"):
        write_folder(school, folder)
    assert (folder / "personnes.csv").read_bytes() == before


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path, school: Any) -> None:
    (tmp_path / "ecole").write_text("", encoding="utf-8")
    with pytest.raises(FolderError, match="est un fichier"):
        write_folder(school, tmp_path / "ecole")


def test_an_empty_folder_and_a_new_one_are_filled(tmp_path: Path, school: Any, same: Any) -> None:
    (tmp_path / "vide").mkdir()
    for name in ("vide", "un/nouveau"):
        assert same(load_folder(write_folder(school, tmp_path / name)), school)


@pytest.mark.parametrize("moment", ["write_text", "rename"])
def test_an_interruption_leaves_the_folder_as_it_was(
    small: Aggregates, folder: Path, school: Any, monkeypatch: pytest.MonkeyPatch, moment: str, same: Any
) -> None:
    def stop(self: Any, *_args: Any, **_options: Any) -> None:
        raise KeyboardInterrupt

    real = Path.rename
    calls = []

    def stop_at_the_second(self: Any, target: Any) -> Any:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, moment, stop if moment == "write_text" else stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        write_folder(generate(small.changed(pupils=20), 9), folder)
    monkeypatch.undo()
    assert same(load_folder(folder), school)
    assert [p.name for p in folder.parent.iterdir()] == ["ecole"]


def test_a_folder_that_does_not_exist_is_said_in_french(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="le fichier manque"):
        load_folder(tmp_path / "rien")
    with pytest.raises(AggregatesError, match="ni un dossier de CSV"):
        school_from(tmp_path / "rien")


def test_a_school_of_ours_with_one_file_more_is_left_alone(folder: Path, school: Any) -> None:
    (folder / "notes.txt").write_text("à garder", encoding="utf-8")
    with pytest.raises(FolderError, match=r"\(notes\.txt\)"):
        write_folder(school, folder)
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "à garder"


@pytest.mark.parametrize("content", ['{"format": "autre"}', "{}", "[]", "{", "[" * 100_000])
def test_the_datapackage_of_another_program_is_not_overwritten(tmp_path: Path, school: Any, content: str) -> None:
    (tmp_path / "datapackage.json").write_text(content, encoding="utf-8")
    with pytest.raises(FolderError, match=r"\(datapackage\.json\)"):
        write_folder(school, tmp_path)
    assert (tmp_path / "datapackage.json").read_text(encoding="utf-8") == content


def test_a_folder_that_cannot_be_made_is_refused_in_french(tmp_path: Path, school: Any) -> None:
    (tmp_path / "fichier").touch()
    with pytest.raises(FolderError, match=r"n'a pas pu être écrit .*Rien n'a changé"):
        write_folder(school, tmp_path / "fichier" / "ecole")


def test_five_foreign_files_are_named_and_no_more(tmp_path: Path, school: Any) -> None:
    for number in range(6):
        (tmp_path / f"f{number}.txt").touch()
    with pytest.raises(FolderError, match=r"\(f0\.txt, f1\.txt, f2\.txt, f3\.txt, f4\.txt\)"):
        write_folder(school, tmp_path)


def test_a_person_can_read_the_datapackage(saved: Path) -> None:
    assert "École du dossier" in (saved / "datapackage.json").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="droits de POSIX")
def test_the_folder_can_be_opened_by_the_other_people_of_the_machine(saved: Path) -> None:
    assert saved.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(("bad", "more"), [(20, None), (21, "… et 1 autre."), (22, "… et 2 autres.")])
def test_twenty_bad_lines_are_shown_and_the_others_are_counted(
    folder: Path, lines: Any, rewrite: Any, bad: int, more: str | None
) -> None:
    rows = lines(folder / "liens.csv")
    rewrite(folder / "liens.csv", [[*row[:4], "trop"] if 0 < i <= bad else row for i, row in enumerate(rows)])
    with pytest.raises(FolderError) as error:
        load_folder(folder)
    assert len(error.value.problems) == bad
    shown = str(error.value).splitlines()[1:]
    assert len([line for line in shown if line.startswith("- liens.csv, ligne ")]) == 20
    assert shown[20:] == ([more] if more else [])

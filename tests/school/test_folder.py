"""Un dossier de CSV : ce qui est écrit se relit, chaque ligne mauvaise est nommée, aucune ne disparaît."""

import csv
import dataclasses
import io
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.school.aggregates import Aggregates, AggregatesError
from liaison.school.cells import RESPONSABLE_ONLY, TABLES
from liaison.school.folder import FolderError, data_package, load_folder, read_folder, write_folder
from liaison.school.folder_reading import LARGEST_FILE, ReadReport
from liaison.school.generator import generate, school_from
from liaison.school.tables import School

FRAMES = ("classes", "people", "memberships", "links")
FILES = [table.file for table in TABLES]
SMALL = Aggregates(name="École du dossier (fictive)", kind="ecole", pupils=30, classes=2, separated_parents=0.3)


@pytest.fixture(scope="module")
def school() -> School:
    return generate(SMALL, 4)


@pytest.fixture(scope="module")
def saved(school, tmp_path_factory) -> Path:
    return write_folder(school, tmp_path_factory.mktemp("ecoles") / "modele")


@pytest.fixture
def folder(saved, tmp_path) -> Path:
    return Path(shutil.copytree(saved, tmp_path / "ecole"))


def same(left: School, right: School) -> bool:
    fields = [field.name for field in dataclasses.fields(School) if field.name not in FRAMES]
    return all(getattr(left, frame).equals(getattr(right, frame)) for frame in FRAMES) and all(
        getattr(left, field) == getattr(right, field) for field in fields
    )


def lines(file: Path) -> list[list[str]]:
    return list(csv.reader(file.read_text(encoding="utf-8").splitlines()))


def rewrite(file: Path, rows: list[list[str]], delimiter: str = ",", encoding: str = "utf-8") -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    file.write_bytes(out.getvalue().encode(encoding))


def change(file: Path, line: int, column: str, cell: str) -> None:
    rows = lines(file)
    rows[line - 1][rows[0].index(column)] = cell
    rewrite(file, rows)


def said(report: ReadReport, file: str, line: int | None) -> list[str]:
    return [str(p) for p in report.problems if p.file == file and p.line == line]


def every_row_is_counted(report: ReadReport) -> bool:
    return all(count.read == count.kept + count.refused for count in report.counts.values())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["ecole", "college", "lgt", "lp"]),
    st.integers(1, 60),
    st.sampled_from("ABC"),
    st.floats(0, 1),
    st.integers(0, 2**40),
)
def test_any_school_that_is_written_is_read_back_equal(tmp_path_factory, kind, pupils, zone, separated, seed):
    school = generate(
        Aggregates(name="Aller-retour (fictif)", kind=kind, pupils=pupils, zone=zone, separated_parents=separated),
        seed,
    )
    report = read_folder(write_folder(school, tmp_path_factory.mktemp("allers") / "ecole"))
    assert report.problems == ()
    assert report.complete
    assert same(report.school, school)


def test_school_from_reads_a_folder(saved, school):
    assert same(school_from(saved), school)


# What no cell of a column may hold, whatever the school.
JUNK = st.sampled_from(
    ["", " ", "peut-être", "99", "-1", "6 A", "é" * 201, "\x00", "a\x07b", "=1+1", "1e3", "NaN", "²", "٣"]
)
FREE = {"nom", "prenom", "libelle", "foyer", "id", "personne", "groupe", "eleve", "responsable"}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_spoilt_cell_is_reported_with_its_file_and_line_and_nothing_is_lost(data, saved, tmp_path_factory):
    folder = Path(shutil.copytree(saved, tmp_path_factory.mktemp("abimes") / "ecole"))
    table = data.draw(st.sampled_from(TABLES))
    rows = lines(folder / table.file)
    line = data.draw(st.integers(2, len(rows)))
    column = data.draw(st.sampled_from(list(table.columns)))
    cell = data.draw(JUNK)
    responsable = table.file == "personnes.csv" and rows[line - 1][1] == "responsable"
    if column in RESPONSABLE_ONLY and not responsable and not cell.strip():
        cell = "99"
    if column == "foyer" and rows[line - 1][1] not in ("eleve", "responsable") and not cell.strip():
        cell = "a b"
    if column in FREE - {"id", "personne", "groupe", "eleve", "responsable"} and cell.isprintable() and cell.strip():
        cell = "é" * 201
    if rows[line - 1][list(table.columns).index(column)] == cell:
        return
    change(folder / table.file, line, column, cell)
    report = read_folder(folder)
    assert any(p.file == table.file and p.line == line and p.reason for p in report.problems)
    assert every_row_is_counted(report)
    assert report.counts[table.file].read == len(rows) - 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from([*FILES, "datapackage.json"]), content=st.binary(max_size=400))
def test_no_content_whatever_makes_reading_fail(file, content, saved, tmp_path_factory):
    folder = Path(shutil.copytree(saved, tmp_path_factory.mktemp("octets") / "ecole"))
    (folder / file).write_bytes(content)
    report = read_folder(folder)
    assert every_row_is_counted(report)
    assert report.problems


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_few_bytes_changed_anywhere_never_lose_a_line(data, saved, tmp_path_factory):
    folder = Path(shutil.copytree(saved, tmp_path_factory.mktemp("octet") / "ecole"))
    file = folder / data.draw(st.sampled_from(FILES))
    raw = bytearray(file.read_bytes())
    header = raw.index(b"\n") + 1
    position = data.draw(st.integers(header, len(raw) - 2))
    if raw[position] == ord("\n"):
        return
    raw[position] = data.draw(st.integers(0, 255).filter(lambda byte: byte not in b"\r\n"))
    file.write_bytes(bytes(raw))
    report = read_folder(folder)
    assert every_row_is_counted(report)
    assert report.counts[file.name].read == len(raw.split(b"\n")) - 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_other_delimiters_and_encodings_give_the_same_school(folder, school, delimiter, encoding):
    for file in FILES:
        rewrite(folder / file, lines(folder / file), delimiter, encoding)
    report = read_folder(folder)
    assert same(report.school, school)
    assert report.complete
    assert any("Windows-1252" in p.reason for p in report.problems) == (encoding == "cp1252")


def test_columns_in_another_order_with_capitals_and_line_ends_of_windows_are_read(folder, school):
    rows = [list(reversed(row)) for row in lines(folder / "personnes.csv")]
    rows[0] = ["Prénom" if name == "prenom" else name.upper().replace("_", " ") for name in rows[0]]
    rewrite(folder / "personnes.csv", rows)
    raw = (folder / "personnes.csv").read_bytes()
    (folder / "personnes.csv").write_bytes(raw.replace(b"\n", b"\r\n"))
    report = read_folder(folder)
    assert report.problems == ()
    assert same(report.school, school)


def test_blank_lines_are_counted_apart(folder, school):
    path = folder / "classes.csv"
    path.write_text(path.read_text(encoding="utf-8") + ",,\n\n;;\n", encoding="utf-8")
    report = read_folder(folder)
    count = report.counts["classes.csv"]
    assert (count.read, count.kept, count.refused, count.blank) == (3, 2, 1, 1)


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named_and_no_school_is_given(folder, file):
    (folder / file).unlink()
    report = read_folder(folder)
    assert report.school is None
    assert f"{file}\u00a0: le fichier manque." in said(report, file, None)[0]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named_with_the_columns_expected(folder, content):
    (folder / "liens.csv").write_bytes(content)
    report = read_folder(folder)
    assert report.school is None
    assert "eleve,responsable,lien,rang,part_residence" in said(report, "liens.csv", None)[0]


def test_a_file_with_its_header_alone_gives_no_school(folder):
    (folder / "liens.csv").write_text("eleve,responsable,lien,rang,part_residence\n", encoding="utf-8")
    report = read_folder(folder)
    assert report.school is None
    assert "aucune ligne gardée" in said(report, "liens.csv", None)[0]


def test_a_missing_column_is_named_and_every_line_is_counted_as_refused(folder):
    rows = lines(folder / "personnes.csv")
    where = rows[0].index("langue")
    rewrite(folder / "personnes.csv", [row[:where] + row[where + 1 :] for row in rows])
    report = read_folder(folder)
    assert report.school is None
    assert "colonne langue\u00a0: la colonne manque" in said(report, "personnes.csv", 1)[0]
    assert report.counts["personnes.csv"].refused == len(rows) - 1


def test_an_unknown_column_is_pointed_out_and_the_school_is_read(folder, school):
    rows = lines(folder / "classes.csv")
    rewrite(folder / "classes.csv", [[*row, "x" if i else "salle"] for i, row in enumerate(rows)])
    report = read_folder(folder)
    assert same(report.school, school)
    assert "colonne salle" in said(report, "classes.csv", 1)[0]
    assert report.complete


def test_a_repeated_identifier_names_the_line_that_has_it_first(folder):
    rows = lines(folder / "personnes.csv")
    rewrite(folder / "personnes.csv", [*rows, rows[4]])
    report = read_folder(folder)
    problem = said(report, "personnes.csv", len(rows) + 1)[0]
    assert "est déjà à la ligne 5" in problem
    assert report.counts["personnes.csv"].refused == 1
    assert all(p.file == "personnes.csv" for p in report.problems)


def test_lines_that_refer_to_a_refused_person_say_which_line_it_was(folder):
    change(folder / "personnes.csv", 2, "compte_active", "bof")
    report = read_folder(folder)
    assert "Valeurs acceptées\u00a0: oui, non." in said(report, "personnes.csv", 2)[0]
    followers = [p for p in report.problems if p.file != "personnes.csv"]
    assert {p.file for p in followers} == {"appartenances.csv", "liens.csv"}
    assert all("ligne 2 de personnes.csv" in p.reason for p in followers)


@pytest.mark.parametrize(
    ("file", "line", "column", "cell", "expected"),
    [
        ("appartenances.csv", 2, "groupe", "6Z", "n'est pas dans classes.csv"),
        ("appartenances.csv", 2, "personne", "E9999", "n'est pas dans personnes.csv"),
        ("appartenances.csv", 2, "fonction", "direction", "ne va pas à E0001, de profil eleve"),
        ("liens.csv", 2, "responsable", "E0001", "est de profil eleve"),
        ("liens.csv", 2, "rang", "3", "un nombre entier de 1 à 2"),
        ("liens.csv", 2, "part_residence", "1,5", "un nombre de 0 à 1"),
        ("liens.csv", 2, "part_residence", "0,5", "font"),
        ("classes.csv", 2, "id", "ETAB", "pas d'une classe"),
        ("classes.csv", 2, "niveau", "CE1-7e", "n'est pas accepté"),
        ("personnes.csv", 2, "langue", "fr", "ne vaut que pour un responsable légal"),
        ("personnes.csv", 2, "foyer", "", "la cellule est vide"),
        ("personnes.csv", 40, "quintile", "", "vide pour un responsable légal"),
        ("personnes.csv", 40, "langue", "FR", "ISO 639-1"),
        ("personnes.csv", 2, "nom", "x" * 201, "201 caractères"),
        ("personnes.csv", 2, "nom", "x" * 300_000, "la ligne a 300"),
        ("personnes.csv", 2, "nom", "a\x1bb", "illisible"),
    ],
)
def test_each_kind_of_fault_says_what_is_wrong(folder, file, line, column, cell, expected):
    change(folder / file, line, column, cell)
    problems = said(read_folder(folder), file, line)
    if cell == "0,5":  # a doubtful total is told at the last line of the pupil
        problems = [str(p) for p in read_folder(folder).problems]
    assert any(expected in problem for problem in problems), problems


def test_what_does_not_concern_a_pupil_is_told_and_not_kept(folder, school):
    change(folder / "personnes.csv", 2, "langue", "ar")
    report = read_folder(folder)
    assert report.complete
    assert same(report.school, school)


def test_two_responsables_of_one_rank_are_refused_at_the_second(folder):
    rows = lines(folder / "liens.csv")
    line = next(i for i, row in enumerate(rows, start=1) if row[3] == "2")
    change(folder / "liens.csv", line, "rang", "1")
    assert f"à la ligne {line - 1}" in said(read_folder(folder), "liens.csv", line)[0]


def test_a_quote_left_open_spoils_its_own_line_only(folder):
    path = folder / "personnes.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    text[3] = '"' + text[3]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    report = read_folder(folder)
    assert "guillemets" in said(report, "personnes.csv", 4)[0]
    assert report.counts["personnes.csv"].refused == 1


def test_a_line_with_too_few_cells_is_refused(folder):
    path = folder / "liens.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    text[1] = text[1].rsplit(",", 1)[0]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    assert "4 cellules. Valeurs acceptées\u00a0: 5 cellules" in said(read_folder(folder), "liens.csv", 2)[0]


def test_a_very_large_file_is_not_read(folder):
    with (folder / "liens.csv").open("ab") as out:
        out.truncate(LARGEST_FILE + 1)
    report = read_folder(folder)
    assert report.school is None
    assert "50 Mo" in said(report, "liens.csv", None)[0]


def test_without_a_datapackage_the_kind_comes_from_the_levels_and_it_is_said(folder):
    (folder / "datapackage.json").unlink()
    report = read_folder(folder)
    assert (report.school.kind, report.school.name, report.school.seed) == ("ecole", "ecole", None)
    assert "zone B est supposée" in said(report, "datapackage.json", None)[0]
    assert report.complete


@pytest.mark.parametrize("version", ["2", 2])
def test_a_newer_version_is_not_guessed_at(folder, version):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (folder / "datapackage.json").write_text(json.dumps({**package, "version": version}), encoding="utf-8")
    report = read_folder(folder)
    assert report.school is None
    assert "version 2" in said(report, "datapackage.json", None)[0]


@pytest.mark.parametrize(("key", "value"), [("zone", "D"), ("kind", "fac"), ("seed", "x"), ("opened_on", "hier")])
def test_a_datapackage_that_says_something_impossible_is_reported(folder, key, value):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["ecole"][key] = value
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = read_folder(folder)
    assert key in said(report, "datapackage.json", None)[0]
    with pytest.raises(FolderError, match=r"datapackage\.json"):
        load_folder(folder)


def test_load_folder_lists_the_bad_lines_and_read_folder_keeps_the_good_ones(folder, school):
    change(folder / "personnes.csv", 2, "compte_active", "bof")
    with pytest.raises(FolderError, match=r"personnes\.csv, ligne 2, colonne compte_active") as error:
        load_folder(folder)
    assert len(error.value.problems) >= 3
    assert len(read_folder(folder).school.people) == len(school.people) - 1


def test_the_summary_and_the_table_say_it_all(folder):
    change(folder / "personnes.csv", 2, "compte_active", "bof")
    report = read_folder(folder)
    assert "lignes lues" in report.summary()
    assert f"{report.counts['personnes.csv'].kept} gardées, 1 refusées" in report.summary()
    assert len(report.table()) == len(report.problems)
    assert report.table()["ligne"].iloc[0] == 2


def test_the_datapackage_describes_every_column_key_and_reference(school):
    package = data_package(school)
    assert package["fictif"] is True
    assert package["version"] == "1"
    resources = {resource["name"]: resource["schema"] for resource in package["resources"]}
    for table in TABLES:
        schema = resources[table.file.removesuffix(".csv")]
        assert [field["name"] for field in schema["fields"]] == list(table.columns)
        assert all(field["description"] and field["type"] for field in schema["fields"])
        assert schema["primaryKey"] == list(table.key)
    assert {key["fields"] for key in resources["liens"]["foreignKeys"]} == {"eleve", "responsable"}


def test_a_list_of_real_people_is_given_no_licence_and_is_not_called_fictitious(school):
    package = data_package(dataclasses.replace(school, seed=None, origin="Lue dans le dossier ecole"))
    assert package["fictif"] is False
    assert "licenses" not in package


def test_a_school_folder_is_replaced_whole(folder, school):
    other = generate(SMALL.changed(pupils=20), 9)
    assert same(load_folder(write_folder(other, folder)), other)
    assert sorted(p.name for p in folder.parent.iterdir()) == ["ecole"]


@pytest.mark.parametrize("foreign", ["notes.txt", "photo.png"])
def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path, school, foreign):
    target = tmp_path / "ailleurs"
    target.mkdir()
    (target / foreign).write_text("à garder", encoding="utf-8")
    with pytest.raises(FolderError, match=foreign.replace(".", r"\.")):
        write_folder(school, target)
    assert [p.name for p in target.iterdir()] == [foreign]
    assert [p.name for p in tmp_path.iterdir()] == ["ailleurs"]


def test_the_csv_of_someone_else_are_not_overwritten_for_want_of_our_datapackage(folder, school):
    (folder / "datapackage.json").unlink()
    before = (folder / "personnes.csv").read_bytes()
    with pytest.raises(FolderError, match="Rien n'a changé"):
        write_folder(school, folder)
    assert (folder / "personnes.csv").read_bytes() == before


def test_a_file_is_not_taken_for_a_folder(tmp_path, school):
    (tmp_path / "ecole").write_text("", encoding="utf-8")
    with pytest.raises(FolderError, match="est un fichier"):
        write_folder(school, tmp_path / "ecole")


def test_an_empty_folder_and_a_new_one_are_filled(tmp_path, school):
    (tmp_path / "vide").mkdir()
    for name in ("vide", "un/nouveau"):
        assert same(load_folder(write_folder(school, tmp_path / name)), school)


@pytest.mark.parametrize("moment", ["write_text", "rename"])
def test_an_interruption_leaves_the_folder_as_it_was(folder, school, monkeypatch, moment):
    def stop(self, *_args, **_options):
        raise KeyboardInterrupt

    real = Path.rename
    calls = []

    def stop_at_the_second(self, target):
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, moment, stop if moment == "write_text" else stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        write_folder(generate(SMALL.changed(pupils=20), 9), folder)
    monkeypatch.undo()
    assert same(load_folder(folder), school)
    assert [p.name for p in folder.parent.iterdir()] == ["ecole"]


def test_a_folder_that_does_not_exist_is_said_in_french(tmp_path):
    with pytest.raises(FolderError, match="le fichier manque"):
        load_folder(tmp_path / "rien")
    with pytest.raises(AggregatesError, match="ni un dossier de CSV"):
        school_from(tmp_path / "rien")

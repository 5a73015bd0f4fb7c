"""Un dossier de CSV que l'on lit : chaque ligne mauvaise est nommée, aucune ne disparaît."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from narrowing import present

from liaison.school.lists.cells import RESPONSABLE_ONLY, TABLES
from liaison.school.lists.folder import FolderError, load_folder, read_folder
from liaison.school.lists.folder_reading import LARGEST_FILE

FILES = [table.file for table in TABLES]

# What no cell of a column may hold, whatever the school.
JUNK = st.sampled_from(
    ["", " ", "peut-être", "99", "-1", "6 A", "é" * 201, "\x00", "a\x07b", "=1+1", "1e3", "NaN", "²", "٣"]
)
FREE = {"nom", "prenom", "libelle", "foyer", "id", "personne", "groupe", "eleve", "responsable"}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_spoilt_cell_is_reported_with_its_file_and_line_and_nothing_is_lost(
    data: Any, saved: Path, tmp_path_factory: pytest.TempPathFactory, lines: Any, change: Any, every_row_is_counted: Any
) -> None:
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
def test_no_content_whatever_makes_reading_fail(
    file: Any, content: Any, saved: Path, tmp_path_factory: pytest.TempPathFactory, every_row_is_counted: Any
) -> None:
    folder = Path(shutil.copytree(saved, tmp_path_factory.mktemp("octets") / "ecole"))
    (folder / file).write_bytes(content)
    report = read_folder(folder)
    assert every_row_is_counted(report)
    assert report.problems
    assert report.school is not None or not report.complete


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_few_bytes_changed_anywhere_never_lose_a_line(
    data: Any, saved: Path, tmp_path_factory: pytest.TempPathFactory, every_row_is_counted: Any
) -> None:
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
def test_other_delimiters_and_encodings_give_the_same_school(
    folder: Path, school: Any, delimiter: str, encoding: str, same: Any, lines: Any, rewrite: Any
) -> None:
    for file in FILES:
        rewrite(folder / file, lines(folder / file), delimiter, encoding)
    report = read_folder(folder)
    assert same(report.school, school)
    assert report.complete
    assert any("Windows-1252" in p.reason for p in report.problems) == (encoding == "cp1252")


def test_columns_in_another_order_with_capitals_and_line_ends_of_windows_are_read(
    folder: Path, school: Any, same: Any, lines: Any, rewrite: Any
) -> None:
    rows = [list(reversed(row)) for row in lines(folder / "personnes.csv")]
    rows[0] = ["Prénom" if name == "prenom" else name.upper().replace("_", " ") for name in rows[0]]
    rewrite(folder / "personnes.csv", rows)
    raw = (folder / "personnes.csv").read_bytes()
    (folder / "personnes.csv").write_bytes(raw.replace(b"\n", b"\r\n"))
    report = read_folder(folder)
    assert report.problems == ()
    assert same(report.school, school)


def test_blank_lines_are_counted_apart(folder: Path, school: Any) -> None:
    path = folder / "classes.csv"
    path.write_text(path.read_text(encoding="utf-8") + ",,\n\n;;\n", encoding="utf-8")
    report = read_folder(folder)
    count = report.counts["classes.csv"]
    assert (count.read, count.loaded, count.refused, count.blank) == (3, 2, 1, 1)
    assert "refusées 1, vides 1" in report.summary()


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named_and_no_school_is_given(folder: Path, file: Any, said: Any) -> None:
    (folder / file).unlink()
    report = read_folder(folder)
    assert report.school is None
    assert f"{file}\u00a0: le fichier manque." in said(report, file, None)[0]
    assert len(report.problems) == 1  # the other files are not blamed for it


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named_with_the_columns_expected(folder: Path, content: bytes, said: Any) -> None:
    (folder / "liens.csv").write_bytes(content)
    report = read_folder(folder)
    assert report.school is None
    assert "eleve,responsable,lien,rang,part_residence" in said(report, "liens.csv", None)[0]
    assert len(report.problems) == 1  # the others are not blamed for links that nobody could read


def test_a_file_with_its_header_alone_gives_no_school(folder: Path, said: Any) -> None:
    (folder / "liens.csv").write_text("eleve,responsable,lien,rang,part_residence\n", encoding="utf-8")
    report = read_folder(folder)
    assert report.school is None
    assert "aucune ligne gardée" in said(report, "liens.csv", None)[0]
    assert [p.file for p in report.problems if "aucune ligne gardée" in p.reason] == ["liens.csv"]


def test_a_missing_column_is_named_and_every_line_is_counted_as_refused(
    folder: Path, lines: Any, rewrite: Any, said: Any
) -> None:
    rows = lines(folder / "personnes.csv")
    where = rows[0].index("langue")
    rewrite(folder / "personnes.csv", [row[:where] + row[where + 1 :] for row in rows])
    report = read_folder(folder)
    assert report.school is None
    assert "colonne langue\u00a0: la colonne manque" in said(report, "personnes.csv", 1)[0]
    assert len(report.problems) == 1
    assert report.counts["personnes.csv"].refused == len(rows) - 1


def test_an_unknown_column_is_pointed_out_and_the_school_is_read(
    folder: Path, school: Any, same: Any, lines: Any, rewrite: Any, said: Any
) -> None:
    rows = lines(folder / "classes.csv")
    rewrite(folder / "classes.csv", [[*row, "x" if i else "salle"] for i, row in enumerate(rows)])
    report = read_folder(folder)
    assert same(report.school, school)
    assert "colonne salle" in said(report, "classes.csv", 1)[0]
    assert report.complete


def test_a_repeated_identifier_names_the_line_that_has_it_first(
    folder: Path, lines: Any, rewrite: Any, said: Any
) -> None:
    rows = lines(folder / "personnes.csv")
    rewrite(folder / "personnes.csv", [*rows, rows[4]])
    report = read_folder(folder)
    problem = said(report, "personnes.csv", len(rows) + 1)[0]
    assert "est déjà à la ligne 5" in problem
    assert report.counts["personnes.csv"].refused == 1
    assert all(p.file == "personnes.csv" for p in report.problems)


def test_lines_that_refer_to_a_refused_person_say_which_line_it_was(folder: Path, change: Any, said: Any) -> None:
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
        ("liens.csv", 2, "rang", "0", "un nombre entier de 1 à 9"),
        ("liens.csv", 2, "part_residence", "1,5", "un nombre de 0 à 1"),
        ("liens.csv", 2, "part_residence", "0,5", "font"),
        ("classes.csv", 2, "id", "ETAB", "pas d'une classe"),
        ("classes.csv", 2, "niveau", "CE1-7e", "n'est pas accepté"),
        ("personnes.csv", 2, "langue", "fr", "ne vaut que pour un responsable légal"),
        ("personnes.csv", 2, "foyer", "", "la cellule est vide"),
        ("personnes.csv", 40, "quintile", "", "vide pour un responsable légal"),
        ("personnes.csv", 40, "langue", "FR", "ISO 639-1"),
        ("personnes.csv", 2, "nom", "", "colonne nom : la cellule est vide"),
        ("personnes.csv", 40, "quintile", "٣", "un nombre entier de 1 à 5"),
        ("personnes.csv", 40, "quintile", "0", "un nombre entier de 1 à 5"),
        ("personnes.csv", 40, "quintile", "6", "un nombre entier de 1 à 5"),
        ("classes.csv", 2, "niveau", "", "ou plusieurs joints par un tiret (CE1-CE2)"),
        ("personnes.csv", 40, "equipement", "x" * 60, "« " + "x" * 60 + " » n'est"),
        ("personnes.csv", 40, "equipement", "y" * 61, "« " + "y" * 60 + " » n'est"),
        ("personnes.csv", 40, "quintile", "0_3", "un nombre entier de 1 à 5"),
        ("personnes.csv", 2, "nom", "x" * 201, "201 caractères"),
        ("personnes.csv", 2, "nom", "x" * 300_000, "la ligne a 300"),
        ("personnes.csv", 2, "nom", "a\x1bb", "illisible"),
    ],
)
def test_each_kind_of_fault_says_what_is_wrong(
    folder: Path, file: str, line: int, column: str, cell: Any, expected: Any, change: Any, said: Any
) -> None:
    change(folder / file, line, column, cell)
    problems = said(read_folder(folder), file, line)
    if cell == "0,5":  # a doubtful total is told at the last line of the pupil
        problems = [str(p) for p in read_folder(folder).problems]
    assert any(expected in problem.replace("\u00a0", " ") for problem in problems), problems


def test_what_does_not_concern_a_pupil_is_told_and_not_kept(folder: Path, school: Any, same: Any, change: Any) -> None:
    change(folder / "personnes.csv", 2, "langue", "ar")
    report = read_folder(folder)
    assert report.complete
    assert same(report.school, school)


def test_two_responsables_of_one_rank_are_refused_at_the_second(
    folder: Path, lines: Any, change: Any, said: Any
) -> None:
    rows = lines(folder / "liens.csv")
    line = next(i for i, row in enumerate(rows, start=1) if row[3] == "2")
    change(folder / "liens.csv", line, "rang", "1")
    assert f"à la ligne {line - 1}" in said(read_folder(folder), "liens.csv", line)[0]


@pytest.mark.parametrize("level", ["TPS", "CLIS", "ULIS", "TPS-PS"])
def test_a_level_that_schools_have_is_read(folder: Path, change: Any, level: str) -> None:
    change(folder / "classes.csv", 2, "niveau", level)
    assert read_folder(folder).complete


@pytest.mark.parametrize(
    ("word", "kinship"),
    [
        ("Mère", "mere"),
        ("PERE", "pere"),
        ("beau-parent", "representant_legal"),
        ("grand_mere", "representant_legal"),
        ("Tiers digne de confiance", "representant_legal"),
        ("Sœur", "representant_legal"),
    ],
)
def test_whoever_answers_for_a_pupil_is_read_by_the_word_of_a_school(
    folder: Path, change: Any, word: str, kinship: str
) -> None:
    change(folder / "liens.csv", 2, "lien", word)
    assert present(read_folder(folder).school).links["lien"].iloc[0] == kinship


def test_a_word_that_is_no_tie_is_refused_with_those_that_are(folder: Path, change: Any, said: Any) -> None:
    change(folder / "liens.csv", 2, "lien", "voisine")
    assert "mere, pere, representant_legal" in " ".join(said(read_folder(folder), "liens.csv", 2))


@pytest.mark.parametrize(("length", "read"), [(60, True), (61, True), (200, True), (201, False)])
def test_an_identifier_has_up_to_two_hundred_letters(folder: Path, length: int, read: bool) -> None:
    for name in ("personnes.csv", "appartenances.csv", "liens.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace("E0001", "e" * length), encoding="utf-8")
    assert read_folder(folder).complete is read


def with_a_third_relative(folder: Path) -> str:
    """Give the first pupil of a couple a third responsable: the first one of another pupil; return the pupil."""
    links = (folder / "liens.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in links[1:]]
    pupil = next(row[0] for row in rows if row[3] == "2")
    other = next(row[1] for row in rows if row[1] not in {each[1] for each in rows if each[0] == pupil})
    links.append(f"{pupil},{other},representant_legal,3,0")
    (folder / "liens.csv").write_text("\n".join(links) + "\n", encoding="utf-8")
    return pupil


def test_a_third_relative_is_read_after_the_two_others(folder: Path) -> None:
    pupil = with_a_third_relative(folder)
    report = read_folder(folder)
    assert report.complete
    school = present(report.school)
    assert school.links[school.links["eleve"] == pupil]["rang"].tolist() == [1, 2, 3]


def test_a_group_of_one_class_is_set_apart_and_one_of_two_classes_is_refused(
    folder: Path, lines: Any, every_row_is_counted: Any
) -> None:
    path = folder / "appartenances.csv"
    rows = [row for row in lines(path) if row[2] == "eleve"]
    first = rows[0]
    second = next(row for row in rows if row[1] != first[1])
    teacher = next(row for row in lines(path) if row[2] == "enseignant")
    half = [f"{first[0]},G1,eleve", f"{teacher[0]},G1,enseignant"]
    path.write_text(path.read_text(encoding="utf-8") + "\n".join(half) + "\n", encoding="utf-8")
    report = read_folder(folder)
    assert report.complete
    assert every_row_is_counted(report)
    assert report.counts["appartenances.csv"].aside == 2
    assert any(f"« G1 » est un groupe de la classe {first[1]}" in each.reason for each in report.problems)
    path.write_text(path.read_text(encoding="utf-8") + f"{second[0]},G1,eleve\n", encoding="utf-8")
    assert read_folder(folder).counts["appartenances.csv"].refused == 3


def test_a_quote_left_open_spoils_its_own_line_only(folder: Path, said: Any) -> None:
    path = folder / "personnes.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    text[3] = '"' + text[3]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    report = read_folder(folder)
    assert "guillemets" in said(report, "personnes.csv", 4)[0]
    assert report.counts["personnes.csv"].refused == 1


def test_a_line_with_too_few_cells_is_refused(folder: Path, said: Any) -> None:
    path = folder / "liens.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    text[1] = text[1].rsplit(",", 1)[0]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    assert "4 cellules. Valeurs acceptées\u00a0: 5 cellules" in said(read_folder(folder), "liens.csv", 2)[0]


def test_a_very_large_file_is_not_read(folder: Path, said: Any) -> None:
    with (folder / "liens.csv").open("ab") as out:
        out.truncate(LARGEST_FILE + 1)
    report = read_folder(folder)
    assert report.school is None
    assert "50 Mo" in said(report, "liens.csv", None)[0]


def test_without_a_datapackage_the_kind_comes_from_the_levels_and_it_is_said(folder: Path, said: Any) -> None:
    (folder / "datapackage.json").unlink()
    report = read_folder(folder)
    school = present(report.school)
    assert (school.kind, school.name, school.seed) == ("ecole", "ecole", None)
    assert school.origin == "Lue dans le dossier ecole"
    assert "zone B est supposée" in said(report, "datapackage.json", None)[0]
    assert report.complete


def test_a_folder_of_a_very_long_name_is_read_without_a_datapackage(saved: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(saved, tmp_path / ("e" * 210)))
    (folder / "datapackage.json").unlink()
    school = load_folder(folder)
    assert (school.name, school.origin) == ("e" * 200, "Lue dans le dossier " + "e" * 180)


def test_a_folder_in_the_place_of_a_file_is_named(folder: Path, said: Any) -> None:
    (folder / "liens.csv").unlink()
    (folder / "liens.csv").mkdir()
    report = read_folder(folder)
    assert report.school is None
    assert "le fichier ne peut pas être lu (" in said(report, "liens.csv", None)[0]


@pytest.mark.parametrize("version", [10**4000, [[1]], {"a": 2}, "9" * 5000], ids=["long", "list", "keys", "text"])
def test_a_version_that_is_none_is_said_and_not_at_length(folder: Path, version: Any, said: Any) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (folder / "datapackage.json").write_text(json.dumps({**package, "version": version}), encoding="utf-8")
    (reason,) = said(read_folder(folder), "datapackage.json", None)
    assert "mettre la suite à jour" in reason
    assert len(reason) < 500


@pytest.mark.parametrize("version", ["2", 2])
def test_a_newer_version_is_not_guessed_at(folder: Path, version: int | str, said: Any) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (folder / "datapackage.json").write_text(json.dumps({**package, "version": version}), encoding="utf-8")
    report = read_folder(folder)
    assert report.school is None
    assert "version 2" in said(report, "datapackage.json", None)[0]


@pytest.mark.parametrize(
    ("key", "value"), [("zone", "D"), ("kind", "fac"), ("seed", "x"), ("opened_on", "hier"), ("name", "")]
)
def test_a_datapackage_that_says_something_impossible_is_reported(
    folder: Path, key: str, value: str, said: Any
) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["ecole"][key] = value
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = read_folder(folder)
    assert key in said(report, "datapackage.json", None)[0]
    with pytest.raises(FolderError, match=r"datapackage\.json"):
        load_folder(folder)


def test_a_school_may_have_a_name_of_one_letter(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["ecole"]["name"] = "É"
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert load_folder(folder).name == "É"


def test_the_summary_and_the_table_say_it_all(folder: Path, change: Any) -> None:
    change(folder / "personnes.csv", 2, "compte_active", "bof")
    report = read_folder(folder)
    kept = report.counts["personnes.csv"].loaded
    assert f"personnes.csv\u00a0: lignes lues {kept + 1}, gardées {kept}, refusées 1\n" in report.summary()
    assert "classes.csv\u00a0: lignes lues 2, gardées 2, refusées 0\n" in report.summary()
    assert "vides" not in report.summary()
    assert len(report.table()) == len(report.problems)
    assert report.table().iloc[0].to_dict() == {
        "fichier": "personnes.csv",
        "ligne": 2,
        "colonne": "compte_active",
        "gravite": "refus",
        "raison": "«\u00a0bof\u00a0» n'est pas accepté",
        "valeurs_acceptees": "oui, non",
    }


def test_a_refused_line_makes_the_reading_incomplete_even_with_a_school(folder: Path, change: Any) -> None:
    change(folder / "personnes.csv", 2, "compte_active", "bof")
    report = read_folder(folder)
    assert report.school is not None
    assert not report.complete


def test_a_column_that_is_there_twice_is_named_and_not_guessed_at(
    folder: Path, lines: Any, rewrite: Any, said: Any
) -> None:
    rows = lines(folder / "classes.csv")
    rewrite(folder / "classes.csv", [[*row, row[1]] for row in rows])
    report = read_folder(folder)
    assert report.school is None
    assert said(report, "classes.csv", 1) == [
        "classes.csv, ligne 1, colonne niveau\u00a0: la colonne est là deux fois."
    ]


def test_an_unknown_column_that_is_there_twice_spoils_nothing(
    folder: Path, school: Any, lines: Any, rewrite: Any, same: Any
) -> None:
    rows = lines(folder / "classes.csv")
    rewrite(folder / "classes.csv", [[*row, "salle", "salle"] for row in rows])
    report = read_folder(folder)
    assert report.complete
    assert same(report.school, school)


def test_the_name_of_an_unknown_column_is_told_as_it_is_written_and_not_whole(
    folder: Path, lines: Any, rewrite: Any
) -> None:
    rows = lines(folder / "classes.csv")
    rewrite(folder / "classes.csv", [[*row, "x" if i else "Salle n° 1 " + "é" * 300] for i, row in enumerate(rows)])
    (problem,) = read_folder(folder).problems
    assert problem.column == "Salle n° 1 " + "é" * 189
    assert problem.severity == "attention"


def test_a_link_with_two_faults_is_told_once(folder: Path, change: Any, said: Any) -> None:
    change(folder / "liens.csv", 2, "eleve", "E9998")
    change(folder / "liens.csv", 2, "responsable", "R9999")
    report = read_folder(folder)
    assert len(said(report, "liens.csv", 2)) == 1
    assert "E9998" in said(report, "liens.csv", 2)[0]


def doubts(report: Any, file: str) -> list[str]:
    """What is to be checked in a file although every line is kept."""
    assert report.complete
    return [p.reason for p in report.problems if p.file == file and p.severity == "attention"]


def test_a_pupil_of_the_whole_school_but_of_no_class_is_pointed_out(folder: Path, lines: Any, rewrite: Any) -> None:
    rows = lines(folder / "appartenances.csv")
    kept = [row for row in rows if row[0] != "E0001" or row[1] == "ETAB"]
    assert len(kept) == len(rows) - 1
    rewrite(folder / "appartenances.csv", kept)
    assert doubts(read_folder(folder), "personnes.csv") == [
        "l'élève E0001 n'est dans aucune classe d'appartenances.csv"
    ]


def test_pupils_and_responsables_without_a_link_are_pointed_out(folder: Path, lines: Any, rewrite: Any) -> None:
    rows = lines(folder / "liens.csv")
    adults = [row[1] for row in rows if row[0] == "E0001"]
    kept = [row for row in rows if row[0] != "E0001"]
    alone = [adult for adult in adults if adult not in [row[1] for row in kept]]
    rewrite(folder / "liens.csv", kept)
    assert alone
    assert doubts(read_folder(folder), "personnes.csv") == [
        "l'élève E0001 n'a aucun responsable dans liens.csv",
        *(f"le responsable {adult} n'a aucun élève dans liens.csv" for adult in alone),
    ]


def test_a_teacher_in_no_group_is_pointed_out_and_a_guest_is_not(folder: Path, lines: Any, rewrite: Any) -> None:
    people, placed = lines(folder / "personnes.csv"), lines(folder / "appartenances.csv")
    rewrite(folder / "appartenances.csv", [row for row in placed if row[0] != "T0001"])
    rewrite(
        folder / "personnes.csv", [*people, ["I0001", "invite", "Nom", "Prénom", "oui", *[""] * (len(people[0]) - 5)]]
    )
    assert doubts(read_folder(folder), "personnes.csv") == ["T0001 n'est dans aucun groupe d'appartenances.csv"]


@pytest.mark.parametrize(("line", "column"), [(2, "foyer"), (40, "foyer"), (40, "quintile"), (40, "habitude")])
def test_a_family_member_who_lacks_a_cell_is_refused(folder: Path, change: Any, line: int, column: str) -> None:
    change(folder / "personnes.csv", line, column, "")
    assert read_folder(folder).counts["personnes.csv"].refused == 1


def test_a_class_without_pupils_is_pointed_out_even_with_a_teacher(folder: Path, lines: Any, rewrite: Any) -> None:
    placed = lines(folder / "appartenances.csv")
    rewrite(folder / "appartenances.csv", [*placed, ["T0001", "VIDE", "enseignant"]])
    rewrite(folder / "classes.csv", [*lines(folder / "classes.csv"), ["VIDE", "CM2", "Classe vide"]])
    assert doubts(read_folder(folder), "classes.csv") == ["la classe VIDE n'a aucun élève"]

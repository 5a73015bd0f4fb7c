"""Un établissement réel : les fichiers ouverts de plusieurs millésimes, chacun donne des agrégats ou une raison."""

from pathlib import Path
from typing import Any, cast

import pytest
from narrowing import present

from liaison.school.fictitious.generator import generate
from liaison.school.open_data.annuaire import read_open_data, school_from_open_data
from liaison.school.open_data.open_tables import OpenDataError, read_open_table
from liaison.school.open_data.uai import UaiError, check_uai, control_letter, near_codes

SCHOOLS = Path(__file__).parents[2] / "../shared/data/schools"
DEPARTMENT = SCHOOLS / "ille-et-vilaine-35"
real_files = pytest.mark.skipif(not SCHOOLS.is_dir(), reason="fichiers ouverts absents")

# Fictitious schools, in the columns of two years of the same official file.
NEW_DIRECTORY = """identifiant_de_l_etablissement;nom_etablissement;type_etablissement;ecole_maternelle;\
ecole_elementaire;voie_generale;voie_technologique;voie_professionnelle;appartenance_education_prioritaire;nombre_d_eleves;\
libelle_academie;libelle_nature;code_nature
{ecole};École des Essais;Ecole;1;1;;;;;150;Rennes;ECOLE DE NIVEAU ELEMENTAIRE;151
{college};Collège des Essais;Collège;;;;;;REP+;400;Créteil;COLLEGE;340
{annexe};Annexe du collège;Collège;;;;;;;400;Créteil;COLLEGE;340
{annexe};Collège principal;Collège;;;;;;;400;Créteil;COLLEGE;340
{lycee};Lycée des Essais;Lycée;;;1;1;1;;900;Lyon;LYCEE POLYVALENT;306
{lp};Lycée pro des Essais;Lycée;;;0;0;1;;300;Lyon;LYCEE PROFESSIONNEL;320
{corse};Collège du Large;Collège;;;;;;;300;Corse;COLLEGE;340
{vide};Collège sans effectif;Collège;;;;;;;;Rennes;COLLEGE;340
{cio};CIO des Essais;Information et orientation;;;;;;;;Rennes;CENTRE D INFORMATION ET D ORIENTATION;500
{maternelle};École maternelle des Essais;Ecole;1;0;;;;;60;Rennes;ECOLE MATERNELLE;101
"""
OLD_DIRECTORY = """Code établissement,Appellation officielle,Nature,Académie
{college},Collège des Essais,COLLEGE,CRETEIL
"""


def uai(digits: str) -> str:
    return digits + control_letter(digits)


CODES = {
    name: uai(f"99900{rank:02d}")
    for rank, name in enumerate(
        ["ecole", "college", "annexe", "lycee", "lp", "corse", "vide", "cio", "maternelle"], start=1
    )
}


@pytest.fixture
def files(tmp_path: Path) -> Any:
    def write(name: str, content: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content.format(**CODES).encode(encoding))
        return path

    return write


@pytest.fixture
def directory(files: Any) -> Path:
    return files("annuaire.csv", NEW_DIRECTORY, "utf-8-sig")


def test_each_kind_of_establishment_is_recognised(directory: Path) -> None:
    kinds = {
        name: read_open_data(directory, None, None, CODES[name]).aggregates.kind
        for name in ("ecole", "college", "lycee", "lp", "maternelle")
    }
    assert kinds == {"ecole": "ecole", "college": "college", "lycee": "lgt", "lp": "lp", "maternelle": "ecole"}


def test_pupils_zone_and_priority_education_come_from_the_annuaire(directory: Path) -> None:
    found = read_open_data(directory, None, None, CODES["college"]).aggregates
    assert (found.pupils, found.zone, found.priority_education, found.ips) == (400, "C", "REP+", None)
    assert found.name == "Collège des Essais (population fictive)"


def test_a_nursery_school_has_no_pupil_after_gs(directory: Path) -> None:
    levels = present(read_open_data(directory, None, None, CODES["maternelle"]).aggregates.pupils_by_level)
    assert sum(levels[level] for level in ("PS", "MS", "GS")) == 60
    assert levels["CP"] == 0


def test_the_school_says_that_it_is_fictitious_and_where_its_aggregates_come_from(directory: Path) -> None:
    for asked, seed in (({}, 1), ({"seed": 3}, 3)):
        school = school_from_open_data(directory, None, None, CODES["ecole"], **cast(Any, asked))
        assert school.origin == f"École fictive, graine {seed}, d'après les données ouvertes de {CODES['ecole']}"
        assert len(school.pupils) == 150


def test_a_very_long_name_still_says_that_the_people_are_fictitious(files: Any) -> None:
    for length, kept in ((179, 179), (180, 179)):
        content = "uai;nom_etablissement;nature;academie;nombre_d_eleves\n{college};" + "N" * length
        reading = read_open_data(files("a.csv", content + ";COLLEGE;Lyon;100\n"), None, None, CODES["college"])
        assert reading.aggregates.name == "N" * kept + " (population fictive)"
        assert reading.official_name == "N" * length


def test_the_main_site_gives_its_name_rather_than_the_annexe(directory: Path) -> None:
    assert read_open_data(directory, None, None, CODES["annexe"]).official_name == "Collège principal"


def test_of_two_main_sites_the_one_with_its_pupils_is_taken(files: Any) -> None:
    content = "uai;nom_etablissement;nature;academie;nombre_d_eleves\n{college};A;COLLEGE;Lyon;\n"
    directory = files("a.csv", content + "{college};B;COLLEGE;Lyon;100\n")
    assert read_open_data(directory, None, None, CODES["college"]).official_name == "B"


IPS_COLUMNS = [
    "rentree_scolaire;uai;nom_de_l_etablissment;effectifs;ips\n2021-2022;{college};X;380;70.1\n2022-2023;{college};X;390;80.5\n",
    "Rentrée scolaire;UAI;Nom de l'établissement;Effectifs;IPS\n2022-2023;{college};X;390;80,5\n",
    "Rentrée scolaire,Code établissement,IPS\n2022-2023,{college},80.5\n",
]


@pytest.mark.parametrize("content", IPS_COLUMNS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_ips_is_read_from_old_and_new_columns_at_its_latest_year(
    directory: Path, files: Any, content: Any, encoding: str
) -> None:
    ips = files("ips.csv", content, encoding)
    assert read_open_data(directory, ips, None, CODES["college"]).aggregates.ips == 80.5


@pytest.mark.parametrize("suppressed", ["NS", "", "n.d."])
def test_a_suppressed_ips_is_a_hypothesis_that_is_told(directory: Path, files: Any, suppressed: str) -> None:
    ips = files("ips.csv", f"uai;ips\n{{college}};{suppressed}\n")
    reading = read_open_data(directory, ips, None, CODES["college"])
    assert reading.aggregates.ips is None
    assert any("n'est pas publié" in note for note in reading.notes)


LYCEES = """uai;effectifs_voie_gt;effectifs_voie_pro;ips_voie_gt;ips_voie_pro;ips_ensemble_gt_pro
{{lycee}};{gt};{pro};110;80;99
"""


@pytest.mark.parametrize(("gt", "pro", "kind", "ips"), [(500, 400, "lgt", 110), (400, 500, "lp", 80)])
def test_a_lycee_polyvalent_takes_its_larger_voie_and_says_so(
    directory: Path, files: Any, gt: int, pro: int, kind: str, ips: int
) -> None:
    reading = read_open_data(directory, files("ips.csv", LYCEES.format(gt=gt, pro=pro)), None, CODES["lycee"])
    assert (reading.aggregates.kind, reading.aggregates.ips) == (kind, ips)
    track = {"lgt": "générale et technologique", "lp": "professionnelle"}[kind]
    assert f"tous ses élèves sont supposés dans la voie {track}, la plus nombreuse." in reading.notes[0]


@pytest.mark.parametrize(
    ("nature", "code", "told"),
    [
        ("", "306", True),
        ("LYCEE POLYVALENT", "", True),
        ("LPO", "306", True),
        ("LYCEE D ENSEIGNEMENT GENERAL", "302", False),
        ("LYCEE LPO", "", True),
        ("LYCEE", "", False),
    ],
)
def test_a_lycee_polyvalent_is_known_by_its_code_or_by_its_label(
    files: Any, nature: str, code: str, told: bool
) -> None:
    content = f"uai;nature;code_nature;academie;nombre_d_eleves\n{{lycee}};{nature};{code};Lyon;100\n"
    notes = read_open_data(files("a.csv", content), None, None, CODES["lycee"]).notes
    assert any("polyvalent" in note for note in notes) == told


@pytest.mark.parametrize(
    ("nature", "code", "kind"),
    [
        ("", "340", "college"),  # the code speaks before the type
        ("LYCEE PROFESSIONNEL", "", "lp"),  # so does the label
        ("", "", "lgt"),
        ("SERVICE DES BOURSES", "", None),  # a nature that is no school is not outvoted by the type
    ],
)
def test_the_type_decides_only_where_there_is_no_nature(files: Any, nature: str, code: str, kind: str | None) -> None:
    content = f"uai;type_etablissement;nature;code_nature;academie;nombre_d_eleves\n{{lycee}};Lycée;{nature};{code};"
    directory = files("a.csv", content + "Lyon;100\n")
    if kind:
        assert read_open_data(directory, None, None, CODES["lycee"]).aggregates.kind == kind
    else:
        with pytest.raises(OpenDataError, match="SERVICE DES BOURSES"):
            read_open_data(directory, None, None, CODES["lycee"])


@pytest.mark.parametrize(
    ("annuaire", "rep", "rep_plus", "expected"),
    [
        ("", "0", "0", "non"),
        ("", "", "", "non"),
        ("REP", "", "", "REP"),
        ("REP +", "", "", "REP+"),
        ("", "1", "0", "REP"),
        ("", "0", "1", "REP+"),
        ("REP", "0", "1", "REP+"),
    ],
)
def test_priority_education_is_read_in_either_file(
    files: Any, annuaire: str, rep: str, rep_plus: str, expected: str
) -> None:
    content = f"uai;nature;academie;nombre_d_eleves;education_prioritaire\n{{college}};COLLEGE;Lyon;100;{annuaire}\n"
    counts = files("effectifs.csv", f"uai;REP;REP +\n{{college}};{rep};{rep_plus}\n")
    found = read_open_data(files("a.csv", content), None, counts, CODES["college"]).aggregates
    assert found.priority_education == expected


def test_effectifs_of_ecoles_give_classes_and_levels_of_the_latest_year(directory: Path, files: Any) -> None:
    effectifs = files(
        "effectifs.csv",
        "Rentrée scolaire;Numéro de l'école;REP;REP +;Nombre total de classes;Nombre total d'élèves;"
        "Nombre d'élèves en pré-élémentaire hors ULIS;Nombre d'élèves en CP hors ULIS;Nombre d'élèves en CE1 hors ULIS;"
        "Nombre d'élèves en CE2 hors ULIS;Nombre d'élèves en CM1 hors ULIS;Nombre d'élèves en CM2 hors ULIS\n"
        "2021;{ecole};0;0;5;100;40;20;10;10;10;10\n2022;{ecole};1;0;7;160;60;20;20;20;20;20\n",
    )
    found = read_open_data(directory, None, effectifs, CODES["ecole"]).aggregates
    assert (found.pupils, found.classes, found.priority_education) == (160, 7, "REP")
    assert present(found.pupils_by_level)["CP"] == 20
    assert sum(present(found.pupils_by_level)[level] for level in ("PS", "MS", "GS")) == 60


def test_effectifs_of_colleges_give_levels_whatever_the_length_of_the_column_name(directory: Path, files: Any) -> None:
    effectifs = files(
        "effectifs.csv",
        "Rentrée scolaire;Numéro du collège;Nombre d'élèves total (nombre d'élèves dans les formations du 1er cycle);"
        "Nombre total de 6èmes;Nombre total de 5èmes;Nombre total de 4èmes;Nombre total de 3èmes\n"
        "2021;{vide};410;110;100;100;100\n",
    )
    found = read_open_data(directory, None, effectifs, CODES["vide"]).aggregates
    assert present(found.pupils_by_level) == {"6e": 110, "5e": 100, "4e": 100, "3e": 100}


def test_effectifs_of_the_second_degre_give_the_total_and_the_difference_is_told(directory: Path, files: Any) -> None:
    effectifs = files(
        "effectifs.csv",
        "Annee_scolaire;Numero_d_etablissement;Nombre_d_eleves\n2019-2020;{lp};1 020\n2018-2019;{lp};9\n",
    )
    reading = read_open_data(directory, None, effectifs, CODES["lp"])
    assert reading.aggregates.pupils == 1020
    assert reading.aggregates.classes is None
    assert reading.notes == (
        "1\u202f020 élèves d'après le fichier d'effectifs (2019-2020). L'annuaire en dit 300.",
        "L'IPS n'est pas donné\u00a0: il est supposé, d'après l'éducation prioritaire.",
    )


@pytest.mark.parametrize(
    ("code", "published", "note"),
    [
        ("college", 400, "400 élèves d'après le fichier d'effectifs."),
        ("college", 401, "401 élèves d'après le fichier d'effectifs. L'annuaire en dit 400."),
        ("college", 0, "400 élèves d'après l'annuaire."),
        ("vide", 401, "401 élèves d'après le fichier d'effectifs."),
    ],
)
def test_the_annuaire_is_quoted_only_when_it_says_another_number(
    directory: Path, files: Any, code: str, published: int, note: str
) -> None:
    effectifs = files("effectifs.csv", f"uai;effectif\n{{{code}}};{published}\n")
    assert read_open_data(directory, None, effectifs, CODES[code]).notes[0] == note


@pytest.mark.parametrize(("published", "kept"), [("", None), ("0", None), ("1", 1), ("3", 3), ("4", 3)])
def test_there_are_never_more_classes_than_pupils(
    directory: Path, files: Any, published: str, kept: int | None
) -> None:
    effectifs = files("effectifs.csv", f"uai;effectif;nb_classes\n{{vide}};3;{published}\n")
    assert read_open_data(directory, None, effectifs, CODES["vide"]).aggregates.classes == kept


@pytest.mark.parametrize(
    ("nursery", "cp", "expected"),
    [("", "30", {"CP": 30}), ("30", "0", {"PS", "MS", "GS"}), ("15", "15", {"PS", "MS", "GS", "CP"})],
)
def test_published_levels_leave_no_pupil_elsewhere(
    directory: Path, files: Any, nursery: str, cp: str, expected: Any
) -> None:
    effectifs = files(
        "effectifs.csv",
        "uai;effectif;Nombre d'élèves en pré-élémentaire hors ULIS;Nombre d'élèves en CP hors ULIS\n"
        f"{{ecole}};30;{nursery};{cp}\n",
    )
    levels = present(read_open_data(directory, None, effectifs, CODES["ecole"]).aggregates.pupils_by_level)
    assert {level for level, count in levels.items() if count} == set(expected)


@pytest.mark.parametrize(
    ("name", "nursery", "elementary", "expected"),
    [
        ("X", "1", "0", "PS"),
        ("X", "1", "", "PS"),
        ("X", "0", "1", "CP"),
        ("X", "", "1", "CP"),
        ("X", "1", "1", "PS CP"),
        ("X", "0", "0", "PS CP"),
        ("École maternelle X", "1", "1", "PS CP"),  # the columns speak before the name
        ("École maternelle X", "", "", "PS"),
        ("École élémentaire X", "", "", "CP"),
        ("École primaire, site de la maternelle", "", "", "PS CP"),
        ("École X", "", "", "PS CP"),
    ],
)
def test_without_published_levels_the_levels_are_those_that_the_school_takes(
    files: Any, name: str, nursery: str, elementary: str, expected: str
) -> None:
    columns = "uai;nom_etablissement;ecole_maternelle;ecole_elementaire;nature;academie;nombre_d_eleves\n"
    row = f"{{ecole}};{name};{nursery};{elementary};ECOLE DE NIVEAU ELEMENTAIRE;Lyon;200\n"
    levels = present(
        read_open_data(files("a.csv", columns + row), None, None, CODES["ecole"]).aggregates.pupils_by_level
    )
    assert " ".join(level for level in ("PS", "CP") if levels[level]) == expected


def test_an_older_directory_with_commas_is_enough_with_an_ips_file(files: Any) -> None:
    old = files("annuaire.csv", OLD_DIRECTORY, "cp1252")
    ips = files("ips.csv", IPS_COLUMNS[0])
    found = read_open_data(old, ips, None, CODES["college"]).aggregates
    assert (found.kind, found.zone, found.pupils, found.ips) == ("college", "C", 390, 80.5)


def test_without_any_nature_the_voies_of_a_lycee_decide(files: Any) -> None:
    content = "uai;type_etablissement;voie_generale;voie_technologique;voie_professionnelle;nombre_d_eleves;academie\n"
    directory = files(
        "a.csv",
        content + "{lycee};Lycée;1;0;1;800;Lyon\n{lp};Lycée;0;0;1;300;Lyon\n{college};;;;;1;Lyon\n"
        "{vide};Lycée;;;;1;Lyon\n",
    )
    assert read_open_data(directory, None, None, CODES["lycee"]).aggregates.kind == "lgt"
    assert read_open_data(directory, None, None, CODES["lp"]).aggregates.kind == "lp"
    assert read_open_data(directory, None, None, CODES["vide"]).aggregates.kind == "lgt"
    with pytest.raises(OpenDataError, match="nature inconnue"):
        read_open_data(directory, None, None, CODES["college"])


def test_no_number_of_pupils_anywhere_asks_for_a_file(directory: Path) -> None:
    with pytest.raises(OpenDataError, match="ajouter un fichier d'effectifs"):
        read_open_data(directory, None, None, CODES["vide"])


def test_an_establishment_that_is_not_a_school_is_named_with_its_nature(directory: Path) -> None:
    with pytest.raises(OpenDataError, match="CENTRE D INFORMATION"):
        read_open_data(directory, None, None, CODES["cio"])


def test_an_academie_outside_the_three_zones_asks_for_one_and_says_that_it_is_supposed(directory: Path) -> None:
    with pytest.raises(OpenDataError, match=r"Corse.*--zone A, B ou C"):
        read_open_data(directory, None, None, CODES["corse"])
    for zone in ("A", "B", "C"):
        reading = read_open_data(directory, None, None, CODES["corse"], zone)
        assert (reading.aggregates.zone, reading.zone_supposed) == (zone, True)
        assert any(f"supposées être celles de la zone {zone}" in note for note in reading.notes)


def test_an_academie_that_has_a_zone_keeps_it_and_says_so_if_another_was_asked_for(directory: Path) -> None:
    readings = {zone: read_open_data(directory, None, None, CODES["college"], zone) for zone in (None, "C", "A")}
    assert {(one.aggregates.zone, one.zone_supposed) for one in readings.values()} == {("C", False)}
    assert readings[None].notes == readings["C"].notes
    assert any("la zone A, demandée, n'a pas servi" in note for note in readings["A"].notes)


def test_an_academie_that_is_not_said_asks_for_a_zone_too(files: Any) -> None:
    content = f"uai;nom_etablissement;nature;nombre_d_eleves\n{CODES['college']};Collège;COLLEGE;100\n"
    with pytest.raises(OpenDataError, match="--zone A, B ou C"):
        read_open_data(files("a.csv", content), None, None, CODES["college"])
    assert read_open_data(files("a.csv", content), None, None, CODES["college"], "A").zone_supposed


def test_an_absent_code_is_answered_with_its_neighbours(directory: Path) -> None:
    with pytest.raises(OpenDataError, match=f"odes voisins.*{CODES['maternelle']}") as error:
        read_open_data(directory, None, None, uai("9990010"))
    assert "(9 établissements)" in str(error.value)


def test_a_directory_of_one_school_says_so_in_the_singular(files: Any) -> None:
    content = f"uai;nom_etablissement;nature;nombre_d_eleves\n{CODES['college']};Collège;COLLEGE;100\n"
    with pytest.raises(OpenDataError) as error:
        read_open_data(files("a.csv", content), None, None, uai("9990010"))
    assert "(1 établissement)" in str(error.value)


def test_a_code_with_a_wrong_letter_is_answered_with_its_neighbours_too(directory: Path) -> None:
    with pytest.raises(UaiError, match=f"faute de frappe.*odes voisins.*{CODES['ecole']}"):
        read_open_data(directory, None, None, CODES["ecole"][:7] + "A")


def test_neighbours_are_found_whatever_the_capitals_and_spaces_and_told_without_a_name(files: Any) -> None:
    directory = files("a.csv", "uai;nature\n{college};COLLEGE\n{lp};LYCEE\n")
    typed = "9890" + CODES["college"][4:7] + "A"  # two faults
    for text in (typed, typed.lower(), f"      {typed}      "):
        with pytest.raises(UaiError) as error:
            read_open_data(directory, None, None, text)
        near = "\u00a0; ".join(near_codes(typed, [CODES["college"], CODES["lp"]]))
        assert CODES["college"] in near
        assert str(error.value).endswith(f"Dans l'annuaire, codes voisins\u00a0: {near}.")


def test_a_file_that_is_not_there_is_refused_in_french(tmp_path: Path) -> None:
    with pytest.raises(OpenDataError, match="ne peut pas être lu"):
        read_open_data(tmp_path / "rien.csv", None, None, CODES["ecole"])


def test_a_changed_file_is_read_again(files: Any) -> None:
    first = files("a.csv", "uai;nature;academie;nombre_d_eleves\n{college};COLLEGE;Lyon;100\n")
    assert read_open_data(first, None, None, CODES["college"]).aggregates.pupils == 100
    files("a.csv", "uai;nature;academie;nombre_d_eleves\n{college};COLLEGE;Lyon;2000\n")
    assert read_open_data(first, None, None, CODES["college"]).aggregates.pupils == 2000


@real_files
def test_the_real_annuaire_has_only_right_control_letters() -> None:
    codes = read_open_table(DEPARTMENT / "fr-en-annuaire-education.csv").rows
    assert len(codes) == 993
    assert [code for code in codes if check_uai(code) != code] == []


@real_files
def test_every_establishment_of_a_department_gives_aggregates_or_a_reason() -> None:
    annuaire = DEPARTMENT / "fr-en-annuaire-education.csv"
    entries = read_open_table(annuaire).rows
    files = {
        "Ecole": (None, DEPARTMENT / "fr-en-ecoles-effectifs-nb_classes.csv"),
        "Collège": (
            SCHOOLS / "ips/fr-en-ips-colleges-ap2022.csv",
            DEPARTMENT / "fr-en-college-effectifs-niveau-sexe-lv.csv",
        ),
        "Lycée": (SCHOOLS / "ips/fr-en-ips-lycees-ap2022.csv", DEPARTMENT / "fr-en-effectifs-second-degre.csv"),
    }
    kinds: dict[str, int] = {}
    reasons: list[str] = []
    for rank, (code, rows) in enumerate(entries.items()):
        ips, effectifs = files.get(rows[0].get("type", ""), (None, None))
        try:
            reading = read_open_data(annuaire, ips, effectifs, code)
        except OpenDataError as error:
            reasons.append(str(error))
            continue
        kinds[reading.aggregates.kind] = kinds.get(reading.aggregates.kind, 0) + 1
        assert reading.notes
        if rank % 40 == 0:
            assert len(generate(reading.aggregates, 1).pupils) == reading.aggregates.pupils
    assert kinds == {"ecole": 675, "college": 109, "lgt": 38, "lp": 21}
    assert len(reasons) == len(entries) - sum(kinds.values()) == 150
    assert all(reason.endswith(("inventer la population.", "qui contient cet établissement.")) for reason in reasons)


@real_files
def test_the_file_of_addresses_serves_as_a_directory_too() -> None:
    addresses = DEPARTMENT / "fr-en-adresse-et-geolocalisation.csv"
    effectifs = DEPARTMENT / "fr-en-college-effectifs-niveau-sexe-lv.csv"
    found = read_open_data(addresses, None, effectifs, "0351906G").aggregates
    assert (found.kind, found.zone, found.pupils) == ("college", "B", 687)

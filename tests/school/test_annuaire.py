"""Un établissement réel : les fichiers ouverts de plusieurs millésimes, chacun donne des agrégats ou une raison."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.school.annuaire import aggregates_from_open_data, read_open_data, school_from_open_data
from liaison.school.csv_text import plain
from liaison.school.generator import generate
from liaison.school.open_tables import OpenDataError, number, read_open_table
from liaison.school.uai import LETTERS, UaiError, check_uai, control_letter, near_codes

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
def files(tmp_path):
    def write(name: str, content: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content.format(**CODES).encode(encoding))
        return path

    return write


@pytest.fixture
def directory(files) -> Path:
    return files("annuaire.csv", NEW_DIRECTORY, "utf-8-sig")


def test_each_kind_of_establishment_is_recognised(directory):
    kinds = {
        name: aggregates_from_open_data(directory, None, None, CODES[name]).kind
        for name in ("ecole", "college", "lycee", "lp", "maternelle")
    }
    assert kinds == {"ecole": "ecole", "college": "college", "lycee": "lgt", "lp": "lp", "maternelle": "ecole"}


def test_pupils_zone_and_priority_education_come_from_the_annuaire(directory):
    found = aggregates_from_open_data(directory, None, None, CODES["college"])
    assert (found.pupils, found.zone, found.priority_education, found.ips) == (400, "C", "REP+", None)
    assert found.name == "Collège des Essais (population fictive)"


def test_a_nursery_school_has_no_pupil_after_gs(directory):
    levels = aggregates_from_open_data(directory, None, None, CODES["maternelle"]).pupils_by_level
    assert sum(levels[level] for level in ("PS", "MS", "GS")) == 60
    assert levels["CP"] == 0


def test_the_school_says_that_it_is_fictitious_and_where_its_aggregates_come_from(directory):
    school = school_from_open_data(directory, None, None, CODES["ecole"], seed=3)
    assert school.origin == f"École fictive, graine 3, d'après les données ouvertes de {CODES['ecole']}"
    assert len(school.pupils) == 150


def test_the_main_site_gives_its_name_rather_than_the_annexe(directory):
    assert read_open_data(directory, None, None, CODES["annexe"]).official_name == "Collège principal"


IPS_COLUMNS = [
    "rentree_scolaire;uai;nom_de_l_etablissment;effectifs;ips\n2021-2022;{college};X;380;70.1\n2022-2023;{college};X;390;80.5\n",
    "Rentrée scolaire;UAI;Nom de l'établissement;Effectifs;IPS\n2022-2023;{college};X;390;80,5\n",
    "Rentrée scolaire,Code établissement,IPS\n2022-2023,{college},80.5\n",
]


@pytest.mark.parametrize("content", IPS_COLUMNS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_ips_is_read_from_old_and_new_columns_at_its_latest_year(directory, files, content, encoding):
    ips = files("ips.csv", content, encoding)
    assert aggregates_from_open_data(directory, ips, None, CODES["college"]).ips == 80.5


@pytest.mark.parametrize("suppressed", ["NS", "", "n.d."])
def test_a_suppressed_ips_is_a_hypothesis_that_is_told(directory, files, suppressed):
    ips = files("ips.csv", f"uai;ips\n{{college}};{suppressed}\n")
    reading = read_open_data(directory, ips, None, CODES["college"])
    assert reading.aggregates.ips is None
    assert any("n'est pas publié" in note for note in reading.notes)


LYCEES = """uai;effectifs_voie_gt;effectifs_voie_pro;ips_voie_gt;ips_voie_pro;ips_ensemble_gt_pro
{{lycee}};{gt};{pro};110;80;99
"""


@pytest.mark.parametrize(("gt", "pro", "kind", "ips"), [(500, 400, "lgt", 110), (400, 500, "lp", 80)])
def test_a_lycee_polyvalent_takes_its_larger_voie_and_says_so(directory, files, gt, pro, kind, ips):
    reading = read_open_data(directory, files("ips.csv", LYCEES.format(gt=gt, pro=pro)), None, CODES["lycee"])
    assert (reading.aggregates.kind, reading.aggregates.ips) == (kind, ips)
    assert any("polyvalent" in note for note in reading.notes)


def test_effectifs_of_ecoles_give_classes_and_levels_of_the_latest_year(directory, files):
    effectifs = files(
        "effectifs.csv",
        "Rentrée scolaire;Numéro de l'école;REP;REP +;Nombre total de classes;Nombre total d'élèves;"
        "Nombre d'élèves en pré-élémentaire hors ULIS;Nombre d'élèves en CP hors ULIS;Nombre d'élèves en CE1 hors ULIS;"
        "Nombre d'élèves en CE2 hors ULIS;Nombre d'élèves en CM1 hors ULIS;Nombre d'élèves en CM2 hors ULIS\n"
        "2021;{ecole};0;0;5;100;40;20;10;10;10;10\n2022;{ecole};1;0;7;160;60;20;20;20;20;20\n",
    )
    found = aggregates_from_open_data(directory, None, effectifs, CODES["ecole"])
    assert (found.pupils, found.classes, found.priority_education) == (160, 7, "REP")
    assert found.pupils_by_level["CP"] == 20
    assert sum(found.pupils_by_level[level] for level in ("PS", "MS", "GS")) == 60


def test_effectifs_of_colleges_give_levels_whatever_the_length_of_the_column_name(directory, files):
    effectifs = files(
        "effectifs.csv",
        "Rentrée scolaire;Numéro du collège;Nombre d'élèves total (nombre d'élèves dans les formations du 1er cycle);"
        "Nombre total de 6èmes;Nombre total de 5èmes;Nombre total de 4èmes;Nombre total de 3èmes\n"
        "2021;{vide};410;110;100;100;100\n",
    )
    found = aggregates_from_open_data(directory, None, effectifs, CODES["vide"])
    assert found.pupils_by_level == {"6e": 110, "5e": 100, "4e": 100, "3e": 100}


def test_effectifs_of_the_second_degre_give_the_total_and_the_difference_is_told(directory, files):
    effectifs = files(
        "effectifs.csv",
        "Annee_scolaire;Numero_d_etablissement;Nombre_d_eleves\n2019-2020;{lp};1 020\n2018-2019;{lp};9\n",
    )
    reading = read_open_data(directory, None, effectifs, CODES["lp"])
    assert reading.aggregates.pupils == 1020
    assert "1020 élèves d'après le fichier d'effectifs (2019-2020). L'annuaire en dit 300." in reading.notes


def test_an_older_directory_with_commas_is_enough_with_an_ips_file(files):
    old = files("annuaire.csv", OLD_DIRECTORY, "cp1252")
    ips = files("ips.csv", IPS_COLUMNS[0])
    found = aggregates_from_open_data(old, ips, None, CODES["college"])
    assert (found.kind, found.zone, found.pupils, found.ips) == ("college", "C", 390, 80.5)


def test_without_any_nature_the_voies_of_a_lycee_decide(files):
    content = "uai;type_etablissement;voie_generale;voie_technologique;voie_professionnelle;nombre_d_eleves;academie\n"
    directory = files(
        "a.csv", content + "{lycee};Lycée;1;0;1;800;Lyon\n{lp};Lycée;0;0;1;300;Lyon\n{college};;;;;1;Lyon\n"
    )
    assert aggregates_from_open_data(directory, None, None, CODES["lycee"]).kind == "lgt"
    assert aggregates_from_open_data(directory, None, None, CODES["lp"]).kind == "lp"
    with pytest.raises(OpenDataError, match="nature inconnue"):
        aggregates_from_open_data(directory, None, None, CODES["college"])


def test_no_number_of_pupils_anywhere_asks_for_a_file(directory):
    with pytest.raises(OpenDataError, match="ajouter un fichier d'effectifs"):
        aggregates_from_open_data(directory, None, None, CODES["vide"])


def test_an_establishment_that_is_not_a_school_is_named_with_its_nature(directory):
    with pytest.raises(OpenDataError, match="CENTRE D INFORMATION"):
        aggregates_from_open_data(directory, None, None, CODES["cio"])


def test_an_academie_outside_the_three_zones_asks_for_one(directory):
    with pytest.raises(OpenDataError, match="Corse"):
        aggregates_from_open_data(directory, None, None, CODES["corse"])
    assert aggregates_from_open_data(directory, None, None, CODES["corse"], zone="B").zone == "B"


def test_an_absent_code_is_answered_with_its_neighbours(directory):
    with pytest.raises(OpenDataError, match=f"odes voisins.*{CODES['maternelle']}") as error:
        aggregates_from_open_data(directory, None, None, uai("9990010"))
    assert "(9 établissements)" in str(error.value)


def test_a_code_with_a_wrong_letter_is_answered_with_its_neighbours_too(directory):
    with pytest.raises(UaiError, match=f"faute de frappe.*odes voisins.*{CODES['ecole']}"):
        aggregates_from_open_data(directory, None, None, CODES["ecole"][:7] + "A")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "est vide"),
        ("uai;ips\n", "est vide"),
        ("a;b\n1;2\n", "colonne de code UAI"),
        ('uai;ips\n"x;1\n' + "y" * 200_000, "CSV"),
    ],
)
def test_a_file_that_is_something_else_is_refused_in_french(tmp_path, content, expected):
    path = tmp_path / "autre.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OpenDataError, match=expected):
        read_open_table(path)


def test_a_file_that_is_not_there_is_refused_in_french(tmp_path):
    with pytest.raises(OpenDataError, match="ne peut pas être lu"):
        aggregates_from_open_data(tmp_path / "rien.csv", None, None, CODES["ecole"])


def test_a_changed_file_is_read_again(files):
    first = files("a.csv", "uai;nature;academie;nombre_d_eleves\n{college};COLLEGE;Lyon;100\n")
    assert aggregates_from_open_data(first, None, None, CODES["college"]).pupils == 100
    files("a.csv", "uai;nature;academie;nombre_d_eleves\n{college};COLLEGE;Lyon;2000\n")
    assert aggregates_from_open_data(first, None, None, CODES["college"]).pupils == 2000


@given(st.integers(0, 9_999_999), st.sampled_from(LETTERS))
def test_only_the_control_letter_of_a_code_is_accepted(digits, letter):
    code = f"{digits:07d}{letter}"
    if letter == control_letter(code[:7]):
        assert check_uai(f" {code[:3]} {code[3:].lower()} ") == code
    else:
        with pytest.raises(UaiError, match=control_letter(code[:7])):
            check_uai(code)


@given(st.integers(0, 9_999_999), st.integers(0, 6), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(digits, place, shift):
    code = uai(f"{digits:07d}")
    wrong = code[:place] + str((int(code[place]) + shift) % 10) + code[place + 1 :]
    with pytest.raises(UaiError, match="faute de frappe"):
        check_uai(wrong)


@pytest.mark.parametrize("text", ["", "035", "0350001", "035000111", "O350001A", "0350001É", "٠350001A"])
def test_what_is_not_a_code_is_shown_what_one_looks_like(text):
    with pytest.raises(UaiError, match="sept chiffres et une lettre"):
        check_uai(text)


def test_near_codes_come_best_first():
    assert near_codes("0350012A", ["0350012B", "0999999Z", "0350021A"])[0] in ("0350012B", "0350021A")
    assert near_codes("0350012A", []) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("98,4", 98.4),
        ("98.4", 98.4),
        ("1 234", 1234),
        ("1\u202f234", 1234),
        ("540.0", 540),
        ("NS", None),
        ("", None),
        (None, None),
    ],
)
def test_published_numbers_are_read_and_suppressed_ones_are_none(text, value):
    assert number(text) == value


def test_column_names_are_compared_without_accents_capitals_or_punctuation():
    assert plain("Numéro de l'école") == "numero_de_l_ecole"
    assert plain("REP +") == "rep_plus" != plain("REP")


@real_files
def test_the_real_annuaire_has_only_right_control_letters():
    codes = read_open_table(DEPARTMENT / "fr-en-annuaire-education.csv").rows
    assert len(codes) == 993
    assert [code for code in codes if check_uai(code) != code] == []


@real_files
def test_every_establishment_of_a_department_gives_aggregates_or_a_reason():
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
def test_the_file_of_addresses_serves_as_a_directory_too():
    addresses = DEPARTMENT / "fr-en-adresse-et-geolocalisation.csv"
    effectifs = DEPARTMENT / "fr-en-college-effectifs-niveau-sexe-lv.csv"
    found = aggregates_from_open_data(addresses, None, effectifs, "0351906G")
    assert (found.kind, found.zone, found.pupils) == ("college", "B", 687)

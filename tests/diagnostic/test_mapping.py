"""La correspondance : proposée d'après les en-têtes, corrigée, gardée en fichier, relue l'an prochain."""

import json
from typing import Any

import jsonschema
import pandas as pd
import pytest
from diagnostic.survey_exports import DATA, csv_text, framaforms, google_forms, kobo, limesurvey, some_families
from hypothesis import given, settings
from hypothesis import strategies as st
from narrowing import present

from liaison.base.letters import normal
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import (
    MAPPING,
    MISSING_CODES,
    MappedColumn,
    Mapping,
    MappingError,
    check_mapping,
    mapping_text,
    split_list,
)
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.wording import lexicon

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=23)
EXPORTS = {
    "framaforms": lambda: framaforms(FAMILIES),
    "limesurvey": lambda: limesurvey(FAMILIES),
    "google_forms": lambda: google_forms(FAMILIES),
    "kobo": lambda: kobo(FAMILIES, labels=True),
}
SCHEMA = json.loads(MAPPING.schema())


def read(rows: Any, mapping: Any = None) -> Any:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, mapping, name="essai.csv")


def of(*columns: Any, **settings: Any) -> Any:
    return Mapping(questionnaire=QUESTIONNAIRE.id, colonnes=columns, **settings)


def targets(report: Any) -> Any:
    return {column.source: (column.cible, column.a_verifier) for column in report.mapping.colonnes}


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize("tool", sorted(EXPORTS))
def test_the_mapping_of_an_export_is_kept_as_a_file_and_reads_the_next_one_alike(tool: Any) -> None:
    first = read(EXPORTS[tool]())
    kept = mapping_text(first.mapping)
    again = MAPPING.parse(kept, "la correspondance")
    assert again == first.mapping
    assert mapping_text(again) == kept
    second = read(EXPORTS[tool](), again)
    assert second.answers.table.equals(FAMILIES.table)
    assert second.mapping == again


def test_headers_that_look_like_a_question_are_proposed_and_to_be_checked() -> None:
    sentence = "À la maison, comment avez-vous internet ?"
    rows = [[sentence, "connexions", "imprimantes", "Nom"], ["fixe", "", "maison", "Fictif"]]
    report = read(rows)
    assert targets(report) == {sentence: ("connexion", False), "imprimantes": ("imprimante", True)}
    assert any("à vérifier : imprimantes" in str(each).replace("\u00a0", " ") for each in report.flagged)


def test_words_that_look_like_an_answer_are_proposed_and_those_that_do_not_wait_for_a_decision() -> None:
    report = read([["connexion"], ["mobile limité"], ["fibre"], ["fixe"]])
    column = report.mapping.colonnes[0]
    assert column.valeurs == {"mobile limité": "mobile_limitee", "fibre": None, "fixe": "fixe"}
    assert column.mots_a_verifier == ("mobile limité",)
    assert [each.line for each in report.refused] == [3]


def test_a_corrected_mapping_reads_what_the_proposed_one_refused() -> None:
    rows = [["connexion", "Ordi ?"], ["fibre", "un peu"], ["fixe", "oui"]]
    proposed = read(rows)
    assert proposed.lines_refused == 1
    corrected = proposed.mapping.model_copy(
        update={
            "colonnes": (
                MappedColumn(source="connexion", cible="connexion", valeurs={"fibre": "fixe"}),
                MappedColumn(source="Ordi ?", cible="appareils__ordinateur", valeurs={"un peu": "non"}),
            )
        }
    )
    report = read(rows, corrected)
    assert report.refused == ()
    assert report.answers.table["connexion"].tolist() == ["fixe", "fixe"]
    assert report.answers.table["appareils__ordinateur"].iloc[1]


def test_a_mapping_says_what_a_word_means_even_against_the_questionnaire() -> None:
    rows = [["connexion"], ["fixe"]]
    report = read(rows, of(MappedColumn(source="connexion", cible="connexion", valeurs={"fixe": "aucune"})))
    assert report.answers.table["connexion"].tolist() == ["aucune"]


def test_a_column_of_free_text_gives_no_words_to_the_mapping() -> None:
    rows = [["connexion"], *[[f"phrase intime numéro {rank}"] for rank in range(80)], ["fixe"]]
    report = read(rows)
    assert report.mapping.colonnes[0].valeurs == {}
    assert "intime" not in mapping_text(report.mapping)
    assert (report.lines_in, len(report.answers)) == (81, 1)


def test_codes_that_nobody_chose_this_time_are_read_next_time() -> None:
    first = read([row for row in limesurvey(FAMILIES) if row[11] in ("connexion", "A1", "A2", "")])
    assert first.mapping.colonnes[5].cible == "connexion"
    assert read(limesurvey(FAMILIES), first.mapping).answers.table.equals(FAMILIES.table)


def test_codes_of_two_digits_keep_their_digits() -> None:
    known = lexicon(QUESTIONNAIRE)
    assert known.codes_like("imprimante", {"AO02": None}) == {"AO01": "maison", "AO02": "ailleurs", "AO03": "non"}
    assert list(known.codes_like("niveau", {"A12": None, "A3": None}))[8:10] == ["A9", "A10"]
    assert known.codes_like("imprimante", {"maison": "maison"}) == {}


def test_a_file_written_by_hand_in_version_1_still_loads_and_reads() -> None:
    mapping = MAPPING.load(DATA / "correspondance_v1.yaml")
    rows = [
        ["Accès internet", "Matériel", "Classe"],
        ["1", "PC|Tel", "6e"],
        ["3,0", "Rien", "CP"],
        ["7,5", "sans avis", "99"],
        ["2.0", "", "9"],
        ["5", "PC", "6e"],
    ]
    report = read(rows, mapping)
    table = report.answers.table
    assert table["connexion"].tolist()[:4] == ["fixe", "mobile_limitee", "aucune", "mobile_suffisante"]
    assert table["connexion"].isna().tolist() == [False, False, False, False, True]
    assert table["appareils__smartphone"].fillna(False).tolist() == [True, False, False, False, False]
    assert table["appareils__aucun"].isna().tolist() == [False, False, True, True, False]
    assert table["niveau"].tolist()[:2] == ["sixieme", "cp"]
    assert table["niveau"].isna().tolist() == [False, False, True, True, False]
    assert [(each.line, each.column) for each in report.unread] == [(6, "Accès internet")]


def test_a_file_of_another_version_is_refused_with_what_to_do() -> None:
    text = (DATA / "correspondance_v1.yaml").read_text(encoding="utf-8").replace("version: 1", "version: 2")
    with pytest.raises(MappingError, match="version 2"):
        MAPPING.parse(text, "la correspondance")


def test_the_schema_accepts_every_mapping_that_is_proposed_and_the_file_by_hand() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for mapping in (
        *(read(rows()).mapping for rows in EXPORTS.values()),
        MAPPING.load(DATA / "correspondance_v1.yaml"),
    ):
        jsonschema.validate(json.loads(mapping.model_dump_json()), SCHEMA)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"questionnaire": "autre"}, "autre"),
        ({"colonnes": [{"source": "a", "cible": "revenu"}]}, "n'est pas une question"),
        ({"colonnes": [{"source": "a", "cible": "seul"}]}, "n'est pas une question"),
        ({"colonnes": [{"source": "a", "cible": "connexion", "valeurs": {"x": "fibre"}}]}, "« fibre »"),
        ({"colonnes": [{"source": "a", "cible": "appareils__aucun", "valeurs": {"x": "fixe"}}]}, "oui"),
        (
            {"colonnes": [{"source": "a", "cible": "pret"}, {"source": "b", "cible": "pret__aucun"}]},
            "par une colonne et par des cases",
        ),
        ({"colonnes": [{"source": "a", "cible": "aide"}, {"source": "b", "cible": "aide"}]}, "la même cible"),
        ({"colonnes": [{"source": "a", "cible": "aide"}, {"source": "a", "cible": "canal"}]}, "la même source"),
        ({"colonnes": [{"source": "a", "cible": "aide", "separateur": "/"}]}, "separateur"),
        ({"colonnes": [{"source": "a", "cible": "aide", "couleur": "bleu"}]}, "couleur"),
        ({"colonnes": [{"source": "", "cible": "aide"}]}, "source"),
        ({"rien_coche": "peut-être"}, "rien_coche"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_the_place(change: Any, said: str) -> None:
    whole = {"version": 1, "questionnaire": QUESTIONNAIRE.id, "colonnes": []} | change
    with pytest.raises(MappingError) as refused:
        check_mapping(MAPPING.parse(json.dumps(whole), "la correspondance"), lexicon(QUESTIONNAIRE))
    assert said in str(refused.value).replace("\u00a0", " ")


@pytest.mark.parametrize("code", MISSING_CODES)
def test_no_usual_missing_code_is_ever_an_answer(code: Any) -> None:
    words = lexicon(QUESTIONNAIRE)
    columns = [*words.columns, *QUESTIONNAIRE.context]
    assert all(words.value(column, code) is None for column in columns)
    report = read([["connexion", "imprimante", "appareils__ordinateur"], [code, "maison", code]])
    assert report.answers.table[["connexion", "appareils__ordinateur"]].isna().all(axis=None)
    assert report.refused == ()


@pytest.mark.parametrize(
    ("one", "other"), [("3+", "3"), ("< 2", "2"), ("1/2", "12"), ("-1", "1"), ("2,5", "25"), ("plus de 3", "3")]
)
def test_two_answers_that_only_differ_by_a_sign_are_never_confused(one: str, other: str) -> None:
    mapping = of(MappedColumn(source="partage", cible="partage", valeurs={one: "un_enfant", other: "deux_enfants"}))
    report = read([["partage"], [one], [other]], mapping)
    assert report.answers.table["partage"].tolist() == ["un_enfant", "deux_enfants"]
    for known, unknown in ((one, other), (other, one)):
        alone = of(MappedColumn(source="partage", cible="partage", valeurs={known: "un_enfant"}), manquantes=())
        assert [refused.value for refused in read([["partage"], [known], [unknown]], alone).refused] == [unknown]


@pytest.mark.parametrize(
    ("one", "other"), [("2,0", "2"), ("2.50", "2,5"), (" Fibre ", "fibre"), ("FIBRE", "fibre"), ("L’été", "l'ete")]
)
def test_two_writings_of_one_answer_are_one(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["Une box", "Un ordi, une clé", "Rien", "Un ordi"]), unique=True), st.sampled_from(",;|")
)
def test_a_cell_of_several_answers_is_cut_where_they_end(answers: Any, separator: Any) -> None:
    known = {answer: answer for answer in ["Une box", "Un ordi, une clé", "Rien", "Un ordi"]}
    pairs = split_list(f"{separator} ".join(answers), separator, known.get)
    assert [value for _, value in pairs] == answers


@st.composite
def mappings(draw: Any) -> Any:
    """Return any mapping of the family questionnaire, as a person may have corrected it."""
    words = lexicon(QUESTIONNAIRE)
    lists = [item.id for item in QUESTIONNAIRE.items if item.kind == "multiple"]
    cibles = draw(st.lists(st.sampled_from([*words.columns, *lists, *QUESTIONNAIRE.context]), unique=True))
    sources = draw(st.lists(st.text(min_size=1), min_size=len(cibles), max_size=len(cibles), unique=True))
    columns = []
    for source, cible in zip(sources, cibles, strict=True):
        accepted = st.sampled_from(words.accepted(cible)) | st.none()
        columns.append(
            MappedColumn(
                source=source,
                cible=cible,
                separateur=draw(st.sampled_from([None, ",", ";", "|", " ", "\n"])),
                valeurs=draw(st.dictionaries(st.text(), accepted, max_size=3)),
                a_verifier=draw(st.booleans()),
            )
        )
    missing = tuple(draw(st.lists(st.text(), max_size=3)))
    return of(*columns, manquantes=missing, rien_coche=draw(st.sampled_from(["sans_reponse", "non"])))


@settings(max_examples=60, deadline=None)
@given(mappings())
def test_any_mapping_comes_back_from_its_file_as_it_was(mapping: Any) -> None:
    assert MAPPING.parse(mapping_text(mapping), "la correspondance") == mapping
    jsonschema.validate(json.loads(mapping.model_dump_json()), SCHEMA)


def devices(*cells: str) -> Any:
    """Return a file whose one question has several boxes, all in one cell."""
    lines = "\n".join(f'"{cell}";fixe' for cell in cells)
    return read_answers(
        f"À la maison, quels appareils servent pour l'école ?;connexion\n{lines}\n".encode(), QUESTIONNAIRE
    )


@pytest.mark.parametrize("separator", [", ", ";", "; ", " | ", "\n"])
def test_what_separates_answers_is_what_gives_answers_even_when_each_only_looks_like_one(separator: str) -> None:
    words = ("Ordinateur", "Tablettes", "Téléphone avec internet")
    found = devices(separator.join(words), separator.join(words[:2]), words[0], separator.join(words[1:]))
    assert found.refused == ()
    table = found.answers.table
    assert table["appareils__ordinateur"].tolist() == [True, True, True, False]
    assert table["appareils__smartphone"].tolist() == [True, False, False, True]


def test_one_cell_written_otherwise_is_read_as_the_others_and_waits() -> None:
    usual = ["Un ordinateur;Une tablette"] * 6
    found = devices(*usual, "Un ordinateur, Une tablette", "Une tablette / autre")
    assert [each.line for each in found.unread] == [9]
    table = found.answers.table
    assert table["appareils__tablette"].tolist() == [*[True] * 7, pd.NA]
    assert table["connexion"].tolist() == ["fixe"] * 8
    # What separates the answers of the others is not what is in that one: it is only guessed.
    assert [each.words for each in found.guesses if each.words] == [
        (("Un ordinateur, Une tablette", "ordinateur+tablette"),)
    ]


def test_a_box_that_cannot_be_read_leaves_its_whole_question_unanswered_and_no_other() -> None:
    """To keep the boxes beside it would say « no » of one that may be ticked."""
    header = ["appareils__ordinateur", "appareils__tablette", "connexion"]
    report = read([header, ["oui", "un peu", "fixe"], ["oui", "non", "fixe"], ["oui", "un peu", ""]])
    assert [(each.line, each.column) for each in report.unread] == [(2, "appareils__tablette")]
    assert report.answers.table["appareils__ordinateur"].tolist() == [pd.NA, True]
    assert report.answers.table["connexion"].tolist() == ["fixe", "fixe"]
    assert [each.line for each in report.refused_lines] == [4]


def test_a_row_of_a_grid_that_cannot_be_read_leaves_the_other_rows_as_they_are() -> None:
    header = ["seul__se_connecter", "seul__envoyer_document"]
    report = read([header, ["sans_aide", "à moitié"]], of(*(MappedColumn(source=name, cible=name) for name in header)))
    assert [each.column for each in report.unread] == ["seul__envoyer_document"]
    assert report.answers.table["seul__se_connecter"].tolist() == ["sans_aide"]
    assert report.answers.table["seul__envoyer_document"].isna().tolist() == [True]


def test_words_that_nobody_knows_are_cut_where_they_repeat() -> None:
    found = devices("PC, Console", "Console, Liseuse", "PC, Liseuse", "PC", "Liseuse, Console, PC")
    (mapped, _) = present(found.mapping).colonnes
    assert mapped.separateur == ","
    assert set(mapped.valeurs) == {"PC", "Console", "Liseuse"}


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("6e", "sixieme"),
        ("6ème B", "sixieme"),
        ("5eA", "cinquieme"),
        ("3°C", "troisieme"),
        ("CM2 A", "cm2"),
        ("4e 3", "quatrieme"),
        ("3e1", "troisieme"),
        ("601", "sixieme"),
        ("4A", "quatrieme"),
    ],
)
def test_a_column_headed_class_is_the_level_whatever_the_class_is_called(written: str, level: str) -> None:
    report = read_answers(f"Classe;connexion\n{written};fixe\n".encode(), family_questionnaire(), name="classe.csv")
    assert report.answers.table["niveau"].tolist() == [level]


@pytest.mark.parametrize("written", ["6", "201", "6011", "5e 4e", "CM1 CM2", "CM1-2"])
def test_what_names_no_level_or_two_is_not_read_as_one(written: str) -> None:
    assert lexicon(family_questionnaire()).value("niveau", written) is None


DEVICES = [f"appareils__{box}" for box in ("ordinateur", "tablette", "smartphone", "aucun")]


def test_boxes_of_which_none_is_ticked_are_no_answer_where_one_of_them_says_none() -> None:
    """A tool that writes 0 for every box writes it too of a family that skipped the question."""
    lines = [["1", "0", "0", "0", "fixe"], ["0", "0", "0", "0", "fixe"], ["0", "0", "0", "1", "aucune"]]
    report = read([[*DEVICES, "connexion"], *lines, ["0", "0", "0", "0", ""]])
    assert report.answers.table["appareils__ordinateur"].tolist() == [True, pd.NA, False]
    assert report.answers.table["appareils__aucun"].tolist() == [False, pd.NA, True]
    assert (report.lines_aside, report.lines_refused) == (1, 0)
    # Where the form has no such box, nothing else says that a family has none.
    without = read([[*DEVICES[:3], "connexion"], *([*line[:3], line[4]] for line in lines)])
    assert without.answers.table["appareils__ordinateur"].tolist() == [True, False, False]

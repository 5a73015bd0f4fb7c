"""Des fichiers réels, que personne du projet n'a écrits : lus tels quels, ou refusés ligne à ligne avec la raison.

They stay where they are (`../shared/data`); without them, nothing is tested here. Each has its own questionnaire, made
from its own structure or written below: the reader reads any questionnaire, not only that of the suite.
"""

import csv
import json
import math
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from diagnostic.survey_exports import csv_text

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.indicators import TOGETHER, indicators
from liaison.diagnostic.questionnaire.questionnaire import QUESTIONNAIRE, Item, Questionnaire, family_questionnaire
from liaison.diagnostic.reading.mapping import MAPPING
from liaison.diagnostic.reading.reading import read_answers

SHARED = Path(__file__).parents[2] / "../shared/data"
EQUIPMENT, FORMS = SHARED / "equipment", SHARED / "survey_formats"
pytestmark = pytest.mark.skipif(
    not EQUIPMENT.is_dir() or not FORMS.is_dir(), reason="les fichiers réels ne sont pas là"
)


# --- Enquêtes de l'OCDE : l'équipement des élèves, la formation des professeurs -------------------------------------

PISA_2018 = """
version: 1
id: equipement_pisa
items:
- {id: ordinateur_de_travail, axis: equipement, kind: single, values: [oui, non]}
- {id: internet, axis: equipement, kind: single, values: [oui, non]}
- {id: ordinateurs, axis: equipement, kind: single, values: [aucun, un, deux, trois_ou_plus]}
- id: maison
  axis: equipement
  kind: grid
  rows: [ordinateur_fixe, portable, tablette, connexion, imprimante]
  values: [utilise, pas_utilise, absent]
- {id: duree, axis: competences, kind: single, values: [jamais, m30, h1, h2, h4, h6, plus]}
context:
  niveau: [annee_7, annee_8, annee_9, annee_10, annee_11, annee_12]
"""
YES_NO = "{1: oui, 2: non}"
USED = "{1: utilise, 2: pas_utilise, 3: absent}"
MAPPED_2018 = f"""
version: 1
questionnaire: equipement_pisa
colonnes:
- {{source: ST011Q04TA, cible: ordinateur_de_travail, valeurs: {YES_NO}}}
- {{source: ST011Q06TA, cible: internet, valeurs: {YES_NO}}}
- {{source: ST012Q06NA, cible: ordinateurs, valeurs: {{1: aucun, 2: un, 3: deux, 4: trois_ou_plus}}}}
- {{source: IC001Q01TA, cible: maison__ordinateur_fixe, valeurs: {USED}}}
- {{source: IC001Q02TA, cible: maison__portable, valeurs: {USED}}}
- {{source: IC001Q03TA, cible: maison__tablette, valeurs: {USED}}}
- {{source: IC001Q04TA, cible: maison__connexion, valeurs: {USED}}}
- {{source: IC001Q09TA, cible: maison__imprimante, valeurs: {USED}}}
- {{source: IC006Q01TA, cible: duree, valeurs: {{1: jamais, 2: m30, 3: h1, 4: h2, 5: h4, 6: h6, 7: plus}}}}
- {{source: ST001D01T, cible: niveau, valeurs: {{7: annee_7, 8: annee_8, 9: annee_9, 10: annee_10, 11: annee_11}}}}
manquantes: [5, 7, 8, 9, 95, 97, 98, 99]
"""
PISA_2000 = """
version: 1
id: equipement_2000
items:
- {id: internet, axis: equipement, kind: single, values: [oui, non]}
- {id: ordinateurs, axis: equipement, kind: single, values: [aucun, un, deux, trois_ou_plus]}
- {id: bureau, axis: equipement, kind: single, values: [oui, non]}
- {id: livres, axis: equipement, kind: single, values: [aucun, b10, b50, b100, b250, b500, plus]}
"""
MAPPED_2000 = """
version: 1
questionnaire: equipement_2000
colonnes:
- {source: internet, cible: internet}
- {source: computer_n, cible: ordinateurs, valeurs: {0: aucun, 1: un, 2: deux, 3+: trois_ou_plus}}
- {source: desk, cible: bureau}
- source: book
  cible: livres
  valeurs: {none: aucun, 1-10: b10, 11-50: b50, 51-100: b100, 101-250: b250, 251-500: b500, more than 500: plus}
"""
TALIS_2018 = """
version: 1
id: formation_talis
items:
- {id: sexe, axis: preferences, kind: single, values: [femme, homme]}
- id: formation
  axis: competences
  kind: grid
  rows: [contenu, pedagogie, pratique, diversite, transversal, numerique]
  values: [oui, non]
- id: pret
  axis: competences
  kind: grid
  rows: [contenu, pedagogie, pratique, diversite, transversal, numerique]
  values: [pas_du_tout, un_peu, bien, tres_bien]
"""
PARTS = dict(zip("abcdef", ("contenu", "pedagogie", "pratique", "diversite", "transversal", "numerique"), strict=True))
HOW_WELL = "{1: pas_du_tout, 2: un_peu, 3: bien, 4: tres_bien}"
MAPPED_TALIS = "\n".join(
    [
        "version: 1\nquestionnaire: formation_talis\nmanquantes: [6, 9]\ncolonnes:",
        "- {source: tt3g01, cible: sexe, valeurs: {1: femme, 2: homme}}",
        *(f"- {{source: tt3g06{key}1, cible: formation__{part}, valeurs: {YES_NO}}}" for key, part in PARTS.items()),
        *(f"- {{source: tt3g06{key}2, cible: pret__{part}, valeurs: {HOW_WELL}}}" for key, part in PARTS.items()),
    ]
)
# Later waves cut the number of books otherwise.
LATER = MAPPED_2000.replace(
    "1-10: b10, 11-50: b50, 51-100: b100, 101-250: b250, 251-500: b500",
    "0-10: b10, 11-25: b50, 26-100: b100, 101-200: b250, 201-500: b500",
)
SURVEYS = {
    "pisa_2018_ITA_ict_familiarity.csv": (PISA_2018, MAPPED_2018, "W_FSTUWT"),
    "pisa_2000_FRA_students.csv": (PISA_2000, MAPPED_2000, "stu_wgt"),
    "pisa_2006-2015_FRA_subset50.csv": (PISA_2000, LATER, "stu_wgt"),
    "talis_2018_FRA_teachers.csv": (TALIS_2018, MAPPED_TALIS, "tchwgt"),
}


def survey(name: Any) -> Any:
    """Return the report of a survey, its lines as the csv module reads them, its mapping and its weights."""
    questionnaire, mapping, weight = SURVEYS[name]
    asked = QUESTIONNAIRE.parse(questionnaire, "le questionnaire")
    mapped = MAPPING.parse(mapping, "la correspondance")
    with (EQUIPMENT / name).open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    return read_answers(EQUIPMENT / name, asked, mapped), lines, mapped, [float(line[weight]) for line in lines]


def code(cell: Any) -> Any:
    """Return a code of these files as the mapping writes it: 1.0 → 1."""
    return cell.removesuffix(".0")


@pytest.mark.parametrize("name", sorted(SURVEYS))
def test_weighted_shares_are_those_that_are_computed_from_the_file_itself(name: Any) -> None:
    report, lines, mapping, weights = survey(name)
    assert report.lines_in == len(lines)
    weighted = np.array(weights)[report.lines - 2]  # line 1 is the header
    compared = 0
    for column in mapping.colonnes:
        meaning = dict(column.valeurs) or {"yes": "oui", "no": "non"}
        answered = [
            (meaning[code(line[column.source])], weight)
            for line, weight in zip(lines, weights, strict=True)
            if code(line[column.source]) in meaning
        ]
        table = report.answers.table[column.cible]
        if name.startswith("pisa_2018") and column.cible == "niveau":
            continue  # context: lines without any answer are refused, their level with them
        for value in table.cat.categories:
            direct = math.fsum(w for each, w in answered if each == value) / math.fsum(w for _, w in answered)
            ours = weighted[(table == value).to_numpy()].sum() / weighted[table.notna().to_numpy()].sum()
            assert ours == pytest.approx(direct, rel=1e-12, abs=1e-15)
            assert (table == value).sum() == sum(each == value for each, _ in answered)
            compared += 1
    assert compared >= 15


@pytest.mark.parametrize("name", sorted(SURVEYS))
def test_every_line_of_a_survey_is_kept_or_has_no_answer_at_all(name: Any) -> None:
    report, lines, mapping, _ = survey(name)
    asked = [column for column in mapping.colonnes if column.cible != "niveau"]
    for refused in report.refused:
        line = lines[refused.line - 2]
        assert all(code(line[c.source]) not in (dict(c.valeurs) or {"yes", "no"}) for c in asked), refused
        assert "aucune question" in refused.reason
    assert report.lines_refused < len(lines) * 0.05


def test_a_missing_code_is_never_counted_although_it_is_a_number_like_the_others() -> None:
    report, lines, _, _ = survey("talis_2018_FRA_teachers.csv")
    skipped = sum(code(line["tt3g06f2"]) in ("6", "9") for line in lines)
    assert skipped == 83
    assert report.answers.table["pret__numerique"].isna().sum() + report.lines_refused >= skipped


@pytest.mark.parametrize("name", sorted(SURVEYS))
def test_what_may_be_published_of_a_survey_is_what_the_file_counts(name: Any) -> None:
    report, lines, mapping, _ = survey(name)
    context = next(iter(report.answers.questionnaire.context), None)
    by = context or report.answers.questionnaire.items[0].id
    published = indicators(report.answers, by=by).table
    shown = 0
    for column in mapping.colonnes:
        meaning = dict(column.valeurs) or {"yes": "oui", "no": "non"}
        question, _, part = column.cible.partition("__")
        rows = published[(published["groupe"] == TOGETHER) & (published["question"] == question)]
        for row in rows[(rows["partie"] == part) & rows["effectif"].notna()].itertuples():
            if row.valeur in meaning.values() and column.cible != context:
                assert row.effectif == sum(meaning.get(code(line[column.source])) == row.valeur for line in lines)
                shown += 1
    assert shown >= 8


def test_answers_that_an_older_mapping_does_not_know_are_said_cell_by_cell_never_guessed() -> None:
    questionnaire, mapping = QUESTIONNAIRE.parse(PISA_2000, "essai"), MAPPING.parse(MAPPED_2000, "essai")
    report = read_answers(EQUIPMENT / "pisa_2006-2015_FRA_subset50.csv", questionnaire, mapping)
    assert report.lines_in == 200
    assert {cell.value for cell in report.unread} == {"0-10", "11-25", "26-100", "101-200", "201-500"}
    assert {cell.column for cell in report.unread} == {"book"}


def test_a_survey_without_a_mapping_is_said_to_be_unknown_not_guessed() -> None:
    report = read_answers(EQUIPMENT / "talis_2018_FRA_teachers.csv", family_questionnaire())
    assert len(report.answers) == 0
    assert report.lines_in == report.lines_refused == 217
    assert "aucune colonne n'est reconnue" in report.refused[0].reason


# --- KoboToolbox : des formulaires et leurs réponses, tels que ses propres tests les gardent -------------------------


def kobo_form(name: Any) -> Any:
    """Return a form of KoboToolbox as a questionnaire; None when nothing in it is a choice."""
    form = json.loads((FORMS / "kobo_formpack" / name).read_text(encoding="utf-8"))
    values: dict[str, list[str]] = {}
    for choice in form["content"].get("choices", []):
        values.setdefault(choice["list_name"], []).append(plain(choice["name"]))
    items = []
    for question in form["content"]["survey"]:
        kind, _, listed = str(question["type"]).partition(" ")
        listed = listed.strip() or question.get("select_from_list_name") or ""
        if kind in ("select_one", "select_multiple") and len(values.get(listed, [])) >= 2:
            shape = "single" if kind == "select_one" else "multiple"
            items.append(Item(id=plain(question["name"]), axis="preferences", kind=shape, values=values[listed]))
    return Questionnaire(version=1, id="formulaire", items=items) if items else None, form["submissions"]


def plain(name: Any) -> Any:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("customer_satisfaction__v1.json", 3),
        ("grouped_translated__v1.json", 3),
        ("restaurant_profile__v3.json", 2),
        ("restaurant_profile__v4.json", 2),  # two places answered nothing that is a choice
        ("sanitation_report__v1.json", 4),
    ],
)
def test_answers_of_kobotoolbox_are_read_without_a_hand_on_them(name: str, kept: int) -> None:
    asked, submissions = kobo_form(name)
    report = read_answers(FORMS / "kobo_formpack" / name, asked)
    assert (report.lines_in, len(report.answers)) == (len(submissions), kept)
    assert all("aucune question" in refused.reason for refused in report.refused)
    for rank, line in enumerate(report.lines.tolist()):
        given = {plain(path.rpartition("/")[2]): value for path, value in submissions[line - 1].items()}
        row = report.answers.table.iloc[rank]
        for item in asked.items:
            said = [plain(word) for word in str(given.get(item.id, "")).split()]
            if item.kind == "single":
                assert said == ([row[item.id]] if isinstance(row[item.id], str) else [])
            else:
                ticked = report.answers.table.filter(like=f"{item.id}__").fillna(False).iloc[rank]
                assert set(said) == {str(name).partition("__")[2] for name, on in ticked.items() if on}


@pytest.mark.parametrize("path", sorted((FORMS / "kobo_formpack").glob("*.json")), ids=lambda path: path.stem)
def test_any_file_of_kobotoolbox_is_counted_line_by_line_with_a_reason(path: Any) -> None:
    report = read_answers(path, family_questionnaire())
    found = json.loads(path.read_text(encoding="utf-8"))
    assert report.lines_in == len(found if isinstance(found, list) else found["submissions"])
    assert report.lines_refused == report.lines_in
    assert report.refused
    assert all(refused.reason for refused in report.refused)


# --- LimeSurvey : des structures réelles, et l'export que LimeSurvey en ferait --------------------------------------


def structure(name: Any) -> Any:
    """Return the rows of each part of a structure of LimeSurvey."""
    root = ElementTree.parse(FORMS / "limesurvey" / name).getroot()
    return {
        part.tag: [{cell.tag: cell.text or "" for cell in row} for row in part.iterfind("rows/row")] for part in root
    }


def test_the_export_of_a_real_limesurvey_survey_is_read_by_its_codes() -> None:
    parts = structure("answers.lss")
    texts = {row["qid"]: plain(row["question"]) for row in parts["question_l10ns"]}
    codes = {row["aid"]: row["code"] for row in parts["answers"]}
    labels = {codes[row["aid"]]: plain(row["answer"]) for row in parts["answer_l10ns"]}
    boxes, array = parts["questions"]
    assert (boxes["type"], array["type"]) == ("M", "F")
    under = {q["qid"]: [s for s in parts["subquestions"] if s["parent_qid"] == q["qid"]] for q in (boxes, array)}
    ticked = [texts[s["qid"]] for s in under[boxes["qid"]]]
    rows = [texts[s["qid"]] for s in under[array["qid"]]]
    asked = Questionnaire(
        version=1,
        id="structure",
        items=[
            Item(id=plain(boxes["title"]), axis="preferences", kind="multiple", values=ticked),
            Item(id=plain(array["title"]), axis="preferences", kind="grid", rows=rows, values=list(labels.values())),
        ],
    )
    chance = np.random.default_rng(4)
    expected, lines = [], []
    for number in range(60):
        boxes_of = chance.random(len(ticked)) < 0.5
        chosen = chance.choice(list(labels), len(rows))
        expected.append(
            ({f"q01__{v}": bool(on) for v, on in zip(ticked, boxes_of, strict=True)} if boxes_of.any() else {})
            | {f"q02__{row}": labels[one] for row, one in zip(rows, chosen, strict=True)}
        )
        lines.append(
            [str(number + 1), "1980-01-01 00:00:00", "2", "en", *("Y" if on else "" for on in boxes_of), *chosen]
        )
    header = ["id", "submitdate", "lastpage", "startlanguage"]
    header += [f"{q['title']}[{s['title']}]" for q in (boxes, array) for s in under[q["qid"]]]
    report = read_answers(csv_text([header, *lines], ",").encode("utf-8-sig"), asked)
    assert report.format == "limesurvey"
    assert report.refused == ()
    assert report.answers.table.equals(answers_from_rows(expected, asked).table)


@pytest.mark.parametrize("name", ["answers.lss", "group.lsg", "limesurvey_survey_432535.lss", "survey.lss"])
def test_a_structure_given_in_the_place_of_answers_is_refused_with_what_to_do(name: str) -> None:
    report = read_answers(FORMS / "limesurvey" / name, family_questionnaire())
    assert (report.lines_in, len(report.answers)) == (0, 0)
    assert "exporter les réponses en CSV" in report.refused[0].reason

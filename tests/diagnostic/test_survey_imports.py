"""Les fichiers d'import : ce qu'un outil en tirerait, et l'aller-retour de ses exports par la lecture des réponses.

Each file is read back here as the tool reads it (LimeSurvey's TSVImportSurvey, PHP's arrays), then an export is made
with the codes and sentences found in it, and nothing else.
"""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from diagnostic.survey_exports import Rows, csv_text, some_families

from liaison.base.languages import languages
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.questionnaire.information import Information
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.questionnaire.questionnaire import QuestionnaireError, family_questionnaire
from liaison.diagnostic.questionnaire.survey_imports import (
    COLUMNS,
    framaforms_by_hand,
    framaforms_code,
    limesurvey_code,
    limesurvey_text,
    write_survey_imports,
)
from liaison.diagnostic.reading.reading import read_answers

QUESTIONNAIRE = family_questionnaire()
CODES = list(languages())
REAL = Path(__file__).parents[2] / "../shared/data/survey_formats/limesurvey"
TAGS = ["fr", "en", "es", "pt", "ar", "tr", "uk", "ro"]


def survey(text: str) -> list[dict[str, str]]:
    """Return the rows of a LimeSurvey survey structure."""
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


def questions(rows: list[dict[str, str]], tag: str) -> list[dict[str, Any]]:
    """Return the questions of a language with their sub-questions and answers, as LimeSurvey's import links them."""
    found: list[dict[str, Any]] = []
    for row in rows:
        if row["language"] != tag:
            continue
        if row["class"] == "Q":
            found.append({**row, "parts": [], "answers": []})
        elif row["class"] in ("SQ", "A"):
            found[-1]["parts" if row["class"] == "SQ" else "answers"].append(row)
    return found


def php(text: str) -> Any:
    """Return what PHP would read in an array that `var_export` wrote; fails on anything else."""
    tokens = re.findall(r"'(?:[^'\\]|\\.)*'|array \(|=>|\d+|[),]", text)
    assert re.sub(r"\s+", "", "".join(tokens)) == re.sub(r"\s+", "", text)
    place = 0

    def value() -> Any:
        nonlocal place
        token = tokens[place]
        place += 1
        if token.startswith("'"):
            return re.sub(r"\\(.)", r"\1", token[1:-1])
        if token != "array (":
            return int(token)
        found = {}
        while tokens[place] != ")":
            key = value()
            assert tokens[place] == "=>"
            place += 1
            found[key] = value()
            assert tokens[place] == ","
            place += 1
        place += 1
        return found

    whole = value()
    assert place == len(tokens)
    return whole


def asked_in(text: str) -> list[dict[str, Any]]:
    """Return the components of an import code that an export has columns for: all but its texts."""
    components = php(text.removeprefix("$webform = ").removesuffix(";\n"))["components"]
    return [one for one in components.values() if one["type"] != "markup"]


def given(answers: Answers, family: str) -> dict[str, Any]:
    return {str(name): None if pd.isna(value) else value for name, value in answers.table.loc[family].items()}


def limesurvey_export(answers: Answers, tag: str, *, sentences: bool) -> Rows:
    """Return the CSV that LimeSurvey would export: codes, or the sentences of a language in headers and answers."""
    asked = questions(survey(limesurvey_text()), tag)
    names = ["id", "submitdate", "lastpage", "startlanguage", "seed"]
    for one in asked:
        named = [(f"{one['text']} [{part['text']}]", f"{one['name']}[{part['name']}]") for part in one["parts"]]
        names += [long if sentences else short for long, short in named or [(one["text"], one["name"])]]
    rows = [names]
    values = {limesurvey_code(item.id): item for item in QUESTIONNAIRE.items}
    contexts = QUESTIONNAIRE.context
    for number, family in enumerate(answers.table.index, start=1):
        cells = given(answers, family)
        row = [str(number), "1980-01-01 00:00:00", "12", tag, "1234567"]
        for one in asked:
            item = values.get(one["name"])
            if item and item.kind == "multiple":
                row += ["Y" if cells[f"{item.id}__{value}"] else "" for value in item.values]
                continue
            columns = [f"{item.id}__{part}" for part in item.rows] or [item.id] if item else [one["name"]]
            accepted = item.values if item else contexts[one["name"]]
            for column in columns:
                rank = accepted.index(cells[column]) if cells[column] else None
                row.append("" if rank is None else one["answers"][rank]["text" if sentences else "name"])
        rows.append(row)
    return rows


def framaforms_export(answers: Answers, code: str, *, keys: bool) -> Rows:
    """Return the CSV of a Framaforms form made of an import code: three header lines, « X » boxes."""
    components = asked_in(framaforms_code(code))
    first = ["Questionnaire", "", ""]
    groups = ["submission_details" if keys else "Submission Details", "", ""]
    names = ["webform_serial", "webform_sid", "webform_time"] if keys else ["Serial", "SID", "Submitted Time"]
    split = {}
    for one in components:
        extra = one["extra"]
        lines = extra.get("questions") or (extra["items"] if extra.get("multiple") else "")
        split[one["form_key"]] = parts = [line.split("|", 1) for line in lines.splitlines()]
        own = one["form_key"] if keys else one["name"]
        groups += [own, *[""] * (len(parts) - 1)] if parts else [""]
        names += [key if keys else said for key, said in parts] or [own]
    rows = [first + [""] * (len(names) - len(first)), groups, names]
    for number, family in enumerate(answers.table.index, start=1):
        cells = given(answers, family)
        row = [str(number), str(number), "2026-11-02 18:04:05"]
        for one in components:
            name, extra = one["form_key"], one["extra"]
            options = dict(line.split("|", 1) for line in (extra.get("options") or extra.get("items", "")).splitlines())
            if extra.get("multiple"):
                row += ["X" if cells[f"{name}__{value}"] else "" for value, _ in split[name]]
                continue
            for column in [f"{name}__{part}" for part, _ in split[name]] or [name]:
                value = cells[column] or ""
                row.append(value if keys or not options or not value else options[value])
        rows.append(row)
    return rows


def read_back(rows: Rows, answers: Answers) -> Any:
    report = read_answers(csv_text(rows).encode("utf-8"), QUESTIONNAIRE, name="essai.csv")
    assert not report.refused
    pd.testing.assert_frame_equal(report.answers.table, answers.table)
    return report


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("sentences", [False, True])
def test_limesurvey_exports_made_with_the_codes_of_the_import_are_read(tag: str, sentences: bool) -> None:
    answers = some_families(QUESTIONNAIRE, 12, seed=5)
    report = read_back(limesurvey_export(answers, tag, sentences=sentences), answers)
    assert report.format == "limesurvey"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("keys", [False, True])
def test_framaforms_exports_made_with_the_keys_of_the_import_are_read(code: str, keys: bool) -> None:
    answers = some_families(QUESTIONNAIRE, 12, seed=6)
    report = read_back(framaforms_export(answers, code, keys=keys), answers)
    assert report.format == "framaforms"


def test_the_survey_has_every_question_in_every_language_under_the_same_codes() -> None:
    rows = survey(limesurvey_text())
    assert list(rows[0]) == list(COLUMNS)
    assert next(row["text"] for row in rows if row["name"] == "additional_languages").split() == TAGS[1:]
    shapes = []
    for tag in TAGS:
        asked = questions(rows, tag)
        assert len(asked) == len(QUESTIONNAIRE.items) + len(QUESTIONNAIRE.context)
        assert all(row["text"] for one in asked for row in (one, *one["parts"], *one["answers"]))
        shapes.append(
            [
                (one["name"], one["type/scale"], [p["name"] for p in one["parts"]], [a["name"] for a in one["answers"]])
                for one in asked
            ]
        )
    assert all(shape == shapes[0] for shape in shapes)
    assert {row["type/scale"] for row in rows if row["class"] == "G"} == {"1"}


@pytest.mark.parametrize("code", CODES)
def test_what_opens_an_imported_form_says_what_becomes_of_the_answers_and_whether_its_translation_was_read(
    code: str,
) -> None:
    form, school = phrases(code), Information(responsable="Collège de l'Étang")
    components = php(framaforms_code(code, school).removeprefix("$webform = ").removesuffix(";\n"))["components"]
    opening = components[1]
    assert (opening["type"], opening["extra"]["format"], opening["extra"]["display_on"]) == (
        "markup",
        "plain_text",
        "form",
    )
    for text in (limesurvey_text([code], school), framaforms_by_hand(code, school), opening["value"]):
        assert "Collège de l'Étang" in text
        assert form.opening() in text
        assert (form.frame("non-relu") in text) == (not languages()[code].reviewed)


@pytest.mark.skipif(not REAL.is_dir(), reason="les questionnaires exportés par LimeSurvey ne sont pas là")
def test_settings_and_attributes_are_named_as_limesurvey_names_them() -> None:
    """Against surveys that LimeSurvey 3 to 6 itself exported: every setting, text and attribute has its name there."""
    settings: set[str] = set()
    texts: set[str] = set()
    attributes: set[str] = set()
    for path in REAL.glob("*.lss"):
        root = ElementTree.parse(path).getroot()
        settings |= {str(one.text) for one in root.findall("surveys/fields/fieldname")}
        texts |= {str(one.text) for one in root.findall("surveys_languagesettings/fields/fieldname")}
        attributes |= {str(one.text) for one in root.findall("question_attributes/rows/row/attribute")}
    rows = survey(limesurvey_text())
    assert {row["name"] for row in rows if row["class"] == "S"} <= settings
    assert {row["name"] for row in rows if row["class"] == "SL"} <= texts
    assert {"hidden", "exclude_all_others"} <= attributes & set(COLUMNS)


def test_codes_are_those_that_limesurvey_accepts() -> None:
    for row in survey(limesurvey_text()):
        longest = {"Q": 20, "SQ": 20, "A": 5}.get(row["class"])
        if longest:
            assert re.fullmatch(rf"[A-Za-z][A-Za-z0-9]{{0,{longest - 1}}}", row["name"]), row["name"]
    with pytest.raises(QuestionnaireError, match="trop long"):
        limesurvey_code("a" * 21)


def test_a_survey_keeps_no_address_no_date_and_no_free_text() -> None:
    rows = survey(limesurvey_text())
    settings = {row["name"]: row["text"] for row in rows if row["class"] == "S"}
    assert settings["anonymized"] == "Y"
    assert {settings[name] for name in ("ipaddr", "refurl", "datestamp", "savetimings")} == {"N"}
    assert {row["type/scale"] for row in rows if row["class"] == "Q"} == {"L", "M", "F"}
    assert {row["other"] for row in rows if row["class"] == "Q"} == {"N"}


def test_what_the_school_sets_is_hidden_and_online_by_default() -> None:
    rows = [row for row in survey(limesurvey_text()) if row["class"] == "Q" and row["language"] == "fr"]
    assert [row["name"] for row in rows if row["hidden"] == "1"] == ["niveau", "mode"]
    assert rows[-1]["default"] == "A3"
    components = php(framaforms_code().removeprefix("$webform = ").removesuffix(";\n"))["components"]
    hidden = {one["form_key"]: one["value"] for one in components.values() if one["type"] == "hidden"}
    assert hidden == {"niveau": "[current-page:query:niveau]", "mode": "en_ligne"}


def test_two_languages_of_one_tag_and_an_unknown_language_are_refused() -> None:
    assert {row["language"] for row in survey(limesurvey_text(["fr_simple", "ar"])) if row["class"] == "Q"} == {
        "fr",
        "ar",
    }
    with pytest.raises(QuestionnaireError, match="même code"):
        limesurvey_text(["fr", "fr_simple"])
    with pytest.raises(QuestionnaireError, match="xx"):
        limesurvey_text(["xx"])


def test_the_import_code_holds_one_array_and_the_sheet_to_copy_says_the_same() -> None:
    for code in CODES:
        text, by_hand = framaforms_code(code), framaforms_by_hand(code)
        for one in asked_in(text):
            assert one["name"] in by_hand
            assert one["form_key"] in by_hand
            for options in (one["extra"].get(name, "") for name in ("items", "options", "questions")):
                assert options in by_hand
        assert phrases(code).question("atelier") in text.replace("\\'", "'")


def test_answers_stand_in_the_order_of_the_sheet_in_both_tools() -> None:
    components = asked_in(framaforms_code())
    options = {one["form_key"]: one["extra"].get("items") or one["extra"].get("options", "") for one in components}
    asked = {one["name"]: one for one in questions(survey(limesurvey_text()), "fr")}
    for item in QUESTIONNAIRE.items:
        assert [line.split("|")[0] for line in options[item.id].splitlines()] == list(item.values)
        listed = asked[limesurvey_code(item.id)]["parts" if item.kind == "multiple" else "answers"]
        assert [row["text"] for row in listed] == [phrases("fr").part(item.id, value) for value in item.values]


def test_files_are_written_together(tmp_path: Path) -> None:
    names = [path.name for path in write_survey_imports(tmp_path, ["fr", "ar"])]
    assert names[0] == "limesurvey.txt"
    assert {"framaforms_ar.txt", "framaforms_fr_a_recopier.txt"} <= set(names)
    assert (tmp_path / "limesurvey.txt").read_bytes().startswith(b"\xef\xbb\xbfclass\t")

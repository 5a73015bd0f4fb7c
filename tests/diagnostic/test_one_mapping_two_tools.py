"""Une correspondance gardée, devant l'export d'un autre outil : ce qui y est demandé n'y est pas « sans réponse »."""

from __future__ import annotations

from functools import cache

import pytest
from diagnostic.survey_exports import Rows, csv_text, google_forms, some_families, survey_monkey, words, xlsx
from diagnostic.tools_by_hand import TOOLS, by_hand, tally
from narrowing import present

from liaison.diagnostic.papers.exporting import corrections_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.corrected import settled
from liaison.diagnostic.reading.mapping import MAPPING, MappedColumn, Mapping, mapping_text
from liaison.diagnostic.reading.reading import ReadReport, read_answers, read_chunks
from liaison.diagnostic.reading.reports import merged

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
LAST_WEEK = some_families(QUESTIONNAIRE, 30, seed=1)
FAMILIES = some_families(QUESTIONNAIRE, 30, seed=2)
EVERY_TOOL = TOOLS | {"SurveyMonkey": survey_monkey}
t = words()


def read(rows: Rows, mapping: Mapping | None = None) -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, mapping, name="essai.csv")


def kept(rows: Rows) -> Mapping:
    """Return the mapping that a school keeps of an export, once all that it guesses is said right."""
    right = present(read(rows).with_guesses_right().mapping)
    return MAPPING.parse(mapping_text(right), "gardée")


@cache
def kept_of(tool: str) -> Mapping:
    return kept(EVERY_TOOL[tool](LAST_WEEK))


@cache
def read_alone(tool: str) -> ReadReport:
    return read(EVERY_TOOL[tool](FAMILIES))


def remarks(report: ReadReport) -> str:
    return " ".join(str(each) for each in report.flagged).replace("\u00a0", " ")


@pytest.mark.parametrize("other", sorted(EVERY_TOOL))
@pytest.mark.parametrize("tool", sorted(EVERY_TOOL))
def test_the_mapping_of_one_tool_reads_all_that_the_export_of_another_is_known_to_ask(tool: str, other: str) -> None:
    alone, mapping = read_alone(other), kept_of(tool)
    report = read(EVERY_TOOL[other](FAMILIES), mapping)
    assert report.answers.unasked == alone.answers.unasked | ({"mode"} - {each.cible for each in mapping.colonnes})
    same = [name for name in FAMILIES.table if name not in report.answers.unasked]
    if alone.guesses:
        assert report.waits
    else:
        assert report.answers.table[same].equals(alone.answers.table[same])
        assert not report.waits


def test_two_exports_of_two_tools_read_with_one_mapping_count_no_family_silent_that_answered() -> None:
    mapping = kept(google_forms(LAST_WEEK))
    parts = [
        read_answers(csv_text(rows).encode(), QUESTIONNAIRE, mapping, name=name)
        for name, rows in (("un.csv", google_forms(LAST_WEEK)), ("deux.csv", tally(FAMILIES)))
    ]
    report = merged(settled(parts), QUESTIONNAIRE)
    answered = LAST_WEEK.table["pret__ordinateur"].notna().sum() + FAMILIES.table["pret__ordinateur"].notna().sum()
    assert report.answers.table["pret__ordinateur"].notna().sum() == answered
    assert report.answers.asked_by_some <= {"mode"}
    assert "« deux.csv »" not in remarks(report)


def test_what_the_mapping_does_not_name_and_is_read_all_the_same_is_said_in_one_sentence() -> None:
    report = read(tally(FAMILIES), kept(google_forms(LAST_WEEK)))
    said = [str(each) for each in report.flagged if "lues à leur place" in str(each)]
    assert len(said) == 1
    assert t("appareils-ordinateur") in said[0]
    assert [each.column for each in report.flagged if "attend la colonne" in str(each)] == [t("mode")]


def test_a_mapping_kept_for_one_tool_says_what_its_words_mean_in_the_other() -> None:
    rows = google_forms(LAST_WEEK)
    place = rows[0].index(t("connexion"))
    for row in rows[1:3]:
        row[place] = "Fibre optique"
    first = read(rows)
    decided = present(first.mapping).model_copy(
        update={
            "colonnes": tuple(
                each.model_copy(update={"valeurs": each.valeurs | {"Fibre optique": "fixe"}})
                if each.cible == "connexion"
                else each
                for each in present(first.mapping).colonnes
            )
        }
    )
    others = TOOLS["un ENT"](FAMILIES)
    at = next(rank for rank, title in enumerate(others[0]) if title.endswith(t("connexion")))
    others[1][at] = "Fibre optique"
    report = read(others, decided)
    assert (report.waits, report.answers.table["connexion"].iloc[0]) == (False, "fixe")


def test_a_question_that_the_mapping_does_not_have_stays_unread() -> None:
    mapping = kept(google_forms(LAST_WEEK))
    without = mapping.model_copy(
        update={"colonnes": tuple(each for each in mapping.colonnes if each.cible != "connexion")}
    )
    report = read(TOOLS["un ENT"](FAMILIES), without)
    assert "connexion" in report.answers.unasked
    assert "en porte le titre et n'est pas lue" in report.unasked["essai.csv"]["connexion"].reason


def test_a_column_that_the_mapping_reads_as_another_question_stays_of_it() -> None:
    mapping = Mapping(
        questionnaire=QUESTIONNAIRE.id,
        colonnes=(
            MappedColumn(source="À relire", cible="aide"),
            MappedColumn(source=t("aide"), cible="lecture", valeurs={"souvent": "chaque_jour"}),
        ),
    )
    report = read([[t("aide")], ["souvent"]], mapping)
    assert "aide" in report.answers.unasked
    assert report.answers.table["lecture"].tolist() == ["chaque_jour"]


def test_what_is_only_guessed_in_the_other_export_waits_for_a_yes() -> None:
    rows = TOOLS["un ENT"](FAMILIES)
    at = next(rank for rank, title in enumerate(rows[0]) if title.endswith(t("imprimante")))
    rows[0][at] = "imprimantes"
    report = read(rows, kept(google_forms(LAST_WEEK)))
    assert [(each.target, each.column) for each in report.guesses] == [("imprimante", "imprimantes")]


def test_the_header_and_the_sheet_of_the_other_tool_are_found_without_a_column_that_the_mapping_names() -> None:
    mapping = kept(google_forms(LAST_WEEK))
    book = xlsx({"Lisez-moi": [["Ce classeur vient du secrétariat", "1"]], "Réponses": by_hand(FAMILIES)})
    report = read_answers(book, QUESTIONNAIRE, mapping, name="papier.xlsx")
    assert report.answers.table.equals(read(by_hand(FAMILIES)).answers.table)


def test_a_line_of_the_other_tool_that_is_corrected_is_read_as_its_file_is() -> None:
    mapping = kept_of("Google Forms")
    rows = tally(FAMILIES)
    rows[1][rows[0].index(t("connexion"))] = "peut-être"
    known: dict[str, Mapping] = {}
    (first,) = read_chunks(csv_text(rows).encode(), QUESTIONNAIRE, mapping, name="tally.csv", known=known)
    (corrections,) = corrections_csv(first).values()
    corrected = corrections.decode("utf-8-sig").replace("peut-être", t("connexion-fixe")).encode()
    (again,) = read_chunks(corrected, QUESTIONNAIRE, mapping, name="corrigé.csv", known=known)
    report = merged(settled([first, again]), QUESTIONNAIRE)
    expected = FAMILIES.table.drop(columns=["mode", "connexion"])
    got = report.answers.table[list(expected)]
    assert sorted(map(str, got.to_numpy().tolist())) == sorted(map(str, expected.to_numpy().tolist()))
    assert (len(report.answers), report.waits, report.answers.unasked) == (30, False, {"mode"})

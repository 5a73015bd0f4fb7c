"""Microsoft Forms compte les titres qui reviennent (« Se connecter2 ») : deux titres pareils restent jumeaux."""

from __future__ import annotations

from collections import Counter

import pytest
from diagnostic.survey_exports import Rows, csv_text, some_families, words
from diagnostic.test_columns_of_one_title import BOTH, STATEMENTS, bare, same_as_without, why, with_likert
from diagnostic.tools_by_hand import microsoft_forms
from narrowing import present

from liaison.diagnostic.own.questionnaire import own_questionnaire
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.mapping import MAPPING, Mapping, mapping_text
from liaison.diagnostic.reading.reading import ReadReport, read_answers

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=23)
t = words()


def numbered(rows: Rows) -> Rows:
    """Return an export as Microsoft Forms and the tables of Excel write it, each title once."""
    times: Counter[str] = Counter()
    head = []
    for title in rows[0]:
        times[title] += 1
        head.append(title if times[title] == 1 else f"{title}{times[title]}")
    return [head, *rows[1:]]


def read(rows: Rows, mapping: Mapping | None = None) -> ReadReport:
    return read_answers(csv_text(rows).encode(), QUESTIONNAIRE, mapping, name="essai.csv")


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize("at", [5, -1])
@pytest.mark.parametrize("answers", [("Souvent", "Jamais"), (t("seul-sans_aide"), t("seul-pas_encore"))])
def test_two_likerts_of_the_same_statements_are_neither_known_by_the_place(answers: tuple[str, str], at: int) -> None:
    report = read(numbered(with_likert(microsoft_forms(FAMILIES), STATEMENTS, answers, at)))
    assert {f"seul__{row}" for row in QUESTIONNAIRE.items[4].rows} <= report.answers.unasked
    assert "donner à chacune le titre de sa question suivi du sien" in why(report, "seul")
    assert same_as_without(report, "aide")


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize("title", ["connexion", "appareils", "aide"])
def test_a_question_asked_twice_is_left_out_as_if_its_titles_were_the_same(title: str) -> None:
    rows = microsoft_forms(FAMILIES)
    place = rows[0].index(t(title))
    others = [rows[0][place], *(row[place] for row in reversed(rows[1:]))]
    twice = [[*row, other] for row, other in zip(rows, others, strict=True)]
    report = read(numbered(twice))
    assert report.answers.unasked == read(twice).answers.unasked
    assert title in {each.partition("__")[0] for each in report.answers.unasked}
    assert "colonne) »" in why(report, title)


@pytest.mark.usefixtures("sentences_of_the_tests")
def test_a_mapping_kept_reads_the_numbered_titles_where_they_stood_and_nowhere_else() -> None:
    first = read(numbered(bare(BOTH)))
    assert {(each.target, each.column) for each in first.guesses} >= {
        ("pret__ordinateur", f"{t('pret-ordinateur')}2 (4e colonne)")
    }
    kept = MAPPING.parse(mapping_text(present(first.with_guesses_right().mapping)), "gardée")
    again = read(numbered(bare(BOTH[::-1])), kept)
    assert again.waits is False
    assert again.answers.table["pret__ordinateur"].sum() == sum(each[2] for each in BOTH)
    moved = read(numbered(bare(BOTH, loan_first=True)), kept)
    assert {"pret__ordinateur", "appareils__ordinateur"} <= moved.answers.unasked


@pytest.mark.usefixtures("sentences_of_the_tests")
@pytest.mark.parametrize("title", ["Téléphone 2", "Enfant 2", "CM2", "Nombre d'enfants : 2", "Adresse 2"])
def test_a_title_that_ends_with_a_number_of_its_own_is_no_other_ones_twin(title: str) -> None:
    rows = [[*row, "non" if rank else title] for rank, row in enumerate(microsoft_forms(FAMILIES))]
    former = [[*row, "oui" if rank else title[:-1].strip()] for rank, row in enumerate(rows)] if " " in title else rows
    for each in (rows, former):
        report = read(each)
        assert all(same_as_without(report, item.id) for item in QUESTIONNAIRE.items)
        assert not any("colonne)" in str(flagged) for flagged in report.flagged)


def test_the_form_of_a_school_with_numbered_titles_is_read_where_they_stood_and_as_it_was_kept_before() -> None:
    asked, lines = (
        "Avez-vous un ordinateur ?",
        [("Oui", "Non", "Lundi"), ("Non", "Non", "Mardi"), ("Oui", "Oui", "Lundi")] * 6,
    )
    rows = [[asked, "Quel jour ?", asked], *[[first, day, second] for first, second, day in lines]]
    content = csv_text(numbered(rows)).encode()
    made = own_questionnaire("deux.csv", content, "deux").read_again()
    assert [each.entre for each in made.mapping.colonnes if each.cible.startswith("avez")] == [
        ("", "Quel jour ?"),
        ("Quel jour ?", ""),
    ]
    assert [each.title for each in made.questionnaire.items].count(asked) == 2
    report = read_answers(content, made.questionnaire, made.mapping, name="deux.csv")
    assert (report.guesses, report.answers.unasked) == ((), {"niveau", "mode"})
    before = made.mapping.model_copy(
        update={
            "colonnes": tuple(
                each.model_copy(
                    update={"source": f"{asked}2" if each.cible.endswith("2") else each.source, "entre": None}
                )
                for each in made.mapping.colonnes
            )
        }
    )
    old = read_answers(content, made.questionnaire, before, name="deux.csv")
    assert old.answers.table.equals(report.answers.table)
    assert {each.column for each in old.guesses} == {f"{asked} (1re colonne)", f"{asked}2 (3e colonne)"}

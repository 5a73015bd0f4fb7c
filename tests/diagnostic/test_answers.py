"""La table de réponses : ses colonnes, ce qu'elle refuse, et le fichier d'une famille."""

import json
from typing import Any

import pandas as pd
import pytest
from diagnostic.answers_of_a_family import family_answer
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.answers import (
    FAMILY_ANSWER,
    MOST_VERSIONS,
    Answers,
    AnswersError,
    answers_from_columns,
    answers_from_rows,
    column_types,
    empty_answers,
    joined,
    row_of,
)
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire

QUESTIONNAIRE = family_questionnaire()
ONE = {"version": 1, "questionnaire": "diagnostic_familles"}


@st.composite
def family_rows(draw: Any) -> Any:
    """Return one family, question by question: answered or not, and how."""
    row = {}
    for item in QUESTIONNAIRE.items:
        if not draw(st.booleans()):
            continue
        if item.kind == "single":
            row[item.id] = draw(st.sampled_from(item.values))
        elif item.kind == "multiple":
            chosen = draw(st.sets(st.sampled_from(item.values), min_size=1))
            row |= {f"{item.id}__{value}": value in chosen for value in item.values}
        else:
            rows = draw(st.lists(st.sampled_from(item.rows), unique=True))
            row |= {f"{item.id}__{part}": draw(st.sampled_from(item.values)) for part in rows}
    for name, values in QUESTIONNAIRE.context.items():
        if draw(st.booleans()):
            row[name] = draw(st.sampled_from(values))
    return row


def test_a_table_has_the_columns_of_the_questionnaire_then_its_context() -> None:
    answers = empty_answers(QUESTIONNAIRE)
    assert list(answers.table.columns) == [c.name for c in QUESTIONNAIRE.columns()] + ["niveau", "mode"]
    assert len(answers) == 0
    assert answers.table.index.name == "reponse"


def test_a_question_left_out_is_missing_and_a_value_left_out_is_false() -> None:
    answers = answers_from_rows([{"appareils__ordinateur": True, "niveau": "cp"}, {}], QUESTIONNAIRE)
    assert answers.table["appareils__ordinateur"].tolist() == [True, pd.NA]
    assert answers.table["appareils__aucun"].tolist() == [False, pd.NA]
    assert answers.table["niveau"].iloc[0] == "cp"
    assert answers.table["pret__aucun"].isna().all()
    assert answers.answered("appareils").tolist() == [True, False]
    assert list(answers.table.index) == ["r0001", "r0002"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"connexion": "fibre"}, "Famille 1, « connexion » : « fibre » n'est pas accepté"),
        ({"connexion": True}, "connexion"),
        ({"appareils__ordinateur": "oui"}, "vrai, faux"),
        ({"appareils__ordinateur": 1}, "vrai, faux"),
        ({"nom": "Fictif"}, "colonne nom"),
    ],
)
def test_a_value_that_the_questionnaire_does_not_have_is_refused(row: Any, said: str) -> None:
    with pytest.raises(
        AnswersError, match=said.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    ):
        answers_from_rows([row], QUESTIONNAIRE)


def test_columns_of_two_lengths_are_refused() -> None:
    with pytest.raises(AnswersError, match="longueur"):
        answers_from_columns({"connexion": ["fixe"], "imprimante": []}, QUESTIONNAIRE)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda table: table.drop(columns="mode"),
        lambda table: table.assign(nom="x"),
        lambda table: table[table.columns[::-1]],
        lambda table: table.assign(connexion=table["connexion"].astype("str")),
        lambda table: table.assign(connexion=table["connexion"].cat.add_categories(["fibre"])),
        lambda table: table.assign(appareils__aucun=table["appareils__aucun"].astype("object")),
        lambda table: table.assign(appareils__aucun=pd.array([pd.NA], dtype="boolean")),
        lambda table: table.set_axis(["Dupont"], axis="index"),
        lambda table: table.rename_axis(index=None),
    ],
)
def test_a_table_of_another_shape_is_refused(spoil: Any) -> None:
    good = answers_from_rows([{"appareils__ordinateur": True}], QUESTIONNAIRE).table
    Answers(good, QUESTIONNAIRE)
    with pytest.raises(AnswersError):
        Answers(spoil(good), QUESTIONNAIRE)


def test_two_families_never_share_an_identifier() -> None:
    good = answers_from_rows([{}, {}], QUESTIONNAIRE).table
    with pytest.raises(AnswersError):
        Answers(good.set_axis(pd.Index(["r0001", "r0001"], name="reponse"), axis="index"), QUESTIONNAIRE)


@settings(max_examples=40, deadline=None)
@given(st.lists(family_rows(), max_size=6))
def test_rows_come_back_from_the_table_as_they_went_in(rows: Any) -> None:
    answers = answers_from_rows(rows, QUESTIONNAIRE)
    assert [str(t) for t in answers.table.dtypes] == [str(t) for t in column_types(QUESTIONNAIRE).values()]
    back = [{name: v for name, v in row.items() if pd.notna(v)} for row in answers.table.to_dict("records")]
    assert back == rows


@settings(max_examples=40, deadline=None)
@given(family_rows())
def test_the_file_of_a_family_gives_the_same_row_back(row: Any) -> None:
    answers = answers_from_rows([row], QUESTIONNAIRE)
    text = family_answer(answers, "r0001").model_dump_json(exclude_none=True)
    assert row_of(FAMILY_ANSWER.parse(text, "essai"), QUESTIONNAIRE) == row


def test_joined_tables_number_their_families_anew() -> None:
    part = answers_from_rows([{"connexion": "fixe"}], QUESTIONNAIRE)
    both = joined([part, part], QUESTIONNAIRE)
    assert list(both.table.index) == ["r0001", "r0002"]
    assert both.table["connexion"].tolist() == ["fixe", "fixe"]
    assert len(joined([], QUESTIONNAIRE)) == 0


@pytest.mark.parametrize(
    "given_file",
    [
        {**ONE, "version": 3},
        {**ONE, "remise": 0},
        {**ONE, "remise": MOST_VERSIONS + 1},
        {**ONE, "questionnaire": "autre"},
        {**ONE, "nom": "Fictif"},
        {**ONE, "reponses": {"nom": "fictif"}},
        {**ONE, "reponses": {"connexion": "fibre"}},
        {**ONE, "reponses": {"connexion": ["fixe"]}},
        {**ONE, "reponses": {"connexion": "une phrase libre"}},
        {**ONE, "reponses": {"appareils": "ordinateur"}},
        {**ONE, "reponses": {"seul": {"se_connecter": "toujours"}}},
        {**ONE, "reponses": {"seul": {"voler": "sans_aide"}}},
        {**ONE, "contexte": {"classe": "cp"}},
        {**ONE, "contexte": {"niveau": "cours_preparatoire"}},
        {**ONE, "jeton": "Nom Prénom"},
    ],
)
def test_the_file_of_a_family_holds_nothing_but_accepted_answers(given_file: Any) -> None:
    with pytest.raises(AnswersError):
        row_of(FAMILY_ANSWER.parse(json.dumps(given_file), "essai"), QUESTIONNAIRE)


def test_the_smallest_file_of_version_1_still_loads_as_the_first_that_was_handed_over() -> None:
    answer = FAMILY_ANSWER.parse(json.dumps(ONE), "essai")
    assert (ONE["version"], answer.version, answer.remise) == (1, 2, 1)
    assert row_of(answer, QUESTIONNAIRE) == {}


def test_an_empty_list_is_a_question_not_answered() -> None:
    answer = FAMILY_ANSWER.parse(json.dumps({**ONE, "reponses": {"appareils": []}}), "essai")
    assert row_of(answer, QUESTIONNAIRE) == {}

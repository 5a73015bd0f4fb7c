"""Compter chaque question seule et croisée : les mêmes familles partout, sans réponse comprise."""

from typing import Any

import numpy as np
from diagnostic.fictitious_school import ALL_WAYS, received
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.counting.tabulation import TICKED, coded
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER, family_questionnaire

QUESTIONNAIRE = family_questionnaire()
CHOICES = {"connexion": ("fixe", "aucune", None), "niveau": ("sixieme", "cp", None), "mode": ("papier", None)}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()}), max_size=40)
)
def test_counts_are_those_that_a_loop_finds(rows: Any) -> None:
    counted = coded(answers_from_rows(rows, QUESTIONNAIRE))
    crossed = counted.crossed("niveau", "connexion")
    levels, links = counted.variables["niveau"].values, counted.variables["connexion"].values
    for row, level in enumerate(levels):
        for column, link in enumerate(links):
            by_hand = sum(
                (each["niveau"] or NO_ANSWER) == level and (each["connexion"] or NO_ANSWER) == link for each in rows
            )
            assert crossed[row, column] == by_hand
    assert np.array_equal(crossed.sum(axis=0), counted.alone("connexion"))


def test_every_table_counts_every_family() -> None:
    answers = received(*ALL_WAYS)
    counted = coded(answers)
    assert {int(counted.alone(name).sum()) for name in counted.variables} == {len(answers)}
    assert len(counted) == len(answers)


def test_of_a_box_only_what_is_ticked_has_a_line_and_who_skipped_the_question_has_one() -> None:
    rows = [{"appareils__ordinateur": True}, {"appareils__tablette": True}, {}]
    counted = coded(answers_from_rows(rows, QUESTIONNAIRE))
    box = counted.variables["appareils__ordinateur"]
    assert box.shown == (TICKED,)
    assert counted.alone("appareils__ordinateur").tolist() == [1, 2]
    missing = counted.variables["appareils__sans_reponse"]
    assert missing.shown == (NO_ANSWER,)
    assert counted.alone("appareils__sans_reponse").tolist() == [2, 1]

"""« Aucun téléphone ne sonne » once held while those of pupils and of staff rang: the sentence names who is counted."""

from __future__ import annotations

from liaison.messaging.policy_question import PolicyQuestion
from liaison.training.exercise.definition import exercise


def test_a_condition_about_phones_says_whose_and_its_measure_counts_theirs() -> None:
    asked = [one for one in exercise("01_messagerie_ent").questions if isinstance(one, PolicyQuestion)]
    checked = 0
    for question in asked:
        for condition in question.conditions:
            if condition.measure.startswith("notifications"):
                assert "responsable" in question.measures[condition.measure].sentence(2)
                assert "responsable" in condition.label
                checked += 1
    assert checked

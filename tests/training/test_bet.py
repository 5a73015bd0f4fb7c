"""Le pari d'un exercice : avant et après sont gardés, il ne vaut aucun point, et ce qu'on en dit est vrai."""

from pathlib import Path

import pytest
import yaml

from liaison.messaging.policy.policy import Policy, load_policy
from liaison.messaging.policy_question import PolicyQuestion
from liaison.training.exercise.answers import ExerciseAnswersError, read_answers, record_answer
from liaison.training.exercise.definition import BET, EXERCISE_FILE, Exercise, ExerciseError, exercise
from liaison.training.exercise.scoring import mark_all
from liaison.training.marks.copies import read_copy

MESSAGING = exercise("01_messagerie_ent")
FILE = EXERCISE_FILE.preset_text("01_messagerie_ent")


def test_the_bet_before_and_the_bet_after_are_both_kept(tmp_path: Path) -> None:
    record_answer(tmp_path, MESSAGING, BET, "moins_de_dix")
    record_answer(tmp_path, MESSAGING, BET, "davantage")
    record_answer(tmp_path, MESSAGING, BET, "presque_autant")
    kept = read_answers(tmp_path, MESSAGING).of(BET)
    assert kept is not None
    assert (kept.first, kept.last, kept.attempts) == ("moins_de_dix", "presque_autant", 3)


@pytest.mark.parametrize("value", ["autre", "", None, 3, ["moins_de_dix"], {"pari": "davantage"}])
def test_a_bet_that_is_not_offered_is_refused_and_nothing_is_written(tmp_path: Path, value: object) -> None:
    with pytest.raises(ExerciseAnswersError, match="pari"):
        record_answer(tmp_path, MESSAGING, BET, value)
    assert list(tmp_path.iterdir()) == []


def test_an_exercise_without_a_bet_has_none_to_keep(tmp_path: Path) -> None:
    without = MESSAGING.model_copy(update={"bet": None})
    with pytest.raises(ExerciseError, match="pari"):
        record_answer(tmp_path, without, BET, "davantage")


def test_a_bet_is_worth_nothing_counts_for_no_attempt_and_is_no_unknown_question(tmp_path: Path) -> None:
    folder = tmp_path / "submitted" / "BCDFG" / MESSAGING.id
    folder.mkdir(parents=True)
    empty = mark_all(MESSAGING, read_answers(folder, MESSAGING))
    record_answer(folder, MESSAGING, BET, "davantage")
    assert mark_all(MESSAGING, read_answers(folder, MESSAGING)) == empty
    copy = read_copy(tmp_path / "submitted", "BCDFG", MESSAGING)
    assert copy.attempts == 0
    assert any(remark.startswith("Aucune réponse") for remark in copy.remarks)
    assert not any("inconnues" in remark for remark in copy.remarks)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("    - id: une_sur_deux", "    - id: moins_de_dix"), "deux fois.*moins_de_dix"),
        (("  - id: message_de_21_heures", f"  - id: {BET}"), f"deux fois.*{BET}"),
    ],
)
def test_a_bet_that_does_not_hold_together_is_refused_in_french(change: tuple[str, str], said: str) -> None:
    assert change[0] in FILE
    with pytest.raises(ExerciseError, match=said):
        EXERCISE_FILE.parse(FILE.replace(*change, 1), "« essai.yaml »")


def test_one_choice_is_no_bet() -> None:
    raw = yaml.safe_load(FILE)
    raw["bet"]["choices"] = raw["bet"]["choices"][:1]
    with pytest.raises(ExerciseError, match="bet"):
        EXERCISE_FILE.parse(yaml.safe_dump(raw), "« essai.yaml »")


def left_out(found: Exercise, policy: Policy) -> int:
    """How many families of the school of question 6 are left out under a policy."""
    question = found.question("silence_sans_oubli")
    assert isinstance(question, PolicyQuestion)
    return len(question.figures(policy).indicators.left_out_families)


def reasons(found: Exercise, policy: Policy) -> dict[str, int]:
    """The families left out in the school of question 6, by reason, the first reason first."""
    question = found.question("silence_sans_oubli")
    assert isinstance(question, PolicyQuestion)
    return {one.reason: one.families for one in question.figures(policy).indicators.left_out}


def on_paper(policy: Policy) -> Policy:
    for purpose in policy.purposes:
        policy = policy.with_purpose(purpose, fallback="carnet")
    return policy


def by_one_channel(policy: Policy) -> Policy:
    for purpose, settings in policy.purposes.items():
        policy = policy.with_purpose(purpose, channels=settings.channels[:1])
    return policy


def test_what_is_said_of_the_messaging_bet_is_what_the_engine_finds() -> None:
    assert MESSAGING.bet is not None
    start = load_policy("tout_tout_de_suite")
    hours = load_policy("equilibree").suspended["responsables"]
    suspended = start.changed(suspended={**start.suspended, "responsables": hours})
    before, after = left_out(MESSAGING, start), left_out(MESSAGING, suspended)
    assert f"{before} familles manquent" in MESSAGING.bet.text
    assert MESSAGING.bet.after.startswith(f"Il en reste {after} sur {before}.")
    alone = by_one_channel(start)
    assert (
        f"Le repli papier seul en laisserait {left_out(MESSAGING, on_paper(start))}, un seul canal par motif "
        f"{left_out(MESSAGING, alone)}, les deux ensemble {left_out(MESSAGING, on_paper(alone))}"
    ) in MESSAGING.bet.after


def test_the_reasons_that_the_messaging_bet_gives_are_those_of_its_own_school() -> None:
    assert MESSAGING.bet is not None
    found = reasons(MESSAGING, load_policy("tout_tout_de_suite"))
    half = next(choice.feedback for choice in MESSAGING.bet.choices if choice.id == "une_sur_deux")
    assert f"Pour {found['jamais_ouvert']} familles sur {sum(found.values())}, la première raison" in half
    assert next(iter(found)) == "jamais_ouvert"
    assert f"Pour {found['compte_non_active'] + found['adresse_inconnue']} autres" in half

"""Every move changes one setting, says so, and holds whatever was changed before it."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison.messaging.policy.moves import moves
from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.vocabulary import HeldBy

LANGUAGES = ("fr", "ar", "tr")


@pytest.mark.parametrize("name", preset_names())
def test_every_move_makes_another_valid_policy_and_no_two_are_called_alike(name: str) -> None:
    policy = load_policy(name)
    found = moves(policy, LANGUAGES)
    assert 100 < len(found) < 260
    for move in found:
        changed = move.apply(policy)
        assert changed != policy
        assert Policy.model_validate(changed.model_dump()) == changed
    labels = [move.label for move in found]
    assert len(set(labels)) == len(labels)


def test_what_is_kept_does_not_move() -> None:
    policy = load_policy("tout_tout_de_suite")
    every, some = moves(policy, LANGUAGES), moves(policy, LANGUAGES, keep=("canaux", "langues"))
    assert {move.family for move in every} - {move.family for move in some} == {"canaux", "langues"}
    assert [move.label for move in some] == [move.label for move in every if move.family not in ("canaux", "langues")]


def test_moves_of_two_settings_can_be_made_in_either_order() -> None:
    policy = load_policy("tout_tout_de_suite")
    # Nights and week-ends share one grid: a night is that of each day, whole days held back excepted.
    held = ("publication_suspendue", "heures_calmes")
    found = [move for move in moves(policy, LANGUAGES) if move.family not in held]
    checked = 0
    for first, second in combinations(found[::3], 2):
        if first.setting != second.setting:
            assert second.apply(first.apply(policy)) == first.apply(second.apply(policy)), (first, second)
            checked += 1
    assert checked > 500


@settings(max_examples=40)
@given(st.data(), st.sampled_from(preset_names()))
def test_any_three_moves_of_different_settings_make_a_valid_policy(data: st.DataObject, name: str) -> None:
    policy = load_policy(name)
    found = moves(policy, LANGUAGES)
    chosen = data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=3, unique_by=lambda move: move.setting))
    for move in chosen:
        policy = move.apply(policy)
    assert Policy.model_validate(policy.model_dump()) == policy


@pytest.mark.parametrize(
    ("setting", "said"), [("suspended", "rien ne paraît de 19 h à 7 h"), ("quiet", "rien ne sonne de 19 h à 7 h")]
)
def test_a_night_from_nineteen_goes_from_nineteen_to_seven_and_leaves_the_rest(setting: HeldBy, said: str) -> None:
    policy = load_policy("tout_tout_de_suite")
    night = next(move for move in moves(policy) if said in move.label.replace("\u00a0", " "))
    changed = night.apply(policy)
    mask = changed.hours(setting)["responsables"].mask()
    assert mask[:, :14].all()
    assert mask[:, 38:].all()
    assert not mask[:5, 14:38].any()
    other: HeldBy = "quiet" if setting == "suspended" else "suspended"
    assert changed.hours(other) == policy.hours(other)


def test_what_passes_is_proposed_only_where_something_is_held_back() -> None:
    open_, closed = load_policy("tout_tout_de_suite"), load_policy("circulaire_2025")
    assert not [move for move in moves(open_) if ".passe." in move.setting]
    passing = {move.setting.partition(".")[0] for move in moves(closed) if ".passe." in move.setting}
    assert passing == {"publication_suspendue"}


def test_only_languages_that_families_read_and_messages_do_not_have_are_proposed() -> None:
    policy = load_policy("equilibree")
    own = policy.changed(languages=("fr", "ar"))
    said = [move.label for move in moves(own, ("fr", "ar", "tr")) if move.family == "langues"]
    assert len(said) == 1
    assert "turc" in said[0]

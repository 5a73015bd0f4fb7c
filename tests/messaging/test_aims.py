"""An aim holds together, says itself in French, and knows how far a value is from enough."""

from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from liaison.messaging.search.aims import (
    AIM_FILE,
    LESS_IS_BETTER,
    Aim,
    AimError,
    Goal,
    Measure,
    amount_words,
    gap_words,
    value_words,
)

PRESET = "absences_soirs_charge"


def test_the_aim_that_ships_says_itself() -> None:
    aim = AIM_FILE.load(PRESET)
    assert [goal.words().replace("\u00a0", " ") for goal in aim.goals] == [
        "familles prévenues en 60 minutes (absence d'un élève) : 95 % au moins",
        "sonneries entre 20 h et 7 h en moyenne, hors urgences : 0 par responsable et par semaine au plus",
        "sonneries en moyenne : 5 par responsable et par semaine au plus",
    ]


@pytest.mark.parametrize(
    ("goal", "said_so"),
    [
        ({"measure": "part_laissee", "at_least": 0.5}, "at_most"),
        ({"measure": "part_informee", "at_most": 0.5}, "at_least"),
        ({"measure": "part_informee"}, "at_least"),
        ({"measure": "part_prevenue", "at_least": 0.9}, "within_min"),
        ({"measure": "part_informee", "within_min": 5, "at_least": 0.9}, "within_min"),
        ({"measure": "notifications_soir", "purpose": "absence", "at_most": 1}, "un motif précise"),
        ({"measure": "travail_personnels", "profile": "travail_nuit", "at_most": 1}, "un profil précise"),
        ({"measure": "part_laissee", "profile": "riches", "at_most": 1}, "profil de familles"),
        ({"measure": "part_laissee", "purpose": "repas", "at_most": 1}, "repas"),
        ({"measure": "bonheur", "at_least": 1}, "bonheur"),
        ({"measure": "part_laissee", "at_most": float("nan")}, "at_most"),
        ({"measure": "part_informee", "at_least": 95}, "écrire at_least: 0.95 pour 95"),
        ({"measure": "part_laissee", "at_most": 1.01}, "de 0 à 1"),
        ({"measure": "part_laissee", "at_most": -0.01}, "de 0 à 1"),
        ({"measure": "notifications_soir", "at_most": -0.1}, "ne descend pas sous 0"),
    ],
)
def test_a_goal_that_does_not_hold_together_is_refused_in_french(goal: dict[str, object], said_so: str) -> None:
    import json

    text = json.dumps({"version": 1, "name": "Essai", "goals": [goal]})
    with pytest.raises(AimError, match=said_so):
        AIM_FILE.parse(text, "« but.yaml »")


@pytest.mark.parametrize("bound", [0, 1])
def test_a_share_goes_from_0_to_1_both_included(bound: float) -> None:
    assert Goal(measure="part_laissee", at_most=bound).bound == bound
    assert Goal(measure="part_informee", at_least=bound).bound == bound


@pytest.mark.parametrize("bound", [0, 300])
def test_what_is_counted_goes_from_0_as_far_as_one_likes(bound: float) -> None:
    assert Goal(measure="travail_personnels", at_most=bound).bound == bound


def test_changes_are_ranked_by_families_told_only_when_a_goal_says_within_how_long() -> None:
    told = Goal(measure="part_prevenue", within_min=60, at_least=0.9)
    assert Aim(name="Essai", goals=(told,), rank_by="part_prevenue").rank_by == "part_prevenue"
    with pytest.raises(ValueError, match="demande un but « part_prevenue »"):
        Aim(name="Essai", goals=(Goal(measure="part_laissee", at_most=0),), rank_by="part_prevenue")


@given(st.sampled_from(sorted(LESS_IS_BETTER)), st.floats(0, 1), st.floats(0, 50))
def test_nothing_is_missing_exactly_when_the_goal_is_reached(measure: str, bound: float, value: float) -> None:
    less = LESS_IS_BETTER[measure]  # type: ignore[index]
    delay = {"within_min": 60} if measure == "part_prevenue" else {}
    goal = Goal.model_validate({"measure": measure, "at_most" if less else "at_least": bound, **delay})
    if abs(value - bound) > 1e-6:
        assert goal.reached(value) == (goal.missing(value) == 0) == ((value < bound) == less)
    assert goal.missing(value) >= 0


def test_the_further_the_more_is_missing() -> None:
    goal = Goal(measure="notifications_par_semaine", at_most=5)
    assert [goal.missing(value) for value in (4, 5, 10, 15)] == [0, 0, 1, 2]


def test_a_share_is_said_in_per_cent_and_a_number_as_it_is() -> None:
    assert value_words("part_laissee", 0.046) == "4,6\u00a0%"
    for value, words in ((12, "12 heures"), (2, "2 heures"), (1.94, "1,9 heure"), (1, "1 heure"), (0, "0 heure")):
        assert value_words("travail_personnels", value).replace("\u00a0", " ") == f"{words} par semaine"


@pytest.mark.parametrize(
    ("minutes", "words"), [(1, "en une minute"), (2, "en 2 minutes"), (1440, "en 1\u202f440 minutes")]
)
def test_a_delay_of_one_minute_is_in_the_singular(minutes: int, words: str) -> None:
    goal = Goal(measure="part_prevenue", within_min=minutes, at_least=0.9)
    assert goal.words().replace("\u00a0", " ") == f"familles prévenues {words} : 90 % au moins"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0 heure"),
        (0.004, "moins de 0,01 heure"),
        (0.05, "0,05 heure"),
        (0.5, "0,5 heure"),
        (1.04, "1 heure"),
        (1.05, "1,1 heure"),
        (20, "20 heures"),
    ],
)
def test_a_number_near_zero_is_never_said_to_be_zero(value: float, words: str) -> None:
    shown = value_words("travail_personnels", value).replace("\u00a0", " ")
    assert shown == f"{words} par semaine"


def test_an_aim_has_at_least_one_goal_and_a_frame_that_exists() -> None:
    with pytest.raises(ValueError, match="goals"):
        Aim(name="Vide", goals=())
    with pytest.raises(AimError, match="humeur"):
        AIM_FILE.parse("version: 1\nname: a\ngoals: [{measure: part_laissee, at_most: 0.1}]\nkeep: [humeur]", "« a »")


@pytest.mark.parametrize(
    ("measure", "value", "bound", "shown"),
    [
        ("notifications_par_semaine", 5.0494, 5, "5,05"),
        ("notifications_par_semaine", 5.0004, 5, "5,0004"),
        ("notifications_par_semaine", 5.3, 5, "5,3"),
        ("part_prevenue", 0.8999, 0.9, "89,99"),
    ],
)
def test_a_value_beside_its_bound_is_shown_with_the_decimals_that_decide(
    measure: Measure, value: float, bound: float, shown: str
) -> None:
    """« 5 au plus … Ici 5 … : pas atteint » was said of 5.0494."""
    assert value_words(measure, value, bound).replace("\u00a0", " ").split(" ")[0] == shown


@given(st.floats(0, 300), st.floats(0, 300))
@example(16.66, 9.74)
@example(14.34, 8.06)
def test_who_subtracts_two_amounts_as_they_are_written_finds_the_difference_that_is_told(
    before: float, after: float
) -> None:
    old, new = (amount_words("travail_personnels", value) for value in (before, after))
    assume(all(words[0].isdigit() for words in (old, new)))  # « moins de 0,01 » subtracts from nothing
    told = gap_words("travail_personnels", before, after)
    shown = abs(Decimal(old.replace(",", ".")) - Decimal(new.replace(",", ".")))
    assert Decimal(told.replace(",", ".") or "0") == shown
    assert (told == "") == (old == new)

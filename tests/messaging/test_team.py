"""A team sees where its policies differ, and leaves with one policy that holds, in whatever order they came."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liaison.messaging.policy.policy import Policy, PolicyError, load_policy, minutes, preset_names
from liaison.messaging.policy.team import SETTINGS, Disagreement, compare, settle, with_settings
from liaison.messaging.vocabulary import PURPOSES
from strategies import policies

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
BASE = load_policy("equilibree")
TEAMS = st.lists(policies(), min_size=2, max_size=4)


def team(path: str, *values: Any) -> list[Policy]:
    return [with_settings(BASE, {path: value}) for value in values]


def only(path: str, *values: Any) -> Disagreement:
    (found,) = compare(team(path, *values))
    assert found.path == path
    return found


def number(value: int | str) -> int:
    return minutes(value) if isinstance(value, str) else value


def without_order(entry: Disagreement) -> dict[str, Any]:
    return entry.model_dump() | {"values": None, "words": sorted(entry.words)}


@few
@given(TEAMS, st.integers(0, 10))
def test_the_order_of_the_policies_does_not_matter(several: list[Policy], seed: int) -> None:
    shuffled = random.Random(seed).sample(several, len(several))
    assert list(map(without_order, compare(several))) == list(map(without_order, compare(shuffled)))
    assert settle(several) == settle(shuffled)


@few
@given(policies(), st.integers(1, 4))
def test_equal_policies_have_nothing_to_settle(policy: Policy, count: int) -> None:
    assert compare([policy] * count) == ()
    assert settle([policy] * count) == policy


@few
@given(TEAMS)
def test_minimum_median_and_maximum_are_in_order_and_someone_chose_them(several: list[Policy]) -> None:
    for entry in compare(several):
        assert 1 / len(several) <= entry.agreement < 1
        assert entry.proposed in entry.values
        if entry.kind in ("numeric", "time"):
            if entry.minimum is not None and entry.median is not None and entry.maximum is not None:
                assert number(entry.minimum) <= number(entry.median) <= number(entry.maximum)
                assert {entry.minimum, entry.median, entry.maximum} <= set(entry.values)
        else:
            assert entry.minimum is entry.median is entry.maximum is None


@few
@given(TEAMS)
def test_once_settled_each_setting_is_the_one_proposed(several: list[Policy]) -> None:
    agreed = settle(several)
    proposals = {entry.path: entry.proposed for entry in compare(several)}
    assert compare([agreed, with_settings(agreed, proposals)]) == ()


@few
@given(TEAMS)
def test_the_most_disputed_settings_come_first(several: list[Policy]) -> None:
    shares = [entry.agreement for entry in compare(several)]
    assert shares == sorted(shares)


@pytest.mark.parametrize(
    ("values", "expected"),
    [((1, 3, 7), (1, 3, 7)), ((7, 1, 1), (1, 1, 7)), ((0, 7), (0, 0, 7)), ((0, 1, 3, 7), (0, 1, 7))],
)
def test_the_median_of_numbers_is_one_that_someone_chose(values: tuple[int, ...], expected: tuple[int, ...]) -> None:
    entry = only("marks.pupils_after_days", *values)
    assert (entry.minimum, entry.median, entry.maximum) == expected
    assert entry.proposed == expected[1]


def test_times_are_compared_as_times() -> None:
    entry = only("digests.daily_at", "17:00", "07:30", "18:30")
    assert (entry.minimum, entry.median, entry.maximum) == ("07:30", "17:00", "18:30")
    assert entry.kind == "time"


def test_a_minority_without_a_limit_follows_the_median_of_the_others() -> None:
    entry = only("homework_by", None, "18:00", "20:00")
    assert entry.proposed == "18:00"
    assert entry.words[0] == "pas de limite"


@pytest.mark.parametrize(("values", "kept"), [((None, None, "18:00"), None), ((None, "18:00"), "18:00")])
def test_no_limit_is_kept_only_by_a_majority(values: tuple[str | None, ...], kept: str | None) -> None:
    assert settle(team("homework_by", *values)).homework_by == kept


def test_the_most_frequent_choice_is_kept() -> None:
    entry = only("purposes.mot.rhythm", "quotidien", "immediat", "quotidien")
    assert entry.proposed == "quotidien"
    assert entry.agreement == pytest.approx(2 / 3)
    assert entry.words == ("Une fois par jour", "Tout de suite", "Une fois par jour")


@pytest.mark.parametrize(
    ("path", "values", "kept"),
    [
        ("purposes.orientation.recipients", ("un", "tous"), "tous"),
        ("purposes.mot.fallback", (None, "carnet"), "carnet"),
        ("writing.responsables.eleves", ("etablissement", "non"), "non"),
        ("quiet.responsables.public_holidays", (True, False), False),
    ],
)
def test_at_equal_counts_the_first_of_the_vocabulary_wins(path: str, values: tuple[Any, ...], kept: Any) -> None:
    assert only(path, *values).proposed == kept
    assert only(path, *reversed(values)).proposed == kept


def test_among_quiet_hours_the_nearest_to_all_is_kept() -> None:
    entry = only(
        "quiet.responsables.week.mardi",
        ("00:00-07:00", "19:00-24:00"),
        ("00:00-07:00", "20:00-24:00"),
        ("00:00-06:00", "21:00-24:00"),
    )
    assert entry.kind == "set"
    assert entry.proposed == ("00:00-07:00", "20:00-24:00")
    assert entry.proposed_words.replace("\u00a0", " ") == "avant 7 h et après 20 h"


def test_the_same_hours_written_in_two_ranges_do_not_differ() -> None:
    path = "quiet.responsables.week.samedi"
    assert compare(team(path, ("00:00-24:00",), ("00:00-12:00", "12:00-24:00"))) == ()
    assert compare(team("quiet.eleves.week.samedi", (), ("00:00-00:30",))) != ()


def test_what_passes_in_another_order_does_not_differ() -> None:
    assert compare(team("quiet.eleves.passes", ("urgence", "absence"), ("absence", "urgence"))) == ()


@pytest.mark.parametrize(
    ("path", "ways", "words"),
    [
        (
            "quiet.eleves.passes",
            (("urgence", "absence"), ("absence", "urgence"), ("absence", "urgence", "absence")),
            f"{PURPOSES['absence']}, {PURPOSES['urgence']}",
        ),
        ("languages", (("fr", "ar", "en"), ("en", "fr", "ar"), ("fr", "en", "ar", "en")), "français, anglais et arabe"),
    ],
)
def test_a_value_in_another_order_or_repeated_is_written_in_one_way(
    path: str, ways: tuple[tuple[str, ...], ...], words: str
) -> None:
    entry = only(path, *ways, ("fr",) if path == "languages" else ())
    assert len(set(entry.words[: len(ways)])) == len(set(entry.values[: len(ways)])) == 1
    assert entry.words[0] == words
    assert entry.agreement == pytest.approx(3 / 4)


def test_the_first_channel_is_the_pupils_so_its_order_differs() -> None:
    assert only("purposes.mot.channels", ("ent", "sms"), ("sms", "ent")).agreement == 0.5


def test_a_choice_takes_over_and_the_result_has_a_name() -> None:
    several = [load_policy(name) for name in preset_names()]
    agreed = settle(several, {"marks.pupils_after_days": 3, "purposes.mot.channels": ["carnet"]}, name="Notre charte")
    assert agreed.name == "Notre charte"
    assert agreed.marks.pupils_after_days == 3
    assert agreed.purposes["mot"].channels == ("carnet",)
    assert settle(several).name == "Politique de l'équipe"


@pytest.mark.parametrize("name", [None, "Notre charte"])
@pytest.mark.parametrize("others", [(), ("vie_scolaire",)])
def test_what_a_group_wrote_of_its_own_policy_is_not_what_the_team_says(
    name: str | None, others: tuple[str, ...]
) -> None:
    private = BASE.changed(name="0", description="Écrite par Mme Karim, qui ne veut plus du carnet.")
    several = [private, BASE.changed(name="1", description=""), *map(load_policy, others)]
    for each in (several, several[::-1]):
        description = settle(each, name=name).description
        assert description.replace("\u00a0", " ") == f"Réunit {len(several)} politiques."


def test_the_shipped_models_disagree_and_still_settle_on_a_policy_that_holds() -> None:
    several = [load_policy(name) for name in preset_names()]
    entries = compare(several)
    assert len(entries) > 50
    assert all(len(entry.words) == len(several) and all(entry.words) for entry in entries)
    assert Policy.model_validate(settle(several).model_dump()) == settle(several)


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"marks.pupils_after": 1}, "Réglages proches\u00a0: marks.pupils_after_days"),
        ({"couleur": "verte"}, "n'existe pas"),
        ({"marks.pupils_after_days": 99}, "Délai avant qu'un élève voie une note\u00a0: 99 est trop grand"),
        ({"homework_by": "25h"}, "Heure limite pour donner un travail\u00a0:"),
        ({"purposes.mot.channels": []}, "Mot individuel\u00a0: canal"),
        ({"purposes.mot.channels": ["pigeon"]}, "n'est pas accepté"),
        ({"quiet.eleves.week.lundi": ["20:00-07:00"]}, "une nuit se coupe"),
        ({"writing.responsables.direction": "peut-être"}, "Responsables légaux → direction\u00a0:"),
    ],
)
def test_a_choice_that_does_not_hold_says_so_in_french(choices: dict[str, Any], sentence: str) -> None:
    with pytest.raises(PolicyError) as refused:
        settle([BASE, load_policy("vie_scolaire")], choices)
    assert sentence in str(refused.value)


def test_a_team_without_any_policy_is_told_what_to_do() -> None:
    assert compare([]) == ()
    with pytest.raises(PolicyError, match="ouvrez au moins un fichier"):
        settle([])


def test_every_setting_of_a_policy_is_compared() -> None:
    """A field added to Policy and forgotten here would never be seen as a disagreement."""
    hours = [*BASE.suspended.values(), *BASE.quiet.values()]
    leaves = sum(1 for _ in _leaves(BASE.model_dump(exclude={"version", "name", "description"})))
    no_choice = 1  # who gets a parent's question
    assert len(SETTINGS) == leaves - no_choice - sum(len(one.week) for one in hours) + 7 * len(hours)
    assert len({one.label for one in SETTINGS.values()}) == len(SETTINGS)


def _leaves(value: Any) -> Any:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    else:
        yield value


def test_every_number_has_its_unit_and_nothing_else_has_one() -> None:
    other = with_settings(
        load_policy("tout_tout_de_suite"),
        {
            "marks.pupils_after_days": 9,
            "marks.parents_after_pupils_days": 9,
            "reply_within_hours": 9,
            "recall_minutes": 9,
        },
    )
    found = compare([BASE, other])
    assert len({one.kind for one in found}) > 2
    assert {one.path: one.unit for one in found if one.kind == "numeric" or one.unit} == {
        "marks.pupils_after_days": "jours",
        "marks.parents_after_pupils_days": "jours",
        "reply_within_hours": "heures",
        "recall_minutes": "minutes",
    }

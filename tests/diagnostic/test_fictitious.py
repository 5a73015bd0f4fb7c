"""La même école, trois façons de demander : qui ne répond pas n'est pas comme qui répond."""

from typing import Any

import numpy as np
import pytest
from diagnostic.fictitious_school import ALL_WAYS, SEED, families, received, truth

from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import FictitiousError, answered_by, answering, collected, fictitious_families
from liaison.diagnostic.reading.plausibility import contradictions
from liaison.school.fictitious.generator import school_from
from widgets.diagnostic.state import DiagnosticState


def lacking(answers: Any) -> Any:
    """The share of families, among those that can be placed, that lack equipment; and that begin with the ENT."""
    placed = axes(answers)
    return tuple(
        float((placed[axis].dropna() == level).mean())
        for axis, level in (("equipement", "insuffisant"), ("competences", "debutant"))
    )


def test_online_only_answers_look_better_than_the_families_and_three_ways_come_closer() -> None:
    online, three, true = (lacking(each) for each in (received("en_ligne"), received(*ALL_WAYS), truth()))
    for axis in (0, 1):
        assert online[axis] < three[axis] < true[axis]
        assert true[axis] - three[axis] < (true[axis] - online[axis]) / 2
    # Half of the families that lack equipment are not seen online.
    assert online[0] < 0.6 * true[0]


def test_it_does_so_in_every_school_and_not_by_luck_of_one_seed() -> None:
    for preset, seed in (("college_rep_plus", 1), ("college_rural", 2), ("lp", 3), ("ecole_6_classes", 4)):
        found = fictitious_families(school_from(preset, seed), seed)
        online = answering(found, "en_ligne")
        weak = (found["competence"] != "autonome").to_numpy()
        assert online[weak].mean() < online[~weak].mean()
        assert (online[found["appareils__aucun"].to_numpy(bool)] == 0).all()


def test_another_way_only_adds_answers() -> None:
    one, two = received("en_ligne"), received("en_ligne", "telephone")
    assert len(one) < len(two) < len(received(*ALL_WAYS)) <= len(families())
    assert (two.table["mode"] == "en_ligne").sum() == len(one)


def test_the_same_seed_gives_the_same_families_and_the_same_answers() -> None:
    again = fictitious_families(school_from("college_urbain_mixte", SEED), SEED)
    assert again.equals(families())
    assert collected(again, ALL_WAYS, SEED).table.equals(received(*ALL_WAYS).table)
    assert not collected(again, ALL_WAYS, SEED + 1).table.equals(received(*ALL_WAYS).table)


def test_the_number_of_an_answer_tells_no_family() -> None:
    rank = np.arange(len(received("en_ligne")))
    level = received("en_ligne").table["niveau"].cat.codes.to_numpy()
    assert abs(np.corrcoef(rank, level)[0, 1]) < 0.2


def test_families_do_not_contradict_themselves() -> None:
    assert list(contradictions(truth())) == []


@pytest.mark.parametrize("ways", [(), ("en_ligne", "en_ligne"), ("pigeon",)])
def test_a_way_of_asking_that_does_not_exist_is_refused(ways: Any) -> None:
    with pytest.raises(FictitiousError, match="en_ligne, telephone, papier"):
        collected(families(), ways, SEED)


def test_each_answer_comes_with_the_level_of_its_own_family() -> None:
    asked = families().assign(mode=answered_by(families(), ALL_WAYS, SEED))
    there = asked[asked["mode"] != ""].value_counts(["niveau", "connexion", "mode"])
    table = collected(families(), ALL_WAYS, SEED).table
    answered = table[table["connexion"].notna()].astype(str).value_counts(["niveau", "connexion", "mode"])
    assert answered.sum() > 100
    assert (answered <= there.reindex(answered.index, fill_value=0)).all()


def test_a_screen_asks_a_fictitious_school_once_however_many_parts_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[tuple[Any, ...]] = []

    def counted(families: Any, ways: Any, seed: int) -> Any:
        made.append((ways, seed))
        return collected(families, ways, seed)

    monkeypatch.setattr("liaison.diagnostic.fictitious.collected", counted)
    state = DiagnosticState(seed=SEED + 1)
    for _ in range(3):
        assert state.answers is state.collected(state.ways)
        state.collected(("papier",))
    assert made == [(state.ways, SEED + 1), (("papier",), SEED + 1)]
    before, state.seed = state.answers, SEED + 2
    assert state.answers is not before
    assert made[2:] == [(state.ways, SEED + 2)]

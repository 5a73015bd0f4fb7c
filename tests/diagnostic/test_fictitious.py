"""La même école, trois façons de demander : qui ne répond pas n'est pas comme qui répond."""

from typing import Any

import numpy as np
import pytest
from diagnostic.fictitious_school import ALL_WAYS, SEED, families, received, truth

from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.fictitious import FictitiousError, answering, collected, fictitious_families
from liaison.diagnostic.reading.plausibility import contradictions
from liaison.school.fictitious.generator import school_from


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

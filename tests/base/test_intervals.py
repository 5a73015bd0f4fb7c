"""Un intervalle à 95 % contient la vraie part 95 fois sur 100, à un demi-point près : calculé, pas tiré au sort."""

from typing import Any

import numpy as np
import pytest
from scipy.stats import binomtest, hypergeom

from liaison.base.intervals import share_interval

SCHOOLS = (12, 20, 30, 50, 87, 120, 200, 300, 450, 600)


def coverage(families: int, answers: int) -> float:
    """The chance that the interval holds the true share, at the worst true share, over every possible sample."""
    yes = np.arange(answers + 1)
    low, high = share_interval(yes, np.full(answers + 1, answers), np.full(answers + 1, families))
    true = np.arange(families + 1)
    chance = hypergeom.pmf(yes[:, None], families, true[None, :], answers)
    held = (low[:, None] <= true / families + 1e-12) & (true / families - 1e-12 <= high[:, None])
    return float((chance * held).sum(axis=0).min())


@pytest.mark.parametrize("families", SCHOOLS)
def test_the_true_share_is_in_the_interval_95_times_in_100_whatever_it_is(families: Any) -> None:
    sizes = {*range(1, 13), 15, 20, 30, 60, families // 4, families // 3, families // 2, 3 * families // 4}
    worst = [coverage(families, answers) for answers in sorted(sizes) if answers <= families]
    # Whole numbers do not fall on 95 exactly: at the worst sizes, 94.6.
    assert min(worst) >= 0.946
    assert np.median(worst) >= 0.95


@pytest.mark.parametrize("families", SCHOOLS)
def test_with_almost_everybody_too(families: Any) -> None:
    for answers in (families - 5, families - 4, families - 2, families - 1, families):
        assert coverage(families, answers) >= 0.946, answers


@pytest.mark.parametrize("answers", [1, 7, 40, 200])
def test_it_is_no_wider_than_wilsons_with_its_correction_as_another_library_computes_it(answers: int) -> None:
    yes = range(answers + 1)
    low, high = share_interval(list(yes), [answers] * (answers + 1))
    theirs = [binomtest(k, answers).proportion_ci(0.95, method="wilsoncc") for k in yes]
    np.testing.assert_allclose(low, [each.low for each in theirs], atol=1e-6)
    np.testing.assert_allclose(high, [each.high for each in theirs], atol=1e-6)


def test_an_infinite_population_gives_a_wider_interval_than_a_finite_one() -> None:
    low, high = share_interval([30], [100])
    finite_low, finite_high = share_interval([30], [100], [150])
    assert low[0] < finite_low[0] < 0.3 < finite_high[0] < high[0]


def test_when_everybody_answered_nothing_is_left_to_chance() -> None:
    low, high = share_interval([30, 0], [100, 100], [100, 100])
    assert low.tolist() == high.tolist() == [0.3, 0.0]


def test_a_population_smaller_than_the_answers_corrects_nothing_and_one_as_large_is_everybody() -> None:
    low, high = share_interval([30], [100], [99])
    assert (low[0], high[0]) == tuple(end[0] for end in share_interval([30], [100]))
    low, high = share_interval([30], [100], [100])
    assert low[0] == high[0] == 0.3


def test_an_infinite_population_is_one_that_is_not_known() -> None:
    unknown, infinite = share_interval([30, 0, 50], [100, 40, 50]), share_interval([30, 0, 50], [100, 40, 50], np.inf)
    assert np.array_equal(unknown[0], infinite[0])
    assert np.array_equal(unknown[1], infinite[1])


def test_what_was_seen_is_certain() -> None:
    # 9 of 10 families said yes out of 11: at least 9 and at most 10 of the 11 do.
    low, high = share_interval([9], [10], [11])
    assert (low[0], high[0]) == pytest.approx((9 / 11, 10 / 11))


def test_weights_make_nothing_certain() -> None:
    # Ten answers that stand for others: what nine of them said is no count of families.
    low, high = share_interval([9], [10], [11], [10])
    assert low[0] < 9 / 11 < 10 / 11 < high[0]


def test_weighted_answers_are_worth_fewer_and_widen_the_interval() -> None:
    low, high = share_interval([30], [100], [400], [100])
    wider_low, wider_high = share_interval([30], [100], [400], [60])
    assert wider_low[0] < low[0] < high[0] < wider_high[0]


def test_nobody_gives_no_interval() -> None:
    low, high = share_interval([0], [0], [100])
    assert np.isnan(low[0])
    assert np.isnan(high[0])

"""Des jeux d'exports tirés au hasard à chaque fois : combien la lecture compte de familles, et ce qu'elle dit."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import replace

import pytest
from diagnostic.exports_at_random import Export, drawn_at, judged, read, verdicts

from liaison.diagnostic.reading.corrected import settled

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

SETS_IN_CI = 40
# Three thousand sets gave seven (`docs/decisions/0077-deux-exports-d-un-formulaire.md`): chance passes this once in
# thousands of draws.
MOST_DOUBLED = 2


def test_sets_of_exports_at_random_merge_no_families_in_silence_and_double_hardly_any() -> None:
    seed = secrets.randbits(32)
    found = Counter(verdict.name for _, _, verdict in verdicts(seed, SETS_IN_CI))
    again = f"python -m diagnostic.exports_at_random {SETS_IN_CI} --seed {seed} --each : {found}"
    assert found["silent merging"] == 0, again
    assert found["silent doubling"] <= MOST_DOUBLED, again


def test_the_order_in_which_files_are_given_changes_nothing() -> None:
    seed = secrets.randbits(32)
    for rank in range(SETS_IN_CI // 2):
        one = drawn_at(seed, rank)
        other = replace(one, files=dict(reversed(one.files.items())))
        first, second = (judged(each, settled(read(each))) for each in (one, other))
        assert (first.doubled, first.lost) == (second.doubled, second.lost), f"{seed}, {rank} : {one}"


def test_a_seed_and_a_rank_draw_one_set_again() -> None:
    assert drawn_at(5, 3).files == drawn_at(5, 3).files != drawn_at(5, 4).files


def test_a_family_counted_twice_and_one_that_counts_no_more_are_seen() -> None:
    one = next(
        each for rank in range(200) if len((each := drawn_at(7, rank)).exports) == 2 and each.situation == "again"
    )
    whole = settled(read(one))
    assert judged(one, whole).name == "exact"
    twice = [*whole, *whole]
    assert judged(one, twice).name == "silent doubling"
    none = [each for each in whole if not len(each.answers)]
    assert judged(one, none).name == "silent merging"
    waiting = [replace(each, maybe_twice=1) for each in twice]
    assert judged(one, waiting).name == "said doubling"


def test_a_line_that_answers_nothing_is_no_family() -> None:
    one = drawn_at(7, 0)
    family = one.exports[0].families[0]
    silent = replace(family, answers={"niveau": "sixieme"})
    assert not replace(one, exports=[Export([silent])]).families()

"""Deux questions qui disent la même chose : une seule est gardée, et le hasard n'en fait pas des jumelles."""

import random

from hypothesis import given
from hypothesis import strategies as st

from liaison.diagnostic.own.twins import ColumnAnswers, derived

BOXES = ("bus", "vélo", "à pied", "train")


@given(st.lists(st.frozensets(st.sampled_from(BOXES)), min_size=1, max_size=80), st.randoms(use_true_random=False))
def test_of_boxes_and_a_column_that_holds_their_words_one_question_is_told(
    boxes: list[frozenset[str]], chance: random.Random
) -> None:
    sums = [", ".join(chance.sample(sorted(each), len(each))) or None for each in boxes]
    found = derived({"somme": ColumnAnswers(sums), "cases": ColumnAnswers(boxes, boxes=True)})
    assert found == ({"somme": "cases"} if any(boxes) else {})


@given(st.integers(0, 10_000), st.integers(40, 200))
def test_so_it_is_of_a_column_that_holds_a_code_for_each_set_of_boxes(seed: int, families: int) -> None:
    chance = random.Random(seed)
    boxes = [frozenset(box for box in BOXES if chance.random() < 0.5) for _ in range(families)]
    codes = {ticks: f"c{rank}" for rank, ticks in enumerate(dict.fromkeys(boxes)) if ticks}
    said = {"somme": ColumnAnswers([codes.get(each) for each in boxes]), "cases": ColumnAnswers(boxes, boxes=True)}
    assert derived(said) == {"somme": "cases"}


@given(st.integers(0, 10_000), st.integers(2, 5), st.integers(10, 200))
def test_answers_drawn_apart_are_two_questions(seed: int, values: int, families: int) -> None:
    chance = random.Random(seed)
    one, other = ([f"r{chance.randrange(values)}" for _ in range(families)] for _ in range(2))
    assert derived({"une": ColumnAnswers(one), "autre": ColumnAnswers(other)}) == {}


def test_a_follow_up_that_some_families_alone_are_asked_is_a_question() -> None:
    first = ["oui", "non"] * 30
    why = [("temps" if rank % 4 else "prix") if said == "non" else None for rank, said in enumerate(first)]
    assert derived({"vient": ColumnAnswers(first), "pourquoi": ColumnAnswers(why)}) == {}

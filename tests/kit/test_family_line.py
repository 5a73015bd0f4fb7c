"""La ligne d'un jour dans la semaine d'une famille : chaque marque est dessinée ou comptée, aucune n'est cachée."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from widgets.kit.family_card import FIGURE, SHAPES, WIDE, FamilyCard


@given(st.lists(st.tuples(st.integers(0, 24 * 60 - 1), st.sampled_from([*SHAPES])), min_size=1, max_size=30))
def test_every_mark_of_a_day_is_drawn_or_counted_and_no_mark_hides_another(marks: list[tuple[int, str]]) -> None:
    card = FamilyCard()
    day = {"label": "lundi", "events": [], "marks": [{"hour": minute / 60, "step": step} for minute, step in marks]}
    card.show("Mme D.", days=[day])
    drawn = card.days[0]["marks"]
    counted = Counter({step: 0 for _minute, step in marks})
    for mark in drawn:
        counted[mark["step"]] += int(mark["count"] or 1)
    assert counted == Counter(step for _minute, step in marks)
    lowest = {mark["lane"] for mark in drawn}
    assert lowest == set(range(len(lowest)))
    for one, other in pairwise(sorted(drawn, key=lambda mark: (mark["lane"], mark["at"]))):
        if one["lane"] == other["lane"]:
            figures = len(one["count"]) * one["early"] + len(other["count"]) * (not other["early"])
            assert (other["at"] - one["at"]) * 0.24 >= WIDE + FIGURE * figures - 0.03, "un dixième de centième près"


def test_two_copies_at_one_hour_are_one_mark_with_their_count_where_they_became_the_same() -> None:
    card = FamilyCard()
    steps = ("perdu", "perdu", "a_temps", "lu")
    card.show(
        "Mme D.", days=[{"label": "lundi", "events": [], "marks": [{"hour": 18.2, "step": step} for step in steps]}]
    )
    drawn = [(mark["step"], mark["count"], mark["lane"], mark["at"]) for mark in card.days[0]["marks"]]
    assert drawn == [("a_temps", "", 0, 75.8), ("perdu", "2", 1, 75.8), ("lu", "", 2, 75.8)]

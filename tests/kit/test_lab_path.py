"""Le parcours d'un laboratoire : une étape à la fois, faite à la première venue, et celles qui attendent le pari."""

import pytest
from traitlets import HasTraits, Int, TraitError

from widgets.kit import Heading, LabPath, PathStep, StepMade


def path(made: list[str]) -> LabPath:
    def step(key: str, **how: bool) -> PathStep:
        def make() -> StepMade:
            made.append(key)
            return StepMade(Heading(3, key))

        return PathStep(key, key.capitalize(), make, **how)

    steps = [step("parier"), step("voir", waits=True), step("emporter", waits=True), step("tout", beside=True)]
    return LabPath(steps, reason="Pariez d'abord.")


def test_the_first_step_is_shown_and_no_other_is_made() -> None:
    made: list[str] = []
    shown = path(made)
    assert (shown.current, shown.shown_of, made) == ("parier", "parier", ["parier"])
    assert isinstance(shown.shown, Heading)
    assert shown.shown.text == "parier"


def test_a_step_that_one_comes_back_to_is_the_same() -> None:
    made: list[str] = []
    shown = path(made)
    first = shown.shown
    shown.current = "tout"
    assert (shown.shown_of, made) == ("tout", ["parier", "tout"])
    shown.current = "parier"
    assert shown.shown is first
    assert made == ["parier", "tout"]


@pytest.mark.parametrize("key", ["voir", "emporter", "ailleurs", ""])
def test_a_step_that_waits_or_is_not_is_refused_with_those_that_are_open(key: str) -> None:
    shown = path([])
    with pytest.raises(TraitError, match="parier, tout"):
        shown.current = key
    assert (shown.current, shown.shown_of) == ("parier", "parier")


def test_once_unlocked_one_goes_on_from_the_first_step_and_from_no_other() -> None:
    from_first, from_beside = path([]), path([])
    from_beside.current = "tout"
    for shown in (from_first, from_beside):
        shown.unlock(then="voir")
    assert (from_first.current, from_beside.current) == ("voir", "tout")
    from_beside.current = "emporter"
    assert from_beside.shown_of == "emporter"


def test_each_step_of_the_way_says_which_one_it_is_and_what_is_beside_does_not() -> None:
    shown = path([])
    said = {step["key"]: (step["place"], step["next"]) for step in shown.steps}
    assert said["voir"] == ("Étape 2 sur 3", "Suite\u00a0: Voir")
    assert said["tout"][0] == ""


class Counted(HasTraits):
    count = Int()
    other = Int()


def test_a_step_is_drawn_when_one_comes_to_it_and_while_it_is_on_screen() -> None:
    drawn: list[str] = []
    lab = Counted()

    def step(key: str) -> PathStep:
        return PathStep(key, key, lambda: StepMade(Heading(3, key), lambda: drawn.append(key)))

    shown = LabPath([step("a"), step("b")])
    shown.follow(lab, ["count"])
    assert drawn == ["a"]
    lab.count, lab.other = 1, 1
    assert drawn == ["a", "a"]
    shown.current = "b"
    lab.count = 2
    assert drawn == ["a", "a", "b", "b"]
    shown.current = "a"
    assert drawn == ["a", "a", "b", "b", "a"]

"""Ce qu'un écran écrit, ce qu'il relit : une fois pour tous."""

from __future__ import annotations

import pytest
from traitlets import HasTraits, Int, Unicode

from liaison.support.plan.costs import CostSettings
from widgets.kit import Notice, RangeField, SelectField
from widgets.kit.following import sets
from widgets.kit.writing import Writing
from widgets.support.budget import Prices
from widgets.support.state import PlanState


def test_who_writes_inside_what_is_being_written_ends_with_the_first() -> None:
    writing = Writing()
    with writing:
        with writing:
            assert writing
        assert writing
    assert not writing


def test_what_is_raised_while_a_screen_writes_leaves_it_reading_again() -> None:
    writing = Writing()
    with pytest.raises(ValueError, match="refusé"), writing:
        raise ValueError("refusé")
    assert not writing


def test_a_budget_that_could_not_be_kept_once_is_read_again_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    state = PlanState()
    prices = Prices(state)
    (first, *_others) = prices.bought.values()

    def refused(*_arguments: object) -> CostSettings:
        raise ValueError("refusé")

    with monkeypatch.context() as broken:
        broken.setattr(CostSettings, "model_validate", refused)
        with pytest.raises(ValueError, match="refusé"):
            first.value = 3
    first.value = 4
    assert 4 in state.costs.achats.values()


class _State(HasTraits):
    school = Unicode("college")
    seed = Int(7)


def test_a_control_sets_the_trait_of_its_name_in_its_kind_and_nothing_when_empty() -> None:
    state = _State()
    school = SelectField(label="École", options=[{"value": "lycee", "label": "Lycée"}], value="")
    seed = RangeField(label="Graine", min=0, max=9)
    sets(school, state, "school")
    sets(seed, state, "seed")
    school.value, seed.value = "lycee", 3.0
    assert (state.school, state.seed, type(state.seed)) == ("lycee", 3, int)
    school.value = ""
    assert state.school == "lycee"


def test_a_notice_says_something_else_at_once_and_nothing_without_words() -> None:
    notice = Notice()
    notice.say("erreur", "Titre", "Texte")
    assert (notice.kind, notice.title, notice.text) == ("erreur", "Titre", "Texte")
    notice.say()
    assert (notice.kind, notice.title, notice.text) == ("information", "", "")

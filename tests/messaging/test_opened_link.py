"""Un lien ouvert dans le laboratoire : les mêmes réglages qu'ailleurs, ou une phrase et rien de changé."""

from __future__ import annotations

import pytest
from messaging.crowded import crowded_policy

from liaison.base.addresses import LONGEST
from liaison.messaging.policy.link import from_link
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.policy.team import compare
from widgets.kit import LabPath, LinkOut, Notice, Undo
from widgets.messaging import Lab, LabState
from widgets.messaging.policy_link import LinkGiven, open_link
from widgets.messaging.settings_back import messaging_undo, settings_back
from widgets.messaging.state import ON_TRIAL

ADDRESS = "http://127.0.0.1:8866/voila/render/notebooks/01_messagerie_ent/application.ipynb"


def given(state: LabState) -> LinkOut:
    """The link of a lab, on a page at that address."""
    view = LinkGiven(state)
    view.show(state.simulation())
    view.widget.address = ADDRESS
    return view.widget


@pytest.fixture
def state() -> LabState:
    policy = load_policy("equilibree").with_purpose("notes", rhythm="hebdomadaire").changed(name="Collège Jean Moulin")
    return LabState(policy=policy, school="ecole_6_classes", weeks=3, seed=12)


def test_on_another_machine_a_link_gives_the_same_lab(state: LabState) -> None:
    there, notice = LabState(), Notice()
    open_link(there, given(state).link, notice)
    assert (there.school, there.weeks, there.seed) == ("ecole_6_classes", 3, 12)
    assert compare([state.policy, there.policy]) == ()
    assert there.simulation().indicators == state.simulation().indicators
    assert notice.title.startswith("Les réglages du lien sont là")


def test_a_link_names_nobody_and_its_code_is_that_of_the_link(state: LabState) -> None:
    link = given(state)
    assert link.link.startswith(f"{ADDRESS}#etape=voir&reglages=")
    assert from_link(link.held).policy.name == load_policy("equilibree").name


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("http://192.168.1.20:8443", ""),
        ("https://carnets.exemple.org", ""),
        ("http://127.0.0.1:8866", "que sur cet ordinateur"),
        ("http://localhost:8866", "que sur cet ordinateur"),
        ("http://[::1]:8866", "que sur cet ordinateur"),
        (f"https://carnets.exemple.org/{'a' * LONGEST}", "trop long"),
    ],
)
def test_a_link_that_a_phone_can_follow_has_a_code_and_another_says_why_not(
    state: LabState, place: str, says: str
) -> None:
    link = given(state)
    link.address = f"{place}/application.ipynb"
    assert link.code[:4] == (b"" if says else b"\x89PNG")
    assert says in link.without
    assert bool(says) is bool(link.without)


def test_the_address_of_a_page_opens_it_and_the_change_is_undone(state: LabState) -> None:
    there = LabState()
    undo, before = messaging_undo(there), there.policy
    path = Lab(there).widget
    assert isinstance(path, LabPath)
    path.arrived = given(state).held
    assert compare([state.policy, there.policy]) == ()
    undo.undo()
    assert (there.policy, there.school) == (before, LabState().school)


@pytest.mark.parametrize("text", ["reglages=", "n'importe quoi", "http://x/#reglages=AAAA"])
def test_what_is_no_link_changes_nothing_and_says_why(text: str) -> None:
    there, notice = LabState(), Notice()
    before = there.on_trial()
    open_link(there, text, notice)
    assert there.on_trial() == before
    assert (notice.kind, notice.title) == ("erreur", "Ce lien n'est pas ouvert")
    assert "Rien n'est changé" in notice.text.replace("\u00a0", " ")


def test_the_same_link_opened_twice_is_opened_twice(state: LabState) -> None:
    lab, link = Lab(LabState()), given(state)
    path = lab.widget
    assert isinstance(path, LabPath)
    for _time in range(2):
        lab.state.seed = 99
        path.arrived = link.held
        assert lab.state.seed == 12
    for _time in range(2):
        lab.state.seed = 99
        lab.settings.start.link.value = link.link
        assert lab.state.seed == 12


def test_a_link_that_is_refused_stays_in_its_field_to_be_corrected() -> None:
    start = Lab(LabState()).settings.start
    start.link.value = "http://x/#reglages=AAAA"
    assert start.link.value == "http://x/#reglages=AAAA"


def test_an_opened_link_is_one_change_however_long_the_screen_takes(state: LabState) -> None:
    there, now = LabState(), [0.0]
    before = there.on_trial()
    there.observe(lambda _change: now.append(now[-1] + 10), ["policy", "school", "weeks", "seed"])
    undo = Undo(there, ("policy", "origin", "reference", *ON_TRIAL), settings_back, clock=lambda: now[-1])
    open_link(there, given(state).held, Notice())
    undo.undo()
    assert there.on_trial() == before
    assert not undo.can_undo


def test_settings_that_are_too_many_for_a_link_have_none_and_the_page_says_why(state: LabState) -> None:
    state.policy = crowded_policy()
    link = given(state)
    assert (link.held, link.link, link.code) == ("", "", b"")
    assert "le fichier de la politique" in link.note.replace("\u00a0", " ")


def test_a_link_pasted_in_the_settings_is_opened(state: LabState) -> None:
    lab = Lab(LabState())
    lab.settings.start.link.value = given(state).link
    assert lab.state.seed == 12


def test_what_a_link_does_not_hold_is_said_beside_it(state: LabState) -> None:
    assert given(state).note == ""
    state.hypotheses = state.hypotheses.model_copy(
        update={"fatigue": state.hypotheses.fatigue.model_copy(update={"baisse": 0.2})}
    )
    assert given(state).note.startswith("Ce que la simulation suppose a été changé ici")

"""« Qui reste dehors » : la famille que l'on touche, ce qui la joindrait, et ce qu'un changement fait aux autres."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import numpy as np
import pytest
from narrowing import present
from page_side import press, ringed

from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.family_states import GROUPINGS, family_changes, family_states
from liaison.messaging.search.one_family import adult_of, telling_week
from liaison.messaging.vocabulary import PROFILE_LABELS
from liaison.school.kinship import families_of
from widgets.messaging.left_out import FamiliesPicture, ReasonsView
from widgets.messaging.policy_name import changed_name
from widgets.messaging.state import LabState, Simulation

OUT = 2


@pytest.fixture
def state() -> LabState:
    return LabState(revealed=True, school="ecole_6_classes", weeks=4, policy=load_policy("ent_un_deux"))


@pytest.fixture
def view(state: LabState) -> FamiliesPicture:
    view = FamiliesPicture(state)
    view.show(state.simulation())
    return view


def left_out(state: LabState) -> int:
    return int(np.flatnonzero(family_states(state.simulation().trace).state == OUT)[0])


@pytest.mark.parametrize(
    ("name", "projected"),
    [("", True), ("Circulaire de juillet 2025 (politique modifiée)", True), ("Collège Untel", False)],
)
def test_a_room_sees_of_which_model_the_picture_is_and_not_the_name_that_a_school_gave(
    name: str, projected: bool
) -> None:
    policy = load_policy("ent_un_deux")
    policy = policy.model_copy(update={"name": name or policy.name})
    state = LabState(revealed=True, school="ecole_6_classes", weeks=4, policy=policy)
    view = FamiliesPicture(state)
    view.show(state.simulation())
    assert (policy.name in view.families.title) == projected
    assert (policy.name in view.families.about) != projected
    assert projected or view.families.title.endswith("avec votre politique")


def test_of_a_model_that_was_changed_the_picture_names_what_it_was_and_not_twice(state: LabState) -> None:
    model = state.policy
    state.policy = model.with_purpose("notes", rhythm="hebdomadaire").changed(name=changed_name(model.name))
    view = FamiliesPicture(state)
    view.show(state.simulation())
    assert f"« {model.name} », dont vous êtes parti" in view.compared.lines[0].replace("\u00a0", " ")
    assert model.name not in view.families.title
    assert state.policy.name in view.families.drawn()["note"]
    # Beside another model, it is not told by what it is compared with.
    state.reference = load_policy("equilibree")
    view.show(state.simulation())
    assert state.policy.name in view.families.title


def test_an_image_that_is_taken_away_says_of_which_policy_it_is_and_what_it_is_compared_with() -> None:
    state = LabState(revealed=True, school="ecole_6_classes", weeks=4, policy=load_policy("ent_un_deux"))
    before = state.policy.name
    state.policy = state.policy.with_purpose("notes", rhythm="hebdomadaire").changed(name="Collège Untel")
    view = FamiliesPicture(state)
    view.show(state.simulation(), twice=True)
    assert "« Collège Untel »" in view.families.drawn()["note"].replace("\u00a0", " ")
    assert view.compared.lines[0] in view.families.drawn()["note"]
    assert "Établissement : École de six classes (fictive)." in view.families.drawn()["note"].replace("\u00a0", " ")
    assert before in view.families.drawn()["note"]
    # Whichever of the two one has under the hand, the image has both.
    assert view.twice.before.drawn() == view.families.drawn()
    words = [text for text in texts_of(view.families.drawn()["svg"]) if text in ("Avant", "Après")]
    assert words == ["Avant", "Après"]
    view.show(state.simulation())
    assert not {"Avant", "Après"} & {*texts_of(view.families.drawn()["svg"])}


def texts_of(svg: str) -> list[str]:
    """The words of a drawing, in their order."""
    return [each.text or "" for each in fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_nobody_is_told_of_until_a_family_is_pressed(view: FamiliesPicture) -> None:
    assert view.pressed.widget.children == ()


def test_a_family_that_is_pressed_has_its_week_and_what_does_most_for_it(
    view: FamiliesPicture, state: LabState
) -> None:
    family = left_out(state)
    view.families.chosen = family
    pressed = view.pressed
    assert pressed.card in pressed.widget.children
    assert pressed.card.name
    assert pressed.card.days
    change = pressed.change
    assert change is not None
    assert change.before.state == "de_cote"
    said = " ".join(pressed.does_most.lines)
    assert change.move.label in said
    assert f"{change.after.informed} de ses {change.after.written} messages" in said.replace("\u00a0", " ")
    assert ("suffit à la joindre" in said) == (change.after.state == "a_temps")


def test_the_week_is_told_with_what_the_family_misses_in_it(view: FamiliesPicture, state: LabState) -> None:
    trace = state.simulation().trace
    states = family_states(trace)
    missing, whole = left_out(state), np.flatnonzero((states.written == states.informed) & (states.written > 0))
    week = telling_week(trace, missing)
    view.families.chosen = missing
    assert f"{week.written - week.informed} sur {week.written}" in view.pressed.week.lines[0].replace("\u00a0", " ")
    assert "exemplaire" in view.pressed.card.summary
    assert whole.size
    view.families.chosen = int(whole[0])
    assert "Elle ne manque aucun message" in view.pressed.week.lines[0].replace("\u00a0", " ")
    # What changes nothing to what it is told is not said to.
    change = view.pressed.change
    assert change is None or "au lieu de" not in " ".join(view.pressed.does_most.lines)


def test_in_a_week_what_informs_the_family_and_what_one_adult_reads_are_two_things_in_words(
    view: FamiliesPicture, state: LabState
) -> None:
    trace = state.simulation().trace
    table = trace.table()
    table = table[table["recipient_kind"] == "responsables"]
    table["family"] = table["pupil"].map(families_of(trace.prepared.school))
    table["week"] = [(day - state.start).days // 7 for day in table["created_at"].dt.date]
    kinds: dict[str, int] = {}
    for family in np.flatnonzero(family_states(trace).written > 0).tolist():
        week, adult = telling_week(trace, family), adult_of(trace, family)
        assert adult is not None
        own = table[(table["family"] == family) & (table["week"] == week.week) & table["informed"]]
        of_adult = own.loc[own["recipient"] == trace.prepared.people.ids[adult], "message_id"].nunique()
        assert (week.own, week.informed) == (of_adult, own["message_id"].nunique()), family
        others = week.informed - week.own
        kinds.setdefault(
            "both" if week.own and others else "own" if week.own else "other" if others else "none", family
        )
    assert {"both", "own"} <= kinds.keys()
    for kind, family in kinds.items():
        view.families.chosen = family
        week, name = telling_week(trace, family), view.pressed.card.name
        lines = [line.replace("\u00a0", " ") for line in view.pressed.week.lines]
        assert not any(".." in line for line in lines)
        assert (f"informée à temps de {week.informed} message" in lines[1]) == (kind != "none")
        shared = f"{week.own} par {name}, {week.informed - week.own} par un autre responsable seulement"
        assert (shared in lines[1]) == (kind == "both")
        assert view.pressed.card.summary.startswith(f"Envoyés à {name} cette semaine-là")


def test_the_change_that_is_tried_is_made_and_the_families_that_it_moves_are_ringed(
    view: FamiliesPicture, state: LabState
) -> None:
    family, before = left_out(state), state.policy
    first = family_states(state.simulation().trace)
    view.families.chosen = family
    assert view.pressed.change is not None
    view.pressed.try_it._handle_custom_msg({"event": "press"}, [])
    assert state.policy == view_changed(view, before)
    view.show(state.simulation())
    second = family_states(state.simulation().trace)
    moved = (first.state != second.state) | (first.disturbed != second.disturbed)
    assert moved[family]
    assert [bool(code & 16) for code in view.families.code] == moved.tolist()
    # The same family, as it has become.
    assert view.families.chosen == family
    assert view.pressed.change is None or view.pressed.change.before.state != "de_cote"


def test_the_change_that_is_tried_is_said_with_what_it_moves_and_is_undone_in_place(
    view: FamiliesPicture, state: LabState
) -> None:
    before, first = state.policy, family_states(state.simulation().trace)
    view.families.chosen = left_out(state)
    change = present(view.pressed.change)
    press(view.pressed.try_it)
    view.show(state.simulation())
    moved = int(family_changes(first, family_states(state.simulation().trace)).any.sum())
    pressed = view.pressed
    assert pressed.done in pressed.widget.children
    said = " ".join(pressed.done.lines)
    assert change.move.label in said
    assert ("Une famille a changé" if moved == 1 else f"{moved} familles ont changé") in said.replace("\u00a0", " ")
    assert pressed.try_it not in pressed.widget.children  # one thing at a time
    assert "qui ont changé" in pressed.close.label
    press(pressed.back)
    view.show(state.simulation())
    assert state.policy == before
    assert pressed.done not in pressed.widget.children
    assert pressed.try_it in pressed.widget.children
    assert "qui ont changé" not in pressed.close.label


def view_changed(view: FamiliesPicture, before: object) -> object:
    trace, _ = view.pressed.shown or (None, 0)
    assert trace is not None
    assert trace.policy == before
    assert view.pressed.change is not None
    return view.pressed.change.move.apply(trace.policy).changed(name=view.pressed.state.policy.name)


def test_another_school_rings_nobody_and_forgets_the_family(view: FamiliesPicture, state: LabState) -> None:
    view.families.chosen = left_out(state)
    state.seed += 1
    view.show(state.simulation())
    assert view.families.chosen == -1
    assert view.pressed.widget.children == ()
    assert not ringed(view.families).any()


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_same_families_in_other_places(view: FamiliesPicture, state: LabState, by: str) -> None:
    legend = view.families.counted["legend"]
    view.by.value = by
    assert view.families.counted["legend"] == legend
    names = [group["label"] for group in view.families.counted["groups"]]
    if by == "profil":
        assert set(names) <= set(PROFILE_LABELS.values())
    else:
        classes = state.prepared().school.classes
        assert names == list(dict.fromkeys(classes["niveau" if by == "niveau" else "id"]))


def test_a_grouping_is_chosen_without_losing_what_has_moved(view: FamiliesPicture, state: LabState) -> None:
    state.policy = load_policy("tout_tout_de_suite")
    view.show(state.simulation())
    moved = sum(bool(code & 16) for code in view.families.code)
    assert moved
    view.by.value = "classe"
    assert sum(bool(code & 16) for code in view.families.code) == moved


@pytest.mark.parametrize(
    ("reached", "title"),
    [
        ((5, 2), "7 familles laissées de côté, première raison : « compte non activé »"),
        ((2, 2, 2, 1), "7 familles laissées de côté : 3 raisons viennent en tête, à égalité"),
    ],
)
def test_reasons_that_tie_are_not_said_to_be_the_first(state: LabState, reached: tuple[int, ...], title: str) -> None:
    simulation = state.simulation()
    first, *_others = simulation.indicators.left_out
    labels = ("Compte non activé", "Sans réseau", "Vu, mais non compris", "Jamais ouvert")
    reasons = [
        first.model_copy(update={"label": label, "families": count})
        for label, count in zip(labels, reached, strict=False)
    ]
    figures = simulation.indicators.model_copy(
        update={"left_out": tuple(reasons), "left_out_families": tuple(range(sum(reached)))}
    )
    view = ReasonsView()
    view.show(Simulation(simulation.trace, figures))
    assert view.chart.title.replace("\u00a0", " ") == title


def test_a_reason_that_the_profile_does_not_have_is_that_of_the_adult_who_activated_no_account() -> None:
    """What « Ce que ces mots veulent dire » says of the two, counted by hand on the school of the lab."""
    state = LabState(revealed=True)
    trace = state.simulation().trace
    assert any("un seul des deux a activé son compte" in line for line in ReasonsView().meaning.lines)
    prepared, out = trace.prepared, family_states(trace).state == OUT
    table = trace.table()
    table = table[(table["recipient_kind"] == "responsables") & ~table["informed"]]
    family = table["pupil"].map(families_of(prepared.school))
    counted = table.groupby([family, "reason"]).size()
    reasons = {each: counted[each].idxmax() for each in counted.index.unique(0)}
    activated = dict(zip(prepared.people.ids, prepared.people.account, strict=True))
    adults = trace.table().query("recipient_kind == 'responsables'")
    accounts = adults.groupby(adults["pupil"].map(families_of(prepared.school)))["recipient"].agg(set)
    profiles = [[*PROFILE_LABELS][code] for code in prepared.family_profile]
    apart = [
        {bool(activated[adult]) for adult in accounts[each]}
        for each in np.flatnonzero(out)
        if reasons[each] == "compte_non_active" and profiles[each] not in ("compte_non_active", "sans_equipement")
    ]
    assert apart
    assert all(each == {True, False} for each in apart)

"""Les réglages du plan sans navigateur : les parties les disent, ils vont et reviennent par un fichier."""

from __future__ import annotations

import datetime as dt

import pytest
from diagnostic.survey_exports import some_families
from page_side import give, press, refusal
from support.making import coupons

from liaison.base.words import long_date
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.messaging.policy.policy import load_policy, to_yaml
from liaison.support.loans.loans import LOAN_SETTINGS, loan_settings_yaml
from liaison.support.needs.needs_file import needs_csv
from liaison.support.workshops.aims import ORDERS
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, workshop_settings_yaml
from widgets.support import PlanLab, PlanState
from widgets.support.gathering import Gathering
from widgets.support.lending import Lending, returned
from widgets.support.partners_view import LocalNames, PartnersView, partners_file
from widgets.support.paths import path_lines, path_names
from widgets.support.policy_start import PolicyStart
from widgets.texts import texts

pytestmark = pytest.mark.usefixtures("answers_protected_once")


def test_the_order_of_criteria_is_that_of_the_settings(state: PlanState) -> None:
    lending = Lending(state)
    part = lending.parts["ordinateur"]
    assert tuple(part.order.value) == state.loans.priorites["ordinateur"]
    first, *rest = part.order.value
    part.order.value = [*rest, first]
    assert state.loans.priorites["ordinateur"] == (*rest, first)
    assert state.loans.priorites["cle_4g"] == LOAN_SETTINGS.load("exemple").priorites["cle_4g"]
    assert state.allocations()["ordinateur"].criteria == (*rest, first)


def test_a_criterion_ticked_comes_last_and_one_unticked_leaves_the_others_in_place(state: PlanState) -> None:
    part = Lending(state).parts["ordinateur"]
    before = list(part.order.value)
    part.counts.value = [*before, "sans_aide"]
    assert part.order.value == [*before, "sans_aide"]
    part.counts.value = [name for name in part.counts.value if name != before[1]]
    assert part.order.value == [before[0], *before[2:], "sans_aide"]
    assert state.loans.priorites["ordinateur"] == tuple(part.order.value)


def test_no_criterion_at_all_leaves_the_draw_alone(state: PlanState) -> None:
    Lending(state).parts["ordinateur"].counts.value = []
    found = state.allocations()["ordinateur"]
    assert found.criteria == ()
    assert "tirage au sort" in found.compare(found.served[0], found.waiting[0])


def test_a_real_school_says_its_own_zone_and_the_return_date_follows(state: PlanState) -> None:
    lending = Lending(state)
    lending.say_return()
    assert (lending.zone.value, lending.kind.value) == (state.zone, state.kind)
    lending.until.value = "prochaines_vacances"
    lending.lent_on.value = "11/01/2027"
    dates = {}
    for zone in "ABC":
        lending.zone.value = zone
        dates[zone] = returned(state)
        assert long_date(dates[zone]) in lending.back.lines[0]
    assert len(set(dates.values())) == 3
    state.school = "college_urbain_mixte"
    assert lending.zone.value == "C"


def test_more_stock_takes_nothing_away(state: PlanState) -> None:
    part = Lending(state).parts["ordinateur"]
    before = set(state.allocations()["ordinateur"].served)
    part.number.value += 5
    assert before < set(state.allocations()["ordinateur"].served)


def test_a_date_that_is_none_is_said_and_the_former_one_kept(state: PlanState) -> None:
    lending = Lending(state)
    lending.say_return()
    before, back = state.lent_on, returned(state)
    assert str(back.year) in lending.back.lines[0]
    lending.lent_on.value = "31/02/2027"
    assert lending.lent_on.error
    assert state.lent_on == before
    lending.lent_on.value = "11/01/2027"
    assert not lending.lent_on.error
    assert state.lent_on == dt.date(2027, 1, 11)


def test_a_loan_after_the_last_class_says_that_no_return_date_is_left(state: PlanState) -> None:
    lending = Lending(state)
    lending.say_return()
    lending.lent_on.value = "02/07/2027"
    assert lending.fault.title
    assert lending.back.lines == []
    lending.lent_on.value = "01/06/2027"
    assert not lending.fault.title
    assert lending.back.lines


def test_a_loan_on_a_day_without_class_is_kept_and_said(lab: PlanLab, state: PlanState) -> None:
    lending = Lending(state)
    lending.say_return()
    lending.lent_on.value = "25/12/2026"
    assert "n'est pas un jour de classe (jour férié)" in lending.back.lines[-1]
    assert (state.lent_on, lending.fault.title) == (dt.date(2026, 12, 25), "")
    state.workshop_plan = lab.state.workshop_plan
    assert "jour férié" in " ".join(state.plan().unknowns())
    lending.lent_on.value = "18/12/2026"
    assert "jour de classe (" not in " ".join([*lending.back.lines, *state.plan().unknowns()])


def test_the_order_of_the_places_is_chosen_and_says_whom_it_may_leave_out(state: PlanState) -> None:
    gathering = Gathering(state)
    assert gathering.first.value == "debutant"
    for option, order in zip(gathering.first.options, ORDERS, strict=True):
        gathering.first.value = option["value"]
        assert state.workshops.ordre == order
        assert len(gathering.excludes.lines) == 1 + len(order) + 3
        said = " ".join(gathering.excludes.lines)
        assert ("plusieurs enfants à garder" in said) == ("nombre" in order)


def test_the_parts_say_back_the_settings_of_the_workshops(state: PlanState) -> None:
    gathering = Gathering(state)
    slots = [slot.id for slot in state.workshops.creneaux]
    said, usual = gathering.read(), state.workshops
    for name in ("salles", "animation", "interpretes"):
        for one, other in zip(getattr(said, name), getattr(usual, name), strict=True):
            assert one.model_copy(update={"creneaux": None}) == other.model_copy(update={"creneaux": None})
            assert [slot for slot in slots if one.on(slot)] == [slot for slot in slots if other.on(slot)]
    alike = {name: getattr(usual, name) for name in ("salles", "animation", "interpretes")}
    assert said.model_copy(update=alike) == usual
    gathering.size.value = 10
    assert state.workshops.places == 10
    assert state.workshops.personnes_par_famille is None


def test_a_slot_added_set_and_taken_away_leaves_everything_as_it_was(state: PlanState) -> None:
    gathering = Gathering(state)
    before = gathering.read()
    slots = gathering.rosters["creneaux"]
    press(slots.add)
    new = slots.choice.value
    slots.fields["libelle"].value = "vendredi à 18 h"
    slots.fields["date"].value = "15/01/2027"
    slots.fields["garde"].value = 4
    added = next(slot for slot in state.workshops.creneaux if slot.id == new)
    assert (added.libelle, added.moment, added.date) == ("vendredi à 18 h", "soir", dt.date(2027, 1, 15))
    assert state.workshops.garde[new] == 4
    rooms = gathering.rosters["salles"]
    rooms.fields["creneaux"].value = [slot for slot in rooms.fields["creneaux"].value if slot != new]
    assert new not in (state.workshops.salles[0].creneaux or ())
    press(slots.remove)
    assert state.workshops == before


def test_the_last_slot_stays(state: PlanState) -> None:
    state.workshops = state.workshops.model_copy(
        update={"creneaux": state.workshops.creneaux[:1], "garde": {}, "animation": (), "interpretes": ()}
    )
    assert Gathering(state).rosters["creneaux"].remove.disabled


def test_a_name_emptied_is_refused_and_the_settings_kept(state: PlanState) -> None:
    gathering = Gathering(state)
    before, rooms = state.workshops, gathering.rosters["salles"]
    rooms.fields["libelle"].value = ""
    assert gathering.fault.title
    assert state.workshops == before
    rooms.fields["libelle"].value = "Grande salle"
    assert not gathering.fault.title
    assert state.workshops.salles[0].libelle == "Grande salle"


def test_needs_settings_and_back_through_files(lab: PlanLab) -> None:
    state = PlanState(school="college_urbain_mixte", seed=3)
    other = PlanLab(state)
    start = other.settings.start
    given = lab.state.needs
    give(start.needs, "besoins.csv", needs_csv(given))
    assert needs_csv(state.needs) == needs_csv(given)
    assert not state.fictitious
    assert other.settings.panels.summaries[0] == "besoins.csv"
    loans = lab.state.loans.model_copy(update={"nom": "Nos prêts"})
    give(start.loans, "prets.yaml", loan_settings_yaml(loans).encode())
    assert state.loans == loans
    workshops = lab.state.workshops.model_copy(update={"nom": "Nos ateliers"})
    give(start.workshops, "ateliers.yaml", workshop_settings_yaml(workshops).encode())
    assert state.workshops == workshops
    press(start.back)
    assert state.fictitious


def test_coupons_open_as_the_needs_do_and_each_refused_line_is_said() -> None:
    state = PlanState()
    start = PlanLab(state).settings.start
    answers = some_families(family_questionnaire(), 4, seed=5)
    give(start.needs, "coupons.csv", coupons(answers, [{"code": one} for one in ("F001", "F002", "Dupont", "F004")]))
    assert list(state.needs.table.index) == ["F001", "F002", "F004"]
    assert "Refusées\u00a0: 1" in start.notice.text
    assert "ligne 4" in start.notice.text


@pytest.mark.parametrize(
    ("taker", "content"),
    [
        ("needs", b"code;nom\nF001;Durand\n"),
        ("needs", needs_csv(PlanState().needs).partition(b"\r")[0]),
        ("loans", b"version: 99\n"),
        ("loans", b"\xff\xfe\x00"),
        ("workshops", b"creneaux: []\n"),
    ],
)
def test_a_damaged_file_is_refused_in_french_and_changes_nothing(taker: str, content: bytes) -> None:
    state = PlanState()
    start = PlanLab(state).settings.start
    before = (state.own_needs, state.loans, state.workshops)
    told = refusal(getattr(start, taker), "abime", content)
    assert told.startswith("« abime » n'est pas lu. ")
    assert texts("kit")("file-in-unreadable") not in told  # its own reason, not that of whatever is unforeseen
    assert (state.own_needs, state.loans, state.workshops) == before


def test_a_workshop_on_a_path_that_does_not_exist_is_refused() -> None:
    state = PlanState()
    start = PlanLab(state).settings.start
    text = workshop_settings_yaml(state.workshops).replace("premiere_connexion", "atelier_inconnu")
    assert "n'existe pas dans l'ENT d'entraînement" in refusal(start.workshops, "ateliers.yaml", text.encode())


@pytest.mark.parametrize("path", [theme.parcours for theme in WORKSHOP_SETTINGS.load("exemple").themes])
def test_a_workshop_is_a_path_of_missions_that_the_practice_ent_has(path: str) -> None:
    assert path in path_names()
    first, *missions = path_lines(path)
    assert f"{len(missions)} missions" in first.replace("\u00a0", " ")


def test_partners_named_here_come_first_and_go_through_their_file(state: PlanState) -> None:
    names, view = LocalNames(state), PartnersView(state)
    press(names.roster.add)
    names.roster.fields["libelle"].value = "Médiathèque des Essais"
    names.roster.fields["contact"].value = "à l'accueil"
    assert [one.name for one in state.partners] == ["Médiathèque des Essais"]
    view.show()
    named = [row for row in view.table.rows if row["ici"] == "Médiathèque des Essais"]
    assert named
    assert view.table.rows[0] == named[0]
    _, _, content = partners_file(state)
    other = PlanState()
    again = LocalNames(other)
    give(again.open, "partenaires.csv", content)
    assert other.partners == state.partners
    assert again.roster.records[0]["contact"] == "à l'accueil"
    assert "doit commencer par" in refusal(again.open, "partenaires.csv", b"nom\nx\n")
    assert other.partners == state.partners


def test_a_policy_opened_is_the_one_that_the_plan_changes(state: PlanState) -> None:
    start = PolicyStart(state)
    other = load_policy("papier_d_abord").changed(name="La nôtre")
    give(start.open, "politique.yaml", to_yaml(other).encode())
    assert state.policy == other
    assert start.preset.value == ""
    start.preset.value = "circulaire_2025"
    assert state.policy == load_policy("circulaire_2025")
    assert "n'est pas du texte" in refusal(start.open, "politique.yaml", b"\xff\xfe\x00")

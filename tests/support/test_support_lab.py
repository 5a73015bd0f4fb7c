"""L'écran du plan sans navigateur : les parties disent les réglages, et chaque nombre affiché est celui du calcul."""

from __future__ import annotations

import asyncio
import datetime as dt
import html
import io
import re
import threading
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pandas as pd
import pypdf
import pytest
from diagnostic.survey_exports import some_families
from diagnostic.told_too_much import told_too_much
from narrowing import present
from page_side import give, not_made, parts_of, press, refusal, taken, tell
from support.making import coupons, few_waiting
from waiting import until

from liaison.across.changes_alone import policy_with
from liaison.base.words import long_date
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.diagnostic.publication.publication import REGISTER, publication
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.messaging.policy.policy import load_policy, parse_policy, to_yaml
from liaison.messaging.reading.uncertainty import overturned
from liaison.support.loans.loans import LOAN_SETTINGS, Stock, allocate, loan_settings_yaml
from liaison.support.needs.needs import needs_of
from liaison.support.needs.needs_file import needs_csv
from liaison.support.plan.after_plan import families_at
from liaison.support.plan.modes import modes_by_profile
from liaison.support.workshops import efforts as workshop_efforts
from liaison.support.workshops.aims import ORDERS
from liaison.support.workshops.efforts import EFFORTS
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, WorkshopSettings, workshop_settings_yaml
from widgets.kit import Chart, DataTable, Notice, Paragraphs
from widgets.support import PlanLab, PlanState
from widgets.support.gathering import Gathering
from widgets.support.lending import Lending, returned
from widgets.support.messages_view import policy_file
from widgets.support.partners_view import LocalNames, PartnersView, partners_file
from widgets.support.paths import path_lines, path_names
from widgets.support.policy_start import PolicyStart
from widgets.support.scenario import scenario
from widgets.support.solving import Solving
from widgets.support.takeaway import PlanFiles
from widgets.support.words import quoted_purposes
from widgets.texts import texts

pytestmark = pytest.mark.usefixtures("answers_protected_once")
OF_A_FICTION = "école et familles fictives, jour du scénario : 30 novembre 2026"


@pytest.fixture(scope="module")
def lab() -> PlanLab:
    """A screen whose bet has been placed, on the school of the scenario."""
    lab = PlanLab()
    lab.bet.question.value = "peu"
    press(lab.bet.place)
    return lab


@pytest.fixture
def state(lab: PlanLab, monkeypatch: pytest.MonkeyPatch) -> PlanState:
    """A state of its own, on the same fictitious school."""
    state = PlanState()
    monkeypatch.setattr(state, "fiction", lab.state.fiction)
    return state


def test_nothing_is_computed_before_the_bet(monkeypatch: pytest.MonkeyPatch) -> None:
    computed: list[PlanState] = []
    monkeypatch.setattr(PlanState, "fiction", computed.append)
    lab = PlanLab()
    assert lab.results.groups.children == ()
    press(lab.bet.place)
    assert lab.bet.missing.title
    assert lab.results.groups.children == ()
    assert computed == []


def test_a_loan_alone_changes_almost_nothing_and_workshops_change_more(lab: PlanLab) -> None:
    """The claim of the lesson, on the school and the seed of its scenario."""
    found = lab.state.reach_cases(lab.state.policy)
    before, lent_only, both = (len(found[case].left_out_families) for case in ("rien", "prets", "tout"))
    assert before > 20
    assert abs(before - lent_only) < 0.1 * before
    assert both < min(before, lent_only)
    assert lab.bet.answer.tone == "neutre"  # « de 1 à 3 sur 10 » was wrong
    assert str(before) in lab.bet.answer.detail
    assert str(both) in lab.bet.answer.detail


def test_a_family_that_the_loans_leave_out_is_told_with_its_cause(lab: PlanLab) -> None:
    """31 then 32: a home that is connected gets no paper any more, and seldom opens the ENT."""
    state = lab.state
    found = state.lent_worse_off(state.policy)
    cases = state.reach_cases(state.policy)
    gone = set(cases["rien"].left_out_families) - set(cases["prets"].left_out_families)
    more = len(cases["prets"].left_out_families) - len(cases["rien"].left_out_families)
    assert len(found.families) - len(gone) == more
    assert found.without_fallback
    connected = families_at(state.allocations()["cle_4g"].served)
    assert found.without_fallback <= connected
    assert "cesse d'envoyer le papier de repli" in " ".join(lab.bet.grounds.lines)
    views: dict[str, Any] = lab.results.views
    for_it, against = views["enough"].supposed.text.split("Une hypothèse contre lui")
    assert "en faveur du plan" in for_it
    assert "toutes" not in for_it
    assert "papier de repli" in against


def test_the_sentence_says_what_the_engine_says(lab: PlanLab) -> None:
    state = lab.state
    loans = allocate(state.needs, state.loans, state.seed, state.today)
    plan = plan_workshops(state.needs, state.workshops, state.seed, state.today)
    received = sum(len(one.served) for one in loans.values())
    assert lab.results.summary.text.startswith(f"{received} prêts")
    assert f"{plan.counts()['place']} familles sur {sum(plan.counts().values())}" in lab.results.summary.text


def test_every_group_of_results_is_drawn_and_counts_as_the_engine_does(lab: PlanLab) -> None:
    for place in range(len(lab.results.views)):
        lab.results.panels.open_index = place
    views: dict[str, Any] = lab.results.views
    state = lab.state
    loans = state.allocations()
    assert [row["count"] for row in views["loans"].chart.data] == [
        len(loans["ordinateur"].served),
        len(loans["ordinateur"].waiting),
    ]
    assert [row["code"] for row in views["loans"].table.rows] == list(loans["ordinateur"].table.index)
    plan = state.workshop_plan
    assert plan is not None
    assert sum(row["familles"] for row in views["workshops"].table.rows) == plan.counts()["place"]
    assert sum(row["count"] for row in views["workshops"].chart.data) == len(plan.table)
    assert sum(row["count"] for row in views["workshops"].reasons.data) == plan.counts()["sans_creneau"]
    for trait in ("Besoin", "Langue", "Enfants à garder", "Heures"):
        mine = [row for row in views["workshops"].shares.rows if row["qui"].startswith(trait)]
        assert {name: sum(row[name] for row in mine) for name in plan.counts()} == plan.counts()
    assert f"le tirage au sort (graine {state.seed})" in views["workshops"].proven.lines[0].replace("\u00a0", " ")
    assert sum(row["count"] for row in views["enough"].helped.data) == len(state.receiving())
    for axis, chart in views["needs"].axes.items():
        assert sum(row["count"] for row in chart.data) == len(state.needs), axis


def test_who_receives_without_help_is_counted_by_hand(lab: PlanLab) -> None:
    state = lab.state
    skills = state.needs.table["competences"]
    plan = state.workshop_plan
    assert plan is not None
    by_hand = {
        code
        for one in state.allocations().values()
        for code in one.served
        if skills[code] in ("a_accompagner", "debutant")
        and not (code in plan.table.index and plan.table.loc[code, "etat"] == "place")
    }
    assert set(state.unhelped()) == by_hand
    assert by_hand
    assert by_hand <= set(state.to_help()) <= set(state.receiving())


def test_each_family_of_the_list_can_be_explained_and_compared(lab: PlanLab) -> None:
    lab.results.panels.open_index = list(lab.results.views).index("loans")
    view: Any = lab.results.views["loans"]
    found = lab.state.allocations()["ordinateur"]
    view.code.value, view.other.value = found.waiting[-1], found.served[0]
    assert view.why.lines == found.why(found.waiting[-1])
    assert view.versus.lines == [found.compare(found.waiting[-1], found.served[0])]
    view.other.value = view.code.value
    assert view.versus.lines == []
    view.item.value = "cle_4g"
    keys = lab.state.allocations()["cle_4g"]
    assert [row["code"] for row in view.table.rows] == list(keys.table.index)
    assert view.code.value in keys.table.index
    view.item.value = "ordinateur"


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


def test_nobody_to_lead_leaves_no_workshop_and_the_screen_says_why(lab: PlanLab) -> None:
    usual = lab.state.workshops
    try:
        lab.state.workshops = WorkshopSettings.model_validate({**usual.model_dump(), "animation": []})
        lab.results.panels.open_index = list(lab.results.views).index("workshops")
        view: Any = lab.results.views["workshops"]
        assert view.table.rows == []
        assert view.reasons.data == [
            {"label": "Personne n'anime à leur moment", "count": len(present(lab.state.workshop_plan).table)}
        ]
    finally:
        lab.state.workshops = usual


def test_a_group_smaller_than_a_family_is_refused_in_french(lab: PlanLab) -> None:
    usual = lab.state.workshops
    try:
        lab.state.workshops = usual.model_copy(update={"places": 2, "personnes_par_famille": 3})
        assert "ne reçoit pas" in lab.results.solving.working.failed.text
        lab.state.workshops = usual
        assert not lab.results.solving.working.failed.title
    finally:
        lab.state.workshops = usual


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


def test_in_a_page_the_search_leaves_the_page_alive_and_ends_with_the_plan_of_the_engine(
    state: PlanState, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = threading.Event()

    def search_that_waits_for_the_page(*given: Any) -> WorkshopPlan:
        # On the page's own thread, nobody would ever be heard.
        assert heard.wait(5)
        return plan_workshops(*given)

    monkeypatch.setattr(workshop_efforts, "plan_workshops", search_that_waits_for_the_page)
    solving = Solving(state)

    async def search() -> None:
        state.revealed = True
        await until(lambda: solving.working.progress.running)
        heard.set()
        await until(lambda: state.workshop_plan is not None)

    asyncio.run(asyncio.wait_for(search(), 60))
    assert not solving.working.progress.running
    assert state.workshop_plan is not None
    expected = plan_workshops(state.needs, state.workshops, state.seed, state.today)
    assert state.workshop_plan.counts() == expected.counts()


def test_a_search_that_is_stopped_keeps_what_it_has_found(state: PlanState, monkeypatch: pytest.MonkeyPatch) -> None:
    efforts: list[float] = []

    def search_that_proves_nothing(*given: Any) -> WorkshopPlan:
        efforts.append(given[-1])
        if len(efforts) == 2:
            tell(solving.working.progress, {"kind": "stop"})
        return replace(plan_workshops(*given), proven=())

    monkeypatch.setattr(workshop_efforts, "plan_workshops", search_that_proves_nothing)
    solving = Solving(state)

    async def search() -> None:
        state.revealed = True
        await until(lambda: state.workshop_plan is not None)

    asyncio.run(asyncio.wait_for(search(), 60))
    assert efforts == list(EFFORTS[:2])
    assert state.workshop_plan is not None
    assert state.workshop_plan.counts()["place"] > 0


def test_settings_changed_during_the_search_are_those_of_the_plan(state: PlanState) -> None:
    solving = Solving(state)
    later = state.workshops.model_copy(update={"animation": state.workshops.animation[:1]})

    async def search() -> None:
        state.revealed = True
        await until(lambda: solving.working.progress.running)
        state.workshops = later
        await until(lambda: state.workshop_plan is not None)

    asyncio.run(search())
    assert state.workshop_plan is not None
    assert state.workshop_plan.settings == later


def test_the_schools_proposed_have_300_to_600_families() -> None:
    values = scenario()["school"]
    assert values["default"] in values["proposed"]
    for name in values["proposed"]:
        assert 300 <= PlanState(school=name).fiction().families <= 600, name


def test_the_policy_taken_away_opens_in_module_01_and_reaches_more(lab: PlanLab) -> None:
    state = lab.state
    _, _, content = policy_file(state)
    policy = parse_policy(content.decode())
    assert policy != state.policy
    before, after_it = state.reach(state.policy), state.reach(policy)
    assert len(after_it.left_out_families) < len(before.left_out_families)
    view: Any = lab.results.views["messages"]
    lab.results.panels.open_index = list(lab.results.views).index("messages")
    assert next(line["before"] for line in view.both.pair["lines"]).startswith(str(len(before.left_out_families)))
    assert sum(row["after"] for row in view.chart.data) == len(after_it.left_out_families)
    assert len(view.changes.lines) == len(present(state.changes()).changes) > 0


def test_each_change_of_the_messages_is_told_alone_with_what_it_makes_worse(lab: PlanLab) -> None:
    """A text message that leaves one family more out did not show: with a language it made three fewer."""
    state = lab.state
    lab.results.panels.open_index = list(lab.results.views).index("messages")
    view: Any = lab.results.views["messages"]
    start = len(state.reach(state.policy).left_out_families)
    changes = present(state.changes()).changes
    policies = [policy_with(state.policy, one) for one in changes]
    alone = [len(state.reach(each).left_out_families) for each in policies]
    assert min(alone) < start < max(alone), "otherwise nothing here is hidden in the sum"
    lines = [" ".join(part.lines) for part in view.alone.children[1::2]]
    assert [part.text for part in view.alone.children[::2]] == [one.name(quoted_purposes()) for one in changes]
    lucky = [overturned(one["laissees"]) for one in state.messages_reach().by_chance(state.policy, policies)]
    assert set(lucky) == {True, False}, "otherwise only one of the two sentences is read"
    for left, by_luck, line in zip(alone, lucky, lines, strict=True):
        told = f"{left} familles sont laissées de côté au lieu de {start}"
        assert told in line
        paid, _, rest = line.partition("Le prix")[2].partition("Le hasard d'un tirage suffit à expliquer le reste")
        assert (told in rest) == by_luck
        assert (told in paid) == (left > start and not by_luck)
    report = taken(PlanFiles(state).buttons["report-html"])[2].decode()
    assert all(html.escape(line[:60]) in report for line in lines)


def test_a_count_that_the_diagnosis_hides_is_hidden_on_screen(lab: PlanLab) -> None:
    lab.results.panels.open_index = list(lab.results.views).index("messages")
    messages: Any = lab.results.views["messages"]
    rows = messages.modes.rows
    published = modes_by_profile(present(lab.state.indicators()), lab.state.today)
    assert published["familles"].isna().any()
    assert [row["familles"] for row in rows] == list(published["dit"])
    for count, said in zip(published["familles"], published["dit"], strict=True):
        about = said in ("caché", "comptées avec une autre réponse") or said.startswith("entre ")
        assert about if count is pd.NA else said == str(count)


def test_needs_alone_do_not_change_the_messages_and_answers_do(lab: PlanLab) -> None:
    state = PlanState()
    own = PlanLab(state)
    own.bet.question.value = "aucune"
    press(own.bet.place)
    give(own.settings.start.needs, "besoins.csv", needs_csv(lab.state.needs))
    own.results.panels.open_index = list(own.results.views).index("messages")
    view: Any = own.results.views["messages"]
    assert view.nothing.title
    assert view.body.children == ()
    give(own.settings.start.answers, "reponses.csv", answers_csv(lab.state.fiction().answers))
    assert not view.nothing.title
    assert view.changes.lines
    assert len(present(state.own_answers)) == len(lab.state.fiction().answers)
    assert "aucune réponse" in refusal(own.settings.start.answers, "vide.csv", b"a;b\n1;2\n")
    guessed = refusal(own.settings.start.answers, "devine.csv", b"connexion;imprimantes\nfixe;maison\n")
    assert "« imprimantes » est comprise comme" in guessed
    # Back to the fiction, nothing of a real school is open any more, and a step can be projected again.
    assert own.widget.private
    press(own.settings.start.back)
    assert (state.own_needs, state.own_answers, state.own_reading) == (None, None, "")
    assert not own.widget.private


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


def test_a_price_of_the_school_takes_the_place_of_the_hypothesis(lab: PlanLab) -> None:
    view: Any = lab.results.views["budget"]
    lab.results.panels.open_index = list(lab.results.views).index("budget")
    before = {row["poste"]: row for row in view.costs.rows}
    assert before["Animation des ateliers"]["source"] == "hypothèse"
    lab.prices.prices["animation_heure"].value = 0
    after_it = {row["poste"]: row for row in view.costs.rows}
    assert after_it["Animation des ateliers"]["montant"] == 0
    assert after_it["Animation des ateliers"]["source"] == "votre prix"
    others = set(before) - {"Animation des ateliers"}
    assert {name: after_it[name] for name in others} == {name: before[name] for name in others}
    lab.prices.prices["animation_heure"].value = -5
    assert lab.prices.prices["animation_heure"].error
    assert lab.state.costs.animation_heure == 0
    lab.prices.prices["animation_heure"].value = None
    assert view.costs.rows == list(before.values())


def shown_to_all(view: Any) -> list[Any]:
    """Tables, charts and sentences of a panel, as they are seen or taken away; none of one that is the team's alone."""
    parts = list(parts_of(view.widget))
    if any(isinstance(part, Notice) and part.title == texts("support")("team-only") for part in parts):
        return []
    kept = {DataTable: "rows", Chart: "data", Paragraphs: "lines", Notice: "text"}
    return [getattr(part, name) for part in parts for kind, name in kept.items() if isinstance(part, kind)]


def with_keys(count: int) -> PlanLab:
    """The screen after its bet, where so many keys can be lent and are bought, each panel opened once."""
    own = PlanLab()
    stock = {**own.state.loans.stock, "cle_4g": Stock(nombre=count)}
    own.state.loans = own.state.loans.model_copy(update={"stock": stock})
    own.state.costs = own.state.costs.model_copy(update={"achats": {"cle_4g": count}})
    own.bet.question.value = "peu"
    press(own.bet.place)
    own.state.solve()
    for place in range(len(own.results.views)):
        own.results.panels.open_index = place
    return own


def test_a_number_that_the_report_withholds_is_in_no_panel_but_those_of_the_team() -> None:
    """Two schools that differ by the keys they can lend, which the report hides, show the same to all."""
    nine, ten = with_keys(9), with_keys(10)
    assert [one.state.plan().untold for one in (nine, ten)] == [("cle_4g",)] * 2
    seen = {
        name: (shown_to_all(view), shown_to_all(ten.results.views[name])) for name, view in nine.results.views.items()
    }
    assert {name for name, (one, _) in seen.items() if not one} == {"needs", "loans", "workshops", "enough"}
    for name, (one, other) in seen.items():
        assert one == other, name


def test_what_is_shown_to_the_conseil_holds_no_code(lab: PlanLab) -> None:
    take: Any = lab.results.views["take"]
    take.school.value = "Collège des Essais"
    name, mime, content = taken(take.buttons["report-html"])
    page = content.decode()
    assert (name, mime) == ("plan_accompagnement.html", "text/html")
    assert "Collège des Essais" in page
    assert not [code for code in lab.state.needs.table.index if re.search(rf"\b{code}\b", page)]
    assert taken(take.buttons["report-pdf"])[2].startswith(b"%PDF")
    assert taken(take.buttons["report-docx"])[2].startswith(b"PK")


def test_a_report_is_said_to_be_ready_until_the_plan_changes() -> None:
    own = PlanLab(PlanState())
    own.bet.question.value = "aucune"
    press(own.bet.place)
    own.results.panels.open_index = list(own.results.views).index("take")
    take: Any = own.results.views["take"]
    assert len(take.council.lines) == 1  # two reports of invented families tell nothing of anybody
    taken(take.buttons["needs"])
    assert "besoins_fictifs.csv" in take.buttons["needs"].said
    own.state.seed += 1
    assert take.buttons["needs"].said == ""


@pytest.fixture(scope="module")
def answers(lab: PlanLab) -> tuple[bytes, bytes]:
    """Answers of the families, without the last three, then with them."""
    lines = answers_csv(lab.state.fiction().answers).splitlines(keepends=True)
    return b"".join(lines[:-3]), b"".join(lines)


@pytest.fixture
def own(lab: PlanLab) -> PlanLab:
    """A screen whose bet has been placed, on the needs of the school that uses it, beside the same fictitious one."""
    own = PlanLab(PlanState())
    own.bet.question.value = "aucune"
    press(own.bet.place)
    give(own.settings.start.needs, "besoins.csv", needs_csv(lab.state.needs))
    own.results.panels.open_index = list(own.results.views).index("take")
    take: Any = own.results.views["take"]
    take.before.first.value = True
    return own


def test_a_report_of_real_answers_waits_for_a_yes_where_no_register_says_what_was_shown(
    own: PlanLab, answers: tuple[bytes, bytes]
) -> None:
    take: Any = own.results.views["take"]
    take.before.first.value = False
    give(own.settings.start.answers, "presque.csv", answers[0])
    assert take.before.first in take.before.widget.children
    assert "n'en montrez qu'un" in take.council.lines[-1]
    assert "attend votre oui" in not_made(take.buttons["report-html"]).replace("\u00a0", " ")
    assert take.before.former == ()
    take.before.first.value = True
    taken(take.buttons["report-html"])
    assert take.before.first not in take.before.widget.children
    assert not take.before.first.value
    # A register that knows answers to other questions only: the yes given for want of a register is not for them.
    register = taken(take.before.register)[2].decode().replace('"question":"connexion"', '"question":"internet"')
    own.state.already = {}  # another page
    another = PlanFiles(own.state)
    another.show()
    another.before.first.value = True
    give(another.before.open, "publications.json", register.encode())
    assert another.before.unknown.title.replace("\u00a0", " ") == "D'autres questions ont déjà été montrées"
    assert "(« internet »)" in another.before.unknown.text.replace("\u00a0", " ")
    assert "d'autres questions" in not_made(another.buttons["report-html"]).replace("\u00a0", " ")
    another.before.first.value = True
    taken(another.buttons["report-html"])
    assert (len(another.before.former), another.before.first.value) == (2, False)
    assert another.before.first not in another.before.widget.children


def test_a_second_report_that_would_isolate_a_few_families_is_refused(
    own: PlanLab, answers: tuple[bytes, bytes]
) -> None:
    take: Any = own.results.views["take"]
    start = own.settings.start
    give(start.answers, "presque.csv", answers[0])
    first = taken(take.buttons["report-html"])[2]
    give(start.answers, "toutes.csv", answers[1])
    for kind in ("html", "pdf", "docx"):
        assert "isolerait moins de 11 familles" in not_made(take.buttons[f"report-{kind}"])
    give(start.answers, "presque.csv", answers[0])
    assert taken(take.buttons["report-html"])[2] == first


def test_a_report_whose_diagnosis_tells_too_much_is_not_given_away(
    own: PlanLab, answers: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison.diagnostic.publication.already_shown.indicators", told_too_much)
    take: Any = own.results.views["take"]
    give(own.settings.start.answers, "toutes.csv", answers[1])
    for kind in ("html", "pdf", "docx"):
        assert "faute du programme" in not_made(take.buttons[f"report-{kind}"])
    assert take.before.former == ()


def test_the_register_goes_from_a_page_to_the_next_and_to_module_02(own: PlanLab, answers: tuple[bytes, bytes]) -> None:
    take: Any = own.results.views["take"]
    start = own.settings.start
    assert "Rien n'a encore été pris" in not_made(take.before.register)
    give(start.answers, "presque.csv", answers[0])
    taken(take.buttons["report-html"])
    name, _, register = taken(take.before.register)
    assert name == "publications.json"
    assert len(REGISTER.parse(register.decode(), name).publications) == 1
    own.state.already = {}  # another page
    another = PlanFiles(own.state)
    give(another.before.open, "publications.json", register)
    give(start.answers, "toutes.csv", answers[1])
    assert "isolerait moins de 11 familles" in not_made(another.buttons["report-html"])
    own.state.already = {}
    unaware = PlanFiles(own.state)  # a page that knows nothing of the first report, and somebody who says there is none
    unaware.before.first.value = True
    taken(unaware.buttons["report-html"])
    for broken in (b"{}", b"\xff\xfe\x00"):
        assert "registre" in refusal(another.before.open, "publications.json", broken)
    assert "fictif" in refusal(another.before.open, "publications_fictif.json", register)


def test_a_plan_goes_by_its_register_to_the_diagnosis_that_hides_what_would_give_who_waits(own: PlanLab) -> None:
    """Twenty-four ask for a computer and twenty-two can be lent, whichever of the two screens comes first."""
    take: Any = own.results.views["take"]
    answers = few_waiting()
    codes = [f"F{rank:03d}" for rank in range(len(answers))]
    give(own.settings.start.needs, "coupons.csv", needs_csv(needs_of(answers, axes(answers), codes)))
    assert take.before.open in take.before.widget.children
    assert take.before.first not in take.before.widget.children  # no answers: nothing to say yes to
    assert "22 ordinateurs" in plain(taken(take.buttons["report-html"])[2])
    (_, _, register), shown = taken(take.before.register), own.state.shown()
    assert REGISTER.parse(register.decode(), "registre").plans == shown.plans
    beside, alone = shown.indicators(answers), indicators(answers)
    assert (asking_for_a_computer(beside), asking_for_a_computer(alone)) == (None, 24)
    # The diagnosis first: it is opened, and the report does not say how many can be lent.
    diagnosis = AlreadyShown().with_more(publication(alone, answers.questionnaire.id, own.state.today))
    own.state.already = {}
    give(take.before.open, "publications.json", diagnosis.register())
    assert "22 ordinateurs" not in plain(taken(take.buttons["report-html"])[2])
    assert len(own.state.shown().former) == len(own.state.shown().plans) == 1


def asking_for_a_computer(found: AnswerIndicators) -> int | None:
    table = found.question("pret")
    told = table.loc[table["partie"] == "ordinateur", "effectif"].iloc[0]
    return None if told is pd.NA else int(told)


def plain(page: bytes) -> str:
    return page.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_fiction_is_never_compared_with_real_families(own: PlanLab, answers: tuple[bytes, bytes]) -> None:
    take: Any = own.results.views["take"]
    start = own.settings.start
    press(start.back)
    assert take.before.widget.children == ()
    taken(take.buttons["report-html"])
    assert (take.before.former, take.before.widget.children) == ((), ())
    give(start.needs, "besoins.csv", needs_csv(own.state.fiction().needs))
    taken(take.buttons["report-html"])  # no answers are open: a plan, and no diagnosis
    assert take.before.former == ()
    assert len(own.state.shown().plans) == 1
    give(start.answers, "presque.csv", answers[0])
    assert take.before.open in take.before.widget.children
    taken(take.buttons["report-html"])
    assert len(take.before.former) == 1
    known = own.state.already
    press(start.back)
    taken(take.buttons["report-html"])
    assert (own.state.already, take.before.former) == (known, ())


def test_the_report_of_real_answers_says_how_many_lines_were_read(own: PlanLab, answers: tuple[bytes, bytes]) -> None:
    take: Any = own.results.views["take"]
    assert "Lignes lues" not in taken(take.buttons["report-html"])[2].decode()
    give(own.settings.start.answers, "reponses.csv", answers[1])
    lines = answers[1].count(b"\n") - 1
    page = taken(take.buttons["report-html"])[2].decode().replace("\u00a0", " ")
    assert f"Lignes lues : {lines}. Réponses gardées : {lines}. Refusées : 0." in page
    press(own.settings.start.back)
    assert "Lignes lues" not in taken(take.buttons["report-html"])[2].decode()


def test_cells_of_the_answers_that_are_not_read_are_said_and_their_lines_are_kept(
    own: PlanLab, answers: tuple[bytes, bytes]
) -> None:
    start, lines = own.settings.start, answers[1].count(b"\n") - 1
    for count, told in (
        (0, ""),
        (1, "1 cellule non lue, dans une ligne gardée : elle compte sans réponse à sa question"),
        (2, "2 cellules non lues, dans des lignes gardées : chacune compte sans réponse à sa question"),
    ):
        give(start.answers, "reponses.csv", answers[1].replace(b";fixe;", b";fibre;", count))
        said = start.notice.text.replace("\u00a0", " ")
        assert said.startswith("Aucune ligne refusée.")
        assert told in said
        assert ("non lue" in said) == bool(count)
        assert len(present(own.state.own_answers)) == lines


def test_there_is_one_agreement_for_each_family_that_receives(lab: PlanLab) -> None:
    take: Any = lab.results.views["take"]
    take.owner.value = "le syndicat des Essais"
    served = lab.state.allocations()["cle_4g"].served
    assert served
    name, _, content = taken(take.buttons["agreements-apart-cle-4g"])
    assert name == "conventions_cle_4g.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = {each: docx.Document(io.BytesIO(archive.read(each))) for each in archive.namelist()}
    assert sorted(sheets) == sorted(f"convention_{code}.docx" for code in served)
    for code in served:
        document = sheets[f"convention_{code}.docx"]
        written = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert re.findall(r"à la famille (\w+)", written) == [code]  # nobody else's
        assert "le syndicat des Essais" in written
        assert document.paragraphs[1].text.replace("\u00a0", " ").endswith(f"à faire relire, {OF_A_FICTION}")
    name, _, content = taken(take.buttons["agreements-print-cle-4g"])
    assert name == "conventions_cle_4g.pdf"
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert re.findall(r"à la famille (\w+)", " ".join(" ".join(pages).split())) == list(served)


def test_a_paper_says_that_its_day_is_that_of_a_scenario_in_a_fiction_alone(lab: PlanLab, own: PlanLab) -> None:
    """The papers of a fiction bore 30 November as though they were printed that day."""
    for one, fictitious in ((lab, True), (own, False)):
        take: Any = one.results.views["take"]
        page = taken(take.buttons["report-html"])[2].decode().replace("\u00a0", " ")
        assert (OF_A_FICTION in page) == fictitious
        assert long_date(one.state.today).replace("\u00a0", " ") in page


def test_papers_of_a_school_without_a_name_say_ours_and_those_of_a_fiction_say_so(lab: PlanLab, own: PlanLab) -> None:
    names = ("Notre établissement", "Établissement fictif")
    for one, said in ((own, (True, False)), (lab, (False, True))):
        take: Any = one.results.views["take"]
        typed, take.school.value = take.school.value, "  "
        page = taken(take.buttons["report-html"])[2].decode().replace("\u00a0", " ")
        assert tuple(name in page for name in names) == said
        printed = taken(take.buttons["agreements-print-ordinateur"])[2]
        heads = pypdf.PdfReader(io.BytesIO(printed)).pages[0].extract_text().replace("\u00a0", " ")
        assert tuple(name in heads for name in names) == said
        take.school.value = typed


def test_a_policy_opened_is_the_one_that_the_plan_changes(state: PlanState) -> None:
    start = PolicyStart(state)
    other = load_policy("papier_d_abord").changed(name="La nôtre")
    give(start.open, "politique.yaml", to_yaml(other).encode())
    assert state.policy == other
    assert start.preset.value == ""
    start.preset.value = "circulaire_2025"
    assert state.policy == load_policy("circulaire_2025")
    assert "n'est pas du texte" in refusal(start.open, "politique.yaml", b"\xff\xfe\x00")

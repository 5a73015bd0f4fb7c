"""L'écran du plan sans navigateur : chaque nombre affiché est celui du calcul, et rien ne se calcule avant le pari."""

from __future__ import annotations

import asyncio
import html
import threading
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from narrowing import present
from page_side import give, parts_of, press, refusal, taken, tell
from waiting import until

from liaison.across.changes_alone import policy_with
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.messaging.policy.policy import parse_policy
from liaison.messaging.reading.uncertainty import overturned
from liaison.support.loans.loans import Stock, allocate
from liaison.support.needs.needs_file import needs_csv
from liaison.support.plan.after_plan import families_at
from liaison.support.plan.modes import modes_by_profile
from liaison.support.workshops import efforts as workshop_efforts
from liaison.support.workshops.efforts import EFFORTS
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import WorkshopSettings
from widgets.kit import Chart, DataTable, Notice, Paragraphs
from widgets.support import PlanLab, PlanState
from widgets.support.messages_view import policy_file
from widgets.support.scenario import scenario
from widgets.support.solving import Solving
from widgets.support.takeaway import PlanFiles
from widgets.support.words import quoted_purposes
from widgets.texts import texts

pytestmark = pytest.mark.usefixtures("answers_protected_once")


def test_nothing_is_computed_before_the_bet(monkeypatch: pytest.MonkeyPatch) -> None:
    computed: list[PlanState] = []
    monkeypatch.setattr(PlanState, "fiction", computed.append)
    lab = PlanLab()
    assert lab.results.groups.children == ()
    press(lab.bet.place)
    assert lab.bet.question.error
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

"""The whole plan: its calendar, its cost, what it does not know, and the report that the council reads."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.making import needs, some_needs
from word_processor import docx_pages, needs_word_processor, pdf_pages

from liaison.base.formats import FileFormat
from liaison.base.words import long_date
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.counting.weights import FamilyCounts
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.documents import Document, Heading, NatureBadge, Picture, Source, Table, to_docx, to_html, to_pdf
from liaison.documents.content import inlines
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.vocabulary import PURPOSES
from liaison.practice.scenario import practice_scenario
from liaison.rules import rule
from liaison.school.fictitious.generator import school_from
from liaison.support.fictitious import fictitious_needs
from liaison.support.loans.loans import LOAN_SETTINGS, LoanSettings, Stock
from liaison.support.needs.needs import Needs, empty_needs
from liaison.support.papers.beside_diagnosis import DiagnosisBeside
from liaison.support.papers.council_report import council_report, outcome_words, write_council_report
from liaison.support.plan.costs import COST_SETTINGS, CostLine, Costs, CostsError, CostSettings
from liaison.support.plan.partners import LocalPartner
from liaison.support.plan.plan import Plan, PlanSettings, make_plan
from liaison.support.vocabulary import ITEMS, Item
from liaison.support.workshops.plan import WorkshopPlan
from liaison.support.workshops.settings import WORKSHOP_SETTINGS, WorkshopSettings
from liaison.support.workshops.types import REASONS

DAY = dt.date(2026, 11, 25)
NAME = "Collège des Tilleuls (fictif)"


@pytest.fixture(scope="module")
def school() -> tuple[Needs, AnswerIndicators]:
    made = school_from("college_rep_plus", 7)
    families = fictitious_families(made, 7)
    levels = {name: int(count) for name, count in families["niveau"].value_counts().items() if name}
    found = indicators(
        collected(families, ("en_ligne", "papier"), 7),
        FamilyCounts({str(level): int(count) for level, count in levels.items()}),
    )
    return fictitious_needs(made, 7, on=DAY), found


def planned(
    table: Needs,
    policy: dict[str, Any] | None = None,
    found: AnswerIndicators | None = None,
    *,
    solved: WorkshopPlan | None = None,
    **changes: Any,
) -> Plan:
    """The plan of the example with these settings changed, beside this diagnosis, for this policy."""
    of_the_example = PlanSettings(
        loans=LOAN_SETTINGS.load("exemple"),
        workshops=WORKSHOP_SETTINGS.load("exemple"),
        seed=7,
        zone="C",
        lent_on=dt.date(2026, 12, 7),
        on=DAY,
    )
    return make_plan(table, replace(of_the_example, **changes), DiagnosisBeside(found), policy, solved)


@pytest.fixture(scope="module")
def plan(school: tuple[Needs, AnswerIndicators]) -> Plan:
    return planned(school[0], load_policy("ent_un_deux").model_dump(mode="json"), school[1])


def words(document: Document) -> str:
    found = [part.text for part in inlines(document)]
    found += [block.text for block in document.blocks if isinstance(block, Heading)]
    found += [text for block in document.blocks if isinstance(block, Table) for text in (block.caption, *block.header)]
    return " ".join([document.title, document.subtitle, *found]).replace("\u00a0", " ")


def test_the_calendar_is_in_order_and_has_every_workshop_the_loan_and_the_return(plan: Plan) -> None:
    table = plan.calendar()
    assert list(table["date"]) == sorted(table["date"])
    assert list(table["quoi"]).count("Atelier") == len(plan.workshops.workshops) > 2
    assert table.iloc[0]["quoi"] == "Remise du matériel"
    assert table.iloc[-1].tolist()[:2] == [plan.back_on, "Retour du matériel"]
    assert not re.search(r"F\d{3}", " ".join(table["detail"]))


def test_the_report_gives_the_date_of_each_workshop_once_and_the_aims_in_their_order(plan: Plan) -> None:
    said = words(council_report(plan, NAME, PURPOSES))
    days = [
        day for day, what in zip(plan.calendar()["date"], plan.calendar()["quoi"], strict=True) if what == "Atelier"
    ]
    assert len(days) > 2
    for day in days:
        assert said.count(long_date(day).replace("\u00a0", " ")) == days.count(day)
        assert f"{day:%d/%m/%Y}" not in said
    assert plan.workshops.settings.ordre == ("debutant",)
    aims = (
        "le plus à apprendre",
        "à suivre le tirage au sort (graine 7)",
        "le moins d'ateliers",
        "le moins d'interprètes",
    )
    places = [said.index(aim) for aim in aims]
    assert places == sorted(places)
    assert re.search(r"dans cet ordre, à donner .*, à suivre .*, à ouvrir .* puis à demander ", said)
    assert "le plus de familles" not in said
    assert "Quand les places de garde manquent, une famille de trois enfants à garder a moins de chances" in said


def test_whom_an_aim_leaves_out_is_said_beside_the_aim_it_is_of(plan: Plan) -> None:
    """« Personne n'attend pour cela » once stood alone under five aims."""
    said = words(council_report(plan, NAME, PURPOSES)).replace("\u00a0", " ")
    for aim, whom in (
        ("Donner une place aux familles qui ont le plus à apprendre", "une famille qui a moins à apprendre attend"),
        ("Suivre le tirage au sort", "à besoin égal, une famille attend par le sort"),
        ("Ouvrir le moins d'ateliers et demander le moins d'interprètes", "personne n'attend pour cela"),
    ):
        assert f"{aim} : {whom}" in said


@needs_word_processor
def test_a_word_processor_lays_the_report_out_on_as_many_pages_as_the_pdf(
    plan: Plan, school: tuple[Needs, AnswerIndicators], tmp_path: Path
) -> None:
    made = {
        "avec_diagnostic": council_report(plan, NAME, PURPOSES),
        "sans_diagnostic": council_report(planned(school[0]), NAME, PURPOSES),
    }
    pages = {name: len(each) for name, each in docx_pages(made, tmp_path).items()}
    assert pages == {name: len(pdf_pages(document)) for name, document in made.items()}


def test_the_report_draws_both_axes_with_the_counts_of_its_table_and_says_them_to_who_does_not_see(plan: Plan) -> None:
    document = council_report(plan, NAME, PURPOSES)
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert len(pictures) == 4  # then loans and costs: what becomes of workshops is hidden
    (table,) = [
        block for block in document.blocks if isinstance(block, Table) and block.caption.startswith("Deux axes")
    ]
    rows = [["".join(part.text for part in cell).replace("\u00a0", " ") for cell in row] for row in table.rows]
    counted = [row for row in rows if row[2].isdigit()]
    assert len(counted) >= 4
    alternatives = " ".join(picture.alt for picture in pictures).replace("\u00a0", " ")
    for _axis, answer, count, share, _interval in counted:
        assert f"{answer}, {count} ({share})" in alternatives


def test_no_table_of_the_report_is_made_of_dashes(plan: Plan) -> None:
    assert plan.indicators is not None
    unasked = replace(plan, indicators=replace(plan.indicators, table=plan.indicators.table.head(0)))
    lent = [{"demande_ordinateur": True, "competences": "autonome"}] * 60
    nobody = planned(needs(*lent))
    for made, said in (
        (plan, ""),
        (unasked, "Ce diagnostic ne donne aucun nombre de ces deux axes"),
        (nobody, "Aucun atelier ne s'ouvre : aucune famille n'en a demandé."),
        (planned(empty_needs()), "Aucun atelier ne s'ouvre avec ces créneaux, ces salles et ces personnes."),
    ):
        report = council_report(made, NAME, PURPOSES)
        rows = [row for block in report.blocks if isinstance(block, Table) for row in block.rows]
        cells = [{part.text for cell in row for part in cell} for row in rows]
        assert cells
        assert {"–"} not in cells
        assert said in words(report)


def test_no_heading_of_the_report_is_followed_by_another_of_its_level_or_by_nothing(plan: Plan) -> None:
    for made in (plan, planned(empty_needs())):
        blocks = council_report(made, NAME, PURPOSES).blocks
        assert not isinstance(blocks[-1], Heading)
        for one, after in pairwise(blocks):
            assert not (isinstance(one, Heading) and isinstance(after, Heading) and after.level <= one.level), one.text


def test_a_workshop_without_a_date_comes_last_and_is_said_not_to_have_one() -> None:
    slots = [slot.model_copy(update={"date": None}) for slot in WORKSHOP_SETTINGS.load("exemple").creneaux]
    undated = WORKSHOP_SETTINGS.load("exemple").model_copy(update={"creneaux": tuple(slots), "groupe_minimum": 1})
    found = planned(needs({"peut_soir": True, "competences": "debutant"}), workshops=undated)
    assert found.calendar().iloc[-1]["quoi"] == "Atelier"
    assert found.calendar().iloc[-1]["date"] is None
    assert "Des créneaux n'ont pas encore de date." in found.unknowns()
    assert "date à fixer" in words(council_report(found, NAME))


@pytest.mark.parametrize(
    ("answers", "said"),
    [(0, "aucune famille{} n'a répondu"), (1, "1 famille{} a répondu"), (2, "2 familles{} ont répondu")],
)
@pytest.mark.parametrize("whole", [True, False])
def test_families_that_answered_agree_with_their_verb(plan: Plan, answers: int, said: str, whole: bool) -> None:
    """« 1 famille ont répondu » was read by a council."""
    assert plan.indicators is not None
    population = plan.indicators.population if whole else None
    made = replace(plan, indicators=replace(plan.indicators, answers=answers, population=population))
    of = f" sur {population}" if population else ""
    assert f"{said.format(of)} au diagnostic." in words(council_report(made, NAME)).replace("\u00a0", " ")


def test_a_council_votes_on_a_policy_only_where_the_plan_changes_one(plan: Plan) -> None:
    assert plan.messages
    assert plan.messages.changes
    for one, changed in ((plan, True), (replace(plan, messages=None), False)):
        said = words(council_report(one, NAME, PURPOSES))
        assert bool(re.search(r"La politique de messagerie\s+changée, et sa charte", said)) == changed


def test_a_council_votes_on_workshops_only_where_some_open(plan: Plan) -> None:
    for one, some in ((plan, True), (planned(empty_needs()), False)):
        assert bool(one.workshops.workshops) == some
        assert bool(re.search(r"Les ateliers\s+: dates", words(council_report(one, NAME, PURPOSES)))) == some


def test_a_report_says_that_a_school_learnt_of_its_families_only_beside_a_diagnosis(plan: Plan) -> None:
    for one, learnt in ((plan, True), (replace(plan, indicators=None), False)):
        said = words(council_report(one, NAME, PURPOSES))
        assert ("ce que l'école a appris de ses familles" in said) == learnt
        assert ("ont demandé par coupon" in said) != learnt


def test_nobody_asks_and_the_plan_is_empty_but_whole() -> None:
    found = planned(empty_needs())
    assert found.workshops.workshops == ()
    assert found.costs.total == found.costs.lines()[0].amount  # the data plans of the keys in stock
    said = words(council_report(found, NAME))
    assert "Aucun atelier ne s'ouvre" in said
    assert "Aucun diagnostic n'est joint" in said


def test_a_council_votes_on_nothing_and_pays_for_nothing_that_nobody_asked_for() -> None:
    """Twenty-two computers and nine keys in stock were put to the vote, with their price and an agreement."""
    late = dt.date(2027, 6, 25)
    found = planned(needs(*[{"enfants": 1, "garde": True}] * 40), costs=CostSettings(nom="a", achats={"ordinateur": 3}))
    said = words(council_report(found, NAME))
    assert "Aucune famille n'a demandé de matériel : rien n'est à prêter, ni à voter." in said
    assert said.count("Rien n'est à payer.") == 2
    assert "Ce plan ne demande aucun vote." in said
    for absent in (
        "22 ordinateurs",
        "630",
        "Elle est ici un modèle",
        "garde",
        "Le budget",
        "Remise du matériel",
        "un devis",
    ):
        assert absent not in said
    assert (found.back_on, found.unasked, found.to_lend()) == (late, ("ordinateur", "cle_4g"), [])
    assert "date de retour" not in " ".join(found.unknowns())
    one = planned(needs(*[{"demande_ordinateur": True}] * 30, *[{}] * 20))
    said = words(council_report(one, NAME))
    assert one.unasked == ("cle_4g",)
    assert "Clés 4G : aucune famille n'en a demandé." in said
    assert not re.search("[0-9] clés 4G", said)
    assert one.to_lend() == ["22 ordinateurs"]
    assert "Elle est ici un modèle" in said
    assert "L'ordre des critères de prêt" in said
    assert "Le budget" not in said


def test_what_few_families_ask_for_is_not_told_from_what_many_do() -> None:
    """One family that asks for a key: its count is hidden, and the vote hides as much."""
    found = planned(needs(*[{"demande_ordinateur": True}] * 30, {"demande_cle_4g": True}, *[{}] * 20))
    assert found.unasked == ()
    assert "clés 4G" in " ".join(found.to_lend())


@pytest.mark.parametrize(("hours", "said"), [(0, "0 heure"), (1.5, "1,5 heure"), (2, "2 heures")])
def test_a_quantity_of_the_costs_agrees_with_its_unit_in_words_and_in_the_table(hours: float, said: str) -> None:
    line = CostLine("Interprètes", hours, "heures", 45.0, supposed=True)
    assert line.counted.replace("\u00a0", " ") == said
    assert Costs((line,)).table()["unite"].tolist() == [said.partition(" ")[2]]


def test_outcomes_that_are_all_hidden_make_one_line_and_no_table_of_hidden_counts() -> None:
    rows = [{"peut_soir": True}] * 14 + [{"peut_matin": True, "langue": "roumain"}] * 3 + [{}] * 60
    found = planned(needs(*rows))
    counts = found.published().workshops["familles"]
    assert set(counts.dropna()) == {0}
    assert counts.isna().sum() >= 2
    assert found.workshops.workshops
    document = council_report(found, NAME)
    assert "Ce que deviennent les demandes d'atelier" not in {
        block.caption for block in document.blocks if isinstance(block, Table)
    }
    said = words(document)
    assert said.count("ces nombres ne sortent pas de l'équipe") == 1
    assert "trop petits pour sortir de l'équipe" not in said


COUNTED = WorkshopSettings.model_validate(
    {
        "nom": "deux ateliers",
        "creneaux": [{"id": "jeudi", "libelle": "jeudi", "moment": "soir"}],
        "salles": [{"id": "a", "libelle": "A", "places": 1}, {"id": "b", "libelle": "B", "places": 1}],
        "animation": [{"id": "x", "libelle": "X"}, {"id": "y", "libelle": "Y"}],
        "interpretes": [{"id": "turc", "libelle": "interprète", "langues": ["turc"]}],
        "garde": {"jeudi": 9},
        "themes": [{"id": "t", "libelle": "T", "parcours": "presse", "pour": ["debutant"]}],
    }
)


def cost_of(**prices: Any) -> Plan:
    table = needs({"peut_soir": True, "langue": "turc"}, {"peut_soir": True, "garde": True, "enfants": 2})
    return planned(table, workshops=COUNTED, costs=CostSettings(nom="essai", **prices))


def test_a_cost_is_what_a_person_would_count_by_hand() -> None:
    found = cost_of(
        achats={"ordinateur": 4, "cle_4g": 2},
        ordinateur=250,
        cle_4g=30,
        forfait_mois=8,
        animation_heure=0,
        interprete_heure=50,
        garde_heure=20,
        enfants_par_adulte=8,
    )
    amounts = {line.label: line.amount for line in found.costs.all_lines}
    assert amounts == {
        "Ordinateurs achetés": 1000,
        "Clés 4G achetées": 60,
        # nine keys that can be lent, from 7 December to 25 June: seven months begun
        "Forfaits des clés à prêter": 9 * 7 * 8,
        "Animation des ateliers": 0,
        # two workshops of an hour and a half, one with an interpreter; nine children: two adults
        "Interprètes": 75,
        "Garde d'enfants": 60,
    }
    assert found.costs.total == sum(amounts.values())
    assert not found.costs.supposed
    assert list(found.costs.table()["montant"]) == list(amounts.values())


def test_eight_children_need_one_adult_and_nine_need_two() -> None:
    def adults(children: int) -> float:
        known = COUNTED.model_copy(update={"garde": {"jeudi": children}})
        table = needs({"peut_soir": True, "garde": True, "enfants": 2})
        return next(line for line in planned(table, workshops=known).costs.lines() if "Garde" in line.label).quantity

    assert (adults(8), adults(9)) == (1.5, 3)


def test_a_price_that_nobody_gave_is_the_one_of_the_rule_and_is_said_to_be_supposed() -> None:
    found = cost_of(achats={"ordinateur": 1})
    line = found.costs.all_lines[0]
    assert line.price == rule("accompagnement/couts", DAY).value["ordinateur"]
    assert line.supposed
    assert "Des prix sont des hypothèses" in " ".join(found.unknowns())
    assert "Prix supposés, à remplacer par un devis : ordinateurs achetés" in words(council_report(found, NAME))


def test_the_prices_that_ship_are_read_and_a_wrong_one_is_refused() -> None:
    assert COST_SETTINGS.load("exemple").achats
    with pytest.raises(CostsError, match="trop petit"):
        COST_SETTINGS.parse("nom: a\nordinateur: -3", "« couts.yaml »")


def test_what_is_not_known_is_said_when_it_is_so_and_only_then() -> None:
    whole = " ".join(planned(empty_needs()).unknowns())
    assert "ne l'ont pas demandé" not in whole
    assert "Aucun créneau ne convient" not in whole
    lacking = planned(needs(*[{"besoin_ordinateur": True, "peut_matin": True, "langue": "roumain"}] * 30))
    said = " ".join(lacking.unknowns())
    assert "à qui il manque un ordinateur" in said
    assert "à qui il manque une clé" not in said
    assert "Aucun créneau ne convient à certaines familles" in said
    offline = planned(needs({"demande_ordinateur": True, "connexion": "aucune"}))
    assert "sans connexion et sans clé" in " ".join(offline.unknowns())
    named = [LocalPartner(match.kind.id, "ici") for match in lacking.partners]
    table = lacking.needs
    assert "pas encore des noms" in said
    assert "pas encore des noms" not in " ".join(planned(table, partners=named).unknowns())


def test_an_axis_that_the_answers_do_not_ask_whole_is_said_not_to_be_given(
    school: tuple[Needs, AnswerIndicators],
) -> None:
    table, found = school
    without = replace(found, table=found.table[found.table["question"] != "axe__equipement"])
    said = [words(council_report(planned(table, found=each), NAME)) for each in (found, without)]
    assert ["n'est pas donné : ces réponses n'ont pas tout ce dont il se déduit" in each for each in said] == [
        False,
        True,
    ]


def test_that_some_have_no_slot_is_not_said_where_every_number_of_workshops_is_hidden() -> None:
    # Beside « 10 could come then » of a diagnosis, that one has no slot leaves ten values to who waits, and not eleven.
    for nowhere in ({"peut_matin": True, "langue": "roumain"}, {"peut_matin": True, "langue": "francais"}):
        found = planned(needs(*[{"peut_soir": True, "langue": "francais"}] * 4, nowhere))
        assert found.published().workshops["familles"].isna().all()
        assert "Aucun créneau ne convient" not in words(council_report(found, NAME))


def test_a_zero_that_has_no_line_in_the_report_lets_nothing_be_said_of_the_numbers_that_are_hidden(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    families = [{"peut_soir": True, "langue": "francais"}] * 4
    found = planned(needs(*families, {"peut_matin": True, "langue": "roumain"}))
    published = found.published()
    zeros = published.workshops.assign(familles=pd.array([0, *[pd.NA] * (len(published.workshops) - 1)], "Int64"))
    monkeypatch.setattr(Plan, "published", lambda _plan: replace(published, workshops=zeros))
    assert "Aucun créneau ne convient" not in " ".join(found.unknowns())
    some = zeros.assign(familles=pd.array([30, *zeros["familles"][1:]], "Int64"))
    monkeypatch.setattr(Plan, "published", lambda _plan: replace(published, workshops=some))
    assert "Aucun créneau ne convient" in " ".join(found.unknowns())


def test_a_loan_without_a_workshop_is_seen_when_there_is_something_to_learn() -> None:
    lent = {"demande_ordinateur": True, "besoin_atelier": True, "connexion": "fixe", "competences": "debutant"}
    coming = {f"peut_{moment}": True for moment in ("matin", "soir", "samedi")}
    table = needs(lent, lent | coming, lent | {"besoin_atelier": False}, {"besoin_atelier": True})
    small = WORKSHOP_SETTINGS.load("exemple").model_copy(update={"groupe_minimum": 1})
    found = planned(table, workshops=small)
    assert found.lent_alone() == ["F001"]
    assert "n'ont pas de place en atelier" in " ".join(found.unknowns())
    none = LoanSettings(nom="rien", stock={}, priorites={})
    assert planned(table, loans=none).lent_alone() == []


@pytest.mark.parametrize(
    ("comes", "said"), [(True, "a une place en atelier"), (False, "n'ont pas de place en atelier")]
)
@pytest.mark.parametrize("item", ITEMS)
def test_the_report_says_of_help_with_a_loan_what_the_plan_does(item: Item, comes: bool, said: str) -> None:
    """A council once read « chaque prêt vient avec une place » beside ten families out of fourteen without."""
    coming = {f"peut_{moment}": comes for moment in ("matin", "soir", "samedi")}
    table = needs({f"demande_{item}": True, "besoin_atelier": True, "competences": "debutant"} | coming)
    alone = WORKSHOP_SETTINGS.load("exemple").model_copy(update={"groupe_minimum": 1})
    found = planned(table, workshops=alone)
    assert bool(found.lent_alone()) is not comes
    page = to_html(council_report(found, NAME)).replace("\u00a0", " ")
    loans = page.split(">Prêter</h2>")[1].split(">Apprendre ensemble</h2>")[0]
    assert said in loans
    assert "Chaque prêt" not in loans


@given(some_needs(most=8), st.integers(0, 3))
@settings(max_examples=12, deadline=None)
def test_any_needs_make_a_report_and_no_code_comes_out(table: Needs, stock: int) -> None:
    both: dict[Any, Stock] = {"ordinateur": Stock(nombre=stock), "cle_4g": Stock(nombre=stock)}
    found = planned(table, loans=LoanSettings(nom="a", stock=both, priorites={"ordinateur": ("fratrie",)}))
    page = to_html(council_report(found, NAME))
    assert not re.search(r"\bF\d{3}\b", page)
    # Eight families at most: no count of them is shown.
    assert page.count("<td>caché</td>") == 4 or not len(table)
    assert "ces nombres ne sortent pas de l'équipe" in page.replace("’", "'")


def test_each_workshop_that_ships_follows_a_path_of_the_practice_ent() -> None:
    known = {path.id for path in practice_scenario().paths}
    assert {theme.parcours for theme in WORKSHOP_SETTINGS.load("exemple").themes} <= known


def test_what_is_not_known_holds_no_count_and_no_code(plan: Plan) -> None:
    said = " ".join(plan.unknowns())
    assert not re.search(r"\d", said.replace("4G", ""))


def test_the_report_has_its_parts_in_order_and_every_source_that_it_cites(plan: Plan) -> None:
    report = council_report(plan, NAME, PURPOSES)
    titles = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert titles == [
        "Ce que disent les familles",
        "Écrire à chaque famille",
        "Prêter",
        "Apprendre ensemble",
        "Avec qui",
        "Calendrier",
        "Coût",
        "Ce que l'on ne sait pas",
        "À décider",
        "Sources",
    ]
    natures = {part.nature for part in inlines(report) if isinstance(part, NatureBadge)}
    assert natures == {"hypothese", "charte"}
    assert {block.nature for block in report.blocks if isinstance(block, Source)} == {"hypothese"}
    assert "réunion, rendez-vous" in words(report)
    assert "{" not in words(report)


def test_no_code_and_no_hidden_count_comes_out_in_any_format(plan: Plan) -> None:
    report = council_report(plan, NAME, PURPOSES)
    text = words(report) + to_html(report)
    written = docx.Document(io.BytesIO(to_docx(report)))
    text += "\n".join(paragraph.text for paragraph in written.paragraphs)
    text += "\n".join(cell.text for table in written.tables for row in table.rows for cell in row.cells)
    assert not [code for code in plan.needs.table.index if re.search(rf"\b{code}\b", text)]
    assert to_pdf(report).startswith(b"%PDF")
    loans = next(block for block in report.blocks if isinstance(block, Table) and "Demandes de prêt" in block.caption)
    keys = next(row for row in loans.rows if row[0][0].text.startswith("Clés"))
    truth = plan.loans["cle_4g"]
    assert 0 < len(truth.waiting) < 11
    assert [cell[0].text for cell in keys[1:]] == [str(truth.available), "caché", "caché"]


def test_a_report_without_loans_says_so() -> None:
    none = LoanSettings(nom="rien", stock={}, priorites={})
    said = words(council_report(planned(empty_needs(), loans=none), NAME))
    assert "n'a pas de matériel à prêter" in said
    assert "Avant de prêter" not in said


@pytest.mark.parametrize("form", [LOAN_SETTINGS, WORKSHOP_SETTINGS, COST_SETTINGS])
def test_each_file_of_settings_has_a_version_a_schema_and_a_later_version_is_refused(form: Any) -> None:
    schema = json.loads(form.schema())
    assert schema["properties"]["version"]["const"] == form.version
    text, later = form.preset_text("exemple"), form.version + 1
    assert form.parse(text, "« exemple »").version == form.version
    with pytest.raises(form.error, match=f"en version {later}"):
        form.parse(text.replace(f"version: {form.version}", f"version: {later}"), "« exemple »")


def test_every_reason_has_its_short_words() -> None:
    words_of = [outcome_words("sans_creneau", reason) for reason in REASONS]
    assert len(set(words_of)) == len(REASONS)
    assert all(words.startswith("n'ont pas de créneau : ") for words in words_of)


def test_the_three_files_of_the_report_are_written(plan: Plan, tmp_path: Path) -> None:
    paths = write_council_report(plan, NAME, tmp_path, PURPOSES)
    assert [path.name for path in paths] == [f"plan_accompagnement.{kind}" for kind in ("docx", "pdf", "html")]
    assert all(path.stat().st_size > 5000 for path in paths)


def test_the_same_arguments_give_the_same_plan_and_solved_workshops_are_not_solved_again(plan: Plan) -> None:
    again = planned(plan.needs, solved=plan.workshops)
    assert again.workshops is plan.workshops
    assert {item: loan.served for item, loan in again.loans.items()} == {
        item: loan.served for item, loan in plan.loans.items()
    }
    assert council_report(planned(plan.needs), NAME) == council_report(planned(plan.needs), NAME)


def test_without_a_policy_or_without_a_diagnosis_messages_are_not_changed(plan: Plan) -> None:
    policy = load_policy("ent_un_deux").model_dump(mode="json")
    assert plan.messages is not None
    assert planned(empty_needs(), policy=policy).messages is None
    assert "n'est pas revue" in words(council_report(planned(empty_needs(), policy=policy), NAME))


@pytest.mark.parametrize("said", ["", "version: 1\n"])
@pytest.mark.parametrize(
    ("form", "rest"),
    [
        (COST_SETTINGS, "achats: {ordinateur: 3}\nforfait_mois: 12\n"),
        (LOAN_SETTINGS, "stock: {ordinateur: {nombre: 2}}\npriorites: {ordinateur: [fratrie]}\n"),
        (WORKSHOP_SETTINGS, "creneaux: [{id: jeudi, libelle: jeudi, moment: soir}]\n"),
    ],
)
def test_settings_that_were_named_in_english_still_open(form: FileFormat[Any], rest: str, said: str) -> None:
    former = form.parse(f"{said}name: Les nôtres\n{rest}", "« les_notres.yaml »")
    assert (former.nom, former.version) == ("Les nôtres", form.version)
    assert form.parse(f"nom: Les nôtres\n{rest}", "« les_notres.yaml »").nom == former.nom

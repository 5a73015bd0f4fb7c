"""Les dessins du rapport pour le conseil disent ce que disent ses tableaux, et rien de ce qu'ils cachent."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import fromstring

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from support.making import needs

from liaison.documents import Block, Picture, Table
from liaison.documents.content import Paragraph
from liaison.support.loans.loans import LOAN_SETTINGS, Stock
from liaison.support.needs.needs import Needs
from liaison.support.papers.beside_diagnosis import DiagnosisBeside
from liaison.support.papers.council_charts import costs_drawn, loans_drawn, outcomes_drawn
from liaison.support.papers.council_report import council_report
from liaison.support.papers.published import LOAN_COLUMNS
from liaison.support.plan.costs import CostLine, Costs
from liaison.support.plan.plan import Plan, PlanSettings, make_plan
from liaison.support.workshops.settings import WORKSHOP_SETTINGS

BARS = ("#0b5394", "#8fa6bf")  # in bars.typ


def drawn(blocks: list[Block]) -> tuple[str, str, int]:
    """What is said above a chart, what is said to who does not see it, and how many bars it has."""
    title, picture = blocks
    assert isinstance(title, Paragraph)
    assert isinstance(picture, Picture)
    said = "".join(part.text for part in title.parts)
    assert picture.alt.startswith(said)
    return said, picture.alt, sum(each.get("fill") in BARS for each in fromstring(picture.svg).iter())


def loans(*rows: tuple[str, int | None, int | None, int | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(LOAN_COLUMNS)).astype(dict.fromkeys(LOAN_COLUMNS[1:], "Int64"))


def test_the_loan_that_leaves_most_without_is_the_title_and_each_bar_says_of_how_many() -> None:
    said, alt, count = drawn(loans_drawn(loans(("ordinateur", 12, 12, 18), ("cle_4g", 20, 14, 30))))
    assert said == "Clés 4G : 30 familles restent sans, sur 44 qui en demandent."
    assert "Ordinateurs, 12 sur 30" in alt
    assert "Clés 4G, 14 sur 44" in alt
    assert count == 2


def test_loans_that_serve_everybody_are_said_to() -> None:
    said, _alt, count = drawn(loans_drawn(loans(("ordinateur", 40, 12, 0), ("cle_4g", 20, 14, 0))))
    assert said == "Ordinateurs et clés 4G : chaque famille qui en demande en reçoit."
    assert count == 2


def test_a_hidden_loan_has_no_bar_and_no_title() -> None:
    said, alt, count = drawn(loans_drawn(loans(("ordinateur", 12, None, None), ("cle_4g", 20, 14, 30))))
    assert "Ordinateurs, caché" in alt
    assert "12" not in alt  # what can be lent is not what is asked
    assert said.startswith("Clés 4G")
    assert count == 1
    assert not loans_drawn(loans(("ordinateur", 12, None, None)))


def test_outcomes_say_of_how_many_only_when_all_are_shown() -> None:
    lines: list[tuple[str, Any]] = [("ont une place", 40), ("attendent une place", 15)]
    said, alt, count = drawn(outcomes_drawn(lines))
    assert said == "Sur 55 familles qui demandent un atelier, 40 ont une place."
    assert "attendent une place, 15" in alt
    assert count == 2
    said, alt, count = drawn(outcomes_drawn([*lines, ("n'ont pas de créneau : pas de salle", pd.NA)]))
    assert said == "Parmi les familles qui demandent un atelier, 40 ont une place."
    assert "55" not in alt
    assert "pas de salle, caché" in alt
    assert count == 2
    assert not outcomes_drawn([("ont une place", pd.NA)])


def cost(label: str, amount: float) -> CostLine:
    return CostLine(label, float(amount > 0), "unités", amount, supposed=False)


def test_the_heaviest_line_of_the_cost_is_the_title() -> None:
    said, alt, count = drawn(costs_drawn(Costs((cost("Forfaits", 300), cost("Garde", 900), cost("Rien", 0)))))
    assert said.replace("\u202f", " ").replace("\u00a0", " ") == "Garde : 900 € sur 1 200 €."
    assert "Forfaits, 300" in alt
    assert count == 2


FAMILY = st.fixed_dictionaries(
    {
        "demande_ordinateur": st.booleans(),
        "demande_cle_4g": st.booleans(),
        "peut_soir": st.booleans(),
        "peut_samedi": st.booleans(),
        "competences": st.sampled_from(("debutant", "autonome")),
    }
)


def planned(table: Needs, lent: int) -> Plan:
    loans_of = LOAN_SETTINGS.load("exemple").model_copy(
        update={"stock": {"ordinateur": Stock(nombre=lent), "cle_4g": Stock(nombre=lent // 2)}}
    )
    asked = PlanSettings(
        loans=loans_of,
        workshops=WORKSHOP_SETTINGS.load("exemple"),
        seed=7,
        zone="C",
        lent_on=dt.date(2026, 12, 7),
        on=dt.date(2026, 11, 25),
    )
    return make_plan(table, asked, DiagnosisBeside(None))


@settings(max_examples=12, deadline=None)
@given(
    families=st.lists(st.tuples(FAMILY, st.integers(1, 25)), min_size=1, max_size=5),
    lent=st.integers(0, 30),
)
def test_no_chart_of_any_report_draws_or_says_a_number_that_its_table_does_not_give(
    families: list[tuple[dict[str, Any], int]], lent: int
) -> None:
    table = needs(*(row for row, times in families for _ in range(times)))
    for picture, below in pairwise(council_report(planned(table, lent), "École").blocks):
        if isinstance(picture, Picture):
            assert isinstance(below, Table)
            follows_its_table(picture, below)


def follows_its_table(picture: Picture, below: Table) -> None:
    rows = [["".join(part.text for part in cell) for cell in row] for row in below.rows]
    numbers = [[int(cell) for cell in row[1:] if cell.isdigit()] for row in rows]
    if below.caption.startswith("Coût"):
        assert all(row[-1] in picture.alt for row in rows)
        return
    assert rows
    for row in rows:
        assert f"{row[0]}, " in picture.alt
        assert (f"{row[0]}, caché" in picture.alt) == ("caché" in row)
    known = {number for row in numbers for number in (*row, sum(row[1:]))}
    if not any("caché" in row for row in rows):
        known.add(sum(row[0] for row in numbers))
    assert {int(number) for number in re.findall(r"\d+", picture.alt.replace("4G", ""))} <= known
    assert sum(each.get("fill") in BARS for each in fromstring(picture.svg).iter()) == sum(
        "caché" not in row for row in rows
    )

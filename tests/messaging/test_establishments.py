"""Many establishments: a row does not depend on the others, and the report ranks by IPS without naming a worst one."""

import datetime as dt
from itertools import pairwise

import pytest

from liaison.documents import Picture, Table, to_html
from liaison.messaging.policy.policy import load_policy
from liaison.messaging.reading.establishments import (
    BLOCK,
    Establishment,
    EstablishmentRow,
    Simulated,
    Unreadable,
    blocks,
    simulate_block,
    simulate_one,
)
from liaison.messaging.reading.establishments_report import GROUPS, MOST_ALONE, by_ips, establishments_report
from liaison.messaging.traffic.clock import Period
from liaison.school.fictitious.aggregates import Aggregates

ASKED = Simulated(load_policy("equilibree"), Period(dt.date(2026, 9, 1), 1), 7)


def establishment(code: str, pupils: int = 40, ips: float | None = 100) -> Establishment:
    aggregates = Aggregates(name=f"{code} (fictif)", kind="college", pupils=pupils, ips=ips)
    return Establishment(uai=code, name=code, aggregates=aggregates)


def row(rank: int, ips: float | None, share: float) -> EstablishmentRow:
    return EstablishmentRow(
        uai=f"F{rank:03d}",
        nom=f"Collège fictif {rank}",
        nature="college",
        eleves=300,
        ips=ips,
        familles=200,
        messages=1000,
        part_informee=0.9,
        laissees_de_cote=round(200 * share),
        part_laissee=share,
        notifications_mediane=3,
        notifications_p95=6,
        soir=0,
        fin_de_semaine=0,
        doublons=0,
        ecrits_hors_horaires=0,
        notifies_hors_horaires=0,
    )


def test_a_row_is_the_same_alone_and_among_others() -> None:
    first, second = establishment("A"), establishment("B")
    assert simulate_block([first, second], ASKED).rows == (simulate_one(first, ASKED), simulate_one(second, ASKED))


def test_two_establishments_alike_do_not_draw_the_same_families() -> None:
    first, second = (simulate_one(establishment(code), ASKED).model_dump() for code in "AB")
    assert {name for name in first if first[name] != second[name]} - {"uai", "nom"}


def test_another_seed_gives_another_row_and_the_same_one_the_same() -> None:
    one = establishment("A")
    other = Simulated(ASKED.policy, ASKED.period, 8)
    assert simulate_one(one, ASKED) == simulate_one(one, ASKED) != simulate_one(one, other)


def test_one_that_fails_says_why_and_the_others_are_done() -> None:
    broken = establishment("B").model_copy(update={"aggregates": Aggregates(name="b", kind="college", pupils=1)})
    object.__setattr__(broken.aggregates, "kind", "université")
    found = simulate_block([establishment("A"), broken, establishment("C")], ASKED)
    assert [one.uai for one in found.rows] == ["A", "C"]
    assert [one.uai for one in found.unreadable] == ["B"]
    assert found.unreadable[0].raison


def test_blocks_hold_every_establishment_once_in_order() -> None:
    many = [establishment(f"E{rank}") for rank in range(2 * BLOCK + 1)]
    made = blocks(many)
    assert [len(one) for one in made] == [BLOCK, BLOCK, 1]
    assert [one for block in made for one in block] == many


def test_the_signature_follows_whatever_changes_a_row() -> None:
    many = [establishment("A"), establishment("B")]
    same = ASKED.signature(many)
    assert Simulated(ASKED.policy, ASKED.period, ASKED.seed).signature(list(many)) == same
    others = {
        Simulated(load_policy("circulaire_2025"), ASKED.period, 7).signature(many),
        Simulated(ASKED.policy, Period(dt.date(2026, 9, 1), 2), 7).signature(many),
        Simulated(ASKED.policy, ASKED.period, 8).signature(many),
        ASKED.signature(many[:1]),
        ASKED.signature([establishment("A", pupils=41), many[1]]),
    }
    assert len(others | {same}) == 6


@pytest.mark.parametrize(
    ("count", "groups"), [(1, 1), (MOST_ALONE, MOST_ALONE), (MOST_ALONE + 1, GROUPS), (1000, GROUPS)]
)
def test_few_stand_alone_and_many_in_groups_of_one_size_from_the_lowest_ips(count: int, groups: int) -> None:
    rows = [row(rank, 60 + (37 * rank % count), 0.1) for rank in range(count)]
    found = by_ips(rows)
    assert len(found) == groups
    assert sorted(one.uai for group in found for one in group.rows) == sorted(one.uai for one in rows)
    sizes = [len(group.rows) for group in found]
    assert max(sizes) - min(sizes) <= 1
    ends = [(group.rows[0].ips or 0, group.rows[-1].ips or 0) for group in found]
    assert all(last <= first for (_, last), (first, _) in pairwise(ends))


def test_the_report_says_what_it_is_not_and_who_is_missing() -> None:
    rows = [row(1, 70, 0.2), row(2, 130, 0.05), row(3, None, 0.4)]
    refused = [Unreadable(uai=f"X{rank}", nom="", raison="pas d'effectif") for rank in range(25)]
    found = establishments_report(rows, refused, ASKED, "Académie d'essai", dt.date(2026, 11, 26))
    text = to_html(found).replace("\u00a0", " ")
    assert "Ni une mesure, ni un classement des établissements" in text
    assert "20,0 % des familles sont laissées de côté là où l'IPS est le plus bas, 5,0 % là où" in text
    assert "sans IPS publié, absents du graphique : 1" in text
    assert "Et 5 autres" in text
    (picture,) = [block for block in found.blocks if isinstance(block, Picture)]
    assert "Collège fictif 3" not in picture.alt
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    assert len(table.rows) == 20


def test_without_any_ips_the_report_says_what_to_give() -> None:
    found = establishments_report([row(1, None, 0.2)], [], ASKED, "Ici", dt.date(2026, 11, 26))
    assert "donner le fichier avec --ips" in to_html(found).replace("\u00a0", " ")

"""Who receives what: the three promises as properties, the edges of the stock, and the reasons in sentences."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any, get_args

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.making import family, needs, some_needs

from liaison.support.loans.loans import (
    LOAN_SETTINGS,
    Allocation,
    LoansError,
    LoanSettings,
    Stock,
    allocate,
    lent_without_connection,
    loan_settings_yaml,
    to_offer,
)
from liaison.support.loans.priorities import CRITERIA, Criterion
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import ITEMS, LEVELS

DAY = dt.date(2026, 11, 25)
ALL = get_args(Criterion)
SHARING = ("un_enfant", "deux_enfants", "trois_enfants_ou_plus", "pas_d_appareil")


def lending(stock: int, *criteria: Any, item: Any = "ordinateur", reserve: int = 0) -> LoanSettings:
    return LoanSettings(nom="essai", stock={item: Stock(nombre=stock, reserve=reserve)}, priorites={item: criteria})


def computers(table: Needs, stock: int, *criteria: Any, seed: int = 1) -> Allocation:
    return allocate(table, lending(stock, *criteria), seed, DAY)["ordinateur"]


def plain(sentence: str) -> str:
    return sentence.replace("\u00a0", " ")


orders = st.permutations(ALL).flatmap(lambda order: st.integers(0, len(ALL)).map(lambda count: tuple(order[:count])))
drawn = st.tuples(some_needs(most=10), orders, st.integers(0, 6), st.integers(0, 50))


@given(drawn)
@settings(max_examples=80, deadline=None)
def test_more_stock_never_takes_anything_away(case: Any) -> None:
    table, criteria, stock, seed = case
    for item in ITEMS:
        before, after = (
            allocate(table, lending(count, *criteria, item=item), seed, DAY)[item] for count in (stock, stock + 1)
        )
        assert after.served[: len(before.served)] == before.served
        assert len(before.served) == min(stock, int(table.table[f"demande_{item}"].sum()))
        assert sorted(before.served + before.waiting) == sorted(table.table.index[table.table[f"demande_{item}"]])


def worse_off(row: dict[str, Any], criterion: Criterion) -> dict[str, Any]:
    """A family in greater need by one criterion, and the same by the others."""
    changes: dict[Criterion, dict[str, Any]] = {
        "sans_appareil": {"partage": "pas_d_appareil"},
        "enfants_par_appareil": {"partage": SHARING[min(3, 1 + SHARING.index(row["partage"] or "un_enfant"))]},
        "annee_examen": {
            "niveaux": " ".join(level for level in LEVELS if level in [*row["niveaux"].split(), "terminale"])
        },
        "connexion": {"connexion": "aucune"},
        "sans_aide": {"aide": "personne"},
        "fratrie": {"enfants": (row["enfants"] or 0) + 1},
        "besoin_accompagnement": {"competences": "debutant"},
    }
    return row | changes[criterion]


@given(st.lists(family, min_size=2, max_size=8), orders, st.integers(0, 5), st.integers(0, 9), st.data())
@settings(max_examples=80, deadline=None)
def test_a_family_in_greater_need_never_does_worse(rows: Any, criteria: Any, stock: int, seed: int, data: Any) -> None:
    rows = [row | {"demande_ordinateur": True} for row in rows]
    place = data.draw(st.integers(0, len(rows) - 1))
    need = data.draw(st.sampled_from(ALL))
    code = f"F{place + 1:03d}"
    before = computers(needs(*rows), stock, *criteria, seed=seed)
    after = computers(
        needs(*rows[:place], worse_off(rows[place], need), *rows[place + 1 :]), stock, *criteria, seed=seed
    )
    ranks: list[Any] = [found.table.loc[code, "rang"] for found in (after, before)]
    assert ranks == sorted(ranks)
    assert code not in before.served or code in after.served


@given(st.lists(family, min_size=2, max_size=8), orders, st.integers(0, 9))
@settings(max_examples=50, deadline=None)
def test_any_two_families_are_told_apart_in_one_sentence_and_the_sentence_is_true(
    rows: Any, criteria: Any, seed: int
) -> None:
    found = computers(needs(*[row | {"demande_ordinateur": True} for row in rows]), 3, *criteria, seed=seed)
    order = list(found.table.index)
    for first, second in pairwise(order):
        said = plain(found.compare(second, first))
        assert said.startswith(f"La famille {first} passe avant la famille {second}")
        decides = next(
            (name for name in criteria if found.table.loc[first, name] != found.table.loc[second, name]), None
        )
        if decides is None:
            assert "tirage au sort" in said
        else:
            assert f"« {plain(CRITERIA[decides].label)} » décide" in said
            assert found.table.loc[first, decides] > found.table.loc[second, decides]


@given(some_needs(smallest=2, most=8), orders, st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_the_order_of_the_lines_and_the_requests_of_others_change_no_rank_between_two(
    table: Needs, criteria: Any, seed: int
) -> None:
    whole = list(computers(table, 3, *criteria, seed=seed).table.index)
    backwards = list(computers(Needs(table.table[::-1]), 3, *criteria, seed=seed).table.index)
    fewer = list(computers(Needs(table.table.iloc[1:]), 3, *criteria, seed=seed).table.index)
    assert backwards == whole
    assert fewer == [code for code in whole if code != table.table.index[0]]


def test_the_last_computer_goes_to_the_last_rank_that_the_stock_reaches() -> None:
    table = needs(*[{"demande_ordinateur": True, "enfants": count} for count in (1, 2, 3)])
    assert computers(table, 2, "fratrie").served == ["F003", "F002"]
    assert computers(table, 3, "fratrie").waiting == []


def test_what_is_kept_for_breakdowns_is_not_lent() -> None:
    table = needs(*[{"demande_ordinateur": True}] * 5)
    found = allocate(table, lending(4, reserve=2), 1, DAY)["ordinateur"]
    assert len(found.served) == 2
    assert len(allocate(table, lending(1, reserve=2), 1, DAY)["ordinateur"].served) == 0


def test_a_family_that_does_not_ask_receives_nothing_but_may_be_offered_it() -> None:
    table = needs({"besoin_ordinateur": True}, {"demande_ordinateur": True, "besoin_ordinateur": True})
    assert computers(table, 5).served == ["F002"]
    assert to_offer(table, "ordinateur") == ["F001"]


def test_keys_and_computers_are_lent_by_their_own_criteria() -> None:
    table = needs(
        {"demande_cle_4g": True, "demande_ordinateur": True, "connexion": "mobile_limitee", "enfants": 4},
        {"demande_cle_4g": True, "demande_ordinateur": True, "connexion": "aucune", "enfants": 1},
    )
    both = LoanSettings(
        nom="les deux",
        stock={"ordinateur": Stock(nombre=1), "cle_4g": Stock(nombre=1)},
        priorites={"ordinateur": ("fratrie",), "cle_4g": ("connexion",)},
    )
    found = allocate(table, both, 1, DAY)
    assert found["ordinateur"].served == ["F001"]
    assert found["cle_4g"].served == ["F002"]
    assert list(found) == ["ordinateur", "cle_4g"]
    assert list(allocate(table, lending(1, item="cle_4g"), 1, DAY)) == ["cle_4g"]


def test_a_computer_without_connection_nor_key_is_seen() -> None:
    offline = {"demande_ordinateur": True, "connexion": "aucune", "demande_cle_4g": True}
    table = needs(offline, offline, {"demande_ordinateur": True, "connexion": "fixe"})
    keys = LoanSettings(
        nom="une clé", stock={"ordinateur": Stock(nombre=3), "cle_4g": Stock(nombre=1)}, priorites={"cle_4g": ()}
    )
    loans = allocate(table, keys, 1, DAY)
    assert lent_without_connection(table, loans) == loans["cle_4g"].waiting
    assert len(lent_without_connection(table, allocate(table, lending(3), 1, DAY))) == 2


def test_the_examination_years_are_those_of_the_rule_or_of_the_team() -> None:
    table = needs(
        {"demande_ordinateur": True, "niveaux": "premiere"},
        {"demande_ordinateur": True, "niveaux": "sixieme troisieme"},
    )
    assert computers(table, 1, "annee_examen").served == ["F002"]
    own = lending(1, "annee_examen").model_copy(update={"annees_examen": ("premiere",)})
    assert allocate(table, own, 1, DAY)["ordinateur"].served == ["F001"]


def test_why_says_the_place_what_is_missing_and_each_criterion_in_order() -> None:
    table = needs(
        {"demande_ordinateur": True, "partage": "pas_d_appareil", "enfants": 2},
        {"demande_ordinateur": True, "partage": "deux_enfants", "niveaux": "troisieme"},
        {"demande_ordinateur": True},
    )
    found = computers(table, 1, "sans_appareil", "annee_examen")
    assert [plain(one) for one in found.why("F001")] == [
        "La famille F001 reçoit un ordinateur : elle est 1re sur 3 demandes, pour 1 ordinateur à prêter.",
        "Critère 1, « Aucun appareil entre 17 h et 20 h » : aucun appareil entre 17 h et 20 h.",
        "Critère 2, « Année d'examen » : pas d'année d'examen connue.",
    ]
    assert plain(found.why("F002")[0]) == (
        "La famille F002 attend : elle est 2e sur 3 demandes, pour 1 ordinateur à prêter. "
        "Pour elle, un ordinateur de plus suffirait."
    )
    assert "2 ordinateurs de plus suffiraient" in plain(found.why("F003")[0])


def test_what_why_says_would_suffice_does_suffice() -> None:
    table = needs(*[{"demande_ordinateur": True}] * 6)
    found = computers(table, 2)
    for code in found.waiting:
        missing = int(found.table["rang"].loc[code]) - 2
        assert code in computers(table, 2 + missing).served
        assert code not in computers(table, 2 + missing - 1).served


def test_a_draw_decides_only_between_equals_and_depends_on_its_seed() -> None:
    table = needs(*[{"demande_ordinateur": True}] * 12)
    orders_seen = {tuple(computers(table, 4, seed=seed).table.index) for seed in range(8)}
    assert len(orders_seen) == 8
    pd.testing.assert_frame_equal(computers(table, 4, seed=3).table, computers(table, 4, seed=3).table)
    assert "graine 3" in computers(table, 4, seed=3).compare("F001", "F002")


@pytest.mark.parametrize("seed", [-1, 1.5, True, "7"])
def test_a_seed_that_is_not_a_whole_number_is_refused(seed: Any) -> None:
    with pytest.raises(LoansError, match="graine"):
        allocate(needs(), lending(1), seed, DAY)


def test_questions_about_nobody_or_about_one_family_twice_are_refused() -> None:
    found = computers(needs({"demande_ordinateur": True}, {}), 1)
    with pytest.raises(LoansError, match="n'a pas demandé un ordinateur"):
        found.why("F002")
    with pytest.raises(LoansError, match="les deux codes sont les mêmes"):
        found.compare("F001", "F001")


def test_the_settings_that_ship_are_read_and_written_back_the_same() -> None:
    shipped = LOAN_SETTINGS.load("exemple")
    assert LOAN_SETTINGS.parse(loan_settings_yaml(shipped), "« copie »") == shipped
    assert set(shipped.stock) == set(ITEMS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nom: a\nstock: {}\npriorites: {ordinateur: [fratrie, fratrie]}", "cité deux fois pour un ordinateur"),
        ("nom: a\nstock: {ordinateur: {nombre: -1}}\npriorites: {}", "trop petit"),
        ("nom: a\nstock: {}\npriorites: {ordinateur: [revenu]}", "« revenu » n'est pas accepté"),
        ("version: 3\nnom: a", "version 3"),
    ],
)
def test_settings_that_do_not_hold_are_refused_with_their_place(text: str, said: str) -> None:
    with pytest.raises(LoansError) as refusal:
        LOAN_SETTINGS.parse(text, "« prets.yaml »")
    assert said in plain(str(refusal.value))

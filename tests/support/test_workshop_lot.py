"""Who has a place when places are short: the need, then the lot, never a trait; and what is said to who waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import permutations, product
from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import settings as tried
from hypothesis import strategies as st
from support.making import needs
from support.test_workshops import DAY, FAMILY, came, plain, plan
from support.workshop_search import Search, random_case

from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import LANGUAGES
from liaison.support.workshops.aims import AIMS, ORDERS, aims_of, excludes, lot
from liaison.support.workshops.plan import WorkshopPlan, plan_workshops
from liaison.support.workshops.settings import (
    WORKSHOP_SETTINGS,
    Interpreter,
    Trainer,
    WorkshopError,
    WorkshopRoom,
    WorkshopSettings,
)
from liaison.support.workshops.shares import SHARE_COLUMNS, TRAITS, shares
from liaison.support.workshops.types import Type
from liaison.support.workshops.waiting import Lack

ARABIC = {"id": "arabe", "libelle": "interprète", "langues": ["arabe"]}
EVERY = {"id": "tous", "libelle": "interprètes", "langues": [name for name in LANGUAGES if name != "francais"]}
OTHERS: dict[str, dict[str, Any]] = {
    "langue": {"langue": "arabe"},
    "heures": {"peut_matin": True, "peut_samedi": True},
    "enfants": {"garde": True, "enfants": 3},
}
FAMILIES = st.fixed_dictionaries(
    {
        "peut_matin": st.booleans(),
        "peut_samedi": st.booleans(),
        "langue": st.sampled_from([None, *LANGUAGES]),
        "garde": st.booleans(),
        "enfants": st.sampled_from([None, 1, 2, 3]),
    }
).map(lambda row: FAMILY | row)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("trait", OTHERS)
def test_neither_the_language_nor_the_hours_nor_the_children_decide_when_seats_alone_are_short(
    trait: str, order: tuple[str, ...]
) -> None:
    """Twelve and twelve for twelve seats: 12 to 0 whatever the seed, when the fewest interpreters chose who came."""
    table = needs(*[FAMILY] * 12, *[FAMILY | OTHERS[trait]] * 12)
    for seed in range(4):
        found = plan(table, seed=seed, interpretes=[ARABIC], garde={"jeudi": 36}, ordre=order)
        assert came(found) == set(lot(seed, table.table.index)[:12])


def test_three_children_to_look_after_lose_to_one_only_where_the_care_left_is_too_small() -> None:
    one, three = FAMILY | {"garde": True, "enfants": 1}, FAMILY | {"garde": True, "enfants": 3}
    table = needs(*[one] * 8, *[three] * 8)
    for seed in range(4):
        left, expected = 9, set()
        for code in lot(seed, table.table.index):
            if (children := int(table.table["enfants"][code])) <= left:
                left -= children
                expected.add(code)
        found = plan(table, seed=seed, garde={"jeudi": 9})
        assert came(found) == expected
        assert any(table.table.loc[code, "enfants"] == 3 for code in expected)


def test_serving_in_turn_and_skipping_nobody_gives_three_children_less_chance_when_care_is_short_and_it_is_said() -> (
    None
):
    """The plan adds nothing to that: seats and care are served in the order of the lot, and nothing else decides."""
    children = [1, 3] * 8
    table = needs(*[FAMILY | {"garde": True, "enfants": count} for count in children])
    rooms = [{"id": "cdi", "libelle": "CDI", "places": 6}]
    of_one = of_three = 0
    for seed in range(12):
        expected: set[str] = set()
        seats, care = 6, 5
        for code in lot(seed, table.table.index):
            count = int(table.table["enfants"][code])
            if seats and count <= care:
                seats, care, expected = seats - 1, care - count, expected | {code}
        assert came(plan(table, seed=seed, salles=rooms, garde={"jeudi": 5})) == expected
        of_one += sum(table.table["enfants"][code] == 1 for code in expected)
        of_three += sum(table.table["enfants"][code] == 3 for code in expected)
    assert of_one > of_three > 0
    assert "une famille de trois enfants à garder a moins de chances qu'une famille d'un enfant" in excludes("tirage")


@tried(max_examples=5, deadline=None)
@given(st.lists(FAMILIES, min_size=4, max_size=4), st.integers(1, 3), st.sampled_from(ORDERS))
@example([FAMILY, FAMILY | OTHERS["langue"], FAMILY | OTHERS["heures"], FAMILY | OTHERS["enfants"]], 2, ("nombre",))
def test_over_every_way_the_lot_may_fall_each_family_of_the_same_need_has_the_same_chance(
    rows: list[dict[str, Any]], seats: int, order: tuple[str, ...]
) -> None:
    """Exact: all 24 orders of four families, not a sample; only seats are short."""
    placed: Counter[int] = Counter()
    for codes in permutations(("F1", "F2", "F3", "F4")):
        rooms = [{"id": "cdi", "libelle": "CDI", "places": seats}]
        table = needs(*rows, codes=codes)
        found = plan(table, salles=rooms, interpretes=[EVERY], garde={"jeudi": 12}, ordre=order)
        placed.update(codes.index(code) for code in came(found))
    assert [placed[row] for row in range(4)] == [24 * seats // 4] * 4


@tried(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing_to_who_has_a_place(case: int, draw: Any) -> None:
    table, chosen = random_case(case)
    codes = list(table.table.index)
    draw.shuffle(codes)
    again = Needs(table.table.loc[codes])
    assert came(plan_workshops(table, chosen, case, DAY)) == came(plan_workshops(again, chosen, case, DAY))


def test_the_first_drawn_has_a_place_whatever_its_coming_takes() -> None:
    """What a capacity makes of a trait is honest: it never counts for who comes first."""
    rows = [FAMILY, FAMILY | {"garde": True, "enfants": 2}, FAMILY | {"garde": True, "enfants": 1}]
    rows.append(FAMILY | {"langue": "arabe"})
    placed: Counter[int] = Counter()
    for codes in permutations(("F1", "F2", "F3", "F4")):
        found = plan(needs(*rows, codes=codes), garde={"jeudi": 2}, interpretes=[ARABIC])
        assert lot(found.seed, codes)[0] in came(found)
        placed.update(codes.index(code) for code in came(found))
    # Care for two: the family of two has it when it is drawn before the family of one, and the other way round.
    assert [placed[row] for row in range(4)] == [24, 12, 12, 24]


def test_a_family_that_has_more_to_learn_never_waits_for_one_that_has_less() -> None:
    table = needs(*[FAMILY] * 5, *[FAMILY | {"competences": "autonome"}] * 20)
    for order in (("debutant",), ("debutant", "nombre"), ("nombre", "debutant")):
        assert set(table.table.index[:5]) <= came(plan(table, ordre=order))
    assert any(not set(table.table.index[:5]) <= came(plan(table, seed=seed, ordre=())) for seed in range(5))


def test_most_families_first_may_leave_three_children_out_and_the_sentence_says_so() -> None:
    one, three = FAMILY | {"garde": True, "enfants": 1}, FAMILY | {"garde": True, "enfants": 3}
    table = needs(three, one, one, one)
    for seed in range(4):
        found = plan(table, seed=seed, garde={"jeudi": 3}, ordre=["nombre"])
        assert came(found) == {"F002", "F003", "F004"}
        assert "plusieurs enfants à garder" in plain(found.why("F001"))
        assert "une garde pour ses enfants" in plain(found.why("F001"))
    assert {len(came(plan(table, seed=seed, garde={"jeudi": 3}))) for seed in range(8)} == {1, 3}


def given_more(found: WorkshopPlan, slot: str, lacks: Collection[Lack], kind: Type) -> Iterator[WorkshopSettings]:
    """The same means, and on one slot exactly what was said to be missing: one seat in a room, one person like one
    of those who lead, in each way that this can be."""
    chosen, size = found.settings, found.size
    held = [room.model_copy(update={"places": min(room.places, size)}) for room in chosen.salles]
    helps, care = list(chosen.interpretes), dict(chosen.garde)
    if "salle" in lacks:
        held.append(WorkshopRoom(id="en_plus", libelle="salle", places=size, creneaux=(slot,)))
    if "langue" in lacks:
        language: Any = kind.language
        helps.append(Interpreter(id="en_plus", libelle="qui", langues=(language,), creneaux=(slot,)))
    if "garde" in lacks:
        care[slot] = care.get(slot, 0) + kind.children
    there = [one for one in chosen.animation if one.on(slot)] if "animation" in lacks else [None]
    for at in [at for at, room in enumerate(held) if room.on(slot)] if "place" in lacks else [None]:
        for like in there:
            leads = list(chosen.animation)
            if like is not None:
                leads.append(Trainer(id="en_plus", libelle="qui", langues=like.langues, creneaux=(slot,)))
            rooms = held if at is None else _larger(held, at, slot, chosen)
            more = {"salles": tuple(rooms), "animation": tuple(leads), "interpretes": tuple(helps), "garde": care}
            yield chosen.model_copy(update=more)


def _larger(rooms: list[WorkshopRoom], at: int, slot: str, chosen: WorkshopSettings) -> list[WorkshopRoom]:
    """The same rooms, of which one holds one person more on a slot."""
    others = tuple(one.id for one in chosen.creneaux if rooms[at].on(one.id) and one.id != slot)
    parts = [
        rooms[at].model_copy(update={"creneaux": others}),
        rooms[at].model_copy(update={"id": "plus", "creneaux": (slot,), "places": rooms[at].places + 1}),
    ]
    return [*rooms[:at], *parts, *rooms[at + 1 :]]


def would_come(found: WorkshopPlan, table: Needs, code: str, slot: str, lacks: Collection[Lack]) -> bool:
    """Whether some plan places a family beside all those placed, once a slot has what is said to be missing there.

    « groupe »: other families like it, free on that slot alone, nobody to look after; with it, a workshop's worth.
    """
    kind = found.asking.type_of(code)
    assert kind is not None
    others = [f"X{rank}" for rank in range(1, found.settings.groupe_minimum)] if "groupe" in lacks else []
    guests = table.table.loc[[code] * len(others)].assign(garde=False)
    guests.index = pd.Index(others, name=table.table.index.name)
    everybody = Needs(pd.concat([table.table, guests])) if others else table
    drawn = lot(found.seed, everybody.table.index)
    return any(
        Search(everybody, more, found.size + 1, drawn, dict.fromkeys(others, slot)).can_place(came(found) | {code})
        for more in given_more(found, slot, lacks, kind)
    )


def test_what_a_waiting_family_is_said_to_need_is_needed_each_of_it_and_enough_together() -> None:
    """« Enough families » was said to a family that eleven others of its language and hour waited with."""
    seen: Counter[Lack] = Counter()
    for seed in range(160):
        table, chosen = random_case(seed)
        if seed % 2:  # large rooms and no smallest group: what is short is who leads, who interprets, who looks after
            rooms = [room.model_copy(update={"places": 12}) for room in chosen.salles]
            chosen = chosen.model_copy(update={"groupe_minimum": 1, "places": 12, "salles": tuple(rooms)})
        found = plan_workshops(table, chosen, seed, DAY, seconds=30)
        for code in found.table.index[found.table["etat"] == "attente"]:
            said = found.lacks(code)
            assert bool(said) == (chosen.groupe_minimum <= found.size), (seed, code)
            for slot, lacks in said.items():
                assert lacks, (seed, code)
                seen.update(lacks)
                assert would_come(found, table, code, slot, lacks), (seed, code, slot, lacks)
                for one in lacks:
                    but = [other for other in lacks if other != one]
                    assert not would_come(found, table, code, slot, but), (seed, code, slot, lacks, one)
    assert min(seen[lack] for lack in ("place", "groupe", "salle", "animation", "garde")) > 1, seen


# Two workshops at the same hour, with room for both, and one interpreter.
TWO_AT_ONCE: dict[str, Any] = {
    "themes": [
        {"id": "un", "libelle": "Un", "parcours": "a", "pour": ["debutant"]},
        {"id": "deux", "libelle": "Deux", "parcours": "b", "pour": ["autonome"]},
    ],
    "salles": [{"id": "cdi", "libelle": "CDI", "places": 4}, {"id": "b12", "libelle": "salle B12", "places": 4}],
    "animation": [{"id": "referente", "libelle": "référente"}, {"id": "cpe", "libelle": "CPE"}],
    "interpretes": [ARABIC],
}
IN_ARABIC = FAMILY | {"langue": "arabe"}


def test_families_that_wait_together_are_not_told_that_families_are_missing() -> None:
    for waiting, missing in (3, ""), (2, "assez de familles pour ouvrir un atelier (au moins 3) et "):
        rows = [*[IN_ARABIC] * 3, *[IN_ARABIC | {"competences": "autonome"}] * waiting]
        found = plan(needs(*rows), **TWO_AT_ONCE, groupe_minimum=3)
        last = plain(found.why(found.table.index[-1]))
        assert last.endswith(f"il faudrait : jeudi à 18 h, {missing}une personne libre pour sa langue (arabe).")


def test_an_interpreter_who_is_at_another_workshop_is_what_is_missing_and_not_a_seat() -> None:
    """« Les places manquent » was said to a family beside empty seats, to spare an interpreter."""
    rows = [IN_ARABIC, FAMILY | {"competences": "autonome"}, IN_ARABIC | {"competences": "autonome"}]
    found = plan(needs(*rows), **TWO_AT_ONCE)
    assert came(found) == {"F001", "F002"}
    assert plain(found.why("F003")).endswith("il faudrait : jeudi à 18 h, une personne libre pour sa langue (arabe).")
    more = plan(needs(*rows), **TWO_AT_ONCE | {"interpretes": [ARABIC, ARABIC | {"id": "autre"}]})
    assert more.counts()["place"] == 3


def test_a_family_that_waits_is_told_its_rank_and_what_is_missing() -> None:
    table = needs(*[FAMILY] * 13, FAMILY | {"competences": "autonome"})
    found = plan(table, seed=4)
    last = lot(4, table.table.index[:13])[-1]
    said = plain(found.why(last))
    assert said == (
        f"La famille {last} attend : elle est {found.rank(last)}e sur 14 au tirage au sort. "
        "Aucun plan ne lui donne une place sans en retirer une à une famille qui passe avant elle. "
        "Pour qu'elle vienne, il faudrait : jeudi à 18 h, une place de plus."
    )
    assert "ont le plus à apprendre passent d'abord" in plain(found.why("F014"))
    assert sorted(found.rank(code) for code in found.table.index) == list(range(1, 15))


@pytest.mark.parametrize("order", ORDERS)
def test_a_family_that_waits_is_told_which_plans_were_looked_at_or_that_time_ran_out(order: tuple[str, ...]) -> None:
    """« The most families » was said to whoever waits, even of a search stopped before it had proven anything."""
    done = plan(needs(*[FAMILY] * 8, *[FAMILY | {"competences": "autonome"}] * 8), seed=4, ordre=order)
    last = next(code for code in reversed(done.table.index[8:]) if code not in came(done))
    said, stopped = plain(done.why(last)), plain(replace(done, proven=()).why(last))
    most = "nombre" in order
    assert ("Aucun plan qui place autant de familles ne lui donne" in said) == most
    assert ("Aucun plan ne lui donne" in said) == (not most)
    assert "faute de temps" not in said
    assert "Le calcul s'est arrêté faute de temps" in stopped
    assert "Aucun plan" not in stopped


def test_each_trait_counts_every_family_that_asks_once() -> None:
    rows = (
        [FAMILY] * 9 + [FAMILY | OTHERS["langue"]] * 6 + [FAMILY | OTHERS["enfants"]] * 3 + [{"peut_matin": True}] * 2
    )
    found = plan(needs(*rows), interpretes=[ARABIC], garde={"jeudi": 3})
    table = shares(found)
    assert tuple(table.columns) == SHARE_COLUMNS
    for trait in TRAITS:
        mine = table[table["trait"] == trait]
        assert {name: int(mine[name].sum()) for name in SHARE_COLUMNS[2:]} == found.counts()
    arabic = table[table["valeur"] == "arabe"].iloc[0]
    placed = sum(code in came(found) for code in (f"F{number:03d}" for number in range(10, 16)))
    assert arabic[["place", "attente", "sans_creneau"]].tolist() == [placed, 6 - placed, 0]


def test_every_aim_says_whom_it_may_leave_out() -> None:
    for order in ORDERS:
        assert all(excludes(aim) for aim in aims_of(order))
    assert [aim for aim in AIMS if "Personne n'attend" in excludes(aim)] == ["ateliers", "interpretes"]


@pytest.mark.parametrize(
    ("first", "order"), [(None, ("nombre",)), ("nombre", ("nombre",)), ("debutant", ("debutant", "nombre"))]
)
def test_the_settings_of_the_former_version_keep_the_order_that_they_had(first: str | None, order: Any) -> None:
    said = f"d_abord: {first}\n" if first else ""
    text = f"version: 1\nname: avant\n{said}creneaux: [{{id: jeudi, libelle: jeudi, moment: soir}}]\n"
    found = WORKSHOP_SETTINGS.parse(text, "« avant.yaml »")
    assert (found.version, found.ordre) == (3, order)


@pytest.mark.parametrize("wrong", ["version: 1\nd_abord: autre", "version: 3\nordre: [nombre, nombre]"])
def test_an_order_that_is_not_one_is_refused(wrong: str) -> None:
    text = f"{wrong}\nnom: faux\ncreneaux: [{{id: jeudi, libelle: jeudi, moment: soir}}]\n"
    with pytest.raises(WorkshopError, match="ordre"):
        WORKSHOP_SETTINGS.parse(text, "« faux.yaml »")


@pytest.mark.parametrize("order", ORDERS)
def test_a_place_taken_from_a_family_before_is_spoken_of_only_where_one_before_has_a_place(
    order: tuple[str, ...],
) -> None:
    """« À une famille qui passe avant elle » was said to the first drawn, where nobody has a place."""
    later = FAMILY | {"competences": "autonome"}
    tables = [needs(FAMILY), needs(*[FAMILY] * 2), needs(*[FAMILY] * 9, *[later] * 9), needs(IN_ARABIC, *[FAMILY] * 14)]
    met = Counter[bool]()
    for table, seed in product(tables, range(3)):
        found = plan(table, seed=seed, ordre=order, groupe_minimum=3)
        drawn = lot(seed, found.table.index)
        begins = found.table.index[table.table.loc[found.table.index, "competences"] != "autonome"]
        first = sorted(drawn, key=lambda code: code not in begins) if "debutant" in order else drawn
        for code in found.table.index[found.table["etat"] == "attente"]:
            ahead = bool(came(found) & set(first[: first.index(code)]))
            assert ("une famille qui passe avant elle" in plain(found.why(code))) == ahead
            met[ahead] += 1
    assert min(met[True], met[False]) > 0

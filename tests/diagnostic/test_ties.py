"""Un axe se déduit des questions : qui lit les deux ne cerne pas pour autant une petite case."""

from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from diagnostic.fictitious_school import ALL_WAYS, received
from scipy.optimize import linprog
from scipy.sparse import csr_array

from liaison.diagnostic.answers import answers_from_rows
from liaison.diagnostic.fictitious import collected, fictitious_families
from liaison.diagnostic.indicators import indicators
from liaison.diagnostic.linked import protect_linked
from liaison.diagnostic.questionnaire import family_questionnaire
from liaison.diagnostic.tabulation import coded
from liaison.diagnostic.ties import untied
from liaison.school.generator import school_from

QUESTIONNAIRE = family_questionnaire()
ITEMS = {item.id: item for item in QUESTIONNAIRE.items}
BOXES = [f"appareils__{name}" for name in ITEMS["appareils"].values]
EQUIPMENT = ["connexion", "partage", "appareils__sans_reponse", *BOXES, "axe__equipement"]
EQUIPMENT_AXIS, SKILLS_AXIS = "axe__equipement", "axe__competences"


@cache
def rural() -> Any:
    """A small collège of which the axis by level tells too much."""
    families = fictitious_families(school_from("college_rural", 7), 7)
    return collected(families, ("en_ligne", "telephone"), 7)


def tables_of(answers: Any, by: str = "niveau") -> Any:
    counted = coded(answers)
    names = [name for name in counted.variables if name != by]
    alone = {name: counted.alone(name) for name in counted.variables}
    return counted, protect_linked(alone, {(by, name): counted.crossed(by, name) for name in names})


@cache
def every_family() -> Any:
    """Every way of answering the questions on equipment, all boxes included."""
    ticks = [None, *product((True, False), repeat=len(BOXES))]
    rows = [
        {"connexion": link, "partage": shared} | ({} if boxes is None else dict(zip(BOXES, boxes, strict=True)))
        for link in (*ITEMS["connexion"].values, None)
        for shared in (*ITEMS["partage"].values, None)
        for boxes in ticks
    ]
    return coded(answers_from_rows(rows, QUESTIONNAIRE)).codes


def width(counted: Any, tables: Any, name: Any, level: Any, value: Any) -> Any:
    """How far apart the values of one cell are, for who reads every table on equipment and the axis."""
    states = every_family()
    groups = np.flatnonzero(counted.alone("niveau")).tolist()
    size = len(states["connexion"])
    rows, right = [], []
    for each in EQUIPMENT:
        table = tables.crossed["niveau", each]
        for rank, line in [*enumerate(groups), (None, table.counts.shape[0] - 1)]:
            for column in range(table.counts.shape[1]):
                if not table.hidden[line, column]:
                    own = np.ones(size, bool) if column == table.counts.shape[1] - 1 else states[each] == column
                    row = np.zeros((len(groups), size))
                    row[slice(None) if rank is None else rank] = own
                    rows.append(row.ravel())
                    right.append(table.counts[line, column])
    aim = np.zeros((len(groups), size))
    place = counted.variables[name].values.index(value)
    aim[groups.index(counted.variables["niveau"].values.index(level))] = states[name] == place
    equations = csr_array(np.array(rows))
    ends = [linprog(sign * aim.ravel(), A_eq=equations, b_eq=right, bounds=(0, None)).fun for sign in (1, -1)]
    return -ends[1] - ends[0]


def test_an_axis_by_level_that_betrays_a_small_cell_is_not_published_by_level() -> None:
    counted, tables = tables_of(rural())
    cell = ("partage", "sixieme", "pas_d_appareil")
    assert width(counted, tables, *cell) < 9
    safe, withheld = untied(tables, counted, "niveau", QUESTIONNAIRE)
    assert withheld == [EQUIPMENT_AXIS]
    assert width(counted, safe, *cell) >= 10 - 1e-6
    assert safe.crossed["niveau", EQUIPMENT_AXIS].hidden[:-1, :-1].all()
    assert not safe.alone[EQUIPMENT_AXIS].hidden.all()


def test_what_is_published_of_it_says_so_and_the_whole_school_is_still_shown() -> None:
    found = indicators(rural())
    rows = found.table[found.table["question"] == EQUIPMENT_AXIS]
    assert rows.loc[rows["groupe"] != "ensemble", "effectif"].isna().all()
    assert rows.loc[rows["groupe"] == "ensemble", "effectif"].notna().any()
    assert any("« Équipement » se déduit" in warning.replace("\u00a0", " ") for warning in found.warnings)


def test_an_axis_that_betrays_nothing_is_published_as_it_was() -> None:
    counted, tables = tables_of(received(*ALL_WAYS))
    safe, withheld = untied(tables, counted, "niveau", QUESTIONNAIRE)
    assert withheld == []
    assert safe is tables


GESTURES = [column.name for column in QUESTIONNAIRE.columns() if column.item.id == "seul"]


def at_ease(*missing: Any) -> Any:
    """Forty families at ease in 6e, each with one gesture at most not yet done: so many miss the first, the second…

    Forty others in 5e, of which fifteen miss the first.
    """
    rows = []
    for level, counts in (("sixieme", missing), ("cinquieme", (15,))):
        lacks = [gesture for gesture, count in zip(GESTURES, counts, strict=False) for _ in range(count)]
        for rank in range(40):
            row = dict.fromkeys(GESTURES, "sans_aide") | {"niveau": level, "connexion": "fixe"}
            rows.append(row | ({lacks[rank]: "pas_encore"} if rank < len(lacks) else {}))
    return answers_from_rows(rows, QUESTIONNAIRE)


@pytest.mark.parametrize(("missing", "told"), [((3, 18, 15), [SKILLS_AXIS]), ((3, 18, 0), [])])
def test_gestures_that_an_axis_leaves_little_room_for_are_protected_too(missing: Any, told: Any) -> None:
    # All forty are at ease: each misses one gesture at most. When 33 miss others, 7 at most can miss the first.
    counted, tables = tables_of(at_ease(*missing))
    assert tables.crossed["niveau", GESTURES[0]].hidden[counted.variables["niveau"].values.index("sixieme")].any()
    assert untied(tables, counted, "niveau", QUESTIONNAIRE)[1] == told

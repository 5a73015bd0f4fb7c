"""The week in words, tables, charts and comparisons: what Python prepares, before any browser."""

import math
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from traitlets import TraitError

from liaison.base.numbers import number, unit_beside
from widgets.gallery import results
from widgets.kit.before_after import BeforeAfter
from widgets.kit.chart import KINDS, Chart
from widgets.kit.chart_figures import clock, signed, ticks
from widgets.kit.data_table import DataTable, plain_rows
from widgets.kit.family_card import FamilyCard
from widgets.kit.matrix import Matrix
from widgets.kit.question import Question
from widgets.kit.range_field import RangeField
from widgets.kit.week_grid import WeekGrid, empty_week, summary_of

NAMES = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
NBSP = "\u00a0"
ROOT = Path(__file__).parents[2]
UNITS = ["familles", "notifications par semaine", "mois", "fois par semaine"]


# --- La semaine ---------------------------------------------------------------------------------------------


def read_week(summary: str) -> list[list[bool]]:
    """Paint a week from its summary alone: an independent reading of the words."""
    week = [False] * (7 * 48)
    if summary == "toute la semaine, jour et nuit":
        return [[True] * 48 for _ in range(7)]
    if summary == "aucune demi-heure":
        return empty_week()

    def slot(text: str) -> int:
        hour, minute = text.split(":")
        return int(hour) * 2 + int(minute) // 30

    for segment in summary.split(f"{NBSP}; "):
        long = re.fullmatch(r"(\w+) (\d\d:\d\d) à (\w+) (\d\d:\d\d)", segment)
        if long:
            start = NAMES.index(long[1]) * 48 + slot(long[2])
            end = NAMES.index(long[3]) * 48 + slot(long[4])
            for i in range((end - start) % (7 * 48)):
                week[(start + i) % (7 * 48)] = True
            continue
        days, hours = segment.split(f"{NBSP}: ")
        chosen: list[int] = []
        for stretch in re.split(", | et ", days):
            if stretch == "tous les jours":
                chosen += range(7)
            elif " à " in stretch:
                first, last = stretch.split(" à ")
                chosen += range(NAMES.index(first), NAMES.index(last) + 1)
            else:
                chosen.append(NAMES.index(stretch))
        for hour_range in re.split(", | et ", hours):
            start, end = (slot(text) for text in hour_range.split("–"))
            for day in chosen:
                for i in range(end - start if end > start else end - start + 48):
                    week[(day * 48 + start + i) % (7 * 48)] = True
    return [week[day * 48 : (day + 1) * 48] for day in range(7)]


def painted(*stretches: tuple[int, int, int]) -> list[list[bool]]:
    week = empty_week()
    for day, start, length in stretches:
        for i in range(length):
            at = (day * 48 + start + i) % (7 * 48)
            week[at // 48][at % 48] = True
    return week


STRETCH = st.tuples(st.integers(0, 6), st.integers(0, 47), st.integers(1, 335))
DAILY = st.tuples(st.integers(0, 47), st.integers(1, 48), st.sets(st.integers(0, 6), min_size=1))


@given(st.lists(STRETCH, max_size=4))
@example([(6, 0, 48), (0, 0, 48)])
@example([(4, 40, 48)])
@example([(0, 0, 335)])
@example([(0, 1, 335)])
def test_a_week_is_read_back_from_its_summary(stretches: list[tuple[int, int, int]]) -> None:
    week = painted(*stretches)
    assert read_week(summary_of(week)) == week


@given(st.lists(DAILY, max_size=3))
def test_a_week_of_daily_ranges_is_read_back_from_its_summary(ranges: list[tuple[int, int, set[int]]]) -> None:
    week = painted(*((day, start, length) for start, length, days in ranges for day in days))
    assert read_week(summary_of(week)) == week


def test_school_nights_are_said_in_one_range() -> None:
    week = painted(*((day, 40, 22) for day in range(4)))
    assert summary_of(week) == f"lundi à jeudi{NBSP}: 20:00–07:00"


def test_two_days_are_listed_and_three_make_a_stretch() -> None:
    assert summary_of(painted((1, 20, 2), (2, 20, 2))) == f"mardi et mercredi{NBSP}: 10:00–11:00"
    assert summary_of(painted(*((day, 20, 2) for day in (1, 2, 3)))) == f"mardi à jeudi{NBSP}: 10:00–11:00"


def test_the_weekend_names_its_two_days() -> None:
    week = painted((4, 40, 118))
    assert summary_of(week) == "vendredi 20:00 à lundi 07:00"


def test_twenty_four_hours_is_daily_and_a_half_hour_more_is_not() -> None:
    assert summary_of(painted((2, 0, 48))) == f"mercredi{NBSP}: 00:00–24:00"
    assert summary_of(painted((2, 0, 49))) == "mercredi 00:00 à jeudi 00:30"


def test_nothing_and_everything_have_their_words() -> None:
    assert summary_of(empty_week()) == "aucune demi-heure"
    assert summary_of([[True] * 48] * 7) == "toute la semaine, jour et nuit"


def test_two_ranges_of_the_same_days_are_said_together() -> None:
    week = painted((1, 24, 4), (1, 40, 4), (3, 24, 4), (3, 40, 4))
    assert summary_of(week) == f"mardi et jeudi{NBSP}: 12:00–14:00 et 20:00–22:00"


def test_summary_follows_value() -> None:
    grid = WeekGrid(label="Calme")
    grid.value = painted((0, 40, 2))
    assert grid.summary == f"lundi{NBSP}: 20:00–21:00"


@pytest.mark.parametrize("mask", [[[False] * 48] * 6, [[False] * 47] * 7, []])
def test_a_week_of_another_shape_is_refused_and_the_previous_one_kept(mask: list[list[bool]]) -> None:
    grid = WeekGrid(label="Calme", value=painted((0, 40, 2)))
    with pytest.raises(TraitError, match="7 jours de 48 demi-heures"):
        grid.value = mask
    assert grid.value == painted((0, 40, 2))


# --- Tableaux -----------------------------------------------------------------------------------------------

COLUMNS = [
    {"id": "canal", "label": "Canal", "kind": "select", "options": [{"value": "ent", "label": "ENT"}]},
    {"id": "papier", "label": "Papier", "kind": "checkbox"},
]
ROWS = [{"id": "absence", "label": "Absence"}]


@pytest.mark.parametrize("value", [{}, {"absence": {"canal": "ent", "papier": True}}, {"absence": {"canal": None}}])
def test_matrix_takes_what_it_proposes(value: dict[str, dict[str, object]]) -> None:
    assert Matrix(label="Canaux", rows=ROWS, columns=COLUMNS, value=value).value == value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"absence": {"canal": "fax"}}, "fax"),
        ({"absence": {"papier": "oui"}}, "oui"),
        ({"cantine": {"canal": "ent"}}, "Ligne inconnue"),
        ({"absence": {"heure": "ent"}}, "Colonne inconnue"),
    ],
)
def test_matrix_refuses_the_rest_in_french(value: dict[str, dict[str, object]], said: str) -> None:
    with pytest.raises(TraitError, match=said):
        Matrix(label="Canaux", rows=ROWS, columns=COLUMNS, value=value)


def test_table_takes_rows_of_pandas_with_their_holes() -> None:
    frame = pd.DataFrame({"n": [1, 2], "x": [0.5, math.nan], "d": pd.to_datetime(["2026-01-02", "NaT"])})
    rows = DataTable(columns=[{"id": "n", "label": "n"}], rows=frame.to_dict("records")).rows
    assert rows == [{"n": 1, "x": 0.5, "d": "2026-01-02T00:00:00"}, {"n": 2, "x": None, "d": None}]
    assert plain_rows([{"n": frame["n"].iloc[0]}]) == [{"n": 1}]
    assert type(plain_rows([{"n": frame["n"].iloc[0]}])[0]["n"]) is int


def test_table_sorts_only_by_a_column_it_has() -> None:
    columns = [{"id": "n", "label": "n"}]
    assert DataTable(columns=columns, sort={"by": "n", "descending": True}).sort["by"] == "n"
    with pytest.raises(TraitError, match="n'existe pas"):
        DataTable(columns=columns, sort={"by": "m"})


# --- Graphiques ---------------------------------------------------------------------------------------------


def test_hours_and_differences_are_written_as_in_french() -> None:
    assert clock(1199) == "19:59"
    assert (signed(2), signed(-2), signed(0)) == ("2 de plus", "2 de moins", "sans changement")


@given(st.floats(0.001, 1e7))
def test_graduations_go_from_zero_to_the_highest_value_in_few_steps(highest: float) -> None:
    marks = ticks(highest)
    assert marks[0] == 0
    assert marks[-1] >= highest * (1 - 1e-9)
    assert 2 <= len(marks) <= 7
    assert marks[-2] < highest * (1 + 1e-9)


@pytest.mark.parametrize(
    ("highest", "marks"),
    [
        (0, [0, 1]),
        (-1, [0, 1]),
        (1, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (6, [0, 2, 4, 6]),
        (10, [0, 2, 4, 6, 8, 10]),
        (11, [0, 5, 10, 15]),
        (100, [0, 20, 40, 60, 80, 100]),
        (101, [0, 50, 100, 150]),
    ],
)
def test_graduations_are_round_numbers(highest: float, marks: list[float]) -> None:
    assert ticks(highest) == marks


def chart(kind: str) -> Chart:
    return next(part for _, part in results.charts() if part.kind == kind and part.data)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_gives_its_numbers_as_a_table_too(kind: str) -> None:
    picture = chart(kind).picture
    names = [column["id"] for column in picture["table"]["columns"]]
    assert picture["table"]["rows"]
    assert all(set(row) >= set(names) for row in picture["table"]["rows"])
    assert picture["title"]
    assert picture["alt"]
    assert "fictives" in picture["note"]


def test_bars_start_from_zero_and_are_of_their_total() -> None:
    row = chart("bars").picture["rows"][3]
    assert row["length"] == 3 / 24
    assert row["text"] == f"3 sur 24 (13{NBSP}%), entre 1 et 6"
    assert row["interval"] == [1 / 24, 6 / 24]
    assert row["strong"]


def test_a_bar_that_may_not_be_told_says_so_and_nothing_else() -> None:
    data = [{"label": "x", "count": None, "total": 40}, {"label": "y", "count": 30, "total": 40}]
    picture = Chart(kind="bars", title="t", alt="a", data=data).picture
    told, shown = picture["rows"]
    assert (told["hidden"], told["text"], told["length"], told["interval"]) == (True, "caché", 0, None)
    assert not shown["hidden"]
    assert [row["share"] for row in picture["table"]["rows"]] == [None, 75]
    alone = Chart(kind="bars", title="t", alt="a", data=[{"label": "x", "count": None}]).picture
    assert alone["rows"][0]["text"] == "caché"


def test_a_bar_told_in_a_range_is_drawn_from_one_end_to_the_other_and_has_no_share() -> None:
    data = [{"label": "x", "count": None, "total": 40, "low": 21, "high": 30, "said": "entre 21 et 30", "share": None}]
    picture = Chart(kind="bars", title="t", alt="a", data=data).picture
    near = picture["rows"][0]
    assert (near["hidden"], near["text"], near["length"]) == (True, "entre 21 et 30", 0)
    assert near["interval"] == [21 / 40, 30 / 40]
    assert [(row["low"], row["high"], row["share"]) for row in picture["table"]["rows"]] == [(21, 30, None)]


def test_the_words_and_the_share_of_a_bar_may_be_the_callers() -> None:
    data = [{"label": "x", "count": 7, "total": 12, "said": "7 sur 12 (60 %)", "share": 60}]
    picture = Chart(kind="bars", title="t", alt="a", data=data).picture
    assert picture["rows"][0]["text"] == "7 sur 12 (60 %)"
    assert picture["table"]["rows"][0]["share"] == 60


def test_bars_without_total_are_of_the_axis() -> None:
    picture = Chart(kind="bars", title="t", alt="a", data=[{"label": "x", "count": 7}]).picture
    assert picture["rows"][0]["text"] == "7"
    assert picture["rows"][0]["length"] == 7 / picture["axis"]["end"]


def test_an_axis_says_each_graduation_where_it_stands() -> None:
    counts = Chart(kind="bars", title="t", alt="a", data=[{"label": "x", "count": 6}]).picture["axis"]
    assert counts["end"] == 6
    assert [(mark["at"], mark["text"]) for mark in counts["ticks"]] == [(0, "0"), (2 / 6, "2"), (4 / 6, "4"), (1, "6")]
    shares = Chart(kind="bars", title="t", alt="a", data=[{"label": "x", "count": 6, "total": 8}]).picture["axis"]
    said = [(p / 100, f"{p}{NBSP}%") for p in (0, 25, 50, 75, 100)]
    assert (shares["end"], [(mark["at"], mark["text"]) for mark in shares["ticks"]]) == (1, said)


@pytest.mark.parametrize(
    ("more", "columns", "cells"),
    [
        ({}, ["label", "count"], {"label": "x", "count": 1}),
        ({"total": 3}, ["label", "count", "total", "share"], {"label": "x", "count": 1, "total": 3, "share": 33.3}),
        ({"low": 0, "high": 2}, ["label", "count", "low", "high"], {"label": "x", "count": 1, "low": 0, "high": 2}),
    ],
)
def test_the_table_of_bars_has_a_column_for_what_is_given(
    more: dict[str, int], columns: list[str], cells: dict[str, object]
) -> None:
    data = [{"label": "x", "count": 1, **more}]
    table = Chart(kind="bars", title="t", alt="a", data=data, unit="familles").picture["table"]
    assert [column["id"] for column in table["columns"]] == columns
    assert all(column["numeric"] and column["label"] for column in table["columns"][1:])
    assert table["columns"][1]["unit"] == "familles"
    assert table["rows"] == [cells]


@pytest.mark.parametrize("bounds", [{"low": 1}, {"high": 9}, {"low": None, "high": 9}])
def test_an_interval_with_one_bound_is_none(bounds: dict[str, float | None]) -> None:
    row = Chart(kind="bars", title="t", alt="a", data=[{"label": "x", "count": 6, **bounds}]).picture["rows"][0]
    assert (row["interval"], row["text"]) == (None, "6")


def test_an_interval_that_begins_at_zero_is_drawn() -> None:
    data = [{"label": "x", "count": 1, "low": 0, "high": 10}]
    row = Chart(kind="bars", title="t", alt="a", data=data).picture["rows"][0]
    assert row["interval"] == [0, 1]


def test_every_family_left_out_has_its_dot() -> None:
    assert [row["dots"] for row in chart("dots").picture["rows"]] == [21, 18, 8]


def test_beyond_500_a_dot_stands_for_several_and_says_so() -> None:
    exact = Chart(kind="dots", title="t", alt="a", data=[{"label": "x", "count": 500}]).picture
    several = Chart(kind="dots", title="t", alt="a", data=[{"label": "x", "count": 501}]).picture
    assert (exact["rows"][0]["dots"], exact["per_dot"]) == (500, "")
    assert (several["rows"][0]["dots"], several["per_dot"]) == (251, "Un point pour 2.")


def test_a_missing_week_breaks_the_line_and_stays_missing_in_the_table() -> None:
    picture = chart("lines").picture
    assert picture["series"][0]["points"][6] is None
    assert picture["table"]["rows"][6]["median"] is None


def test_a_line_without_any_value_is_an_empty_axis() -> None:
    sides = [{"id": "m", "label": "M"}]
    picture = Chart(kind="lines", title="t", alt="a", data=[{"label": "s1", "m": None}], series=sides).picture
    assert (picture["axis"]["end"], picture["series"][0]["points"], picture["series"][0]["last"]) == (1, [None], "")


def test_equal_answers_pile_up_so_that_each_member_keeps_a_mark() -> None:
    row = chart("ranges").picture["rows"][0]
    assert [mark["pile"] for mark in row["marks"]] == [0, 1, 2, 3, 4]
    assert row["text"] == f"d'accord{NBSP}: 20:00"


def test_answers_stand_at_their_place_on_the_scale_given() -> None:
    values = [{"label": f"m{v}", "value": v} for v in (20, 30, 50)]
    data = [{"label": "x", "values": values, "scale": (10, 60), "unit": "min"}]
    picture = Chart(kind="ranges", title="t", alt="a", data=data).picture
    row = picture["rows"][0]
    assert [mark["at"] for mark in row["marks"]] == [0.2, 0.4, 0.8]
    assert (row["stretch"], row["median"], row["ends"]) == ([0.2, 0.8], 0.4, ["10", "60"])
    assert picture["table"]["rows"][0] == {"label": "x", "member": "m20", "value": f"20{NBSP}min"}


def gaps(*rows: tuple[float, float, float]) -> dict[str, Any]:
    """What is drawn of rows of three values, the middle one being as things are."""
    data = [
        {
            "label": f"h{place}",
            "values": [
                {"label": name, "value": value} for name, value in zip(["bas", "tel", "haut"], row, strict=True)
            ],
            "now": row[1],
            "unit": "points",
        }
        for place, row in enumerate(rows)
    ]
    return Chart(kind="gaps", title="t", alt="a", data=data).picture


def test_gaps_share_one_scale_with_zero_on_it() -> None:
    picture = gaps((-1, 1, 3), (0.9, 1, 1.1))
    assert picture["zero"] == 0.25
    assert [row["ends"] for row in picture["rows"]] == [["\u22121", "3"]] * 2
    wide, narrow = (row["stretch"] for row in picture["rows"])
    assert wide == [0, 1]
    assert narrow[1] - narrow[0] == pytest.approx(0.05), "a small effect is drawn small"
    assert [row["median"] for row in picture["rows"]] == [0.5, 0.5], "as things are, in both rows"
    assert picture["rows"][0]["text"] == f"bas{NBSP}: \u22121{NBSP}point{NBSP}; haut{NBSP}: 3{NBSP}points"


@pytest.mark.parametrize(("row", "zero"), [((2, 3, 4), 0), ((-4, -3, -2), 1), ((0, 0, 0), 0)])
def test_zero_is_drawn_at_the_end_when_every_gap_is_on_one_side(row: tuple[float, float, float], zero: float) -> None:
    assert gaps(row)["zero"] == zero


def test_without_a_scale_the_answers_go_from_end_to_end() -> None:
    values = [{"label": f"m{v}", "value": v} for v in (20, 30, 60)]
    row = Chart(kind="ranges", title="t", alt="a", data=[{"label": "x", "values": values}]).picture["rows"][0]
    assert ([mark["at"] for mark in row["marks"]], row["ends"]) == ([0, 0.25, 1], ["20", "60"])
    alone = Chart(kind="ranges", title="t", alt="a", data=[{"label": "x", "values": values[:1] * 2}]).picture["rows"][0]
    assert ([mark["at"] for mark in alone["marks"]], alone["stretch"]) == ([0, 0], [0, 0])


def test_hours_share_one_scale_and_a_missing_hour_is_zero() -> None:
    data = [
        {"row": "lundi", "column": "08:00", "count": 4},
        {"row": "mardi", "column": "09:00", "count": 2, "marked": True},
    ]
    picture = Chart(kind="hours", title="t", alt="a", data=data, unit="notifications").picture
    assert [[cell["level"] for cell in row["cells"]] for row in picture["rows"]] == [[1, 0], [0, 0.5]]
    assert picture["rows"][1]["cells"][1]["marked"]
    assert picture["table"]["rows"] == [{"label": "lundi", "c0": 4, "c1": 0}, {"label": "mardi", "c0": 0, "c1": 2}]
    assert [column["label"] for column in picture["table"]["columns"]][1:] == ["08:00", "09:00"]
    assert picture["rows"][0]["cells"][0]["text"] == f"lundi, 08:00{NBSP}: 4{NBSP}notifications"


def test_all_zero_hours_are_drawn_without_dividing_by_zero() -> None:
    picture = Chart(kind="hours", title="t", alt="a", data=[{"row": "l", "column": "0", "count": 0}]).picture
    assert picture["rows"][0]["cells"][0]["level"] == 0


def test_compare_says_the_difference() -> None:
    assert [row["change"] for row in chart("compare").picture["rows"]] == ["3 de plus", "19 de plus", "4 de moins"]


@pytest.mark.parametrize("total", [{}, {"total": 10}])
def test_compare_gives_the_whole_in_its_table_when_there_is_one(total: dict[str, int]) -> None:
    data = [{"label": "x", "before": 4, "after": 6, **total}]
    sides = [{"id": "b", "label": "Avant"}, {"id": "a", "label": "Après"}]
    picture = Chart(kind="compare", title="t", alt="a", data=data, series=sides).picture
    names = [column["id"] for column in picture["table"]["columns"]]
    assert names == ["label", "before", "after", *total, "change"]
    assert [bar["length"] for bar in picture["rows"][0]["pair"]] == ([0.4, 0.6] if total else [4 / 6, 1])
    assert picture["axis"]["end"] == (1 if total else 6)
    assert picture["table"]["rows"][0]["change"] == 2


def test_show_changes_the_picture_in_one_message() -> None:
    bars = chart("bars")
    seen: list[str] = []
    bars.observe(lambda change: seen.append(change.new["title"]), "picture")
    bars.show(title="Nouveau constat", data=[{"label": "x", "count": 1, "total": 2}], alt="b")
    assert seen == ["Nouveau constat"]
    bars.title = "Encore"
    assert seen == ["Nouveau constat", "Encore"]


def test_show_refuses_what_is_not_an_input() -> None:
    with pytest.raises(TypeError, match="titre"):
        chart("bars").show(titre="x")


def test_no_data_is_drawn_as_empty() -> None:
    picture = Chart(kind="lines", title="t", alt="a", series=[{"id": "x", "label": "x"}]).picture
    assert picture["empty"]


def test_a_row_without_its_count_is_refused_in_french() -> None:
    with pytest.raises(TraitError, match="count"):
        Chart(kind="bars", title="t", alt="a", data=[{"label": "x"}])


# --- Avant et après, familles -------------------------------------------------------------------------------


def side(title: str, *values: float) -> dict[str, object]:
    return {"title": title, "lines": [{"label": f"l{i}", "value": v, "unit": "familles"} for i, v in enumerate(values)]}


def test_before_and_after_say_the_difference_in_words() -> None:
    part = BeforeAfter(label="x", before=side("a", 10, 0.3), after=side("b", 7, 0.3))
    assert [line["difference"] for line in part.pair["lines"]] == ["3 de moins", "sans changement"]
    assert part.pair["lines"][0]["after"] == f"7{NBSP}familles"
    part.show(before=side("a", 1), after=side("b", 2))
    assert part.pair["lines"][0]["difference"] == "1 de plus"
    part.show(before=side("a", 1, 1), after=side("b", 1.004, 1.01))
    assert [line["difference"] for line in part.pair["lines"]] == ["sans changement", "0,01 de plus"]


def test_before_and_after_with_other_lines_are_refused() -> None:
    with pytest.raises(TraitError, match="mêmes lignes"):
        BeforeAfter(label="x", before=side("a", 1), after=side("b", 1, 2))


def test_a_tone_is_a_word_too_and_the_neutral_one_has_none() -> None:
    words = FamilyCard(name="Mme D.").words
    assert (words["bon"], words["alerte"]) == ("à temps", "pas à temps")
    assert "neutre" not in words


def test_a_family_card_knows_its_tones() -> None:
    day = {"label": "lundi", "events": [{"time": "08:00", "text": "Reçu.", "tone": "bon"}]}
    assert FamilyCard(name="Mme D.", days=[day]).days == [day]
    with pytest.raises(TraitError, match="ton"):
        FamilyCard(name="Mme D.", days=[{"label": "lundi", "events": [{"text": "x", "tone": "triste"}]}])


def test_days_that_were_opened_stay_so_for_the_same_person_alone() -> None:
    card = FamilyCard()
    days = [{"label": "lundi", "events": [], "marks": [{"hour": 8.5, "step": "a_temps"}]}]
    card.show("Mme D.", days=days)
    card.opened = ["lundi"]
    card.show("Mme D.", days=days)
    assert card.opened == ["lundi"]
    card.show("M. B.", days=days)
    assert card.opened == []


# --- Une unité à côté d'un nombre ---------------------------------------------------------------------------


@given(st.sampled_from(UNITS), st.integers(0, 300).map(lambda hundredths: hundredths / 100))
def test_a_unit_beside_a_number_is_in_the_plural_from_two_on_wherever_it_is_shown(unit: str, count: float) -> None:
    """What a comparison, a chart and a control write of the same measure."""
    one = {"familles": "famille", "notifications par semaine": "notification par semaine"}.get(unit, unit)
    said = f"{number(count)}{NBSP}{unit if count >= 2 else one}"
    lines = {"title": "t", "lines": [{"label": "l", "value": count, "unit": unit}]}
    assert BeforeAfter(label="x", before=lines, after=lines).pair["lines"][0]["before"] == said
    row = {"label": "l", "values": [{"label": "m", "value": count}]}
    chart = Chart(kind="ranges", title="t", alt="a", data=[row], unit=unit)
    assert chart.picture["rows"][0]["text"] == f"d'accord{NBSP}: {said}"
    assert chart.picture["table"]["rows"][0]["value"] == said
    field = RangeField(label="x", unit=unit)
    question = Question(label="x", kind="number", unit=unit)
    assert (field.unit, field.unit_of_one, question.unit_of_one) == (unit, one, one)


def test_every_unit_of_the_screens_is_one_that_is_known_in_both_forms() -> None:
    """Given in the plural, by the text that names it: one that ended otherwise would keep its plural after one."""
    texts = [path.read_text(encoding="utf-8") for path in ROOT.glob("[lw]*/**/*.ftl")]
    said = re.findall(r"^(?:[\w-]+-unit| +\.unite|doubt-points) = (.+)$", "\n".join(texts), re.MULTILINE)
    assert len(said) > 15
    alike = {"mois", "fois par semaine", "Unité"}
    assert {unit for unit in said if unit_beside(1, unit) == unit} <= alike
    assert {unit_beside(1, unit) for unit in said} >= {"heure", "clé", "famille", "exemplaire", "mois", "point"}

"""A week that a team paints half-hour by half-hour, and the same week said in words."""

from __future__ import annotations

from itertools import groupby

import traitlets

from widgets.kit.part import Control, refuse
from widgets.texts import texts

DAYS = 7
SLOTS = 48
Mask = list[list[bool]]

t = texts("kit")
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def empty_week() -> Mask:
    """Return a week with nothing painted: seven days (Monday first) of 48 half-hours."""
    return [[False] * SLOTS for _ in range(DAYS)]


def summary_of(mask: Mask) -> str:
    """Return the painted half-hours in words: « lundi à jeudi : 20:00–07:00 ; vendredi 20:00 à lundi 07:00 ».

    Nothing is lost: two different weeks have two different summaries. A range that ends at or before its start
    ends on the next day; one of more than 24 hours names both its days. Sunday night runs into Monday morning.
    """
    painted = [half_hour for day in mask for half_hour in day]
    if not any(painted):
        return t("week-grid-nothing")
    if all(painted):
        return t("week-grid-everything")
    daily: dict[tuple[int, int], list[int]] = {}
    long: list[tuple[int, int]] = []
    for start, length in _runs(painted):
        if length > SLOTS:
            long.append((start, length))
        else:
            daily.setdefault((start % SLOTS, length), []).append(start // SLOTS)
    by_days: dict[tuple[int, ...], list[str]] = {}
    for (slot, length), days in sorted(daily.items()):
        by_days.setdefault(tuple(days), []).append(f"{_clock(slot)}–{_end_clock(slot + length)}")
    ranges = [(days[0], t("week-grid-daily", days=_days(days), hours=_list(hours))) for days, hours in by_days.items()]
    ranges += [(start // SLOTS, _long(start, length)) for start, length in long]
    return t("week-grid-between").join(text for _, text in sorted(ranges, key=lambda pair: pair[0]))


def _runs(painted: list[bool]) -> list[tuple[int, int]]:
    """Return each unbroken run as (first half-hour of the week, length); the week is a circle."""
    total = len(painted)
    starts = [i for i in range(total) if painted[i] and not painted[i - 1]]
    return [(i, next(n for n in range(1, total) if not painted[(i + n) % total])) for i in starts]


def _clock(slot: int) -> str:
    return f"{slot // 2:02d}:{'30' if slot % 2 else '00'}"


def _end_clock(end: int) -> str:
    """A range ends at « 24:00 » rather than at the next day's « 00:00 »."""
    return _clock(end if end <= SLOTS else end - SLOTS)


def _long(start: int, length: int) -> str:
    last = start + length - 1
    return t(
        "week-grid-long",
        first=_day(start // SLOTS),
        start=_clock(start % SLOTS),
        last=_day(last // SLOTS % DAYS),
        end=_clock(last % SLOTS + 1),
    )


def _day(day: int) -> str:
    return t(f"week-grid-{DAY_NAMES[day]}")


def _days(days: tuple[int, ...]) -> str:
    """« tous les jours », « lundi à jeudi et samedi », « mardi et jeudi »."""
    if len(days) == DAYS:
        return t("week-grid-every-day")
    stretches = [[day for _, day in group] for _, group in groupby(enumerate(days), lambda pair: pair[1] - pair[0])]
    words: list[str] = []
    for stretch in stretches:
        if len(stretch) > 2:
            words.append(t("week-grid-stretch", first=_day(stretch[0]), last=_day(stretch[-1])))
        else:
            words += [_day(day) for day in stretch]
    return _list(words)


def _list(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return t("week-grid-and", first=", ".join(words[:-1]), last=words[-1])


class WeekGrid(Control):
    """A week that a team paints, by mouse, finger, keyboard or « de … à … » fields.

    `value` is seven lists (Monday first) of 48 booleans (half-hours from 00:00), True where painted;
    `summary` is the same in words, kept up to date. Setting another shape raises a TraitError.
    """

    word_keys = (
        *("keys", "range_legend", "from", "to", "paint", "erase", "no_day"),
        *DAY_NAMES,
        *(f"{name}_short" for name in DAY_NAMES),
    )

    painted_label = traitlets.Unicode("").tag(sync=True)
    free_label = traitlets.Unicode("").tag(sync=True)
    value: traitlets.List[list[bool]] = traitlets.List().tag(sync=True)
    summary = traitlets.Unicode("").tag(sync=True)

    @traitlets.default("value")
    def _nothing_painted(self) -> Mask:
        return empty_week()

    @traitlets.default("summary")
    def _first_summary(self) -> str:
        return summary_of(self.value)

    @traitlets.default("painted_label")
    def _painted(self) -> str:
        return t("week-grid-painted")

    @traitlets.default("free_label")
    def _free(self) -> str:
        return t("week-grid-free")

    @traitlets.validate("value")
    def _seven_days_of_half_hours(self, proposal: dict[str, Mask]) -> Mask:
        mask = proposal["value"]
        if len(mask) != DAYS or any(len(day) != SLOTS for day in mask):
            raise refuse("week-grid-shape")
        return [[bool(half_hour) for half_hour in day] for day in mask]

    @traitlets.observe("value")
    def _say(self, _change: object) -> None:
        self.summary = summary_of(self.value)

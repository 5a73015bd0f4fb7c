"""Ce qu'on ne sait pas d'une simulation : ce que change le hasard, ce que change chaque hypothèse, et jusqu'où.

Three questions, three functions. `replicated`: how far does chance alone move each figure? `tornado`: which
hypothesis, within its range, moves a figure most? `what_would_change` : which of them would overturn a conclusion?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.messaging.delivery.simulate import deliver
from liaison.messaging.policy.policy import Policy
from liaison.messaging.reading.indicators import Indicators, indicators
from liaison.messaging.traffic.clock import Period
from liaison.messaging.traffic.hypotheses import SimulationHypotheses, load_hypotheses, with_values
from liaison.messaging.traffic.prepared import Prepared, drawn_again, prepare
from liaison.rules import rule
from liaison.school.tables import School
from liaison.school.vocabulary import SchoolKind

phrase = french_beside(__file__)

# With that many draws, one more falls between the lowest and the highest nine times in ten: 18 of 20 places.
ENOUGH_DRAWS = 19
CHANCE_DRAWS = 10  # a comparison that chance overturns one time in four is seen to be so 94 times in 100
BISECTIONS = 6
Outcome = Callable[[Indicators], float]
Margin = Callable[[SimulationHypotheses], float]


class _Computed(BaseModel):
    model_config = ConfigDict(frozen=True)


class Range(_Computed):
    """Between which values a hypothesis is tried; `chemin` is its place, as in comportement/fourchettes."""

    chemin: str
    label: str
    bas: float
    haut: float
    facteur: bool = False
    plafond: float | None = None


class Interval(_Computed):
    """One figure over the draws that have it: its mean, and two of its values.

    From `ENOUGH_DRAWS` draws on, one more would fall between them nine times in ten, and so do nine in ten of these;
    with fewer, they are the lowest and the highest, and promise nothing of one more.
    """

    mean: float
    low: float
    high: float
    draws: int


class HypothesisSwing(_Computed):
    """What a figure becomes when one hypothesis alone goes to each end of its range."""

    range: Range
    at_low: float
    at_high: float

    @property
    def spread(self) -> float:
        """How far this hypothesis moves the figure."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class Trial:
    """A school, a period and a seed: what stays the same when a hypothesis or a policy changes."""

    school: School
    period: Period
    seed: int

    def measured(self, policy: Policy, hypotheses: SimulationHypotheses | None = None) -> Indicators:
        """Return the indicators of a policy; the same draws for all policies and hypotheses."""
        return indicators(deliver(prepare(self.school, self.period, self.seed, hypotheses), policy))

    def usual(self) -> SimulationHypotheses:
        """Return the hypotheses of the suite on the first day."""
        return load_hypotheses(self.period.start)


def informed_share(measured: Indicators) -> float:
    """Return the share (0 to 1) of messages that inform their family in time."""
    return measured.reach.share


def left_out_share(measured: Indicators) -> float:
    """Return the share (0 to 1) of families left out."""
    return len(measured.left_out_families) / measured.families if measured.families else 0.0


def ranges(trial: Trial) -> tuple[Range, ...]:
    """Return the range of each hypothesis, for the kind of the school."""
    tables: list[dict[str, Any]] = rule("comportement/fourchettes", trial.period.start).value
    return tuple(Range.model_validate(table) for table in tables)


def figures(measured: Indicators) -> dict[str, float]:
    """Return every indicator as one number, by its path: `reach.share`, `by_purpose.absence.median_min`…

    A delay that nobody has is absent.
    """
    flat = {"reach.share": measured.reach.share, "left_out.share": left_out_share(measured)}
    for table, lines, key in (
        ("by_profile", measured.by_profile, "profile"),
        ("by_purpose", measured.by_purpose, "purpose"),
        ("left_out", measured.left_out, "reason"),
    ):
        for line in lines:
            name = f"{table}.{getattr(line, key)}"
            flat |= _numbers(name, line.model_dump())
            if table != "left_out":
                flat[f"{name}.share"] = line.share  # type: ignore[union-attr]
    for table in ("reach", "load", "staff", "shared"):
        flat |= _numbers(table, getattr(measured, table).model_dump())
    return flat | {"families": float(measured.families), "duplicates": float(measured.duplicates)}


def _numbers(name: str, values: dict[str, Any]) -> dict[str, float]:
    return {f"{name}.{key}": float(value) for key, value in values.items() if isinstance(value, int | float)}


def replicated(
    trial: Trial,
    policy: Policy,
    replications: int,
    hypotheses: SimulationHypotheses | None = None,
    done: Callable[[int], object] = lambda _draws: None,
) -> dict[str, Interval]:
    """Return the interval of every figure over as many seeds, the trial's first: chance alone, nothing else changed.

    A figure that a seed does not have (a delay nobody has, a reason that left no one out) is read on the others;
    counts by reason are 0 there. `done` is told how many draws are made after each; what it raises ends all.

    Raises:
        ValueError: fewer than two replications.
    """
    if replications < 2:
        raise ValueError(phrase("deux-repetitions"))
    each = []
    for draw in range(replications):
        each.append(figures(Trial(trial.school, trial.period, trial.seed + draw).measured(policy, hypotheses)))
        done(draw + 1)
    names = sorted({name for draw_figures in each for name in draw_figures})
    return {name: _interval(name, each) for name in names}


def _interval(name: str, each: Sequence[dict[str, float]]) -> Interval:
    absent_is_none = name.startswith("left_out.")
    values = [drawn_figures.get(name, 0.0) for drawn_figures in each if absent_is_none or name in drawn_figures]
    low, high = _nine_in_ten(sorted(values))
    return Interval(mean=float(np.mean(values)), low=low, high=high, draws=len(values))


def _nine_in_ten(ranked: Sequence[float]) -> tuple[float, float]:
    """Return the narrowest pair of opposite ranks between which one more draw falls nine times in ten.

    One more of n draws is as likely in each of the n + 1 places between them, whatever its law: it falls between the
    k-th lowest and the k-th highest n + 1 - 2 k times in n + 1. The extremes, where no pair is that wide.
    """
    rank = max(1, (len(ranked) + 1) // (ENOUGH_DRAWS + 1))
    return ranked[rank - 1], ranked[-rank]


def moved(hypotheses: SimulationHypotheses, bounds: Range, value: float, kind: SchoolKind) -> SimulationHypotheses:
    """Return the hypotheses with one of them at a value of its range (or multiplied by it), kept within its limits.

    Raises:
        HypothesesError: the range names no known hypothesis.
    """
    steps = bounds.chemin.replace("TYPE", kind).split(".")
    return with_values(hypotheses, _placed(hypotheses.model_dump(), steps, bounds, value))


def _placed(known: Any, steps: list[str], bounds: Range, value: float) -> Any:
    if steps:
        names = list(known) if steps[0] == "*" else [steps[0]]
        return {name: _placed(known.get(name), steps[1:], bounds, value) for name in names}
    if known is None:  # no such hypothesis: `with_values` says so
        return value
    if isinstance(known, int):
        return round(value)
    after = known * value if bounds.facteur else value
    return after if bounds.plafond is None else min(after, bounds.plafond)


def usual_value(hypotheses: SimulationHypotheses, bounds: Range, kind: SchoolKind) -> float:
    """Return where a hypothesis stands now on the scale of its range: its value, or 1 for a factor."""
    value: Any = 1.0 if bounds.facteur else hypotheses.model_dump()
    for step in () if bounds.facteur else bounds.chemin.replace("TYPE", kind).split("."):
        value = value[step]
    return float(value)


def tornado(
    trial: Trial, margin: Margin, hypotheses: SimulationHypotheses | None = None, tried: Sequence[Range] | None = None
) -> tuple[HypothesisSwing, ...]:
    """Return one bar per hypothesis, the one that moves `margin` most first; each alone, the others as usual."""
    usual = hypotheses or trial.usual()
    bars = []
    for bounds in ranges(trial) if tried is None else tried:
        low, high = (margin(moved(usual, bounds, end, trial.school.kind)) for end in (bounds.bas, bounds.haut))
        bars.append(HypothesisSwing(range=bounds, at_low=low, at_high=high))
    return tuple(sorted(bars, key=lambda bar: -bar.spread))


class Span(_Computed):
    """Between which values a figure stays when each hypothesis, alone, is at an end of its range.

    `by` is the one that moves the figure most (None: none does).
    """

    low: float
    high: float
    by: str | None


@dataclass(frozen=True)
class Explored:
    """Every figure of a policy as usual, and at both ends of the range of each hypothesis."""

    usual: dict[str, float]
    ends: tuple[tuple[Range, dict[str, float], dict[str, float]], ...]

    def bars(self, name: str) -> tuple[HypothesisSwing, ...]:
        """Return one bar per hypothesis for this figure, the one that moves it most first."""
        still = self.usual[name]
        bars = [
            HypothesisSwing(range=bounds, at_low=low.get(name, still), at_high=high.get(name, still))
            for bounds, low, high in self.ends
        ]
        return tuple(sorted(bars, key=lambda bar: -bar.spread))

    def span(self, name: str) -> Span:
        """Return between which values this figure stays."""
        bars = self.bars(name)
        values = [self.usual[name], *(bar.at_low for bar in bars), *(bar.at_high for bar in bars)]
        return Span(low=min(values), high=max(values), by=bars[0].range.label if bars and bars[0].spread else None)


def explored(trial: Trial, policy: Policy, hypotheses: SimulationHypotheses | None = None) -> Explored:
    """Return every figure at both ends of the range of each hypothesis, the others as usual."""
    usual, kind = hypotheses or trial.usual(), trial.school.kind

    def at(bounds: Range, value: float) -> dict[str, float]:
        return figures(trial.measured(policy, moved(usual, bounds, value, kind)))

    ends = tuple((bounds, at(bounds, bounds.bas), at(bounds, bounds.haut)) for bounds in ranges(trial))
    return Explored(figures(trial.measured(policy, usual)), ends)


def advantage(trial: Trial, policy: Policy, other: Policy, outcome: Outcome) -> Margin:
    """Return how the lead of one policy over another depends on the hypotheses: positive, it has more of it."""

    def lead(hypotheses: SimulationHypotheses) -> float:
        prepared = prepare(trial.school, trial.period, trial.seed, hypotheses)
        first, second = (outcome(indicators(deliver(prepared, each))) for each in (policy, other))
        return first - second

    return lead


class Tipping(_Computed):
    """A hypothesis that overturns the conclusion within its range, and the value at which it does."""

    range: Range
    value: float
    beyond: bool  # the conclusion falls above the value (else below it)


class Doubt(_Computed):
    """What a conclusion hangs on: its margin, chance, the hypotheses by weight, and those that would overturn it.

    `chance` is the margin over some draws (None: not asked); what chance overturns, no hypothesis is said to overturn.
    """

    margin: float
    chance: Interval | None
    bars: tuple[HypothesisSwing, ...]
    tippings: tuple[Tipping, ...]
    sentence: str


def by_chance(
    trial: Trial,
    lead: Callable[[Trial], Margin],
    hypotheses: SimulationHypotheses | None = None,
    draws: int = CHANCE_DRAWS,
) -> Interval:
    """Return a margin over as many seeds, the trial's first: chance alone, nothing else changed."""
    usual = hypotheses or trial.usual()
    trials = (Trial(trial.school, trial.period, trial.seed + draw) for draw in range(draws))
    return extent(lead(each)(usual) for each in trials)


def drawn(prepared: Prepared, draws: int = CHANCE_DRAWS) -> Iterator[Prepared]:
    """Return the same simulation over as many seeds, its own first: those on which policies are compared."""
    return (another_draw(prepared, rank) for rank in range(draws))


def another_draw(prepared: Prepared, rank: int) -> Prepared:
    """Return the same simulation on the draw of that rank; 0: its own."""
    return drawn_again(prepared, prepared.seed + rank) if rank else prepared


def extent(margins: Iterable[float]) -> Interval:
    """Return between which values a margin went, one value by draw."""
    values = list(margins)
    return Interval(mean=float(np.mean(values)), low=min(values), high=max(values), draws=len(values))


def overturned(chance: Interval | None) -> bool:
    """Return whether some draws say one thing and others another, or nothing: chance is then enough to explain it.

    The one meaning of « le hasard suffit », wherever two policies are compared: they meet the same draws, so that what
    counts is how their difference moves from draw to draw, less than each of them does.
    """
    return chance is not None and chance.low <= 0 <= chance.high and chance.low < chance.high


def what_would_change(
    trial: Trial, margin: Margin, hypotheses: SimulationHypotheses | None = None, chance: Interval | None = None
) -> Doubt:
    """Return which hypothesis, alone and within its range, overturns the sign of `margin`, and from which value.

    `chance`: the margin over some draws (see `by_chance`); when it alone overturns the sign, that is the conclusion.
    """
    usual = hypotheses or trial.usual()
    base = margin(usual)
    bars = tornado(trial, margin, usual)
    tried = () if overturned(chance) else bars
    tippings = tuple(tipping for bar in tried for tipping in _tippings(trial, margin, usual, bar, base))
    sentence = _chance_words(bars) if overturned(chance) else _sentence(base, bars, tippings)
    return Doubt(margin=base, chance=chance, bars=bars, tippings=tippings, sentence=typeset(sentence))


def _tippings(
    trial: Trial, margin: Margin, usual: SimulationHypotheses, bar: HypothesisSwing, base: float
) -> list[Tipping]:
    """Return the values nearest to the usual one, on each side, from which the conclusion falls."""
    bounds, kind = bar.range, trial.school.kind
    start, tippings = usual_value(usual, bounds, kind), []
    for end, there in ((bounds.bas, bar.at_low), (bounds.haut, bar.at_high)):
        if base == 0 or _holds(there, base):
            continue
        good, bad = start, end
        for _ in range(BISECTIONS):
            middle = (good + bad) / 2
            if _holds(margin(moved(usual, bounds, middle, kind)), base):
                good = middle
            else:
                bad = middle
        tippings.append(Tipping(range=bounds, value=bad, beyond=end > start))
    return tippings


def _holds(value: float, base: float) -> bool:
    return value * base > 0


def _chance_words(bars: Sequence[HypothesisSwing]) -> str:
    most = [phrase("celle-qui-compte", hypothesis=bars[0].range.label)] if bars else []
    return " ".join([phrase("le-hasard-renverse"), *most])


def _sentence(base: float, bars: Sequence[HypothesisSwing], tippings: Sequence[Tipping]) -> str:
    if base == 0:
        return phrase("jeu-egal")
    if tippings:
        return phrase("changer-d-avis", tippings=" ; ou ".join(_tipping_words(tipping) for tipping in tippings[:3]))
    if not bars:
        return phrase("rien-d-essaye")
    return phrase("rien-ne-change", hypothesis=bars[0].range.label)


def _tipping_words(tipping: Tipping) -> str:
    side = "au-dessus" if tipping.beyond else "au-dessous"
    key = f"bascule-{side}-facteur" if tipping.range.facteur else f"bascule-{side}"
    return phrase(key, hypothesis=tipping.range.label, value=number(tipping.value))

"""Ce que dit une équipe de ses politiques, en phrases : ce que chacune fait, ce que pèse un désaccord."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from liaison.base.numbers import number
from liaison.base.words import joined, lower_first, named
from liaison.messaging.policy.matters import starts_of
from liaison.messaging.vocabulary import PROFILE_LABELS
from widgets.messaging.team import TeamState
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.policy.matters import Alternative
    from liaison.messaging.search.stakes import OptionEffect, PolicyFigures, ProfileCount, Stake

t = texts("messaging_team")
FIGURES = ("out", "work", "disturbed")


def work_words(hours: float) -> str:
    """Return hours of work a week: « 18,9 h »."""
    from liaison.messaging.search.aims import amount_words

    return t("hours", hours=amount_words("travail_personnels", hours))


def figures_cells(figures: PolicyFigures) -> dict[str, str]:
    """Return the three figures of a policy, in the order of `FIGURES`, as a table has them."""
    return {"out": number(figures.out), "work": work_words(figures.work), "disturbed": number(figures.disturbed)}


def figures_words(figures: PolicyFigures) -> str:
    """Return what a policy makes of a school, inside a sentence."""
    return t("figures", out=figures.out, disturbed=figures.disturbed, work=work_words(figures.work))


def finding_words(names: Sequence[str], figures: Sequence[PolicyFigures]) -> str:
    """Return what the plot shows: the policy that does best on all three, or the best on each. As they read."""
    from liaison.messaging.search.stakes import best_on_each

    best = {key: [names[place] for place in places] for key, places in best_on_each(figures).items()}
    alike = len(names)
    everywhere = [name for name in names if all(name in best[key] for key in FIGURES)]
    if len(everywhere) == alike:
        return t("finding-alike")
    if everywhere:
        return t("finding-best", names=named(everywhere), count=len(everywhere))
    return t("finding-none", **{key: _best_words(best[key], alike) for key in FIGURES})


def _best_words(names: Sequence[str], of: int) -> str:
    return t("all-alike") if len(names) == of else named(names)


def width_words(stake: Stake, families: int) -> str:
    """Return how many families depend on a disagreement, of those of the school."""
    return t("width", count=stake.width, total=families)


def wanted_by(option: Alternative, names: Sequence[str]) -> str:
    """Return, of the names of the policies, those that have a value, in words."""
    return named(names[place] for place in option.wanted_by)


def option_lines(stake: Stake, effect: OptionEffect, names: Sequence[str]) -> list[str]:
    """Return what is said of a value: who wants it, what it makes of the school, whom it helps and harms."""
    first = effect is stake.effects[0]
    wanted = wanted_by(effect.option, names)
    lines = [t("wanted-by", names=wanted) if wanted else t("wanted-by-nobody")]
    lines.append(t("makes", figures=figures_words(effect.figures)))
    if first:
        lines.append(t("start-from"))
    else:
        lines += _beside(effect, stake.effects[0])
    if effect.remarks:
        lines.append(t("against-a-text", titles=remarks_words(effect)))
    return lines


def _beside(effect: OptionEffect, start: OptionEffect) -> list[str]:
    """Return what a value brings and costs, and to whom, beside the one that the team starts from."""
    from liaison.messaging.search.aims import gap_words

    better, worse = effect.better, effect.worse
    brings = [t("better", count=better.families, who=_who(better))] if better.families else []
    costs = [t("worse", count=worse.families, who=_who(worse))] if worse.families else []
    hours = effect.figures.work - start.figures.work
    if gap := gap_words("travail_personnels", start.figures.work, effect.figures.work):
        words = t("less-work" if hours < 0 else "more-work", hours=t("hours", hours=gap))
        (brings if hours < 0 else costs).append(words)
    lines = [t(key, what=joined(parts)) for key, parts in (("brings", brings), ("costs", costs)) if parts]
    lines += [t("exchanges", count=effect.exchanged)] if effect.exchanged else []
    return lines or [t("nobody-moves")]


def _who(counted: ProfileCount) -> str:
    if not counted.profile:
        return ""
    label = lower_first(PROFILE_LABELS[counted.profile])
    return t("who", label=label, count=counted.of_profile, total=counted.families)


def remarks_words(effect: OptionEffect) -> str:
    """Return the titles of what a law or a règlement newly says of a value."""
    from liaison.messaging.policy.compliance import catalogue

    return named(catalogue()[code].title for code in sorted(effect.remarks))


def pending_words(team: TeamState) -> list[str]:
    """Return, of what is not settled, which values stand meanwhile, and of how many each group's is that one."""
    settled = team.settled()
    starts = starts_of([matter for matter in team.matters if matter.key not in settled])
    if not starts.count:
        return []
    groups = [t("rest-of-group", name=name, count=starts.of(at)) for at, name in enumerate(team.names)]
    return [
        t("rest", count=starts.count),
        t("rest-from", groups=joined(groups), shared=starts.shared, nobody=starts.nobody),
    ]


def range_words(values: Sequence[float], words: Callable[[Any], str] = number) -> str:
    """Return how far values go: « de 14 à 51 », or the one that they all have."""
    least, most = words(min(values)), words(max(values))
    return least if least == most else t("range", least=least, most=most)


def card_options(team: TeamState, stake: Stake) -> list[dict[str, Any]]:
    """Return the values of a disagreement as a card shows them, each line also as a room reads it."""
    return [
        {
            "value": effect.option.words,
            "lines": option_lines(stake, effect, team.names),
            "room": option_lines(stake, effect, team.room_names),
        }
        for effect in stake.effects
    ]


__all__ = [
    "FIGURES",
    "card_options",
    "figures_cells",
    "figures_words",
    "finding_words",
    "option_lines",
    "pending_words",
    "range_words",
    "wanted_by",
    "width_words",
    "work_words",
]

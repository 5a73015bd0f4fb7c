"""Ce qu'une recherche a trouvé, en phrases : ce qui atteint le but, ce qu'il en coûte, qui y gagne, qui reste."""

from __future__ import annotations

from typing import Literal

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined, lower_first, named, upper_first
from liaison.messaging.reading.changed_words import chance_words, count_words, judged, price_sentence, side_words
from liaison.messaging.reading.uncertainty import overturned
from liaison.messaging.search.aims import SHARES, Side, amount_words, read_as, shown_number, value_words
from liaison.messaging.search.result import SearchResult
from liaison.messaging.search.tried import SIDES, GoalReach, Reliability, Tried, less, price
from liaison.messaging.vocabulary import PROFILE_LABELS

phrase = french_beside(__file__)


def changes_words(candidate: Tried) -> str:
    """Return the changes of a policy in one sentence, without its full stop."""
    return " ; ".join(move.label for move in candidate.changes) or phrase("telle-qu-elle-est")


def verdict(outcome: SearchResult) -> str:
    """Return what is decided, in a few words: whether the aim is reached, by how many changes, and how much is paid.

    Which changes, and what they cost, are those of the first trail.
    """
    best = outcome.best
    if best is None and outcome.free:
        return typeset(_none(outcome))
    if best is None or not best.changes:
        return conclusion(outcome)
    reaches = " ; ".join(filter(None, (_enough(outcome, best), _fewer(outcome, best))))
    return typeset(_sentences(f"{reaches}.", _price_counted(outcome, best)))


def _none(outcome: SearchResult) -> str:
    key = "aucune-n-atteint-par-hasard" if outcome.nearest.reached.by_chance else "aucune-n-atteint"
    return phrase(key, tried=outcome.tried, counted=number(outcome.tried))


def _enough(outcome: SearchResult, best: Tried) -> str:
    """Return how surely the best reaches the aim, and by how many changes."""
    key = "suffit" if _all_needed(outcome, best) else "atteignent"
    if best.held != Reliability.ALWAYS:
        key = _as_drawn("ici", best.reached)
    return phrase(key, changes=len(best.changes), counted=phrase("combien", changes=len(best.changes)))


def _all_needed(outcome: SearchResult, best: Tried) -> bool:
    # What chance is enough to explain is not said to be enough, by so many changes or by fewer.
    return best.held != Reliability.ALWAYS or outcome.enough == best


def _fewer(outcome: SearchResult, best: Tried) -> str:
    """Return how many changes are enough at a higher price, where they are fewer; "" where there are no fewer."""
    if _all_needed(outcome, best) or outcome.enough is None:
        return ""
    least = len(outcome.enough.changes)
    return phrase("a-moins", least=least, counted=lower_first(phrase("combien", changes=least)))


def _as_drawn(key: str, reached: GoalReach) -> str:
    """Return the key of what is said on every draw, only on the one that is shown, or where no other was tried."""
    if reached.chance is None:
        return f"{key}-seul"
    return f"{key}-par-hasard" if reached.by_chance else key


def reached_words(reached: GoalReach) -> str:
    """Return whether a goal is reached, and that chance is enough to explain it where it is."""
    return phrase(_as_drawn("atteint" if reached.here else "pas-atteint", reached))


def goals_counted(outcome: SearchResult, candidate: Tried) -> str:
    """Return how many goals a policy reaches; those that chance is enough to explain are counted apart."""
    each = outcome.reached(candidate)
    sure, more = (sum(goal.held == held for goal in each) for held in (Reliability.ALWAYS, Reliability.HERE))
    key = "buts-atteints" if not more else "buts-atteints-par-hasard" if candidate.draws else "buts-atteints-seuls"
    return phrase(key, sure=sure, more=more, total=len(each))


def value_by_chance(outcome: SearchResult, candidate: Tried) -> str:
    """Return the value by which single changes are ranked, and that chance is enough to explain it where it is.

    Of a value that reads the same there is nothing to explain.
    """
    measure = outcome.aim.rank_by
    words, before = (value_words(measure, each.rank) for each in (candidate, outcome.start))
    return (
        typeset(f"{words} ({chance_words()})")
        if overturned(candidate.chance.get(measure)) and words != before
        else words
    )


def _price_counted(outcome: SearchResult, candidate: Tried) -> str:
    paid, remarks = len(price(outcome.start, candidate)), len(outcome.new_remarks(candidate))
    counted = [phrase("nettement" if candidate.chance else "sur-ce-tirage", paid=paid)] if paid else []
    counted += [phrase("constats", remarks=remarks)] if remarks else []
    return price_sentence(joined(counted)) if counted else ""


def conclusion(outcome: SearchResult) -> str:
    """Return in one sentence whether the aim is reached, and by what."""
    best = outcome.best
    if best is None and not outcome.free:
        return typeset(phrase("tout-est-garde"))
    if best is None:
        return typeset(_sentences(_none(outcome), _nearest(outcome)))
    if not best.changes:
        return typeset(phrase(_as_drawn("telle-quelle", best.reached)))
    reaches = f"{_enough(outcome, best)} : {_listed(best)}."
    fewer = upper_first(_fewer(outcome, best))
    less_at_more = f"{fewer} : {_listed(outcome.enough)}." if fewer and outcome.enough else ""
    return typeset(_sentences(reaches, less_at_more, price_words(outcome, best), proof_words(outcome)))


def proof_words(outcome: SearchResult) -> str:
    """Return what was tried to say that several changes are needed, and what was not; "" where nothing is so said."""
    best = outcome.best
    if best is None or best.held != Reliability.ALWAYS or outcome.stopped:
        return ""
    several = len(best.changes) > 1 and _all_needed(outcome, best)
    return typeset(phrase("moins-n-y-suffit", changes=len(best.changes))) if several else ""


def _nearest(outcome: SearchResult) -> str:
    if outcome.nearest.changes:
        return phrase("la-plus-proche", changes=_listed(outcome.nearest))
    return phrase("aucune-ne-s-approche") if outcome.tried > 1 else ""


def price_words(outcome: SearchResult, candidate: Tried) -> str:
    """Return what a policy makes much worse, and what its check newly says; "" when there is nothing of either."""
    paid = price(outcome.start, candidate)
    worse = joined(words for measure, words in _changed(outcome, candidate).items() if measure in paid)
    sentence = price_sentence(worse, one_draw=not candidate.chance) if worse else ""
    return typeset(_sentences(sentence, _lost_words(outcome, candidate), _remarks_words(outcome, candidate)))


def _lost_words(outcome: SearchResult, candidate: Tried) -> str:
    """Return which goals the policy as it is reaches and this one does not; "" for none."""
    each = zip(outcome.aim.goals, outcome.start.goals, candidate.goals, strict=True)
    lost = [
        f"« {upper_first(goal.words())} »" for goal, before, after in each if goal.reached(before) > goal.reached(after)
    ]
    return phrase("buts-perdus", count=len(lost), goals=joined(lost)) if lost else ""


def _remarks_words(outcome: SearchResult, candidate: Tried) -> str:
    titles = outcome.new_remarks(candidate)
    return phrase("constats-de-plus", remarks=len(titles), titles=named(titles)) if titles else ""


def _sentences(*some: str) -> str:
    return " ".join(filter(None, some))


def _changed(outcome: SearchResult, candidate: Tried) -> dict[Side, str]:
    """Return, in words, what each side then the families left out become, where they differ."""
    bounds: dict[Side, float] = {goal.measure: goal.bound for goal in outcome.aim.goals}
    changed = {
        measure: _beside(measure, outcome.start.sides[measure], candidate.sides[measure], bounds.get(measure))
        for measure in SIDES
    }
    before, after = (each.left_out_count for each in (outcome.start, candidate))
    if before != after:
        changed["part_laissee"] = count_words("laissees", before, after)
    return {measure: words for measure, words in changed.items() if words}


def _is_better(outcome: SearchResult, candidate: Tried, measure: Side) -> bool:
    if measure == "part_laissee":
        return candidate.left_out_count < outcome.start.left_out_count
    return less(measure, candidate.sides[measure]) < less(measure, outcome.start.sides[measure])


def _judged(outcome: SearchResult, candidate: Tried, measure: Side, much: bool) -> str:
    return judged(_is_better(outcome, candidate, measure), candidate.chance.get(measure), much)


def _listed(candidate: Tried) -> str:
    return " ; ".join(lower_first(move.label) for move in candidate.changes)


def goals_words(outcome: SearchResult, candidate: Tried) -> list[str]:
    """Return each goal, what this policy gives, and whether it is reached."""
    lines = []
    for goal, value, reached in zip(outcome.aim.goals, candidate.goals, outcome.reached(candidate), strict=True):
        here = value_words(goal.measure, value, None if reached.here else goal.bound)
        goal_here = phrase("but-ici", goal=upper_first(goal.words()), here=here, reached=reached_words(reached))
        lines.append(typeset(goal_here))
    return lines


def cost_words(outcome: SearchResult, candidate: Tried) -> list[str]:
    """Return, a sentence each, what a policy gains and what it costs, beside the policy as it is."""
    paid = price(outcome.start, candidate)
    effects = [
        f"{upper_first(words)} : {_judged(outcome, candidate, measure, measure in paid)}."
        for measure, words in _changed(outcome, candidate).items()
    ]
    effects += filter(None, (_lost_words(outcome, candidate), _remarks_words(outcome, candidate)))
    return [typeset(sentence) for sentence in effects or [phrase("rien-d-autre")]]


def _beside(measure: Side, before: float, after: float, bound: float | None) -> str:
    # Beside a goal, the same number has the same decimals: enough to tell it from the bound.
    # The sentence says the unit of what is no share.
    words = value_words if read_as(measure) in SHARES else amount_words
    first, second = (words(measure, value, bound) for value in (before, after))
    if first == second:
        return ""
    return side_words(measure, first, second, hours=int(shown_number(measure, after)))


def who_gains_and_loses(profiles: dict[str, tuple[int, int]], candidate: Tried) -> str:
    """Return which profiles are left out less, and which more; `profiles`: families before and after, by profile.

    They are counted on one draw: where chance is enough to explain how many families the candidate leaves out, it is
    for each.
    """
    gains = [_among(name, "de-moins", before - after) for name, (before, after) in profiles.items() if after < before]
    losses = [_among(name, "de-plus", after - before) for name, (before, after) in profiles.items() if after > before]
    if not gains and not losses:
        return typeset(phrase("aucun-profil"))
    both = phrase("mais", gains=joined(gains), losses=joined(losses)) if gains and losses else joined(gains or losses)
    if overturned(candidate.chance.get("part_laissee")):
        return typeset(phrase("qui-y-gagne-par-hasard", profiles=both, chance=chance_words()))
    return typeset(phrase("qui-y-gagne", profiles=both))


def _among(profile: str, key: Literal["de-moins", "de-plus"], families: int) -> str:
    return phrase(key, families=families, profile=lower_first(PROFILE_LABELS[profile]))


def always_out_words(outcome: SearchResult) -> str:
    """Return how many families everything that was tried leaves out, of which profiles, and what « tried » means."""
    total = sum(outcome.always_out.values())
    if not total:
        return typeset(phrase("aucune-dehors" if outcome.tried + outcome.wide > 1 else "aucune-dehors-telle-quelle"))
    profiles = joined(f"{count} « {lower_first(PROFILE_LABELS[name])} »" for name, count in outcome.always_out.items())
    out = phrase("toujours-dehors", families=total, under=_whichever(outcome), profiles=profiles)
    return typeset(_sentences(out, _what_then(outcome, total)))


def _whichever(outcome: SearchResult) -> str:
    whole = outcome.whole + outcome.wide
    if whole == 1:
        return phrase("sous-telle-quelle")
    if not outcome.wide:
        return phrase("sous-chacune", whole=whole)
    return phrase("sous-chacune-dont", whole=whole, wide=outcome.wide)


def _what_then(outcome: SearchResult, families: int) -> str:
    if outcome.stopped:
        return phrase("recherche-arretee")
    return phrase("rien-ne-les-tient-informees", families=families) if outcome.free else ""


def left_by_profile(outcome: SearchResult, candidate: Tried, family_profile: object) -> dict[str, tuple[int, int]]:
    """Return, by profile, families left out under the policy as it is, then under this one."""
    import numpy as np

    from liaison.messaging.vocabulary import PROFILES

    profile = np.asarray(family_profile)
    counts = [np.bincount(profile[each.left_out], minlength=len(PROFILES)) for each in (outcome.start, candidate)]
    return {
        name: (int(before), int(after))
        for name, before, after in zip(PROFILES, *counts, strict=True)
        if before or after
    }


__all__ = [
    "always_out_words",
    "changes_words",
    "conclusion",
    "cost_words",
    "goals_counted",
    "goals_words",
    "left_by_profile",
    "price_words",
    "proof_words",
    "value_by_chance",
    "verdict",
    "who_gains_and_loses",
]

"""Ce qu'une recherche a trouvé, en phrases : ce qui atteint le but, ce qu'il en coûte, qui y gagne, qui reste."""

from __future__ import annotations

from typing import Literal

from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined, lower_first, named, upper_first
from liaison.messaging.aims import SHARES, UNITS, Side, read_as, shown_number, value_words
from liaison.messaging.changed_words import chance_words, change_words, judged, price_sentence
from liaison.messaging.search import Found
from liaison.messaging.tried import SIDES, Held, Reached, Tried, less, price
from liaison.messaging.uncertainty import overturned
from liaison.messaging.vocabulary import PROFILE_LABELS

phrase = french_beside(__file__)


def changes_words(one: Tried) -> str:
    """Return the changes of a policy in one sentence, without its full stop."""
    return " ; ".join(move.label for move in one.changes) or phrase("telle-qu-elle-est")


def verdict(found: Found) -> str:
    """Return what is decided, in a few words: whether the aim is reached, by how many changes, and how much is paid.

    Which changes, and what they cost, are those of the first trail.
    """
    best = found.best
    if best is None and found.free:
        return typeset(_none(found))
    if best is None or not best.changes:
        return conclusion(found)
    reaches = " ; ".join(filter(None, (_enough(found, best), _fewer(found, best))))
    return typeset(_sentences(f"{reaches}.", _price_counted(found, best)))


def _none(found: Found) -> str:
    key = "aucune-n-atteint-par-hasard" if found.nearest.reached.by_chance else "aucune-n-atteint"
    return phrase(key, tried=found.tried)


def _enough(found: Found, best: Tried) -> str:
    """Return how surely the best reaches the aim, and by how many changes."""
    key = "suffit" if _all_needed(found, best) else "atteignent"
    if best.held != Held.ALWAYS:
        key = _as_drawn("ici", best.reached)
    return phrase(key, changes=len(best.changes), counted=phrase("combien", changes=len(best.changes)))


def _all_needed(found: Found, best: Tried) -> bool:
    # What chance is enough to explain is not said to be enough, by so many changes or by fewer.
    return best.held != Held.ALWAYS or found.enough == best


def _fewer(found: Found, best: Tried) -> str:
    """Return how many changes are enough at a higher price, where they are fewer; "" where there are no fewer."""
    if _all_needed(found, best) or found.enough is None:
        return ""
    least = len(found.enough.changes)
    return phrase("a-moins", least=least, counted=lower_first(phrase("combien", changes=least)))


def _as_drawn(key: str, reached: Reached) -> str:
    """Return the key of what is said on every draw, only on the one that is shown, or where no other was tried."""
    if reached.chance is None:
        return f"{key}-seul"
    return f"{key}-par-hasard" if reached.by_chance else key


def reached_words(reached: Reached) -> str:
    """Return whether a goal is reached, and that chance is enough to explain it where it is."""
    return phrase(_as_drawn("atteint" if reached.here else "pas-atteint", reached))


def goals_counted(found: Found, one: Tried) -> str:
    """Return how many goals a policy reaches; those that chance is enough to explain are counted apart."""
    each = found.reached(one)
    sure, more = (sum(goal.held == held for goal in each) for held in (Held.ALWAYS, Held.HERE))
    key = "buts-atteints" if not more else "buts-atteints-par-hasard" if one.draws else "buts-atteints-seuls"
    return phrase(key, sure=sure, more=more, total=len(each))


def value_by_chance(found: Found, one: Tried) -> str:
    """Return the value by which single changes are ranked, and that chance is enough to explain it where it is.

    Of a value that reads the same there is nothing to explain.
    """
    measure = found.aim.rank_by
    words, before = (value_words(measure, each.rank) for each in (one, found.start))
    return typeset(f"{words} ({chance_words()})") if overturned(one.chance.get(measure)) and words != before else words


def _price_counted(found: Found, one: Tried) -> str:
    paid, remarks = len(price(found.start, one)), len(found.new_remarks(one))
    counted = [phrase("nettement" if one.chance else "sur-ce-tirage", paid=paid)] if paid else []
    counted += [phrase("constats", remarks=remarks)] if remarks else []
    return price_sentence(joined(counted)) if counted else ""


def conclusion(found: Found) -> str:
    """Return in one sentence whether the aim is reached, and by what."""
    best = found.best
    if best is None and not found.free:
        return typeset(phrase("tout-est-garde"))
    if best is None:
        return typeset(_sentences(_none(found), _nearest(found)))
    if not best.changes:
        return typeset(phrase(_as_drawn("telle-quelle", best.reached)))
    reaches = f"{_enough(found, best)} : {_listed(best)}."
    fewer = upper_first(_fewer(found, best))
    less_at_more = f"{fewer} : {_listed(found.enough)}." if fewer and found.enough else ""
    return typeset(_sentences(reaches, less_at_more, price_words(found, best)))


def _nearest(found: Found) -> str:
    if found.nearest.changes:
        return phrase("la-plus-proche", changes=_listed(found.nearest))
    return phrase("aucune-ne-s-approche") if found.tried > 1 else ""


def price_words(found: Found, one: Tried) -> str:
    """Return what a policy makes much worse, and what its check newly says; "" when there is nothing of either."""
    paid = price(found.start, one)
    worse = joined(words for measure, words in _changed(found, one).items() if measure in paid)
    sentence = price_sentence(worse, one_draw=not one.chance) if worse else ""
    return typeset(_sentences(sentence, _lost_words(found, one), _remarks_words(found, one)))


def _lost_words(found: Found, one: Tried) -> str:
    """Return which goals the policy as it is reaches and this one does not; "" for none."""
    each = zip(found.aim.goals, found.start.goals, one.goals, strict=True)
    lost = [
        f"« {upper_first(goal.words())} »" for goal, before, after in each if goal.reached(before) > goal.reached(after)
    ]
    return phrase("buts-perdus", count=len(lost), goals=joined(lost)) if lost else ""


def _remarks_words(found: Found, one: Tried) -> str:
    titles = found.new_remarks(one)
    return phrase("constats-de-plus", remarks=len(titles), titles=named(titles)) if titles else ""


def _sentences(*some: str) -> str:
    return " ".join(filter(None, some))


def _changed(found: Found, one: Tried) -> dict[Side, str]:
    """Return, in words, what each side then the families left out become, where they differ."""
    bounds: dict[Side, float] = {goal.measure: goal.bound for goal in found.aim.goals}
    changed = {
        measure: _beside(measure, found.start.sides[measure], one.sides[measure], bounds.get(measure))
        for measure in SIDES
    }
    before, after = (int(each.left_out.sum()) for each in (found.start, one))
    if before != after:
        changed["part_laissee"] = change_words("laissees", before, after)
    return {measure: words for measure, words in changed.items() if words}


def _is_better(found: Found, one: Tried, measure: Side) -> bool:
    if measure == "part_laissee":
        return bool(one.left_out.sum() < found.start.left_out.sum())
    return less(measure, one.sides[measure]) < less(measure, found.start.sides[measure])


def _listed(one: Tried) -> str:
    return " ; ".join(lower_first(move.label) for move in one.changes)


def goals_words(found: Found, one: Tried) -> list[str]:
    """Return each goal, what this policy gives, and whether it is reached."""
    lines = []
    for goal, value, reached in zip(found.aim.goals, one.goals, found.reached(one), strict=True):
        here = value_words(goal.measure, value, None if reached.here else goal.bound)
        goal_here = phrase("but-ici", goal=upper_first(goal.words()), here=here, reached=reached_words(reached))
        lines.append(typeset(goal_here))
    return lines


def cost_words(found: Found, one: Tried) -> list[str]:
    """Return, a sentence each, what a policy gains and what it costs, beside the policy as it is."""
    paid = price(found.start, one)
    effects = [
        f"{upper_first(words)} : {judged(_is_better(found, one, measure), one.chance.get(measure), measure in paid)}."
        for measure, words in _changed(found, one).items()
    ]
    effects += filter(None, (_lost_words(found, one), _remarks_words(found, one)))
    return [typeset(sentence) for sentence in effects or [phrase("rien-d-autre")]]


def _beside(measure: Side, before: float, after: float, bound: float | None) -> str:
    # Beside a goal, the same number has the same decimals: enough to tell it from the bound.
    first, second = (value_words(measure, value, bound) for value in (before, after))
    if first == second:
        return ""
    if read_as(measure) not in SHARES:  # the sentence says the unit
        first, second = (words.removesuffix(typeset(f" {UNITS[read_as(measure)]}")) for words in (first, second))
    hours = {"hours": shown_number(measure, after)} if measure == "travail_personnels" else {}
    return change_words(measure.replace("_", "-"), first, second, **hours)


def who_gains_and_loses(profiles: dict[str, tuple[int, int]], one: Tried) -> str:
    """Return which profiles are left out less, and which more; `profiles`: families before and after, by profile.

    They are counted on one draw: where chance is enough to explain how many families `one` leaves out, it is for each.
    """
    gains = [_among(name, "de-moins", before - after) for name, (before, after) in profiles.items() if after < before]
    losses = [_among(name, "de-plus", after - before) for name, (before, after) in profiles.items() if after > before]
    if not gains and not losses:
        return typeset(phrase("aucun-profil"))
    both = phrase("mais", gains=joined(gains), losses=joined(losses)) if gains and losses else joined(gains or losses)
    if overturned(one.chance.get("part_laissee")):
        return typeset(phrase("qui-y-gagne-par-hasard", profiles=both, chance=chance_words()))
    return typeset(phrase("qui-y-gagne", profiles=both))


def _among(profile: str, key: Literal["de-moins", "de-plus"], families: int) -> str:
    return phrase(key, families=str(families), profile=lower_first(PROFILE_LABELS[profile]))


def always_out_words(found: Found) -> str:
    """Return how many families everything that was tried leaves out, of which profiles, and what « tried » means."""
    total = sum(found.always_out.values())
    if not total:
        return typeset(phrase("aucune-dehors" if found.tried + found.wide > 1 else "aucune-dehors-telle-quelle"))
    profiles = joined(f"{count} « {lower_first(PROFILE_LABELS[name])} »" for name, count in found.always_out.items())
    out = phrase("toujours-dehors", families=total, under=_whichever(found), profiles=profiles)
    return typeset(_sentences(out, _what_then(found, total)))


def _whichever(found: Found) -> str:
    whole = found.whole + found.wide
    if whole == 1:
        return phrase("sous-telle-quelle")
    if not found.wide:
        return phrase("sous-chacune", whole=str(whole))
    return phrase("sous-chacune-dont", whole=str(whole), wide=str(found.wide))


def _what_then(found: Found, families: int) -> str:
    if found.stopped:
        return phrase("recherche-arretee")
    return phrase("rien-ne-les-tient-informees", families=families) if found.free else ""


def left_by_profile(found: Found, one: Tried, family_profile: object) -> dict[str, tuple[int, int]]:
    """Return, by profile, families left out under the policy as it is, then under this one."""
    import numpy as np

    from liaison.messaging.vocabulary import PROFILES

    profile = np.asarray(family_profile)
    counts = [np.bincount(profile[each.left_out], minlength=len(PROFILES)) for each in (found.start, one)]
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
    "value_by_chance",
    "verdict",
    "who_gains_and_loses",
]

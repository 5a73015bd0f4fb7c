"""Ce qu'une recherche a trouvé, en phrases : ce qui atteint le but, ce qu'il en coûte, qui y gagne, qui reste."""

from __future__ import annotations

from liaison.base.numbers import number
from liaison.base.typography import typeset
from liaison.base.words import joined, lower_first, upper_first
from liaison.messaging.aims import SHARES, UNITS, Side, read_as, shown_number, value_words
from liaison.messaging.changed_words import judged, said
from liaison.messaging.search import Found
from liaison.messaging.tried import SIDES, Held, Reached, Tried, less, price
from liaison.messaging.uncertainty import overturned
from liaison.messaging.vocabulary import PROFILE_LABELS

AS_IT_IS = "La politique telle qu'elle est"
COUNTS = ("Aucun", "Un", "Deux", "Trois", "Quatre", "Cinq", "Six")


def changes_words(one: Tried) -> str:
    """Return the changes of a policy in one sentence, without its full stop."""
    return " ; ".join(move.label for move in one.changes) or AS_IT_IS


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
    here = " sur ce tirage" if found.nearest.reached.by_chance else ""
    if found.tried == 1:
        return f"La politique telle qu'elle est n'atteint pas le but{here}, et aucune autre n'est essayée."
    return f"Aucune des {number(found.tried)} politiques essayées n'atteint le but{here}."


def _enough(found: Found, best: Tried) -> str:
    """Return how surely the best reaches the aim, and by how many changes."""
    key = "suffit" if _all_needed(found, best) else "atteignent"
    if best.held != Held.ALWAYS:
        key = _as_drawn("ici", best.reached)
    return said(key, changes=len(best.changes), counted=COUNTS[len(best.changes)])


def _all_needed(found: Found, best: Tried) -> bool:
    # What chance is enough to explain is not said to be enough, by so many changes or by fewer.
    return best.held != Held.ALWAYS or found.enough == best


def _fewer(found: Found, best: Tried) -> str:
    """Return how many changes are enough at a higher price, where they are fewer; "" where there are no fewer."""
    if _all_needed(found, best) or found.enough is None:
        return ""
    least = len(found.enough.changes)
    return said("a-moins", least=least, less=lower_first(COUNTS[least]))


def _as_drawn(key: str, reached: Reached) -> str:
    """Return the key of what is said on every draw, only on the one that is shown, or where no other was tried."""
    if reached.chance is None:
        return f"{key}-seul"
    return f"{key}-par-hasard" if reached.by_chance else key


def reached_words(reached: Reached) -> str:
    """Return whether a goal is reached, and that chance is enough to explain it where it is."""
    return said(_as_drawn("atteint" if reached.here else "pas-atteint", reached))


def goals_counted(found: Found, one: Tried) -> str:
    """Return how many goals a policy reaches; those that chance is enough to explain are counted apart."""
    each = found.reached(one)
    sure, more = (sum(goal.held == held for goal in each) for held in (Held.ALWAYS, Held.HERE))
    key = "buts-atteints" if not more else "buts-atteints-par-hasard" if one.draws else "buts-atteints-seuls"
    return said(key, sure=sure, more=more, total=len(each))


def value_by_chance(found: Found, one: Tried) -> str:
    """Return the value by which single changes are ranked, and that chance is enough to explain it where it is.

    Of a value that reads the same there is nothing to explain.
    """
    measure = found.aim.rank_by
    words, before = (value_words(measure, each.rank) for each in (one, found.start))
    return typeset(f"{words} ({said('hasard')})") if overturned(one.chance.get(measure)) and words != before else words


def _price_counted(found: Found, one: Tried) -> str:
    paid, remarks = len(price(found.start, one)), len(found.new_remarks(one))
    counted = [said("nettement" if one.chance else "sur-ce-tirage", paid=paid)] if paid else []
    counted += [said("constats", remarks=remarks)] if remarks else []
    return said("prix", paid=joined(counted)) if counted else ""


def conclusion(found: Found) -> str:
    """Return in one sentence whether the aim is reached, and by what."""
    best = found.best
    if best is None and not found.free:
        return typeset("Tout est gardé : il n'y a rien à essayer. Laissez libre au moins un réglage.")
    if best is None:
        nearest = f"La plus proche change ceci : {_listed(found.nearest)}."
        closer = nearest if found.nearest.changes else "Aucune ne s'en approche plus." if found.tried > 1 else ""
        return typeset(_sentences(_none(found), closer))
    if not best.changes:
        return said(_as_drawn("telle-quelle", best.reached))
    reaches = f"{_enough(found, best)} : {_listed(best)}."
    fewer = upper_first(_fewer(found, best))
    less_at_more = f"{fewer} : {_listed(found.enough)}." if fewer and found.enough else ""
    return typeset(_sentences(reaches, less_at_more, price_words(found, best)))


def price_words(found: Found, one: Tried) -> str:
    """Return what a policy makes much worse, and what its check newly says; "" when there is nothing of either."""
    paid = price(found.start, one)
    told = joined(words for measure, words in _changed(found, one).items() if measure in paid)
    key = "prix" if one.chance else "prix-seul"
    return typeset(
        _sentences(said(key, paid=told) if told else "", _lost_words(found, one), _remarks_words(found, one))
    )


def _lost_words(found: Found, one: Tried) -> str:
    """Return which goals the policy as it is reaches and this one does not; "" for none."""
    each = zip(found.aim.goals, found.start.goals, one.goals, strict=True)
    lost = [
        f"« {upper_first(goal.words())} »" for goal, before, after in each if goal.reached(before) > goal.reached(after)
    ]
    return said("buts-perdus", count=len(lost), goals=joined(lost)) if lost else ""


def _remarks_words(found: Found, one: Tried) -> str:
    titles = [f"« {title} »" for title in found.new_remarks(one)]
    if not titles:
        return ""
    return f"{'Un constat' if len(titles) == 1 else f'{len(titles)} constats'} de plus : {joined(titles)}."


def _sentences(*some: str) -> str:
    return " ".join(filter(None, some))


def _changed(found: Found, one: Tried) -> dict[Side, str]:
    """Return, in words, what each side then the families left out become, where they differ."""
    bounds: dict[Side, float] = {goal.measure: goal.bound for goal in found.aim.goals}
    told = {
        measure: _beside(measure, found.start.sides[measure], one.sides[measure], bounds.get(measure))
        for measure in SIDES
    }
    before, after = (int(each.left_out.sum()) for each in (found.start, one))
    if before != after:
        told["part_laissee"] = said("laissees", before=before, after=after)
    return {measure: words for measure, words in told.items() if words}


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
        lines.append(typeset(f"{upper_first(goal.words())}. Ici {here} : {reached_words(reached)}."))
    return lines


def cost_words(found: Found, one: Tried) -> list[str]:
    """Return, a sentence each, what a policy gains and what it costs, beside the policy as it is."""
    paid = price(found.start, one)
    told = [
        f"{upper_first(words)} : {judged(_is_better(found, one, measure), one.chance.get(measure), measure in paid)}."
        for measure, words in _changed(found, one).items()
    ]
    told += filter(None, (_lost_words(found, one), _remarks_words(found, one)))
    return [typeset(sentence) for sentence in told or ["Rien d'autre ne change."]]


def _beside(measure: Side, before: float, after: float, bound: float | None) -> str:
    # Beside a goal, the same number has the same decimals: enough to tell it from the bound.
    first, second = (value_words(measure, value, bound) for value in (before, after))
    if first == second:
        return ""
    if read_as(measure) not in SHARES:  # the sentence says the unit
        first, second = (words.removesuffix(typeset(f" {UNITS[read_as(measure)]}")) for words in (first, second))
    hours = {"hours": shown_number(measure, after)} if measure == "travail_personnels" else {}
    return said(measure.replace("_", "-"), before=first, after=second, **hours)


def who_gains_and_loses(profiles: dict[str, tuple[int, int]], one: Tried) -> str:
    """Return which profiles are left out less, and which more; `profiles`: families before and after, by profile.

    They are counted on one draw: where chance is enough to explain how many families `one` leaves out, it is for each.
    """
    gains, losses = (
        [
            f"{abs(before - after)} {word} parmi « {lower_first(PROFILE_LABELS[name])} »"
            for name, (before, after) in profiles.items()
            if (after < before if word == "de moins" else after > before)
        ]
        for word in ("de moins", "de plus")
    )
    told = ", mais ".join(joined(some) for some in (gains, losses) if some)
    if not told:
        return typeset("Aucun profil n'y gagne ni n'y perd de famille.")
    reserve = f" : {said('hasard')}" if overturned(one.chance.get("part_laissee")) else ""
    return typeset(f"Familles laissées de côté, sur ce tirage : {told}{reserve}.")


def always_out_words(found: Found) -> str:
    """Return how many families everything that was tried leaves out, of which profiles, and what « tried » means."""
    total = sum(found.always_out.values())
    if not total:
        by = (
            "l'une au moins des politiques essayées"
            if found.tried + found.wide > 1
            else "la politique telle qu'elle est"
        )
        return typeset(f"Chaque famille est tenue informée par {by}.")
    named = joined(f"{count} « {lower_first(PROFILE_LABELS[name])} »" for name, count in found.always_out.items())
    who, them = (f"{total} familles sont laissées", "leur") if total > 1 else ("Une famille est laissée", "lui")
    meaning = f"plus de la moitié de ce qui {them} est écrit {them} échappe"
    return typeset(f"{who} de côté ({meaning}) {_whichever(found)} : {named}. {_what_then(found, total)}".strip())


def _whichever(found: Found) -> str:
    whole = found.whole + found.wide
    if whole == 1:
        return "sous la politique telle qu'elle est"
    chosen = f", dont {found.wide} choisies pour joindre le plus de familles" if found.wide else ""
    return f"dans chacune des {whole} politiques simulées en entier{chosen}"


def _what_then(found: Found, families: int) -> str:
    if found.stopped:
        return "La recherche a été arrêtée : d'autres réglages y changent peut-être quelque chose."
    if not found.free:
        return ""
    them = "les" if families > 1 else "la"
    kept = "tient informées" if families > 1 else "tient informée"
    return f"Rien de ce qui a été essayé ne {them} {kept} : il y faut sans doute autre chose qu'un message."


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

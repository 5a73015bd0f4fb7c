"""Que faire de deux fichiers qui ont peut-être des réponses en commun : ce qui, suivi, laisse chaque famille une fois.

A file is named as the only one to give where it has every line of the other, or goes on after it. Of two files that
each have families of their own, neither is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from liaison.base.sentences import french_beside
from liaison.diagnostic.reading.exports import Export, Response, newest, orders_of
from liaison.diagnostic.reading.one_form import Judgement
from liaison.diagnostic.reading.two_exports import Pair

phrase = french_beside(__file__)


def remedy(judged: Judgement, doubtful: Collection[Pair] = (), *, sure: bool = True) -> str:
    """Return what is to be done of two files, if they are of one form; not `sure`: some of these lines may be those of
    two families that answer alike, and no file is named."""
    if not sure:
        return phrase("un-seul-fichier")
    two = judged.two
    both = judged.taken.union(*doubtful)
    alone = {export: [each for each in export.responses if each not in both] for export in (two.former, two.later)}
    whole = [each for each, other in ((two.former, two.later), (two.later, two.former)) if not alone[other]]
    if whole:
        fullest = max(whole, key=lambda each: (-len(each.unasked), each is two.later))
        return phrase("ne-donner-que", file=fullest.file)
    if new := newest(two.former, two.later):
        old = two.former if new is two.later else two.later
        if len(alone[old]) <= len(alone[new]) and is_sequel(old, new, alone[old], alone[new]):
            return phrase("ne-donner-que-le-plus-recent", file=new.file)
    return phrase("un-seul-fichier")


def later_than(old: Export, new: Export, responses: Sequence[Response]) -> list[Response]:
    """Return those of these responses of a newer export that may have been sent after all those of the older one."""
    orders = orders_of(old, new)
    return [
        each
        for each in responses
        if any((when := each.sent.when[second]) is None or when > old.last(first) for first, second in orders)
    ]


def is_sequel(old: Export, new: Export, left: Sequence[Response], since: Sequence[Response]) -> bool:
    """Whether an export goes on after another: all that it adds (`since`) came after it, and what it lacks (`left`)
    came after its own first response, not before, as in exports of some weeks only."""
    if len(later_than(old, new, since)) < len(since):
        return False
    return all(
        (when := each.sent.when[first]) is not None and when > new.first(second)
        for first, second in orders_of(old, new)
        for each in left
    )


__all__ = ["is_sequel", "later_than", "remedy"]

"""Ce qui fait qu'un questionnaire se tient : il demande quelque chose, et ce qu'il nomme est de lui."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from liaison.base.sentences import french_beside
from liaison.diagnostic.questionnaire.item import Item, column_name, question_of

phrase = french_beside(__file__)

WHAT = partial(phrase, "un-questionnaire")


def check_asks(items: Sequence[Item], held: Sequence[Item]) -> None:
    """Refuse a questionnaire without a question, even one that waits to be read again; two of one name, or a name that
    the columns of another could have."""
    if not items and not held:
        raise ValueError(phrase("au-moins-une-question"))
    names = [item.id for item in (*items, *held)]
    if again := next((name for name in names if names.count(name) > 1), None):
        raise ValueError(phrase("id-deux-fois", name=again))
    if joined := next((name for name in names if question_of(column_name(name, "")) != name), None):
        raise ValueError(phrase("id-et-case", name=joined))


def check_regroups(
    regroup: Mapping[str, Sequence[str]],
    rare_with: Mapping[str, str],
    values: Mapping[str, Sequence[str]],
    axes: Collection[str],
) -> None:
    """Refuse a grouping of the answers of no question, or not of all of them; `values`: the answers of each one."""
    for name, partitions in regroup.items():
        if name not in values and name not in axes:
            raise ValueError(phrase("regroup-pas-une-question", name=name))
        for words in partitions:
            if name in values and sorted(words.replace("|", " ").split()) != sorted(values[name]):
                raise ValueError(phrase("regroup-pas-une-fois", words=words, name=name))
    for name, other in rare_with.items():
        if other not in values.get(name, ()):
            raise ValueError(phrase("rare-with-pas-une-reponse", other=other, name=name))


def check_implied(items: Sequence[Item]) -> None:
    """Refuse a question that follows from another one than that just before it."""
    for before, item in zip((None, *items), items, strict=False):
        if item.implied and (before is None or before.rows or item.implied.value not in before.values):
            raise ValueError(phrase("implied-juste-avant", question=item.id))


__all__ = ["WHAT", "check_asks", "check_implied", "check_regroups"]

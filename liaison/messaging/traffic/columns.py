"""Parallel arrays in a frozen dataclass: take some entries of all, or put several end to end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import Field, fields, is_dataclass
from typing import Any, ClassVar, Protocol, TypeVar

import numpy as np


class OfArrays(Protocol):
    """A dataclass, of which every field is an array."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Columns = TypeVar("Columns", bound=OfArrays)
Counts = TypeVar("Counts", bound=OfArrays)


def take(columns: Columns, which: np.ndarray | slice) -> Columns:
    """Return the chosen entries of every array."""
    return type(columns)(**{field.name: getattr(columns, field.name)[which] for field in fields(columns)})


def chosen(which: np.ndarray, yes: np.ndarray | np.integer, no: np.ndarray | np.integer) -> np.ndarray:
    """Return `yes` where `which` holds, `no` elsewhere: np.where for whole numbers of one type, without its branches.

    A processor cannot guess who is reached and who is not: each wrong guess costs it more than doing both.
    """
    mask = np.negative(which.view(np.int8), dtype=yes.dtype)
    return np.bitwise_xor(no, np.bitwise_and(np.bitwise_xor(yes, no), mask))


def concatenate(parts: Sequence[Columns]) -> Columns:
    """Return the parts end to end, array by array (at least one part)."""
    return type(parts[0])(
        **{field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(parts[0])}
    )


def instead(counts: Counts, former: Counts, latter: Counts) -> Counts:
    """Return counts in which some have taken the place of others: `former` taken off, `latter` added, field by field.

    A field is a number, an array or counts of its own.
    """
    values = {}
    for field in fields(counts):
        own, less, more = (getattr(each, field.name) for each in (counts, former, latter))
        values[field.name] = instead(own, less, more) if is_dataclass(own) else own - less + more
    return type(counts)(**values)

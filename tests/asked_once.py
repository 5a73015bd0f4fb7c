"""Ce qu'un long calcul a répondu, gardé pour qui lui demande la même chose : des essais regardent ce qui suit."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from types import ModuleType
from typing import Any

import pytest

from liaison.diagnostic.counting import indicators
from liaison.diagnostic.disclosure import joint_audit
from liaison.support.papers import beside_diagnosis

# What a diagnosis may tell, and what a reader of it bounds: of the same answers, always the same.
LONG: tuple[tuple[ModuleType, str], ...] = (
    (indicators, "protected"),
    (joint_audit, "bounded_cells"),
    (beside_diagnosis, "bounded_cells"),
)


@contextmanager
def protected_once() -> Iterator[None]:
    """Protect and audit the same answers once; whoever asks again gets a copy."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in LONG:
            patch.setattr(module, name, asked_once(getattr(module, name)))
        yield


@contextmanager
def protected_each_time() -> Iterator[None]:
    """Protect and audit the answers of a test anew, for which that two do the same is the subject."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name in LONG:
            patch.setattr(module, name, getattr(module, name).__wrapped__)
        yield


@cache  # of every module of tests that asks it in a process
def asked_once(long: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that computes what it was never asked, and copies what it was."""
    told: dict[bytes, bytes] = {}

    @wraps(long)
    def asked(*words: Any, **named: Any) -> Any:
        question = pickle.dumps((words, named))
        if question not in told:
            told[question] = pickle.dumps(long(*words, **named))
        return pickle.loads(told[question])

    return asked

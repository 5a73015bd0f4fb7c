"""Les politiques qui joignent le plus de familles, dans le cadre d'un but : ce qui reste de côté malgré elles.

A search tries what leads to an aim, and an aim may ask for little reach. These are tried for reach alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from liaison.messaging.policy.policy import Policy, load_policy, preset_names
from liaison.messaging.search.aims import Family
from liaison.messaging.vocabulary import TO_ONE_FAMILY, Channel

# Where each family of settings stands: in the settings of a purpose, or in the policy.
BY_PURPOSE: dict[Family, str] = {
    "canaux": "channels",
    "replis": "fallback",
    "rythmes": "rhythm",
    "destinataires": "recipients",
}
OF_THE_POLICY: dict[Family, str] = {
    "publication_suspendue": "suspended",
    "heures_calmes": "quiet",
    "envois_groupes": "digests",
    "notes": "marks",
    "devoirs": "homework_by",
    "langues": "languages",
    "ecriture": "writing",
}
# For every purpose at once; None: as the policy has them. Few at a time: who gets too many messages opens them less.
CHANNEL_SETS: tuple[tuple[Channel, ...] | None, ...] = (
    None,
    ("ent",),
    ("sms",),
    ("carnet", "sms"),
    ("carnet", "telephone"),
)


def widest(policy: Policy, languages: Iterable[str], keep: Iterable[Family]) -> tuple[Policy, ...]:
    """Return different policies of wide reach, and the presets, with whatever the team keeps as `policy` has it."""
    fixed = set(keep)
    policies: list[Policy] = []
    for wide in (*_presets(), *_wide(policy, languages)):
        framed = _framed(policy, wide, fixed)
        if framed != policy and framed not in policies:
            policies.append(framed)
    return tuple(policies)


def _presets() -> Iterator[Policy]:
    return (load_policy(name) for name in preset_names())


def _wide(policy: Policy, languages: Iterable[str]) -> Iterator[Policy]:
    """Every language, at once, to all responsables, by many ways: each channel set with each fallback."""
    spoken = policy.changed(languages=tuple(dict.fromkeys((*policy.languages, *languages))))
    for channels, fallback in product(CHANNEL_SETS, (None, *TO_ONE_FAMILY)):
        changes: dict[str, Any] = {"rhythm": "immediat", "recipients": "tous"}
        if channels is not None:
            changes["channels"] = channels
        if fallback is not None:
            changes["fallback"] = fallback
        yield _everywhere(spoken, dict.fromkeys(policy.purposes, changes))


def _framed(policy: Policy, other: Policy, fixed: set[Family]) -> Policy:
    """Return `policy` with the settings of `other` that the team does not keep."""
    of_all = {name: getattr(other, name) for family, name in OF_THE_POLICY.items() if family not in fixed}
    of_each = [name for family, name in BY_PURPOSE.items() if family not in fixed]
    changes = {
        purpose: {name: getattr(settings, name) for name in of_each} for purpose, settings in other.purposes.items()
    }
    return _everywhere(policy.changed(**of_all), changes)


def _everywhere(policy: Policy, changes: dict[Any, dict[str, Any]]) -> Policy:
    purposes = {name: settings.model_dump() | changes[name] for name, settings in policy.purposes.items()}
    return policy.changed(purposes=purposes)


__all__ = ["widest"]

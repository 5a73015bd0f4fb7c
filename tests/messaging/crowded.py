"""Une politique de tant de réglages qu'aucun lien ne les contient."""

from __future__ import annotations

import random

from liaison.base.languages import known_codes
from liaison.messaging.policy.policy import HeldHours, Policy, load_policy
from liaison.messaging.vocabulary import AUDIENCES, DAYS, HELD_HOURS


def crowded_policy() -> Policy:
    """Return a policy whose held half-hours follow no rule, offered in as many languages as a policy may be."""
    draw = random.Random(3)
    held = {
        setting: {
            audience: HeldHours(
                week=HeldHours.week_from_mask([[draw.random() < 0.5 for _slot in range(48)] for _day in DAYS])
            )
            for audience in AUDIENCES
        }
        for setting in HELD_HOURS
    }
    return load_policy("equilibree").changed(**held, languages=("fr", *sorted(known_codes() - {"fr"})[:199]))

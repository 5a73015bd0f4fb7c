"""Un levier en phrases : pour qui c'est mieux, pour qui c'est moins bien, et ce qu'il demande."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.kit.from_to import from_to
from widgets.texts import texts

if TYPE_CHECKING:
    from liaison.messaging.search.levers import Lever

t = texts("messaging")


def does_words(lever: Lever) -> str:
    """Return for how many families a lever is better, and worse."""
    families = t("levers-does", better=lever.better, worse=lever.worse)
    return f"{families} {t('levers-exchanged', exchanged=lever.exchanged)}" if lever.exchanged else families


def price_words(lever: Lever) -> str:
    """Return what a lever makes of the families left out, and of the work of the staff where it changes."""
    from liaison.messaging.search.aims import amount_words, unit_words

    lines = [t("levers-out", moved=from_to(*lever.out))]
    work = [amount_words("travail_personnels", hours) for hours in lever.work]
    if work[0] == work[1]:
        lines.append(t("levers-same-work"))
    else:
        lines.append(t("levers-work", before=work[0], after=work[1], unit=unit_words("travail_personnels")))
    return " ".join(lines)


__all__ = ["does_words", "price_words"]

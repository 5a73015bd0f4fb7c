"""Des changements à comparer, une carte chacun : ce qui va mieux, ce qui va moins bien, ce qu'il en coûte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import traitlets

from widgets.kit.chart_figures import signed
from widgets.kit.part import Part, t

BESIDE_CARDS = "carnets-beside-cards"


@dataclass(frozen=True)
class ChangeLine:
    """One count before and after a change; `words`: both, as they are written."""

    label: str
    before: float
    after: float
    words: tuple[str, str]


@dataclass(frozen=True)
class ChangeCard:
    """One card, in finished sentences.

    `size`: how many changes; `settings`: what becomes of each setting. `fair`: it bears the mark, whose
    sentence is `mark`. `notes`: what it costs, and what else there is to know. `tried`: it is the one on trial.
    """

    size: str
    title: str
    settings: tuple[str, ...]
    better: tuple[ChangeLine, ...]
    worse: tuple[ChangeLine, ...]
    fair: bool
    mark: str
    notes: tuple[str, ...] = ()
    tried: bool = False


class ChangeCards(Part):
    """Cards that a reader compares: wide, side by side; narrow, one open at a time, in the place of the others.

    What is on the same step and bears the class `BESIDE_CARDS` then gives its place too.

    Each pair of bars has its own scale, from zero, and its two counts in words.
    `on_try(callback)` calls `callback(place)` when the button of a card is pressed.
    """

    word_keys = ("better", "worse", "scale", "tried")

    label = traitlets.Unicode().tag(sync=True)
    action = traitlets.Unicode().tag(sync=True)
    sent = traitlets.List(traitlets.Dict()).tag(sync=True)

    def show(self, cards: list[ChangeCard]) -> None:
        """Draw these cards in the place of the former ones."""
        self.sent = [_sent(card) for card in cards]

    def on_try(self, callback: Callable[[int], object]) -> None:
        """Call `callback` with the place of the card whose button is pressed."""

        def receive(_widget: Any, content: dict[str, Any], _buffers: Any) -> None:
            place = content.get("place")
            if content.get("event") == "try" and isinstance(place, int) and 0 <= place < len(self.sent):
                callback(place)

        self.on_msg(receive)


def _sent(card: ChangeCard) -> dict[str, Any]:
    return {
        "size": card.size,
        "title": card.title,
        "settings": list(card.settings),
        "better": [_line(line) for line in card.better],
        "worse": [_line(line) for line in card.worse],
        "fair": card.fair,
        "mark": card.mark,
        "notes": list(card.notes),
        "tried": card.tried,
    }


def _line(line: ChangeLine) -> dict[str, Any]:
    most = max(line.before, line.after) or 1
    return {
        "label": line.label,
        "words": [
            t(f"change-cards-{when}", count=words) for when, words in zip(("now", "then"), line.words, strict=True)
        ],
        "lengths": [line.before / most, line.after / most],
        "difference": signed(round(line.after - line.before, 2)),
    }


__all__ = ["ChangeCard", "ChangeCards", "ChangeLine"]

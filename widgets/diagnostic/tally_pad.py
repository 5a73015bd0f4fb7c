"""Une feuille que l'on recopie au clavier : la question, ses cases et leurs chiffres, ce qui est déjà saisi."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from traitlets import Dict

from widgets.diagnostic.words import t
from widgets.kit import Part

if TYPE_CHECKING:
    from liaison.diagnostic.questionnaire.phrases import Phrases
    from liaison.diagnostic.reading.tally import SheetPlace, Tally


class TallyPad(Part):
    """The pad: every key goes to Python, which alone knows what it means; `sheet` is what the page shows then.

    `sheet`: number, where, question, row, choices (key, label, ticked), hint, refused, done (label, answer), kept.
    """

    sheet = Dict().tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        self._keys: list[Callable[[str], object]] = []
        super().__init__(words={name: t(f"pad-{name}") for name in ("key", "keys", "done")}, **kwargs)
        self.on_msg(self._hear)

    def on_key(self, callback: Callable[[str], object]) -> None:
        """Call `callback(key)` for each key: a digit, Enter or Backspace."""
        self._keys.append(callback)

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        if content.get("kind") == "key":
            for callback in self._keys:
                callback(str(content.get("key", ""))[:20])


def sheet_of(tally: Tally, form: Phrases) -> dict[str, Any]:
    """Return what the pad shows of a sheet under way."""
    here, places = tally.here, tally.places
    done = [
        {"label": _label(places[rank], form), "answer": _answer(name, values, form)}
        for rank, (name, _, values) in enumerate(tally.sheet.given)
    ]
    number = len(tally.sheets) + 1
    refused = t("pad-refused", key=tally.sheet.refused) if tally.sheet.refused else ""
    common = {"done": done, "refused": refused, "kept": t("pad-kept", count=len(tally.sheets))}
    if here is None:
        return {
            **common,
            "where": t("pad-end-where", number=number),
            "question": t("pad-end"),
            "hint": t("pad-end-hint"),
            "choices": [{"key": "Enter", "mark": t("pad-enter"), "label": t("pad-keep"), "ticked": False}],
        }
    choices = [
        {
            "key": str(rank),
            "mark": str(rank),
            "label": form.part(here.item.id, value),
            "ticked": value in tally.sheet.ticked,
        }
        for rank, value in enumerate(here.item.values, start=1)
    ]
    several = here.item.kind == "multiple"
    skip = t("pad-next" if tally.sheet.ticked else "pad-skip")
    choices.append({"key": "Enter", "mark": t("pad-enter"), "label": skip, "ticked": False})
    return {
        **common,
        "where": t("pad-where", number=number, place=tally.sheet.place + 1, places=len(places)),
        "question": _label(here, form),
        "hint": t("pad-several") if several else "",
        "choices": choices,
    }


def _label(place: SheetPlace, form: Phrases) -> str:
    question = form.question(place.item.id)
    return t("pad-row", question=question, row=form.part(place.item.id, place.row)) if place.row else question


def _answer(name: str, values: tuple[str, ...], form: Phrases) -> str:
    return ", ".join(form.part(name, value) for value in values) or t("v-sans_reponse")

"""Chercher un réglage par ses mots : ceux qui répondent, seuls à l'écran, sous le nom de leur groupe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import ipywidgets

from liaison.base.letters import normal
from widgets.kit.action import Action
from widgets.kit.heading import Heading
from widgets.kit.panels import Panels
from widgets.kit.part import Control, shared_layout, t
from widgets.kit.question import Question
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.stack import show_if, stack, standing

FEWEST_SIGNS = 2  # one letter begins most of the words of a lab
WORDED = ("options", "rows", "columns")  # of a control, what has a label of its own


class AsOne(ipywidgets.VBox):
    """A box that is one setting for who searches: its controls say nothing one without the other.

    `also`: words that one looks for it by, and that none of its controls has.
    """

    also = ""


def as_one(children: Sequence[ipywidgets.Widget], also: str = "") -> AsOne:
    """Return a stack of parts that answers whole, to these words as well."""
    box = AsOne(list(children), layout=shared_layout())
    box.also = also
    return box


class SettingsSearch:
    """A field above groups of settings: `widget` holds both.

    A setting is a control, or a box that counts `as_one`. It answers when each word that is written begins one of its
    own or of its group's, accents and capitals apart; a group whose title alone answers does so whole.
    """

    def __init__(self, panels: Panels) -> None:
        self.panels = panels
        self.field = Question(label=t("settings-search"), help=t("settings-search-help"), kind="short_text")
        self.answer = ResultSentence()
        self.back = Action(label=t("settings-search-back"))
        self.hits = stack()
        self.groups = standing([panels])
        self.widget = stack([self.field, self.answer, self.hits, self.groups])
        self._heading = cache(lambda title: Heading(3, title))
        self.field.observe(lambda _change: self._look(), "value")
        self.back.on_press(lambda: self.field.set_trait("value", ""))

    def answering(self, sought: str) -> dict[str, list[ipywidgets.Widget]]:
        """Return the settings that answer, by the title of their group, in the order of the screen."""
        parts = [_stem(part) for part in normal(sought).split()]
        answering = {}
        for title, child in zip(self.panels.titles, self.panels.children, strict=True):
            settings = [*_settings(child)]
            of_group = _begun(parts, title)
            own = {setting: _begun(parts, _words(setting)) for setting in settings}
            hits = [setting for setting, begun in own.items() if begun and begun | of_group == {*parts}]
            if hits or of_group == {*parts}:
                answering[title] = hits or settings
        return answering

    def _look(self) -> None:
        sought = self.field.value.strip()
        searches = len(normal(sought)) >= FEWEST_SIGNS
        answering = self.answering(sought) if searches else {}
        count = sum(map(len, answering.values()))
        headed = [part for title, settings in answering.items() for part in (self._heading(title), *settings)]
        if not searches:
            self.answer.text = self.answer.detail = ""
        else:
            self.answer.text = t("settings-search-answer", count=count, words=sought)
            self.answer.detail = "" if count else t("settings-search-shorter")
        show_if(self.groups, not searches)
        if self.hits.children != (laid := (self.back, *headed) if searches else ()):
            self.hits.children = laid


def _settings(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    if isinstance(widget, Control | AsOne):
        yield widget
    elif isinstance(widget, ipywidgets.Box):
        for child in widget.children:
            yield from _settings(child)


def _words(setting: ipywidgets.Widget) -> str:
    """Return all that a setting says of itself: its name, its help, its choices, those of each column of a table."""
    if isinstance(setting, ipywidgets.Box):
        within = (_words(part) for part in setting.children if isinstance(part, Control | ipywidgets.Box))
        return " ".join([getattr(setting, "also", ""), *within])
    labelled: list[dict[str, Any]] = [choice for name in WORDED for choice in getattr(setting, name, ())]
    labelled += [option for choice in labelled for option in choice.get("options", ())]
    return " ".join([setting.label, setting.help, *(str(choice["label"]) for choice in labelled)])


def _stem(word: str) -> str:
    """Return a word without the mark of its plural."""
    return word[:-1] if len(word) > len("aux") and word[-1] in "sx" else word


def _begun(parts: list[str], text: str) -> set[str]:
    """Return the parts that begin a word of a text."""
    words = normal(text).split()
    return {part for part in parts if any(word.startswith(part) for word in words)}


__all__ = ["SettingsSearch", "as_one"]

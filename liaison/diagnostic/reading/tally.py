"""Recopier les feuilles au clavier : des touches aux réponses, une feuille après l'autre, sans souris.

A digit is the number printed beside a box; Enter goes on (nothing ticked, or the last box of several); at the end of a
sheet it keeps it. Backspace takes the last key back. Everything is a pure function of the keys pressed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from liaison.base.sentences import french_beside
from liaison.diagnostic.answers import Answers, FamilyAnswer, GivenAnswer, answers_from_rows, row_of
from liaison.diagnostic.questionnaire.phrases import Pace, pace
from liaison.diagnostic.questionnaire.questionnaire import Item, Questionnaire, QuestionnaireError

phrase = french_beside(__file__)

ENTER, BACK = "Enter", "Backspace"
DIGITS = "123456789"
PAPER = "papier"


class SheetPlace(NamedTuple):
    """Where the next key goes: a question, and its row when it is a grid."""

    item: Item
    row: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet under way: the keys that counted, what they say, where the next one goes (None: all is seen).

    `refused`: the key that was just pressed and means nothing here; it changed nothing.
    """

    keys: tuple[str, ...] = ()
    given: tuple[tuple[str, str, tuple[str, ...]], ...] = ()  # (question, row, values) of each place already passed
    ticked: tuple[str, ...] = ()  # the boxes of the multiple choice under way
    place: int = 0
    refused: str = ""


@dataclass(frozen=True)
class Tally:
    """The sheets copied so far and the one under way; `press` gives the tally after a key."""

    questionnaire: Questionnaire
    context: tuple[tuple[str, str], ...] = (("mode", PAPER),)
    sheets: tuple[FamilyAnswer, ...] = ()
    sheet: Sheet = Sheet()

    @property
    def places(self) -> tuple[SheetPlace, ...]:
        """Return every place of a sheet, in the order in which it is read."""
        return places(self.questionnaire)

    @property
    def here(self) -> SheetPlace | None:
        """Return where the next key goes; None when the sheet is whole and Enter keeps it."""
        return self.places[self.sheet.place] if self.sheet.place < len(self.places) else None

    def press(self, key: str) -> Tally:
        """Return the tally after a key of the keyboard (`1` to `9`, `Enter`, `Backspace`); any other changes nothing.

        Backspace at the very start of a sheet opens the one before again, just before the Enter that kept it.
        """
        if key == BACK:
            return self._back()
        if self.here is None:
            return self._keep() if key == ENTER else self._refuse(key)
        after = _pressed(self.places, self.sheet, key)
        return self._refuse(key) if after is None else replace(self, sheet=after)

    def answers(self) -> Answers:
        """Return the sheets kept as a table of answers."""
        return answers_from_rows([row_of(answer, self.questionnaire) for answer in self.sheets], self.questionnaire)

    def _keep(self) -> Tally:
        # A sheet with nothing on it is kept out: it is no answer, and reading would refuse it.
        answer = _family_answer(self.questionnaire, self.sheet, dict(self.context))
        sheets = (*self.sheets, answer) if answer.reponses else self.sheets
        return replace(self, sheets=sheets, sheet=Sheet())

    def _refuse(self, key: str) -> Tally:
        return replace(self, sheet=replace(self.sheet, refused=key))

    def _back(self) -> Tally:
        if self.sheet.keys:
            return replace(self, sheet=_replayed(self.places, self.sheet.keys[:-1]))
        if not self.sheets:
            return self
        again = _replayed(self.places, keys_of(self.sheets[-1], self.questionnaire))
        return replace(self, sheets=self.sheets[:-1], sheet=again)


def places(questionnaire: Questionnaire) -> tuple[SheetPlace, ...]:
    """Return every place of a sheet: one per question, one per row of a grid.

    Raises:
        QuestionnaireError: a question with more answers than there are digits.
    """
    long = next((item.id for item in questionnaire.items if len(item.values) > len(DIGITS)), None)
    if long:
        raise QuestionnaireError(phrase("trop-de-reponses", question=long, most=len(DIGITS)))
    return tuple(SheetPlace(item, row) for item in questionnaire.items for row in (item.rows or ("",)))


def keys_of(answer: FamilyAnswer, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the fewest keys that copy a sheet, without the Enter that keeps it."""
    keys: list[str] = []
    for item, row in places(questionnaire):
        given = answer.reponses.get(item.id)
        if isinstance(given, dict):
            given = given.get(row)
        values = (given,) if isinstance(given, str) else tuple(given or ())
        keys += [DIGITS[item.values.index(value)] for value in item.values if value in values]
        if not values or (item.kind == "multiple" and not _is_full(item, values)):
            keys.append(ENTER)
    return tuple(keys)


def seconds(keys: int, at: Pace | None = None) -> float:
    """Return how long that many keys take to who does not type every day (hypothesis of the suite)."""
    return keys / (at or pace()).keys_per_s


def _is_full(item: Item, ticked: Sequence[str]) -> bool:
    """Return whether no other box can follow: one that stands alone, or all that do not."""
    return bool(set(ticked) & set(item.alone)) or set(ticked) >= set(item.values) - set(item.alone)


def _pressed(path: tuple[SheetPlace, ...], sheet: Sheet, key: str) -> Sheet | None:
    """Return the sheet after a digit or Enter; None when the key means nothing there."""
    item, row = path[sheet.place]
    keys = (*sheet.keys, key)
    if key == ENTER:
        return _passed(sheet, keys, item, row, sheet.ticked)
    rank = DIGITS.find(key) if len(key) == 1 else -1
    if not 0 <= rank < len(item.values):
        return None
    value = item.values[rank]
    if item.kind != "multiple":
        return _passed(sheet, keys, item, row, (value,))
    if value in sheet.ticked or (sheet.ticked and value in item.alone):
        return None
    ticked = (*sheet.ticked, value)
    if _is_full(item, ticked):
        return _passed(sheet, keys, item, row, ticked)
    return replace(sheet, keys=keys, ticked=ticked, refused="")


def _passed(sheet: Sheet, keys: tuple[str, ...], item: Item, row: str, values: tuple[str, ...]) -> Sheet:
    given = (*sheet.given, (item.id, row, values))
    return Sheet(keys, given, place=sheet.place + 1)


def _replayed(path: tuple[SheetPlace, ...], keys: Sequence[str]) -> Sheet:
    sheet = Sheet()
    for key in keys:
        sheet = _pressed(path, sheet, key) or sheet
    return sheet


def _family_answer(questionnaire: Questionnaire, sheet: Sheet, context: dict[str, str]) -> FamilyAnswer:
    given: dict[str, GivenAnswer] = {}
    kinds = {item.id: item for item in questionnaire.items}
    for name, row, values in sheet.given:
        if not values:
            continue
        if row:
            former = given.get(name)
            given[name] = {**(former if isinstance(former, dict) else {}), row: values[0]}
        elif kinds[name].kind == "multiple":
            given[name] = tuple(value for value in kinds[name].values if value in values)
        else:
            given[name] = values[0]
    known = {name: value for name, value in context.items() if value in questionnaire.context.get(name, ())}
    return FamilyAnswer(questionnaire=questionnaire.id, contexte=known, reponses=given)


__all__ = ["BACK", "DIGITS", "ENTER", "PAPER", "Sheet", "SheetPlace", "Tally", "keys_of", "places", "seconds"]

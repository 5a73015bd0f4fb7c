"""Une liste de ce dont on dispose (créneaux, salles, personnes…), que l'on règle une ligne à la fois."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from widgets.kit import Action, Control, Part, SelectField, as_one, stack
from widgets.kit.writing import Writing
from widgets.texts import texts

t = texts("support")
Record = dict[str, Any]


class Roster:
    """A list of records: one is chosen and set by `fields`, a control for each key; others are added, or taken away.

    `kind` names the list in the texts. `on_change(callback)` is called after each change made on screen, with nothing:
    `records` then holds the new list. At least `fewest` records stay.
    """

    def __init__(self, kind: str, fields: Mapping[str, Control], new: Callable[[], Record], fewest: int = 0) -> None:
        self.kind, self.fields, self.new, self.fewest = kind, dict(fields), new, fewest
        self.records: list[Record] = []
        self._writing = Writing()
        self._callbacks: list[Callable[[], object]] = []
        self.choice = SelectField(label=t(f"{kind}-choice"))
        self.add = Action(label=t(f"{kind}-add"))
        self.remove = Action(label=t(f"{kind}-remove"))
        self.choice.observe(lambda _change: self._show_chosen(), "value")
        self.add.on_press(self._add)
        self.remove.on_press(self._remove)
        for field in self.fields.values():
            field.observe(self._changed, "value")
        self.form = stack([*self.fields.values(), self.remove])
        self.widget = as_one([self.choice, self.form, self.add])

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call `callback()` after each change made on screen."""
        self._callbacks.append(callback)

    def show(self, records: Sequence[Record]) -> None:
        """Set the list; the record that was chosen stays chosen when it is still there."""
        self.records = [dict(record) for record in records]
        with self._writing:
            self._list(self.choice.value)
        self._show_chosen()

    def parts(self) -> Iterator[Part]:
        """The parts of this list, for whoever disables or lays them out."""
        yield from (self.choice, *self.fields.values(), self.remove, self.add)

    def _chosen(self) -> Record | None:
        return next((record for record in self.records if record["id"] == self.choice.value), None)

    def _list(self, chosen: str) -> None:
        known = [record["id"] for record in self.records]
        self.choice.options = [
            {"value": record["id"], "label": str(record["libelle"]).strip() or record["id"]} for record in self.records
        ]
        self.choice.value = chosen if chosen in known else known[0] if known else ""
        self.remove.disabled = len(known) <= self.fewest

    def _show_chosen(self) -> None:
        if self._writing:
            return
        record = self._chosen()
        with self._writing:
            for name, field in self.fields.items():
                if record is not None:
                    field.value = record[name]
                field.error = ""
        self.form.children = (*self.fields.values(), self.remove) if record is not None else ()

    def _changed(self, _change: object) -> None:
        record = self._chosen()
        if self._writing or record is None:
            return
        for name, field in self.fields.items():
            record[name] = field.value
        with self._writing:
            self._list(self.choice.value)
        self._tell()

    def _add(self) -> None:
        taken = {record["id"] for record in self.records}
        name = next(
            f"{self.kind}_{number}" for number in range(1, len(taken) + 2) if f"{self.kind}_{number}" not in taken
        )
        self.records.append({"id": name, **self.new()})
        with self._writing:
            self._list(name)
            self.choice.value = name
        self._show_chosen()
        self._tell()

    def _remove(self) -> None:
        self.records = [record for record in self.records if record["id"] != self.choice.value]
        with self._writing:
            self._list("")
        self._show_chosen()
        self._tell()

    def _tell(self) -> None:
        for callback in self._callbacks:
            callback()


__all__ = ["Record", "Roster"]

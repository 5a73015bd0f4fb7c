"""A table of choices: one row for each thing to settle, one column for each question about it."""

from __future__ import annotations

from typing import Any

import traitlets

from widgets.kit.part import Control, refuse
from widgets.texts import texts

t = texts("kit")


class Matrix(Control):
    """A table whose cells are choices: one row per purpose or per sender, one column per question.

    `rows` are `{id, label, badge?, settled?}`; `columns` are `{id, label, kind}` with kind `select` (and then
    `options: [{value, label}]`) or `checkbox`. `settled` says, by column, what is no choice on that row. `value` is
    `{row_id: {column_id: value}}`; a cell that it lacks is not chosen yet. `corner` names what the rows are.

    Narrow, a row folds into its label and what was chosen, one row open at a time; rows of checkboxes alone stay
    open. There a column or an option may say itself with its `short` label: « Tous » for « Tous les responsables
    légaux », "" for what is not worth saying (« Aucun »).
    """

    word_keys = ("empty", "choose")

    corner = traitlets.Unicode("").tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    value = traitlets.Dict().tag(sync=True)

    @traitlets.validate("value")
    def _only_what_is_proposed(self, proposal: dict[str, Any]) -> dict[str, dict[str, Any]]:
        value: dict[str, dict[str, Any]] = proposal["value"]
        rows = {row["id"]: row["label"] for row in self.rows}
        columns = {column["id"]: column for column in self.columns}
        for row, cells in value.items():
            if row not in rows:
                raise refuse("matrix-unknown", kind="row", id=row, known=", ".join(rows))
            for column, chosen in cells.items():
                if column not in columns:
                    raise refuse("matrix-unknown", kind="column", id=column, known=", ".join(columns))
                self._check(rows[row], columns[column], chosen)
        return value

    def _check(self, row: str, column: dict[str, Any], chosen: Any) -> None:
        if chosen is None:
            return
        accepted = [option["value"] for option in column.get("options", ())]
        label = f"{row}, {column['label']}"
        if column["kind"] == "select" and chosen not in accepted:
            raise refuse("kit-error-value", value=str(chosen), label=label, accepted=", ".join(map(str, accepted)))
        if column["kind"] == "checkbox" and not isinstance(chosen, bool):
            raise refuse("kit-error-value", value=str(chosen), label=label, accepted="True, False")

"""Deux axes, jamais une note : ce qu'une famille a pour travailler, et l'aide qu'il lui faut avec l'ENT."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

import numpy as np
import pandas as pd

from liaison.diagnostic.answers import Answers
from liaison.diagnostic.hypotheses import EquipmentAxis, SkillsAxis, load_hypotheses
from liaison.diagnostic.questionnaire.item import column_name
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire

EquipmentLevel = Literal["suffisant", "partage", "insuffisant"]
SkillsLevel = Literal["autonome", "a_accompagner", "debutant"]
EQUIPMENT: tuple[EquipmentLevel, ...] = get_args(EquipmentLevel)
SKILLS: tuple[SkillsLevel, ...] = get_args(SkillsLevel)
GRID, DEVICES = "seul", "appareils"


def axes(answers: Answers, equipment: EquipmentAxis | None = None, skills: SkillsAxis | None = None) -> pd.DataFrame:
    """Return where each family stands on each of the two axes; missing where its answers do not tell.

    One row per answer, same index. `equipement`: suffisant, partage or insuffisant; `competences`: autonome,
    a_accompagner or debutant; both ordered Categorical. What is unanswered, or was not asked, decides nothing: a family
    is placed when every answer that it could have given would place it there. The rules are hypotheses
    (`diagnostic/axe_*`), replaced by `equipment` and `skills` when a team has its own. Another questionnaire, which
    does not ask these questions, places no family.
    """
    unsaid = {name: answers.table[name].head(0).reindex(answers.table.index) for name in answers.unasked}
    table, known = answers.table.assign(**unsaid) if unsaid else answers.table, load_hypotheses()
    equipment, skills = equipment or known.equipment_axis, skills or known.skills_axis
    rows = [column.name for column in answers.questionnaire.columns() if column.item.id == GRID]
    devices = [column_name(DEVICES, name) for name in equipment.appareils_de_travail]
    whole = {*devices, *equipment.insuffisant, *equipment.partage} <= set(table.columns)
    nowhere = np.full(len(table), "")
    return pd.DataFrame(
        {
            "equipement": _ordered(_equipment(table, devices, equipment) if whole else nowhere, EQUIPMENT),
            "competences": _ordered(_skills(table, rows, skills) if rows else nowhere, SKILLS),
        },
        index=table.index,
    )


def columns_of_axes(questionnaire: Questionnaire) -> dict[str, frozenset[str]]:
    """Return the columns from which each axis places families: `equipement`, `competences`."""
    equipment = load_hypotheses().equipment_axis
    items = {DEVICES, *equipment.insuffisant, *equipment.partage}
    columns = questionnaire.columns()
    return {
        "equipement": frozenset(column.name for column in columns if column.item.id in items),
        "competences": frozenset(column.name for column in columns if column.item.id == GRID),
    }


def _equipment(table: pd.DataFrame, devices: list[str], axis: EquipmentAxis) -> np.ndarray:
    has = np.zeros(len(table), dtype=bool)
    for name in devices:
        has |= table[name].array.to_numpy(dtype=bool, na_value=False)
    unknown = table[devices].isna().to_numpy().any(axis=1) & ~has
    none = ~has & ~unknown
    lacking, maybe_lacking = _given(table, axis.insuffisant)
    shared, maybe_shared = _given(table, axis.partage)
    lacking = lacking | none
    maybe_lacking = maybe_lacking | unknown
    conditions = [lacking, maybe_lacking, shared, maybe_shared]
    return np.select(conditions, ["insuffisant", "", "partage", ""], default="suffisant")


def _given(table: pd.DataFrame, answers: dict[str, tuple[str, ...]]) -> tuple[np.ndarray, np.ndarray]:
    """Return which families gave one of these answers, and which did not say."""
    given = np.zeros(len(table), dtype=bool)
    unsaid = np.zeros(len(table), dtype=bool)
    for question, values in answers.items():
        given |= _is_one_of(table[question], values)
        unsaid |= table[question].isna().to_numpy()
    return given, unsaid & ~given


def _is_one_of(column: pd.Series, values: Collection[str]) -> np.ndarray:
    if not isinstance(column.array, pd.Categorical):
        return column.isin(values).to_numpy(dtype=bool)
    # By their ranks: pandas compares the words of each family.
    ranks = [rank for rank, value in enumerate(column.array.categories.tolist()) if value in values]
    return np.isin(column.array.codes, ranks)


def _skills(table: pd.DataFrame, rows: list[str], axis: SkillsAxis) -> np.ndarray:
    least = sum((_is_one_of(table[row], (axis.sans_aide,)).astype(int) for row in rows), np.zeros(len(table), int))
    most = least + table[rows].isna().to_numpy().sum(axis=1)
    return np.select(
        [least >= axis.autonome, most <= axis.debutant, (least > axis.debutant) & (most < axis.autonome)],
        ["autonome", "debutant", "a_accompagner"],
        default="",
    )


def _ordered(level: np.ndarray, names: tuple[str, ...]) -> pd.api.extensions.ExtensionArray:
    rank = {name: rank for rank, name in enumerate(names)}
    codes = [rank.get(name, -1) for name in level.tolist()]
    return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(list(names), ordered=True))


__all__ = ["EQUIPMENT", "SKILLS", "axes", "columns_of_axes"]

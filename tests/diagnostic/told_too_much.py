"""Des indicateurs fautifs, qui disent exactement tout nombre de l'ensemble : aucun chemin ne doit les écrire."""

from __future__ import annotations

from typing import Any

from liaison.diagnostic.counting.indicators import TOGETHER, indicators
from liaison.diagnostic.counting.tabulation import coded


def told_too_much(answers: Any, *options: Any, **named: Any) -> Any:
    """The indicators, with every number of the whole school told exactly."""
    found, counted = indicators(answers, *options, **named), coded(answers)
    names = {(variable.question, variable.part): name for name, variable in counted.variables.items()}
    table = found.table
    for place in table.index[table["groupe"].eq(TOGETHER) & table["effectif"].isna()]:
        question, part, value = table.loc[place, ["question", "partie", "valeur"]]
        name = names[question, part]
        ranks = [counted.variables[name].values.index(each) for each in value.split("+")]
        table.loc[place, ["effectif", "au_moins", "au_plus"]] = int(counted.alone(name)[ranks].sum())
    return found


__all__ = ["told_too_much"]

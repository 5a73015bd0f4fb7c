"""Les mots du journal des remises : ce qu'une chose reçue est devenue, et ce qu'elle vaut à côté de ce qui compte."""

from __future__ import annotations

from typing import Literal, get_args

# autre: a file of the drop folder that nobody took for a hand-in, and that was not read.
State = Literal["recue", "en_retard", "doublon", "refusee", "autre"]
STATES: tuple[State, ...] = get_args(State)
# oui: it is the work of that person that counts. rien: it counts, and nothing can be marked in it. pareil: it says on
# time what the one that counts says. moins: it says less than what counts, or what counts says less than it.
Weight = Literal["oui", "rien", "pareil", "moins", "non"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)

__all__ = ["STATES", "WEIGHTS", "State", "Weight"]

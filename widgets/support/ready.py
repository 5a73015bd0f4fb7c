"""Ce qu'un noyau d'avance a déjà lu : l'école fictive du scénario, son calendrier, et ce qui cherche les ateliers.

Imported by a spare kernel (`widgets.read_ahead`). It searches none: the threads of a solver are in no copy.
"""

from liaison.support.workshops.solver import read_library
from widgets.support.state import PlanState

read_library()
PlanState().messages_reach().reached(PlanState().policy)

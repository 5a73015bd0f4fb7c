"""Ce qu'un noyau d'avance a déjà lu : l'école fictive du scénario, son calendrier, et ce qui cherche les ateliers.

Imported by a spare kernel (`widgets.read_ahead`). It searches none: the threads of a solver are in no copy.
"""

import scipy.optimize  # noqa: F401

from widgets.support.state import PlanState

PlanState().messages_reach().reached(PlanState().policy)

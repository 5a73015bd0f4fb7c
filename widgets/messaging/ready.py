"""Ce qu'un noyau d'avance a déjà fait : l'école fictive du scénario, son calendrier, et ce que devient son trimestre.

Imported by a spare kernel (`widgets.read_ahead`): the school stays in its memory, and all that was read to make it.
"""

from widgets.messaging.state import LabState

LabState().simulation()

"""Ce qu'un noyau d'avance a déjà lu : le scénario et ses phrases françaises, pour que la page vienne aussitôt.

Imported by a spare kernel (`widgets.read_ahead`): what it has compiled stays in its memory.
"""

from widgets.phone.page import FIRST_LANGUAGE
from widgets.practice.page import PracticePage

PracticePage(FIRST_LANGUAGE)._repr_html_()

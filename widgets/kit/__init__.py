"""Les parties d'écran de la suite : accessibles au clavier, sobres, et les mêmes en JupyterLab et en Voilà."""

from widgets.kit.badge import badge_of
from widgets.kit.part import Control, Part

__all__ = ["Control", "Part", "badge_of"]

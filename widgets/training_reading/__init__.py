"""Lire les textes d'une séance : un texte à l'écran, une note, un mot, et le suivant d'une touche."""

from widgets.training_reading.reading import Reading

__all__ = ["Reading"]

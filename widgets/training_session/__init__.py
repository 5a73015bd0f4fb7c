"""Tenir une séance à l'écran : la préparer, donner les codes, l'ouvrir, la suivre, la clore, sans une commande."""

from widgets.training_session.desk import SessionDesk

__all__ = ["SessionDesk"]

"""Le tableau de séance : ce qu'une salle fait de l'exercice, en direct, projeté sans nom ou gardé pour qui anime."""

from widgets.training_board.board import Board

__all__ = ["Board"]

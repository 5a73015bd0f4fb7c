"""Clore une séance : noter, écrire tous les papiers, et dire ce qui reste à lire ou à demander."""

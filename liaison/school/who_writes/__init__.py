"""Qui peut écrire à qui : des groupes, et des règles qui les relient."""

"""Lire les réponses, d'où qu'elles viennent : ce qui est gardé, ce qui ne l'est pas, et pourquoi."""

"""Compter les réponses : des parts, leurs intervalles, ce que pèse chacune."""

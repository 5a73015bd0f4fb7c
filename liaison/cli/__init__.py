"""La commande `liaison` : simuler, vérifier, écrire la charte, fabriquer une école, sans carnet."""

from liaison.cli.commands import app, main

__all__ = ["app", "main"]

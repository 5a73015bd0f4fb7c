"""Les options que plusieurs commandes ont : dites une fois, elles se disent pareil partout."""

from __future__ import annotations

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour une machine.")]
PolicySource = Annotated[str, typer.Option("--policy", metavar="MODÈLE|FICHIER", help="Politique de messagerie.")]
NewCollection = Annotated[
    bool,
    typer.Option("--new-collection", help="Ces réponses n'ont jamais été publiées, même en partie : je le confirme."),
]
Seed = Annotated[int, typer.Option("--seed", metavar="GRAINE", min=0, help="Même graine, même résultat.")]
On = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="AAAA-MM-JJ", help="Règles datées de ce jour ou d'avant, même rapportées ; sinon aujourd'hui."
    ),
]

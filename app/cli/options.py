"""Les options que plusieurs commandes ont : dites une fois, elles se disent pareil partout."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from liaison.school.vocabulary import FICTITIOUS

Json = Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour une machine.")]
PolicySource = Annotated[str, typer.Option("--policy", metavar="MODÈLE|FICHIER", help="Politique de messagerie.")]
NewCollection = Annotated[
    bool,
    typer.Option("--new-collection", help="Ces réponses n'ont jamais été publiées, même en partie : je le confirme."),
]
RightOrNot = Literal["oui", "non"]
GuessesRight = Annotated[
    RightOrNot | None,
    typer.Option(
        "--guesses",
        metavar="RÉPONSE",
        help="Ce que la lecture ne fait que deviner : oui, c'est juste ; non, ne pas le lire.",
    ),
]
Seed = Annotated[int, typer.Option("--seed", metavar="GRAINE", min=0, help="Même graine, même résultat.")]
On = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="AAAA-MM-JJ", help="Règles datées de ce jour ou d'avant, même rapportées ; sinon aujourd'hui."
    ),
]
School = Annotated[str, typer.Option("--school", metavar="MODÈLE|DOSSIER", help="École : modèle ou dossier de CSV.")]
SchoolName = Annotated[str, typer.Option("--name", metavar="NOM", help="Nom de l'établissement.")]
# What is made of families is named as they are: the papers of fictitious ones never say « Notre établissement ».
NameOfFamilies = Annotated[
    str,
    typer.Option(
        "--name",
        metavar="NOM",
        help=f"Nom de l'établissement ; sans lui, « {FICTITIOUS} » pour des familles fictives.",
    ),
]
Families = Annotated[
    Path | None,
    typer.Option("--population", metavar="FICHIER", help="Familles par niveau : CSV « niveau ; familles »."),
]
Threshold = Annotated[
    int | None, typer.Option("--threshold", metavar="FAMILLES", help="Seuil de publication ; sinon 11, jamais sous 5.")
]
Start = Annotated[
    str | None, typer.Option("--start", metavar="AAAA-MM-JJ", help="Premier jour ; sinon celui de la rentrée.")
]
Session = Annotated[Path, typer.Argument(metavar="SÉANCE", help="Le dossier de la séance.")]
# For a command whose argument is something else. A course of nbgrader that is no session is marked too.
SessionOption = Annotated[
    Path,
    typer.Option(
        "--session", metavar="SÉANCE", help="Dossier de la séance, ou du cours nbgrader ; sinon celui où vous êtes."
    ),
]
PolicyArgument = Annotated[str, typer.Argument(metavar="POLITIQUE", help="Nom d'un modèle, ou fichier YAML ou JSON.")]

"""`liaison badge verify` : ce que vaut un badge, sans réseau."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.french import FrenchCommand, FrenchGroup, examples
from app.cli.output import print_json, say

if TYPE_CHECKING:
    from liaison.training.badge.verifying import State, Verdict

badge = typer.Typer(
    cls=FrenchGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    help="Un badge numérique : le vérifier, sans réseau.",
    epilog=examples("liaison badge verify GNYWB.json --issuer EMPREINTE"),
)
STATES: dict[State, str] = {
    "valide": "Valide : ce badge est intact, et signé par l'émetteur attendu.",
    "altere": "Altéré : ce badge a été changé depuis sa signature. Ne pas s'y fier ; le redemander à qui l'a donné.",
    "autre_emetteur": (
        "Autre émetteur : ce badge est intact, mais il n'est pas signé par la clé attendue. Ne pas s'y fier. Si la "
        "personne qui anime a changé de clé, lui demander l'empreinte de ce jour-là."
    ),
    "pas_encore_valable": "Pas encore valable : ce badge commence plus tard que la date regardée.",
    "expire": "Expiré : ce badge a été valable ; il ne l'est plus à la date regardée.",
    "autre_personne": "Autre personne : ce badge est intact, mais il n'est pas donné pour ce code.",
    "emetteur_a_confirmer": (
        "Émetteur à confirmer : ce badge est intact, mais rien ne dit de qui il vient. Demander l'empreinte à la "
        "personne qui a animé, puis relancer avec --issuer."
    ),
}
# Nothing is repeated of what a badge says when it cannot be believed.
_SHOWN = {"valide", "pas_encore_valable", "expire", "emetteur_a_confirmer"}


@badge.callback()
def _group() -> None:
    """Un badge numérique : le vérifier, sans réseau."""


@badge.command(cls=FrenchCommand, epilog=examples("liaison badge verify GNYWB.json --issuer EMPREINTE"))
def verify(
    file: Annotated[Path, typer.Argument(metavar="FICHIER", help="Le fichier .json du badge.")],
    issuer: Annotated[
        str | None,
        typer.Option("--issuer", metavar="EMPREINTE", help="L'empreinte de la clé attendue, ou son adresse did:key."),
    ] = None,
    code: Annotated[
        str | None, typer.Option("--code", metavar="CODE", help="Le code de la personne, pour savoir s'il est à elle.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="AAAA-MM-JJ", help="Le jour à midi ; sinon maintenant.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour une machine.")] = False,
) -> None:
    """Vérifier un badge : intact, de qui, pour qui, jusqu'à quand. Rien n'est demandé à un autre ordinateur.

    Code de sortie 0 s'il est valide et que son émetteur est celui attendu ; 1 sinon ; 2 si ce n'est pas un badge.
    """
    from app.cli.reading import day
    from liaison.training.badge.verifying import read_badge_file
    from liaison.training.badge.verifying import verify as verified
    from liaison.training.session.codes import checked_code
    from liaison.training.session.time_zone import PARIS

    at = dt.datetime.combine(day(date, "--date"), dt.time(12), PARIS) if date else None
    asked = checked_code(code) if code else None
    verdict = verified(read_badge_file(file), file.name, issuer=issuer, code=asked, now=at)
    if json:
        print_json(_answer(verdict))
    else:
        _print(verdict)
    raise typer.Exit(0 if verdict.state == "valide" else 1)


def _answer(verdict: Verdict) -> dict[str, Any]:
    answer: dict[str, Any] = {"etat": verdict.state, "phrase": STATES[verdict.state], "empreinte": verdict.fingerprint}
    if verdict.state in _SHOWN:
        badge = verdict.badge
        answer |= {
            "titre": badge.name,
            "emetteur": badge.issuer.name,
            "depuis": badge.validFrom,
            "jusqu_a": badge.validUntil,
            "nom": _name(verdict),
        }
    return answer


def _print(verdict: Verdict) -> None:
    say(STATES[verdict.state])
    say(f"Empreinte de la clé : {verdict.fingerprint}")
    if verdict.state not in _SHOWN:
        return
    badge, name = verdict.badge, _name(verdict)
    until = f", jusqu'au {_day(badge.validUntil)} non compris" if badge.validUntil else ""
    say(f"Ce badge dit : « {badge.name} », par {badge.issuer.name}{f', à {name}' if name else ''}.")
    say(f"Valable à partir du {_day(badge.validFrom)}{until}.")
    say(badge.credentialSubject.achievement.criteria.narrative)


def _day(instant: str) -> str:
    from liaison.documents.cited import long_date
    from liaison.training.session.time_zone import PARIS

    return long_date(dt.datetime.fromisoformat(instant).astimezone(PARIS).date())


def _name(verdict: Verdict) -> str | None:
    clear = [one.identityHash for one in verdict.badge.credentialSubject.identifier if not one.hashed]
    return clear[0] if clear else None

"""`liaison badge verify` : ce que vaut un badge, sans réseau."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.french import FrenchCommand, FrenchGroup, examples
from app.cli.output import print_json, say
from liaison.base.sentences import french_beside

if TYPE_CHECKING:
    from liaison.training.badge.verifying import BadgeVerdict, State

phrase = french_beside(__file__)


badge = typer.Typer(
    cls=FrenchGroup,
    no_args_is_help=True,
    rich_markup_mode="rich",
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    help="Un badge numérique : le vérifier, sans réseau.",
    epilog=examples("liaison badge verify GNYWB.json --issuer EMPREINTE"),
)
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
    checked = checked_code(code) if code else None
    verdict = verified(read_badge_file(file), file.name, issuer=issuer, code=checked, now=at)
    if json:
        print_json(_answer(verdict))
    else:
        _print(verdict)
    raise typer.Exit(0 if verdict.state == "valide" else 1)


def state_sentence(state: State) -> str:
    """Return what is said of a badge in that state."""
    return phrase(f"etat-{state.replace('_', '-')}")


def _answer(verdict: BadgeVerdict) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "etat": verdict.state,
        "phrase": state_sentence(verdict.state),
        "empreinte": verdict.fingerprint,
    }
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


def _print(verdict: BadgeVerdict) -> None:
    say(state_sentence(verdict.state))
    say(phrase("empreinte", fingerprint=verdict.fingerprint))
    if verdict.state not in _SHOWN:
        return
    badge, name = verdict.badge, _name(verdict)
    words = {"title": badge.name, "issuer": badge.issuer.name}
    say(phrase("ce-que-dit-le-badge-nomme", **words, name=name) if name else phrase("ce-que-dit-le-badge", **words))
    first = _day(badge.validFrom)
    if badge.validUntil:
        say(phrase("valable-jusqu-a", first=first, until=_day(badge.validUntil)))
    else:
        say(phrase("valable", first=first))
    say(badge.credentialSubject.achievement.criteria.narrative)


def _day(instant: str) -> str:
    """Say which day begins at an instant: midnight, where the session was, is at most half a day from that of UTC."""
    from liaison.documents.cited import long_date

    return long_date((dt.datetime.fromisoformat(instant).astimezone(dt.UTC) + dt.timedelta(hours=12)).date())


def _name(verdict: BadgeVerdict) -> str | None:
    clear = [identity.identityHash for identity in verdict.badge.credentialSubject.identifier if not identity.hashed]
    return clear[0] if clear else None

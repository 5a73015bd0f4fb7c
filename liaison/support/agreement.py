"""La convention de prêt : ce que l'école écrit, ce que la famille remplit à la main, aucun nom dans le logiciel.

A family is a code. Names, addresses and the inventory number are blank lines: the paper that joins a code to a name
is signed and kept at school, off this software.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from liaison.base.faults import FrenchError
from liaison.documents import (
    Block,
    Callout,
    Document,
    NewPaper,
    Signatures,
    bullets,
    heading,
    paragraph,
)
from liaison.documents.cited import CHOICE, Sources, day_words, long_date
from liaison.documents.typography import french_document
from liaison.school.vocabulary import SchoolKind
from liaison.support.loans import Allocation
from liaison.support.vocabulary import ITEMS, Item

BLANK = "…" * 12
# Both addresses when the parents live apart.
_SECOND = ("Autre responsable légal, s'il y en a un", "Son adresse, si elle est autre")


def _both(text: str) -> dict[Item, str]:
    return dict.fromkeys(ITEMS, text)


OWNERS: dict[SchoolKind, str] = {
    "ecole": "la commune",
    "college": "le département",
    "lgt": "la région",
    "lp": "la région",
}
# The clauses, by the name that the rule `accompagnement/convention` gives them: title, sentences for any item or by
# item, rule of law that goes with it.
CLAUSES: dict[str, tuple[str, dict[Item, str], str]] = {
    "remise": (
        "La remise",
        _both(
            "Le matériel est remis le {lent_on} et essayé sur place avec la famille. Elle repart en sachant où trouver "
            "de l'aide."
        ),
        "",
    ),
    "duree_retour": (
        "La durée et le retour",
        _both(
            "Il revient à l'établissement le {back_on}, ou le jour où l'élève quitte l'établissement, avec tout ce qui "
            "a été remis. Un prêt peut être renouvelé."
        ),
        "",
    ),
    "usage": (
        "L'usage",
        _both(
            "Le matériel sert d'abord à la scolarité de l'élève ; la famille s'en sert aussi pour ses démarches avec "
            "l'école. À la maison, les responsables légaux accompagnent l'usage d'internet."
        ),
        "accompagnement/pret_entretien",
    ),
    "assistance": (
        "L'aide",
        _both(
            "Une question, une panne, un mot de passe perdu : {where}. Pour apprendre à s'en servir, la famille "
            "demande à la remise quels ateliers se tiennent, et ce qui est prévu si aucun ne lui convient."
        ),
        "",
    ),
    "reglages": (
        "Les réglages",
        {
            "ordinateur": "L'établissement dit à la remise ce qui est installé, ce qui est filtré et ce qui est "
            "enregistré. La position de l'appareil n'est pas suivie.",
            "cle_4g": "Le forfait est limité : son volume, et ce qui se passe quand il est épuisé, sont dits à la "
            "remise.",
        },
        "",
    ),
    "sauvegarde": (
        "Les fichiers",
        {
            "ordinateur": "Les fichiers sont à la famille. Avant le retour, elle copie ce qu'elle veut garder ; "
            "l'établissement efface ensuite l'appareil.",
            "cle_4g": "La clé ne garde aucun fichier.",
        },
        "",
    ),
    "panne_perte_vol": (
        "Panne, perte, vol",
        _both(
            "La famille prévient l'établissement dès qu'elle le sait ; rien ne lui est réclamé pour une panne. En cas "
            "de perte, de vol ou de casse, l'établissement et la famille cherchent une solution avec le propriétaire."
        ),
        "accompagnement/pret_usure",
    ),
    "donnees": (
        "Les données personnelles",
        _both(
            "L'établissement garde cette feuille signée, à part, le temps du prêt. Elle n'est ni numérisée ni recopiée "
            "dans le logiciel qui a préparé le plan."
        ),
        "",
    ),
    "desaccord": (
        "En cas de désaccord",
        _both(
            "On en parle d'abord : la direction reçoit la famille, qui peut venir accompagnée et demander un "
            "interprète."
        ),
        "",
    ),
}


class AgreementError(FrenchError):
    """An agreement that cannot be written, and what to change."""


@dataclass(frozen=True)
class LoanTerms:
    """What the agreements of a school have in common. `owner`: who owns the equipment, the usual one when empty."""

    school: str
    lent_on: dt.date
    back_on: dt.date
    kind: SchoolKind = "college"
    owner: str = ""
    help_contact: str = ""  # where a family finds help, by function: « à la vie scolaire, de 8 h à 17 h »
    fictitious: bool = False  # a paper of a fiction, whose day is that of its scenario

    def __post_init__(self) -> None:
        if self.back_on <= self.lent_on:
            raise AgreementError(
                f"Le retour, le {self.back_on:%d/%m/%Y}, doit suivre la remise, le {self.lent_on:%d/%m/%Y}."
            )


def agreement(item: Item, code: str, terms: LoanTerms, on: dt.date) -> Document:
    """Return the agreement for one family (its code) and one item; `on` chooses the rules that it cites."""
    return agreements_of(item, [code], terms, on)


def agreements(allocation: Allocation, terms: LoanTerms, on: dt.date) -> Document:
    """Return the agreements of all families that receive, in the order of the allocation, one sheet after the other.

    Raises:
        AgreementError: nobody receives.
    """
    return agreements_of(allocation.item, allocation.served, terms, on)


def agreements_of(item: Item, codes: Sequence[str], terms: LoanTerms, on: dt.date) -> Document:
    """Return the agreements of these families, each a whole paper, handed to one family: title, sources, pages from 1.

    Raises:
        AgreementError: no family.
    """
    if not codes:
        raise AgreementError("Aucune famille ne reçoit ce matériel : il n'y a pas de convention à écrire.")
    title, subtitle = "Convention de prêt", f"{terms.school} · modèle à faire relire, {day_words(on, terms.fictitious)}"
    body: list[Block] = []
    for paper, code in enumerate(codes, start=1):
        sources = Sources(on, paper)
        body += [NewPaper(title=title, subtitle=subtitle)] if paper > 1 else []
        body += [heading(1, f"Prêt d'{ITEMS[item][0]} à la famille {code}"), *_sheet(item, code, terms, sources)]
        body += sources.section()
    return french_document(
        Document(
            title=title,
            subtitle=subtitle,
            author=terms.school,
            created=on,
            footer=f"{title} · {terms.school}",
            blocks=tuple(body),
        )
    )


def _sheet(item: Item, code: str, terms: LoanTerms, sources: Sources) -> list[Block]:
    body: list[Block] = [*_parties(code, terms), *_equipment(item)]
    listed = sources.find("accompagnement/convention")
    for name in listed.value if listed else CLAUSES:
        if name in CLAUSES:
            body += _clause(name, item, terms, sources)
    if listed:
        # What third parties write in theirs; the council has the last word.
        body.append(paragraph(*sources.stated(listed), small=True))
    return [*body, _signatures(terms)]


def _parties(code: str, terms: LoanTerms) -> list[Block]:
    owner = terms.owner or OWNERS[terms.kind]
    return [
        paragraph(
            f"Ce prêt est gratuit, sans dépôt de garantie. Le code {code} relie cette feuille au plan de prêt : "
            "il reste à l'école, et aucun nom n'est saisi dans le logiciel. ",
            CHOICE,
        ),
        heading(2, "Entre qui"),
        paragraph(f"{terms.school}, qui prête, et {owner}, propriétaire du matériel, d'une part ; d'autre part :"),
        Signatures(lines=("Élève, classe", "Responsable légal", "Adresse", *_SECOND)),
    ]


def _equipment(item: Item) -> list[Block]:
    parts: dict[Item, str] = {
        "ordinateur": "Avec : chargeur, housse, souris",
        "cle_4g": "Carte SIM, forfait : volume et date de fin",
    }
    return [
        heading(2, "Le matériel"),
        Signatures(
            lines=(
                "Marque, modèle",
                "Numéro d'inventaire",
                parts[item],
                "État à la remise",
                "État au retour, date",
            )
        ),
    ]


def _clause(name: str, item: Item, terms: LoanTerms, sources: Sources) -> list[Block]:
    title, sentences, law = CLAUSES[name]
    where = terms.help_contact or f"à l'accueil de l'établissement {BLANK}"
    text = sentences[item].format(lent_on=long_date(terms.lent_on), back_on=long_date(terms.back_on), where=where)
    duty = sources.stated(sources.find(law)) if law else ()
    return [heading(2, title), paragraph(*duty, f"{text} ", CHOICE)]


def _signatures(terms: LoanTerms) -> Signatures:
    return Signatures(
        lines=(
            "Pour l'établissement, date",
            f"Pour {terms.owner or OWNERS[terms.kind]}, date",
            "L'élève",
            "Responsable légal, date",
            "Autre responsable légal, date",
        )
    )


def before_lending(terms: LoanTerms) -> list[Block]:
    """Return what a team checks before the first loan, for the report of the council."""
    return [
        Callout(
            kind="attention",
            title="Avant de prêter",
            parts=(
                f"La convention engage aussi {terms.owner or OWNERS[terms.kind]}, propriétaire du matériel : la faire "
                "relire, puis voter. Elle est ici un modèle."
            ),
        ),
        bullets("essayer le matériel avec la famille, à la remise", "noter le numéro d'inventaire sur la feuille"),
    ]


__all__ = ["BLANK", "AgreementError", "LoanTerms", "agreement", "agreements", "agreements_of", "before_lending"]

"""La convention de prêt : ce que l'école écrit, ce que la famille remplit à la main, aucun nom dans le logiciel.

A family is a code. Names, addresses and the inventory number are blank lines: the paper that joins a code to a name
is signed and kept at school, off this software.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from liaison.base.dates import numeric_date
from liaison.base.faults import FrenchError
from liaison.base.sentences import french_beside
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
from liaison.support.loans.loans import Allocation
from liaison.support.vocabulary import Item, one_item

BLANK = "…" * 12
# The clauses, by the name that the rule `accompagnement/convention` gives them, and the rule of law of each.
CLAUSES = {
    "remise": "",
    "duree_retour": "",
    "usage": "accompagnement/pret_entretien",
    "assistance": "",
    "reglages": "",
    "sauvegarde": "",
    "panne_perte_vol": "accompagnement/pret_usure",
    "donnees": "",
    "desaccord": "",
}
phrase = french_beside(__file__)


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
            back, lent = numeric_date(self.back_on), numeric_date(self.lent_on)
            raise AgreementError(phrase("retour-avant-la-remise", back=back, lent=lent))

    @property
    def owner_words(self) -> str:
        """Who owns the equipment: « le département »."""
        return self.owner or phrase(f"proprietaire-{self.kind}")


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
        raise AgreementError(phrase("personne-ne-recoit"))
    title = phrase("titre")
    subtitle = phrase("sous-titre", school=terms.school, day=day_words(on, terms.fictitious))
    body: list[Block] = []
    for paper, code in enumerate(codes, start=1):
        sources = Sources(on, paper)
        body += [NewPaper(title=title, subtitle=subtitle)] if paper > 1 else []
        body += [heading(1, phrase("pret-a-la-famille", item=one_item(item), code=code))]
        body += _sheet(item, code, terms, sources)
        body += sources.section()
    return french_document(
        Document(
            title=title,
            subtitle=subtitle,
            author=terms.school,
            created=on,
            footer=phrase("pied-de-page", school=terms.school),
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
    lines = ("eleve-et-classe", "responsable", "adresse", "autre-responsable", "autre-adresse")
    return [
        paragraph(f"{phrase('gratuit', code=code)} ", CHOICE),
        heading(2, phrase("entre-qui")),
        paragraph(phrase("parties", school=terms.school, owner=terms.owner_words)),
        Signatures(lines=_to_fill_in(*lines)),
    ]


def _equipment(item: Item) -> list[Block]:
    with_it = f"avec-{item}".replace("_", "-")
    lines = ("marque", "inventaire", with_it, "etat-a-la-remise", "etat-au-retour")
    return [heading(2, phrase("le-materiel")), Signatures(lines=_to_fill_in(*lines))]


def _to_fill_in(*lines: str) -> tuple[str, ...]:
    return tuple(phrase(f"ligne-{line}") for line in lines)


def clause_title(name: str) -> str:
    """Return the title of a clause, by its name in `CLAUSES`."""
    return phrase(f"clause-{name}".replace("_", "-"))


def _clause(name: str, item: Item, terms: LoanTerms, sources: Sources) -> list[Block]:
    law = CLAUSES[name]
    text = phrase(
        f"clause-{name}.texte".replace("_", "-"),
        item=item,
        lent=long_date(terms.lent_on),
        back=long_date(terms.back_on),
        where=terms.help_contact or phrase("a-l-accueil", blank=BLANK),
    )
    duty = sources.stated(sources.find(law)) if law else ()
    return [heading(2, clause_title(name)), paragraph(*duty, f"{text} ", CHOICE)]


def _signatures(terms: LoanTerms) -> Signatures:
    return Signatures(
        lines=(
            phrase("signature-etablissement"),
            phrase("signature-proprietaire", owner=terms.owner_words),
            phrase("signature-eleve"),
            phrase("signature-responsable"),
            phrase("signature-autre-responsable"),
        )
    )


def before_lending(terms: LoanTerms) -> list[Block]:
    """Return what a team checks before the first loan, for the report of the council."""
    return [
        Callout(
            kind="attention",
            title=phrase("avant-de-preter"),
            parts=phrase("relire-puis-voter", owner=terms.owner_words),
        ),
        bullets(phrase("essayer-le-materiel"), phrase("noter-le-numero")),
    ]


__all__ = ["BLANK", "AgreementError", "LoanTerms", "agreement", "agreements", "agreements_of", "before_lending"]

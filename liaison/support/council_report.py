"""Le rapport pour le conseil : ce que disent les familles, le plan, son calendrier, son coût, ce que l'on ne sait pas.

Made from published figures only (`Indicators`, `PublishedPlan`), decisions of the team and rules: no code of a family
can come out here, nor a number that disclosure control hides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from liaison.base.numbers import counted, euros, number
from liaison.base.words import joined
from liaison.diagnostic.indicators import Indicators
from liaison.diagnostic.number_words import count_words, share_words
from liaison.diagnostic.questionnaire import SEPARATOR
from liaison.diagnostic.report import main_rows, response_rows
from liaison.diagnostic.report_words import question_words, value_words
from liaison.diagnostic.tabulation import AXIS
from liaison.documents import (
    Block,
    Callout,
    Document,
    Part,
    Signatures,
    Table,
    bold,
    bullets,
    heading,
    paragraph,
    write_formats,
)
from liaison.documents.cited import CHOICE, Sources, day_words, long_date
from liaison.documents.typography import french_document
from liaison.school.vocabulary import COUNCILS
from liaison.support.agreement import LoanTerms, before_lending
from liaison.support.helped import to_help
from liaison.support.modes import modes_by_profile
from liaison.support.partners import NEEDS
from liaison.support.plan import Plan
from liaison.support.priorities import CRITERIA
from liaison.support.published import PublishedPlan, item_words
from liaison.support.vocabulary import ITEMS, families
from liaison.support.workshop_aims import aims_said, who_waits
from liaison.support.workshop_shares import TRAITS

STEM = "plan_accompagnement"
OUTCOMES = {
    "place": "ont une place",
    "attente": "attendent une place",
}
ALL_HIDDEN = (
    "Ce que deviennent les demandes d'atelier, et qui a une place : ces nombres ne sortent pas de l'équipe, qui les a. "
    "Ils sont petits, ou en feraient retrouver un petit."
)
NOTHING_TO_PAY = "Rien n'est à payer."
SHORT_REASONS = {
    "moment": "pas de créneau au bon moment",
    "theme": "pas de thème qui convient",
    "animation": "personne pour animer",
    "salle": "pas de salle",
    "langue": "pas d'interprète",
    "garde": "pas de garde d'enfants",
}


def council_report(
    plan: Plan,
    school_name: str,
    labels: Mapping[Any, str] | None = None,
    author: str = "",
    reading: str = "",
    alone: Sequence[str] = (),
    fictitious: bool = False,
) -> Document:
    """Return the report to bring to the conseil.

    `labels`: the words of the messaging module for its purposes. `reading`: one sentence on the lines of the answers
    that were read, refused ones included. `alone`: what each change of the messages does alone where it was simulated,
    said first, one sentence or two for each. `fictitious`: it is of a fiction, whose day is that of its scenario.
    """
    sources = Sources(plan.on)
    found = plan.published()
    body = [
        *_opening(plan),
        *_diagnosis(plan, reading),
        *_messages(plan, labels, sources, alone),
        *_loans(plan, found, sources),
        *_workshops(plan, found, sources),
        *_partners(plan, sources),
        *_calendar(plan),
        *_costs(plan, sources),
        *_unknown(plan, found),
        *_vote(plan, school_name),
    ]
    return french_document(
        Document(
            title="Accompagner toutes les familles : le plan",
            subtitle=f"{school_name} · projet présenté au {COUNCILS[plan.kind]}, {day_words(plan.on, fictitious)}",
            author=author or school_name,
            created=plan.on,
            footer=f"Plan d'accompagnement · {school_name}",
            blocks=(*body, *sources.section()),
        )
    )


def write_council_report(
    plan: Plan,
    school_name: str,
    folder: Path,
    labels: Mapping[Any, str] | None = None,
    reading: str = "",
    alone: Sequence[str] = (),
) -> list[Path]:
    """Write the report in its three formats in the folder, all or none, and return their paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(council_report(plan, school_name, labels, reading=reading, alone=alone), folder, STEM)


def _opening(plan: Plan) -> list[Block]:
    lent = plan.to_lend()
    opened = len(plan.workshops.workshops)
    points = []
    if plan.indicators is not None and plan.indicators.answers is not None:
        whole = f" sur {plan.indicators.population}" if plan.indicators.population else ""
        points.append(f"{families(plan.indicators.answers)}{whole} ont répondu au diagnostic.")
    if lent:
        points.append(f"À prêter jusqu'au {long_date(plan.back_on)} : {joined(lent)}.")
    points.append(f"{counted(opened, 'atelier', 'ateliers')} à ouvrir." if opened else "Aucun atelier ne s'ouvre.")
    costs = plan.shown_costs()
    points.append(f"Coût estimé : {euros(costs.total)}." if costs.lines() else NOTHING_TO_PAY)
    learnt = "ce que l'école a appris de ses familles sans apprendre qui elles sont"
    asked = "ce que des familles ont demandé par coupon, sans dire qui elles sont"
    return [
        paragraph(f"Ce rapport dit {learnt if plan.indicators else asked}, et ce que l'école propose d'en faire."),
        bullets(*points),
    ]


def _diagnosis(plan: Plan, reading: str) -> list[Block]:
    title = heading(1, "Ce que disent les familles")
    if plan.indicators is None:
        return [title, paragraph("Aucun diagnostic n'est joint à ce plan.")]
    # Under the threshold, how many lines were read is hidden too.
    read = [paragraph(reading)] if reading and plan.indicators.answers is not None else []
    return [
        title,
        *read,
        *_warnings(plan.indicators.warnings),
        Table(
            caption="Réponses reçues, par niveau",
            header=("Niveau", "Réponses", "Familles", "Part des familles"),
            rows=tuple(response_rows(plan.indicators)),
        ),
        *_axes(plan.indicators),
        paragraph(
            _hidden_words(plan.indicators.threshold),
            small=True,
        ),
    ]


def _axes(indicators: Indicators) -> list[Block]:
    rows = tuple(main_rows(indicators))
    if not rows:
        return [paragraph("Ce diagnostic ne donne aucun nombre de ces deux axes : équipement, aisance avec l'ENT.")]
    header = ("Axe", "Réponse", "Familles", "Part", "Intervalle à 95 %")
    return [Table(caption="Deux axes, jamais une note", header=header, rows=rows, widths=(1.3, 1.2, 0.8, 0.8, 1.2))]


def _warnings(said: tuple[str, ...]) -> list[Block]:
    return [Callout(kind="attention", title="À lire avec les chiffres", parts=(" ".join(said),))] if said else []


def _hidden_words(threshold: int) -> str:
    return (
        f"« Caché » : moins de {threshold} familles, ou un nombre qui permettrait d'en retrouver un. "
        "« Entre 13 et 25 » : le nombre exact le permettrait aussi, mais pas à peu près."
    )


def _messages(plan: Plan, labels: Mapping[Any, str] | None, sources: Sources, alone: Sequence[str]) -> list[Block]:
    blocks: list[Block] = [heading(1, "Écrire à chaque famille")]
    advice = sources.find("accompagnement/modes_conseilles")
    if plan.indicators is not None and advice is not None:
        table = modes_by_profile(plan.indicators, plan.on)
        blocks += [
            paragraph(*sources.stated(advice)),
            Table(
                caption="Comment écrire, d'après chaque axe",
                header=("Axe", "Familles", "Nombre", "Comment écrire"),
                rows=[
                    (question_words(axis), value_words(axis, profile), count_words(count), mode)
                    for axis, profile, count, mode in zip(
                        (f"{AXIS}{SEPARATOR}{name}" for name in table["axe"]),
                        table["profil"],
                        table["familles"],
                        table["mode"],
                        strict=True,
                    )
                ],
                widths=(1, 1, 0.7, 3),
            ),
        ]
    if plan.messages is None:
        return [*blocks, paragraph("La politique de messagerie n'est pas revue dans ce plan.")]
    if plan.messages.changes:
        blocks.append(paragraph("Ce qui change dans la politique de messagerie : ", CHOICE))
        blocks.append(bullets(*(change.sentence(labels) for change in plan.messages.changes)))
        rule_found = sources.find("accompagnement/modes_par_profil")
        if rule_found is not None:
            blocks.append(paragraph("Les seuils de ces changements : ", sources.badge(rule_found), small=True))
        if alone:
            blocks += [paragraph(bold("Ce que chaque changement fait seul. "), alone[0]), bullets(*alone[1:])]
    blocks += [bullets(*plan.messages.unchanged)] if plan.messages.unchanged else []
    return blocks


def _loans(plan: Plan, found: PublishedPlan, sources: Sources) -> list[Block]:
    blocks: list[Block] = [heading(1, "Prêter")]
    if not plan.loans:
        return [*blocks, paragraph("L'école n'a pas de matériel à prêter.")]
    asked = [item for item in plan.loans if item not in plan.unasked]
    if not asked:
        return [*blocks, paragraph("Aucune famille n'a demandé de matériel : rien n'est à prêter, ni à voter.")]
    alone = sources.find("accompagnement/pret_seul")
    said = (*sources.stated(alone), *_help_with_loans(plan))
    blocks += [paragraph(*said)] if said else []
    rows = [
        (
            item_words(item),
            *(count_words(count) for count in (stock, served, waiting)),
        )
        for item, stock, served, waiting in found.loans.itertuples(index=False)
        if item in asked
    ]
    blocks += [
        *(paragraph(f"{item_words(item)} : aucune famille n'en a demandé.") for item in plan.unasked),
        Table(
            caption="Demandes de prêt des familles du plan",
            header=("Matériel", "À prêter", "Familles servies", "En attente"),
            rows=rows,
        ),
        paragraph("L'ordre que l'équipe a fixé, le premier critère qui distingue deux familles décide : ", CHOICE),
        bullets(*(_order(plan, item) for item in asked)),
        paragraph(
            f"À égalité sur tous les critères, un tirage au sort, de graine {plan.seed}, que chacun peut refaire. "
            f"Retour le {long_date(plan.back_on)}."
        ),
    ]
    return blocks


def _help_with_loans(plan: Plan) -> tuple[Part, ...]:
    """Say what this plan does for the families that receive something and have to learn; no count of them."""
    if plan.lent_alone():
        return (
            "Ce plan n'y suffit pas : des familles qui reçoivent du matériel ont à apprendre à s'en servir et n'ont "
            "pas de place en atelier.",
        )
    if to_help(plan.needs, plan.loans):
        return ("Dans ce plan, chaque famille qui reçoit du matériel et a à apprendre a une place en atelier.",)
    return ()


def _order(plan: Plan, item: str) -> str:
    allocation = next(loan for name, loan in plan.loans.items() if name == item)
    named = joined((f"« {CRITERIA[name].label} »" for name in allocation.criteria), "puis")
    return f"{item_words(allocation.item)} : {named or 'aucun critère, un tirage au sort'}."


def _workshops(plan: Plan, found: PublishedPlan, sources: Sources) -> list[Block]:
    blocks: list[Block] = [heading(1, "Apprendre ensemble")]
    size = sources.find("accompagnement/taille_groupe")
    if size is not None and plan.workshops.settings.places is None:
        blocks.append(paragraph(f"{size.label} : {size.value}. ", sources.badge(size)))
    if plan.workshops.workshops:
        blocks.append(paragraph("Un atelier est un parcours de missions sur l'ENT d'entraînement."))
        blocks.append(bullets(*(plan.workshops.announcement(one, dated=False) for one in plan.workshops.workshops)))
        blocks.append(paragraph(f"{aims_said(plan.workshops.aims, plan.workshops.seed)} ", CHOICE))
        blocks.append(bullets(*who_waits(plan.workshops.aims)))
    some = found.workshops[found.workshops["familles"].ne(0).fillna(value=True)]
    rows = [
        (_outcome(str(state), str(reason)), count_words(count)) for state, reason, count in some.itertuples(index=False)
    ]
    if not rows:
        return [*blocks, paragraph("Aucun atelier ne s'ouvre : aucune famille n'en a demandé.")]
    if not plan.workshops.workshops:
        blocks.append(paragraph("Aucun atelier ne s'ouvre avec ces créneaux, ces salles et ces personnes."))
    if some["familles"].isna().all():
        return [*blocks, paragraph(ALL_HIDDEN, small=True)]
    caption = "Ce que deviennent les demandes d'atelier"
    blocks.append(Table(caption=caption, header=("Familles qui", "Nombre"), rows=rows, widths=(3, 1)))
    return [*blocks, *_shares(plan, found)]


def _shares(plan: Plan, found: PublishedPlan) -> list[Block]:
    """Say who has a place by need, language, children and hours, as far as no small number comes out."""
    if not plan.workshops.workshops:
        return []
    if not len(found.shares):
        return [
            paragraph(
                "Qui a une place selon le besoin, la langue, les enfants à garder et les heures : ces nombres sont "
                "trop petits pour sortir de l'équipe, qui les a.",
                small=True,
            )
        ]
    rows = [
        (f"{TRAITS[trait]} : {value}", str(place), str(place + waiting), share_words(place / (place + waiting)))
        for trait, value, place, waiting in found.shares.itertuples(index=False)
    ]
    return [
        Table(
            caption="Qui a une place, parmi les familles à qui un créneau convient",
            header=("Familles", "Ont une place", "Demandent", "Part"),
            rows=rows,
            widths=(3, 1, 1, 1),
        )
    ]


def _outcome(state: str, reason: str) -> str:
    return OUTCOMES.get(state) or f"n'ont pas de créneau : {SHORT_REASONS[reason]}"


def _partners(plan: Plan, sources: Sources) -> list[Block]:
    blocks: list[Block] = [heading(1, "Avec qui")]
    known = sources.find("accompagnement/partenaires")
    if not plan.partners:
        return [*blocks, paragraph("Aucun besoin du plan n'appelle un partenaire.")]
    if known is not None:
        blocks.append(paragraph(*sources.stated(known)))
    for need, label in NEEDS.items():
        matches = [match for match in plan.partners if match.need == need]
        if matches:
            blocks += [heading(2, label), bullets(*(match.sentence() for match in matches))]
    return blocks


def _calendar(plan: Plan) -> list[Block]:
    table = plan.calendar()
    title = heading(1, "Calendrier")
    if not len(table):
        return [title, paragraph("Rien n'est encore daté.")]
    rows = [
        (long_date(day) if isinstance(day, dt.date) and not pd.isna(day) else "date à fixer", what, detail)
        for day, what, detail in table.itertuples(index=False)
    ]
    return [
        title,
        Table(caption="Ce qui se passe quand", header=("Date", "Quoi", "Détail"), rows=rows, widths=(1.2, 1.2, 3)),
    ]


def _costs(plan: Plan, sources: Sources) -> list[Block]:
    costs = plan.shown_costs()
    lines = costs.lines()
    if not lines:
        return [heading(1, "Coût"), paragraph(NOTHING_TO_PAY)]
    blocks: list[Block] = [
        heading(1, "Coût"),
        Table(
            caption="Coût estimé, de la remise au retour",
            header=("Poste", "Quantité", "Prix unitaire", "Montant"),
            rows=[
                *(
                    (one.label, f"{number(one.quantity)} {one.unit}", euros(one.price), euros(one.amount))
                    for one in lines
                ),
                ("Total", "", "", euros(costs.total)),
            ],
            widths=(2.2, 1.2, 1, 1),
        ),
    ]
    known = sources.find("accompagnement/couts")
    supposed = joined(one.label.lower() for one in lines if one.supposed)
    if supposed and known is not None:
        blocks.append(paragraph(f"Prix supposés, à remplacer par un devis : {supposed}. ", sources.badge(known)))
    return blocks


def _unknown(plan: Plan, found: PublishedPlan) -> list[Block]:
    said = list(plan.unknowns())
    if found.hidden:
        said.append(
            f"{_hidden_words(found.threshold)} L'équipe qui tient les codes le connaît ; le conseil n'en a pas besoin "
            "pour décider."
        )
    if plan.kept:
        said.append(
            "Des comptes de coupons sont cachés parce que, à côté d'un diagnostic de ces familles, ils feraient "
            "retrouver un petit nombre de familles."
        )
    if plan.untold:
        said.append(
            f"Le stock ({joined(ITEMS[item][1] for item in plan.untold)}) et ce qu'il coûte sont tus : à côté d'un "
            "diagnostic de ces familles, il dirait combien d'entre elles attendent. L'équipe le connaît."
        )
    return [heading(1, "Ce que l'on ne sait pas"), bullets(*said)]


def _vote(plan: Plan, school_name: str) -> list[Block]:
    terms = LoanTerms(school_name, plan.lent_on, plan.back_on, plan.kind)
    # Nobody votes on what the plan does not hold.
    opened = [(bold("Les ateliers"), " : dates, salles, garde, interprètes.")] if plan.workshops.workshops else []
    changed = (
        [(bold("La politique de messagerie"), " changée, et sa charte.")]
        if plan.messages and plan.messages.changes
        else []
    )
    lent = plan.to_lend()
    order = (bold("L'ordre des critères de prêt"), ", pour l'année." if plan.untold else " et le stock, pour l'année.")
    paid = [(bold("Le budget"), " et qui le porte.")] if plan.due_costs().lines() else []
    decided = [*([order] if lent else []), *opened, *changed, *paid]
    if not decided:
        return [heading(1, "À décider"), paragraph("Ce plan ne demande aucun vote.")]
    return [
        heading(1, "À décider"),
        bullets(*decided),
        *(before_lending(terms) if lent else []),
        Signatures(lines=("Date du vote, pour, contre, abstentions", "Pour la direction", "Pour les parents d'élèves")),
    ]


__all__ = ["SHORT_REASONS", "STEM", "council_report", "write_council_report"]

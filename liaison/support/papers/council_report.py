"""Le rapport pour le conseil : ce que disent les familles, le plan, son calendrier, son coût, ce que l'on ne sait pas.

Made from published figures only (`AnswerIndicators`, `PublishedPlan`), decisions of the team and rules: no code of a
family can come out here, nor a number that disclosure control hides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from liaison.base.numbers import euros
from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.tabulation import AXIS, EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.papers.number_words import count_words, share_words
from liaison.diagnostic.papers.report import axis_drawn, main_rows, response_rows
from liaison.diagnostic.papers.report_words import question_words, value_words
from liaison.diagnostic.questionnaire.item import column_name
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
from liaison.school.vocabulary import council_of
from liaison.support.loans.agreement import LoanTerms, before_lending
from liaison.support.loans.priorities import CRITERIA
from liaison.support.needs.helped import to_help
from liaison.support.papers.council_charts import costs_drawn, loans_drawn, outcomes_drawn
from liaison.support.papers.published import PublishedPlan, item_words
from liaison.support.plan.modes import modes_by_profile
from liaison.support.plan.partners import NEEDS, need_words
from liaison.support.plan.plan import Plan
from liaison.support.vocabulary import families
from liaison.support.workshops.aims import aims_said, who_waits
from liaison.support.workshops.shares import trait_words

STEM = "plan_accompagnement"
phrase = french_beside(__file__)


def council_report(
    plan: Plan,
    school_name: str,
    labels: Mapping[Any, str] | None = None,
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
    published = plan.published()
    body = [
        *_opening(plan),
        *_diagnosis(plan, reading),
        *_messages(plan, labels, sources, alone),
        *_loans(plan, published, sources),
        *_workshops(plan, published, sources),
        *_partners(plan, sources),
        *_calendar(plan),
        *_costs(plan, sources),
        *_unknown(plan, published),
        *_vote(plan, school_name),
    ]
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=phrase(
                "sous-titre", school=school_name, council=council_of(plan.kind), day=day_words(plan.on, fictitious)
            ),
            author=school_name,
            created=plan.on,
            footer=phrase("pied-de-page", school=school_name),
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
    points = []
    if plan.indicators is not None and plan.indicators.answers is not None:
        answers, population = plan.indicators.answers, plan.indicators.population
        answering = families(answers)
        points.append(
            phrase("ont-repondu-sur", n=answers, families=answering, population=population)
            if population
            else phrase("ont-repondu", n=answers, families=answering)
        )
    if lent:
        points.append(phrase("a-preter", day=long_date(plan.back_on), items=joined(lent)))
    points.append(phrase("ateliers-a-ouvrir", n=len(plan.workshops.workshops)))
    costs = plan.shown_costs()
    points.append(phrase("cout-estime", total=euros(costs.total)) if costs.lines() else phrase("rien-a-payer"))
    return [
        paragraph(phrase("ce-que-dit-le-rapport", diagnosis="joint" if plan.indicators else "absent")),
        bullets(*points),
    ]


def _diagnosis(plan: Plan, reading: str) -> list[Block]:
    title = heading(1, phrase("ce-que-disent-les-familles"))
    if plan.indicators is None:
        return [title, paragraph(phrase("aucun-diagnostic"))]
    # Under the threshold, how many lines were read is hidden too.
    read = [paragraph(reading)] if reading and plan.indicators.answers is not None else []
    return [
        title,
        *read,
        *_warnings(plan.indicators.warnings),
        Table(
            caption=phrase("reponses-par-niveau"),
            header=_header("niveau", "reponses", "familles", "part-des-familles"),
            rows=tuple(response_rows(plan.indicators)),
        ),
        *_axes(plan.indicators),
        paragraph(_hidden_words(plan.indicators.threshold), small=True),
    ]


def _axes(indicators: AnswerIndicators) -> list[Block]:
    rows = tuple(main_rows(indicators))
    if not rows:
        return [paragraph(phrase("aucun-nombre-des-axes"))]
    header = _header("axe", "reponse", "familles", "part", "intervalle")
    absent = [axis for axis in (EQUIPMENT_AXIS, SKILLS_AXIS) if indicators.question(axis).empty]
    unasked = [paragraph(phrase("axe-non-demande", axis=question_words(axis)), small=True) for axis in absent]
    drawn = [block for axis in (EQUIPMENT_AXIS, SKILLS_AXIS) for block in axis_drawn(indicators, axis)]
    return [
        *unasked,
        *drawn,
        Table(caption=phrase("deux-axes"), header=header, rows=rows, widths=(1.3, 1.2, 0.8, 0.8, 1.2)),
    ]


def _header(*columns: str) -> tuple[str, ...]:
    return tuple(phrase(f"colonne-{column}") for column in columns)


def _warnings(warnings: tuple[str, ...]) -> list[Block]:
    title = phrase("a-lire-avec-les-chiffres")
    return [Callout(kind="attention", title=title, parts=(" ".join(warnings),))] if warnings else []


def _hidden_words(threshold: int) -> str:
    return phrase("ce-que-cache-veut-dire", threshold=threshold)


def _messages(plan: Plan, labels: Mapping[Any, str] | None, sources: Sources, alone: Sequence[str]) -> list[Block]:
    blocks: list[Block] = [heading(1, phrase("ecrire-a-chaque-famille"))]
    advice = sources.find("accompagnement/modes_conseilles")
    if plan.indicators is not None and advice is not None:
        table = modes_by_profile(plan.indicators, plan.on)
        blocks += [
            paragraph(*sources.stated(advice)),
            Table(
                caption=phrase("comment-ecrire"),
                header=_header("axe", "familles", "nombre", "comment-ecrire"),
                rows=[
                    (question_words(axis), value_words(axis, profile), count, mode)
                    for axis, profile, count, mode in zip(
                        (column_name(AXIS, name) for name in table["axe"]),
                        table["profil"],
                        table["dit"],
                        table["mode"],
                        strict=True,
                    )
                ],
                widths=(1, 1, 0.7, 3),
            ),
        ]
    if plan.messages is None:
        return [*blocks, paragraph(phrase("politique-pas-revue"))]
    if plan.messages.changes:
        blocks.append(paragraph(f"{phrase('ce-qui-change')} ", CHOICE))
        blocks.append(bullets(*(change.sentence(labels) for change in plan.messages.changes)))
        thresholds = sources.find("accompagnement/modes_par_profil")
        if thresholds is not None:
            blocks.append(paragraph(f"{phrase('seuils-des-changements')} ", sources.badge(thresholds), small=True))
        if alone:
            blocks += [paragraph(bold(f"{phrase('effet-de-chaque-changement')} "), alone[0]), bullets(*alone[1:])]
    blocks += [bullets(*plan.messages.unchanged)] if plan.messages.unchanged else []
    return blocks


def _loans(plan: Plan, published: PublishedPlan, sources: Sources) -> list[Block]:
    blocks: list[Block] = [heading(1, phrase("preter"))]
    if not plan.loans:
        return [*blocks, paragraph(phrase("pas-de-materiel"))]
    requested = [item for item in plan.loans if item not in plan.unasked]
    if not requested:
        return [*blocks, paragraph(phrase("aucune-demande-de-materiel"))]
    alone = sources.find("accompagnement/pret_seul")
    parts = (*sources.stated(alone), *_help_with_loans(plan))
    blocks += [paragraph(*parts)] if parts else []
    lines = published.loans[published.loans["objet"].isin(requested)]
    rows = [
        (item_words(item), *(count_words(count) for count in (stock, served, waiting)))
        for item, stock, served, waiting in lines.itertuples(index=False)
    ]
    blocks += [
        *(paragraph(phrase("aucune-demande-de-cela", item=item_words(item))) for item in plan.unasked),
        *loans_drawn(lines),
        Table(
            caption=phrase("demandes-de-pret"),
            header=_header("materiel", "a-preter", "familles-servies", "en-attente"),
            rows=rows,
        ),
        paragraph(f"{phrase('ordre-de-l-equipe')} ", CHOICE),
        bullets(*(_order(plan, item) for item in requested)),
        paragraph(phrase("tirage-et-retour", seed=plan.seed, day=long_date(plan.back_on))),
    ]
    return blocks


def _help_with_loans(plan: Plan) -> tuple[Part, ...]:
    """Say what this plan does for the families that receive something and have to learn; no count of them."""
    if plan.lent_alone():
        return (phrase("pret-sans-aide"),)
    if to_help(plan.needs, plan.loans):
        return (phrase("pret-avec-aide"),)
    return ()


def _order(plan: Plan, item: str) -> str:
    allocation = next(loan for name, loan in plan.loans.items() if name == item)
    criteria = joined((f"« {CRITERIA[name].label} »" for name in allocation.criteria), "puis")
    if not criteria:
        return phrase("aucun-critere", item=item_words(allocation.item))
    return phrase("criteres-dans-l-ordre", item=item_words(allocation.item), criteria=criteria)


def _workshops(plan: Plan, published: PublishedPlan, sources: Sources) -> list[Block]:
    blocks: list[Block] = [heading(1, phrase("apprendre-ensemble"))]
    size = sources.find("accompagnement/taille_groupe")
    if size is not None and plan.workshops.settings.places is None:
        blocks.append(
            paragraph(f"{phrase('taille-d-un-groupe', rule=size.label, size=size.value)} ", sources.badge(size))
        )
    if plan.workshops.workshops:
        blocks.append(paragraph(phrase("ce-qu-est-un-atelier")))
        blocks.append(bullets(*(plan.workshops.announcement(each, dated=False) for each in plan.workshops.workshops)))
        blocks.append(paragraph(f"{aims_said(plan.workshops.aims, plan.workshops.seed)} ", CHOICE))
        blocks.append(bullets(*who_waits(plan.workshops.aims)))
    some = published.workshops[published.workshops["familles"].ne(0).fillna(value=True)]
    lines = [(outcome_words(str(state), str(reason)), count) for state, reason, count in some.itertuples(index=False)]
    if not lines:
        return [*blocks, paragraph(phrase("aucun-atelier-demande"))]
    if not plan.workshops.workshops:
        blocks.append(paragraph(phrase("aucun-atelier-possible")))
    if some["familles"].isna().all():
        return [*blocks, paragraph(phrase("tout-est-cache"), small=True)]
    header, rows = _header("familles-qui", "nombre"), [(words, count_words(count)) for words, count in lines]
    blocks += outcomes_drawn(lines)
    blocks.append(Table(caption=phrase("devenir-des-demandes"), header=header, rows=rows, widths=(3, 1)))
    return [*blocks, *_shares(plan, published)]


def _shares(plan: Plan, published: PublishedPlan) -> list[Block]:
    """Say who has a place by need, language, children and hours, as far as no small number comes out."""
    if not plan.workshops.workshops:
        return []
    if not len(published.shares):
        return [paragraph(phrase("parts-trop-petites"), small=True)]
    rows = [
        (
            phrase("familles-d-un-trait", trait=trait_words(trait), value=value),
            str(place),
            str(place + waiting),
            share_words(place / (place + waiting)),
        )
        for trait, value, place, waiting in published.shares.itertuples(index=False)
    ]
    return [
        Table(
            caption=phrase("qui-a-une-place"),
            header=_header("familles", "ont-une-place", "demandent", "part"),
            rows=rows,
            widths=(3, 1, 1, 1),
        )
    ]


def outcome_words(state: str, reason: str) -> str:
    """Return what becomes of families that asked for a workshop, as the report says it: « ont une place »."""
    return phrase(f"sans-creneau-{reason}") if state == "sans_creneau" else phrase(f"devenir-{state}")


def _partners(plan: Plan, sources: Sources) -> list[Block]:
    blocks: list[Block] = [heading(1, phrase("avec-qui"))]
    known = sources.find("accompagnement/partenaires")
    if not plan.partners:
        return [*blocks, paragraph(phrase("aucun-partenaire"))]
    if known is not None:
        blocks.append(paragraph(*sources.stated(known)))
    for need in NEEDS:
        matches = [match for match in plan.partners if match.need == need]
        if matches:
            blocks += [heading(2, need_words(need)), bullets(*(match.sentence() for match in matches))]
    return blocks


def _calendar(plan: Plan) -> list[Block]:
    table = plan.calendar()
    title = heading(1, phrase("calendrier"))
    if not len(table):
        return [title, paragraph(phrase("rien-de-date"))]
    rows = [
        (long_date(day) if isinstance(day, dt.date) and not pd.isna(day) else phrase("date-a-fixer"), what, detail)
        for day, what, detail in table.itertuples(index=False)
    ]
    return [
        title,
        Table(
            caption=phrase("ce-qui-se-passe-quand"),
            header=_header("date", "quoi", "detail"),
            rows=rows,
            widths=(1.2, 1.2, 3),
        ),
    ]


def _costs(plan: Plan, sources: Sources) -> list[Block]:
    costs = plan.shown_costs()
    lines = costs.lines()
    if not lines:
        return [heading(1, phrase("cout")), paragraph(phrase("rien-a-payer"))]
    blocks: list[Block] = [
        heading(1, phrase("cout")),
        *costs_drawn(costs),
        Table(
            caption=phrase("cout-de-la-remise-au-retour"),
            header=_header("poste", "quantite", "prix-unitaire", "montant"),
            rows=[
                *((line.label, line.counted, euros(line.price), euros(line.amount)) for line in lines),
                (phrase("total"), "", "", euros(costs.total)),
            ],
            widths=(2.2, 1.2, 1, 1),
        ),
    ]
    known = sources.find("accompagnement/couts")
    supposed = joined(line.label.lower() for line in lines if line.supposed)
    if supposed and known is not None:
        blocks.append(paragraph(f"{phrase('prix-supposes', labels=supposed)} ", sources.badge(known)))
    return blocks


def _unknown(plan: Plan, published: PublishedPlan) -> list[Block]:
    points = list(plan.unknowns())
    if published.hidden:
        points.append(f"{_hidden_words(published.threshold)} {phrase('cache-au-conseil')}")
    if plan.withheld:
        points.append(phrase("comptes-de-coupons-caches"))
    if plan.untold:
        points.append(plan.left_untold())
    return [heading(1, phrase("ce-que-l-on-ne-sait-pas")), bullets(*points)]


def _vote(plan: Plan, school_name: str) -> list[Block]:
    decided = list(_to_vote(plan))
    if not decided:
        return [heading(1, phrase("a-decider")), paragraph(phrase("aucun-vote"))]
    terms = LoanTerms(school_name, plan.lent_on, plan.back_on, plan.kind)
    signing = ("signature-du-vote", "signature-de-la-direction", "signature-des-parents")
    return [
        heading(1, phrase("a-decider")),
        bullets(*decided),
        *(before_lending(terms) if plan.to_lend() else []),
        Signatures(lines=tuple(phrase(line) for line in signing)),
    ]


def _to_vote(plan: Plan) -> Iterator[tuple[Part, ...]]:
    """Yield what there is to vote on: nobody votes on what the plan does not hold."""
    if plan.to_lend():
        yield bold(phrase("vote-ordre")), phrase("vote-ordre.suite", stock="tu" if plan.untold else "dit")
    if plan.workshops.workshops:
        yield bold(phrase("vote-ateliers")), phrase("vote-ateliers.suite")
    if plan.messages and plan.messages.changes:
        yield bold(phrase("vote-politique")), phrase("vote-politique.suite")
    if plan.due_costs().lines():
        yield bold(phrase("vote-budget")), phrase("vote-budget.suite")


__all__ = ["STEM", "council_report", "outcome_words", "write_council_report"]

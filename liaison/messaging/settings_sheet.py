"""La fiche de réglage : ce que règle la personne qui administre l'ENT, la valeur, et d'où elle vient."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from liaison.base.numbers import counted
from liaison.base.words import joined, upper_first
from liaison.documents import Block, Document, Part, Table, heading, paragraph
from liaison.documents.cited import CHOICE, Sources
from liaison.documents.typography import french_document
from liaison.messaging.policy import HeldHours, Policy
from liaison.messaging.vocabulary import AUDIENCES, DAYS, HELD_HOURS, PURPOSES, Audience, HeldBy, recipients_words
from liaison.messaging.wording import (
    FALLBACKS,
    REACHES,
    WRITERS,
    channels_words,
    days_off_words,
    held_words,
    hour,
    languages_words,
    purposes_words,
    rhythm_words,
)
from liaison.school.vocabulary import Writer

Row = tuple[str, str, tuple[Part, ...]]


def settings_sheet(policy: Policy, on: dt.date | None = None) -> Document:
    """Return the sheet for the person who administers the ENT: setting, value, where the value comes from.

    Every setting of the policy is on it, so that the sheet can be ticked off. `on` chooses the rules that are cited
    beside a value (today by default); the value itself is always the team's.
    """
    day = on or dt.date.today()
    sources = Sources(day)
    blocks: list[Block] = [
        paragraph(
            f"Réglages de la politique « {policy.name} ». La dernière colonne dit d'où vient chaque valeur : un choix "
            "de l'équipe, ou ce choix et le texte ou le réglage d'usine auquel le comparer."
        ),
        heading(1, "Sujets et canaux"),
        _purposes(policy),
        heading(1, "Publication suspendue : rien ne paraît"),
        *_held(policy, "suspended", sources),
        heading(1, "Heures calmes : tout paraît, rien ne sonne"),
        *_held(policy, "quiet", sources),
        heading(1, "Délais et heures"),
        _sheet("Délais, heures d'envoi, promesses", _delays(policy, sources)),
        heading(1, "Droits d'écriture"),
        _writing(policy),
    ]
    return french_document(
        Document(
            title="Fiche de réglage de la messagerie",
            subtitle=f"Politique « {policy.name} »",
            created=day,
            footer=f"Fiche de réglage · {policy.name}",
            text_size_pt=10,
            blocks=(*blocks, *sources.section()),
        )
    )


def _sheet(caption: str, rows: list[Row]) -> Table:
    return Table(caption=caption, header=("Réglage", "Valeur", "D'où elle vient"), rows=rows, widths=(1.5, 1.5, 1))


def _origin(sources: Sources, *names: str) -> tuple[Part, ...]:
    """Return the badges of a value: the team's choice, then each rule to compare it with, if the rule exists."""
    parts: list[Part] = [CHOICE]
    for name in names:
        found = sources.find(name)
        if found is not None:
            parts += [" ", *sources.marked(found)]
    return tuple(parts)


def _purposes(policy: Policy) -> Table:
    rows = [
        (
            PURPOSES[purpose],
            upper_first(channels_words(settings.channels)),
            rhythm_words(policy, settings.rhythm),
            recipients_words(purpose, settings.recipients),
            FALLBACKS[settings.fallback] if settings.fallback else "—",
        )
        for purpose, settings in ((purpose, policy.purposes[purpose]) for purpose in PURPOSES)
    ]
    return Table(
        caption="Canal, notification, destinataires et repli de chaque sujet (choix de l'équipe)",
        header=("Sujet", "Canal", "Notification", "Destinataires", "Repli"),
        rows=rows,
        widths=(1.3, 1.3, 1.1, 1.2, 1.0),
    )


def _held(policy: Policy, setting: HeldBy, sources: Sources) -> list[Block]:
    """Return one setting's hours, as they are typed in, then what passes and the whole days."""
    hours, name = policy.hours(setting), HELD_HOURS[setting]
    rows = [
        (day.capitalize(), *(joined(hours[audience].week.get(day, ())) or "—" for audience in get_args(Audience)))
        for day in DAYS
    ]
    plages = Table(
        caption=f"{name} : plages à saisir, heure de Paris (choix de l'équipe)",
        header=("Jour", *(AUDIENCES[audience] for audience in get_args(Audience))),
        rows=rows,
        widths=(0.7, 1.2, 1.2, 1.2),
    )
    return [
        plages,
        _sheet(f"{name} : d'où viennent les plages, ce qui passe, jours entiers", _parts(hours, setting, sources)),
    ]


def _parts(hours: dict[Audience, HeldHours], setting: HeldBy, sources: Sources) -> list[Row]:
    rows: list[Row] = []
    for audience in get_args(Audience):
        label, own = AUDIENCES[audience], hours[audience]
        week = upper_first(joined(held_words(own))) or "Aucune"
        rows.append((f"{label} : plages de la semaine", week, _origin(sources, *_rules(setting, audience))))
        passing = upper_first(purposes_words(own.passes)) or "Rien"
        rows.append((f"{label} : passe quand même", passing, _origin(sources, "messagerie/urgence_passe")))
        # No rule speaks of whole days.
        days_off = upper_first(joined(days_off_words(own))) or "Aucun"
        rows.append((f"{label} : jours entiers", days_off, (CHOICE,)))
    return rows


def _rules(setting: HeldBy, audience: Audience) -> tuple[str, ...]:
    """Return the rules to compare an audience's weekly ranges with: the circulaire speaks of families."""
    if audience == "personnels":
        return ("deconnexion/personnels",) if setting == "quiet" else ()
    if setting == "suspended":
        return ("messagerie/publication_suspendue", "messagerie/publication_suspendue_fin_de_semaine")
    return ("messagerie/heures_calmes",)


def _delays(policy: Policy, sources: Sources) -> list[Row]:
    marks, digests = policy.marks, policy.digests
    days = {0: "0 jour", 1: "1 jour"}
    reply, recall = policy.reply_within_hours, policy.recall_minutes
    digest_origin = _origin(sources, "messagerie/envoi_groupe")
    return [
        (
            "Note visible par l'élève, après l'évaluation",
            days.get(marks.pupils_after_days, f"{marks.pupils_after_days} jours"),
            _origin(sources, "notes/delai_eleves"),
        ),
        (
            "Note visible par les responsables légaux, après l'élève",
            days.get(marks.parents_after_pupils_days, f"{marks.parents_after_pupils_days} jours"),
            _origin(sources, "notes/delai_parents"),
        ),
        (
            "Heure de publication des notes",
            hour(marks.published_at) if marks.published_at else "À la saisie",
            (CHOICE,),
        ),
        ("Envoi groupé de chaque jour", hour(digests.daily_at), digest_origin),
        ("Envoi groupé de la semaine", f"{digests.weekly_on}, {hour(digests.weekly_at)}", digest_origin),
        (
            "Heure limite de saisie des devoirs",
            hour(policy.homework_by) if policy.homework_by else "Aucune",
            _origin(sources, "cahier_de_textes/heure_de_saisie"),
        ),
        (
            "Réponse promise à un parent",
            counted(reply, "heure", "heures") if reply else "Aucun délai promis",
            _origin(sources, "reponse/delai_promis"),
        ),
        (
            "Rappel d'un message envoyé",
            counted(recall, "minute", "minutes") if recall else "Impossible",
            _origin(sources, "messagerie/delai_rappel"),
        ),
        ("Langues des messages", upper_first(languages_words(policy.languages)), (CHOICE,)),
    ]


def _writing(policy: Policy) -> Table:
    return Table(
        caption="Qui peut commencer un échange (choix de l'équipe) : la ligne écrit à la colonne",
        header=("Qui écrit", *(WRITERS[other] for other in get_args(Writer))),
        rows=[
            (WRITERS[writer], *(upper_first(REACHES[policy.writing[writer][other]]) for other in get_args(Writer)))
            for writer in get_args(Writer)
        ],
    )

"""La fiche de réglage : ce que règle la personne qui administre l'ENT, la valeur, et d'où elle vient."""

from __future__ import annotations

import datetime as dt
from typing import get_args

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.words import joined, upper_first
from liaison.documents import Block, Document, Part, Table, heading, paragraph
from liaison.documents.cited import CHOICE, Sources
from liaison.documents.typography import french_document
from liaison.messaging.policy.policy import HeldHours, Policy
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

phrase = french_beside(__file__)

Row = tuple[str, str, tuple[Part, ...]]


def settings_sheet(policy: Policy, on: dt.date | None = None) -> Document:
    """Return the sheet for the person who administers the ENT: setting, value, where the value comes from.

    Every setting of the policy is on it, so that the sheet can be ticked off. `on` chooses the rules that are cited
    beside a value (today by default); the value itself is always the team's.
    """
    day = on or dt.date.today()
    sources = Sources(day)
    blocks: list[Block] = [
        paragraph(phrase("ce-que-dit-la-fiche", policy=policy.name)),
        heading(1, phrase("sujets-et-canaux")),
        _purposes(policy),
        heading(1, phrase("publication-suspendue")),
        *_held(policy, "suspended", sources),
        heading(1, phrase("heures-calmes")),
        *_held(policy, "quiet", sources),
        heading(1, phrase("delais-et-heures")),
        _sheet(phrase("delais-envois-promesses"), [*_marks(policy, sources), *_delays(policy, sources)]),
        heading(1, phrase("droits-d-ecriture")),
        _writing(policy),
    ]
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=phrase("sous-titre", policy=policy.name),
            created=day,
            footer=phrase("pied-de-page", policy=policy.name),
            text_size_pt=10,
            blocks=(*blocks, *sources.section()),
        )
    )


def _sheet(caption: str, rows: list[Row]) -> Table:
    header = (phrase("reglage"), phrase("valeur"), phrase("d-ou-elle-vient"))
    return Table(caption=caption, header=header, rows=rows, widths=(1.5, 1.5, 1))


def _origin(sources: Sources, *names: str) -> tuple[Part, ...]:
    """Return the badges of a value: the team's choice, then each rule to compare it with, if the rule exists."""
    parts: list[Part] = [CHOICE]
    for name in names:
        rule = sources.find(name)
        if rule is not None:
            parts += [" ", *sources.marked(rule)]
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
        caption=phrase("tableau-des-sujets"),
        header=(phrase("sujet"), phrase("canal"), phrase("notification"), phrase("destinataires"), phrase("repli")),
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
        caption=phrase("plages-a-saisir", hours=name),
        header=(phrase("jour"), *(AUDIENCES[audience] for audience in get_args(Audience))),
        rows=rows,
        widths=(0.7, 1.2, 1.2, 1.2),
    )
    return [plages, _sheet(phrase("d-ou-viennent-les-plages", hours=name), _parts(hours, setting, sources))]


def _parts(hours: dict[Audience, HeldHours], setting: HeldBy, sources: Sources) -> list[Row]:
    rows: list[Row] = []
    for audience in get_args(Audience):
        label, own = AUDIENCES[audience], hours[audience]
        week = upper_first(joined(held_words(own))) or phrase("aucune")
        rows.append(
            (phrase("plages-de-la-semaine", audience=label), week, _origin(sources, *_rules(setting, audience)))
        )
        passing = upper_first(purposes_words(own.passes)) or phrase("rien")
        rows.append((phrase("passe-quand-meme", audience=label), passing, _origin(sources, "messagerie/urgence_passe")))
        # No rule speaks of whole days.
        days_off = upper_first(joined(days_off_words(own))) or phrase("aucun")
        rows.append((phrase("jours-entiers", audience=label), days_off, (CHOICE,)))
    return rows


def _rules(setting: HeldBy, audience: Audience) -> tuple[str, ...]:
    """Return the rules to compare an audience's weekly ranges with: the circulaire speaks of families."""
    if audience == "personnels":
        return ("deconnexion/personnels",) if setting == "quiet" else ()
    if setting == "suspended":
        return ("messagerie/publication_suspendue", "messagerie/publication_suspendue_fin_de_semaine")
    return ("messagerie/heures_calmes",)


def _marks(policy: Policy, sources: Sources) -> list[Row]:
    marks = policy.marks
    pupils = phrase("jours", days=marks.pupils_after_days)
    parents = phrase("jours", days=marks.parents_after_pupils_days)
    published = hour(marks.published_at) if marks.published_at else phrase("a-la-saisie")
    return [
        (phrase("note-visible-par-l-eleve"), pupils, _origin(sources, "notes/delai_eleves")),
        (phrase("note-visible-par-les-responsables"), parents, _origin(sources, "notes/delai_parents")),
        (phrase("publication-des-notes"), published, (CHOICE,)),
    ]


def _delays(policy: Policy, sources: Sources) -> list[Row]:
    digests, reply, recall = policy.digests, policy.reply_within_hours, policy.recall_minutes
    digest_origin = _origin(sources, "messagerie/envoi_groupe")
    homework = hour(policy.homework_by) if policy.homework_by else phrase("aucune")
    promised = phrase("heures", hours=reply) if reply else phrase("aucun-delai")
    recalled = phrase("minutes", minutes=recall, counted=number(recall)) if recall else phrase("impossible")
    return [
        (phrase("envoi-du-jour"), hour(digests.daily_at), digest_origin),
        (phrase("envoi-de-la-semaine"), f"{digests.weekly_on}, {hour(digests.weekly_at)}", digest_origin),
        (phrase("limite-des-devoirs"), homework, _origin(sources, "cahier_de_textes/heure_de_saisie")),
        (phrase("reponse-promise"), promised, _origin(sources, "reponse/delai_promis")),
        (phrase("rappel"), recalled, _origin(sources, "messagerie/delai_rappel")),
        (phrase("langues"), upper_first(languages_words(policy.languages)), (CHOICE,)),
    ]


def _writing(policy: Policy) -> Table:
    return Table(
        caption=phrase("tableau-des-droits"),
        header=(phrase("qui-ecrit"), *(WRITERS[other] for other in get_args(Writer))),
        rows=[
            (WRITERS[writer], *(upper_first(REACHES[policy.writing[writer][other]]) for other in get_args(Writer)))
            for writer in get_args(Writer)
        ],
    )

"""La charte de communication d'un établissement : le texte qu'une équipe porte au conseil, écrit depuis ses réglages.

Every statement carries its nature. What comes from a text of law is only said when the rule is in `liaison.rules`
on that day; what the team chose is called a charte, whatever its wording.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import get_args

from liaison.base.sentences import french_beside
from liaison.base.words import joined, lower_first, upper_first
from liaison.documents import (
    Block,
    Callout,
    Document,
    Nature,
    NatureBadge,
    Paragraph,
    Part,
    Signatures,
    Table,
    bold,
    heading,
    paragraph,
    write_formats,
)
from liaison.documents.cited import Sources, long_date
from liaison.documents.typography import french_document
from liaison.messaging.papers.before_after import BeforeAfter
from liaison.messaging.papers.charter_decisions import how_far, settled, still_pending, why_vote
from liaison.messaging.papers.charter_principles import choice, principles, promises, statements
from liaison.messaging.policy.compliance import check
from liaison.messaging.policy.matters import Decided
from liaison.messaging.policy.policy import Policy
from liaison.messaging.vocabulary import (
    AUDIENCES,
    DAYS,
    DIGITAL,
    HELD_HOURS,
    PURPOSES,
    Audience,
    HeldBy,
    addressee,
    recipients_words,
)
from liaison.messaging.wording import (
    FALLBACKS,
    PLACES,
    REACHES,
    WRITERS,
    channels_words,
    held_day_words,
    held_words,
    hour,
    marks_words,
    purposes_of,
    purposes_words,
    told_words,
)
from liaison.school.vocabulary import SchoolKind, Writer, council_of

phrase = french_beside(__file__)


def charter(
    policy: Policy,
    school_name: str,
    on: dt.date,
    kind: SchoolKind = "college",
    decided: Decided | None = None,
    change: BeforeAfter | None = None,
) -> Document:
    """Return the communication charter to bring to the conseil d'école or the conseil d'administration.

    `on` is the day of the text: it chooses the rules in force. The charter says what the policy sets, gives each
    statement its nature, and lists what `check` finds in the policy as points to settle before the vote. `decided`:
    what a team settled from several policies, written with its reasons, and what it has not. `change`: what the policy
    makes of a fictitious school beside another, the reason of the vote.
    """
    sources = Sources(on)
    body = [
        *_opening(policy, kind, decided),
        *(why_vote(change) if change else ()),
        *principles(policy, kind, sources),
        *promises(policy, sources),
        *(settled(decided) if decided else ()),
        *_purposes(policy, kind),
        *_held_hours(policy, kind),
        *_marks(policy, sources),
        *_writing(policy),
        *_revision(on, kind, _to_settle(policy, on, kind, sources)),
        *(still_pending(decided) if decided else ()),
    ]
    return french_document(
        Document(
            title=phrase("titre"),
            subtitle=phrase("sous-titre", school=school_name, council=council_of(kind), day=long_date(on)),
            author=school_name,
            created=on,
            footer=phrase("pied-de-page", school=school_name),
            text_size_pt=10.5,
            blocks=(*body, *sources.section()),
        )
    )


def write_charter(
    policy: Policy,
    school_name: str,
    folder: Path,
    on: dt.date,
    kind: SchoolKind = "college",
    change: BeforeAfter | None = None,
) -> list[Path]:
    """Write charte.docx, charte.pdf and charte.html in the folder, all three or none, and return their paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(charter(policy, school_name, on, kind, change=change), folder, "charte")


def _opening(policy: Policy, kind: SchoolKind, decided: Decided | None) -> list[Block]:
    sentences = [phrase("ce-que-dit-la-charte", place=PLACES[kind], policy=policy.name)]
    return [paragraph(" ".join([*sentences, *([how_far(decided)] if decided else [])])), _legend()]


def _legend() -> Paragraph:
    natures: tuple[Nature, ...] = ("loi", "reglement", "circulaire", "charte", "hypothese")
    parts: list[Part] = [f"{phrase('chacune-sa-nature')} "]
    for nature in natures:
        parts += [NatureBadge(nature=nature), f" {phrase(f'nature-{nature}')} "]
    return paragraph(*parts, phrase("numeros-des-sources"), small=True)


def _purposes(policy: Policy, kind: SchoolKind) -> list[Block]:
    rows: list[tuple[str, ...]] = []
    for purpose in purposes_of(kind):
        settings = policy.purposes[purpose]
        rows.append(
            (
                PURPOSES[purpose],
                upper_first(channels_words(settings.channels)),
                recipients_words(purpose, settings.recipients),
                told_words(policy, purpose),
                FALLBACKS[settings.fallback] if settings.fallback else "—",
            )
        )
    return [
        heading(1, phrase("sujet-par-sujet")),
        paragraph(" ".join([phrase("chaque-ligne"), *_what_waits(policy, kind)])),
        Table(
            caption=phrase("tableau-des-sujets"),
            header=(
                phrase("sujet"),
                phrase("canal"),
                phrase("destinataires"),
                phrase("notification"),
                phrase("repli-sans-ecran"),
            ),
            rows=rows,
            widths=(1.4, 1.3, 1.0, 1.2, 1.1),
        ),
    ]


def _what_waits(policy: Policy, kind: SchoolKind) -> list[str]:
    """Say that the rhythms of the table give way to the hours that hold them back, and for which subjects not."""
    shown = [purpose for purpose in purposes_of(kind) if set(policy.purposes[purpose].channels) & set(DIGITAL)]
    held = [purpose for purpose in shown if policy.holding(addressee(purpose), purpose)]
    never = [purpose for purpose in held if policy.silences(addressee(purpose), purpose)]
    free = [purpose for purpose in shown if purpose not in held]
    sentences = []
    if len(held) > len(never):
        waits = phrase("attend-la-fin-sauf", purposes=purposes_words(free)) if free else phrase("attend-la-fin")
        sentences.append(waits)
    if never:
        sentences.append(phrase("sans-fin-pour", purposes=purposes_words(never)))
    return sentences


def _held_hours(policy: Policy, kind: SchoolKind) -> list[Block]:
    blocks: list[Block] = []
    for setting in HELD_HOURS:
        blocks += [heading(1, HELD_HOURS[setting]), *_hours(policy, kind, setting)]
    return blocks


def _hours(policy: Policy, kind: SchoolKind, setting: HeldBy) -> list[Block]:
    hours, audiences = policy.hours(setting), get_args(Audience)
    if not any(hours[audience].holds_something() for audience in audiences):
        return [paragraph(*choice(phrase(f"pour-personne-{setting}")))]
    of_each: list[tuple[Part, ...]] = [
        (bold(f"{AUDIENCES[audience]} : "), *choice(_hours_sentence(policy, kind, audience, setting)))
        for audience in audiences
    ]
    caption = phrase("ce-qui-est-retenu", hours=HELD_HOURS[setting])
    blocks: list[Block] = [paragraph(phrase(f"effet-{setting}")), statements(caption, of_each)]
    if any(hours[audience].mask().any() for audience in audiences):
        blocks.append(
            Table(
                caption=phrase("jour-par-jour", hours=HELD_HOURS[setting]),
                header=(phrase("jour"), *(AUDIENCES[audience] for audience in audiences)),
                rows=[
                    (day.capitalize(), *(held_day_words(hours[audience], number) for audience in audiences))
                    for number, day in enumerate(DAYS)
                ],
                widths=(0.8, 1.2, 1.2, 1.2),
            )
        )
    return blocks


def _hours_sentence(policy: Policy, kind: SchoolKind, audience: Audience, setting: HeldBy) -> str:
    hours = policy.hours(setting)[audience]
    holidays = {"pendant-les-vacances": hours.school_holidays, "pendant-les-feries": hours.public_holidays}
    times = [*held_words(hours), *(phrase(key) for key, held in holidays.items() if held)]
    if not times:
        return phrase("jamais")
    passes = [purpose for purpose in hours.passes if purpose in purposes_of(kind)]
    passing = phrase("passent-quand-meme", purposes=purposes_words(passes)) if passes else phrase("rien-ne-passe")
    sentences = [f"{joined(times)}.", passing]
    if setting == "quiet" and policy.never_rests_together(audience):
        sentences.append(phrase("toute-la-semaine-ensemble"))
    elif hours.never_ends():
        sentences.append(phrase(f"sans-fin-{setting}"))
    return " ".join(sentences)


def _marks(policy: Policy, sources: Sources) -> list[Block]:
    pupil, parents = marks_words(policy)
    lines = [choice(phrase("note-de-l-eleve", when=pupil)), choice(phrase("note-des-responsables", when=parents))]
    if policy.homework_by is not None:
        lines.append(choice(phrase("devoirs-inscrits", hour=hour(policy.homework_by))))
    lines = [stated for stated in (sources.stated(sources.find("parents/resultats")),) if stated] + lines
    lines += [choice(sentence) for sentence in _report_on_paper(policy)]
    return [heading(1, phrase("notes-et-devoirs")), statements(phrase("regles-des-notes"), lines)]


def _report_on_paper(policy: Policy) -> list[str]:
    """Say for whom the report is on paper: for all by its channel, by its fallback for whom no channel can reach."""
    report = policy.purposes["bulletin"]
    if "carnet" in report.channels:
        return [phrase("bulletin-sur-papier", channels=len(report.channels))]
    if report.fallback == "carnet":
        return [phrase("bulletin-sur-papier-en-repli", channels=len(report.channels))]
    return []


def _writing(policy: Policy) -> list[Block]:
    writers = get_args(Writer)
    return [
        heading(1, phrase("qui-ecrit-a-qui")),
        paragraph(phrase("ce-que-dit-le-tableau")),
        Table(
            caption=phrase("tableau-des-droits"),
            header=(
                phrase("qui-ecrit"),
                *(phrase("a-qui", to=other, writers=lower_first(WRITERS[other])) for other in writers),
            ),
            rows=[
                (WRITERS[writer], *(REACHES[policy.writing[writer][other]] for other in writers)) for writer in writers
            ],
        ),
    ]


def _revision(on: dt.date, kind: SchoolKind, to_settle: list[Block]) -> list[Block]:
    # The school year turns over in summer: a charter voted in June is looked at again in the coming autumn.
    first_year = on.year if on.month < 8 else on.year + 1
    years = {"first": str(first_year), "second": str(first_year + 1)}
    return [
        heading(1, phrase("adoption-et-revision")),
        paragraph(phrase("relire-la-charte", council=council_of(kind), **years)),
        *to_settle,
        Callout(title=phrase("avant-le-vote"), parts=phrase("une-proposition")),
        Signatures(
            lines=(
                phrase("date-du-vote"),
                phrase("pour-la-direction", kind=kind),
                phrase("pour-les-parents"),
                phrase("pour-les-personnels"),
            )
        ),
    ]


def _to_settle(policy: Policy, on: dt.date, kind: SchoolKind, sources: Sources) -> list[Block]:
    """List what the check of the policy finds, except what is only good to know."""
    findings = [finding for finding in check(policy, on, kind) if finding.severity != "a_savoir"]
    if not findings:
        return []
    return [
        statements(
            phrase("points-a-regler"),
            ((bold(f"{finding.title}. "), finding.change, *sources.marked(finding.rule)) for finding in findings),
        ),
    ]

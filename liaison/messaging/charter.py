"""La charte de communication d'un établissement : le texte qu'une équipe porte au conseil, écrit depuis ses réglages.

Every statement carries its nature. What comes from a text of law is only said when the rule is in `liaison.rules`
on that day; what the team chose is called a charte, whatever its wording.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import get_args

from liaison.base.words import joined, lower_first, upper_first
from liaison.documents import (
    Badge,
    Block,
    Callout,
    Document,
    Nature,
    PageBreak,
    Paragraph,
    Part,
    Signatures,
    Table,
    bold,
    bullets,
    heading,
    paragraph,
    write_formats,
)
from liaison.documents.cited import CHOICE, Sources, long_date
from liaison.documents.typography import french_document
from liaison.messaging.charter_principles import principles, promises
from liaison.messaging.compliance import check
from liaison.messaging.policy import Policy
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
    days_off_words,
    held_day_words,
    held_words,
    hour,
    marks_words,
    purposes_of,
    purposes_words,
    told_words,
)
from liaison.school.vocabulary import COUNCILS, SchoolKind, Writer

NEVER: dict[HeldBy, str] = {
    "suspended": "L'équipe ne suspend la publication pour personne.",
    "quiet": "L'équipe n'a retenu d'heures calmes pour personne.",
}


ENDLESS: dict[HeldBy, str] = {"suspended": "ne paraît jamais", "quiet": "ne sonne jamais"}


def charter(policy: Policy, school_name: str, on: dt.date, kind: SchoolKind = "college") -> Document:
    """Return the communication charter to bring to the conseil d'école or the conseil d'administration.

    `on` is the day of the text: it chooses the rules in force. The charter says what the policy sets, gives each
    statement its nature, and lists what `check` finds in the policy as points to settle before the vote.
    """
    sources = Sources(on)
    body = [
        *_opening(policy, kind, sources),
        *principles(policy, kind, sources),
        *promises(policy, sources),
        *_purposes(policy, kind),
        *_held_hours(policy, kind),
        *_marks(policy, sources),
        *_writing(policy),
        *_revision(on, kind, _to_settle(policy, on, kind, sources)),
    ]
    return french_document(
        Document(
            title="Charte de communication avec les familles",
            subtitle=f"{school_name} · projet présenté au {COUNCILS[kind]}, {long_date(on)}",
            author=school_name,
            created=on,
            footer=f"Charte de communication · {school_name}",
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
) -> list[Path]:
    """Write charte.docx, charte.pdf and charte.html in the folder, all three or none, and return their paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(charter(policy, school_name, on, kind), folder, "charte")


def _opening(policy: Policy, kind: SchoolKind, sources: Sources) -> list[Block]:
    legal_home = sources.find("parents/examen_conditions_dialogue")
    opening: list[Block] = [
        paragraph(
            f"Cette charte dit comment {PLACES[kind]} écrit aux familles : par quel canal, à quel moment, "
            "avec quel repli pour les familles sans écran, et ce que chacun peut attendre en retour. "
            f"Elle met en mots le réglage « {policy.name} » préparé par l'équipe."
        )
    ]
    if legal_home is not None:
        stated = sources.stated(legal_home)
        opening.append(paragraph(*stated, f"C'est là, en {COUNCILS[kind]}, que cette charte se présente."))
    return [*opening, _legend()]


def _legend() -> Paragraph:
    natures: tuple[tuple[Nature, str], ...] = (
        ("loi", " et "),
        ("reglement", " : texte qui s'impose ; "),
        ("circulaire", " : consigne nationale ; "),
        ("charte", " : choix de l'équipe, qu'un vote peut changer ; "),
        ("hypothese", " : à vérifier. « Rapporté » : le texte n'a pas été lu, une source dit ce qu'il contient. "),
    )
    parts: list[Part] = ["Chaque disposition porte sa nature. "]
    for nature, meaning in natures:
        parts += [Badge(nature=nature), meaning]
    return paragraph(*parts, "Le numéro renvoie aux sources, en fin de texte.", small=True)


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
        PageBreak(),
        heading(1, "Sujet par sujet"),
        paragraph(f"Chaque ligne du tableau est un réglage de l'équipe.{_what_waits(policy, kind)}"),
        Table(
            caption="Par où passe chaque message, vers qui, à quel rythme, avec quel repli sans écran",
            header=("Sujet", "Canal", "Destinataires", "Notification", "Repli sans écran"),
            rows=rows,
            widths=(1.4, 1.3, 1.0, 1.2, 1.1),
        ),
    ]


def _what_waits(policy: Policy, kind: SchoolKind) -> str:
    """Say that the rhythms of the table give way to the hours that hold them back, and for which subjects not."""
    shown = [purpose for purpose in purposes_of(kind) if set(policy.purposes[purpose].channels) & set(DIGITAL)]
    held = [purpose for purpose in shown if policy.holding(addressee(purpose), purpose)]
    never = [purpose for purpose in held if policy.silences(addressee(purpose), purpose)]
    free = [purpose for purpose in shown if purpose not in held]
    said = ""
    if len(held) > len(never):
        exception = f", sauf pour : {purposes_words(free)}" if free else ""
        said = f" Une notification attend la fin des heures retenues plus bas{exception}."
    if never:
        said += f" Ces heures n'ont pas de fin, et rien ne sonne jamais, pour : {purposes_words(never)}."
    return said


def _held_hours(policy: Policy, kind: SchoolKind) -> list[Block]:
    effects: dict[HeldBy, str] = {
        "suspended": "Pendant ces heures, rien ne paraît à l'écran ni ne sonne, sauf ce qui passe quand même. Le "
        "papier et les appels n'attendent pas.",
        "quiet": "Ces heures ne retardent pas ce qui paraît à l'écran. Rien n'y sonne, sauf ce qui passe quand même et "
        "les appels.",
    }
    blocks: list[Block] = []
    for setting, effect in effects.items():
        blocks += [heading(1, HELD_HOURS[setting]), *_hours(policy, kind, setting, effect)]
    return blocks


def _hours(policy: Policy, kind: SchoolKind, setting: HeldBy, effect: str) -> list[Block]:
    hours, audiences = policy.hours(setting), get_args(Audience)
    if not any(hours[audience].holds_something() for audience in audiences):
        return [paragraph(f"{NEVER[setting]} ", CHOICE)]
    phrases: list[tuple[Part, ...]] = [
        (bold(f"{AUDIENCES[audience]} : "), _hours_sentence(policy, kind, audience, setting), CHOICE)
        for audience in audiences
    ]
    blocks: list[Block] = [paragraph(effect), bullets(*phrases)]
    if any(hours[audience].mask().any() for audience in audiences):
        blocks.append(
            Table(
                caption=f"{HELD_HOURS[setting]}, jour par jour",
                header=("Jour", *(AUDIENCES[audience] for audience in audiences)),
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
    spans = held_words(hours)
    articles = {"vacances scolaires": "pendant les vacances scolaires", "jours fériés": "les jours fériés"}
    days_off = [articles[word] for word in days_off_words(hours)]
    if not spans and not days_off:
        return "jamais. "
    passes = [purpose for purpose in hours.passes if purpose in purposes_of(kind)]
    passing = f" Passent quand même : {purposes_words(passes)}." if passes else " Rien ne passe."
    endless = f" Ces heures n'ont pas de fin : ce qui n'y passe pas {ENDLESS[setting]}." if hours.never_ends() else ""
    if setting == "quiet" and policy.never_rests_together(audience):
        endless = (
            " Avec la publication suspendue, c'est toute la semaine : ce qui ne passe ni ici ni là ne sonne jamais."
        )
    return f"{joined([*spans, *days_off])}.{passing}{endless} "


def _marks(policy: Policy, sources: Sources) -> list[Block]:
    pupil, parents = marks_words(policy)
    lines: list[tuple[Part, ...]] = [
        (f"L'élève voit sa note {pupil}. ", CHOICE),
        (f"Ses responsables légaux la voient {parents}. ", CHOICE),
    ]
    if policy.homework_by is not None:
        lines.append((f"Les devoirs sont inscrits au cahier de textes avant {hour(policy.homework_by)}. ", CHOICE))
    lines = [stated for stated in (sources.stated(sources.find("parents/resultats")),) if stated] + lines
    lines += [(f"Le bulletin ou le livret est {on_paper}. ", CHOICE) for on_paper in _report_on_paper(policy)]
    return [heading(1, "Les notes et les devoirs"), bullets(*lines)]


def _report_on_paper(policy: Policy) -> list[str]:
    """Say for whom the report is on paper: for all by its channel, by its fallback for whom no channel can reach."""
    report = policy.purposes["bulletin"]
    if "carnet" in report.channels:
        return ["aussi remis sur papier" if len(report.channels) > 1 else "remis sur papier"]
    which = "son canal ne peut" if len(report.channels) == 1 else "ses canaux ne peuvent"
    return [f"remis sur papier aux seules familles que {which} pas joindre"] if report.fallback == "carnet" else []


def _writing(policy: Policy) -> list[Block]:
    writers = get_args(Writer)
    return [
        heading(1, "Qui peut écrire à qui"),
        paragraph(
            "Le tableau dit qui peut commencer un échange ; il ne règle ni les réponses, ni ce que l'outil publie sans "
            "que personne n'écrive : notes, devoirs, bulletin, absences."
        ),
        Table(
            caption="Qui peut commencer un échange, et avec qui, dans la messagerie",
            header=(
                "Qui écrit",
                *(
                    f"aux {lower_first(WRITERS[other])}" if other != "direction" else "à la direction"
                    for other in writers
                ),
            ),
            rows=[
                (WRITERS[writer], *(REACHES[policy.writing[writer][other]] for other in writers)) for writer in writers
            ],
        ),
    ]


def _revision(on: dt.date, kind: SchoolKind, to_settle: list[Block]) -> list[Block]:
    # The school year turns over in summer: a charter voted in June is looked at again in the coming autumn.
    first_year = on.year if on.month < 8 else on.year + 1
    place = "directrice ou directeur de l'école" if kind == "ecole" else "cheffe ou chef d'établissement"
    return [
        heading(1, "Adoption et révision"),
        paragraph(
            f"À décider avec le vote : relire la charte à la première réunion du {COUNCILS[kind]} de l'année scolaire "
            f"{first_year}-{first_year + 1}, avec un retour des familles."
        ),
        *to_settle,
        Callout(
            title="Avant le vote",
            parts=(
                "Ce texte est une proposition, à modifier librement. Ce qui porte la mention « hypothèse » se vérifie "
                "avant d'être adopté."
            ),
        ),
        Signatures(
            lines=(
                "Date du vote, pour, contre, abstentions",
                f"Pour la direction ({place})",
                "Pour les parents d'élèves",
                "Pour les personnels",
            )
        ),
    ]


def _to_settle(policy: Policy, on: dt.date, kind: SchoolKind, sources: Sources) -> list[Block]:
    """List what the check of the policy finds, except what is only good to know."""
    findings = [finding for finding in check(policy, on, kind) if finding.severity != "a_savoir"]
    if not findings:
        return []
    return [
        paragraph(bold("Points à régler avant le vote")),
        bullets(
            *((bold(f"{finding.title}. "), f"{finding.change} ", *sources.marked(finding.rule)) for finding in findings)
        ),
    ]

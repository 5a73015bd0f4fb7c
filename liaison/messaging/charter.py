"""La charte de communication d'un établissement : le texte qu'une équipe porte au conseil, écrit depuis ses réglages.

Every statement carries its nature. What comes from a text of law is only said when the rule is in `liaison.rules`
on that day; what the team chose is called a charte, whatever its wording.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

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
    to_docx,
    to_html,
    to_pdf,
    write_files,
)
from liaison.documents.typography import french_document
from liaison.messaging.cited import CHOICE, Sources, long_date
from liaison.messaging.policy import Policy
from liaison.messaging.vocabulary import AUDIENCES, DAYS, PURPOSES, Audience, Purpose
from liaison.messaging.wording import (
    FALLBACKS,
    PLACES,
    REACHES,
    WRITERS,
    channels_words,
    delay_words,
    hour,
    joined,
    languages_words,
    lower_first,
    marks_words,
    purposes_of,
    purposes_words,
    quiet_day_words,
    quiet_words,
    rhythm_words,
    upper_first,
)
from liaison.rules import Rule
from liaison.school.tables import SchoolKind, Writer

COUNCILS: dict[SchoolKind, str] = {
    "ecole": "conseil d'école",
    "college": "conseil d'administration",
    "lgt": "conseil d'administration",
    "lp": "conseil d'administration",
}
Point = tuple[str, Rule | None]


def charter(
    policy: Policy, school_name: str, on: dt.date, kind: SchoolKind = "college", points: Sequence[Point] = ()
) -> Document:
    """Return the communication charter to bring to the conseil d'école or the conseil d'administration.

    `on` is the day of the text: it chooses the rules in force. The charter says what the policy sets and gives each
    statement its nature. `points` are the findings that the team still has to settle: a French sentence each, with
    the rule that it rests on, if any.
    """
    sources = Sources(on)
    body = [
        *_opening(policy, kind, sources),
        *_principles(policy, kind, sources),
        *_promises(policy, kind, sources),
        *_purposes(policy, kind),
        *_quiet_hours(policy),
        *_marks(policy, sources),
        *_writing(policy),
        *_revision(on, kind, _to_settle(points, sources)),
    ]
    listed = sources.blocks()
    return french_document(
        Document(
            title="Charte de communication avec les familles",
            subtitle=f"{school_name} · projet présenté au {COUNCILS[kind]}, {long_date(on)}",
            author=school_name,
            created=on,
            footer=f"Charte de communication · {school_name}",
            text_size_pt=10.5,
            blocks=(*body, *([heading(1, "Sources"), *listed] if listed else [])),
        )
    )


def write_charter(
    policy: Policy,
    school_name: str,
    folder: Path,
    on: dt.date,
    kind: SchoolKind = "college",
    points: Sequence[Point] = (),
) -> list[Path]:
    """Write charte.docx, charte.pdf and charte.html in the folder, all three or none, and return their paths.

    Raises:
        DocumentError: full disk, read-only folder, a character that no font can show; in French.
    """
    return write_formats(charter(policy, school_name, on, kind, points), folder, "charte")


def write_formats(document: Document, folder: Path, stem: str) -> list[Path]:
    """Write a document in its three formats, all or none, and return the paths of the DOCX, the PDF, the HTML."""
    return write_files(
        folder,
        {
            f"{stem}.docx": to_docx(document),
            f"{stem}.pdf": to_pdf(document),
            f"{stem}.html": to_html(document).encode("utf-8"),
        },
    )


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
        opening.append(paragraph(*stated, f"C'est là, en {COUNCILS[kind]}, que cette charte se vote."))
    return [*opening, _legend()]


def _legend() -> Paragraph:
    natures: tuple[tuple[Nature, str], ...] = (
        ("loi", " et "),
        ("reglement", " : texte qui s'impose ; "),
        ("circulaire", " : consigne nationale ; "),
        ("charte", " : choix de l'équipe, qu'un vote peut changer ; "),
        ("hypothese", " : à vérifier. Le numéro renvoie aux sources, en fin de texte."),
    )
    parts: list[Part] = ["Chaque disposition porte sa nature. "]
    for nature, meaning in natures:
        parts += [Badge(nature=nature), meaning]
    return paragraph(*parts, small=True)


def _principles(policy: Policy, kind: SchoolKind, sources: Sources) -> list[Block]:
    principles = [
        _one_channel(policy, kind),
        _both_responsables(policy, kind, sources),
        *_absence(policy, sources),
        *_calm(policy, sources),
        _fallback(policy, kind),
        *_reading(policy),
    ]
    return [heading(1, "Nos principes"), bullets(*principles)]


def _one_channel(policy: Policy, kind: SchoolKind) -> tuple[Part, ...]:
    several = [purpose for purpose in purposes_of(policy, kind) if len(policy.purposes[purpose].channels) > 1]
    if not several:
        words = "Les familles savent où regarder : chaque sujet a son canal, et un message ne part qu'une fois. "
    else:
        words = (
            "Les familles savent où regarder : chaque sujet a son canal, indiqué plus bas. "
            f"Le même message part par plusieurs canaux pour : {purposes_words(several)}. "
        )
    return (bold("Un sujet, un canal. "), words, CHOICE)


def _both_responsables(policy: Policy, kind: SchoolKind, sources: Sources) -> tuple[Part, ...]:
    single = [purpose for purpose in purposes_of(policy, kind) if policy.purposes[purpose].recipients == "un"]
    chosen = "Chacun reçoit les messages sur son propre compte"
    chosen += f" ; un seul destinataire pour : {purposes_words(single)}. " if single else ". "
    return (
        bold("Chaque responsable légal compte. "),
        *sources.stated(sources.find("parents/deux_responsables")),
        *sources.stated(sources.find("parents/documents_aux_deux")),
        chosen,
        CHOICE,
    )


def _absence(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    settings = policy.purposes["absence"]
    passes = "absence" in policy.quiet["responsables"].passes
    chosen = f"Canal retenu : {channels_words(settings.channels)}, {rhythm_words(policy, settings.rhythm)}" + (
        ", y compris pendant les heures calmes. " if passes else ". "
    )
    duty = sources.stated(sources.find("absence/signalement"))
    return [(bold("Une absence se signale. "), *duty, chosen, CHOICE)]


def _calm(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    quiet = policy.quiet["responsables"]
    if not quiet_words(quiet) and not quiet.school_holidays and not quiet.public_holidays:
        return [(bold("Des messages à toute heure. "), "L'équipe n'a pas retenu d'heures calmes. ", CHOICE)]
    return [
        (
            bold("Des heures calmes, sans perdre un message. "),
            *_asked_quiet(sources),
            "Chacun écrit quand il veut ; ce qui est écrit pendant les heures calmes arrive à la fin de celles-ci. ",
            CHOICE,
        )
    ]


def _asked_quiet(sources: Sources) -> tuple[Part, ...]:
    """Say the national quiet hours with the values of their rules, or nothing where there is no rule."""
    night = sources.find("messagerie/plage_silencieuse")
    if night is None:
        return ()
    weekend = sources.find("messagerie/plage_silencieuse_fin_de_semaine")
    parts: list[Part] = [
        f"Cadre national : pas de notification de {hour(night.value['start'])} à {hour(night.value['end'])} ",
        sources.badge(night),
    ]
    if weekend is not None:
        value = weekend.value
        parts += [
            f" ni du {value['start_day']} {hour(value['start'])} au {value['end_day']} {hour(value['end'])} ",
            sources.badge(weekend),
        ]
    return (*parts, ". ")


def _fallback(policy: Policy, kind: SchoolKind) -> tuple[Part, ...]:
    without = [purpose for purpose in purposes_of(policy, kind) if not _reaches_without_screen(policy, purpose)]
    words = "Une famille qui n'a pas d'écran, ou qui n'en veut pas, reçoit la même information autrement"
    words += f", sauf pour : {purposes_words(without)}. " if without else ". "
    return (bold("Personne n'est laissé de côté. "), words, CHOICE)


def _reaches_without_screen(policy: Policy, purpose: Purpose) -> bool:
    settings = policy.purposes[purpose]
    return settings.fallback is not None or bool({"carnet", "telephone", "affichage"} & set(settings.channels))


def _reading(policy: Policy) -> list[tuple[Part, ...]]:
    languages = [code for code in policy.languages if code != "fr"]
    if not languages:
        return []
    return [
        (
            bold("Des messages que chacun comprend. "),
            f"Les messages courts existent en français et en {languages_words(languages)}. ",
            CHOICE,
        )
    ]


def _purposes(policy: Policy, kind: SchoolKind) -> list[Block]:
    rows: list[tuple[str, ...]] = []
    for purpose in purposes_of(policy, kind):
        settings = policy.purposes[purpose]
        rows.append(
            (
                PURPOSES[purpose],
                upper_first(channels_words(settings.channels)),
                "tous" if settings.recipients == "tous" else "un seul",
                rhythm_words(policy, settings.rhythm),
                FALLBACKS[settings.fallback] if settings.fallback else "—",
            )
        )
    return [
        PageBreak(),
        heading(1, "Sujet par sujet"),
        paragraph("Le tableau engage l'équipe : un message qui n'y entre pas attend ou change de canal. ", CHOICE),
        Table(
            caption="Par où passe chaque message, vers qui, à quel rythme, avec quel repli sans écran",
            header=("Sujet", "Canal", "Responsables légaux", "Notification", "Repli sans écran"),
            rows=rows,
            widths=(1.4, 1.3, 1.0, 1.2, 1.1),
        ),
    ]


def _quiet_hours(policy: Policy) -> list[Block]:
    audiences = get_args(Audience)
    phrases: list[tuple[Part, ...]] = [
        (bold(f"{AUDIENCES[audience]} : "), _quiet_sentence(policy, audience), CHOICE) for audience in audiences
    ]
    return [
        heading(1, "Les heures calmes"),
        paragraph("Pendant ces heures, aucune notification ne part. Le message attend : il n'est jamais perdu."),
        bullets(*phrases),
        Table(
            caption="Heures sans notification, jour par jour",
            header=("Jour", *(AUDIENCES[audience] for audience in audiences)),
            rows=[
                (day.capitalize(), *(quiet_day_words(policy.quiet[audience], number) for audience in audiences))
                for number, day in enumerate(DAYS)
            ],
            widths=(0.8, 1.2, 1.2, 1.2),
        ),
    ]


def _quiet_sentence(policy: Policy, audience: Audience) -> str:
    quiet = policy.quiet[audience]
    spans = quiet_words(quiet)
    days_off = [
        words
        for words, chosen in (
            ("pendant les vacances scolaires", quiet.school_holidays),
            ("les jours fériés", quiet.public_holidays),
        )
        if chosen
    ]
    if not spans and not days_off:
        return "pas d'heures calmes. "
    passing = f" Passent quand même : {purposes_words(quiet.passes)}." if quiet.passes else " Rien ne passe."
    return f"{joined([*spans, *days_off])}.{passing} "


def _marks(policy: Policy, sources: Sources) -> list[Block]:
    pupil, parents = marks_words(policy.marks)
    lines: list[tuple[Part, ...]] = [(pupil, " ", CHOICE), (parents, " ", CHOICE)]
    if policy.homework_by is not None:
        lines.append((f"Les devoirs sont inscrits au cahier de textes avant {hour(policy.homework_by)}. ", CHOICE))
    lines = [stated for stated in (sources.stated(sources.find("parents/resultats")),) if stated] + lines
    paper = sources.stated(sources.find("lsu/papier"))
    if paper:
        lines.append(paper)
    return [heading(1, "Les notes et les devoirs"), bullets(*lines)]


def _writing(policy: Policy) -> list[Block]:
    writers = get_args(Writer)
    return [
        heading(1, "Qui peut écrire à qui"),
        paragraph("Répondre à un message reçu reste possible dans tous les cas. ", CHOICE),
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


def _promises(policy: Policy, kind: SchoolKind, sources: Sources) -> list[Block]:
    lines: list[tuple[Part, ...]] = []
    answer = sources.stated(sources.find("parents/reponse_motivee"))
    if answer:
        lines.append(answer)
    if policy.reply_within_hours is None:
        lines.append(("L'équipe ne s'est pas encore fixé de délai de réponse. ", CHOICE))
    else:
        lines.append(
            (
                f"Un parent qui écrit reçoit une réponse en {delay_words(policy.reply_within_hours)} au plus, "
                "les heures calmes des personnels non comprises. ",
                CHOICE,
            )
        )
    if policy.recall_minutes:
        lines.append(
            (f"Un message envoyé par erreur peut être rappelé pendant {policy.recall_minutes} minutes. ", CHOICE)
        )
    lines.append(("Personne n'est tenu de lire ou de répondre pendant ses heures calmes. ", CHOICE))
    lines.append(
        (
            f"La famille qui préfère le papier ou le téléphone le dit une fois ; {PLACES[kind]} en tient compte "
            "toute l'année. ",
            CHOICE,
        )
    )
    return [heading(1, "Ce que chacun peut attendre"), bullets(*lines)]


def _revision(on: dt.date, kind: SchoolKind, to_settle: list[Block]) -> list[Block]:
    # The school year turns over in summer: a charter voted in June is looked at again in the coming autumn.
    first_year = on.year if on.month < 8 else on.year + 1
    place = "directrice ou directeur de l'école" if kind == "ecole" else "cheffe ou chef d'établissement"
    return [
        heading(1, "Adoption et révision"),
        paragraph(
            f"La charte est relue à la première réunion du {COUNCILS[kind]} de l'année scolaire "
            f"{first_year}-{first_year + 1}, avec un retour des familles. ",
            CHOICE,
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


def _to_settle(points: Sequence[Point], sources: Sources) -> list[Block]:
    if not points:
        return []
    return [
        paragraph(bold("Points à régler avant le vote")),
        bullets(*((text, " ", CHOICE if found is None else sources.badge(found)) for text, found in points)),
    ]

"""Les principes et les promesses d'une charte : la première page, que l'on lit en séance."""

from __future__ import annotations

from liaison.cited import CHOICE, Sources
from liaison.documents import Block, Part, bold, bullets, heading
from liaison.messaging.policy import Policy
from liaison.messaging.vocabulary import Purpose
from liaison.messaging.wording import (
    channels_words,
    delay_words,
    has_quiet_hours,
    hour,
    languages_words,
    purposes_of,
    purposes_words,
    rhythm_words,
)
from liaison.school.vocabulary import SchoolKind

NAMED = 5  # subjects named in a sentence; beyond, they are counted


def principles(policy: Policy, kind: SchoolKind, sources: Sources) -> list[Block]:
    """Return the principles that the settings of a policy amount to, each with its nature."""
    stated = [
        _one_channel(policy, kind),
        _both_responsables(policy, kind, sources),
        *_absence(policy, sources),
        *_calm(policy, sources),
        _fallback(policy, kind),
        *_reading(policy),
    ]
    return [heading(1, "Nos principes"), bullets(*stated)]


def _one_channel(policy: Policy, kind: SchoolKind) -> tuple[Part, ...]:
    several = [purpose for purpose in purposes_of(kind) if len(policy.purposes[purpose].channels) > 1]
    words = "Les familles savent où regarder : chaque sujet a son canal, indiqué plus bas. "
    if len(several) > NAMED:
        words += f"Le même message part par plusieurs canaux pour {len(several)} sujets. "
    elif several:
        words += f"Le même message part par plusieurs canaux pour : {purposes_words(several)}. "
    return (bold("Des canaux annoncés. " if several else "Un sujet, un canal. "), words, CHOICE)


def _both_responsables(policy: Policy, kind: SchoolKind, sources: Sources) -> tuple[Part, ...]:
    asked = purposes_of(kind)
    single = [purpose for purpose in asked if policy.purposes[purpose].recipients == "un"]
    if len(single) > NAMED:
        chosen = f"Pour {len(single)} sujets sur {len(asked)}, le message part vers un seul responsable légal. "
    else:
        chosen = "Chaque message part vers tous les responsables légaux"
        chosen += f", sauf pour : {purposes_words(single)}. " if single else ". "
    return (
        bold("Qui reçoit les messages. " if single else "Chaque responsable légal compte. "),
        *sources.stated(sources.find("parents/deux_responsables")),
        *sources.stated(sources.find("parents/documents_aux_deux")),
        chosen,
        CHOICE,
    )


def _absence(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    settings = policy.purposes["absence"]
    passes = has_quiet_hours(policy, "responsables") and "absence" in policy.quiet["responsables"].passes
    chosen = f"Canal retenu : {channels_words(settings.channels)}, {rhythm_words(policy, settings.rhythm)}" + (
        ", y compris pendant les heures calmes. " if passes else ". "
    )
    duty = sources.stated(sources.find("absence/signalement"))
    return [(bold("Une absence se signale. "), *duty, chosen, CHOICE)]


def _calm(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    if not has_quiet_hours(policy, "responsables"):
        words = "L'équipe n'a pas retenu d'heures calmes. "
        return [(bold("Des messages à toute heure. "), *_asked_quiet(sources), words, CHOICE)]
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
    without = [purpose for purpose in purposes_of(kind) if not _reaches_without_screen(policy, purpose)]
    if len(without) > NAMED:
        words = f"Pour {len(without)} sujets, rien n'est prévu pour une famille sans écran : à régler avant le vote. "
        return (bold("Les familles sans écran. "), words, CHOICE)
    words = "Une famille qui n'a pas d'écran reçoit la même information autrement"
    words += f", sauf pour : {purposes_words(without)}. " if without else ". "
    return (bold("Les familles sans écran. " if without else "Personne n'est laissé de côté. "), words, CHOICE)


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
            f"Les messages existent en français et en {languages_words(languages)}. ",
            CHOICE,
        )
    ]


def promises(policy: Policy, sources: Sources) -> list[Block]:
    """Return what families and staff can expect: answers, recall, quiet."""
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
    if has_quiet_hours(policy, "personnels"):
        lines.append(("Personne n'est tenu de lire ou de répondre pendant ses heures calmes. ", CHOICE))
    return [heading(1, "Ce que chacun peut attendre"), bullets(*lines)]

"""Les principes et les promesses d'une charte : la première page, que l'on lit en séance."""

from __future__ import annotations

from liaison.base.numbers import counted
from liaison.base.words import lower_first
from liaison.documents import Block, Part, bold, bullets, heading
from liaison.documents.cited import CHOICE, Sources
from liaison.messaging.policy import Policy
from liaison.messaging.vocabulary import CHANNELS, HELD_HOURS, addressee
from liaison.messaging.wording import (
    REPLY_BREAKS,
    REPLY_IF,
    hour,
    languages_words,
    purposes_of,
    purposes_words,
    reaches_offline,
    reply_break,
    reply_words,
    shows_on_a_screen,
    ways_words,
)
from liaison.rules import as_reported
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
    asked = [purpose for purpose in purposes_of(kind) if addressee(purpose) == "responsables"]
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
    names = {channel: lower_first(label) for channel, label in CHANNELS.items()}
    chosen = f"Canal retenu : {ways_words(policy, 'absence', names)}. "
    duty = sources.stated(sources.find("absence/signalement"))
    return [(bold("Une absence se signale. "), *duty, chosen, CHOICE)]


def _calm(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    suspended = [hours for hours in policy.suspended.values() if hours.holds_something()]
    title = "La publication est suspendue à certaines heures. " if suspended else "Des publications à toute heure. "
    words = ""
    if any(not hours.never_ends() for hours in suspended):
        words += "Ce qui s'écrit pour l'écran pendant ces heures paraît à leur fin, sauf ce qui passe quand même. "
    if not policy.suspended["responsables"].holds_something():
        words += "L'équipe ne suspend pas la publication pour les responsables légaux. "
    words = words or "Pour les responsables légaux, ces heures n'ont pas de fin. "
    found: list[tuple[Part, ...]] = [(bold(title), *_asked_of_all(sources), words, CHOICE)]
    if policy.quiet["responsables"].holds_something():
        words = "Elles ne retardent pas ce qui paraît ; rien n'y sonne chez les responsables légaux, sauf ce qui passe "
        words += "quand même et les appels. "
        found.append((bold("Des heures calmes. "), words, CHOICE))
    return found


def _asked_of_all(sources: Sources) -> tuple[Part, ...]:
    """Say when publication is suspended nationally, with the values of the rules, or nothing where there is no rule."""
    night = sources.find("messagerie/publication_suspendue")
    if night is None:
        return ()
    weekend = sources.find("messagerie/publication_suspendue_fin_de_semaine")
    parts: list[Part] = [
        f"Cadre national{as_reported(night)} : publication suspendue "
        f"de {hour(night.value['start'])} à {hour(night.value['end'])} ",
        sources.badge(night),
    ]
    if weekend is not None:
        value = weekend.value
        parts += [
            f" et du {value['start_day']} {hour(value['start'])} au {value['end_day']} {hour(value['end'])} ",
            sources.badge(weekend),
        ]
    return (*parts, ". ")


def _fallback(policy: Policy, kind: SchoolKind) -> tuple[Part, ...]:
    without = [purpose for purpose in purposes_of(kind) if not reaches_offline(policy, purpose)]
    if len(without) > NAMED:
        words = (
            f"Pour {len(without)} sujets, rien n'est prévu pour une famille sans internet : à régler avant le vote. "
        )
        return (bold("Les familles sans internet. "), words, CHOICE)
    words = "Chaque sujet a une voie sans internet, indiquée plus bas"
    words += f", sauf pour : {purposes_words(without)}. " if without else ". "
    return (bold("Les familles sans internet. "), words, CHOICE)


def _reading(policy: Policy) -> list[tuple[Part, ...]]:
    if set(policy.languages) == {"fr"}:
        return []
    return [
        (
            bold("Des messages en plusieurs langues. "),
            f"Les messages existent en {languages_words(policy.languages)}. ",
            CHOICE,
        )
    ]


def promises(policy: Policy, sources: Sources) -> list[Block]:
    """Return what families and staff can expect: answers, recall, hours without answer."""
    lines: list[tuple[Part, ...]] = []
    answer = sources.stated(sources.find("parents/reponse_motivee"))
    if answer:
        lines.append(answer)
    if policy.reply_within_hours is None:
        lines.append(("L'équipe ne s'est pas encore fixé de délai de réponse. ", CHOICE))
    else:
        lines.append((_reply(policy, policy.reply_within_hours), CHOICE))
    if policy.recall_minutes and shows_on_a_screen(policy):
        delay = counted(policy.recall_minutes, "minute", "minutes")
        lines.append((f"Un message envoyé par erreur peut être rappelé pendant {delay}. ", CHOICE))
    lines += [(words, CHOICE) for words in _rest_of_staff(policy)]
    return [heading(1, "Ce que chacun peut attendre"), bullets(*lines)]


def _reply(policy: Policy, hours: int) -> str:
    """Say the promised reply with what it takes, or which setting keeps it from being promised."""
    breaks, delay = reply_break(policy), reply_words(hours)
    if breaks is None:
        return f"Un parent qui écrit reçoit une réponse {delay}, {REPLY_IF}. "
    return f"À décider avant le vote : répondre à un parent {delay}. {REPLY_BREAKS[breaks]} "


def _rest_of_staff(policy: Policy) -> list[str]:
    """Say that nothing rings for the staff at some hours."""
    if not any(policy.hours(setting)["personnels"].holds_something() for setting in HELD_HOURS):
        return []
    return [
        "Rien ne sonne chez les personnels à certaines heures, dites plus bas, sauf ce qui passe quand même et les "
        "appels. "
    ]

"""Les principes et les promesses d'une charte : la première page, que l'on lit en séance, leur nature dans la marge."""

from __future__ import annotations

from collections.abc import Iterable

from liaison.base.numbers import number
from liaison.base.sentences import french_beside
from liaison.base.words import lower_first
from liaison.documents import Block, Part, Table, bold, heading
from liaison.documents.cited import CHOICE, Sources, gathered
from liaison.messaging.policy.policy import Policy
from liaison.messaging.vocabulary import CHANNELS, HELD_HOURS, addressee
from liaison.messaging.wording import (
    REPLY_BREAKS,
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
from liaison.school.vocabulary import SchoolKind, council_of

phrase = french_beside(__file__)

NAMED = 5  # subjects named in a sentence; beyond, they are counted


def titled(title: str, *parts: Part) -> tuple[Part, ...]:
    """Return a statement that opens on its title, in bold."""
    return (bold(f"{title} "), *parts)


def choice(*sentences: str) -> tuple[Part, ...]:
    """Return what the team chose, in whole sentences, with its badge."""
    return ("".join(f"{sentence} " for sentence in sentences), CHOICE)


def statements(caption: str, stated: Iterable[tuple[Part, ...]]) -> Table:
    """Return statements one under the other, and what each rests on in the column beside, out of the sentence."""
    return Table(
        caption=caption,
        header=(phrase("ce-qui-est-pose"), phrase("nature")),
        rows=tuple(gathered(parts) for parts in stated),
        row_header=False,
        widths=(5.2, 1),
    )


def principles(policy: Policy, kind: SchoolKind, sources: Sources) -> list[Block]:
    """Return the principles that the settings of a policy amount to, each with its nature."""
    stated = [
        *_where_it_stands(kind, sources),
        _one_channel(policy, kind),
        _both_responsables(policy, kind, sources),
        *_absence(policy, sources),
        *_calm(policy, sources),
        _fallback(policy, kind),
        *_reading(policy),
    ]
    return [heading(1, phrase("nos-principes")), statements(phrase("tableau-des-principes"), stated)]


def _where_it_stands(kind: SchoolKind, sources: Sources) -> list[tuple[Part, ...]]:
    legal_home = sources.find("parents/examen_conditions_dialogue")
    if legal_home is None:
        return []
    return [
        titled(
            phrase("au-conseil"), *sources.stated(legal_home), phrase("ou-elle-se-presente", council=council_of(kind))
        )
    ]


def _one_channel(policy: Policy, kind: SchoolKind) -> tuple[Part, ...]:
    several = [purpose for purpose in purposes_of(kind) if len(policy.purposes[purpose].channels) > 1]
    words = [phrase("chacun-ses-canaux" if several else "chacun-son-canal")]
    if len(several) > NAMED:
        words.append(phrase("plusieurs-canaux-pour-tant-de-sujets", purposes=len(several)))
    elif several:
        words.append(phrase("plusieurs-canaux-pour", purposes=purposes_words(several)))
    return titled(phrase("des-canaux-annonces" if several else "un-sujet-un-canal"), *choice(*words))


def _both_responsables(policy: Policy, kind: SchoolKind, sources: Sources) -> tuple[Part, ...]:
    sent = [purpose for purpose in purposes_of(kind) if addressee(purpose) == "responsables"]
    single = [purpose for purpose in sent if policy.purposes[purpose].recipients == "un"]
    if len(single) > NAMED:
        chosen = phrase("un-seul-responsable", single=len(single), purposes=len(sent))
    elif single:
        chosen = phrase("tous-les-responsables-sauf", purposes=purposes_words(single))
    else:
        chosen = phrase("tous-les-responsables")
    return titled(
        phrase("qui-recoit" if single else "chaque-responsable-compte"),
        *sources.stated(sources.find("parents/deux_responsables")),
        *sources.stated(sources.find("parents/documents_aux_deux")),
        *choice(chosen),
    )


def _absence(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    names = {channel: lower_first(label) for channel, label in CHANNELS.items()}
    chosen = phrase("canal-retenu", ways=ways_words(policy, "absence", names))
    duty = sources.stated(sources.find("absence/signalement"))
    return [titled(phrase("une-absence-se-signale"), *duty, *choice(chosen))]


def _calm(policy: Policy, sources: Sources) -> list[tuple[Part, ...]]:
    suspended = [hours for hours in policy.suspended.values() if hours.holds_something()]
    words = []
    if any(not hours.never_ends() for hours in suspended):
        words.append(phrase("parait-a-la-fin"))
    if not policy.suspended["responsables"].holds_something():
        words.append(phrase("pas-suspendue-pour-les-responsables"))
    chosen = choice(*words or [phrase("sans-fin-pour-les-responsables")])
    title = phrase("publication-suspendue" if suspended else "publication-a-toute-heure")
    statements = [titled(title, *_national_hours(sources), *chosen)]
    if policy.quiet["responsables"].holds_something():
        statements.append(titled(phrase("des-heures-calmes"), *choice(phrase("rien-n-y-sonne"))))
    return statements


def _national_hours(sources: Sources) -> tuple[Part, ...]:
    """Say when publication is suspended nationally, with the values of the rules, or nothing where there is no rule."""
    night = sources.find("messagerie/publication_suspendue")
    if night is None:
        return ()
    weekend = sources.find("messagerie/publication_suspendue_fin_de_semaine")
    start, end = hour(night.value["start"]), hour(night.value["end"])
    nights = phrase("cadre-national", reported=as_reported(night), start=start, end=end)
    parts: list[Part] = [nights, *sources.marked(night)]
    if weekend is not None:
        span = weekend.value
        start, end = hour(span["start"]), hour(span["end"])
        days = phrase("et-fin-de-semaine", first=span["start_day"], start=start, last=span["end_day"], end=end)
        parts += [f" {days}", *sources.marked(weekend)]
    return (*parts, ". ")


def _fallback(policy: Policy, kind: SchoolKind) -> tuple[Part, ...]:
    without = [purpose for purpose in purposes_of(kind) if not reaches_offline(policy, purpose)]
    if len(without) > NAMED:
        words = phrase("rien-sans-internet", purposes=len(without))
    elif without:
        words = phrase("une-voie-sans-internet-sauf", purposes=purposes_words(without))
    else:
        words = phrase("une-voie-sans-internet")
    return titled(phrase("familles-sans-internet"), *choice(words))


def _reading(policy: Policy) -> list[tuple[Part, ...]]:
    if set(policy.languages) == {"fr"}:
        return []
    words = phrase("messages-en", languages=languages_words(policy.languages))
    return [titled(phrase("plusieurs-langues"), *choice(words))]


def promises(policy: Policy, sources: Sources) -> list[Block]:
    """Return what families and staff can expect: answers, recall, hours without answer."""
    lines: list[tuple[Part, ...]] = []
    answer = sources.stated(sources.find("parents/reponse_motivee"))
    if answer:
        lines.append(answer)
    if policy.reply_within_hours is None:
        lines.append(choice(phrase("pas-de-delai")))
    else:
        lines.append(_reply(policy, policy.reply_within_hours))
    if policy.recall_minutes and shows_on_a_screen(policy):
        lines.append(choice(phrase("rappel", minutes=policy.recall_minutes, counted=number(policy.recall_minutes))))
    if any(policy.hours(setting)["personnels"].holds_something() for setting in HELD_HOURS):
        lines.append(choice(phrase("repos-des-personnels")))
    return [heading(1, phrase("ce-que-chacun-peut-attendre")), statements(phrase("tableau-des-promesses"), lines)]


def _reply(policy: Policy, hours: int) -> tuple[Part, ...]:
    """Say the promised reply with what it takes, or which setting keeps it from being promised."""
    breaks, delay = reply_break(policy), reply_words(hours)
    if breaks is None:  # no setting answers: a person does
        return choice(phrase("reponse-promise", delay=delay))
    return choice(phrase("reponse-a-decider", delay=delay), REPLY_BREAKS[breaks])

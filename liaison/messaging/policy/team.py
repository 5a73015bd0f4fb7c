"""Décider à plusieurs : ce sur quoi les politiques d'une équipe diffèrent, et la politique qui en sort.

A policy is read as a flat list of settings, each with a path as in the policy file
("purposes.notes.rhythm", "quiet.eleves.week.lundi", "marks.pupils_after_days").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from liaison.base.formats import first_faults
from liaison.base.languages import french_name, languages
from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.typography import spaced, typeset
from liaison.messaging.policy.policy import HeldHours, Policy, PolicyError, minutes
from liaison.messaging.vocabulary import (
    AUDIENCES,
    CHANNELS,
    DAYS,
    FALLBACKS,
    HELD_HOURS,
    PURPOSES,
    RECIPIENTS,
    RHYTHMS,
    Audience,
    HeldBy,
    Purpose,
    chooses_recipients,
)
from liaison.messaging.wording import REACHES, WRITERS, held_day_words, hour, languages_words
from liaison.school.vocabulary import Writer

phrase = french_beside(__file__)

SettingKind = Literal["numeric", "time", "choice", "set"]
YES_NO = {False: phrase("non"), True: phrase("oui")}


class Disagreement(BaseModel):
    """One setting on which the policies of a team differ.

    `words` has each policy's value in French, in the order of the policies; `values` the same as in a policy
    file, each once and in one order where the order says nothing. `minimum`, `median`, `maximum` are given for
    numbers and times (as in the file; policies without a value left aside). `agreement` is the share (0 to 1) of
    the policies that have the most frequent value. `proposed` is what `settle` keeps without a choice.
    """

    model_config = ConfigDict(frozen=True)

    path: str
    label: str
    kind: SettingKind
    unit: str = ""
    values: tuple[Any, ...]
    words: tuple[str, ...]
    minimum: int | str | None = None
    median: int | str | None = None
    maximum: int | str | None = None
    agreement: float = Field(ge=0, le=1)
    proposed: Any
    proposed_words: str


class _Setting(NamedTuple):
    """How one setting is read: its place, its name, its kind, and the order in which ties are decided."""

    path: str
    label: str
    kind: SettingKind
    words: Mapping[Any, str] = {}
    unit: str = ""
    none: str = phrase("non-fixe")


def _settings() -> dict[str, _Setting]:
    """Return every setting of a policy, by path, in the order of the policy file."""
    settings = [
        *(each for purpose, label in PURPOSES.items() for each in _purpose_settings(purpose, label)),
        *(
            each
            for setting, hours in HELD_HOURS.items()
            for audience, label in AUDIENCES.items()
            for each in _hours_settings(setting, audience, f"{hours}, {label.lower()}")
        ),
        _Setting("marks.pupils_after_days", phrase("notes-eleves"), "numeric", unit=phrase("jours")),
        _Setting("marks.parents_after_pupils_days", phrase("notes-responsables"), "numeric", unit=phrase("jours")),
        _Setting("marks.published_at", phrase("heure-des-notes"), "time", none=phrase("des-que-possible")),
        _Setting("digests.daily_at", phrase("envoi-quotidien"), "time"),
        _Setting("digests.weekly_on", phrase("jour-de-l-envoi"), "choice", {day: day for day in DAYS}),
        _Setting("digests.weekly_at", phrase("envoi-hebdomadaire"), "time"),
        _Setting("homework_by", phrase("limite-des-devoirs"), "time", none=phrase("pas-de-limite")),
        *(
            _Setting(f"writing.{writer}.{other}", f"{WRITERS[writer]} → {WRITERS[other].lower()}", "choice", REACHES)
            for writer in get_args(Writer)
            for other in get_args(Writer)
        ),
        _Setting(
            "reply_within_hours", phrase("reponse"), "numeric", unit=phrase("heures"), none=phrase("pas-de-promesse")
        ),
        _Setting("recall_minutes", phrase("rappel"), "numeric", unit=phrase("minutes")),
        _Setting("languages", phrase("langues"), "set", {code: french_name(code) for code in languages()}),
    ]
    return {setting.path: setting for setting in settings}


def _purpose_settings(purpose: Purpose, label: str) -> list[_Setting]:
    # At equal counts, the first of these wins: a way out rather than none, everyone rather than one.
    fallbacks: dict[Any, str] = {name: CHANNELS[name] for name in FALLBACKS} | {None: phrase("aucune")}

    def setting(name: str, kind: SettingKind, words: Mapping[Any, str]) -> _Setting:
        return _Setting(f"purposes.{purpose}.{name}", typeset(phrase(f"sujet-{name}", purpose=label)), kind, words)

    return [
        setting("channels", "set", CHANNELS),
        setting("fallback", "choice", fallbacks),
        setting("rhythm", "choice", RHYTHMS),
        *([setting("recipients", "choice", RECIPIENTS)] if chooses_recipients(purpose) else []),
    ]


def _hours_settings(setting: HeldBy, audience: Audience, hours: str) -> list[_Setting]:
    start = f"{setting}.{audience}"
    return [
        *(_Setting(f"{start}.week.{day}", f"{hours}, {day}", "set") for day in DAYS),
        _Setting(f"{start}.school_holidays", phrase("vacances-scolaires", hours=hours), "choice", YES_NO),
        _Setting(f"{start}.public_holidays", phrase("jours-feries", hours=hours), "choice", YES_NO),
        _Setting(f"{start}.passes", phrase("ce-qui-passe", hours=hours), "set", PURPOSES),
    ]


SETTINGS = _settings()


def compare(policies: Sequence[Policy]) -> tuple[Disagreement, ...]:
    """Return one entry per setting on which the policies differ, the most disputed first.

    Equal settings written differently (two ranges that touch, what passes in another order) do not differ.
    """
    flat = [_flatten(policy) for policy in policies]
    entries = [
        _disagreement(setting, [values[setting.path] for values in flat])
        for setting in SETTINGS.values()
        if len({_key(setting, values[setting.path]) for values in flat}) > 1
    ]
    place = {path: number for number, path in enumerate(SETTINGS)}
    return tuple(sorted(entries, key=lambda entry: (entry.agreement, place[entry.path])))


def settle(policies: Sequence[Policy], choices: Mapping[str, Any] | None = None, name: str | None = None) -> Policy:
    """Return the policy that a team agrees on: the median or most frequent value of each setting, then its choices.

    `choices` gives, by path, a value as in a policy file (see `Disagreement.path`). The result does not depend on
    the order of the policies, and is the policy itself when all are equal and no `name` is given; otherwise its
    description is the team's, never that of a group.

    Raises:
        PolicyError: no policy, an unknown path or a value that does not hold, in French.
    """
    if not policies:
        raise PolicyError(typeset(phrase("rien-a-reunir")))
    ordered = sorted(policies, key=Policy.model_dump_json)
    agreed = {setting.path: setting.proposed for setting in compare(ordered)}
    if name is not None or any(policy != ordered[0] for policy in ordered):
        # What a group wrote of its own policy is not what the team says of the one that it agrees on.
        description = phrase("reunit", policies=len(ordered))
        agreed |= {"name": name or phrase("politique-de-l-equipe"), "description": description}
    return with_settings(ordered[0], {**agreed, **(choices or {})})


def with_settings(policy: Policy, changes: Mapping[str, Any]) -> Policy:
    """Return the policy with the settings at these paths changed, checked again.

    Raises:
        PolicyError: an unknown path, or a value that does not hold, in French.
    """
    raw = policy.model_dump()
    for path, value in changes.items():
        if path not in SETTINGS and path not in ("name", "description"):
            near = get_close_matches(path, SETTINGS, n=3, cutoff=0.5)
            hint = f" {phrase('reglages-proches', settings=', '.join(near))}" if near else ""
            raise PolicyError(spaced(f"{phrase('reglage-inconnu', setting=shown(path))}{hint}"))
        *parents, last = path.split(".")
        target = raw
        for step in parents:
            target = target[step]
        target[last] = value
    try:
        return Policy.model_validate(raw)
    except ValidationError as error:
        faults = [f"- {fault}" for fault in first_faults(error, raw, named=_fault_label)]
        raise PolicyError(typeset("\n".join([phrase("choix-non-valables"), *faults]))) from error


def _fault_label(place: str) -> str:
    path = ".".join(step for step in place.split(".") if not step.isdecimal())
    return SETTINGS[path].label if path in SETTINGS else shown(path) or phrase("ensemble")


def _flatten(policy: Policy) -> dict[str, Any]:
    raw = policy.model_dump()
    values = {}
    for path, setting in SETTINGS.items():
        value: Any = raw
        for step in path.split("."):
            # A day without any of these hours may be absent from the week.
            value = value.get(step, ()) if step in DAYS else value[step]
        values[path] = _in_one_order(setting, value)
    return values


def _in_one_order(setting: _Setting, value: Any) -> Any:
    """Return what is a set whatever its order, each once, in the order of the vocabulary; other values as they are."""
    if setting.kind != "set" or ".week." in setting.path or setting.path.endswith(".channels"):
        return value  # the first channel is also the pupils'
    places = {name: place for place, name in enumerate(setting.words)}
    return tuple(sorted(set(value), key=lambda name: (places.get(name, len(places)), name)))


def _key(setting: _Setting, value: Any) -> Any:
    """Return what two equal values of a setting share, however they are written."""
    if setting.kind != "set":
        return value
    return _slots(tuple(value)) if ".week." in setting.path else tuple(value)


@lru_cache(maxsize=256)
def _slots(ranges: tuple[str, ...]) -> frozenset[int]:
    mask = HeldHours(week={DAYS[0]: ranges}).mask()[0]
    return frozenset(slot for slot, quiet in enumerate(mask) if quiet)


def _disagreement(setting: _Setting, values: list[Any]) -> Disagreement:
    counts = Counter(_key(setting, value) for value in values)
    low, middle, high = _spread(setting, values)
    proposed = _proposed(setting, values)
    return Disagreement(
        path=setting.path,
        label=setting.label,
        kind=setting.kind,
        unit=setting.unit,
        values=tuple(values),
        words=tuple(_in_words(setting, value) for value in values),
        minimum=low,
        median=middle,
        maximum=high,
        agreement=max(counts.values()) / len(values),
        proposed=proposed,
        proposed_words=_in_words(setting, proposed),
    )


def _spread(setting: _Setting, values: list[Any]) -> tuple[Any, Any, Any]:
    """Return minimum, median and maximum of a number or a time: values that someone chose, never between two."""
    if setting.kind not in ("numeric", "time"):
        return None, None, None
    # A time is read within its day: 23:00 is late, 01:00 is early.
    measure = minutes if setting.kind == "time" else int
    known = sorted((value for value in values if value is not None), key=measure)
    return (known[0], known[(len(known) - 1) // 2], known[-1]) if known else (None, None, None)


def _proposed(setting: _Setting, values: list[Any]) -> Any:
    """Return the value that a team starts from: median, most frequent, or for a set the nearest to all."""
    if setting.kind in ("numeric", "time"):
        without = sum(value is None for value in values)
        # At equal counts a value wins over none: it is the one that can be discussed.
        return None if 2 * without > len(values) else _spread(setting, values)[1]
    if setting.kind == "choice":
        counts, order = Counter(values), list(setting.words)
        return min(counts, key=lambda value: (-counts[value], order.index(value)))
    keys = [_key(setting, value) for value in values]
    distance = [sum(len(set(key) ^ set(other)) for other in keys) for key in keys]
    return min(zip(distance, values, strict=True), key=lambda pair: (pair[0], list(map(str, pair[1]))))[1]


def _in_words(setting: _Setting, value: Any) -> str:
    if ".week." in setting.path:
        return held_day_words(HeldHours(week={DAYS[0]: tuple(value)}), 0)
    if setting.path == "languages":
        return languages_words(value)
    if setting.kind == "set":
        return ", ".join(setting.words.get(name, name) for name in value) or phrase("rien")
    if value in setting.words:
        return setting.words[value]
    if value is None:
        return setting.none
    if setting.kind == "time":
        return hour(value)
    return f"{value}\u00a0{setting.unit}" if setting.unit else str(value)


__all__ = ["SETTINGS", "Disagreement", "SettingKind", "compare", "settle", "with_settings"]

"""Du diagnostic à la messagerie : ce que l'école change dans sa politique, d'après des chiffres publiables.

A policy comes in and goes out as the plain mapping of its file: this module knows the names of settings, not the
messaging engine (see docs/decisions/0015-plan.md). Only published figures are read; a hidden one is taken for a few
families, never for none.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from liaison.base.faults import FrenchError
from liaison.base.languages import french_name
from liaison.base.numbers import percent
from liaison.base.sentences import french_beside
from liaison.base.typography import typeset
from liaison.base.words import joined, lower_first
from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.counting.axes import EQUIPMENT, SKILLS
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.tabulation import EQUIPMENT_AXIS, SKILLS_AXIS
from liaison.diagnostic.disclosure.merged_words import members
from liaison.diagnostic.papers.number_words import NONE, told_words
from liaison.rules import rule
from liaison.school.vocabulary import DIGITAL, MOST_CHANNELS
from liaison.support.vocabulary import LANGUAGE_CODES, LANGUAGES

Setting = Literal["fallback", "channels", "languages"]  # of a policy, as its file names them
# What calls for something else than a screen: a question, and a value of it.
OFF_SCREEN = {
    "connexion-aucune": ("connexion", "aucune"),
    "equipement-insuffisant": (EQUIPMENT_AXIS, "insuffisant"),
    "competences-debutant": (SKILLS_AXIS, "debutant"),
    "lecture-jamais": ("lecture", "jamais"),
    "canal-papier": ("canal", "papier"),
    "canal-telephone": ("canal", "telephone"),
}
RARELY = ("plus_rarement", "jamais")
_REASONS_SAID = 3
phrase = french_beside(__file__)


class ModesError(FrenchError):
    """A policy that cannot be changed, and what to give instead."""


@dataclass(frozen=True)
class Sign:
    """One thing that the diagnosis says: families concerned (None: hidden, a few), and how it is said."""

    count: int | None
    words: str


@dataclass(frozen=True)
class Signs:
    """What a team may read of its diagnosis to set its messages. Published counts only.

    `silent`: families that did not answer, None when unknown. `rarely`: families that read rarely or never, at least;
    None when nothing of it is shown. `languages`: families by language (names of LANGUAGES), at least;
    `hidden_languages`: of some, nothing is shown, or perhaps a few families.
    """

    answers: int | None
    silent: int | None
    off_screen: tuple[Sign, ...]
    rarely: int | None
    languages: Mapping[str, int]
    hidden_languages: bool = False

    @property
    def rarely_share(self) -> float | None:
        """The least share of the answers that read rarely, 0 to 1."""
        return None if self.rarely is None or not self.answers else self.rarely / self.answers


def signs_of(indicators: AnswerIndicators) -> Signs:
    """Return what the published figures of a diagnosis tell about how to write to families."""
    languages = {name: indicators.at_least("langue", [name]) for name in LANGUAGES}
    few = [name for name, count in languages.items() if count is None or 0 < count < indicators.threshold]
    silent = None
    if indicators.population is not None and indicators.answers is not None:
        silent = max(0, indicators.population - indicators.answers)
    return Signs(
        answers=indicators.answers,
        silent=silent,
        off_screen=tuple(Sign(_count(indicators, *at), words) for at, words in off_screen_words().items()),
        rarely=indicators.at_least("lecture", RARELY),
        languages={name: count for name, count in languages.items() if count and name not in few},
        hidden_languages=bool(few),
    )


def off_screen_words() -> dict[tuple[str, str], str]:
    """Return what calls for something else than a screen, by question and value: « sans connexion à la maison »."""
    return {at: phrase(f"hors-ecran-{name}") for name, at in OFF_SCREEN.items()}


def _count(indicators: AnswerIndicators, question: str, value: str) -> int | None:
    return indicators.families(question, [value])


@dataclass(frozen=True)
class Change:
    """One change of a policy: the setting, the purposes that it touches (none: the whole policy), and why."""

    setting: Setting
    purposes: tuple[str, ...]
    value: str  # what is set or added, as in the file
    because: str

    def name(self, labels: Mapping[Any, str] | None = None) -> str:
        """Return the change in a French sentence; `labels` says the purposes as the messaging module does."""
        return typeset(phrase("dit", change=self._named(labels)))

    def sentence(self, labels: Mapping[Any, str] | None = None) -> str:
        """Return the change and why in French."""
        key = "langue-avec-sa-raison" if self.setting == "languages" else "dit-avec-sa-raison"
        return typeset(phrase(key, change=self._named(labels), because=self.because))

    def _named(self, labels: Mapping[Any, str] | None) -> str:
        if self.setting == "languages":
            return phrase("changement-langues", language=french_name(self.value))
        purposes = joined(lower_first((labels or {}).get(name, name.replace("_", " "))) for name in self.purposes)
        key = "changement-canaux" if self.setting == "channels" else "changement-repli"
        return phrase(key, what=phrase(f"par-{self.value}"), purposes=purposes)

    def applied(self, policy: Mapping[str, Any]) -> dict[str, Any]:
        """Return the policy (the mapping of its file) with this change and no other."""
        new = copy.deepcopy(dict(policy))
        if self.setting == "languages":
            new["languages"] = [*new.get("languages", ["fr"]), self.value]
        for name in self.purposes:
            settings = new["purposes"][name]
            settings |= (
                {"fallback": self.value}
                if self.setting == "fallback"
                else {"channels": [*settings["channels"], self.value]}
            )
        return new


@dataclass(frozen=True)
class PolicyChanges:
    """A policy changed after a diagnosis: the mapping of its file, what changed and why, what did not and why."""

    policy: Mapping[str, Any]
    changes: tuple[Change, ...]
    unchanged: tuple[str, ...]

    def yaml(self) -> str:
        """Return the text of a policy file, which the messaging module opens."""
        return write_yaml(dict(self.policy), blocks_only=False)


def changed_policy(policy: Mapping[str, Any], signs: Signs, on: dt.date | None = None) -> PolicyChanges:
    """Return the policy (the mapping of its file) with what the diagnosis calls for; nothing is ever taken away.

    The thresholds are the rule `accompagnement/modes_par_profil`, a hypothesis. A fallback that the team has chosen
    stays, except on pressing purposes, where a call replaces paper.

    Raises:
        ModesError: not the mapping of a policy file.
    """
    if not isinstance(policy.get("purposes"), Mapping) or not isinstance(policy.get("name"), str):
        raise ModesError(phrase("pas-une-politique"))
    supposed = rule("accompagnement/modes_par_profil", on or dt.date.today()).value
    new = copy.deepcopy(dict(policy))
    changes: list[Change] = []
    unchanged: list[str] = []
    for some, why_not in (
        _fallbacks(policy, signs, supposed),
        _reminders(policy, signs, supposed),
        _languages(policy, signs, supposed),
    ):
        changes += some
        unchanged += [typeset(why_not)] if why_not else []
    for change in changes:
        new = change.applied(new)
    if changes:
        new["name"] = phrase("politique-changee", name=policy["name"])
    return PolicyChanges(new, tuple(changes), tuple(unchanged))


def _fallbacks(policy: Mapping[str, Any], signs: Signs, supposed: Mapping[str, Any]) -> tuple[list[Change], str]:
    because = _off_screen(signs)
    if not because:
        return [], phrase("personne-sans-ecran")
    touched: dict[str, list[str]] = {}
    for name, settings in policy["purposes"].items():
        if not set(settings["channels"]) <= set(DIGITAL):
            continue
        pressing = name in supposed["presse"]
        wanted = supposed["repli_presse" if pressing else "repli_courant"]
        if settings.get("fallback") is None or (pressing and settings["fallback"] != wanted):
            touched.setdefault(wanted, []).append(name)
    changes = [Change("fallback", tuple(names), value, because) for value, names in touched.items()]
    return changes, "" if changes else phrase("repli-deja-la")


def _off_screen(signs: Signs) -> str:
    """Return why somebody needs something else than a screen, in words; nothing when nobody does."""
    most = sorted((sign for sign in signs.off_screen if sign.count), key=lambda sign: -(sign.count or 0))
    shown = [phrase("familles-hors-ecran", n=sign.count, who=sign.words) for sign in most[:_REASONS_SAID]]
    hidden = [phrase("quelques-familles-hors-ecran", who=sign.words) for sign in signs.off_screen if sign.count is None]
    silent = [] if signs.silent == 0 else [phrase("familles-sans-reponse")]
    return joined([*shown, *hidden[: 0 if shown else 1], *silent])


def _reminders(policy: Mapping[str, Any], signs: Signs, supposed: Mapping[str, Any]) -> tuple[list[Change], str]:
    share, limit = signs.rarely_share, float(supposed["part_lecture_rare"])
    if share is None:
        return [], phrase("lecture-rare-cachee")
    counts = {"n": str(signs.rarely), "answers": str(signs.answers)}
    if share < limit:
        return [], phrase("lecture-rare-sous-le-seuil", limit=percent(limit), **counts)
    touched = []
    for name in supposed["attend_un_geste"]:
        channels = policy["purposes"].get(name, {}).get("channels", ())
        if channels and "sms" not in channels and len(channels) < MOST_CHANNELS:
            touched.append(name)
    because = phrase("lisent-rarement", **counts)
    return ([Change("channels", tuple(touched), "sms", because)] if touched else []), ""


def _languages(policy: Mapping[str, Any], signs: Signs, supposed: Mapping[str, Any]) -> tuple[list[Change], str]:
    spoken = list(policy.get("languages", ["fr"]))
    changes = []
    for name, count in signs.languages.items():
        code = next((code for language, code in LANGUAGE_CODES.items() if language == name), None)
        if code and code not in spoken and count >= int(supposed["familles_par_langue"]):
            spoken.append(code)
            changes.append(Change("languages", (), code, phrase("souhaitent-la-langue", n=count)))
    return changes, phrase("langue-de-trop-peu") if signs.hidden_languages else ""


def modes_by_profile(indicators: AnswerIndicators, on: dt.date | None = None) -> pd.DataFrame:
    """Return, for each place on each axis, the families there and how to write to them (rule, a hypothesis).

    Columns: `axe` (equipement, competences), `profil`, `familles` (Int64, missing when hidden), `dit` (that number in
    words: about, hidden, told with another answer, or a dash where the axis is not asked), `mode`. The two axes are two
    tables, never crossed into a mark.
    """
    advice = rule("accompagnement/modes_conseilles", on or dt.date.today()).value
    rows = [
        (
            axis,
            profile,
            _count(indicators, question, profile),
            _count_words(indicators, question, profile),
            typeset(advice[axis][profile]),
        )
        for axis, question, profiles in (
            ("equipement", EQUIPMENT_AXIS, EQUIPMENT),
            ("competences", SKILLS_AXIS, SKILLS),
        )
        for profile in profiles
    ]
    return pd.DataFrame(rows, columns=["axe", "profil", "familles", "dit", "mode"]).astype({"familles": "Int64"})


def _count_words(indicators: AnswerIndicators, question: str, value: str) -> str:
    """Return in words how many families gave an answer, as the diagnosis tells it."""
    own = [row for row in indicators.question(question).itertuples() if value in members(str(row.valeur))]
    if not own:
        return NONE
    row = own[0]
    return told_words(row.effectif, row.au_moins, row.au_plus) if row.valeur == value else phrase("avec-une-autre")


def change_sentences(changes: Iterable[Change], labels: Mapping[Any, str] | None = None) -> list[str]:
    """Return every change in French, in order."""
    return [change.sentence(labels) for change in changes]


__all__ = [
    "Change",
    "ModesError",
    "PolicyChanges",
    "Setting",
    "Sign",
    "Signs",
    "change_sentences",
    "changed_policy",
    "modes_by_profile",
    "off_screen_words",
    "signs_of",
]

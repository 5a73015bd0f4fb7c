"""Régler des ateliers : créneaux, interprètes, garde d'enfants ; combien viennent, et qui aucun créneau ne sert."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from liaison.base.sentences import french_beside
from liaison.diagnostic.hypotheses import Way
from liaison.questions.common import Model, Name, Sentence
from liaison.questions.setting import (
    ANSWERS_KEPT,
    Condition,
    Measure,
    Missed,
    SettingError,
    SettingQuestion,
    measure_words,
    settings_from,
)
from liaison.rules import rule
from liaison.support.fictitious import Fiction, fiction
from liaison.support.needs.needs import Needs
from liaison.support.vocabulary import LANGUAGES, MOMENTS, SKILLS, Language, Moment, language_words
from liaison.support.workshops.settings import Interpreter, Slot, Theme, Trainer, WorkshopRoom, WorkshopSettings

if TYPE_CHECKING:  # a fifth of a second, that marking another exercise must not wait for
    from liaison.support.workshops.aims import Aim
    from liaison.support.workshops.plan import WorkshopPlan

phrase = french_beside(__file__)
# What a plan looks for is found in a few hundredths of a second: only a machine that is stuck needs more.
SECONDS = 60.0
# Conditions count who comes, and a reason tells of the lot: the engine need not also look for the fewest workshops.
COUNTED: tuple[Aim, ...] = ("debutant", "nombre", "tirage")


class SlotChoice(Model):
    """What a team puts on one slot: workshops at once (0: none), an interpreter, somebody for the children."""

    ateliers: Annotated[int, Field(ge=0, le=2)] = 0
    interprete: Language | None = None
    garde: bool = False


class WorkshopChoices(Model):
    """What a team puts on each slot; a slot that is not named stays empty."""

    creneaux: dict[Name, SlotChoice] = Field(max_length=20)


class OfferedSlot(Model):
    """A slot that the question offers."""

    id: Name
    label: Sentence
    moment: Moment


class WorkshopScenario(Model):
    """The fictitious school, how its coupons came back, and what can be had: slots, languages of interpreters.

    `path`: the missions of the practice ENT that every workshop goes through; `children`: looked after by one adult.
    """

    school: str
    seed: Annotated[int, Field(ge=0)]
    ways: tuple[Way, ...]
    today: dt.date
    slots: Annotated[tuple[OfferedSlot, ...], Field(min_length=2, max_length=8)]
    interpreters: tuple[Language, ...]
    path: Name
    children: Annotated[int, Field(ge=1, le=30)]
    smallest_group: Annotated[int, Field(ge=1, le=12)]


class WorkshopCondition(Condition):
    """A condition on workshops; `language` counts only the families of that language."""

    language: Language | None = None

    @model_validator(mode="after")
    def _language_of_who_has_no_slot(self) -> WorkshopCondition:
        # Which of two families that nothing tells apart has the last place is the solver's own business.
        if self.language is not None and self.measure != "sans_creneau":
            raise ValueError(phrase("langue-de-qui-n-a-pas-de-creneau"))
        return self


@dataclass(frozen=True)
class PricedWorkshops:
    """The plan that the engine makes of what a team puts on its slots, and what is paid for it."""

    fiction: Fiction
    plan: WorkshopPlan
    cost: float

    @property
    def placed(self) -> int:
        """How many families have a place."""
        return self.plan.counts()["place"]

    @property
    def beginners(self) -> int:
        """How many of those who have most to learn have a place: they come first."""
        placed = self.plan.table.index[self.plan.table["etat"].eq("place")]
        return int(self.fiction.needs.table.loc[placed, "competences"].eq("debutant").sum())

    def without_slot(self, condition: WorkshopCondition) -> list[str]:
        """Return the codes of the families that no slot can serve."""
        table = self.plan.table
        codes = [str(code) for code in table.index[table["etat"].eq("sans_creneau")]]
        if condition.language is None:
            return codes
        spoken = self.fiction.needs.table["langue"]
        return [code for code in codes if spoken[code] == condition.language]


class WorkshopQuestion(SettingQuestion):
    """Workshops to put on slots, with who helps, so that as many as possible can come within a budget."""

    kind: Literal["workshops"]
    scenario: WorkshopScenario
    conditions: Annotated[tuple[WorkshopCondition, ...], Field(min_length=2)]

    measures: ClassVar[Mapping[str, Measure]] = {
        "placees": Measure(measure_words(phrase, "mesure-placees"), lambda figures, _: figures.placed),
        "debutantes_placees": Measure(
            measure_words(phrase, "mesure-debutantes-placees"), lambda figures, _: figures.beginners
        ),
        "sans_creneau": Measure(
            measure_words(phrase, "mesure-sans-creneau"),
            lambda figures, condition: len(figures.without_slot(condition)),
        ),
        "cout": Measure(measure_words(phrase, "mesure-cout"), lambda figures, _: figures.cost, who=False),
    }

    def settings_of(self, value: object) -> WorkshopChoices:
        """Return what an answer puts on each slot.

        Raises:
            SettingError: one line per fault; a slot or an interpreter that the question does not offer.
        """
        given = settings_from(WorkshopChoices, value)
        if unknown := set(given.creneaux) - {slot.id for slot in self.scenario.slots}:
            raise SettingError(phrase("creneau-inconnu", slot=min(unknown)))
        unknown_languages = {choice.interprete for choice in given.creneaux.values()} - {
            None,
            *self.scenario.interpreters,
        }
        if unknown_languages:
            raise SettingError(phrase("pas-d-interprete", languages=", ".join(sorted(filter(None, unknown_languages)))))
        return given

    def figures(self, settings: WorkshopChoices) -> PricedWorkshops:
        """Return the workshops that come of it: who has a place, who has no slot, what is paid."""
        # What an empty slot would have had changes nothing: the same plan is not looked for twice.
        opened = {name: choice for name, choice in sorted(settings.creneaux.items()) if choice.ateliers}
        return gathered(WorkshopChoices(creneaux=opened).model_dump_json(), self.scenario)

    def missed(self, settings: WorkshopChoices, condition: WorkshopCondition) -> Missed | None:
        """Return a family that has no slot, or no place, and why."""
        figures = self.figures(settings)
        if condition.measure == "cout":
            return None
        codes = figures.without_slot(condition)
        if condition.measure == "sans_creneau":
            return _explained(figures, codes[0]) if codes else None
        table, skill = figures.plan.table, figures.fiction.needs.table["competences"]
        out = [str(code) for code in table.index if table.loc[code, "etat"] != "place"]
        if condition.measure == "debutantes_placees":
            out = [code for code in out if skill[code] == "debutant"]
        return _explained(figures, out[0]) if out else None


@lru_cache(maxsize=ANSWERS_KEPT)
def gathered(choices: str, scenario: WorkshopScenario) -> PricedWorkshops:
    """Return what becomes of these choices (a WorkshopChoices in JSON): the fiction is made once."""
    chosen = WorkshopChoices.model_validate_json(choices).creneaux
    from liaison.support.workshops.plan import plan_workshops

    known = _fiction(scenario)
    settings = workshop_settings(chosen, scenario)
    plan = plan_workshops(known.needs, settings, scenario.seed, scenario.today, SECONDS, COUNTED)
    return PricedWorkshops(known, plan, cost_of(chosen, scenario))


def workshop_settings(chosen: Mapping[str, SlotChoice], scenario: WorkshopScenario) -> WorkshopSettings:
    """Return the settings of the workshops, as `support.workshops` reads them."""
    # With nothing open, the engine still wants a slot: one at which nobody leads.
    slots = [slot for slot in scenario.slots if slot.id in chosen] or list(scenario.slots[:1])
    both = tuple(name for name, choice in chosen.items() if choice.ateliers > 1)
    led = tuple(chosen)
    return WorkshopSettings(
        nom="Réponse",
        groupe_minimum=scenario.smallest_group,
        ordre=("debutant", "nombre"),
        creneaux=tuple(Slot(id=slot.id, libelle=slot.label, moment=slot.moment) for slot in slots),
        salles=(
            WorkshopRoom(id="cdi", libelle=phrase("salle-cdi"), places=12),
            WorkshopRoom(id="salle", libelle=phrase("salle-informatique"), places=12),
        ),
        animation=(
            Trainer(id="referente", libelle=phrase("referente"), creneaux=led),
            Trainer(id="mediateur", libelle=phrase("mediateur"), creneaux=both),
        ),
        interpretes=tuple(
            Interpreter(
                id=language,
                libelle=phrase("interprete", language=language_words(language)),
                langues=(language,),
                creneaux=tuple(name for name, choice in chosen.items() if choice.interprete == language),
            )
            for language in scenario.interpreters
        ),
        garde={name: scenario.children for name, choice in chosen.items() if choice.garde},
        themes=(Theme(id="parcours", libelle=phrase("theme"), parcours=scenario.path, pour=SKILLS),),
    )


def cost_of(chosen: Mapping[str, SlotChoice], scenario: WorkshopScenario) -> float:
    """Return what is paid for what is put on the slots, in euros, by the rule `accompagnement/couts`: used or not."""
    price = rule("accompagnement/couts", scenario.today).value
    hours = int(rule("accompagnement/durees", scenario.today).value["atelier_min"]) / 60
    each = [
        choice.ateliers * price["animation_heure"]
        + (price["interprete_heure"] if choice.interprete else 0)
        + (price["garde_heure"] if choice.garde else 0)
        for choice in chosen.values()
        if choice.ateliers
    ]
    return float(hours * sum(each))


@lru_cache(maxsize=8)
def _fiction(scenario: WorkshopScenario) -> Fiction:
    made = fiction(scenario.school, scenario.seed, scenario.ways, scenario.today)
    table = made.needs.table
    # Nobody else comes to a workshop: the engine need not look at them each time.
    asking = table[[f"peut_{moment}" for moment in MOMENTS]].any(axis=1)
    return replace(made, needs=Needs(table[asking]))


def _explained(figures: PricedWorkshops, code: str) -> Missed:
    row = figures.fiction.needs.table.loc[code]
    facts = []
    if row["competences"] == "debutant":
        facts.append(phrase("a-tout-a-apprendre"))
    if row["garde"]:
        facts.append(phrase("vient-avec-garde"))
    facts += [
        phrase("sa-langue", language=language_words(language))
        for language in LANGUAGES
        if language == row["langue"] != "francais"
    ]
    return Missed(phrase("la-famille", code=code), tuple(facts), figures.plan.why(code))


__all__ = ["PricedWorkshops", "SlotChoice", "WorkshopChoices", "WorkshopQuestion", "cost_of", "gathered"]

"""Régler des prêts : ce que l'on achète, l'ordre des critères, les rendez-vous de prise en main ; qui attend encore."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from liaison.base.sentences import french_beside
from liaison.base.words import upper_first
from liaison.diagnostic.hypotheses import Way
from liaison.questions.common import Model
from liaison.questions.setting import Condition, Measure, Missed, SettingQuestion, measure_words, settings_from
from liaison.rules import rule
from liaison.support.fictitious import Fiction, fiction
from liaison.support.loans.loans import Allocation, LoanSettings, Stock, allocate
from liaison.support.loans.priorities import CRITERIA, Criterion, scores
from liaison.support.vocabulary import Item

phrase = french_beside(__file__)
KEPT = 256
MOST = 60  # computers, keys or meetings: more than any of our schools asks for
Count = Annotated[int, Field(ge=0, le=MOST)]


class Lot(Model):
    """What is bought of one kind of equipment, and what counts to lend it, from the first criterion to the last."""

    nombre: Count
    criteres: tuple[Criterion, ...] = ()

    @field_validator("criteres")
    @classmethod
    def _no_criterion_twice(cls, given: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        if len(set(given)) < len(given):
            raise ValueError(phrase("critere-deux-fois"))
        return given


class LoanChoices(Model):
    """What a team decides: computers, 4G keys, and how many families are met when they receive a computer.

    `rendez_vous`: given, in the order of the loans, to families that receive a computer and have to learn.
    """

    ordinateur: Lot
    cle_4g: Lot
    rendez_vous: Count = 0

    def settings(self) -> LoanSettings:
        """Return the settings of the loans, as `support.loans` reads them."""
        lots: dict[Item, Lot] = {"ordinateur": self.ordinateur, "cle_4g": self.cle_4g}
        return LoanSettings(
            nom="Réponse",
            stock={item: Stock(nombre=lot.nombre) for item, lot in lots.items()},
            priorites={item: lot.criteres for item, lot in lots.items()},
        )


class LoanScenario(Model):
    """The fictitious school, how its coupons came back, and the day that chooses the rules.

    `months`: how long a key is lent; `meeting_min`: of somebody's time, for one family. Both are hypotheses.
    """

    school: str
    seed: Annotated[int, Field(ge=0)]
    ways: tuple[Way, ...]
    today: dt.date
    months: Annotated[int, Field(ge=1, le=12)]
    meeting_min: Annotated[int, Field(ge=1, le=240)]


class LoanCondition(Condition):
    """A condition on loans; `item` and `needs` say which of the families that wait are counted.

    `needs`: for each criterion, the least score that a family has (`support.priorities`).
    """

    item: Item = "ordinateur"
    needs: dict[Criterion, Annotated[int, Field(ge=1, le=5)]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _needs_of_who_waits(self) -> LoanCondition:
        if self.needs and self.measure != "attendent":
            raise ValueError(phrase("besoins-de-qui-attend"))
        return self


@dataclass(frozen=True)
class ScoredSchool:
    """The fictitious school, and by code how much each family needs by each criterion."""

    fiction: Fiction
    scores: Mapping[str, Mapping[Criterion, int]]


@dataclass(frozen=True)
class Lent:
    """Who receives and who waits, which families are left alone with their computer, and what all of it costs."""

    known: ScoredSchool
    loans: Mapping[Item, Allocation]
    alone: tuple[str, ...]
    cost: float

    def waiting(self, condition: LoanCondition) -> list[str]:
        """Return the codes of the families that wait and have these needs, from the first."""
        scores, least = self.known.scores, condition.needs.items()
        waiting = map(str, self.loans[condition.item].waiting)
        return [code for code in waiting if all(scores[code][name] >= enough for name, enough in least)]


class LoanQuestion(SettingQuestion):
    """Loans to buy and to put in order, and meetings to plan, within a budget."""

    kind: Literal["loans"]
    scenario: LoanScenario
    conditions: Annotated[tuple[LoanCondition, ...], Field(min_length=2)]

    measures: ClassVar[Mapping[str, Measure]] = {
        "attendent": Measure(
            measure_words(phrase, "mesure-attendent"), lambda figures, condition: len(figures.waiting(condition))
        ),
        "seules": Measure(measure_words(phrase, "mesure-seules"), lambda figures, _: len(figures.alone)),
        "cout": Measure(measure_words(phrase, "mesure-cout"), lambda figures, _: figures.cost, who=False),
    }

    def settings_of(self, value: object) -> LoanChoices:
        """Return what an answer buys, orders and plans.

        Raises:
            SettingError: one line per fault.
        """
        return settings_from(LoanChoices, value)

    def figures(self, settings: LoanChoices) -> Lent:
        """Return who receives what, and what it costs."""
        return lent(settings.model_dump_json(), self.scenario)

    def missed(self, settings: LoanChoices, condition: LoanCondition) -> Missed | None:
        """Return the first family that waits, or that receives a computer with nobody to show it."""
        figures = self.figures(settings)
        if condition.measure == "attendent":
            codes = figures.waiting(condition)
            return _waits(figures, condition, codes[0]) if codes else None
        if condition.measure == "seules" and figures.alone:
            code = figures.alone[0]
            facts = _known_of(figures, code, ("besoin_accompagnement", "sans_aide"))
            return Missed(phrase("la-famille", code=code), tuple(facts), phrase("sans-rendez-vous"))
        return None


@lru_cache(maxsize=KEPT)
def lent(choices: str, scenario: LoanScenario) -> Lent:
    """Return what becomes of these choices (a LoanChoices in JSON): the fiction is made once."""
    chosen = LoanChoices.model_validate_json(choices)
    known = _known(scenario)
    needs = known.fiction.needs
    loans = allocate(needs, chosen.settings(), scenario.seed, scenario.today)
    learning = set(needs.table.index[needs.table["besoin_atelier"]])
    learners = [str(code) for code in loans["ordinateur"].served if code in learning]
    return Lent(known, loans, tuple(learners[chosen.rendez_vous :]), cost_of(chosen, scenario))


def cost_of(chosen: LoanChoices, scenario: LoanScenario) -> float:
    """Return what is paid, in euros, at the prices of the rule `accompagnement/couts`: used or not."""
    price = rule("accompagnement/couts", scenario.today).value
    key = price["cle_4g"] + scenario.months * price["forfait_mois"]
    meeting = scenario.meeting_min / 60 * price["animation_heure"]
    return float(
        chosen.ordinateur.nombre * price["ordinateur"] + chosen.cle_4g.nombre * key + chosen.rendez_vous * meeting
    )


@lru_cache(maxsize=8)
def _known(scenario: LoanScenario) -> ScoredSchool:
    made = fiction(scenario.school, scenario.seed, scenario.ways, scenario.today)
    table = scores(made.needs.table, CRITERIA, rule("accompagnement/annees_examen", scenario.today).value)
    rows = zip(table.index, table.to_numpy().tolist(), strict=True)
    return ScoredSchool(made, {str(code): dict(zip(CRITERIA, row, strict=True)) for code, row in rows})


def _waits(figures: Lent, condition: LoanCondition, code: str) -> Missed:
    first, *criteria = figures.loans[condition.item].why(code)
    return Missed(phrase("la-famille", code=code), (*_known_of(figures, code, condition.needs), *criteria), first)


def _known_of(figures: Lent, code: str, criteria: Iterable[Criterion]) -> list[str]:
    """Return what is known of a family by these criteria, one sentence each."""
    return [
        phrase("fait", words=upper_first(CRITERIA[name].words(figures.known.scores[code][name]))) for name in criteria
    ]


__all__ = ["MOST", "Lent", "LoanChoices", "LoanQuestion", "Lot", "cost_of", "lent"]

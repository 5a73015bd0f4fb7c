"""Le diagnostic que `liaison plan` joint au plan : publié, il est lu et contrôlé comme celui de `liaison diagnose`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.answer_files import (
    Before,
    check_files,
    guess_lines,
    published_before,
    read_answer_files,
    say_refusals,
    step_count,
)
from app.cli.options import RightOrNot
from app.cli.output import InputError, Steps, say
from app.cli.plan_request import PlanRequest
from liaison.base.sentences import french_beside
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.weights import FamilyCounts, read_population
from liaison.diagnostic.disclosure.differencing import DifferencingError
from liaison.diagnostic.publication.publication import Publication
from liaison.diagnostic.questionnaire.questionnaire import Questionnaire, family_questionnaire
from liaison.diagnostic.reading.reading import ReadReport

phrase = french_beside(__file__)


@dataclass(frozen=True)
class PlanDiagnosis:
    """The diagnosis of a plan: what became of each line, what may be shown, and what a register keeps of it."""

    read: ReadReport
    indicators: AnswerIndicators
    shown: Publication


@dataclass(frozen=True)
class AskedDiagnosis:
    """The answers that a plan was given, and what was already published of them; no file, no diagnosis."""

    files: Sequence[Path]
    questionnaire: Questionnaire
    population: FamilyCounts | None
    before: Before
    guesses: RightOrNot | None = None

    @property
    def steps(self) -> int:
        """How many steps making it will say."""
        return step_count(self.files) + bool(self.files)

    def made(self, on: dt.date, steps: Steps) -> PlanDiagnosis | None:
        """Return the diagnosis published on that day; None without a file.

        Raises:
            InputError: a file of which nothing can be read, no answer kept, something that is only guessed, or a
                difference with a former publication that would isolate a few families.
        """
        if not self.files:
            return None
        read = read_answer_files(self.files, self.questionnaire, None, steps, guesses=self.guesses)
        if not len(read.answers):
            raise InputError(phrase("aucune-reponse", summary=read.summary()))
        if read.guesses:
            raise InputError("\n".join([*guess_lines(read), phrase("lectures-devinees")]))
        steps.step(phrase("etape-diagnostic"))
        indicators = self.before.indicators(read.answers, self.population)
        try:
            shown = self.before.checked(indicators, read.answers, self.population, on)
        except DifferencingError as error:
            raise InputError(phrase("sans-diagnostic", error=error)) from error
        return PlanDiagnosis(read, indicators, shown)


def asked_diagnosis(request: PlanRequest) -> AskedDiagnosis:
    """Return what is asked, once each file is known to be there; `out`, `previous` and the school may have a register.

    Raises:
        InputError: a missing file, two of one name.
        FrenchError: a register or a file of families by level that cannot be read.
    """
    answers, population = request.answers, request.population
    check_files(answers)
    questionnaire = family_questionnaire()
    before = published_before([request.needs, *answers], request, alone=not answers)
    counts = read_population(population, questionnaire) if population and answers else None
    return AskedDiagnosis(answers, questionnaire, counts, before, request.guesses)


def say_reading(diagnosis: PlanDiagnosis) -> None:
    """Print what became of the lines of the answers, and that the plan does without what is not read."""
    say_refusals(diagnosis.read)
    if diagnosis.read.to_correct:
        say(phrase("plan-incomplet"))


def reading_answer(diagnosis: PlanDiagnosis) -> dict[str, Any]:
    """Return the same for a machine, under the names that `liaison diagnose` gives."""
    remarks = diagnosis.read.table().astype(object).where(lambda table: table.notna(), None)
    return {
        "lignes_lues": diagnosis.read.lines_in,
        "reponses_gardees": len(diagnosis.read.answers),
        "lignes_refusees": diagnosis.read.lines_refused,
        "lignes_gardees_en_partie": len(diagnosis.read.lines_in_part),
        "cellules_non_lues": len(diagnosis.read.unread),
        "lignes_deja_comptees": diagnosis.read.lines_repeated,
        "remarques": remarks.drop(columns="valeur").to_dict("records"),
    }


__all__ = ["AskedDiagnosis", "PlanDiagnosis", "asked_diagnosis", "reading_answer", "say_reading"]

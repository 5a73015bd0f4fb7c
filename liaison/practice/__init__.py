"""L'ENT d'entraînement : ses services, ses missions, et l'état dans lequel on s'y déplace. Aucune personne réelle."""

from liaison.base.languages import Language, languages
from liaison.practice.compiled import compiled
from liaison.practice.machine import Event, Machine, State, holds
from liaison.practice.scenario import Scenario, ScenarioError, practice_scenario

__all__ = [
    "Event",
    "Language",
    "Machine",
    "Scenario",
    "ScenarioError",
    "State",
    "compiled",
    "holds",
    "languages",
    "practice_scenario",
]

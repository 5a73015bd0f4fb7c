"""Les parcours de l'ENT d'entraînement qui font un atelier : leurs noms, et leurs missions en phrases."""

from __future__ import annotations

from functools import cache

from liaison.base.sentences import sentences
from liaison.base.yaml_text import read_yaml
from liaison.practice.scenario import FOLDER, PATHS_FILE, MissionPaths, practice_scenario
from liaison.practice.wording import TEXTS
from widgets.texts import texts

t = texts("support")


@cache
def path_names() -> dict[str, str]:
    """Return what each path is called, by id; the rest of the practice ENT is not read."""
    phrase = sentences(TEXTS / "fr" / "parcours.ftl", "fr")
    listed = MissionPaths.model_validate(read_yaml((FOLDER / PATHS_FILE).read_text(encoding="utf-8")))
    return {path.id: phrase(f"parcours-{path.id}") for path in listed.paths}


def path_lines(path: str) -> list[str]:
    """Return what one does in a path: its name and its minutes, then a sentence per mission."""
    from liaison.practice.compiled import wording

    scenario, phrase = practice_scenario(), wording("fr")
    known_path = next((each for each in scenario.paths if each.id == path), None)
    if known_path is None:
        return [t("path-not-known", path=path, known=", ".join(path_names()))]
    minutes = sum(scenario.missions[name][1].minutes for name in known_path.missions)
    first = t("path", name=path_names()[path], minutes=minutes, count=len(known_path.missions))
    missions = [phrase(f"mission-{name}") for name in known_path.missions]
    return [first, *(t("path-mission", number=rank, mission=mission) for rank, mission in enumerate(missions, start=1))]


__all__ = ["path_lines", "path_names"]

"""`liaison practice` : le site de l'ENT d'entraînement, son contrôle, une affiche."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import InputError, Steps, check_site, print_json, print_table, say, say_written
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


def run(
    site: Path | None,
    check: bool,
    poster: Path | None,
    address: str | None,
    missions: str | None,
    path: str | None,
    lang: str | None,
    json: bool,
) -> int:
    """Do the one thing that is asked, and return the exit code."""
    if [site is not None, check, poster is not None].count(True) != 1:
        raise InputError(phrase("une-chose-a-la-fois"))
    if poster is None and any(given is not None for given in (address, missions, path, lang)):
        raise InputError(phrase("options-de-l-affiche"))
    if json and not check:
        raise InputError(phrase("json-avec-check"))
    if site is not None:
        return _build(site)
    if poster is not None:
        return _write(poster, address, missions, path, lang)
    return _check(json)


def _build(folder: Path) -> int:
    check_site(folder)
    from app.site.practice import write

    write(folder)
    return 0


def _write(folder: Path, address: str | None, missions: str | None, path: str | None, lang: str | None) -> int:
    if address is None:
        raise InputError(phrase("manque-adresse"))
    from liaison.practice.poster import route, write_poster

    names = [name.strip() for name in (missions or "").split(",") if name.strip()]
    chosen = route(address, names, path or "", lang)
    with Steps(1) as steps:
        steps.step(phrase("etape-affiche"))
        written = [made.name for made in write_poster(chosen, folder)]
    say_written(folder, written)
    say(phrase("code-mene-a", address=chosen.address))
    return 0


def _check(json: bool) -> int:
    from liaison.diagnostic.questionnaire.phrases import missing_texts
    from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
    from liaison.practice.explore import explore
    from liaison.practice.scenario import practice_scenario
    from liaison.practice.text_faults import text_faults

    scenario = practice_scenario()
    with Steps(len(scenario.services) + 1) as steps:
        explored = explore(scenario, lambda service: steps.step(phrase("etape-chemins", service=service)))
        steps.step(phrase("etape-textes"))
        # The questionnaire is another study, in the same languages: whoever translates asks once.
        faults = [*explored.faults, *text_faults(scenario), *missing_texts(family_questionnaire())]
    if json:
        missions = {
            name: {"gestes": len(report.shortest), "etats": report.states} for name, report in explored.missions.items()
        }
        print_json(
            {"missions": missions, "ecrans": sorted(explored.screens), "etats": explored.states, "fautes": faults}
        )
        return 1 if faults else 0
    rows = [
        (service.service, len(service.screens), explored.states.get(service.service, "?"), len(service.missions))
        for service in scenario.services
    ]
    print_table([phrase(f"colonne-{column}") for column in ("service", "ecrans", "etats", "missions")], rows)
    for fault in faults:
        say(phrase("a-corriger", fault=fault))
    if not faults:
        say(phrase("missions-finissent", count=len(explored.missions)))
    return 1 if faults else 0

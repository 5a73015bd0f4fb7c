"""`liaison practice` : le site de l'ENT d'entraînement, son contrôle, une affiche."""

from __future__ import annotations

from pathlib import Path

from app.cli.output import InputError, Steps, print_json, print_table, say


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
        raise InputError("Dire quoi faire, une chose à la fois : --site DOSSIER, --check, ou --poster DOSSIER.")
    if poster is None and any(given is not None for given in (address, missions, path, lang)):
        raise InputError("--address, --missions, --path et --lang ne vont qu'avec --poster DOSSIER.")
    if json and not check:
        raise InputError("--json ne va qu'avec --check.")
    if site is not None:
        return _build(site)
    if poster is not None:
        return _write(poster, address, missions, path, lang)
    return _check(json)


def _build(folder: Path) -> int:
    if folder.exists() and not folder.is_dir():
        raise InputError(f"« {folder} » est un fichier, pas un dossier. Donner un autre nom à --site.")
    from app.site.practice import write

    write(folder)
    return 0


def _write(folder: Path, address: str | None, missions: str | None, path: str | None, lang: str | None) -> int:
    if address is None:
        raise InputError(
            "Il manque --address URL : l'adresse où le site est posé, que le code de l'affiche contient. "
            "Exemple : --address https://ent-pratique.example.org/"
        )
    from liaison.practice.poster import route, write_poster

    names = [name.strip() for name in (missions or "").split(",") if name.strip()]
    chosen = route(address, names, path or "", lang)
    with Steps(1) as steps:
        steps.step("Affiche et fiche d'accompagnement")
        written = [made.name for made in write_poster(chosen, folder)]
    say(f"Écrits dans « {folder} » : {', '.join(written)}.")
    say(f"Le code mène à {chosen.address}")
    return 0


def _check(json: bool) -> int:
    from liaison.diagnostic.phrases import missing_texts
    from liaison.diagnostic.questionnaire import family_questionnaire
    from liaison.practice.explore import explore
    from liaison.practice.scenario import practice_scenario
    from liaison.practice.text_faults import text_faults

    scenario = practice_scenario()
    with Steps(len(scenario.services) + 1) as steps:
        found = explore(scenario, lambda service: steps.step(f"Tous les chemins : {service}"))
        steps.step("Textes de chaque langue")
        # The questionnaire is another study, in the same languages: whoever translates asks once.
        faults = [*found.faults, *text_faults(scenario), *missing_texts(family_questionnaire())]
    if json:
        missions = {
            name: {"gestes": len(report.shortest), "etats": report.states} for name, report in found.missions.items()
        }
        print_json({"missions": missions, "ecrans": sorted(found.screens), "etats": found.states, "fautes": faults})
        return 1 if faults else 0
    rows = [
        (service.service, len(service.screens), found.states.get(service.service, "?"), len(service.missions))
        for service in scenario.services
    ]
    print_table(["Service", "Écrans", "États parcourus", "Missions"], rows)
    for fault in faults:
        say(f"À corriger : {fault}.")
    if not faults:
        say(f"{len(found.missions)} missions : toutes peuvent se finir, même après une fausse route.")
    return 1 if faults else 0

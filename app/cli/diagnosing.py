"""`liaison diagnose` : lire les réponses des familles, et écrire ce qui peut en être publié."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.answer_files import (
    Before,
    PublishingRequest,
    check_file,
    check_files,
    published_before,
    read_answer_files,
    say_refusals,
    step_count,
)
from app.cli.diagnosis_files import CORRECTIONS, check_inputs_stay, write_team_files
from app.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from liaison.base.tables import table_csv
from liaison.base.words import joined
from liaison.diagnostic.disclosure import DEFAULT_THRESHOLD
from liaison.diagnostic.indicators import Indicators
from liaison.diagnostic.mapping import MAPPING, Mapping
from liaison.diagnostic.own_held import asked_of
from liaison.diagnostic.publication import FILE
from liaison.diagnostic.questionnaire import QUESTIONNAIRE, Questionnaire, family_questionnaire
from liaison.diagnostic.questions_read import questions_read
from liaison.diagnostic.reading import ReadReport
from liaison.diagnostic.report import INDICATORS, main_rows, public_table, response_rows, write_report
from liaison.diagnostic.school_register import is_fictitious
from liaison.diagnostic.tabulation import AXIS
from liaison.diagnostic.weights import Population, read_population
from liaison.diagnostic.words_decided import Decided, decided_words, remedies
from liaison.school.vocabulary import school_named

ALONE = (
    "Aucune publication d'avant n'est connue. Si ces familles sont déjà comptées dans un export fait sur un autre "
    "ordinateur ou à l'écran, par d'autres groupes ou avec moins de réponses, ne pas montrer les deux : relancer avec "
    "--previous et son dossier."
)
PUT_ASIDE = (
    "Publications d'avant que --new-collection met de côté, sans les comparer : {count}. Si elles comptent les mêmes "
    "familles, ne pas montrer les deux."
)
BESIDE_A_PLAN = (
    "Aucun plan de prêts ou d'ateliers n'est inscrit au registre de l'école. Si un plan des mêmes familles "
    "est déjà montré, ne pas montrer ce diagnostic à côté : il peut trahir un petit nombre. S'il ne l'est pas encore, "
    "le faire avec liaison plan, qui cache ce que l'un trahirait de l'autre."
)


@dataclass(frozen=True, kw_only=True)
class DiagnosisRequest(PublishingRequest):
    """The files of answers, the questionnaire that they answer, and what is published of them."""

    files: Sequence[Path]
    questionnaire: str
    mapping: Path | None
    words: Sequence[str]
    by: str
    threshold: int | None
    publish: bool


@dataclass(frozen=True)
class Asked:
    """What `liaison diagnose` was asked, once read."""

    questionnaire: Questionnaire
    mapping: Mapping | None
    decided: Decided
    by: str
    threshold: int
    population: Population | None
    before: Before
    given: tuple[Path, ...]
    school_name: str
    today: dt.date


def run(request: DiagnosisRequest, json: bool) -> int:
    """Read the answers, write what may be published in `out`, print a summary; return 1 when something was not read.

    While lines are refused or read in part, nothing is published in `out` unless `publish` says so: the same answers
    once corrected would have to be refused for what the difference tells.
    """
    asked, files, out = _asked(request), request.files, request.out
    found, public = None, []
    with whole_folder(out) if out else nullcontext() as folder, Steps(step_count(files) + (2 if out else 1)) as steps:
        read = read_answer_files(files, asked.questionnaire, asked.mapping, steps, asked.decided)
        if not (folder and read.to_correct and not request.publish):
            if not len(read.answers):
                raise InputError(_nothing_kept(read))
            steps.step("Comptes, parts et cases cachées")
            found = asked.before.indicators(read.answers, asked.population, asked.threshold, asked.by)
            shown = asked.before.checked(found, read.answers, asked.population, asked.today)
        team: list[str] = []
        if out and folder:
            steps.step(f"Écriture dans « {out} »")
            if found:
                public = _write(folder, read, found, asked.school_name, asked.today, asked.before.bytes_with(shown))
            team = write_team_files(folder, out, read, asked.given)
            check_inputs_stay(folder, out, asked.given)
            if found:
                asked.before.inscribe(shown, asked.today)
    if json:
        print_json(_answer(read, found, [str(out / each) for each in (*public, *team)] if out else []))
    else:
        _print(read, found, out, public, team)
        if public:
            say(_registered(asked.before))
            if asked.questionnaire.id == family_questionnaire().id:
                say(_beside_plans(asked.before))
    return 1 if read.to_correct else 0


def _asked(request: DiagnosisRequest) -> Asked:
    check_files(request.files)
    before = published_before(request.files, request)
    if request.mapping:
        check_file(request.mapping)
    questionnaire = asked_of(QUESTIONNAIRE.load(request.questionnaire), f"« {request.questionnaire} »")
    return Asked(
        questionnaire=questionnaire,
        mapping=MAPPING.load(request.mapping) if request.mapping else None,
        decided=decided_words(request.words, questionnaire),
        by=f"{AXIS}__{request.by}" if request.by in ("equipement", "competences") else request.by,
        threshold=DEFAULT_THRESHOLD if request.threshold is None else request.threshold,
        population=read_population(request.school, questionnaire) if request.school else None,
        before=before,
        given=tuple(path for path in (*request.files, request.mapping, request.school) if path),
        school_name=school_named(request.name, is_fictitious(request.files)),
        today=dt.date.today(),
    )


def _nothing_kept(read: ReadReport) -> str:
    reasons = list(dict.fromkeys(str(each) for each in (*read.refused, *read.flagged)))[:3]
    return f"Aucune réponse n'est gardée, rien n'est écrit. {read.summary()} {' '.join(reasons)}"


def _write(folder: Path, read: ReadReport, found: Indicators, name: str, today: dt.date, register: bytes) -> list[str]:
    """Write every file that may be published, and return their names."""
    files = {
        INDICATORS: table_csv(public_table(found), index=False),
        "taux_de_reponse.csv": table_csv(found.response, index=False),
        FILE: register,
    }
    made = [path.name for path in write_report(found, name, folder, today, read.summary())]
    for each, content in files.items():
        (folder / each).write_bytes(content)
    return [*made, *files]


def _answer(read: ReadReport, found: Indicators | None, paths: list[str]) -> dict[str, Any]:
    said = read.table().astype(object).where(lambda table: table.notna(), None)
    return {
        "lignes_lues": read.lines_in,
        "reponses_gardees": len(read.answers),
        "lignes_refusees": read.lines_refused,
        "lignes_gardees_en_partie": len(read.lines_in_part),
        "cellules_non_lues": len(read.unread),
        "lignes_deja_comptees": read.lines_repeated,
        "formulaires_vides_et_totaux": read.lines_aside,
        "lignes_remplacees": dict(read.replaced),
        "format": read.format,
        "questions": [
            {
                "question": one.name,
                "colonnes": [name for _, name in one.columns],
                "demandee": one.asked,
                "sur": one.parts,
            }
            | {"raison": one.why}
            for one in questions_read(read)
        ],
        "mots_a_decider": [
            {"question": each.target, "mot": each.word, "lignes": each.lines, "reponses": list(each.accepted)}
            for each in remedies(read)
        ],
        "remarques": said.drop(columns="valeur").to_dict("records"),
        "publie": found is not None and bool(paths),
        **(_figures(found) if found else {}),
        "fichiers": paths,
    }


def _figures(found: Indicators) -> dict[str, Any]:
    figures, rates = (
        table.astype(object).where(table.notna(), None).to_dict("records") for table in (found.table, found.response)
    )
    return {
        "par": found.by,
        "seuil": found.threshold,
        "familles": found.population,
        "avertissements": list(found.warnings),
        "indicateurs": figures,
        "taux_de_reponse": rates,
    }


def _print(read: ReadReport, found: Indicators | None, out: Path | None, public: list[str], team: list[str]) -> None:
    say_refusals(read)
    say()
    if found is None:
        say(_what_to_correct(team))
    else:
        for warning in found.warnings:
            say(warning)
        if found.answers is not None:
            print_table(["Niveau", "Réponses", "Familles", "Part des familles"], response_rows(found))
            print_table(["Axe", "Situation", "Familles", "Part", "Intervalle à 95 %"], main_rows(found))
            say(f"« caché » : moins de {found.threshold} familles, ou un nombre qui en trahirait un autre.")
    if public:
        say(f"Écrits dans « {out} », à publier : {', '.join(public)}.")
    if out:
        say(f"Pour l'équipe seulement{'' if public else f', dans « {out} »'} : {', '.join(team)}.")


def _registered(before: Before) -> str:
    """Return where a publication is inscribed, and that it was compared with none of before when it was not."""
    path = before.in_school.path if before.in_school else None
    kept = (
        f"Inscrit au registre de l'école, sur cet ordinateur : {path}. Il répète les nombres publiés, et rien d'autre."
        if path
        else "Réponses fictives : rien n'est inscrit au registre d'une école."
    )
    if before.former:
        return kept
    earlier = len(before.in_school.earlier) if before.in_school else 0
    return f"{kept} {PUT_ASIDE.format(count=earlier) if earlier else ALONE}"


def _beside_plans(before: Before) -> str:
    """Return which plans this diagnosis was read again beside, or what to do with one that is not known."""
    if not before.plans:
        return BESIDE_A_PLAN
    days = joined(dict.fromkeys(f"{plan.date:%d/%m/%Y}" for plan in before.plans))
    return f"Relu à côté de ce que montre déjà le plan du {days} : ce que l'un trahirait de l'autre n'est pas dit."


def _what_to_correct(team: list[str]) -> str:
    """Return in one sentence why nothing is published, and what to do."""
    files = [f"« {name} »" for name in team if name.startswith(CORRECTIONS)]
    if not files:
        return (
            "Rien n'est encore publié : retirer les lignes refusées de leur fichier, puis relancer ; ou ajouter "
            "--publish pour publier sans elles."
        )
    return (
        f"Rien n'est encore publié : corriger les lignes de {', '.join(files)}, puis relancer avec les mêmes fichiers "
        "et les corrections ; ou ajouter --publish pour publier sans ce qui n'y est pas lu."
    )

"""`liaison diagnose` : lire les réponses des familles, et écrire ce qui peut en être publié."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
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
from app.cli.diagnosis_files import CORRECTIONS, MAPPINGS, check_inputs_stay, write_team_files
from app.cli.output import InputError, Steps, print_json, print_table, say, whole_folder
from liaison.base.dates import numeric_date
from liaison.base.quoting import printable
from liaison.base.sentences import french_beside
from liaison.base.words import joined
from liaison.diagnostic.counting.indicators import AnswerIndicators
from liaison.diagnostic.counting.tabulation import AXIS
from liaison.diagnostic.counting.weights import FamilyCounts, read_population
from liaison.diagnostic.own.held import asked_of
from liaison.diagnostic.papers.exporting import indicators_csv, response_csv
from liaison.diagnostic.papers.report import INDICATORS, main_rows, response_rows, write_report
from liaison.diagnostic.publication.publication import FILE
from liaison.diagnostic.publication.school_register import is_fictitious
from liaison.diagnostic.questionnaire.item import column_name
from liaison.diagnostic.questionnaire.questionnaire import QUESTIONNAIRE, Questionnaire, family_questionnaire
from liaison.diagnostic.reading.mapping import MAPPING, Mapping
from liaison.diagnostic.reading.more_answers import added_words, more_answers
from liaison.diagnostic.reading.questions_read import questions_read
from liaison.diagnostic.reading.reading import ReadReport
from liaison.diagnostic.reading.words_decided import Decided, decided_words, remedies
from liaison.disclosure.disclosure import DEFAULT_THRESHOLD
from liaison.school.vocabulary import school_named

phrase = french_beside(__file__)


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
    more_answers: bool = False


@dataclass(frozen=True)
class Settings:
    """What `liaison diagnose` was asked, once read."""

    questionnaire: Questionnaire
    mapping: Mapping | None
    decided: Decided
    by: str
    threshold: int
    population: FamilyCounts | None
    before: Before
    given: tuple[Path, ...]
    school_name: str
    today: dt.date


def run(request: DiagnosisRequest, json: bool) -> int:
    """Read the answers, write what may be published in `out`, print a summary; return 1 when something was not read.

    While lines are refused, read in part or perhaps of no family, or families may be counted twice or not at all,
    nothing is published in `out` unless `publish` says so: the same answers once corrected would have to be refused for
    what the difference tells. What is only guessed waits for an answer of its own, whatever `publish` says.
    """
    settings, files, out = _settings(request), request.files, request.out
    indicators, public = None, []
    readings = 2 if request.more_answers else 1
    count = readings * step_count(files) + (2 if out else 1)
    more = None
    with whole_folder(out) if out else nullcontext() as folder, Steps(count) as steps:
        read = _read(request, settings, steps)
        if request.more_answers and (more := more_answers(read)):
            decided = {**settings.decided, **more.decided}
            read = _read(request, replace(settings, questionnaire=more.questionnaire, decided=decided), steps)
        if not (folder and (read.guesses or (read.waits and not request.publish))):
            if not len(read.answers):
                raise InputError(_nothing_kept(read))
            steps.step(phrase("etape-comptes"))
            indicators = settings.before.indicators(read.answers, settings.population, settings.threshold, settings.by)
            shown = settings.before.checked(indicators, read.answers, settings.population, settings.today)
        team: list[str] = []
        if out and folder:
            steps.step(phrase("etape-ecriture", out=out))
            if indicators:
                public = _write(
                    folder, read, indicators, settings.school_name, settings.today, settings.before.bytes_with(shown)
                )
            team = write_team_files(folder, out, read, settings.given, more.questionnaire if more else None)
            check_inputs_stay(folder, out, settings.given)
            if indicators:
                settings.before.inscribe(shown, settings.today)
    if json:
        print_json(_answer(read, indicators, [str(out / each) for each in (*public, *team)] if out else []))
    else:
        if more:
            say(added_words(more))
        _print(read, indicators, out, public, team)
        if public:
            say(_registered(settings.before))
            if settings.questionnaire.id == family_questionnaire().id:
                say(_beside_plans(settings.before))
    return 1 if read.waits else 0


def _read(request: DiagnosisRequest, settings: Settings, steps: Steps) -> ReadReport:
    of_files = (settings.questionnaire, settings.mapping, steps, settings.decided)
    return read_answer_files(request.files, *of_files, request.guesses)


def _settings(request: DiagnosisRequest) -> Settings:
    check_files(request.files)
    before = published_before(request.files, request)
    if request.mapping:
        check_file(request.mapping)
    questionnaire = asked_of(QUESTIONNAIRE.load(request.questionnaire), f"« {request.questionnaire} »")
    return Settings(
        questionnaire=questionnaire,
        mapping=MAPPING.load(request.mapping) if request.mapping else None,
        decided=decided_words(request.words, questionnaire),
        by=column_name(AXIS, request.by) if request.by in ("equipement", "competences") else request.by,
        threshold=DEFAULT_THRESHOLD if request.threshold is None else request.threshold,
        population=read_population(request.population, questionnaire) if request.population else None,
        before=before,
        given=tuple(path for path in (*request.files, request.mapping, request.population) if path),
        school_name=school_named(request.name, is_fictitious(request.files)),
        today=dt.date.today(),
    )


def _nothing_kept(read: ReadReport) -> str:
    reasons = list(dict.fromkeys(str(each) for each in (*read.refused, *read.flagged)))[:3]
    return phrase("aucune-reponse", summary=read.summary(), reasons=" ".join(reasons))


def _write(
    folder: Path, read: ReadReport, indicators: AnswerIndicators, name: str, today: dt.date, register: bytes
) -> list[str]:
    """Write every file that may be published, and return their names."""
    files = {
        INDICATORS: indicators_csv(indicators),
        "taux_de_reponse.csv": response_csv(indicators),
        FILE: register,
    }
    made = [path.name for path in write_report(indicators, name, folder, today, read.published_summary())]
    for each, content in files.items():
        (folder / each).write_bytes(content)
    return [*made, *files]


def _answer(read: ReadReport, indicators: AnswerIndicators | None, paths: list[str]) -> dict[str, Any]:
    remarks = read.table().astype(object).where(lambda table: table.notna(), None)
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
                "question": question.name,
                "colonnes": [name for _, name in question.columns],
                "demandee": question.in_forms,
                "sur": question.parts,
            }
            | {"raison": question.why}
            for question in questions_read(read)
        ],
        "mots_a_decider": [
            {"question": each.target, "mot": each.word, "lignes": each.lines, "reponses": list(each.accepted)}
            for each in remedies(read)
        ],
        "lectures_devinees": [
            {"fichier": each.file, "colonne": each.column, "question": each.target, "titre": each.by_title}
            | {"mots": dict(each.words)}
            for each in read.guesses
        ],
        "remarques": remarks.drop(columns="valeur").to_dict("records"),
        "publie": indicators is not None and bool(paths),
        **(_figures(indicators) if indicators else {}),
        "fichiers": paths,
    }


def _figures(indicators: AnswerIndicators) -> dict[str, Any]:
    figures, rates = (
        table.astype(object).where(table.notna(), None).to_dict("records")
        for table in (indicators.table, indicators.response)
    )
    return {
        "par": indicators.by,
        "seuil": indicators.threshold,
        "familles": indicators.population,
        "avertissements": list(indicators.warnings),
        "indicateurs": figures,
        "taux_de_reponse": rates,
    }


def _print(
    read: ReadReport, indicators: AnswerIndicators | None, out: Path | None, public: list[str], team: list[str]
) -> None:
    say_refusals(read)
    say()
    if indicators is None:
        for reason in _why_it_waits(read, team):
            say(reason)
    else:
        for warning in indicators.warnings:
            say(warning)
        if indicators.answers is not None:
            print_table(
                [phrase(f"colonne-{column}") for column in ("niveau", "reponses", "familles", "part-des-familles")],
                response_rows(indicators),
            )
            if situations := main_rows(indicators):  # a school's own questions have no axis
                print_table(
                    [phrase(f"colonne-{column}") for column in ("axe", "situation", "familles", "part", "intervalle")],
                    situations,
                )
            say(phrase("sens-de-cache", threshold=indicators.threshold))
        if read.guesses:
            say(phrase("lectures-devinees"))
    if public:
        say(phrase("a-publier", out=out, names=", ".join(public)))
    if out:
        names = ", ".join(team)
        say(phrase("pour-l-equipe", names=names) if public else phrase("pour-l-equipe-dans", out=out, names=names))


def _registered(before: Before) -> str:
    """Return where a publication is inscribed, and that it was compared with none of before when it was not."""
    path = before.in_school.path if before.in_school else None
    registered = phrase("inscrit-au-registre", path=path) if path else phrase("reponses-fictives")
    if before.former:
        return registered
    earlier = len(before.in_school.earlier) if before.in_school else 0
    return f"{registered} {phrase('mises-de-cote', count=earlier) if earlier else phrase('rien-d-avant')}"


def _beside_plans(before: Before) -> str:
    """Return which plans this diagnosis was read again beside, or what to do with one that is not known."""
    if not before.plans:
        return phrase("aucun-plan-inscrit")
    days = joined(dict.fromkeys(numeric_date(plan.date) for plan in before.plans))
    return phrase("relu-a-cote-du-plan", days=days)


def _why_it_waits(read: ReadReport, team: list[str]) -> list[str]:
    """Return why nothing is published, and what to do, a sentence for each reason that asks a yes of its own."""
    mappings = [f"« {name} »" for name in team if name.startswith(MAPPINGS)]
    # Files that are not read alike cannot be read with the mapping of one of them.
    key = "corriger-ce-qui-est-devine" if len(mappings) == 1 else "corriger-de-plusieurs-fichiers"
    of_guesses = [phrase("lectures-devinees")] if read.guesses else []
    of_guesses += [phrase(key, files=joined(mappings))] if read.guesses and mappings else []
    reasons = [*of_guesses, *_of_families_uncounted(read)]
    if read.to_correct:
        files = [f"« {name} »" for name in team if name.startswith(CORRECTIONS)]
        to_do = phrase("corriger-les-lignes", files=", ".join(files)) if files else phrase("retirer-les-lignes")
        return [*reasons, to_do]
    if read.maybe_twice:
        return [*reasons, phrase("peut-etre-deux-fois", count=read.maybe_twice)]
    of_nobody = len(read.maybe_nobody)
    return [*reasons, *([phrase("peut-etre-d-aucune-famille", count=of_nobody)] if of_nobody else [])]


def _of_families_uncounted(read: ReadReport) -> list[str]:
    """Return how many lines of each file hold answers of which nothing is read, and what to do; nothing if few do."""
    counts = [
        phrase("lignes-d-un-fichier", lines=each.lines, filled=each.filled, file=printable(file))
        for file, each in read.uncounted.items()
    ]
    return [phrase("familles-non-comptees", counts=joined(counts))] if counts else []

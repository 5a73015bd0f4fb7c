"""`liaison questionnaire` : le site, les feuilles, les fichiers d'import et l'affiche du questionnaire aux familles."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.output import InputError, Steps, say
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.diagnostic.information import FILE, INFORMATION, Information, information_text, missing_words
from liaison.documents import write_files


def run(
    site: Path | None,
    paper: Path | None,
    imports: Path | None,
    poster: Path | None,
    blank: Path | None,
    address: str | None,
    lang: str | None,
    level: str | None,
    information: Path | None,
) -> int:
    """Do the one thing that is asked, and return the exit code."""
    if [site, paper, imports, poster, blank].count(None) != 4:
        raise InputError(
            "Dire quoi faire, une chose à la fois : --site DOSSIER, --paper DOSSIER, --imports DOSSIER, "
            "--poster DOSSIER ou --blank FICHE."
        )
    if address is not None and poster is None:
        raise InputError("--address ne va qu'avec --poster DOSSIER.")
    if level is not None and paper is None and poster is None:
        raise InputError("--level ne va qu'avec --paper DOSSIER ou --poster DOSSIER.")
    if blank is not None:
        if information is not None:
            raise InputError("--information ne va pas avec --blank, qui écrit une fiche vide.")
        return _blank(blank)
    record = INFORMATION.load(information) if information is not None else Information()
    if site is not None:
        done = _site(site, lang, information)
    else:
        done = _made(paper, imports, poster, address, lang, level or "", record)
    if done == 0 and (said := missing_words(record)):
        hint = f"Pour une fiche à remplir : liaison questionnaire --blank {FILE}"
        print(typeset(f"{said} {hint}"), file=sys.stderr)
    return done


def run_own(export: Path | None, out: Path | None, *, alone: bool) -> int:
    """Write the questionnaire that a school's own export asks, and how its columns answer it."""
    from liaison.diagnostic.own_held import TO_READ, held_words
    from liaison.diagnostic.own_questionnaire import (
        SuiteFileError,
        alone_words,
        coded_titles,
        left_words,
        own_questionnaire,
        to_read_words,
        written_words,
    )
    from liaison.diagnostic.questionnaire import family_questionnaire
    from liaison.diagnostic.reading import read_answers

    if export is None or out is None or not alone:
        raise InputError("--own EXPORT et --out DOSSIER vont ensemble, et seuls.")
    if not export.is_file():
        raise InputError(f"« {export} » n'existe pas, ou n'est pas un fichier. Rien n'a été lu.")
    content = export.read_bytes()
    try:
        made = own_questionnaire(export.name, content, export.stem)
    except SuiteFileError as error:
        ours = error.asked == family_questionnaire().id
        with_it = "" if ours else " --questionnaire QUESTIONNAIRE --mapping CORRESPONDANCE"
        raise InputError(
            f"{error} Rien n'est écrit. La commande : liaison diagnose {typed(export)}{with_it}"
        ) from error
    texts = made.texts()
    if taken := [name for name in texts if (out / name).exists()]:
        raise InputError(f"« {out / taken[0]} » existe déjà, et vous l'avez peut-être corrigé : donner un autre --out.")
    read = read_answers(content, made.questionnaire, made.mapping, name=export.name)
    if made.questionnaire.items and not len(read.answers):
        reasons = " ".join(dict.fromkeys(str(each) for each in read.refused[:3]))
        raise InputError(f"Aucune ligne ne se lit avec les questions trouvées. Rien n'est écrit. {reasons}")
    with Steps(1) as steps:
        steps.step("Questionnaire et correspondance")
        written = write_files(out, {name: text.encode("utf-8") for name, text in texts.items()})
    say(f"Questions trouvées : {len(made.questionnaire.items)}. {read.summary()}")
    if made.found:
        say("Ce qui sera publié, mot pour mot, à relire (le nombre de familles n'est écrit qu'ici) :")
    for line in to_read_words(made, read.answers):
        say(line)
    for line in (*left_words(made), *written_words(made), *held_words(made.questionnaire.held)):
        say(line)
    if boxes := alone_words(made):
        say(" ".join(boxes) + " Sinon, retirer son nom de « alone », dans questionnaire.yaml.")
    if coded := coded_titles(made):
        say(
            "Votre export ne donne qu'un mot ou un code à certaines questions, et les tableaux n'auront que lui. Pour "
            f"les nommer, écrire dans questionnaire.yaml, à « title », la phrase de ces questions : {', '.join(coded)}."
        )
    _told(out, written)
    place = f"--questionnaire {typed(out / 'questionnaire.yaml')} --mapping {typed(out / 'correspondance.yaml')}"
    say("Garder ces deux fichiers : l'export de la semaine prochaine se lit avec eux, pour être comparé à celui-ci.")
    if made.questionnaire.held:
        say("Ces deux fichiers peuvent contenir des noms : ils ne sortent pas de l'équipe.")
    line = "questionnaire.yaml, écrire « relu: oui » au lieu de « relu: non »."
    say(f"Rien n'est encore lu avec ce questionnaire. {TO_READ} {line}")
    say(f"Ensuite : liaison diagnose {typed(export)} {place}")
    return 0


def _made(
    paper: Path | None,
    imports: Path | None,
    poster: Path | None,
    address: str | None,
    lang: str | None,
    level: str,
    record: Information,
) -> int:
    if paper is not None:
        return _paper(paper, lang, level, record)
    if imports is not None:
        return _imports(imports, lang, record)
    assert poster is not None
    return _poster(poster, address, lang, level, record)


def _blank(path: Path) -> int:
    if path.exists():
        raise InputError(f"« {path} » existe déjà : donner un autre nom à --blank.")
    write_files(path.parent, {path.name: information_text(Information()).encode("utf-8")})
    say(f"Fiche vide écrite dans « {path} ». Remplir chaque ligne, puis la donner par --information {typed(path)}")
    return 0


def _site(folder: Path, lang: str | None, information: Path | None) -> int:
    if lang is not None:
        raise InputError("Le site a toutes les langues : --lang ne va pas avec --site.")
    if folder.exists() and not folder.is_dir():
        raise InputError(f"« {folder} » est un fichier, pas un dossier. Donner un autre nom à --site.")
    from app.site.questionnaire import write

    write(folder, information)
    return 0


def _paper(folder: Path, lang: str | None, level: str, record: Information) -> int:
    from liaison.diagnostic.paper import write_papers

    with Steps(1) as steps:
        steps.step("Feuilles A5, une par langue")
        written = write_papers(folder, _codes(lang), level, record)
    return _told(folder, written)


def _imports(folder: Path, lang: str | None, record: Information) -> int:
    from liaison.diagnostic.survey_imports import write_survey_imports

    with Steps(1) as steps:
        steps.step("Fichiers d'import")
        written = write_survey_imports(folder, _codes(lang), record)
    return _told(folder, written)


def _poster(folder: Path, address: str | None, lang: str | None, level: str, record: Information) -> int:
    if address is None:
        raise InputError(
            "Il manque --address URL : l'adresse où le site est posé, que le code de l'affiche contient. "
            "Exemple : --address https://questionnaire.example.org/"
        )
    from liaison.diagnostic.poster import invitation, write_poster

    chosen = invitation(address, level, lang)
    with Steps(1) as steps:
        steps.step("Affiche")
        written = write_poster(chosen, folder, record)
    _told(folder, written)
    say(f"Le code mène à {chosen.address}")
    return 0


def _codes(lang: str | None) -> tuple[str, ...]:
    return tuple(code.strip() for code in (lang or "").split(",") if code.strip())


def _told(folder: Path, written: list[Path]) -> int:
    say(f"Écrits dans « {folder} » : {', '.join(path.name for path in written)}.")
    return 0

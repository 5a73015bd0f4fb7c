"""`liaison questionnaire` : le site, les feuilles, les fichiers d'import et l'affiche du questionnaire aux familles."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.output import InputError, Steps, check_site, say, say_written
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.diagnostic.questionnaire.information import FILE, INFORMATION, Information, information_text, missing_words
from liaison.documents import write_files

phrase = french_beside(__file__)


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
        raise InputError(phrase("une-chose-a-la-fois"))
    if address is not None and poster is None:
        raise InputError(phrase("adresse-avec-affiche"))
    if level is not None and paper is None and poster is None:
        raise InputError(phrase("niveau-avec-feuille"))
    if blank is not None:
        if information is not None:
            raise InputError(phrase("fiche-vide-seule"))
        return _blank(blank)
    record = INFORMATION.load(information) if information is not None else Information()
    if site is not None:
        done = _site(site, lang, information)
    else:
        done = _made(paper, imports, poster, address, lang, level or "", record)
    if done == 0 and (missing := missing_words(record)):
        hint = phrase("pour-une-fiche", file=FILE)
        print(typeset(f"{missing} {hint}"), file=sys.stderr)
    return done


def run_own(export: Path | None, out: Path | None, *, alone: bool) -> int:
    """Write the questionnaire that a school's own export asks, and how its columns answer it."""
    from liaison.diagnostic.own.held import TO_READ, held_words
    from liaison.diagnostic.own.questionnaire import SuiteFileError, own_questionnaire
    from liaison.diagnostic.own.words import (
        alone_words,
        coded_titles,
        grouping_words,
        guessed_words,
        left_words,
        to_read_words,
        written_words,
    )
    from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
    from liaison.diagnostic.reading.reading import read_answers

    if export is None or out is None or not alone:
        raise InputError(phrase("export-et-dossier"))
    if not export.is_file():
        raise InputError(phrase("fichier-absent", export=export))
    content = export.read_bytes()
    try:
        made = own_questionnaire(export.name, content, export.stem)
    except SuiteFileError as error:
        ours = error.questionnaire == family_questionnaire().id
        with_it = "" if ours else " --questionnaire QUESTIONNAIRE --mapping CORRESPONDANCE"
        raise InputError(phrase("fichier-de-la-suite", error=error, export=typed(export), options=with_it)) from error
    texts = made.texts()
    if taken := [name for name in texts if (out / name).exists()]:
        raise InputError(phrase("deja-corrige", path=out / taken[0]))
    read = read_answers(content, made.questionnaire, made.mapping, name=export.name)
    if made.questionnaire.items and not len(read.answers):
        reasons = " ".join(dict.fromkeys(str(each) for each in read.refused[:3]))
        raise InputError(phrase("aucune-ligne", reasons=reasons))
    with Steps(1) as steps:
        steps.step(phrase("etape-questionnaire"))
        written = write_files(out, {name: text.encode("utf-8") for name, text in texts.items()})
    say(phrase("questions-trouvees", count=len(made.questionnaire.items), summary=read.summary()))
    if made.counted:
        say(phrase("a-relire"))
    for line in to_read_words(made, read.answers):
        say(line)
    for line in (
        *guessed_words(made),
        *grouping_words(made),
        *left_words(made),
        *written_words(made),
        *held_words(made.questionnaire.held),
    ):
        say(line)
    if boxes := alone_words(made):
        say(" ".join([*boxes, phrase("sinon-retirer")]))
    if coded := coded_titles(made):
        say(phrase("questions-codees", titles=", ".join(coded)))
    _written(out, written)
    place = f"--questionnaire {typed(out / 'questionnaire.yaml')} --mapping {typed(out / 'correspondance.yaml')}"
    say(phrase("garder-ces-fichiers"))
    if made.questionnaire.held:
        say(phrase("contiennent-des-noms"))
    say(phrase("pas-encore-relu", to_read=TO_READ))
    say(phrase("ensuite", export=typed(export), options=place))
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
        raise InputError(phrase("existe-deja", path=path))
    write_files(path.parent, {path.name: information_text(Information()).encode("utf-8")})
    say(phrase("fiche-vide-ecrite", path=path, typed=typed(path)))
    return 0


def _site(folder: Path, lang: str | None, information: Path | None) -> int:
    if lang is not None:
        raise InputError(phrase("site-toutes-langues"))
    check_site(folder)
    from app.site.questionnaire import write

    write(folder, information)
    return 0


def _paper(folder: Path, lang: str | None, level: str, record: Information) -> int:
    from liaison.diagnostic.questionnaire.paper import write_papers

    with Steps(1) as steps:
        steps.step(phrase("etape-feuilles"))
        written = write_papers(folder, _codes(lang), level, record)
    return _written(folder, written)


def _imports(folder: Path, lang: str | None, record: Information) -> int:
    from liaison.diagnostic.questionnaire.survey_imports import write_survey_imports

    with Steps(1) as steps:
        steps.step(phrase("etape-imports"))
        written = write_survey_imports(folder, _codes(lang), record)
    return _written(folder, written)


def _poster(folder: Path, address: str | None, lang: str | None, level: str, record: Information) -> int:
    if address is None:
        raise InputError(phrase("manque-adresse"))
    from liaison.diagnostic.questionnaire.poster import invitation, write_poster

    chosen = invitation(address, level, lang)
    with Steps(1) as steps:
        steps.step(phrase("etape-affiche"))
        written = write_poster(chosen, folder, record)
    _written(folder, written)
    say(phrase("code-mene-a", address=chosen.address))
    return 0


def _codes(lang: str | None) -> tuple[str, ...]:
    return tuple(code.strip() for code in (lang or "").split(",") if code.strip())


def _written(folder: Path, written: list[Path]) -> int:
    say_written(folder, (path.name for path in written))
    return 0

"""`liaison questionnaire` : le site, les feuilles, les fichiers d'import et l'affiche du questionnaire aux familles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.output import InputError, Steps, check_site, say, say_written
from liaison.base.sentences import french_beside
from liaison.base.terminal import typed
from liaison.base.typography import typeset
from liaison.diagnostic.questionnaire.information import FILE, INFORMATION, Information, information_text, missing_words
from liaison.documents import write_files

if TYPE_CHECKING:
    from liaison.diagnostic.answers import Answers
    from liaison.diagnostic.own.questionnaire import OwnQuestionnaire

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
    from liaison.diagnostic.reading.reading import read_answers

    if export is None or out is None or not alone:
        raise InputError(phrase("export-et-dossier"))
    if not export.is_file():
        raise InputError(phrase("fichier-absent", export=export))
    content = export.read_bytes()
    made = _own(export, content)
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
    for line in _to_read_again(made, read.answers):
        say(line)
    _written(out, written)
    for line in _what_next(made, export, out):
        say(line)
    return 0


def _own(export: Path, content: bytes) -> OwnQuestionnaire:
    from liaison.diagnostic.own.questionnaire import SuiteFileError, own_questionnaire
    from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire

    try:
        return own_questionnaire(export.name, content, export.stem)
    except SuiteFileError as error:
        ours = error.questionnaire == family_questionnaire().id
        with_it = "" if ours else " --questionnaire QUESTIONNAIRE --mapping CORRESPONDANCE"
        raise InputError(phrase("fichier-de-la-suite", error=error, export=typed(export), options=with_it)) from error


def _to_read_again(made: OwnQuestionnaire, answers: Answers) -> Iterator[str]:
    """What a person reads again before anything is counted: each question, and what was guessed or left out."""
    from liaison.diagnostic.own import words
    from liaison.diagnostic.own.held import held_words

    if made.counted:
        yield phrase("a-relire")
    yield from words.to_read_words(made, answers)
    yield from words.alike_words(made)
    yield from words.guessed_words(made)
    yield from words.number_words(made)
    yield from words.grouping_words(made)
    yield from words.left_words(made)
    yield from words.written_words(made)
    yield from held_words(made.questionnaire.held)
    if boxes := words.alone_words(made):
        yield " ".join([*boxes, phrase("sinon-retirer")])
    if coded := words.coded_titles(made):
        yield phrase("questions-codees", titles=", ".join(coded))


def _what_next(made: OwnQuestionnaire, export: Path, out: Path) -> Iterator[str]:
    from liaison.diagnostic.own.held import TO_READ

    yield phrase("garder-ces-fichiers")
    if made.questionnaire.held:
        yield phrase("contiennent-des-noms")
    yield phrase("pas-encore-relu", to_read=TO_READ)
    place = f"--questionnaire {typed(out / 'questionnaire.yaml')} --mapping {typed(out / 'correspondance.yaml')}"
    yield phrase("ensuite", export=typed(export), options=place)


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

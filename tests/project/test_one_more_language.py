"""Une langue de plus, dont les textes manquent : offerte nulle part, elle n'arrête rien, et le manque est dit."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from liaison.base.languages import LIST, languages, languages_in
from liaison.diagnostic.questionnaire.paper import paper
from liaison.diagnostic.questionnaire.phrases import missing_texts, spoken
from liaison.diagnostic.questionnaire.poster import invitation, poster
from liaison.diagnostic.questionnaire.questionnaire import QuestionnaireError, family_questionnaire
from liaison.diagnostic.questionnaire.survey_imports import write_survey_imports
from liaison.messaging.papers import notice_languages
from liaison.phone.words import framed
from liaison.practice import wording
from liaison.practice.poster import route
from liaison.practice.poster import write_poster as write_practice_poster
from liaison.practice.text_faults import text_faults
from widgets.diagnostic.form_page import form_site
from widgets.practice.site import site_files

ITALIAN = "  - {code: it, name: Italiano, tag: it, locale: it_IT, day: EEEE d MMMM, direction: ltr, reviewed: false}\n"


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Italian stands in the list of the languages, and has no text."""
    (path := tmp_path / "languages.yaml").write_text(LIST.read_text(encoding="utf-8") + ITALIAN, encoding="utf-8")
    monkeypatch.setattr("liaison.base.languages.LIST", path)
    languages.cache_clear()
    yield
    monkeypatch.undo()
    languages.cache_clear()


def test_all_that_families_read_speaks_every_language_of_the_list() -> None:
    assert spoken() == wording.spoken() == notice_languages.spoken() == framed() == languages()


@pytest.mark.parametrize(("lacking", "offered"), [(None, True), ("b.ftl", False)])
def test_a_language_is_offered_once_it_has_every_file_of_french(
    tmp_path: Path, italian: None, lacking: str | None, offered: bool
) -> None:
    (tmp_path / "fr").mkdir()
    for name in ("a.ftl", "b.ftl"):
        (tmp_path / "fr" / name).touch()
    shutil.copytree(tmp_path / "fr", tmp_path / "it")
    if lacking:
        (tmp_path / "it" / lacking).unlink()
    assert [*languages_in(tmp_path)] == ["fr", *["it"] * offered]


@pytest.mark.parametrize(("translated", "offered"), [(False, True), (True, False)])
def test_what_a_module_says_to_the_team_is_asked_of_a_language_once_another_has_it(
    tmp_path: Path, italian: None, translated: bool, offered: bool
) -> None:
    texts = tmp_path / "texts"
    for code, names in {"fr": ("questions.ftl", "reading.ftl"), "it": ("questions.ftl",)}.items():
        (texts / code).mkdir(parents=True)
        for name in names:
            (texts / code / name).touch()
    (tmp_path / "reading.py").touch()
    if translated:
        (texts / "es").mkdir()
        (texts / "es" / "reading.ftl").touch()
    assert ("it" in languages_in(texts)) is offered


def test_what_a_family_opens_is_written_as_before_and_does_not_offer_it(tmp_path: Path, italian: None) -> None:
    assert "it" in languages()
    for site in (form_site(), site_files()):
        assert "fr.html" in site
        assert "it.html" not in site
        assert not [name for name, text in site.items() if "Italiano" in text]
    assert "Italiano" not in str(poster(invitation("https://ecole.example/", code="toutes")))
    written = write_survey_imports(tmp_path / "imports")
    assert {"framaforms_fr.txt"} <= {path.name for path in written}
    assert not [path.name for path in written if "_it" in path.name]
    assert write_practice_poster(route("https://ecole.example/", ["lire_message"], code="toutes"), tmp_path / "affiche")


def test_who_asks_for_it_is_told_the_languages_there_are(italian: None) -> None:
    with pytest.raises(QuestionnaireError, match=r"La langue .*it.* n'existe pas"):
        paper("it")
    with pytest.raises(QuestionnaireError, match=r"La langue .*it.* n'existe pas"):
        invitation("https://ecole.example/", code="it")


def test_each_text_that_it_lacks_is_told(italian: None) -> None:
    assert "it, cadre.ftl : « cadre-suivant » manque" in missing_texts(family_questionnaire())
    assert "it : aucun texte, alors que languages.yaml propose cette langue" in text_faults()

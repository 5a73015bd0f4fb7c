"""Les textes de l'ENT d'entraînement : complets dans chaque langue, et chaque manque est dit."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from liaison.base.languages import family_texts, languages
from liaison.practice.compiled import compiled
from liaison.practice.text_faults import faults_of_hints, text_faults
from liaison.practice.wording import TEXTS

PLACE = "appareil.ftl"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """French texts, copied for three languages: complete, though in French everywhere."""
    few = {code: language for code, language in languages().items() if code in ("fr", "es", "ar")}
    monkeypatch.setattr("liaison.practice.text_faults.languages", lambda: few)
    for code in few:
        (tmp_path / code).mkdir()
        for path in family_texts(TEXTS, "fr"):
            shutil.copy(path, tmp_path / code)
    return tmp_path


def change(path: Path, how: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    path.write_text(how(before), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before


def test_complete_texts_have_no_fault(folder: Path) -> None:
    assert text_faults(folder=folder) == []


def test_a_language_without_texts_is_a_fault(folder: Path) -> None:
    shutil.rmtree(folder / "ar")
    assert text_faults(folder=folder) == ["ar : aucun texte, alors que languages.yaml propose cette langue"]


def test_a_missing_sentence_is_a_fault_in_that_language_only(folder: Path) -> None:
    change(folder / "ar" / PLACE, lambda text: text.replace("appareil-titre =", "appareil-autre ="))
    assert set(text_faults(folder=folder)) >= {
        "ar : « appareil-titre » manque",
        "ar : « appareil-autre » n'existe pas en français",
    }
    assert all(fault.startswith("ar") for fault in text_faults(folder=folder))


def test_a_missing_hint_is_a_fault(folder: Path) -> None:
    change(folder / "ar" / "reunion.ftl", lambda text: text.replace("    .indice-2 =", "    .indice-deux =", 1))
    assert "ar : « mission-reunion_entrer.indice-2 » manque" in text_faults(folder=folder)


def test_a_variable_that_another_language_does_not_have_is_a_fault(folder: Path) -> None:
    change(folder / "es" / "reunion.ftl", lambda text: text.replace("{ $telephone }", "06", 1))
    assert text_faults(folder=folder) == ["es : « reunion-nom-numero » a les variables aucune, en français $telephone"]


def test_a_variable_with_another_name_is_a_fault_twice(folder: Path) -> None:
    change(folder / "es" / "reunion.ftl", lambda text: text.replace("{ $telephone }", "{ $telefono }", 1))
    assert text_faults(folder=folder) == [
        "es : « reunion-nom-numero » a les variables $telefono, en français $telephone",
        "es : « reunion-nom-numero » attend $telefono, que le scénario ne donne pas partout",
    ]


def test_a_sentence_of_the_scenario_that_french_lacks_is_a_fault(folder: Path) -> None:
    for code in ("fr", "es", "ar"):
        change(folder / code / PLACE, lambda text: text.replace("appareil-titre =", "# appareil-titre ="))
    assert text_faults(folder=folder) == ["fr : « appareil-titre » manque"]


def test_a_sentence_that_serves_nowhere_is_a_fault_once(folder: Path) -> None:
    for code in ("fr", "es", "ar"):
        change(folder / code / PLACE, lambda text: f"{text}\nappareil-inutile = Rien\n")
    assert text_faults(folder=folder) == ["fr : « appareil-inutile » ne sert nulle part"]


def test_a_line_that_fluent_does_not_read_is_a_fault(folder: Path) -> None:
    change(folder / "ar" / PLACE, lambda text: f"{text}\nappareil sans signe\n")
    assert text_faults(folder=folder) == ["ar, appareil.ftl : Fluent ne lit pas « appareil sans signe »"]


def test_a_sentence_written_twice_is_a_fault(folder: Path) -> None:
    change(folder / "ar" / "reunion.ftl", lambda text: f"{text}\nappareil-titre = Encore\n")
    assert text_faults(folder=folder) == ["ar, reunion.ftl : « appareil-titre » est écrit deux fois"]


@pytest.mark.parametrize(
    ("hint", "named"),
    [
        ("Appuyez sur «\u00a0Lever la main\u00a0».", None),
        ("Appuyez sur «\u00a0Lever\u00a0».", None),
        ("Appuyez sur «\u00a0Lever le bras\u00a0».", "Lever le bras"),
        ("Press “Lever le bras”.", "Lever le bras"),
        ('Press "Lever la main".', None),
        ("Натисніть „Lever le bras“.", "Lever le bras"),
    ],
)
def test_a_hint_that_names_what_no_screen_shows_is_a_fault(hint: str, named: str | None) -> None:
    made = {
        "screens": {"salle": {"blocks": [{"text": "Lever la main"}]}},
        "words": {},
        "services": [],
        "missions": [{"id": "parler", "hints": [hint]}],
    }
    expected = [f"fr : la mission parler cite « {named} », qu'aucun écran ne montre"] if named else []
    assert faults_of_hints("fr", made) == expected


def test_every_french_hint_names_what_is_on_a_screen() -> None:
    assert faults_of_hints("fr", compiled("fr")) == []


@pytest.mark.parametrize("code", list(languages()))
def test_after_signing_out_one_is_told_where_the_missions_done_are_and_what_erases_them(code: str) -> None:
    words = compiled(code)["words"]
    assert words["aide"] in words["deconnexion-missions"]
    assert words["effacer-lien"] in words["deconnexion-missions"]
    # Where none is done, nothing is said of them.
    assert words["aide"] not in words["deconnexion-faite"]
    assert words["effacer-lien"] not in words["deconnexion-faite"]


def test_every_language_is_complete() -> None:
    assert text_faults() == []


@pytest.mark.parametrize("code", [code for code in languages() if (TEXTS / code).is_dir()])
def test_every_language_that_has_texts_compiles(code: str) -> None:
    assert compiled(code)["language"]["code"] == code

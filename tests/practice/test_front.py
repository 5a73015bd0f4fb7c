"""La façade de l'ENT d'entraînement, lue sans navigateur : ses dessins, ses mots, ce qu'elle ne fait pas."""

import re
from typing import get_args

import pytest
from javascript import PHONE, WIDGETS
from traitlets import TraitError

from liaison.base.languages import languages
from liaison.practice.compiled import compiled
from liaison.practice.model import Pictogram
from widgets.phone.joining import joined_script, joined_style
from widgets.practice.page import PAGE, page_html
from widgets.practice.practice import Practice

PRACTICE = WIDGETS / "practice"

KIT = PHONE.parent / "kit"
SCRIPTS = {
    path.stem: path.read_text(encoding="utf-8") for folder in (PHONE, PRACTICE) for path in sorted(folder.glob("*.js"))
}
DRAWN = re.compile(r'^  (\w+):\s+"([^"]+)",$', re.MULTILINE)
WORD = re.compile(r'word\(\s*app,\s+"([a-z0-9-]+)"|word\(\s*app,\s+\w+ \? "([a-z0-9-]+)" : "([a-z0-9-]+)"')
LONGEST_BYTES = 155_000
LONGEST_PAGE = 136 * 1024


def test_every_pictogram_of_the_model_is_drawn_once() -> None:
    names = [name for name, _ in DRAWN.findall(SCRIPTS["pictograms"])]
    assert len(names) == len(set(names))
    assert set(get_args(Pictogram)) <= set(names)


def test_pictograms_are_paths_that_stay_in_their_square() -> None:
    for name, path in DRAWN.findall(SCRIPTS["pictograms"]):
        assert re.fullmatch(r"M[MmLlHhVvAaCcSsZz0-9 .,-]+", path), name
        places = [tuple(map(float, place)) for place in re.findall(r"M\s*(-?[\d.]+)[ ,]*(-?[\d.]+)", path)]
        assert places, name
        assert all(0 <= x <= 24 and 0 <= y <= 24 for x, y in places), name


def test_every_word_that_the_frame_asks_for_is_written() -> None:
    asked = {key for text in SCRIPTS.values() for found in WORD.findall(text) for key in found if key}
    assert len(asked) > 40
    assert not asked - compiled("fr")["words"].keys()


def test_no_module_has_the_name_of_a_part_of_the_kit() -> None:
    assert not set(SCRIPTS) & {path.stem for path in KIT.glob("*.js")}


def test_the_front_end_stays_light() -> None:
    assert len(joined_script(PAGE.entry).encode()) + len(joined_style(PAGE.entry).encode()) < LONGEST_BYTES


@pytest.mark.parametrize("code", languages())
def test_the_page_of_each_language_stays_light(code: str) -> None:
    assert len(page_html(code).encode()) < LONGEST_PAGE


def test_asking_for_another_language_brings_its_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.practice.practice.compiled", lambda code: {"language": {"code": code}})
    part = Practice()
    part.language = "ar"
    assert part.scenario == {"language": {"code": "ar"}}


def test_a_language_that_nobody_offers_is_refused_and_the_former_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.practice.practice.compiled", lambda code: {"language": {"code": code}})
    part = Practice()
    with pytest.raises(TraitError, match="xx"):
        part.language = "xx"
    assert part.language == "fr"

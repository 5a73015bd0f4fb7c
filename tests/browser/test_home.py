"""The home: who are you, and one click to each lesson, app and exercise that exists."""

import json
import re
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from browser.small_suite import FROM_HERE
from playwright.sync_api import Page, expect

from liaison.base.languages import languages
from liaison.module import PICTURE, Module
from widgets.home import AUDIENCES, Home, cards

REPOSITORY = Path(__file__).parents[2]
HOME = "/voila/render/notebooks/accueil.ipynb"


def scenario(folder: Path, name: str, audience: str = "[enseigne]", extra: str = "") -> Path:
    module = folder / name
    module.mkdir()
    text = f"title: Titre {name}\nquestion: Pourquoi ?\nminutes: 30\naudience: {audience}\ntakeaway: une fiche\n{extra}"
    (module / "scenario.yaml").write_text(text, encoding="utf-8")
    return module


def test_a_module_without_notebook_is_not_on_the_home(tmp_path: Path) -> None:
    scenario(tmp_path, "01_a")
    assert cards(tmp_path) == ([], [])


def test_a_lesson_alone_is_a_link_and_its_absent_app_is_not(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_a") / "lecon.ipynb").touch()
    html = Home(tmp_path)._repr_html_()
    assert "lab/tree/notebooks/01_a/lecon.ipynb" in html
    assert "application.ipynb" not in html
    assert "galerie.ipynb" not in html


def test_an_exercise_alone_is_a_link_to_a_page_and_says_its_minutes(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_a") / "exercice.ipynb").touch()
    html = Home(tmp_path)._repr_html_()
    assert "voila/render/notebooks/01_a/exercice.ipynb" in html
    assert "Faire l’exercice, sans code" in html
    assert "Environ 30 minutes" in html.replace("\u00a0", " ")


def test_an_unreadable_scenario_is_said_and_loses_no_other(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_a") / "lecon.ipynb").touch()
    bad = scenario(tmp_path, "02_b", audience="[eleve]")
    (bad / "lecon.ipynb").touch()
    listed, faults = cards(tmp_path)
    assert [module.name for module in listed] == ["01_a"]
    assert len(faults) == 1
    assert "02_b/scenario.yaml" in faults[0]
    assert "audience" in faults[0]


@pytest.mark.parametrize("number", [1, 12])
def test_every_module_has_its_card_and_the_apps_of_a_session_come_after_under_their_own_title(
    tmp_path: Path, number: int
) -> None:
    everybody = f"[{', '.join(AUDIENCES)}]"
    for rank in range(1, number + 1):
        (scenario(tmp_path, f"{rank:02}_m", everybody) / "lecon.ipynb").touch()
    (scenario(tmp_path, "apres", "[forme]") / "application.ipynb").touch()
    modules, tools = Home(tmp_path)._repr_html_().split('id="accueil-outils"')
    shown = re.findall(r"<h3>Titre (\w+)</h3>", modules)
    assert shown == [f"{rank:02}_m" for rank in range(1, number + 1)]
    assert re.findall(r"<h3>Titre (\w+)</h3>", tools) == ["apres"]


def test_the_apps_of_a_session_have_no_title_for_who_has_none_of_them(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_m") / "lecon.ipynb").touch()
    assert "accueil-outils" not in Home(tmp_path)._repr_html_()
    (scenario(tmp_path, "apres", "[forme]") / "application.ipynb").touch()
    (section,) = re.findall(r'<section class="([^"]*)" aria-labelledby="accueil-outils">', Home(tmp_path)._repr_html_())
    assert section == "accueil-section pour-forme"


def test_what_a_scenario_says_is_shown_as_text_and_never_as_markup(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_a", extra="lesson_title: <script>alert(1)</script>\n") / "lecon.ipynb").touch()
    html = Home(tmp_path)._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_home_links_every_lesson_app_and_exercise_that_exists_and_each_answers(page: Page, suite_url: str) -> None:
    page.goto(suite_url + HOME)
    links = [link.get_attribute("href") or "" for link in page.locator('main a:not([href^="#"], [hreflang])').all()]
    expected = [
        *(REPOSITORY / "notebooks").glob("*/lecon.ipynb"),
        *(REPOSITORY / "notebooks").glob("*/application.ipynb"),
        *(REPOSITORY / "notebooks").glob("*/exercice.ipynb"),
    ]
    assert len(links) == len(expected) > 0
    for notebook in expected:
        path = notebook.relative_to(REPOSITORY).as_posix()
        assert any(link.endswith(path) for link in links), path
        content = page.request.get(f"{suite_url}/api/contents/{path}?content=0", headers=FROM_HERE)
        assert json.loads(content.text())["type"] == "notebook"


def test_choosing_who_one_is_keeps_the_cards_meant_for_them(page: Page, suite_url: str) -> None:
    page.goto(suite_url + HOME)
    shown = page.locator(".accueil-carte:visible")
    everything = shown.count()
    page.get_by_label("Tout voir").focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Je suis parent")).to_be_checked()
    for_parents = page.locator(".accueil-carte.pour-parent").count()
    expect(shown).to_have_count(for_parents)
    for link in shown.get_by_role("link").all():
        assert "application.ipynb" in (link.get_attribute("href") or "")
    expect(page.get_by_text("Aucune page n’est encore prête pour les parents")).to_be_visible(visible=for_parents == 0)
    page.get_by_label("Tout voir").check()
    expect(shown).to_have_count(everything)


def test_the_door_of_parents_speaks_to_them_and_opens_the_application_in_each_language(
    page: Page, suite_url: str
) -> None:
    page.goto(suite_url + HOME)
    to_parents = page.get_by_text("Cette école est inventée")
    expect(to_parents).to_be_hidden()
    page.get_by_label("Je suis parent").check()
    expect(to_parents).to_be_visible()
    for meant_for_others in (
        "Vous repartez avec",
        "Ouvrir l’application",
        "Pendant et après une séance",
        "Suivre la leçon",
    ):
        assert page.get_by_text(meant_for_others).locator("visible=true").count() == 0, meant_for_others
    links = page.locator("a[hreflang]:visible")
    assert links.all_inner_texts() == [language.name for language in languages().values()]
    for link, language in zip(links.all(), languages().values(), strict=True):
        assert link.get_attribute("lang") == link.get_attribute("hreflang") == language.tag
    page.get_by_role("link", name=languages()["ar"].name).click()
    page.locator(f'[lang="{languages()["ar"].tag}"][dir="rtl"]').first.wait_for(timeout=60_000)


def test_the_first_of_several_modules_says_where_to_begin_and_a_module_alone_says_nothing(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_a", "[forme]") / "lecon.ipynb").touch()
    assert "Commencer ici" not in Home(tmp_path)._repr_html_()
    (scenario(tmp_path, "02_b", "[enseigne, forme]") / "lecon.ipynb").touch()
    (scenario(tmp_path, "03_c", "[enseigne]") / "lecon.ipynb").touch()
    starts = re.findall(r"accueil-debut ([^\"]*)\">[^/]*</p><h3>Titre (\w+)<", Home(tmp_path)._repr_html_())
    assert starts == [("debut-tout debut-forme", "01_a"), ("debut-enseigne", "02_b")]


def test_who_chooses_who_they_are_sees_one_place_to_begin_at_most(page: Page, suite_url: str) -> None:
    page.goto(suite_url + HOME)
    for choice in page.locator('input[name="accueil-public"]').all():
        choice.check()
        assert page.get_by_text("Commencer ici").locator("visible=true").count() <= 1
    page.get_by_label("Tout voir").check()
    expect(page.locator(".accueil-carte").first.get_by_text("Commencer ici")).to_be_visible()


# A module draws its picture if it does; the apps that open a session, and four studies, have theirs.
PICTURED = [module for module in cards()[0] if (module.folder / PICTURE).is_file()]


def test_the_modules_that_have_a_picture_are_not_fewer_than_they_were() -> None:
    assert len(PICTURED) >= 7
    assert Home()._repr_html_().count('class="accueil-vignette"') == len(PICTURED)


@pytest.mark.parametrize("module", PICTURED, ids=lambda module: module.name)
def test_each_module_of_the_suite_draws_its_picture_small_and_self_contained(module: Module) -> None:
    drawn = (module.folder / PICTURE).read_text(encoding="utf-8")
    assert len(drawn) < 4096
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert not re.search(r"href|url\(|<script|<text", drawn)


def test_a_module_whose_application_is_not_there_offers_it_in_no_language(tmp_path: Path) -> None:
    module = scenario(tmp_path, "01_a", "[parent]", extra="languages: true\n")
    (module / "lecon.ipynb").touch()
    assert "hreflang" not in Home(tmp_path)._repr_html_()
    (module / "application.ipynb").touch()
    assert Home(tmp_path)._repr_html_().count("hreflang") == len(languages())


def test_a_module_without_a_picture_has_its_card_all_the_same(tmp_path: Path) -> None:
    (scenario(tmp_path, "01_a") / "lecon.ipynb").touch()
    assert "Titre 01_a" in Home(tmp_path)._repr_html_()
    assert "<img" not in Home(tmp_path)._repr_html_()
    (tmp_path / "01_a" / PICTURE).write_text("<svg><script>alert(1)</script></svg>", encoding="utf-8")
    html = Home(tmp_path)._repr_html_()
    assert '<img class="accueil-vignette" alt="" src="data:image/svg+xml;base64,' in html
    assert "<script" not in html


def test_the_home_has_a_language_a_title_landmarks_and_a_skip_link(page: Page, suite_url: str) -> None:
    page.goto(suite_url + HOME)
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.title() == "Accueil · Carnets de liaison"
    for landmark in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(landmark)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.get_by_text("Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    expect(page.get_by_role("contentinfo")).to_contain_text("Rien ne quitte cette machine")


def test_axe_finds_nothing_on_the_home_whoever_one_is(page: Page, suite_url: str, axe: Any) -> None:
    page.goto(suite_url + HOME)
    page.locator("html[data-etat=pret]").wait_for()
    for audience in page.locator(".accueil-question label").all():
        audience.click()
        axe(page)


@pytest.mark.parametrize("width", [320, 360, 640, 1280])
def test_the_home_fits_any_width_without_sideways_scroll(phone: Page, suite_url: str, width: int) -> None:
    phone.set_viewport_size({"width": width, "height": 740})
    phone.goto(suite_url + HOME)
    assert phone.evaluate("document.documentElement.scrollWidth") <= width
    for target in phone.locator("main :is(a, .accueil-question label):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()


def test_the_home_needs_no_kernel_once_it_is_written(page: Page, suite_url: str) -> None:
    page.goto(suite_url + HOME)
    page.locator("html[data-etat=pret]").wait_for()
    kernel = re.search(r'carnets\.noyau\("([-0-9a-f]{36})"\)', page.content())
    assert kernel
    address = f"{suite_url}/api/kernels/{kernel.group(1)}"
    deadline = time.monotonic() + 20
    while page.request.get(address, headers=FROM_HERE).status != 404:
        assert time.monotonic() < deadline, "le noyau de l'accueil tourne encore"
        page.wait_for_timeout(200)

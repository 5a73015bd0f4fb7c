"""Une équipe décide : de l'accueil à la charte, au doigt et au clavier, un écran à la fois."""

import re
from pathlib import Path

import pytest
from browser.labs import Axe, Open, tab_until, taken_away, wait_still, words
from narrowing import present
from playwright.sync_api import Page, expect
from waiting import look_until

from liaison.messaging.policy.link import Linked, to_link
from liaison.messaging.policy.policy import load_policy, to_yaml

APP = "equipe/application.ipynb"
GROUPS = ("papier_d_abord", "vie_scolaire", "tout_tout_de_suite")
STEPS = {"voir": "Voir", "trancher": "Trancher", "charte": "La charte", "emporter": "Emporter"}
SCREENS = 2.0
REASON = "Les familles ont demandé des soirées calmes."
SETTLED = "Ce que l'équipe a tranché"
CHARTER: dict[str, str | re.Pattern[str]] = {
    SETTLED: REASON,
    "Sujet par sujet": "Par où passe chaque message, vers qui, à quel rythme, avec quel repli sans écran",
    "Heures calmes": words("Heures calmes : ce que pose la charte"),
    "Ce que chacun peut attendre": "Ce que familles et personnels peuvent attendre",
}
MOST_GESTURES = 14  # « moins de quinze »


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The files of three groups, as the lab gives them."""
    paths = []
    for name in GROUPS:
        path = tmp_path / f"{name}.yaml"
        path.write_text(to_yaml(load_policy(name)), encoding="utf-8")
        paths.append(path)
    return paths


def heading(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=60_000)


def high(page: Page) -> float:
    """How many screens of 740 px the page takes; it never scrolls sideways."""
    wait_still(page)
    wide, height = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert wide <= page.viewport_size["width"]  # type: ignore[index]
    return float(height) / 740


def test_from_the_home_to_a_voted_charter_by_touch_in_under_fifteen_gestures(
    phone: Page, suite_url: str, axe: Axe, files: list[Path]
) -> None:
    gestures = 0
    phone.goto(f"{suite_url}/voila/render/notebooks/accueil.ipynb", timeout=60_000)
    phone.get_by_text("Nous décidons en équipe").tap()
    phone.get_by_role("link", name=re.compile("Décider à plusieurs de la messagerie")).tap()
    gestures += 2
    heading(phone, "Réunir")
    expect(phone.get_by_text("Les autres étapes s'ouvrent quand deux politiques sont là.")).to_be_visible()
    assert high(phone) <= SCREENS
    axe(phone)
    phone.locator("input[type=file]").set_input_files(files)
    gestures += 1
    expect(phone.get_by_role("rowheader")).to_have_count(3)
    assert high(phone) <= SCREENS
    axe(phone)
    phone.get_by_role("link", name="Suite : Voir").tap()
    gestures += 1
    expect(phone.get_by_text(re.compile("^Aucune politique n'est la meilleure partout"))).to_be_visible(timeout=60_000)
    dots = phone.get_by_role("img", name=re.compile(r"familles? laissées? de côté"))
    expect(dots).to_have_count(3)
    assert high(phone) <= SCREENS
    axe(phone)
    dots.first.tap()
    expect(dots.first).to_be_focused()
    phone.get_by_role("link", name="Suite : Trancher").tap()
    gestures += 1
    for rank in range(1, 6):
        title = phone.get_by_role("heading", name=f"Désaccord {rank} sur 5")
        expect(title).to_be_visible(timeout=60_000)
        expect(title).to_be_in_viewport()
        assert high(phone) <= SCREENS
        axe(phone)
        if rank == 1:
            phone.get_by_label("Pourquoi ce choix").fill(REASON)
        phone.get_by_role("button", name="Retenir, et passer au suivant").tap()
        gestures += 1
    expect(phone.get_by_text("Les 5 désaccords sont tranchés").filter(visible=True)).to_have_count(1)
    axe(phone)
    phone.get_by_role("link", name="Suite : La charte").tap()
    gestures += 1
    expect(phone.get_by_text(re.compile("^L'équipe a tranché 5 désaccords sur"))).to_be_visible(timeout=60_000)
    # The charter itself: on a phone, its sections one under the other, closed.
    assert high(phone) <= SCREENS
    axe(phone)
    for name, holds in CHARTER.items():
        held = phone.locator(".carnets-paper .contenu").get_by_text(holds)
        expect(held).to_be_hidden()
        phone.locator("summary", has_text=name).tap()
        expect(held).to_be_visible()
        assert high(phone) <= SCREENS
        axe(phone)
        if name == SETTLED:
            gestures += 1  # one reads the reasons before one votes
        phone.locator("summary", has_text=name).tap()
    phone.get_by_role("link", name="Suite : Emporter").tap()
    gestures += 1
    heading(phone, "Emporter")
    assert high(phone) <= SCREENS
    axe(phone)
    page = taken_away(phone, "La charte : Page HTML", "charte.html").read_text(encoding="utf-8")
    gestures += 1
    assert REASON in page
    assert gestures <= MOST_GESTURES
    phone.locator("summary", has_text="La notice pour les parents").tap()
    expect(phone.get_by_label("Українська")).to_be_visible()
    assert high(phone) <= SCREENS
    axe(phone)


def test_on_a_telephone_a_section_of_the_charter_stands_alone_and_a_long_one_is_read_by_pages(
    phone: Page, open_app: Open, axe: Axe
) -> None:
    phone.set_viewport_size({"width": 360, "height": 740})
    open_app(phone, APP)
    phone.get_by_role("button", name=re.compile("trois modèles")).tap()
    phone.get_by_role("navigation", name="Étapes").get_by_role("link", name="La charte").tap()
    sections = phone.locator(".carnets-paper > details")
    expect(sections.first).to_be_visible(timeout=60_000)
    count = sections.count()
    assert count > 8
    read: dict[str, int] = {}
    for rank in range(count):
        section = sections.nth(rank)
        parts = section.locator(".contenu").locator("tbody tr, :scope > :not(.defile)")
        whole = parts.all_text_contents()
        title = section.locator("h3").inner_text().replace("\u00a0", " ")
        section.locator("summary").tap()
        expect(sections.filter(visible=True)).to_have_count(1)
        expect(section.locator("summary")).to_be_in_viewport()
        words, number = parts.filter(visible=True).all_text_contents(), 1
        while True:
            assert high(phone) <= SCREENS, f"{title}, page {number}"
            after = section.get_by_role("button", name="Suivante")
            if not after.count() or after.get_attribute("aria-disabled") == "true":
                break
            expect(section.get_by_text(re.compile(f"^Page {number} sur "))).to_be_visible()
            after.tap()
            number += 1
            expect(section.locator("summary")).to_be_in_viewport()
            words += parts.filter(visible=True).all_text_contents()
        read[title] = number
        if number > 1:
            axe(phone)
            section.get_by_role("button", name="Précédente").tap()
            expect(section.get_by_text(f"Page {number - 1} sur {number}")).to_be_visible()
        assert words == whole, f"{title} : rien ne se perd entre deux pages"
        section.locator("summary").tap()
        expect(sections.filter(visible=True)).to_have_count(count)
        expect(section.locator("summary")).to_be_in_viewport()
    assert read["Annexe : ce qui n'est pas encore tranché"] > read["Sujet par sujet"] > read["Heures calmes"] == 1
    # A badge leads to its source, on whichever page it is.
    phone.locator("summary", has_text="Nos principes").tap()
    badge = phone.locator(".carnets-paper .contenu a[href^='#source-']").filter(visible=True).last
    source = phone.locator(f"[id='{present(badge.get_attribute('href'))[1:]}']")
    badge.tap()
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()


def test_on_a_wide_page_the_charter_takes_the_width_its_sections_side_by_side(
    page: Page, open_app: Open, axe: Axe
) -> None:
    page.set_viewport_size({"width": 1280, "height": 740})
    open_app(page, APP)
    page.get_by_role("button", name=re.compile("trois modèles")).click()
    page.get_by_role("navigation", name="Étapes").get_by_role("link", name="La charte").click()
    sections = page.locator(".carnets-paper > details")
    expect(sections.first).to_be_visible(timeout=60_000)
    # Fifty-nine matters are still open: the charter had 5,800 points of height, and its right third was empty.
    assert high(page) < 7
    opening, principles, subjects = (
        present(sections.filter(has_text=title).first.bounding_box())
        for title in ("pourquoi ce vote", "Ce que la charte pose", "Sujet par sujet")
    )
    assert opening["y"] == principles["y"]
    assert opening["x"] + opening["width"] < principles["x"]
    assert subjects["width"] > 1.9 * principles["width"]
    axe(page)


def test_the_links_of_two_groups_are_pasted_and_one_that_is_damaged_is_said(
    phone: Page, open_app: Open, axe: Axe
) -> None:
    open_app(phone, APP)
    link = phone.get_by_label("Ou coller le lien d'un groupe")
    held = to_link(Linked(load_policy("equilibree"), "ecole_6_classes", 4, 3))
    link.fill(held[:-9])
    link.press("Enter")
    expect(phone.get_by_text("Ce lien n'est pas ouvert")).to_be_visible()
    axe(phone)
    for group in ("Groupe 1", "Groupe 2"):
        link.fill(held)
        link.press("Enter")
        expect(phone.get_by_role("rowheader", name=group)).to_be_visible()
        expect(link).to_have_value("")
    assert high(phone) <= SCREENS
    axe(phone)
    expect(phone.get_by_role("link", name="Suite : Voir")).to_be_visible()


def test_the_whole_way_by_the_keyboard_and_back(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    page.get_by_role("button", name="Essayer avec trois modèles de la suite").press("Enter")
    # A button that leaves its screen gives the keyboard to the title of what is there, and never to nothing.
    expect(page.get_by_role("heading", name="Réunir", exact=True)).to_be_focused()
    page.get_by_role("link", name="Suite : Voir").press("Enter")
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_focused()
    expect(page.get_by_role("img", name=re.compile("de travail par semaine$"))).to_have_count(3, timeout=60_000)
    # One stop for the plot, whose arrows go from dot to dot and mark the row that says the same.
    tab_until(page, "document.activeElement.getAttribute('role') === 'img'")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    names = []
    for _dot in range(3):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        marked = page.locator(".carnets-policy-plot tr.ici th").inner_text()
        assert names[-1].startswith(marked)
        page.keyboard.press("ArrowRight")
    assert names[0] == first
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") != "img"
    page.get_by_role("link", name="Suite : Trancher").press("Enter")
    card = page.get_by_role("heading", name="Désaccord 1 sur 5")
    expect(card).to_be_visible(timeout=60_000)
    values = page.get_by_role("radio")
    values.first.focus()
    page.keyboard.press("ArrowDown")
    expect(values.nth(1)).to_be_checked()
    page.get_by_role("button", name="Retenir, et passer au suivant").press("Enter")
    expect(page.get_by_role("heading", name="Désaccord 2 sur 5")).to_be_focused()
    page.get_by_role("button", name="Désaccord précédent").press("Enter")
    expect(card).to_be_focused()
    expect(values.nth(1)).to_be_checked()
    for number in range(1, 6):
        expect(page.get_by_role("heading", name=f"Désaccord {number} sur 5")).to_be_focused()
        values.nth(1).check()
        page.get_by_role("button", name="Retenir, et passer au suivant").press("Enter")
    expect(page.get_by_role("heading", name="Trancher", exact=True)).to_be_focused()
    page.get_by_role("link", name="Suite : La charte").press("Enter")
    expect(page.get_by_text("Sans raison écrite")).to_have_count(5, timeout=60_000)
    for key in ("trancher", "voir"):
        page.go_back()
        expect(page).to_have_url(re.compile(f"#etape={key}$"))
        heading(page, STEPS[key])
    expect(page.get_by_role("img", name=re.compile("^Politique de l'équipe"))).to_have_count(1)


def test_any_disagreement_is_settled_from_the_list_of_all(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    page.get_by_role("button", name="Essayer avec trois modèles de la suite").click()
    page.get_by_role("link", name="Tout voir").click()
    heading(page, "Tout voir")
    table = page.get_by_role("table")
    expect(table).to_contain_text("du plus disputé au moins disputé", timeout=60_000)
    shown_first = table.inner_text()
    page.get_by_label("Ce que montre le tableau").select_option(index=2)
    expect(table).not_to_have_text(shown_first)
    page.get_by_label("Trancher un autre désaccord").select_option(index=2)
    expect(page.get_by_role("radio").nth(1)).to_be_visible(timeout=60_000)
    axe(page)
    page.get_by_role("radio").nth(1).check()
    page.get_by_role("button", name="Retenir", exact=True).click()
    expect(page.get_by_text("C'est retenu")).to_be_visible()
    page.get_by_role("link", name="La charte").click()
    expect(page.get_by_role("table", name="Ce qui est retenu, et pourquoi").get_by_role("row")).to_have_count(
        2, timeout=60_000
    )


def test_after_a_reload_a_team_takes_up_what_it_decided_or_begins_afresh(
    phone: Page, open_app: Open, axe: Axe, files: list[Path]
) -> None:
    open_app(phone, APP)
    phone.locator("input[type=file]").set_input_files(files)
    phone.get_by_role("link", name="Suite : Voir").tap()
    phone.get_by_role("link", name="Suite : Trancher").tap()
    expect(phone.get_by_role("heading", name="Désaccord 1 sur 5")).to_be_visible(timeout=60_000)
    phone.get_by_label("Pourquoi ce choix").fill(REASON)
    phone.get_by_role("button", name="Retenir, et passer au suivant").tap()
    phone.get_by_role("link", name="Suite : La charte").tap()
    phone.locator("summary", has_text=SETTLED).tap(timeout=60_000)
    expect(phone.get_by_text(REASON)).to_be_visible()
    look_until(phone, lambda: '"step":"charte"' in phone.evaluate("Object.values(localStorage).join()"))
    phone.reload()
    resume = phone.get_by_role("button", name="Reprendre", exact=True)
    expect(resume).to_be_visible(timeout=60_000)
    # Nothing comes back by itself: on a shared device it would be another team's.
    expect(phone.get_by_role("rowheader")).to_have_count(0)
    assert high(phone) <= SCREENS
    axe(phone)
    resume.tap()
    heading(phone, "La charte")
    phone.locator("summary", has_text=SETTLED).tap(timeout=60_000)
    expect(phone.get_by_text(REASON)).to_be_visible()
    phone.get_by_role("link", name="Réunir").tap()
    expect(phone.get_by_role("rowheader")).to_have_count(3)
    phone.reload()
    phone.get_by_role("button", name="Repartir de zéro").tap(timeout=60_000)
    expect(resume).to_have_count(0)
    phone.reload()
    expect(phone.get_by_text("Les autres étapes s'ouvrent quand deux politiques sont là.")).to_be_visible(
        timeout=60_000
    )
    expect(resume).to_have_count(0)


def test_after_a_reload_a_team_is_on_its_disagreement_with_what_it_was_writing(
    phone: Page, open_app: Open, files: list[Path]
) -> None:
    open_app(phone, APP)
    phone.locator("input[type=file]").set_input_files(files)
    phone.get_by_role("link", name="Suite : Voir").tap()
    phone.get_by_role("link", name="Suite : Trancher").tap()
    phone.get_by_role("button", name="Retenir, et passer au suivant").tap(timeout=60_000)
    card = phone.get_by_role("heading", name="Désaccord 2 sur 5")
    expect(card).to_be_visible()
    value, reason = phone.get_by_role("radio").nth(1), phone.get_by_label("Pourquoi ce choix")
    value.check()
    reason.fill(REASON)
    look_until(phone, lambda: REASON in phone.evaluate("Object.values(localStorage).join()"))
    phone.reload()
    phone.get_by_role("button", name="Reprendre", exact=True).tap(timeout=60_000)
    expect(card).to_be_visible(timeout=60_000)
    expect(value).to_be_checked()
    expect(reason).to_have_value(REASON)


def test_on_a_wide_page_the_charter_is_open_and_its_badges_lead_to_its_sources(
    page: Page, open_app: Open, axe: Axe
) -> None:
    open_app(page, APP)
    page.get_by_role("button", name="Essayer avec trois modèles de la suite").click()
    page.get_by_role("link", name="La charte").click()
    expect(page.get_by_text("Pourquoi ce vote", exact=True)).to_be_visible(timeout=60_000)
    subjects = page.get_by_role("table", name="Par où passe chaque message")
    expect(subjects.get_by_role("columnheader")).to_have_text(
        ["Sujet", "Canal", "Destinataires", "Notification", "Repli sans écran"]
    )
    assert len(subjects.get_by_role("rowheader").all()) > 10
    inner = "[...document.querySelectorAll('main *')].filter((one) => one.scrollHeight > one.clientHeight + 1 && "
    assert page.evaluate(f"{inner} /auto|scroll/.test(getComputedStyle(one).overflowY)).length") == 0
    source = page.locator("#source-1")
    expect(source).to_be_hidden()
    page.get_by_role("link", name=re.compile(r"\s1$")).first.press("Enter")
    expect(source).to_be_focused()
    expect(source).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#etape=charte$"))
    axe(page)
    # What one opened stays open when the charter is drawn again.
    page.get_by_role("link", name="Trancher").click()
    page.get_by_role("button", name="Retenir, et passer au suivant").click(timeout=60_000)
    page.get_by_role("link", name="Suite : La charte").click()
    expect(page.get_by_role("table", name="Ce qui est retenu, et pourquoi")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_each_screen_is_read_in_the_dark_and_in_forced_colours(
    page: Page, open_app: Open, axe: Axe, look: dict[str, str]
) -> None:
    page.emulate_media(**look)  # type: ignore[arg-type]
    open_app(page, APP)
    page.get_by_role("button", name="Essayer avec trois modèles de la suite").click()
    for name in STEPS.values():
        page.get_by_role("link", name=f"Suite : {name}").click()
        heading(page, name)
        if name == "Trancher":
            expect(page.get_by_role("heading", name="Désaccord 1 sur 5")).to_be_visible(timeout=60_000)
            page.get_by_role("button", name="Retenir, et passer au suivant").click()
            expect(page.get_by_role("heading", name="Désaccord 2 sur 5")).to_be_visible()
        wait_still(page)
        axe(page)

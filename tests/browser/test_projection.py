"""Une étape projetée : seule à l'écran, écrite pour le fond d'une salle, sans réglage et sans famille."""

import re
from pathlib import Path
from typing import Any

import pytest
from browser.labs import Axe, Open
from browser.test_lab_path import APP, at_address, bet
from diagnostic.lab import LAB as DIAGNOSTIC
from messaging.lab import LAB as MESSAGING
from narrowing import present
from playwright.sync_api import Locator, Page, expect
from support.lab import LAB as SUPPORT
from waiting import look_until

from liaison.messaging.policy.policy import load_policy, to_yaml

SMALLEST_PX = 20  # what is read from the back of a room: nothing of a step is smaller, axes and sources included
# The size of every text that one sees of what is projected, as it is drawn.
SIZES = """(stage) => [...stage.querySelectorAll(".carnets-path-body *")]
    .filter((node) => node.checkVisibility() && !node.matches(".compte, .carnets-hidden"))
    .filter((node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.textContent.trim()))
    .map((node) => [Number.parseFloat(getComputedStyle(node).fontSize) * node.currentCSSZoom, node.textContent])"""
# As the parts draw them, in what is projected.
A_NOTICE = """() => document.querySelector(".carnets-path-body").insertAdjacentHTML("beforeend",
    '<div class="carnets carnets-part carnets-notice"><p>Vos réglages : Collège Untel</p></div>')"""
A_TABLE = """() => document.querySelector(".carnets-path-body").insertAdjacentHTML("beforeend",
    '<div class="carnets carnets-part carnets-data-table"><table><tr><th scope="col" data-label="Familles (nombre)">'
    + '<button type="button">Familles (nombre)</button></th></tr></table></div>')"""
REACHED = ".carnets-path-body [tabindex='0']:not([inert], [inert] *)"
CONTROLS = f"button, input, select, textarea, summary:not([inert]), a, {REACHED}"


def stage(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Étape projetée")


def project(page: Page) -> None:
    page.get_by_role("button", name="Projeter cette étape").click()
    expect(stage(page)).to_be_visible()


def only_leaving_and_turning(page: Page) -> None:
    """The controls that one sees of what is projected: to go along the steps, and to leave."""
    expect(stage(page).locator(CONTROLS).filter(visible=True)).to_have_text(["Précédent", "Suivant", "Quitter"])


def inert(page: Page) -> int:
    return page.locator("[inert]").count()


def next_step(page: Page, key: str) -> None:
    """Press the remote until the step: what is left of the present one comes first."""
    for _press in range(12):
        page.keyboard.press("PageDown")
        if page.evaluate("location.hash") == f"#etape={key}":
            return
    raise AssertionError(f"{key} never came")


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=["01", "02", "03"])
def test_every_step_is_projected_in_large_type_with_no_control(page: Page, open_app: Open, axe: Axe, lab: Any) -> None:
    open_app(page, lab.app.partition("#")[0])
    project(page)
    expect(stage(page).get_by_text(lab.option, exact=True)).to_be_visible()
    only_leaving_and_turning(page)
    stage(page).get_by_text(lab.option, exact=True).click(force=True)
    page.keyboard.press("Escape")
    assert page.locator("[type=radio]:checked").count() == 0
    bet(page, lab)
    expect(page.locator(".carnets-family-dots .points").first).to_be_visible(timeout=60_000)
    project(page)
    for key in ("changer", "comprendre", "emporter"):
        sizes = stage(page).evaluate(SIZES)
        assert min(size for size, _text in sizes) >= SMALLEST_PX, sizes
        only_leaving_and_turning(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        axe(page)
        next_step(page, key)
        expect(stage(page).locator("[aria-busy=false] .carnets-part").filter(visible=True).first).to_be_visible(
            timeout=60_000
        )


# What of a projected step is not on the screen: what would scroll, and the dots that are cut.
OFF_SCREEN = """(stage) => {
    const content = stage.querySelector(".carnets-stage-content");
    const dots = [...content.querySelectorAll(".points svg, .points i")].filter((one) => one.checkVisibility());
    const cut = dots.map((one) => one.getBoundingClientRect())
        .filter((box) => box.top < 0 || box.left < 0 || box.right > innerWidth || box.bottom > content.clientHeight);
    return {dots: dots.length > 0, cut: cut.length, below: Math.max(0, content.scrollHeight - content.clientHeight)};
}"""
PICTURED = {"dots": True, "cut": 0, "below": 0}


def fits(page: Page, pictured: bool = True) -> None:
    """The step is projected whole, at once, on both screens that a room has; every dot is on them."""
    project(page)
    for size in ({"width": 1920, "height": 1080}, {"width": 1280, "height": 800}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        look_until(page, lambda: stage(page).evaluate(OFF_SCREEN) == PICTURED | {"dots": pictured}, f"coupé sur {size}")
        sizes = stage(page).evaluate(SIZES)
        assert min(px for px, _text in sizes) >= SMALLEST_PX, sizes
    page.keyboard.press("Escape")


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=["01", "02", "03"])
def test_a_projected_step_holds_on_one_screen_its_picture_before_and_after_included(
    page: Page, open_app: Open, lab: Any
) -> None:
    page.add_init_script("Element.prototype.requestFullscreen = undefined")  # which has one size
    open_app(page, lab.app.partition("#")[0])
    bet(page, lab)
    expect(page.locator(".carnets-family-dots .points").first).to_be_visible(timeout=60_000)
    fits(page)
    page.get_by_role("link", name="Suite : Changer une chose").click()
    choices = page.get_by_role("group", name=re.compile("Que changez-vous")).get_by_role("radio")
    expect(choices.nth(1)).to_be_visible(timeout=120_000)
    fits(page)
    lever = choices.nth(1).locator("xpath=..").inner_text()
    others = [choices.nth(at).locator("xpath=..").inner_text() for at in (0, 2)]
    choices.nth(1).check()
    before, after = (page.get_by_text(re.compile(f"^{when} · ")) for when in ("Avant", "Après"))
    expect(after).to_be_visible(timeout=60_000)
    fits(page)
    project(page)
    expect(stage(page).get_by_text(lever, exact=True)).to_be_visible()
    for other in others:
        expect(stage(page).get_by_text(other, exact=True)).to_be_hidden()
    left, right = (present(each.bounding_box()) for each in (before, after))
    assert (left["y"], left["x"] < 640 <= right["x"]) == (right["y"], True)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Suite : Comprendre").click()
    expect(page.locator(".carnets-path-body[aria-busy=false] .carnets-chart .lignes").first).to_be_visible(
        timeout=60_000
    )
    cards = page.locator(".carnets-change-cards details")
    if lab is MESSAGING:
        expect(cards.first).to_be_visible(timeout=180_000)
    fits(page, pictured=lab is not DIAGNOSTIC)
    if lab is not MESSAGING:
        return
    # What is said of the cards is of cards that the room sees: what changes, and what it brings.
    project(page)
    for card in cards.all():
        expect(card.locator("summary b")).to_be_visible()
        expect(card.locator("summary b")).to_contain_text(re.compile("famille.+ à temps"))
        assert [node.inner_text() for node in card.locator("button, li").filter(visible=True).all()] == []
    only_leaving_and_turning(page)


def test_no_room_sees_the_family_that_was_pressed(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    bet(page)
    points = page.locator(".carnets-family-dots .points").first
    points.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".carnets-family-card")).to_be_visible()
    project(page)
    expect(page.locator(".carnets-family-card")).to_be_hidden()
    expect(stage(page).get_by_text(re.compile("^Famille 1 ")).filter(visible=True)).to_have_count(0)
    # Two policies are compared above: this picture is of one of them.
    of_which = re.compile(r"^\d+ familles sur \d+ sont laissées de côté avec «\sCirculaire de juillet 2025\s»")
    expect(stage(page).get_by_text(of_which)).to_be_visible()
    page.get_by_role("button", name="Quitter").click()
    expect(page.locator(".carnets-family-card")).to_be_visible()


def test_the_codes_of_families_are_said_to_be_hidden_from_a_room_and_are(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app.partition("#")[0])
    bet(page, SUPPORT)
    page.get_by_role("link", name="Comprendre").click()
    codes = page.get_by_text(re.compile("^À appeler avant de prêter"))
    expect(codes).to_be_visible(timeout=60_000)
    expect(page.get_by_text(re.compile(r"«\sProjeter cette étape\s» cache ces codes"))).to_be_visible()
    project(page)
    expect(codes).to_be_hidden()


def test_no_room_sees_what_the_page_says_to_who_uses_it(page: Page, open_app: Open) -> None:
    """« Vos derniers réglages sont gardés… « Collège Untel » » names the policy of a school."""
    open_app(page, APP)
    page.evaluate(A_NOTICE)
    project(page)
    expect(stage(page).get_by_text("Collège Untel")).to_be_hidden()


def test_a_table_that_can_be_sorted_keeps_its_headings_once_projected(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    page.evaluate(A_TABLE)
    project(page)
    heading = stage(page).locator("th")
    expect(heading).to_be_visible()
    assert heading.evaluate("(th) => getComputedStyle(th, '::after').content") == '"Familles (nombre)"'


def test_a_remote_goes_along_the_steps_and_one_comes_back_where_one_was(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    bet(page)
    page.get_by_role("link", name="Tout régler").focus()
    page.keyboard.press("Alt+P")
    expect(stage(page)).to_be_visible()
    assert inert(page) > 3
    next_step(page, "changer")
    page.keyboard.press("PageUp")
    expect(page).to_have_url(at_address("voir"))
    # Tab stays among what is projected.
    inside = "document.activeElement === document.body || Boolean(document.activeElement.closest('.carnets-projected'))"
    for _press in range(7):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    for key in ("changer", "comprendre", "emporter"):
        next_step(page, key)
    for _press in range(6):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(at_address("emporter"))
    expect(page.get_by_role("button", name="Suivant")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Escape")
    expect(stage(page)).to_have_count(0)
    expect(page.get_by_role("link", name="Tout régler")).to_be_focused()
    assert inert(page) == 0
    page.get_by_role("link", name="Tout régler").click()
    expect(page.get_by_role("button", name="Projeter cette étape")).to_have_count(0)


@pytest.mark.parametrize("given", ["() => Promise.reject(new TypeError())", "undefined"], ids=["refused", "unknown"])
def test_where_the_whole_screen_is_not_given_the_step_takes_the_window(page: Page, open_app: Open, given: str) -> None:
    page.add_init_script(f"Element.prototype.requestFullscreen = {given}")
    open_app(page, APP)
    project(page)
    assert stage(page).bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": page.evaluate("innerHeight")}
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Projeter cette étape")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
def test_each_step_of_a_team_is_projected_and_no_room_reads_what_a_school_named(
    page: Page, open_app: Open, axe: Axe, tmp_path: Path, width: int
) -> None:
    page.add_init_script("Element.prototype.requestFullscreen = undefined")
    page.set_viewport_size({"width": width, "height": 740})
    models = (load_policy("papier_d_abord"), load_policy("tout_tout_de_suite").changed(name="Collège Untel"))
    files = [tmp_path / f"{rank}.yaml" for rank in range(len(models))]
    for file, policy in zip(files, models, strict=True):
        file.write_text(to_yaml(policy), encoding="utf-8")
    open_app(page, "equipe/application.ipynb")
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_role("rowheader", name="Collège Untel")).to_be_visible()

    def seen(holds: str, ready: str) -> None:
        expect(
            page.locator(".carnets-path-body").get_by_text(re.compile(ready)).filter(visible=True).first
        ).to_be_visible(timeout=60_000)
        project(page)
        expect(stage(page).get_by_text(re.compile(holds)).filter(visible=True).first).to_be_visible()
        sizes = stage(page).evaluate(SIZES)
        assert width < 1000 or min(size for size, _text in sizes) >= SMALLEST_PX, sizes
        assert "Untel" not in stage(page).inner_text()
        only_leaving_and_turning(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert stage(page).locator(".carnets-stage-content").evaluate("(it) => it.scrollWidth - it.clientWidth") <= 0
        axe(page)
        page.keyboard.press("Escape")
        expect(stage(page)).to_have_count(0)

    seen(r"«\sPapier d.abord\s» et «\sGroupe 2\s»", "Les politiques réunies")
    page.get_by_role("link", name="Suite : Voir").click()
    seen("^Groupe 2", "^Aucune politique|fait au moins aussi bien")
    page.get_by_role("link", name="Suite : Trancher").click()
    seen("^Voulu par.+Groupe 2", "^Voulu par.+Untel")
    page.get_by_label("Pourquoi ce choix").fill("Comme le veut Untel.")
    for _card in range(page.get_by_role("heading", name=re.compile("^Désaccord 1 sur")).count() and 5):
        page.get_by_role("button", name="Retenir, et passer au suivant").click()
    seen("désaccords sont tranchés", "désaccords sont tranchés")
    page.get_by_role("link", name="Suite : La charte").click()
    seen("Ce que l'équipe a tranché", "^L'équipe a tranché 5 désaccords")
    page.get_by_role("link", name="Suite : Emporter").click()
    seen("La charte", "La charte")
    page.get_by_role("link", name="Tout voir").click()
    expect(page.get_by_role("button", name="Projeter cette étape")).to_have_count(0)


def test_on_a_telephone_too_a_projected_step_holds(phone: Page, open_app: Open, axe: Axe) -> None:
    phone.set_viewport_size({"width": 360, "height": 740})
    open_app(phone, APP)
    bet(phone)
    looks: tuple[Any, ...] = (
        {"color_scheme": "dark"},
        {"color_scheme": "light", "forced_colors": "active"},
        {"forced_colors": "none", "reduced_motion": "reduce"},
    )
    for look in looks:
        phone.emulate_media(**look)
        project(phone)
        content = stage(phone).locator(".carnets-stage-content")
        assert content.evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0, look
        axe(phone)
        phone.get_by_role("button", name="Quitter").tap()
        expect(stage(phone)).to_have_count(0)


def test_nothing_is_projected_while_real_answers_are_open(page: Page, open_app: Open) -> None:
    open_app(page, DIAGNOSTIC.app)
    page.get_by_role("radio", name=re.compile("fichiers de notre établissement")).check()
    page.get_by_role("link", name=re.compile("Parier")).click()
    expect(page.get_by_text("De vraies réponses sont ouvertes")).to_be_visible()
    expect(page.get_by_role("button", name="Projeter cette étape")).to_have_count(0)
    page.keyboard.press("Alt+P")
    expect(stage(page)).to_have_count(0)


def test_in_a_notebook_a_step_takes_the_window_too(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/projeter/tree/notebooks/{APP}", timeout=60_000)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60_000)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_text("Exécuter toutes les cellules", exact=True).click()
    bet(page)
    cell = page.locator(".jp-Notebook .jp-mod-active").first.inner_text()
    project(page)
    assert stage(page).bounding_box() == {"x": 0, "y": 0, "width": 1280, "height": page.evaluate("innerHeight")}
    for _press in range(6):
        page.keyboard.press("ArrowRight")
    expect(stage(page).get_by_role("heading", name="Voir", exact=True)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Projeter cette étape")).to_be_focused()
    assert page.locator(".jp-Notebook .jp-mod-active").first.inner_text()[:40] == cell[:40]

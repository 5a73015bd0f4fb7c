"""The controls of the gallery in a real browser: by keyboard alone, by mouse, at 320 px, at 200 % zoom, in the dark."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.conftest import leave
from narrowing import present
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from app.voila.bounds import MOST_PARTS

GALLERY = "galerie.ipynb"
CONTROLS = ".carnets-gallery-controls"


def drawn(page: Page) -> Page:
    """The gallery once its last control is there."""
    expect(page.locator(".carnets-lab [role=status]")).to_contain_text("sur 312", timeout=60_000)
    return page


@pytest.fixture
def gallery(page: Page, open_app: Callable[..., None]) -> Page:
    """A gallery of one's own."""
    open_app(page, GALLERY, ".part-text input")
    return drawn(page)


@pytest.fixture(scope="module")
def _shared(browser: Browser, suite_address: str, suite_url: str) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 800})
    context.request.get(suite_address, max_redirects=0)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{suite_url}/voila/render/notebooks/{GALLERY}")
    yield drawn(page)
    leave(context)
    assert not faults


@pytest.fixture
def same_gallery(_shared: Page) -> Page:
    """One gallery for the tests that each touch another part of it: opening it costs seconds."""
    _shared.set_viewport_size({"width": 1280, "height": 800})
    return _shared


def part(page: Page, name: str) -> Locator:
    """The control of that name."""
    return page.locator(f".part-{name}")


def python_holds(page: Page, name: str, value: str) -> None:
    """Wait until Python has received that value."""
    expect(page.locator(f".echo-{name} p").first).to_have_text(f"Valeur reçue\u00a0: {value}")


def tab_to(page: Page, control: Locator) -> None:
    """Reach a control by the keyboard, from the element before it; a field for an hour takes several Tabs."""
    control.evaluate(
        """(node) => {
            const all = [...document.querySelectorAll("input, select, textarea, button, summary, a[href]")];
            const usable = all.filter((one) => !one.matches(":disabled") && one.getClientRects().length);
            usable[usable.indexOf(node) - 1].focus();
        }"""
    )
    for _ in range(5):
        page.keyboard.press("Tab")
        if control.evaluate("(node) => node === document.activeElement"):
            return
    raise AssertionError(f"La touche Tab ne mène pas à {control}")


def test_each_field_and_question_is_set_by_the_keyboard_alone(gallery: Page) -> None:
    tab_to(gallery, part(gallery, "select").locator("select"))
    gallery.keyboard.press("ArrowDown")
    python_holds(gallery, "select", "'sms'")

    tab_to(gallery, part(gallery, "check").get_by_role("checkbox"))
    gallery.keyboard.press("Space")
    python_holds(gallery, "check", "True")

    tab_to(gallery, part(gallery, "range").get_by_role("slider"))
    gallery.keyboard.press("ArrowRight")
    gallery.keyboard.press("ArrowRight")
    python_holds(gallery, "range", "26")
    expect(part(gallery, "range").get_by_role("spinbutton")).to_have_value("26")
    tab_to(gallery, part(gallery, "range").get_by_role("spinbutton"))
    gallery.keyboard.press("Control+A")
    gallery.keyboard.type("48")
    gallery.keyboard.press("Enter")
    python_holds(gallery, "range", "48")
    expect(part(gallery, "range").get_by_role("slider")).to_have_value("48")
    expect(part(gallery, "range").get_by_role("slider")).to_have_attribute("aria-valuetext", "48 heures")

    tab_to(gallery, part(gallery, "time").locator("input[type=time]"))
    gallery.keyboard.press("ArrowUp")
    python_holds(gallery, "time", "'19:00'")
    tab_to(gallery, part(gallery, "time").get_by_role("checkbox"))
    gallery.keyboard.press("Space")
    python_holds(gallery, "time", "''")
    gallery.keyboard.press("Space")
    python_holds(gallery, "time", "'19:00'")

    answer_by_keyboard(gallery)


def answer_by_keyboard(gallery: Page) -> None:
    """Each kind of question in turn."""
    tab_to(gallery, part(gallery, "radio").get_by_role("radio").first)
    gallery.keyboard.press("Space")
    gallery.keyboard.press("ArrowDown")
    python_holds(gallery, "radio", "'midi'")

    tab_to(gallery, part(gallery, "checkbox").get_by_role("checkbox").first)
    gallery.keyboard.press("Space")
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("Space")
    python_holds(gallery, "checkbox", "['matin', 'soir']")

    down = part(gallery, "ordering").get_by_role("button", name="Descendre : Le matin, avant la classe")
    tab_to(gallery, down)
    gallery.keyboard.press("Enter")
    python_holds(gallery, "ordering", "['midi', 'matin', 'soir']")
    expect(down).to_be_focused()
    gallery.keyboard.press("Enter")
    python_holds(gallery, "ordering", "['midi', 'soir', 'matin']")
    up = part(gallery, "ordering").get_by_role("button", name="Monter : Le matin, avant la classe")
    expect(up).to_be_focused()
    expect(part(gallery, "ordering").get_by_role("status")).to_have_text(re.compile("place 3 sur 3"))

    tab_to(gallery, part(gallery, "number").get_by_role("spinbutton"))
    gallery.keyboard.type("12")
    gallery.keyboard.press("Tab")
    python_holds(gallery, "number", "12")
    tab_to(gallery, part(gallery, "text").get_by_role("textbox"))
    gallery.keyboard.type("Merci d'avance <b>")
    python_holds(gallery, "text", '"Merci d\'avance <b>"')
    expect(part(gallery, "text").get_by_role("textbox")).to_be_focused()


def test_pairs_and_a_text_are_given_by_the_keyboard_alone(gallery: Page) -> None:
    first = part(gallery, "matching").get_by_label("Prévenir les familles le jour d'une absence")
    tab_to(gallery, first)
    gallery.keyboard.press("ArrowDown")
    python_holds(gallery, "matching", "{'absence': 'reglement'}")
    gallery.keyboard.press("Tab")
    gallery.keyboard.press("ArrowDown")
    gallery.keyboard.press("ArrowDown")
    python_holds(gallery, "matching", "{'absence': 'reglement', 'reponse': 'charte'}")
    tab_to(gallery, first)
    gallery.keyboard.press("ArrowUp")
    python_holds(gallery, "matching", "{'reponse': 'charte'}")

    tab_to(gallery, part(gallery, "quantity").get_by_role("spinbutton"))
    gallery.keyboard.type("36")
    gallery.keyboard.press("Tab")
    python_holds(gallery, "quantity", "{'number': 36, 'unit': ''}")
    gallery.keyboard.press("ArrowDown")
    python_holds(gallery, "quantity", "{'number': 36, 'unit': 'heures'}")

    area = part(gallery, "text-area").get_by_role("textbox")
    tab_to(gallery, area)
    gallery.keyboard.type("Bonjour,")
    gallery.keyboard.press("Enter")
    gallery.keyboard.type("merci <b>")
    python_holds(gallery, "text-area", "'Bonjour,\\nmerci <b>'")
    expect(part(gallery, "text-area").get_by_text("Signes restants")).to_have_text("Signes restants\u00a0: 42")
    gallery.keyboard.type("é" * 60)
    expect(part(gallery, "text-area").get_by_text("Signes restants").first).to_have_text("Signes restants\u00a0: 0")
    assert len(area.input_value()) == 60
    expect(part(gallery, "text-area").get_by_role("status")).to_have_text("Signes restants\u00a0: 0")


def test_each_control_is_set_by_the_mouse(gallery: Page) -> None:
    part(gallery, "select").locator("select").select_option(label="Carnet de liaison papier")
    python_holds(gallery, "select", "'carnet'")
    part(gallery, "check").get_by_text("Écrire aux deux responsables légaux", exact=True).click()
    python_holds(gallery, "check", "True")
    slider = part(gallery, "range").get_by_role("slider")
    box = slider.bounding_box()
    assert box
    slider.click(position={"x": box["width"] - 4, "y": box["height"] / 2})
    python_holds(gallery, "range", "72")
    part(gallery, "time").get_by_text("Aucune heure").click()
    python_holds(gallery, "time", "''")
    expect(part(gallery, "time").locator("input[type=time]")).to_be_disabled()
    part(gallery, "radio").get_by_text("Le soir, après 18 heures").click()
    python_holds(gallery, "radio", "'soir'")
    part(gallery, "checkbox").get_by_text("À la pause de midi").click()
    python_holds(gallery, "checkbox", "['midi']")
    part(gallery, "ordering").get_by_role("button", name="Monter : Le soir").click()
    python_holds(gallery, "ordering", "['matin', 'soir', 'midi']")


def test_a_number_out_of_bounds_is_refused_in_place_and_the_value_is_kept(same_gallery: Page) -> None:
    number = part(same_gallery, "range").get_by_role("spinbutton")
    number.fill("73")
    number.press("Enter")
    expect(part(same_gallery, "range").get_by_role("alert")).to_have_text(
        "Entrez un nombre de 0 à 72. La valeur d'avant est gardée."
    )
    expect(number).to_have_attribute("aria-invalid", "true")
    python_holds(same_gallery, "range", "24")
    number.fill("72")
    number.press("Enter")
    python_holds(same_gallery, "range", "72")
    expect(part(same_gallery, "range").get_by_role("alert")).to_be_hidden()
    expect(number).not_to_have_attribute("aria-invalid", "true")


def test_the_unit_beside_a_number_agrees_with_it(same_gallery: Page) -> None:
    part = same_gallery.locator(".carnets-part:has(.carnets-number):has(input:not([disabled]))").filter(
        has_text="jours"
    )
    number, unit = part.first.locator("input[type=number]"), part.first.locator(".carnets-unit")
    for typed, said in (("1", "jour"), ("2", "jours"), ("0", "jour")):
        number.fill(typed)
        number.press("Tab")
        expect(unit).to_have_text(said)


def test_a_badge_opens_its_source_and_escape_closes_it(same_gallery: Page) -> None:
    summary = part(same_gallery, "select").locator(".carnets-badge > summary")
    expect(summary).to_contain_text("circulaire")
    expect(summary).to_contain_text("rapporté, depuis la rentrée 2025")
    tab_to(same_gallery, summary)
    same_gallery.keyboard.press("Enter")
    for words in ("Texte d'exemple de la galerie (fictif)", "article 1", "Rapporté par la galerie"):
        expect(part(same_gallery, "select").get_by_text(words)).to_be_visible()
    same_gallery.keyboard.press("Escape")
    expect(part(same_gallery, "select").get_by_text("article 1")).to_be_hidden()
    expect(summary).to_be_focused()


def test_one_group_is_open_at_a_time_and_keeps_what_was_set(same_gallery: Page) -> None:
    panels = part(same_gallery, "panels")
    first, second, third = (panels.locator("> details > summary").nth(index) for index in range(3))
    part(same_gallery, "inside").locator("select").select_option(label="SMS")
    python_holds(same_gallery, "inside", "'sms'")
    expect(first).to_contain_text("SMS")
    tab_to(same_gallery, second)
    same_gallery.keyboard.press("Enter")
    expect(panels.get_by_label("Heure", exact=True)).to_be_visible()
    expect(part(same_gallery, "inside")).to_be_hidden()
    third.click()
    expect(panels.locator(".widget-slider")).to_be_visible()
    expect(panels.get_by_label("Heure", exact=True)).to_be_hidden()
    first.click()
    expect(part(same_gallery, "inside").locator("select")).to_have_value("sms")
    part(same_gallery, "inside").locator("select").select_option(label="Messagerie de l'ENT")
    python_holds(same_gallery, "inside", "'ent'")
    expect(panels.locator("> details[open]")).to_have_count(1)


def test_a_group_leaves_its_look_to_what_it_holds(same_gallery: Page) -> None:
    part(same_gallery, "panels").locator("> details > summary").first.evaluate(
        "(one) => { one.parentElement.open = true }"
    )
    inner = part(same_gallery, "inside").locator("details.carnets-badge")
    expect(inner.locator("summary")).to_be_visible()
    look = "(one) => { const is = getComputedStyle(one); return [is.borderTopWidth, is.backgroundColor]; }"
    assert inner.evaluate(look) == ["0px", "rgba(0, 0, 0, 0)"]
    assert part(same_gallery, "panels").locator("> details").first.evaluate(look) == ["1px", "rgb(255, 255, 255)"]


def test_parts_begin_where_the_text_of_the_page_does_and_their_focus_is_whole(same_gallery: Page) -> None:
    for width in (1280, 360):
        same_gallery.set_viewport_size({"width": width, "height": 800})
        title = present(same_gallery.get_by_role("heading", level=1).bounding_box())
        for name in ("select", "check", "paragraphs", "finding-list"):
            first = present(part(same_gallery, name).locator("label, p, ul, input").first.bounding_box())
            assert first["x"] == title["x"], (name, width)
    # No box around a part cuts what sticks out of it.
    cut = part(same_gallery, "select").evaluate(
        """(node) => {
            const boxes = [];
            for (let one = node; one.id !== "contenu"; one = one.parentElement) boxes.push(one);
            return boxes.map((one) => getComputedStyle(one).overflow).filter((overflow) => overflow !== "visible");
        }"""
    )
    assert cut == []


def test_a_button_acts_once_a_press_by_mouse_and_by_keyboard(same_gallery: Page) -> None:
    button = part(same_gallery, "action").get_by_role("button")
    button.click()
    expect(same_gallery.locator(".echo-action")).to_contain_text("Pressé : 1")
    tab_to(same_gallery, button)
    same_gallery.keyboard.press("Enter")
    expect(same_gallery.locator(".echo-action")).to_contain_text("Pressé : 2")
    expect(button).to_be_focused()


def test_a_finding_names_its_severity_its_change_and_its_source(same_gallery: Page) -> None:
    findings = part(same_gallery, "finding-list").get_by_role("listitem")
    expect(findings).to_have_count(3)
    expect(findings.nth(0)).to_contain_text("À corriger · ")
    expect(findings.nth(1)).to_contain_text("Ce que vous pouvez changer : Choisissez une heure limite")
    summary = findings.nth(1).locator(".carnets-badge > summary")
    expect(summary).to_contain_text("hypothèse")
    summary.click()
    expect(findings.nth(1).get_by_text("Valeur choisie par la suite")).to_be_visible()
    expect(part(same_gallery, "finding-list-vide")).to_have_text("")


def test_the_running_progress_stops_once(same_gallery: Page) -> None:
    stop = part(same_gallery, "progress").get_by_role("button", name="Arrêter")
    expect(part(same_gallery, "progress")).to_contain_text("3 sur 12")
    stop.click()
    expect(stop).to_be_disabled()
    expect(part(same_gallery, "progress")).to_contain_text("arrêté")


def test_files_come_in_and_too_big_ones_are_refused(same_gallery: Page, tmp_path: Path) -> None:
    chooser = part(same_gallery, "file-in").locator("input[type=file]")
    (tmp_path / "politique.json").write_text("{}", encoding="utf-8")
    (tmp_path / "enorme.json").write_bytes(bytes(2**20 + 1))
    (tmp_path / "binaire.json").write_bytes(b"\0")
    chooser.set_input_files([tmp_path / "politique.json", tmp_path / "enorme.json"])
    expect(same_gallery.locator(".echo-file")).to_contain_text("politique.json, 2 octets")
    expect(part(same_gallery, "file-in").get_by_role("alert")).to_contain_text("enorme.json")
    expect(part(same_gallery, "file-in").get_by_role("alert")).to_contain_text("dépasse 1")
    chooser.set_input_files(tmp_path / "binaire.json")
    expect(part(same_gallery, "file-in").get_by_role("alert")).to_contain_text("Son contenu n'est pas celui attendu")
    expect(part(same_gallery, "file-in").get_by_role("alert")).not_to_contain_text("enorme.json")


def test_a_file_over_the_limit_of_a_message_arrives_in_pieces_and_can_be_stopped(
    same_gallery: Page, tmp_path: Path
) -> None:
    box = part(same_gallery, "file-big")
    chooser = box.locator("input[type=file]")
    expect(chooser).to_be_disabled()
    box.get_by_role("checkbox", name="aucune vraie personne").press("Space")
    expect(chooser).to_be_enabled()
    big, bigger = tmp_path / "grand.csv", tmp_path / "tres_grand.csv"
    big.write_bytes(b"x" * (24 * 2**20 + 7))
    bigger.write_bytes(b"y" * (60 * 2**20))
    chooser.set_input_files(big)
    expect(same_gallery.locator(".echo-file")).to_contain_text(f"grand.csv, {24 * 2**20 + 7} octets", timeout=60_000)
    expect(box.get_by_role("status")).to_contain_text("Fichier reçu")
    expect(box.get_by_role("progressbar")).to_be_hidden()
    chooser.set_input_files(bigger)
    box.get_by_role("button", name="Arrêter la lecture").click()
    expect(box.get_by_role("status")).to_contain_text("La lecture est arrêtée")
    expect(chooser).to_be_focused()
    # The next choice is taken as if the other had never been made.
    (tmp_path / "petit.csv").write_text("ab", encoding="utf-8")
    chooser.set_input_files(tmp_path / "petit.csv")
    expect(same_gallery.locator(".echo-file")).to_contain_text("petit.csv, 2 octets")
    expect(box.get_by_role("status")).to_contain_text("petit.csv")
    # As many small ones as a server would not open in one message.
    for number in range(MOST_PARTS + 1):
        (tmp_path / f"{number}.csv").write_text("abc", encoding="utf-8")
    chooser.set_input_files([tmp_path / f"{number}.csv" for number in range(MOST_PARTS + 1)])
    expect(same_gallery.locator(".echo-file")).to_contain_text(f"{MOST_PARTS}.csv, 3 octets", timeout=180_000)


def test_a_file_made_at_the_press_is_saved_and_one_that_fails_says_so(same_gallery: Page) -> None:
    with same_gallery.expect_download() as download:
        part(same_gallery, "file-out").get_by_role("button").press("Enter")
    assert download.value.suggested_filename == "exemple.txt"
    assert Path(download.value.path()).read_text(encoding="utf-8") == "Exemple fictif\n"
    expect(part(same_gallery, "file-out").get_by_role("status")).to_contain_text("exemple.txt")
    part(same_gallery, "file-broken").get_by_role("button").click()
    expect(part(same_gallery, "file-broken").get_by_role("alert")).to_contain_text("n'a pas pu être préparé")
    expect(same_gallery.get_by_text("ZeroDivisionError")).to_have_count(0)


def test_a_sentence_is_said_once_after_the_slider_has_stopped(same_gallery: Page) -> None:
    lab = same_gallery.locator(".carnets-lab")
    status = lab.get_by_role("status")
    expect(status).to_have_attribute("aria-live", "off")
    slider = lab.get_by_role("slider")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowRight")
    expect(status).to_contain_text("19 familles sur 312")
    expect(slider).to_be_focused()
    expect(status).to_have_attribute("aria-live", "polite")


def test_a_lab_is_side_by_side_when_wide_its_sentence_stays_in_view_and_nothing_scrolls_inside(
    same_gallery: Page,
) -> None:
    def box(name: str) -> FloatRect:
        return present(same_gallery.locator(f".carnets-lab-{name}").bounding_box())

    settings, summary, results = box("settings"), box("summary"), box("results > *")
    assert settings["x"] + settings["width"] <= summary["x"]
    assert summary["y"] + summary["height"] <= results["y"]
    same_gallery.locator(".carnets-lab-settings").evaluate("(node) => { node.style.minHeight = '3000px'; }")
    same_gallery.locator(".carnets-lab-settings").evaluate(
        "(node) => window.scrollTo({ top: node.getBoundingClientRect().top + scrollY + 1500, behavior: 'instant' })"
    )
    assert 0 <= box("summary")["y"] < 100
    scrolls = "(node) => getComputedStyle(node).overflowY"
    assert same_gallery.locator(".carnets-lab-results").evaluate(scrolls) == "visible"
    same_gallery.set_viewport_size({"width": 900, "height": 800})
    settings, summary, results = box("settings"), box("summary"), box("results")
    assert settings["x"] == summary["x"] == results["x"]
    assert -1 <= summary["y"] < 100
    assert settings["y"] + settings["height"] <= results["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_light_nor_in_dark(same_gallery: Page, axe: Callable[..., None], scheme: str) -> None:
    same_gallery.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_badges(same_gallery)
    paper = part(same_gallery, "select").evaluate("(node) => getComputedStyle(node).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(23, 27, 36)"}[scheme]
    axe(same_gallery, CONTROLS)
    same_gallery.emulate_media(color_scheme="light")


def open_badges(page: Page) -> None:
    """Every badge of the controls, open."""
    page.evaluate("document.querySelectorAll('.carnets-badge').forEach((badge) => { badge.open = true; })")


def test_nothing_scrolls_sideways_at_320_px_and_targets_are_44_px_high(
    same_gallery: Page, axe: Callable[..., None]
) -> None:
    same_gallery.set_viewport_size({"width": 320, "height": 640})
    open_badges(same_gallery)
    assert sideways(same_gallery) == []
    small = same_gallery.evaluate(
        """() => [...document.querySelectorAll(
                ".carnets-gallery-controls :is(select, textarea, button, summary, input, .carnets-choice)")]
            .filter((node) => node.getClientRects().length && !node.closest(".widget-slider"))
            .map((node) => [node.className || node.tagName, node.getBoundingClientRect().height, node.type])
            .filter(([, height, type]) => height < 44 && !["checkbox", "radio", "file"].includes(type))"""
    )
    assert small == []
    axe(same_gallery, CONTROLS)


def test_nothing_scrolls_sideways_at_200_percent_zoom_of_a_small_screen(same_gallery: Page) -> None:
    # 1,280 px of screen at 200 %: the page has 640 px of its own to be laid out in.
    same_gallery.set_viewport_size({"width": 640, "height": 400})
    assert sideways(same_gallery) == []
    # Text alone enlarged twice, as a browser set to large type does.
    same_gallery.set_viewport_size({"width": 1280, "height": 800})
    same_gallery.evaluate("document.documentElement.style.fontSize = '200%'")
    found = sideways(same_gallery)
    same_gallery.evaluate("document.documentElement.style.fontSize = ''")
    assert found == []


def sideways(page: Page) -> list[str]:
    """What of the gallery sticks out of the window."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".carnets-gallery-controls *")]
            .filter((node) => node.getClientRects().length && !node.matches("option, .carnets-hidden, [type=file]"))
            .filter((node) => !node.closest(".widget-slider, .carnets-hidden, .carnets-step-name"))
            .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map((node) => `${node.tagName}.${node.className}`)
            .concat(document.documentElement.scrollWidth > window.innerWidth ? ["page"] : [])"""
    )
    return found


def test_a_finger_sets_a_control_on_a_phone(phone: Page, open_app: Callable[..., None]) -> None:
    open_app(phone, GALLERY, ".part-text input")
    phone.locator(".part-radio").get_by_text("À la pause de midi").tap()
    python_holds(phone, "radio", "'midi'")
    phone.locator(".part-check").get_by_role("checkbox").tap()
    python_holds(phone, "check", "True")


def test_in_jupyterlab_the_same_parts_work_and_follow_its_own_theme(page: Page, suite_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{suite_url}/lab/workspaces/galerie/tree/notebooks/{GALLERY}", timeout=60_000)
    # Attached, not visible: JupyterLab hides the cells that its window does not reach yet.
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60_000)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_text("Exécuter toutes les cellules", exact=True).click()
    drawn(page)
    # The visitor's system is dark and JupyterLab is light: the parts are light, never white on white.
    colours = part(page, "select").evaluate(
        "(node) => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]"
    )
    assert colours == ["rgb(29, 35, 48)", "rgb(255, 255, 255)"]
    panels = part(page, "panels")
    panels.locator("> details > summary").nth(2).click()
    expect(panels.locator(".widget-slider")).to_be_visible()
    panels.locator("> details > summary").nth(0).click()
    part(page, "inside").locator("select").select_option(label="SMS")
    python_holds(page, "inside", "'sms'")
    with page.expect_download() as download:
        part(page, "file-out").get_by_role("button").click()
    assert download.value.suggested_filename == "exemple.txt"

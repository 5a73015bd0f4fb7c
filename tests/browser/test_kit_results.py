"""What people do with the week, tables and charts of the gallery, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from browser.conftest import leave
from narrowing import present
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from waiting import look_until

from liaison.base.dots import PITCH

GALLERY = "galerie.ipynb"
NBSP = "\u00a0"
WEEK = ".part-week-grid-vide"
LAST = ".part-chart-live figure"
WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 360, "height": 740}


def opened(browser: Browser, suite_address: str, suite_url: str, **options: Any) -> Iterator[Page]:
    """One gallery for the tests of this file, each on a part of its own: opening it costs seconds."""
    context = browser.new_context(locale="fr-FR", **options)
    context.set_default_timeout(20_000)
    context.request.get(suite_address, max_redirects=0)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda sent: None if urlsplit(sent.url).netloc in {"", urlsplit(suite_url).netloc} else faults.append(sent.url),
    )
    page.goto(f"{suite_url}/voila/render/notebooks/{GALLERY}")
    page.locator(LAST).wait_for(timeout=60_000)
    yield page
    leave(context)
    assert not faults


@pytest.fixture(scope="module")
def _wide(browser: Browser, suite_address: str, suite_url: str) -> Iterator[Page]:
    yield from opened(browser, suite_address, suite_url, viewport=WIDE)


@pytest.fixture(scope="module")
def _narrow(browser: Browser, suite_address: str, suite_url: str) -> Iterator[Page]:
    yield from opened(browser, suite_address, suite_url, viewport=NARROW, has_touch=True, is_mobile=True)


def at_rest(page: Page, size: Any) -> Page:
    """The page as another test may have left it, folded and of its size again."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="light")
    page.evaluate("document.querySelectorAll('.carnets-gallery details').forEach((one) => { one.open = false })")
    return page


@pytest.fixture
def gallery(_wide: Page) -> Page:
    return at_rest(_wide, WIDE)


@pytest.fixture
def small_gallery(_narrow: Page) -> Page:
    return at_rest(_narrow, NARROW)


def cell(page: Page, day: str, at: str, week: str = WEEK) -> Locator:
    return page.locator(f"{week} td[aria-label^='{day} {at}']")


def middle(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def held(page: Page, text: str, part: str = "week-grid-vide") -> None:
    """Python holds exactly this."""
    expect(page.locator(f".echo-{part}").get_by_text("Valeur reçue")).to_have_text(f"Valeur reçue{NBSP}: {text}")


def erase(page: Page, week: str = WEEK) -> None:
    """Empty a week by its fields, whatever was painted before."""
    fields = page.locator(week)
    for box in fields.get_by_role("checkbox").all():
        box.check()
    fields.get_by_label("de", exact=True).select_option("00:00")
    fields.get_by_label("à", exact=True).select_option("24:00")
    fields.get_by_role("button", name="Effacer la plage").click()
    for box in fields.get_by_role("checkbox").all():
        box.uncheck()
    held(page, "aucune demi-heure", week.removeprefix(".part-"))


def test_dragging_paints_a_rectangle_that_python_receives(gallery: Page) -> None:
    erase(gallery)
    cell(gallery, "mercredi", "18:30").scroll_into_view_if_needed()
    cell(gallery, "lundi", "17:00").scroll_into_view_if_needed()
    x, y = middle(cell(gallery, "lundi", "17:00"))
    gallery.mouse.move(x, y)
    gallery.mouse.down()
    gallery.mouse.move(*middle(cell(gallery, "mercredi", "19:00")), steps=4)
    gallery.mouse.move(*middle(cell(gallery, "mercredi", "18:30")), steps=2)
    gallery.mouse.up()
    held(gallery, f"lundi à mercredi{NBSP}: 17:00–19:00")
    expect(gallery.locator(f"{WEEK} [role=status]")).to_have_text(f"lundi à mercredi{NBSP}: 17:00–19:00")
    # The same gesture from a painted cell erases.
    gallery.mouse.move(*middle(cell(gallery, "lundi", "18:00")))
    gallery.mouse.down()
    gallery.mouse.move(*middle(cell(gallery, "mercredi", "18:30")), steps=3)
    gallery.mouse.up()
    held(gallery, f"lundi à mercredi{NBSP}: 17:00–18:00")
    # A disabled week does not change.
    fixed = ".part-week-grid-inactive"
    target = cell(gallery, "lundi", "17:00", fixed)
    target.scroll_into_view_if_needed()
    gallery.mouse.click(*middle(target))
    expect(target).to_have_attribute("aria-selected", "false")


def test_the_keyboard_alone_paints_extends_and_erases(gallery: Page) -> None:
    week = ".part-week-grid-peinte"
    erase(gallery, week)
    assert gallery.locator(f"{week} td[tabindex='0']").count() == 1
    gallery.locator(f"{week} button").last.focus()
    gallery.keyboard.press("Tab")
    expect(cell(gallery, "lundi", "20:00", week)).to_be_focused()
    gallery.keyboard.press("Space")
    held(gallery, f"lundi{NBSP}: 20:00–20:30", "week-grid-peinte")
    # Python's answer has been drawn and the focus has not moved.
    expect(cell(gallery, "lundi", "20:00", week)).to_be_focused()
    gallery.keyboard.down("Shift")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowRight"):
        gallery.keyboard.press(key)
    gallery.keyboard.up("Shift")
    held(gallery, f"lundi et mardi{NBSP}: 20:00–21:30", "week-grid-peinte")
    expect(cell(gallery, "mardi", "21:00", week)).to_be_focused()
    gallery.keyboard.press("Space")
    held(gallery, f"lundi{NBSP}: 20:00–21:30{NBSP}; mardi{NBSP}: 20:00–21:00", "week-grid-peinte")
    gallery.keyboard.press("End")
    expect(cell(gallery, "mardi", "23:30", week)).to_be_focused()
    assert gallery.locator(f"{week} td[tabindex='0']").count() == 1
    gallery.keyboard.press("Tab")
    assert gallery.evaluate(f"!document.querySelector('{week}').contains(document.activeElement)")


def test_from_to_fields_cross_midnight_and_ask_for_a_day(gallery: Page) -> None:
    erase(gallery)
    week = gallery.locator(WEEK)
    week.get_by_role("button", name="Peindre la plage").click()
    expect(week.get_by_text("Aucun jour n'est coché")).to_be_visible()
    held(gallery, "aucune demi-heure")
    for day in ("jeudi", "dimanche"):
        week.get_by_role("checkbox", name=day).check()
    week.get_by_label("de", exact=True).select_option("22:00")
    week.get_by_label("à", exact=True).select_option("06:30")
    week.get_by_role("button", name="Peindre la plage").click()
    held(gallery, f"jeudi et dimanche{NBSP}: 22:00–06:30")
    expect(week.get_by_text("Aucun jour n'est coché")).to_be_hidden()
    week.get_by_role("checkbox", name="dimanche").uncheck()
    week.get_by_role("button", name="Effacer la plage").click()
    held(gallery, f"dimanche{NBSP}: 22:00–06:30")


def touch(page: Page, kind: str, *points: tuple[float, float]) -> None:
    session: Any = page.touch_session  # type: ignore[attr-defined]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


def test_a_finger_taps_holds_to_paint_and_swipes_to_scroll(small_gallery: Page) -> None:
    page = small_gallery
    erase(page)
    page.touch_session = page.context.new_cdp_session(page)  # type: ignore[attr-defined]
    cell(page, "mercredi", "19:30").scroll_into_view_if_needed()
    cell(page, "lundi", "17:30").scroll_into_view_if_needed()
    cell(page, "mardi", "18:00").tap()
    held(page, f"mardi{NBSP}: 18:00–18:30")
    (x1, y1), (x2, y2) = middle(cell(page, "lundi", "17:30")), middle(cell(page, "mercredi", "18:30"))
    touch(page, "touchStart", (x1, y1))
    page.wait_for_timeout(450)
    for k in range(1, 6):
        touch(page, "touchMove", (x1 + (x2 - x1) * k / 5, y1 + (y2 - y1) * k / 5))
    touch(page, "touchEnd")
    held(page, f"lundi à mercredi{NBSP}: 17:30–19:00")
    tops = "[document.scrollingElement.scrollTop, document.querySelector('.part-week-grid-vide .defile').scrollTop]"
    before = page.evaluate(tops)
    x, y = middle(cell(page, "jeudi", "18:00"))
    touch(page, "touchStart", (x, y))
    for k in range(1, 9):
        touch(page, "touchMove", (x, y + 15 * k))
        page.wait_for_timeout(16)
    touch(page, "touchEnd")
    look_until(page, lambda: page.evaluate(tops) != before)
    held(page, f"lundi à mercredi{NBSP}: 17:30–19:00")


def test_matrix_cells_are_named_by_row_and_column(gallery: Page) -> None:
    matrix = gallery.locator(".part-matrix-remplie")
    matrix.get_by_role("combobox", name="Réunion avec les familles, Canal").select_option(label="ENT")
    matrix.get_by_role("checkbox", name="Absence, Aussi sur papier").check()
    echo = gallery.locator(".echo-matrix-remplie")
    expect(echo).to_contain_text("'reunion': {'canal': 'ent'}")
    expect(echo).to_contain_text("'absence': {'canal': 'vie_scolaire', 'secours': 'papier', 'papier': True}")
    settled = gallery.locator(".part-matrix-reglee").get_by_role("row", name="Question d'un parent")
    expect(settled.get_by_role("cell").nth(1)).to_have_text("Au bureau")
    expect(settled.get_by_role("combobox")).to_have_count(1)
    fixed = gallery.locator(".part-matrix-inactive")
    expect(fixed.get_by_role("combobox", name="Devoirs, Canal")).to_be_disabled()
    expect(gallery.locator(".part-matrix-vide")).to_contain_text("Rien à régler ici")


def fold(matrix: Locator, name: str) -> Locator:
    """The summary of a folded row."""
    return matrix.locator("li > details:not(.carnets-badge) > summary").filter(has_text=name)


def test_on_a_phone_a_row_of_the_matrix_folds_into_what_was_chosen(small_gallery: Page) -> None:
    matrix = small_gallery.locator(".part-matrix-remplie")
    absence, homework, meeting = (fold(matrix, name) for name in ("Absence", "Devoirs", "Réunion"))
    expect(absence.locator(".dit")).to_have_text(f"Logiciel de vie scolaire · secours{NBSP}:{NBSP}Carnet papier")
    expect(homework.locator(".dit")).to_have_text("ENT · aussi sur papier")
    expect(meeting.locator(".dit")).to_contain_text("à choisir")
    homework.focus()
    small_gallery.keyboard.press("Enter")
    choice = matrix.get_by_role("combobox", name="Devoirs, Canal")
    assert present(choice.bounding_box())["height"] >= 44
    choice.select_option(label="Carnet papier")
    expect(homework.locator(".dit")).to_have_text("Carnet papier · aussi sur papier")
    expect(small_gallery.locator(".echo-matrix-remplie")).to_contain_text("'devoirs': {'canal': 'papier'")
    # The badge is beside what one presses: it opens its source, not the row.
    matrix.locator("li > .carnets-badge > summary").click()
    expect(matrix.get_by_text("Rapporté par")).to_be_visible()
    expect(matrix.get_by_role("combobox", name="Absence, Canal")).to_be_hidden()
    # One row open at a time.
    absence.click()
    expect(matrix.get_by_role("combobox", name="Absence, Canal")).to_be_visible()
    expect(choice).to_be_hidden()


def test_what_is_no_choice_on_a_row_is_said_folded_and_open(small_gallery: Page, axe: Callable[..., None]) -> None:
    matrix = small_gallery.locator(".part-matrix-reglee")
    question = fold(matrix, "Question d'un parent")
    # Whatever the value has there: it is not what happens.
    expect(question.locator(".dit")).to_have_text(f"ENT · secours{NBSP}:{NBSP}Au bureau")
    question.tap()
    expect(matrix.get_by_role("combobox", name="Question d'un parent, Canal")).to_be_visible()
    expect(matrix.locator("details[open] .regle")).to_have_text("Au bureau")
    axe(small_gallery, ".part-matrix-reglee")


def test_a_row_stays_open_and_its_choice_focused_when_the_matrix_changes_its_form(small_gallery: Page) -> None:
    matrix = small_gallery.locator(".part-matrix-remplie")
    fold(matrix, "Réunion").click()
    choice = matrix.get_by_role("combobox", name="Réunion avec les familles, Secours")
    choice.focus()
    small_gallery.set_viewport_size(WIDE)
    expect(matrix.get_by_role("rowheader", name="Réunion avec les familles")).to_be_visible()
    expect(choice).to_be_focused()
    small_gallery.set_viewport_size(NARROW)
    expect(matrix.get_by_role("row")).to_have_count(0)
    expect(choice).to_be_visible()
    expect(choice).to_be_focused()
    expect(matrix.locator("li > details[open]:not(.carnets-badge)")).to_have_count(1)


def test_rows_of_boxes_alone_stay_open_on_two_short_lines(small_gallery: Page) -> None:
    matrix = small_gallery.locator(".part-matrix-cases")
    box = matrix.get_by_role("group", name="Devoirs").get_by_role("checkbox", name="Devoirs, Élèves")
    box.tap()
    expect(small_gallery.locator(".echo-matrix-cases")).to_contain_text("'devoirs': {'eleves': True}")
    heights = matrix.locator(".cases").evaluate_all("(rows) => rows.map((row) => row.clientHeight)")
    assert len(heights) == 3
    assert max(heights) <= 72
    assert present(matrix.locator(".coche").first.bounding_box())["height"] >= 44


def test_a_family_and_a_comparison_are_read_on_a_phone_and_in_a_column(small_gallery: Page) -> None:
    for width in (320, 360, 478, 690):
        small_gallery.set_viewport_size({"width": width, "height": 740})
        overlaps = small_gallery.evaluate(
            """() => [...document.querySelectorAll(".part-family-card-remplie .jour li")].filter((line) => {
                const [text] = line.querySelector(".texte").getClientRects();
                const words = [...line.querySelector(".quand").children].map((one) => one.getBoundingClientRect());
                return words.some((word) => word.right > text.left && word.bottom > text.top + 1);
            }).length"""
        )
        assert overlaps == 0, width
        # A number and its unit stay on one line.
        cut = small_gallery.evaluate(
            """() => [...document.querySelectorAll(".part-before-after-remplie :is(.avant, .apres) > :last-child")]
                .filter((value) => value.getClientRects().length > 1 || value.clientHeight > 30).length"""
        )
        assert cut == 0, width
    card = small_gallery.locator(".part-family-card-remplie")
    expect(card.locator(".alerte .mot")).to_have_text("pas à temps")
    assert card.locator(".alerte .texte").evaluate("(text) => getComputedStyle(text).fontWeight") == "400"


def test_a_week_opens_at_six_in_the_morning_and_leaves_room_for_the_rest(gallery: Page) -> None:
    for week in (WEEK, ".part-week-grid-peinte"):
        region = gallery.locator(f"{week} .defile")
        assert present(region.bounding_box())["height"] <= 420
    # A week that no test scrolls.
    top = gallery.locator(".part-week-grid-erreur").evaluate(
        """(week) => {
            const under = week.querySelector("thead th").getBoundingClientRect().bottom;
            const rows = [...week.querySelectorAll("tbody tr")];
            return rows.find((row) => row.getBoundingClientRect().bottom > under + 2).querySelector("th").textContent;
        }"""
    )
    assert top == "06:00"


def test_a_count_follows_its_last_dot(gallery: Page) -> None:
    row = gallery.locator(".part-chart-points .ligne").last
    dot, count = (present(row.locator(one).last.bounding_box()) for one in (".points i", ".compte"))
    assert 0 < count["x"] - dot["x"] - dot["width"] < 24


def test_table_sorts_by_its_header_and_leaves_as_a_file(gallery: Page) -> None:
    table = gallery.locator(".part-data-table-remplie")
    # Said to who asks, by the pointer or a screen reader, and not above every table.
    for button in table.locator("th button").all():
        expect(button).to_have_accessible_description("Trier d'après cette colonne")
    expect(gallery.locator("[class*=part-data-table] .carnets-help")).to_have_count(0)
    header = table.get_by_role("columnheader", name="Part (%)")
    for order, first in (("ascending", "12,5"), ("descending", "98,7")):
        header.get_by_role("button").click()
        expect(header).to_have_attribute("aria-sort", order)
        expect(header.get_by_role("button")).to_be_focused()
        cells = table.locator("tbody tr td:last-child")
        expect(cells.first).to_have_text(first)
        expect(cells.last).to_contain_text("sans donnée")
    with gallery.expect_download() as download:
        table.get_by_role("button", name="Télécharger le tableau").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert download.value.suggested_filename == "familles_informees_a_temps_donnees_fictives.csv"
    lines = text.splitlines()
    assert lines[0] == "Profil de famille;Informées à temps (familles);Part (%)"
    assert lines[1] == '"Deux responsables, ordinateur";148;"98,7"'
    assert lines[4] == "Travail de nuit;0;"
    expect(gallery.locator(".part-data-table-vide")).to_contain_text("Aucune ligne à montrer.")


def test_each_chart_gives_its_data_and_its_hours_can_be_read(gallery: Page) -> None:
    charts = gallery.locator(".carnets-chart:has(summary:visible)")
    assert charts.count() == 9
    for chart in charts.all():
        chart.get_by_text("Voir les données").click()
        expect(chart.locator("details table")).to_be_visible()
        assert chart.locator("figure").get_attribute("aria-labelledby")
        expect(chart.locator("details caption")).to_have_text(chart.locator(".titre").inner_text())
    bars = gallery.locator(".part-chart-barres")
    expect(bars.locator("details tbody tr").nth(3)).to_contain_text("12,5")
    expect(bars.locator(".ligne").nth(3)).to_contain_text("3 sur 24")
    assert gallery.locator(".part-chart-points .points i").count() == 21 + 18 + 8
    hours = gallery.locator(".part-chart-heures")
    assert hours.locator("td[tabindex='0']").count() == 1
    hours.locator("td[tabindex='0']").focus()
    gallery.keyboard.press("ArrowDown")
    gallery.keyboard.press("End")
    expect(hours.locator(".lecture")).to_have_text(f"mardi, 23:00{NBSP}: 24{NBSP}notifications")


def test_python_redraws_a_chart_in_place_without_a_blank(gallery: Page) -> None:
    chart = gallery.locator(".part-chart-live")
    chart.get_by_text("Voir les données").click()
    gallery.evaluate("""() => {
      const chart = document.querySelector(".part-chart-live");
      globalThis.kept = chart.querySelector("figure");
      globalThis.blank = 0;
      new MutationObserver(() => { if (!chart.querySelector(".barre")) globalThis.blank += 1 })
        .observe(chart, { subtree: true, childList: true });
    }""")
    number = gallery.locator(".part-chart-setting input[type=number]")
    for missing in (3, 14, 7):
        number.fill(str(missing))
        number.press("Enter")
        chart.get_by_text(f"{missing} familles sur 312").first.wait_for()
        expect(chart.locator(".ligne").nth(1)).to_contain_text(f"{24 - missing} sur 24")
        expect(chart.locator("details tbody tr").nth(1)).to_contain_text(str(24 - missing))
    assert gallery.evaluate("kept.isConnected && blank === 0")


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.carnets-chart details').forEach((one) => { one.open = true })")
    expect(page.locator(".carnets-chart details table").last).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_pass_axe(gallery: Page, axe: Callable[..., None], scheme: Any) -> None:
    gallery.emulate_media(color_scheme=scheme)
    open_everything(gallery)
    axe(gallery)


def test_results_fit_320_px_and_twice_the_zoom(small_gallery: Page, axe: Callable[..., None]) -> None:
    for width in (320, 640):
        small_gallery.set_viewport_size({"width": width, "height": 740})
        open_everything(small_gallery)
        assert small_gallery.evaluate("document.scrollingElement.scrollWidth") <= width
    small_gallery.set_viewport_size({"width": 320, "height": 740})
    axe(small_gallery)


# --- Les familles, point par point --------------------------------------------------------------------------

DOTS = ".part-family-dots-remplie"
CHANGED = ".part-family-dots-changee"


def test_the_keyboard_goes_from_group_to_group_then_from_family_to_family(gallery: Page) -> None:
    groups = gallery.locator(f"{DOTS} [role=listbox]")
    groups.first.focus()
    for keys, words in (
        ([], "Famille 1 · 6e A · jointe à temps"),
        (["ArrowLeft"], "Famille 1 · 6e A · jointe à temps"),
        (["ArrowRight"], "Famille 2 · 6e A · jointe à temps"),
        (["ArrowDown"], "Famille 10 · 6e A · jointe à temps"),
        (["ArrowUp", "End"], "Famille 20 · 6e A · laissée de côté"),
        (["ArrowRight"], "Famille 20 · 6e A · laissée de côté"),
        (["Home"], "Famille 1 · 6e A · jointe à temps"),
        (["Tab", "End"], "Famille 20 · 6e B · laissée de côté · dérangée le soir"),
    ):
        for key in keys:
            gallery.keyboard.press(key)
        said = gallery.locator(f"{DOTS} [role=listbox]:focus [role=option]")
        expect(said).to_have_text(words)
        expect(said).to_be_visible()
    gallery.keyboard.press("Enter")
    expect(gallery.locator(f"{DOTS} [role=option][aria-selected=true]")).to_have_text(
        "Famille 20 · 6e B · laissée de côté · dérangée le soir"
    )
    # What a screen reader hears of a group: its name, its counts, and which of its families is there.
    expect(groups.nth(1)).to_have_accessible_name(re.compile(r"6e B 20.familles"))
    place = groups.nth(1).locator("[role=option]")
    assert (place.get_attribute("aria-posinset"), place.get_attribute("aria-setsize")) == ("20", "20")


def test_a_dot_is_touched_where_it_stands(small_gallery: Page) -> None:
    picture = small_gallery.locator(f"{CHANGED} [role=listbox] svg").first
    picture.scroll_into_view_if_needed()
    # The eighteenth: third of the fourth line, where a line of a small group holds five on a phone.
    picture.tap(position={"x": 2.5 * PITCH, "y": 3.5 * PITCH})
    chosen = small_gallery.locator(f"{CHANGED} [role=option][aria-selected=true]")
    expect(chosen).to_have_text("Famille 18 · 6e A · jointe à temps · a changé")
    # Past the last of thirteen dots, nobody is there.
    small_gallery.locator(f"{CHANGED} [role=listbox] svg").nth(2).tap(position={"x": 3.5 * PITCH, "y": 2.5 * PITCH})
    expect(chosen).to_have_text("Famille 18 · 6e A · jointe à temps · a changé")


def test_states_are_told_apart_by_shape_and_the_table_says_the_same(gallery: Page) -> None:
    drawn = gallery.locator(f"{DOTS} [role=listbox]").first.locator("path")
    shapes = {path.get_attribute("class"): path.get_attribute("d") or "" for path in drawn.all()}
    counts = {name: d.count("M") for name, d in shapes.items()}
    assert counts == {"plein": 13, "anneau": 4, "losange": 3, "croix": 0, "marque": 0, "bouge": 0}
    gallery.locator(f"{DOTS} summary").get_by_text("En tableau").click()
    row = gallery.locator(f"{DOTS} tbody tr").first
    assert row.locator("th, td").all_inner_texts() == ["6e A", "13", "4", "3", "0", "0"]
    # Where nobody is drawn, nothing says how to go from one family to the next.
    help_shown = gallery.locator(".part-family-dots-vide .carnets-help:visible")
    expect(help_shown).to_have_text(["Rien à montrer pour le moment."])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_picture_of_families(
    gallery: Page, axe: Callable[..., None], scheme: Literal["light", "dark"]
) -> None:
    gallery.emulate_media(color_scheme=scheme)
    gallery.locator(f"{DOTS} summary").get_by_text("En tableau").click()
    gallery.locator(f"{DOTS} [role=listbox]").first.focus()
    for part in (DOTS, CHANGED):
        axe(gallery, part)


def test_the_picture_fits_320_px(gallery: Page) -> None:
    gallery.set_viewport_size({"width": 320, "height": 700})
    for box in gallery.locator(f"{DOTS}, {DOTS} svg").all():
        wide = box.bounding_box()
        assert wide
        assert wide["x"] >= 0
        assert wide["x"] + wide["width"] <= 320

"""What people do with the week, tables and charts of the gallery, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

GALLERY = "galerie.ipynb"
NBSP = "\u00a0"
WEEK = ".part-week-grid-vide"
LAST = ".part-chart-live figure"


@pytest.fixture
def gallery(page: Page, open_app: Callable[..., None]) -> Page:
    open_app(page, GALLERY, wait_for=LAST)
    return page


@pytest.fixture
def small_gallery(phone: Page, open_app: Callable[..., None]) -> Page:
    open_app(phone, GALLERY, wait_for=LAST)
    return phone


def cell(page: Page, day: str, at: str, week: str = WEEK) -> Locator:
    return page.locator(f"{week} td[aria-label^='{day} {at}']")


def middle(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def held(page: Page, text: str, part: str = "week-grid-vide") -> None:
    """Python holds exactly this."""
    expect(page.locator(f".echo-{part}").get_by_text("Valeur reçue")).to_have_text(f"Valeur reçue{NBSP}: {text}")


def test_dragging_paints_a_rectangle_that_python_receives(gallery: Page) -> None:
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
    assert gallery.locator(f"{WEEK} td[tabindex='0']").count() == 1
    gallery.locator(f"{WEEK} button").last.focus()
    gallery.keyboard.press("Tab")
    expect(cell(gallery, "lundi", "20:00")).to_be_focused()
    gallery.keyboard.press("Space")
    held(gallery, f"lundi{NBSP}: 20:00–20:30")
    # Python's answer has been drawn and the focus has not moved.
    expect(cell(gallery, "lundi", "20:00")).to_be_focused()
    gallery.keyboard.down("Shift")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowRight"):
        gallery.keyboard.press(key)
    gallery.keyboard.up("Shift")
    held(gallery, f"lundi et mardi{NBSP}: 20:00–21:30")
    expect(cell(gallery, "mardi", "21:00")).to_be_focused()
    gallery.keyboard.press("Space")
    held(gallery, f"lundi{NBSP}: 20:00–21:30{NBSP}; mardi{NBSP}: 20:00–21:00")
    gallery.keyboard.press("End")
    expect(cell(gallery, "mardi", "23:30")).to_be_focused()
    assert gallery.locator(f"{WEEK} td[tabindex='0']").count() == 1
    gallery.keyboard.press("Tab")
    assert gallery.evaluate(f"!document.querySelector('{WEEK}').contains(document.activeElement)")


def test_from_to_fields_cross_midnight_and_ask_for_a_day(gallery: Page) -> None:
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
    page.wait_for_timeout(300)
    assert page.evaluate(tops) != before
    held(page, f"lundi à mercredi{NBSP}: 17:30–19:00")


def test_matrix_cells_are_named_by_row_and_column(gallery: Page) -> None:
    matrix = gallery.locator(".part-matrix-remplie")
    matrix.get_by_role("combobox", name="Réunion avec les familles, Canal").select_option(label="ENT")
    matrix.get_by_role("checkbox", name="Absence, Aussi sur papier").check()
    echo = gallery.locator(".echo-matrix-remplie")
    expect(echo).to_contain_text("'reunion': {'canal': 'ent'}")
    expect(echo).to_contain_text("'absence': {'canal': 'vie_scolaire', 'papier': True}")
    fixed = gallery.locator(".part-matrix-inactive")
    expect(fixed.get_by_role("combobox", name="Devoirs, Canal")).to_be_disabled()
    expect(gallery.locator(".part-matrix-vide")).to_contain_text("Rien à régler ici")


def test_matrix_becomes_cards_on_a_phone_and_stays_a_table(small_gallery: Page) -> None:
    matrix = small_gallery.locator(".part-matrix-remplie")
    assert matrix.get_by_role("row").count() == 3
    expect(matrix.get_by_role("rowheader", name="Devoirs")).to_be_visible()
    head, choice = (
        matrix.get_by_role("rowheader", name="Devoirs"),
        matrix.get_by_role("combobox", name="Devoirs, Canal"),
    )
    assert middle(choice)[1] > middle(head)[1] + 20
    expect(matrix.locator(".rappel").first).to_be_visible()
    assert (choice.bounding_box() or {})["height"] >= 44


def test_table_sorts_by_its_header_and_leaves_as_a_file(gallery: Page) -> None:
    table = gallery.locator(".part-data-table-remplie")
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
    assert lines[1] == "Deux responsables, ordinateur;148;98,7"
    assert lines[4] == "Travail de nuit;0;"
    expect(gallery.locator(".part-data-table-vide")).to_contain_text("Aucune ligne à montrer.")


def test_each_chart_gives_its_data_and_its_hours_can_be_read(gallery: Page) -> None:
    charts = gallery.locator(".carnets-chart:has(summary:visible)")
    assert charts.count() == 7
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


def test_python_redraws_a_chart_in_place_under_a_quarter_of_a_second(gallery: Page) -> None:
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
    times = []
    for missing in (3, 14, 7):
        number.fill(str(missing))
        started = gallery.evaluate("performance.now()")
        number.press("Enter")
        chart.get_by_text(f"{missing} familles sur 312").first.wait_for()
        times.append(gallery.evaluate("performance.now()") - started)
        expect(chart.locator(".ligne").nth(1)).to_contain_text(f"{24 - missing} sur 24")
        expect(chart.locator("details tbody tr").nth(1)).to_contain_text(str(24 - missing))
    assert gallery.evaluate("kept.isConnected && blank === 0")
    assert min(times) < 250, f"mises à jour en ms : {times}"


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.carnets-chart details').forEach((one) => { one.open = true })")
    page.wait_for_timeout(200)


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

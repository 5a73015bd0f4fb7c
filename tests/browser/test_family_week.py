"""La semaine d'une famille, dessinée : ce que devient un message a sa forme, et aucune marque n'en cache une autre."""

import re
from base64 import b64encode
from typing import Any

import pytest
from browser.labs import Axe, Open, axe_in_every_look, wait_still
from browser.test_lab_path import APP, HIGH, bet
from playwright.sync_api import Locator, Page, expect

FATES = ("a_temps", "trop_tard", "non_compris", "perdu")
# By day, what is drawn on its line: « a_temps » once a mark, then how many times where there are several.
DRAWN = """(lines) => lines.map((line) =>
    [...line.querySelectorAll(":scope > svg")].map((mark) => [mark.classList[0], Number(mark.textContent) || 1]))"""
# The marks of a line of which another hides a part: of a figure, the band that its ink takes.
HIDDEN = """(lines) => lines.flatMap((line) => {
    const boxes = [...line.querySelectorAll(":scope > svg")].map((mark) =>
        [...mark.children].filter((one) => one.getBBox().width).map((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            const lead = one.tagName === "text" ? 3 : 0;
            return { left, right, top: top + lead, bottom: bottom - lead };
        }));
    const hides = (one, other) => one.left < other.right - 1 && other.left < one.right - 1
        && one.top < other.bottom - 1 && other.top < one.bottom - 1;
    return boxes.flatMap((own, rank) => boxes.slice(rank + 1).flat().filter((other) =>
        own.some((one) => hides(one, other))));
}).length"""
# Where the shapes, the figures and the hours of a line are in its picture.
PLACES = """(line) => {
    const from = line.getBoundingClientRect();
    return [...line.querySelectorAll("path, text, line")].filter((one) => one.getBBox().height).map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return [one.tagName, left - from.left, top - from.top, width, height];
    });
}"""
# By place in a picture of a line, the greatest contrast of its points with what is under them.
CONTRASTS = """async ([text, places]) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const light = ([red, green, blue]) => [red, green, blue].map((each) => each / 255)
        .map((each) => each <= 0.04 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        .reduce((sum, each, rank) => sum + each * [0.2126, 0.7152, 0.0722][rank], 0.05);
    const ground = light(context.getImageData(4, 4, 1, 1).data);
    return places.map(([, left, top, width, height]) => {
        const x = Math.max(0, Math.min(Math.floor(left), image.width - 1) - 1), y = Math.max(0, Math.floor(top));
        const points = context.getImageData(x, y, Math.ceil(width) + 2, Math.ceil(height)).data;
        let most = 1;
        for (let at = 0; at < points.length; at += 4) {
            const own = points[at + 3] ? light(points.subarray(at)) : ground;
            most = Math.max(most, own / ground, ground / own);
        }
        return most;
    });
}"""


def press_a_family_left_out(page: Page) -> Locator:
    families = page.get_by_role("listbox").first
    families.focus()
    while "laissée de côté" not in families.get_by_role("option").inner_text():
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Essayer ce changement")).to_be_visible(timeout=60_000)
    wait_still(page)
    return page.locator(".bande")


def in_time(drawn: list[list[Any]]) -> list[int]:
    return [sum(count for step, count in day if step == "a_temps") for day in drawn]


def said_in_time(page: Page) -> list[int]:
    said = [re.search(r"✓ (\d+) à temps", words) for words in page.locator(".jour summary").all_inner_texts()]
    return [int(found[1]) if found else 0 for found in said]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_change_that_reaches_a_family_changes_the_drawing_of_its_week(page: Page, open_app: Open, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HIGH})
    open_app(page, APP)
    bet(page)
    lines = press_a_family_left_out(page)
    before = lines.evaluate_all(DRAWN)
    assert in_time(before) == said_in_time(page)
    page.get_by_role("button", name="Essayer ce changement").click()
    expect(page.get_by_role("button", name="Revenir en arrière")).to_be_visible(timeout=60_000)
    wait_still(page)
    after = lines.evaluate_all(DRAWN)
    assert in_time(after) == said_in_time(page)
    assert sum(in_time(after)) > sum(in_time(before))
    # As many messages, drawn where they were: of others only what became of them has changed.
    assert [sum(count for step, count in day if step in FATES) for day in after] == [
        sum(count for step, count in day if step in FATES) for day in before
    ]
    legend = page.locator(".heures svg").evaluate_all(
        "(all) => all.map((one) => [one.classList[0], one.firstChild.getAttribute('d')])"
    )
    assert len({shape for _step, shape in legend}) == len(legend) == len({*FATES, "sonne", "lu"})
    assert {step for day in [*before, *after] for step, _count in day} <= {step for step, _shape in legend}
    drawn = lines.evaluate_all(
        "(all) => all.flatMap((one) => [...one.children]).filter((one) => one.tagName === 'svg')"
        ".map((one) => [one.classList[0], one.firstChild.getAttribute('d')])"
    )
    assert {tuple(each) for each in drawn} <= {tuple(each) for each in legend}


LOOKS = (
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
    {"color_scheme": "dark", "forced_colors": "active"},
)


def test_no_mark_hides_another_and_the_hours_are_drawn_in_every_look_and_width(
    page: Page, open_app: Open, axe: Axe
) -> None:
    open_app(page, APP)
    bet(page)
    lines = press_a_family_left_out(page)
    assert any(count > 1 for day in lines.evaluate_all(DRAWN) for _step, count in day)
    assert lines.first.locator("line").count() == 5
    for look in LOOKS:
        page.emulate_media(**look)  # type: ignore[arg-type]
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": HIGH})
            wait_still(page)
            assert lines.evaluate_all(HIDDEN) == 0, (look, width)
            for line in lines.all()[:2]:
                places = line.evaluate(PLACES)
                contrasts = page.evaluate(CONTRASTS, [b64encode(line.screenshot()).decode(), places])
                for (tag, *_place), contrast in zip(places, contrasts, strict=True):
                    # The hours are light, but for who has chosen contrast.
                    assert contrast > (1.15 if tag == "line" and look["forced_colors"] == "none" else 3), (look, width)
    page.emulate_media(color_scheme="light", forced_colors="none")
    axe_in_every_look(page, axe)


def test_a_day_on_which_nothing_is_written_says_so_and_what_is_read_then(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    bet(page)
    press_a_family_left_out(page)
    silent = page.locator(".jour", has_text="rien d'écrit, ").last
    expect(silent).to_have_text(re.compile(r"rien d'écrit, (1 lu|\d+ lus|1 sonnerie|\d+ sonneries)"))
    expect(page.get_by_text("Rien ce jour-là.")).to_have_count(0)
    silent.locator("summary").click()
    expect(silent.locator("li").first).to_have_text(re.compile(r"^\d+ h( \d+)? (lecture|sonnerie).*écrits? \w+di"))

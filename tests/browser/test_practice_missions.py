"""Toutes les missions de l'ENT d'entraînement, finies sur un téléphone par les gestes de leur plus court chemin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from practice_host import ROOT, selector, site_host

from liaison.practice.explore import solution
from liaison.practice.machine import Event
from liaison.practice.scenario import practice_scenario

SCENARIO = practice_scenario()
CODES = ("fr", "ar")
WIDTH, TARGET = 360, 44
LONGEST_SEARCH = 120  # presses of Tab
MEASURE = "one => [one.getBoundingClientRect().height, document.documentElement.scrollWidth]"
CHOSEN = (
    'where => document.activeElement.matches(where) || document.querySelector("#pratique[data-view=fini]") !== null'
)

# A mission done is remembered: the next one on the same phone would find its place taken.
FORGET = 'if (location.protocol === "http:") localStorage.clear()'

Open = Callable[[str, str], Page]


def hardest_to_type(service: str) -> str:
    """The mission of a service with the most kinds of gestures: what a keyboard has to know."""
    own = [name for name, (owner, _) in SCENARIO.missions.items() if owner.service == service]
    return max(own, key=lambda name: len({event.kind for event in solution(SCENARIO, name)}))


@pytest.fixture(scope="module")
def open_mission(browser: Browser) -> Iterator[Open]:
    """`open_mission(code, mission)` gives the phone of that language, on the first screen of the mission's address.

    One phone a language for all missions, which has forgotten the one before. Two phones, not two pages of one: what
    a page has just written reaches another page of the same browser a moment later, after it had forgotten.
    """
    phones: dict[str, Page] = {}
    faults: list[str] = []
    with site_host() as host:

        def open_(code: str, mission: str) -> Page:
            if code not in phones:
                phones[code] = phone(browser)
                phones[code].on("pageerror", lambda error: faults.append(str(error)))
            page = phones[code]
            page.bring_to_front()  # a page behind another is drawn once a second: a tap would wait for it
            answer = page.goto(f"{host.url}/{code}.html?{mission}#missions={mission}&vue=accueil")
            assert answer is not None
            assert answer.ok, f"aucune page en « {code} »"
            expect(page.locator(f"{ROOT}[data-view=accueil]")).to_be_attached()
            return page

        yield open_
        for page in phones.values():
            page.context.close()
    assert not faults


def phone(browser: Browser) -> Page:
    size: ViewportSize = {"width": WIDTH, "height": 740}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, service_workers="block")
    context.set_default_timeout(20_000)
    context.add_init_script(FORGET)
    return context.new_page()


def touch(page: Page, where: str) -> None:
    """Tap one place, large enough for a finger, on a page that does not scroll sideways."""
    one = page.locator(where)
    if one.get_attribute("type") == "radio":
        one = one.locator("xpath=ancestor::label")
    height, width = one.evaluate(MEASURE)
    assert height >= TARGET, where
    assert width <= WIDTH, where
    one.tap()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("mission", SCENARIO.missions)
def test_a_mission_is_finished_by_touch_at_360_pixels(open_mission: Open, mission: str, code: str) -> None:
    page = open_mission(code, mission)
    touch(page, f"{ROOT} [data-do=begin]")
    touch(page, f"{ROOT} [data-do=start]")
    for event in solution(SCENARIO, mission):
        expect(page.locator(ROOT)).to_have_attribute("data-view", "ent")
        touch(page, selector(event))
        if event.kind == "type":
            page.keyboard.type(event.value)
    expect(page.locator(ROOT)).to_have_attribute("data-view", "fini")


def tab_to(page: Page, where: str) -> None:
    """Press Tab until the focus is there; an option of a group is reached through its group."""
    for _ in range(LONGEST_SEARCH):
        if page.evaluate("where => document.activeElement.matches(where)", where):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"le clavier n'atteint pas {where}")


def choose_with_arrows(page: Page, event: Event) -> None:
    tab_to(page, f'{ROOT} [data-choose="{event.target}"]')
    page.keyboard.press("Space")
    for _ in range(10):
        # Choosing may be the last gesture of the mission: the group is then no longer there.
        if page.evaluate(CHOSEN, selector(event)):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"les flèches n'atteignent pas {selector(event)}")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("service", [service.service for service in SCENARIO.services if service.missions])
def test_a_mission_of_each_service_is_finished_by_keyboard_alone(open_mission: Open, service: str, code: str) -> None:
    mission = hardest_to_type(service)
    page = open_mission(code, mission)
    for name in ("begin", "start"):
        tab_to(page, f"{ROOT} [data-do={name}]")
        page.keyboard.press("Enter")
    for event in solution(SCENARIO, mission):
        expect(page.locator(ROOT)).to_have_attribute("data-view", "ent")
        if event.kind == "choose":
            choose_with_arrows(page, event)
            continue
        tab_to(page, selector(event))
        if event.kind == "type":
            page.keyboard.type(event.value)
        else:
            page.keyboard.press("Enter")
    expect(page.locator(ROOT)).to_have_attribute("data-view", "fini")

"""Un réglage bouge : le résultat suit sans attendre, et le dernier geste a le dernier mot, même quand on va vite."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any

import pytest
from browser.conftest import leave, signed_in
from browser.labs import open_group, wait_still, words
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Browser, Locator, Page, expect

from widgets.messaging.policy_name import changed_name
from widgets.messaging.results import MessagingResults
from widgets.messaging.state import LabState

# 250 ms is what is promised on a machine at rest (docs/mesures.md); this one may run five other things.
REDRAWN_MS = 1_000
# The page itself computes nothing: a frame may wait for a slow processor, not for the engine.
FRAME_MS = 500

MOVE = """async ([slider, value]) => {
  const said = document.querySelector(".carnets-lab-summary");
  const before = said.textContent;
  const start = performance.now();
  return await new Promise((done, fail) => {
    const patience = setTimeout(() => fail(new Error(`le résultat ne bouge pas à ${value}`)), 20_000);
    const watch = new MutationObserver(() => {
      if (said.textContent === before) return;
      watch.disconnect();
      clearTimeout(patience);
      requestAnimationFrame(() => done(performance.now() - start));
    });
    watch.observe(said, { childList: true, characterData: true, subtree: true });
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
}"""

# One value a frame, as a hand does it; the longest time between two frames is what one would feel.
DRAG = """async ([slider, values]) => {
  const frame = () => new Promise(requestAnimationFrame);
  let last = await frame(), longest = 0;
  for (const value of values) {
    slider.value = value;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}"""

# How many frames a page asks for in half a second.
FRAMES = """async () => {
  const ask = window.requestAnimationFrame;
  let frames = 0;
  window.requestAnimationFrame = (act) => (frames += 1, ask.call(window, act));
  await new Promise((done) => setTimeout(done, 500));
  window.requestAnimationFrame = ask;
  return frames;
}"""


@pytest.fixture(scope="module")
def lab(browser: Browser, suite_address: str, suite_url: str) -> Iterator[Page]:
    """The laboratory with its bet placed, once for all these tests."""
    context = signed_in(browser, suite_address, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{suite_url}/voila/render/notebooks/{MESSAGING.app}", timeout=60_000)
    MESSAGING.bet(page)
    open_group(page, "Notes, devoirs et envois groupés")
    yield page
    leave(context)


def days_slider(page: Page) -> Locator:
    """The slider of the days after which pupils see a mark."""
    return page.get_by_role("slider", name=words("Les élèves voient une note après"))


def said_by_the_engine(days: int) -> tuple[str, str]:
    """The sentence and its detail, computed here for the same settings."""
    state = LabState()
    state.policy = state.policy.changed(
        name=changed_name(state.policy.name), marks={**dict(state.policy.marks), "pupils_after_days": days}
    )
    state.revealed = True
    summary = MessagingResults(state, {}).summary
    return summary.text, summary.detail


def evaluate(page: Page, script: str, value: Any) -> float:
    return float(page.evaluate(script, [days_slider(page).element_handle(), value]))


def test_a_setting_that_moves_is_redrawn_at_once(lab: Page) -> None:
    # Far apart: each changes what the sentence counts.
    taken = [evaluate(lab, MOVE, days) for days in (20, 4, 25, 8, 30, 0, 15, 2, 22)]
    print(f"\nmessaging.redrawn_ms {statistics.median(taken):.0f} (médiane), {max(taken):.0f} (le plus long)")
    assert statistics.median(taken) < REDRAWN_MS


@pytest.mark.parametrize("last", [3, 17])
def test_a_slider_dragged_through_twenty_values_ends_on_what_the_engine_says_of_the_last(lab: Page, last: int) -> None:
    longest = evaluate(lab, DRAG, [*range(10, 29), last])
    print(f"\nplus longue image pendant le geste : {longest:.0f} ms")
    text, detail = said_by_the_engine(last)
    summary = lab.locator(".carnets-lab-summary")
    expect(summary).to_contain_text(text)
    expect(summary).to_contain_text(detail)
    # Nothing that was late comes to change it.
    lab.wait_for_timeout(700)
    expect(summary).to_contain_text(detail, timeout=1)
    expect(days_slider(lab)).to_have_value(str(last))
    assert longest < FRAME_MS


def test_a_page_that_nobody_touches_asks_for_no_frame(lab: Page) -> None:
    """A phone pays each of them on its battery."""
    wait_still(lab)
    assert lab.evaluate(FRAMES) == 0


def test_two_values_of_that_slider_do_not_say_the_same() -> None:
    """Without this, the tests above could see an update where there was none."""
    assert said_by_the_engine(3)[1] != said_by_the_engine(28)[1] != said_by_the_engine(17)[1]

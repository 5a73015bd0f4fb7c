"""Des milliers de promenades au hasard, faites par de vrais gestes dans la page et comparées à la machine de Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from practice.random_walks import Walk, random_walks
from practice_host import site_host

from liaison.practice.scenario import practice_scenario

WALKS, LENGTH, SEED, BATCH = 2_000, 7, 17, 200
NOBODY = "personne"

# Everything is done by the elements that a learner touches; what no element offers is asked of the page all the same.
REPLAY = """
(walks) => {
  const root = document.querySelector("#pratique");
  const { practice } = root;
  const element = ({ kind, target, value }) => {
    if (kind === "press") return root.querySelector(`[data-press="${target}"]`);
    if (kind === "choose") return root.querySelector(`[data-choose="${target}"][value="${value}"]`);
    if (kind === "type") return root.querySelector(`[data-type="${target}"]`);
    return root.querySelector(`[data-event="${kind}"]`);
  };
  const act = (event) => {
    const one = element(event);
    // Choosing again what is chosen fires nothing in a browser, a one-line field has no line break, and an empty
    // « Annuler » only says so.
    const broken = one?.tagName === "INPUT" && event.kind === "type" && event.value.includes("\\n");
    const silent = !one || broken || one.checked || (event.kind === "undo" && !practice.state().past.length);
    if (silent) return practice.dispatch(event), 0;
    if (event.kind === "type") {
      one.value = event.value;
      one.dispatchEvent(new Event("input", { bubbles: true }));
    } else one.click();
    return 1;
  };
  const shownText = () => root.querySelector(".contenu > .avis")?.textContent ?? "";
  const faults = [];
  let touched = 0;
  const compare = (where, expected) => {
    const found = practice.state();
    for (const part of ["values", "typed"])
      for (const name of Object.keys(expected[part]))
        if (found[part][name] !== expected[part][name])
          faults.push(`${where} : ${name} vaut « ${found[part][name]} », pas « ${expected[part][name]} »`);
    if (found.said !== expected.said) faults.push(`${where} : dit « ${found.said} », pas « ${expected.said} »`);
    if (!shownText().includes(expected.said ?? "")) faults.push(`${where} : « ${expected.said} » ne se voit pas`);
    const ids = [...root.querySelectorAll("[data-press]")].map((one) => one.dataset.press).join();
    if (ids !== expected.visible.join()) faults.push(`${where} : montre ${ids}, pas ${expected.visible}`);
    if (root.dataset.screen !== expected.values.ecran) faults.push(`${where} : écran ${root.dataset.screen}`);
  };
  for (const { number, start, first, steps } of walks) {
    practice.start(start);
    const expected = { values: { ...first.values }, typed: { ...first.typed } };
    for (const [index, { event, values, typed, said, visible }] of steps.entries()) {
      touched += act(event);
      Object.assign(expected.values, values);
      Object.assign(expected.typed, typed);
      const where = `promenade ${number}, pas ${index + 1} (${event.kind} ${event.target} ${event.value})`;
      compare(where, { ...expected, said, visible });
      if (faults.length) return { faults, touched };
    }
  }
  return { faults, touched };
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    opened = context.new_page()
    with site_host() as host:
        opened.goto(f"{host.url}/fr.html#vue=accueil")
        yield opened
        context.close()


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in after.items() if before.get(name) != value}


def until_signed_out(walk: Walk) -> Walk:
    """A walk as far as the account is left: the page then forgets what was chosen, which the machine does not."""
    before, kept = walk["start"].get("session", ""), []
    for step in walk["steps"]:
        now = step["values"]["session"]
        if before not in ("", NOBODY) and now == NOBODY:
            break
        kept.append(step)
        before = now
    return {**walk, "steps": kept}


def compact(number: int, walk: Walk) -> dict[str, Any]:
    """A walk whose steps hold only what changes: ten times less to give to the browser."""
    first = walk["steps"][0]
    before, steps = first, []
    for step in walk["steps"]:
        kept = {name: step[name] for name in ("event", "said", "visible")}
        steps.append(kept | {name: changes(before[name], step[name]) for name in ("values", "typed")})
        before = step
    return {"number": number, "start": walk["start"], "first": first, "steps": steps}


@pytest.mark.slow
def test_the_page_is_in_the_state_of_the_machine_after_each_gesture(page: Page) -> None:
    walks = [until_signed_out(walk) for walk in random_walks(practice_scenario(), WALKS, LENGTH, SEED)]
    walks = [walk for walk in walks if walk["steps"]]
    steps = sum(len(walk["steps"]) for walk in walks)
    assert steps > 0.75 * WALKS * LENGTH
    touched = 0
    for begin in range(0, len(walks), BATCH):
        batch = [compact(begin + number, walk) for number, walk in enumerate(walks[begin : begin + BATCH])]
        found = page.evaluate(REPLAY, batch)
        assert not found["faults"], "\n".join(found["faults"][:10])
        touched += found["touched"]
    # Most of what is done is done on the page: otherwise this would compare two machines and no page.
    assert touched > 0.75 * steps
    screens = {step["values"]["ecran"] for walk in walks for step in walk["steps"]}
    assert len(screens) > 0.9 * len(practice_scenario().screens)


def test_a_state_that_differs_is_seen(page: Page) -> None:
    (walk,) = random_walks(practice_scenario(), 1, 3, SEED)
    walk["steps"][1]["values"]["session"] = "eleve"
    assert "session" in page.evaluate(REPLAY, [compact(0, walk)])["faults"][0]

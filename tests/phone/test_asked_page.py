"""La page d'une autre langue, demandée, lente, abandonnée : au hasard, seule vient la dernière qu'on veut encore."""

from __future__ import annotations

import json

import pytest
from javascript import PHONE, printed

# The pages that a language asks for, with a server that answers when told to, and a browser that takes its time.
ASKING = """
let seed = SEED;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
let [timers, listeners, waiting, going, assigned] = [[], [], [], null, []];
const stopped = () => { if (going) { going = null; tell("navigateerror"); } };
const tell = (kind) => listeners.filter((one) => one.kind === kind).forEach((one) => {
  if (one.once) listeners = listeners.filter((other) => other !== one);
  one.act();
});
const addEventListener = (kind, act, { once = false } = {}) => listeners.push({ kind, act, once });
const removeEventListener = (kind, act) => {
  listeners = listeners.filter((one) => one.kind !== kind || one.act !== act);
};
const setTimeout = (act, after) => timers.push({ act, after });
const clearTimeout = (one) => (timers[one - 1] = null);
const navigator = {};
const navigation = { addEventListener, removeEventListener };
const window = { stop: stopped, navigation };
const location = { protocol: "https:", assign: (href) => (stopped(), going = href, assigned.push(href)) };
class Worker { postMessage() { waiting.push(this); } terminate() {} }
"""
PRESSED = """
const fault = [];
const holds = (what, truth, done) => truth || fault.push(`${what} : ${done.join(" ")}`);
const settled = async () => { for (let turn = 0; turn < 12; turn += 1) await null; };
for (let walk = 0; walk < 300; walk += 1) {
  [timers, listeners, waiting, going, assigned] = [[], [], [], null, []];
  stay();
  const [done, notices] = [[], new Map()];
  let [pressed, last] = [0, null];
  for (let step = 0; step < 14; step += 1) {
    const name = ["press", "press", "answer", "answer", "late", "stay", "fails"][random(7)];
    const sent = assigned.length;
    done.push(name);
    if (name === "press") {
      const [href, mine, leaves] = [`https://ici/${random(2) ? "ar" : "tr"}.html`, pressed += 1, random(4) > 0];
      done.push(href.slice(12, 14));
      const event = { preventDefault() {}, currentTarget: { href } };
      follow(event, "sw.js", (why) => why ? notices.set(mine, why) : notices.delete(mine), () => leaves);
      last = href;
    } else if (name === "answer" && waiting.length) {
      waiting.splice(random(waiting.length), 1)[0].onmessage({ data: random(4) ? 200 : 500 });
    } else if (name === "late") timers.forEach((one, at) => (timers[at] = null, one?.after === 1000 && one.act()));
    else if (name === "stay") stay(), last = null;
    else if (name === "fails" && going) stopped(), last = null;
    await settled();
    if (assigned.length > sent) holds("not the one asked for", going === last && name === "answer", done);
    if (name === "stay") holds("still comes", going === null, done);
    const slow = [...notices.values()].filter((why) => why === "lente").length;
    holds("said to come, and does not", slow <= (last ? 1 : 0), done);
  }
}
console.log(JSON.stringify(fault.slice(0, 3)));
"""


@pytest.mark.parametrize("seed", [1, 2026, 77_077])
def test_at_random_the_only_page_that_comes_is_the_last_one_asked_for_and_none_once_given_up(seed: int) -> None:
    near = (PHONE / "static" / "near.js").read_text(encoding="utf-8")
    assert json.loads(printed(f"{ASKING.replace('SEED', str(seed))}{near}{PRESSED}")) == []

"""Ce que l'appareil garde de ce qu'une page tient : chaque cas du tableau, puis deux onglets au hasard."""

from __future__ import annotations

import json
from typing import Any

import pytest
from javascript import PHONE, printed, value_of

from liaison.base.languages import languages
from liaison.phone.words import frame_words

LEADS: dict[str, dict[str, str]] = value_of("standing.LEADS", standing=PHONE / "standing.js")
SAYS: dict[str, dict[str, Any]] = value_of("standing.SAYS", standing=PHONE / "standing.js")
EACH_CASE = [(news, before) for news in LEADS for before in SAYS]
# What says that all is on the device; what says that it was refused.
BETTER = {"wrote", "taken", "emptied"}
REFUSED = {"short": "full", "refused": "none"}


@pytest.mark.parametrize(("news", "before"), EACH_CASE)
def test_whatever_comes_wherever_one_stands_one_stands_where_that_leads(news: str, before: str) -> None:
    after = LEADS[news].get(before, before)
    assert LEADS[news].items() <= {(one, other) for one in SAYS for other in SAYS if one != other}
    if after == "kept":
        assert before == "kept" or news in BETTER
    if news in REFUSED:
        assert after == ("apart" if (news, before) == ("short", "apart") else REFUSED[news])
    if after == "apart":
        # Nothing is written there: only what was erased, left or taken up leads out of it.
        assert before == "apart" or (news == "otherwise" and before != "kept")
    if after == "full":
        assert news in ("short", "begun") or before in ("full", "apart")
    if news == "blank":
        assert after in ("kept", "none")


@pytest.mark.parametrize("code", languages())
def test_each_standing_says_its_own_in_every_language_and_kept_says_nothing(code: str) -> None:
    words = frame_words(code)
    for standing, said in SAYS.items():
        assert ("foot" in said, "leaving" in said) == (standing != "kept",) * 2
        assert {said[key] for key in ("foot", "leaving") if key in said} <= words.keys()
    assert SAYS["none"]["foot"] != SAYS["full"]["foot"] == SAYS["apart"]["foot"]
    assert [standing for standing in SAYS if SAYS[standing].get("shut")] == ["apart"]
    assert [standing for standing in SAYS if SAYS[standing].get("empty")] == ["none"]


@pytest.mark.parametrize("trail", [[], ["langue"], ["langue", "accueil", "ent", "aide"], ["langue", "aide"]])
def test_a_language_chosen_twice_before_it_comes_opens_where_one_was_as_chosen_once(trail: list[str]) -> None:
    place = json.dumps({"view": "langue", "trail": trail})
    once, twice = value_of(
        f"[journey.placeLeft({place}), journey.placeLeft(journey.placeLeft({place}))]", journey=PHONE / "journey.js"
    )
    assert once == twice
    assert once["view"] == ("ent" if "ent" in trail else "accueil")


# A device that may be full or refuse all, and tabs of one page; each text written is one that nothing else says.
TABS = """
let [room, refuses, seed] = [Infinity, false, SEED];
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
let clock = 1e9;
Date.now = () => (clock += 1000);
const storage = () => {
  const all = new Map();
  const length = () => [...all].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
  const open = () => { if (refuses) throw Error("refused"); };
  return { all, length,
    getItem: (name) => (open(), all.get(name) ?? null),
    removeItem: (name) => (open(), all.delete(name)),
    setItem(name, text) {
      open();
      const former = all.get(name);
      all.set(name, text);
      if (length() <= room) return;
      if (former === undefined) all.delete(name);
      else all.set(name, former);
      throw Error("full");
    } };
};
const [local, session] = [storage(), storage()];
for (const [name, value] of Object.entries({ localStorage: local, sessionStorage: session, location: { pathname: "/" },
  performance: { timing: { navigationStart: 0 } } })) Object.defineProperty(globalThis, name, { value });
const scenario = { language: { code: "fr" },
  variables: { ecran: ["un"], session: ["personne"], texte: ["vide", "bon"] },
  inputs: { texte: { rule: "texte" } }, screens: { un: { back: "un", blocks: [] } } };
const look = { memoryKey: "essai", views: { accueil: 0 } };
const place = { view: "accueil", trail: [] };
const fault = [];
const holds = (what, truth, done) => truth || fault.push(`${what} : ${done.join(" ")}`);
const opened = () => {
  const memory = openMemory(scenario, look);
  const read = memory.read();
  return { memory, text: read?.state?.typed.texte ?? "" };
};
const stateOf = (text) => ({ ...startState(scenario), typed: { texte: text } });
const write = (tab) => tab.memory.write(place, stateOf(tab.text));
const onDevice = () => (JSON.parse(local.all.get("essai/") ?? "null")?.state?.typed.texte ?? "");
function hear(tab) {
  const alone = tab.memory.standing() !== "kept" && tab.text && !tab.memory.has(place, stateOf(tab.text));
  const news = tab.memory.news();
  if (news === null) tab.text = "", tab.memory.hear("taken");
  else if (news && alone && !news.left) news.other && tab.memory.hear("otherwise");
  else if (news) tab.memory.hear("taken"), tab.text = news.state?.typed.texte ?? "";
}
const GESTURES = {
  write: (tab, number) => (hear(tab), tab.text = `mot${number}.` + "x".repeat(random(40)), write(tab)),
  shorten: (tab) => (hear(tab), tab.text = tab.text.slice(0, -1), write(tab)),
  late: write, // before it has heard
  hear,
  fill: () => (room = local.length() + random(12)),
  empty: () => (room = Infinity),
  refuse: () => (refuses = random(3) === 0),
  erase: (tab) => (tab.text = "", tab.memory.hear("taken"), tab.memory.clear(), tab.memory.passOn()),
  leave: (tab) => (hear(tab), tab.text = "", tab.memory.leave(), write(tab)),
  ask: (tab) => tab.memory.passOn("ar"),
  reload: (tab) => Object.assign(tab, opened()),
};
"""
AT_RANDOM = """
for (let walk = 0; walk < 400; walk += 1) {
  [room, refuses] = [[Infinity, 0, 400][random(3)], false];
  local.all.clear(), session.all.clear();
  const [tabs, done, gone] = [[opened(), opened()], [], new Set()];
  let [words, eraser] = [new Set(), -1];
  for (let number = 0; number < 30; number += 1) {
    const [at, name] = [random(2), Object.keys(GESTURES)[random(Object.keys(GESTURES).length)]];
    const [tab, before] = [tabs[at], onDevice()];
    const apart = tab.memory.standing() === "apart";
    const read = ["hear", "write", "shorten", "erase", "reload"].includes(name);
    const held = tab.text;
    GESTURES[name](tab, number);
    done.push(`${at}${name}`);
    if (name === "hear" && refuses) holds("thrown away unread", tab.text === held, done);
    const [standing, there] = [tab.memory.standing(), local.all.get("essai/") ?? ""];
    // Tabs hear of each other through the device alone.
    if (name === "write" && standing === "kept") words.add(`mot${number}.`);
    const tried = ["write", "shorten"].includes(name);
    if (tried && standing === "kept") holds("said kept, and is not", tab.memory.has(place, stateOf(tab.text)), done);
    if (read && !refuses && standing === "none") holds("said none, and something is", there === "", done);
    if (read && !refuses && standing === "full") holds("said full, and nothing is", there !== "", done);
    if (tried && apart && standing === "apart") holds("written over", onDevice() === before, done);
    if (["erase", "leave"].includes(name) && !refuses) {
      words.forEach((word) => gone.add(word)), words = new Set(), eraser = at;
      if (name === "erase") holds("left beside", session.all.size === 0 && there === "", done);
    }
    // Another tab may write before it hears: whoever erased or left takes that away, until it is opened anew.
    if (at === eraser && name === "reload") gone.clear();
    if (at !== eraser || refuses) continue;
    if (name === "hear" || tried) for (const word of gone) holds("comes back", !there.includes(word), done);
  }
}
console.log(JSON.stringify(fault.slice(0, 3)));
"""


def told(script: str, seed: int = 1) -> Any:
    modules = "".join(
        f'import {{ {name} }} from "{(PHONE / file).as_uri()}";\n'
        for name, file in (("openMemory", "memory.js"), ("startState", "machine.js"))
    )
    return json.loads(printed(modules + TABS.replace("SEED", str(seed)) + script))


@pytest.mark.parametrize("seed", [1, 2026, 77_077])
def test_at_random_nothing_is_said_kept_that_is_not_nor_comes_back_once_erased(seed: int) -> None:
    assert told(AT_RANDOM, seed) == []


def test_a_language_is_passed_to_once_by_the_page_that_is_left_for_it_and_by_no_other() -> None:
    """Not once given up, nor where another is opened later, nor where another tab erased, or left, meanwhile."""
    passed = told(
        """
        const left = (asked, { meanwhile = () => {}, opens = 0 } = {}) => {
          const [tab, other] = [opened(), opened()];
          Object.assign(tab, { text: "avant" }), write(tab);
          tab.memory.passOn(asked);
          hear(other), meanwhile(tab, other);
          tab.memory.pass();
          performance.timing.navigationStart = opens && Date.now() + opens;
          const next = opened();
          return [next.memory.passedOn(), next.memory.passedOn(), session.all.size];
        };
        const erased = (_, other) => (other.memory.clear(), Object.assign(other, { text: "après" }), write(other));
        console.log(JSON.stringify([left("fr"), left("ar"), left("fr", { opens: 1 }),
          left("fr", { meanwhile: (tab) => tab.memory.passOn() }), left("fr", { meanwhile: erased }),
          left("fr", { meanwhile: (_, other) => GESTURES.leave(other) })]));"""
    )
    assert passed == [[True, False, 0], *([[False, False, 0]] * 5)]


def test_a_text_of_before_goes_even_where_there_is_no_room_for_what_it_was_written_over() -> None:
    """A tab that has not heard writes less than what was there, and the device is full from then on."""
    kept, standing = told(
        """
        const [one, other] = [opened(), opened()];
        Object.assign(one, { text: "avant" }), write(one);
        hear(other);
        GESTURES.leave(one);
        Object.assign(one, { text: "après".repeat(40) }), write(one);
        write(other);
        room = local.length();
        one.memory.news();
        console.log(JSON.stringify([local.all.get("essai/") ?? "", one.memory.standing()]));"""
    )
    assert (kept, standing) == ("", "none")


def test_what_cannot_be_read_any_more_is_erased_by_nobody_and_is_kept_again_once_it_can() -> None:
    held, kept = told(
        """
        const tab = opened();
        const held = [];
        const note = () => (hear(tab), held.push([tab.text, tab.memory.standing()]));
        const longer = (text) => (Object.assign(tab, { text }), write(tab), note());
        longer("un");
        refuses = true;
        note(), longer("un, deux");
        refuses = false;
        longer("un, deux, trois");
        console.log(JSON.stringify([held, onDevice()]));"""
    )
    assert held == [["un", "kept"], ["un", "full"], ["un, deux", "full"], ["un, deux, trois", "kept"]]
    assert kept == "un, deux, trois"


def test_a_clock_put_back_after_an_erasing_takes_nothing_from_who_writes_then() -> None:
    """The tab where all was erased, the clock an hour ahead, is still there."""
    kept, news = told(
        """
        const eraser = opened();
        Object.assign(eraser, { text: "avant" }), write(eraser);
        clock += 3.6e6;
        GESTURES.erase(eraser);
        clock -= 3.6e6;
        const writer = opened();
        Object.assign(writer, { text: "après" }), write(writer);
        hear(eraser);
        console.log(JSON.stringify([onDevice(), writer.memory.news() ?? "nothing"]));"""
    )
    assert (kept, news) == ("après", "nothing")

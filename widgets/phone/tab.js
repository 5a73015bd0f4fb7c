// What a tab keeps of a page until it is closed, for a device that refuses to keep anything.

// How long the older way leaves a text behind while a page is on its way, and how long another one still takes it.
const ON_ITS_WAY_MS = 30000;
const STILL_TAKEN_MS = 600000;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What the pages of a tab keep under that name. `read()` gives the last text that one of them put there, null when it
 * erased it, undefined when this tab keeps nothing; `put(text, going)` with, while another page is on its way, for whom:
 * [its language, when it was asked for, whether somebody is known]; `going()` gives that back. `taken()` is true once
 * when another page now has alone what was here. `stays(act)` calls when no other page is on its way after all.
 */
export function openTab(name) {
  return window.navigation?.currentEntry ? besideItsPages(name, window.navigation) : inItsName(name);
}

// Each page of the history of a tab has a state of its own, that no other site reads: the last one holds.
function besideItsPages(name, navigation) {
  const own = (entry) => (isObject(entry?.getState()) ? entry.getState() : {});
  let last = null;
  const put = () => navigation.updateCurrentEntry({ state: { ...own(navigation.currentEntry), [name]: last } });
  const newest = () =>
    [...navigation.entries().map((entry) => own(entry)[name]), last].filter((one) => Number.isSafeInteger(one?.at))
      .sort((one, other) => other.at - one.at)[0];
  // One step further or back in a page is another place of the history: what comes next drops the former one.
  navigation.addEventListener("currententrychange", ({ navigationType }) => navigationType && last && put());
  return {
    read: () => newest()?.text,
    going: () => newest()?.going,
    put(text, going = null) {
      last = { at: Math.max(Date.now(), (newest()?.at ?? 0) + 1), text, going };
      put();
    },
    taken: () => false,
    stays: (act) => navigation.addEventListener("navigateerror", act, { once: true }),
  };
}

// A browser from before 2022 (2026 for some) has only the name of the tab, that any site opened in it may read: a text
// is there while the next page is on its way, and no longer.
function inItsName(name) {
  const parsed = () => {
    try {
      const found = JSON.parse(window.name);
      return Array.isArray(found) && found[0] === name ? found : null;
    } catch {
      return null;
    }
  };
  const empty = () => parsed() && (window.name = "");
  const [, code, at, known, text] = parsed() ?? [];
  empty();
  const found = typeof text === "string" && Date.now() - Number(at) < STILL_TAKEN_MS;
  let held =
    /** @type {{ text?: string | null, going?: unknown[] | null }} */ (found ? { text, going: [code, at, known] } : {});
  return {
    read: () => held.text,
    going: () => held.going,
    put(text, going = null) {
      held = { text, going };
      if (going && text) window.name = JSON.stringify([name, ...going, text]);
      else empty();
    },
    // Whoever takes it empties the name.
    taken() {
      if (!held.going || !held.text || parsed()) return false;
      held = {};
      return true;
    },
    stays(act) {
      const timer = setTimeout(act, ON_ITS_WAY_MS);
      addEventListener("pagehide", () => clearTimeout(timer), { once: true });
    },
  };
}

// What a page passes on to the next one of its tab, on a device that refuses to keep anything.

// How long a text is left behind while a page is on its way, and how long another one still takes it.
const ON_ITS_WAY_MS = 30000;
const STILL_TAKEN_MS = 600000;

/**
 * What the pages of a tab pass on under that name. `read()` gives what this page has of it, null when it was erased,
 * undefined when it has nothing; `put(text, going)` with, while another page is on its way, for whom: [its language,
 * when it was asked for, whether somebody is known]; `going()` gives that back. `gone()` is true when this page was left
 * and the other one has taken what was here, `taken()` once, and then nothing is left here. `stays(act)` calls when no
 * other page is on its way after all.
 *
 * The name of a tab outlives its pages, and any site opened in it may read it: a text is there while the next page is
 * on its way, and no longer. No text stands beside the pages of the tab, in its history: it would stay there when
 * somebody erases, or comes after, and a browser writes it on the disk.
 */
export function openTab(name) {
  const parsed = () => {
    try {
      const parts = JSON.parse(window.name);
      return Array.isArray(parts) && parts[0] === name ? parts : null;
    } catch {
      return null;
    }
  };
  const empty = () => parsed() && (window.name = "");
  const [, code, at, known, text] = parsed() ?? [];
  empty();
  const hasText = typeof text === "string" && Date.now() - Number(at) < STILL_TAKEN_MS;
  const taking = marks(name);
  if (hasText) taking.put(at);
  let held =
    /** @type {{ text?: string | null, going?: unknown[] | null }} */ (hasText
      ? { text, going: [code, at, known] }
      : {});
  let left = false;
  addEventListener("pagehide", () => (left = true));
  const gone = () => Boolean(left && held.going && held.text && taking.has(held.going[1]));
  return {
    read: () => held.text,
    going: () => held.going,
    put(text, going = null) {
      held = { text, going };
      left = false;
      if (going && text) window.name = JSON.stringify([name, ...going, text]);
      else empty();
    },
    gone,
    taken() {
      if (!gone()) return false;
      held = {};
      empty();
      return true;
    },
    stays(act) {
      window.navigation?.addEventListener("navigateerror", act, { once: true });
      const timer = setTimeout(act, ON_ITS_WAY_MS);
      addEventListener("pagehide", () => clearTimeout(timer), { once: true });
    },
  };
}

/**
 * The page that takes what was left for it marks its place in the history of the tab with when that was: a page that is
 * brought back as it was has the name that it had, which tells nothing. Where there is no such place, it was taken.
 */
function marks(name) {
  const navigation = location.protocol.startsWith("http") ? window.navigation : undefined;
  const own = (entry) => Object(entry?.getState());
  return {
    put: (at) => navigation?.updateCurrentEntry({ state: { ...own(navigation.currentEntry), [name]: at } }),
    has: (at) => !navigation || navigation.entries().some((entry) => own(entry)[name] === at),
  };
}

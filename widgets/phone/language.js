// Choosing a language, first and at any time: another page, or another scenario brought by a kernel.
import { h } from "../kit/dom.js";
import { actionButton, noticeBox, word } from "./bits.js";
import { filesLeft, go, goBack, isOnlyHere, placeLeft, standingOf } from "./journey.js";
import { pictogram } from "./pictograms.js";

export function languageView(app) {
  return { title: word(app, "langue-titre"), body: [languageList(app)] };
}

/** Every language by its own name; that of the page, unless only the others are wanted, goes back to it. */
export function languageList(app, { others = false } = {}) {
  const chosen = app.scenario.language.code;
  const listed = app.scenario.languages.filter(({ code }) => !others || code !== chosen);
  const lines = listed.map(({ code, name, tag, direction }) => {
    const attrs = { class: "langue", lang: tag, dir: direction, "data-language": code, "data-key": code };
    const inside = [h("span", null, name), code === chosen && pictogram("coche"), pictogram("suite")];
    const line = (name, more) => h("li", null, h(name, { ...attrs, ...more }, inside));
    if (code === chosen) {
      return line("button", {
        type: "button",
        "aria-current": "true",
        onclick: () => goBack(app) || go(app, "accueil"),
      });
    }
    const address = app.host.addressOf?.(code);
    if (!address) return line("button", { type: "button", onclick: () => app.host.onLanguage?.(code) });
    const href = address + started();
    const open = (event) => openPage(app, event, () => leavesFor(app, code, href));
    return line("a", { href, hreflang: tag, onclick: open });
  });
  return h("ul", { class: "langues", role: "list" }, lines);
}

// The page of the other language goes straight to its beginning, or back to where one was.
const started = () => {
  const given = new URLSearchParams(location.hash.replace(/^#/, ""));
  given.set("vue", "accueil");
  return `#${given}`;
};

/** Where it is not kept, what was done here does not pass to the other language: the person says whether to go. */
export function leavingView(app) {
  const { leaving } = app;
  const attrs = {
    class: "carnets-button bouton",
    href: leaving.href,
    "data-do": "leave",
    "data-key": "leave",
    onclick: (event) => openPage(app, event, () => (leaving.agreed = true)),
  };
  return {
    title: word(app, "langue-changer"),
    body: [
      h("p", null, word(app, standingOf(app).leaving)),
      filesLeft(app) && noticeBox(app, "attention", filesLeft(app)),
      actionButton(app, "stay", "quitter-rester", {
        mark: "retour",
        main: true,
        act: () => goBack(app),
      }),
      h("a", attrs, pictogram("langue"), h("span", null, word(app, "langue-changer"))),
    ],
  };
}

// The page can come. This one stays as it is until it is left; where something would be lost, that is asked first. Where
// nothing is kept, the other one begins; still asked who is there, the other one asks again.
function leavesFor(app, code, href) {
  const same = !app.asking && app.keep(placeLeft(app.place));
  if (isOnlyHere(app)) {
    app.leaving = { href, agreed: false };
    app.draw();
    return false;
  }
  if (same) app.memory.passOn(code);
  return true;
}

/** A page that is slow to come is said so; one that cannot come is not asked for: this one stays, and says so. */
export function openPage(app, event, leaves) {
  if (!app.host.follow) return void (leaves?.() === false && event.preventDefault());
  let notice = null;
  const say = (why, name) => {
    // What was said of it no longer holds.
    if (!why && (!notice || app.notice !== notice)) return;
    const tone = why === "lente" ? "information" : "attention";
    notice = app.notice = why ? { tone, text: word(app, `page-${why}`, { NOM: name }) } : null;
    app.draw();
  };
  app.host.follow(event, say, leaves, isOnlyHere(app));
}

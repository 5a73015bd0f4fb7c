// Choosing a language, first and at any time: another page, or another scenario brought by a kernel.
import { h } from "../kit/dom.js";
import { word } from "./bits.js";
import { go, goBack } from "./journey.js";
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
    if (code === chosen) {
      return h(
        "li",
        null,
        h("button", {
          type: "button",
          "aria-current": "true",
          ...attrs,
          onclick: () => goBack(app) || go(app, "accueil"),
        }, inside),
      );
    }
    const address = app.host.addressOf?.(code);
    if (!address) {
      return h(
        "li",
        null,
        h("button", { type: "button", ...attrs, onclick: () => bring(app, code) }, inside),
      );
    }
    const open = (event) => openPage(app, event, () => passOn(app, code));
    return h("li", null, h("a", { href: address + started(), hreflang: tag, ...attrs, onclick: open }, inside));
  });
  return h("ul", { class: "langues", role: "list" }, lines);
}

// The page of the other language goes straight to its beginning, or back to where one was.
const started = () => {
  const given = new URLSearchParams(location.hash.replace(/^#/, ""));
  given.set("vue", "accueil");
  return `#${given}`;
};

/** A page that is slow to come is said so; one that cannot come is not asked for: this one stays, and says so. */
export function openPage(app, event, leaving) {
  if (!app.host.follow) return leaving?.();
  let notice = null;
  const say = (why, name) => {
    // What was said of it no longer holds.
    if (!why && (!notice || app.notice !== notice)) return;
    const tone = why === "lente" ? "information" : "attention";
    notice = app.notice = why ? { tone, text: word(app, `page-${why}`, { NOM: name }) } : null;
    app.draw();
  };
  app.host.follow(event, say, leaving);
}

function passOn(app, code) {
  leave(app);
  app.memory.passOn(code, !app.asking);
}

function leave(app) {
  // Still asked who is there: the page of the other language asks again.
  if (app.asking) return;
  const { place } = app;
  const trail = [...place.trail];
  while (["langue", "aide"].includes(trail[trail.length - 1])) trail.pop();
  const view = trail.pop();
  Object.assign(place, view ? { view, trail } : { view: "accueil", trail: ["langue"] });
  app.keep();
}

function bring(app, code) {
  leave(app);
  app.host.onLanguage?.(code);
}

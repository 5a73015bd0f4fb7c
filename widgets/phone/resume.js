// A device may be shared: before anything of someone who was here is shown, one is asked whether one is that person.
import { h } from "../kit/dom.js";
import { actionButton, word } from "./bits.js";
import { startAfresh } from "./journey.js";
import { languageList } from "./language.js";

// It is what the device keeps that goes on.
function goOn(app) {
  app.catchUp();
  app.asking = false;
  app.changed({ keep: false });
}

export function resumeView(app) {
  return {
    title: word(app, "reprise-titre"),
    body: [
      h("p", null, word(app, "reprise-explication")),
      actionButton(app, "go-on", "continuer", { mark: "suite", main: true, act: () => goOn(app) }),
      actionButton(app, "someone-else", "reprise-autre", { mark: "personne", act: () => startAfresh(app) }),
      // The question is asked in the language of who was here before.
      h("h2", null, word(app, "langue-changer")),
      languageList(app, { others: true }),
    ],
  };
}

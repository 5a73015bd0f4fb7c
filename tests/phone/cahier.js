// A page for families of a throw-away kind, as CONTRIBUTING says to make one: what was read, ticked, and no machine.
import { actionButton, switchButton, word } from "../phone/bits.js";
import { mountFrame, partOf } from "../phone/frame.js";
import { go } from "../phone/journey.js";
import { among, listed } from "../phone/memory.js";
import { h } from "../kit/dom.js";

/** @typedef {{ id: string, text: string }} Line */

function startView(app) {
  return {
    title: word(app, "accueil-titre"),
    body: [
      /** @type {Line[]} */ (app.scenario.lines).map(({ id, text }) =>
        h("p", null, text, switchButton(app, id, "lu", app.place.done.includes(id), () => turn(app, id)))
      ),
      actionButton(app, "help", "aide", { act: () => go(app, "aide") }),
    ],
  };
}

function turn(app, id) {
  const { done } = app.place;
  Object.assign(app.place, {
    done: done.includes(id) ? done.filter((other) => other !== id) : [...done, id],
    last: id,
    passing: "what no look keeps",
  });
  app.changed();
}

const helpView = (app) => ({ title: word(app, "aide"), body: [h("p", null, word(app, "aide-titre"))] });

const keeps = (scenario) => {
  const lines = scenario.lines.map(({ id }) => id);
  return { done: listed((id) => lines.includes(id)), last: among(lines) };
};

const LOOK = {
  memoryKey: "carnets:cahier",
  views: { accueil: startView, aide: helpView },
  keeps,
  place: (_scenario, former) => ({ view: "accueil", trail: [], done: [], ...former }),
};

export const mount = (root, scenario, host = {}) => mountFrame(root, scenario, LOOK, host);
export default partOf(mount);

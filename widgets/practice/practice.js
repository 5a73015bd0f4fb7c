// The practice ENT on a page: `mount` it on any element, or use it as a part of the kit.
import { mountFrame, partOf } from "../phone/frame.js";
import { elsewhere, go } from "../phone/journey.js";
import { accountBar, missionPanel, sidePanel } from "./around.js";
import { VIEWS } from "./views.js";
import { act, keeps, placeAgain, readFragment } from "./missions.js";

const LOOK = {
  memoryKey: "carnets:pratique",
  className: "carnets-practice",
  besideKey: "mission",
  afterKey: "fiche-titre",
  views: VIEWS,
  keeps,
  place: (scenario, former, hash) => placeAgain(scenario, former, readFragment(scenario, hash)),
  act: (app, event) => (act(app, event) ? "fini" : null),
  above: (app) => [!app.wide && missionPanel(app), accountBar(app)],
  before: missionPanel,
  after: sidePanel,
  // What is done, written or chosen in either tab is so in both; each stays on its own screen.
  join(app, { place, state }) {
    for (const name of ["done", "files"]) {
      app.place[name] = [...new Set([...(app.place[name] ?? []), ...(place[name] ?? [])])];
    }
    app.state = elsewhere(app.state, state);
  },
  follow(app) {
    const fragment = readFragment(app.scenario, location.hash);
    if (!fragment.path || location.hash === app.place.asked) return;
    // Nothing of the mission before can be gone back to.
    app.place = { ...placeAgain(app.scenario, app.place, fragment), view: "accueil", trail: ["langue"] };
    go(app, "serie");
  },
};

/** Draw the practice ENT in `root`; `host` is that of `mountFrame`. */
export const mount = (root, scenario, host = {}) => mountFrame(root, scenario, LOOK, host);

/** On a page of its own: the first page of the site offers to go on in the language in which something was begun. */
export function opened({ memory, underWay }, { language }) {
  addEventListener("pagehide", () => {
    try {
      if (underWay() && localStorage.getItem(memory)) localStorage.setItem(`${memory}:langue`, language.code);
      // Once erased, nothing stays.
      else localStorage.removeItem(`${memory}:langue`);
    } catch {
      // The browser keeps nothing: there is no place to go back to.
    }
  });
}

export const practicePart = partOf(mount);
export default practicePart;

import { childViews, idOf } from "./child_views.js";
import { h, on, only, put, redraw, set } from "./dom.js";
import { leaving } from "./leaving.js";
import { projection } from "./projection.js";

// A page of its own has the step in its address; the address of a notebook, which may hold several labs, says the notebook.
const isApplication = () => "etat" in document.documentElement.dataset;
const addressOf = (key) => `#etape=${key}`;
const ofAddress = (name = "etape") => new URLSearchParams(location.hash.slice(1)).get(name);
// Signs of settings: more are nothing that the suite has written.
const LONGEST = 4000;
// An address that the page wrote itself.
const OURS = "parcours";

export default {
  render({ model, el, signal }) {
    const views = childViews(model, signal);
    const hosts = new Map();
    const list = h("ol");
    const beside = h("p", { class: "carnets-path-beside" });
    const why = h("p", { class: "carnets-help" });
    const place = h("p", { class: "carnets-help" });
    const title = h("h2", { tabindex: "-1" });
    const body = h("div", { class: "carnets-path-body" });
    const next = h("p", { class: "carnets-path-next" });
    const head = h("div", { class: "carnets-stage-head" }, place, title);
    const content = h("div", { class: "carnets-stage-content" }, head, body);
    const stage = h("div", { class: "carnets-stage" }, content);
    el.append(h("nav", { "aria-label": model.get("words").list }, list, beside), why, stage, next);

    const isOpen = (step) => Boolean(step) && (model.get("opened") || !step.waits);
    const stepOf = (key) => model.get("steps").find((step) => step.key === key);
    const first = () => model.get("steps")[0].key;
    const wayOf = () => model.get("steps").filter((step) => !step.beside);
    /** The open step of the way that is so far from this one; none for what is beside it. */
    function stepAt(by) {
      const here = wayOf().findIndex((step) => step.key === model.get("current"));
      const step = here < 0 ? undefined : wayOf()[here + by];
      return isOpen(step) ? step : undefined;
    }

    function go(key) {
      if (model.get("current") !== key && isOpen(stepOf(key))) put(model, "current", key);
    }
    function link(step, text, attributes) {
      const press = (event) => {
        // Another tab, another window.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(step.key);
      };
      return h("a", { href: addressOf(step.key), "data-key": step.key, onclick: press, ...attributes }, text);
    }
    const isHere = (step) => ({ "aria-current": step.key === model.get("current") && "step" });
    function item(step, index) {
      const text = [
        h("span", { class: "carnets-path-number" }, String(index + 1)),
        " ",
        h("span", { class: "carnets-heard" }, step.label),
      ];
      return h("li", null, isOpen(step) ? link(step, text, isHere(step)) : h("span", null, text));
    }
    function draw() {
      const steps = model.get("steps");
      const here = stepOf(model.get("current"));
      const after = stepAt(1);
      redraw(list, wayOf().map(item));
      redraw(beside, steps.filter((step) => step.beside).map((step) => link(step, step.label, isHere(step))));
      set(title, "textContent", here?.label ?? "");
      set(place, "textContent", here?.place ?? "");
      set(
        why,
        "textContent",
        [!steps.every(isOpen) && model.get("reason"), model.get("private")].filter(Boolean).join(" "),
      );
      const main = { class: "carnets-button carnets-button-main", "data-key": "next" };
      redraw(next, after && link(after, after.next, main));
      for (const node of [why, place, next]) node.hidden = !node.firstChild;
    }
    function show() {
      const key = model.get("current");
      const isThere = hosts.has(key) || model.get("shown_of") === key;
      body.setAttribute("aria-busy", String(!isThere));
      if (!isThere) return only(body);
      if (!hosts.has(key)) {
        hosts.set(key, h("div"));
        views.show(idOf(model.get("shown")), hosts.get(key));
      }
      return only(body, hosts.get(key));
    }
    const projected = projection(model, { stage, content, stepAt, go });
    head.append(projected.open);
    on(model, ["current", "opened", "reason", "private"], draw);
    on(model, ["current", "shown_of"], show);
    model.on("change:current", () => {
      title.focus({ preventScroll: true });
      if (el.getBoundingClientRect().top < 0) el.scrollIntoView({ block: "start" });
    });

    const isNear = () => Boolean(stepAt(0)) || title.getBoundingClientRect().bottom > 0;
    const endLeaving = leaving(body, title, isNear);

    // A choice that is tried goes to the top of the page when its picture is under it: both are on screen. The picture
    // is drawn anew: the page, shorter until it is, would leave the place where one is.
    body.addEventListener("change", ({ target }) => {
      const choice = target.closest(".carnets-tried label");
      if (!choice) return;
      body.style.minHeight = `${body.offsetHeight}px`;
      setTimeout(() => (body.style.minHeight = ""), 3000);
      const top = body.querySelector(".carnets-family-dots")?.parentElement.getBoundingClientRect().top;
      if (top > choice.getBoundingClientRect().bottom) choice.scrollIntoView();
    });

    // In a notebook, the key is for the lab that one is in; a page of its own has one lab.
    const scope = isApplication() ? document : el;
    const pressed = (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyP") return;
      event.preventDefault();
      projected.enter();
    };
    scope.addEventListener("keydown", pressed);
    // On a phone what one unfolds takes the place of all else, and gives it back: what was pressed stays in view.
    const unfolded = ({ target }) =>
      matchMedia("(max-width: 640px)").matches && target.contains(document.activeElement) &&
      document.activeElement?.scrollIntoView({ block: "nearest" });
    el.addEventListener("toggle", unfolded, true);
    function end() {
      scope.removeEventListener("keydown", pressed);
      endLeaving();
      projected.end();
      return views.remove();
    }
    if (!isApplication()) return end;
    // What a link holds stays in the address until one has bet on it: a page that is loaded again has it still.
    let held = "";
    const arrive = () => {
      held = (ofAddress("reglages") ?? "").slice(0, LONGEST);
      if (held) put(model, "arrived", held);
      return Boolean(held);
    };
    function write(how, key) {
      const settings = held && !stepOf(key).waits ? `&reglages=${encodeURIComponent(held)}` : "";
      history[how](OURS, "", addressOf(key) + settings);
    }
    const follow = () => {
      // Back at an address that the page wrote, what it holds would undo what one has done since.
      if (history.state === OURS || !arrive()) return go(ofAddress() ?? first());
      // What a link did is said at the first step, and on trial is something that nobody has bet on.
      write("replaceState", first());
      return go(first());
    };
    arrive();
    const sought = ofAddress();
    if (sought && isOpen(stepOf(sought))) put(model, "current", sought);
    else if (sought) write("replaceState", model.get("current"));
    model.on("change:current", () => {
      const key = model.get("current");
      const from = ofAddress() ?? first();
      if (from === key) return;
      if (held && stepOf(key).waits) {
        held = "";
        write("replaceState", from);
      }
      write("pushState", key);
    });
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      return end();
    };
  },
};

// A step alone on the screen, in large type, with nothing to set: what a room looks at. A presenter's remote sends the
// keys of a page up and down.
import { h, on } from "./dom.js";

const BY_KEY = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };
// Pixels that are nothing left to read.
const LITTLE = 4;
// What a room reads from its back, in rem.
const LEAST_TYPE = 1.25;

/** Everything of the page that is beside a node, and can still be reached. */
function besides(node) {
  const all = [];
  for (let at = node; at !== document.body; at = at.parentElement) {
    all.push(...[...at.parentElement.children].filter((other) => other !== at && !other.inert));
  }
  return all;
}

/**
 * `stage` is what is projected, with its controls and nothing else that is one; `content`, what scrolls in it.
 * `stepAt(by)` is the open step before (-1) or after (1), if there is one, to which `go` leads.
 */
export function projection(model, { stage, content, stepAt, go }) {
  const words = model.get("words");
  const control = (text, keys, onclick) =>
    h("button", { type: "button", class: "carnets-button", title: keys, onclick }, text);
  const turns = [-1, 1].map((by) =>
    control(
      by < 0 ? words.previous : words.following,
      by < 0 ? words["previous-key"] : words["following-key"],
      () => turn(by),
    )
  );
  const bar = h("p", { class: "carnets-stage-bar" }, turns, control(words.leave, words["leave-key"], leave));
  const open = h(
    "button",
    {
      type: "button",
      class: "carnets-path-project",
      title: words["project-key"],
      "aria-keyshortcuts": "Alt+P",
      onclick: enter,
    },
    words.project,
    h("span", { class: "carnets-heard" }, ` ${words["this-step"]}`),
  );
  stage.append(bar);

  let apart = [];
  let held = [];
  let before = null;
  const isOn = () => stage.classList.contains("carnets-projected");
  const below = (by) => (by > 0 ? content.scrollHeight - content.clientHeight - content.scrollTop : content.scrollTop);

  // What is left of a step comes before the next one.
  function turn(by) {
    const step = stepAt(by);
    if (below(by) > LITTLE) content.scrollBy({ top: by * content.clientHeight * 0.85 });
    else if (step) {
      content.scrollTop = 0;
      go(step.key);
    }
    redraw();
  }
  // The type first, as large as the step leaves it; then the dots, which take what is left. Where nothing holds, it
  // scrolls.
  function fit() {
    const at = content.scrollTop;
    const size = (name, value) => stage.style.setProperty(name, value);
    const holds = () => content.scrollHeight <= content.clientHeight && content.scrollWidth <= content.clientWidth;
    function largest(name, least, most) {
      for (let value = most;; value = Math.max(least, value * 0.96)) {
        size(name, value);
        if (value <= least || holds()) return;
      }
    }
    const most = Math.max(1.2, Math.min(2.4, innerWidth / 711));
    size("--points", 0.7);
    largest("--grandeur", LEAST_TYPE, most);
    largest("--points", 0.2, 2);
    if (!holds()) {
      size("--grandeur", most);
      size("--points", 1);
    }
    content.scrollTop = at;
  }
  function redraw() {
    turns.forEach((button, at) => {
      const by = at ? 1 : -1;
      button.setAttribute("aria-disabled", String(below(by) <= LITTLE && !stepAt(by)));
    });
    // What the keyboard goes into is a control: its families are not what a room looks at.
    for (const reached of content.querySelectorAll('[tabindex="0"], summary')) {
      // Nothing of a drawing is inert but what holds it.
      const node = reached.ownerSVGElement?.parentElement ?? reached;
      if (!node.inert) held.push(node);
      node.inert = true;
    }
  }
  const again = () => {
    fit();
    redraw();
  };
  const watch = new MutationObserver(again);
  // Of the screen, which is given a moment later.
  const sized = new ResizeObserver(again);

  function enter() {
    if (isOn() || open.hidden) return;
    before = document.activeElement;
    apart = besides(stage);
    for (const node of apart) node.inert = true;
    stage.classList.add("carnets-projected");
    for (const [name, value] of Object.entries(stageIs())) stage.setAttribute(name, value);
    // Above everything, whatever the page has around it; a browser of before 2024 has the place alone.
    stage.showPopover?.();
    // Refused in a frame, unknown to a telephone: the step then takes the window, and nothing else changes.
    Promise.resolve(document.documentElement.requestFullscreen?.()).catch(() => {});
    // It scrolls: the keyboard comes to it.
    content.setAttribute("tabindex", "0");
    content.scrollTop = 0;
    content.focus();
    watch.observe(content, { childList: true, subtree: true });
    sized.observe(content);
    again();
  }
  const stageIs = () => ({
    popover: "manual",
    role: "dialog",
    "aria-modal": "true",
    "aria-label": words.projected,
    // Of JupyterLab, which would move in the notebook.
    "data-lm-suppress-shortcuts": "true",
  });
  function leave() {
    if (!isOn()) return;
    watch.disconnect();
    sized.disconnect();
    stage.hidePopover?.();
    for (const name of Object.keys(stageIs())) stage.removeAttribute(name);
    stage.classList.remove("carnets-projected");
    content.removeAttribute("tabindex");
    for (const node of [...apart, ...held]) node.inert = false;
    [apart, held] = [[], []];
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    // A link of the way is made anew at each step.
    const key = before?.dataset?.key;
    const there = key ? stage.parentElement?.querySelector(`[data-key="${CSS.escape(key)}"]`) : before;
    const isThere = there?.isConnected && there !== document.body && there.getClientRects().length;
    (isThere ? there : open).focus({ preventScroll: true });
  }
  // Of the page and not of the step: a remote has no place, and Tab may have left the page for the browser.
  const pressed = (event) => {
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") leave();
    else if (BY_KEY[event.key]) turn(BY_KEY[event.key]);
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", pressed);
  content.addEventListener("scroll", () => isOn() && redraw());
  // The browser takes Escape for itself once the whole screen is given.
  const gone = () => document.fullscreenElement || leave();
  document.addEventListener("fullscreenchange", gone);
  on(model, ["private", "current"], () => {
    open.hidden = !model.get("projects") || Boolean(model.get("private")) || !stepAt(0);
    if (open.hidden) leave();
  });
  return {
    open,
    enter,
    end() {
      document.removeEventListener("fullscreenchange", gone);
      document.removeEventListener("keydown", pressed);
      leave();
    },
  };
}

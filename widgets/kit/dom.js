// Helpers shared by every part. User strings only ever become text nodes or attributes, never HTML.
// `h`, `svg`, `only` and `redraw` are all that the screens have of a library: thirty lines, no state of their own. A part
// makes its elements anew at each change of what it shows, and `redraw` gives the focus back to the one of the same
// `data-key`; what must not be made again (a field being typed in) is kept and changed with `set`. Why no library:
// docs/decisions/0059-javascript-est-du-code.md.

const PAGE = Math.random().toString(36).slice(2, 7);
let count = 0;

/** An id that no other part of the page has. */
export const uid = (prefix = "c") => `${prefix}-${PAGE}-${++count}`;

function fill(node, attrs, children) {
  for (const [name, value] of Object.entries(attrs ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An element: h("button", { type: "button", onclick: press }, "Voir"). */
export const h = (tag, attrs, ...children) => fill(document.createElement(tag), attrs, children);

/** The same for SVG. */
export const svg = (tag, attrs, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attrs, children);

/** Draw now, and again each time one of the traits changes: once for all those that Python changes in one message. */
export function on(model, traits, draw) {
  let due = false;
  model.on(traits.map((trait) => `change:${trait}`).join(" "), () => (due = true));
  model.on("change", () => {
    if (!due) return;
    due = false;
    draw();
  });
  draw();
}

// A part holds a change back while an earlier one of its own is on its way, and merges those that wait; a message of
// another part, a press for one, would overtake them. By part: the changes that Python has not taken in yet.
const underway = new Map();
// A kernel that is gone never answers: what is pressed leaves all the same.
const LONGEST_MS = 30_000;

function followed(model) {
  if (!underway.has(model)) underway.set(model, []);
  const queue = underway.get(model);
  const change = {};
  change.taken = new Promise((resolve) => (change.take = resolve));
  queue.push(change);
  // Taken in with those before it: they were merged into it, or left earlier.
  const take = (count) => {
    queue.splice(0, count).forEach(({ take, timer }) => take(clearTimeout(timer)));
    if (!queue.length && underway.get(model) === queue) underway.delete(model);
  };
  const heard = () => take(queue.indexOf(change) + 1);
  change.timer = setTimeout(heard, LONGEST_MS);
  // The kernel was started again.
  model.on("comm_live_update", heard);
  change.taken.then(() => model.off("comm_live_update", heard));
  return { iopub: { status: ({ content }) => content.execution_state === "idle" && heard() } };
}

/** Give the page's choice to Python. */
export function put(model, trait, value) {
  let changed = false;
  const note = () => (changed = true);
  model.on(`change:${trait}`, note);
  model.set(trait, value);
  model.off(`change:${trait}`, note);
  model.save_changes(changed ? followed(model) : undefined);
}

/** Send Python a message after every choice made until now, whichever the part. */
export async function send(model, message, buffers) {
  await Promise.all([...underway.values()].map((queue) => queue[queue.length - 1].taken));
  model.send(message, undefined, buffers);
}

/** Set a property only when it differs: a caret or a screen reader is not disturbed for nothing. */
export function set(node, property, value) {
  if (node[property] !== value) node[property] = value;
}

/** These children and no other. `replaceChildren` says the same to browsers of after 2020. */
export function only(root, ...children) {
  while (root.firstChild) root.firstChild.remove();
  root.append(...children);
}

/** Replace the children of `root`, giving the focus back to the element of the same `data-key`. */
export function redraw(root, ...children) {
  const active = root.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const key = active?.dataset.key;
  only(root, ...children.flat(Infinity).filter(Boolean));
  if (key) root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** The unit of a part after a number: French has a plural from two on. */
export const unitBeside = (model, count) => model.get(count === null || Math.abs(count) >= 2 ? "unit" : "unit_of_one");

/** Have the browser save a file. */
export function save(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Text for screen readers only. */
export const hidden = (text) => h("span", { class: "carnets-hidden" }, text);

/** The badge of a rule: its kind in a word, its date if it has one; a press opens where it comes from and how it is known. */
export function badge(data, about = "") {
  if (!data?.kind) return null;
  const link = (
    address,
    text,
  ) => (address ? h("a", { href: address, rel: "noreferrer", target: "_blank" }, text) : text);
  const title = h("span", { class: "carnets-source" }, link(data.url, data.title));
  const lines = [title, data.article, data.note, link(data.reported_url, data.known), data.no_url];
  const details = h(
    "details",
    { class: "carnets-badge" },
    h(
      "summary",
      { "data-key": `badge ${about}` },
      h("span", { class: `carnets-pill carnets-pill-${data.kind}` }, data.label),
      h("span", { class: "carnets-since" }, data.since),
      about && hidden(` (${about})`),
    ),
    h("div", { class: "carnets-badge-body" }, lines.filter(Boolean).map((line) => h("p", null, line))),
  );
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  return details;
}

/**
 * What surrounds every setting: its name, badge, help and error, kept up to date.
 * `group` draws a fieldset, for a control made of several; otherwise `label` points to `ids.control`.
 * `sync(control)` ties help and error to a control and disables it when Python says so.
 * `complain(text)` shows an error of the page's own, before Python's; "" takes it away.
 */
export function setting(model, el, { group = false } = {}) {
  const ids = { control: uid(), help: uid(), error: uid() };
  const name = group ? h("legend", null) : h("label", { for: ids.control });
  const mark = h("div", { class: "carnets-mark" });
  const help = h("p", { class: "carnets-help", id: ids.help });
  const body = h("div", { class: "carnets-control" });
  const error = h("p", { class: "carnets-error", id: ids.error, role: "alert" });
  const root = group
    ? h("fieldset", { class: "carnets-setting" }, name, mark, help, body, error)
    : h("div", { class: "carnets-setting" }, h("div", { class: "carnets-head" }, name, mark), help, body, error);
  el.append(root);

  let complaint = "";
  const words = () => {
    set(name, "textContent", model.get("label"));
    set(help, "textContent", model.get("help") ?? "");
    set(error, "textContent", complaint || (model.get("error") ?? ""));
    help.hidden = !help.textContent;
    error.hidden = !error.textContent;
  };
  on(model, ["label", "help", "error"], words);
  on(model, ["badge"], () => redraw(mark, badge(model.get("badge"), model.get("label"))));
  const controls = new Set();
  const tie = (control) => {
    const about = [!help.hidden && ids.help, !error.hidden && ids.error].filter(Boolean).join(" ");
    if (about) control.setAttribute("aria-describedby", about);
    else control.removeAttribute("aria-describedby");
    if (group) return;
    if (error.hidden) control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  };
  const sync = (control) => {
    controls.add(control);
    tie(control);
    control.disabled = model.get("disabled");
  };
  const syncAll = () => controls.forEach(sync);
  const complain = (text) => {
    if (text === complaint) return;
    complaint = text;
    words();
    syncAll();
  };
  // After `words`, whose sentences it reads.
  on(model, ["help", "error", "disabled"], syncAll);
  if (group) sync(root);
  return { ids, body, root, name, sync, complain };
}

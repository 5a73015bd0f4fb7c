// A week of half-hours that one paints: with the mouse, a finger, the keyboard, or « de … à … » fields.
// The picture is redrawn cell by cell, so that focus and an unfinished drag survive a change made by Python.

import { h, on, put, setting } from "./dom.js";

const NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAYS = 7;
const SLOTS = 48;
// A finger that stays put paints; one that moves up or down scrolls.
const PRESS_MS = 350;

const clock = (slot) => `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 ? "30" : "00"}`;
const copy = (mask) => mask.map((day) => day.slice());

// Every cell between two corners, set to one state over a snapshot: going back un-paints.
function rectangle(mask, from, to, state) {
  const next = copy(mask);
  for (let day = Math.min(from.day, to.day); day <= Math.max(from.day, to.day); day += 1) {
    for (let slot = Math.min(from.slot, to.slot); slot <= Math.max(from.slot, to.slot); slot += 1) {
      next[day][slot] = state;
    }
  }
  return next;
}

// « de … à … »: an end that is not after the start belongs to the next day.
function range(mask, days, start, end, state) {
  const next = copy(mask);
  const length = end > start ? end - start : end + SLOTS - start;
  for (const day of days) {
    for (let step = 0; step < length; step += 1) {
      const slot = start + step;
      next[(day + (slot >= SLOTS ? 1 : 0)) % DAYS][slot % SLOTS] = state;
    }
  }
  return next;
}

function buildTable(words, labelId, helpId) {
  /** @type {HTMLTableCellElement[][]} by day */
  const cells = Array.from({ length: DAYS }, () => []);
  const head = h(
    "tr",
    {},
    h("td", { class: "coin" }),
    ...words.days.map((name, day) =>
      h(
        "th",
        { scope: "col", role: "columnheader" },
        h("span", { "aria-hidden": "true" }, words.short_days[day]),
        h("span", { class: "carnets-hidden" }, name),
      )
    ),
  );
  const rows = Array.from({ length: SLOTS }, (_, slot) => {
    const row = h(
      "tr",
      { class: slot % 2 ? "demie" : "heure" },
      h("th", { scope: "row", role: "rowheader" }, clock(slot)),
    );
    for (let day = 0; day < DAYS; day += 1) {
      const cell = h("td", { role: "gridcell", tabindex: "-1" });
      cell.dataset.day = day;
      cell.dataset.slot = slot;
      cells[day].push(cell);
      row.append(cell);
    }
    return row;
  });
  const table = h(
    "table",
    { role: "grid", "aria-multiselectable": "true", "aria-labelledby": labelId, "aria-describedby": helpId },
    h("thead", {}, head),
    h("tbody", {}, ...rows),
  );
  return { table, cells };
}

function buildFields(words, id, apply) {
  const boxes = words.days.map((_, day) => h("input", { type: "checkbox", id: `${id}-j${day}`, value: String(day) }));
  const chips = boxes.map((box, day) =>
    h(
      "label",
      { class: "jour", for: box.id },
      box,
      h("span", { "aria-hidden": "true" }, words.short_days[day]),
      h("span", { class: "carnets-hidden" }, words.days[day]),
    )
  );
  const select = (name, first, last, chosen) =>
    h(
      "select",
      { id: `${id}-${name}` },
      ...Array.from({ length: last - first + 1 }, (_, i) =>
        h("option", { value: String(first + i), ...(first + i === chosen ? { selected: "" } : {}) }, clock(first + i))),
    );
  const from = select("de", 0, SLOTS - 1, 40);
  const to = select("a", 1, SLOTS, 14);
  const error = h("p", { class: "erreur", role: "alert" });
  const press = (state) => {
    const days = boxes.filter((box) => box.checked).map((box) => Number(box.value));
    error.textContent = days.length ? "" : words.no_day;
    if (days.length) apply(days, Number(from.value), Number(to.value), state);
    else boxes[0].focus();
  };
  const paint = h("button", { type: "button", class: "carnets-button carnets-button-main" }, words.paint);
  const erase = h("button", { type: "button", class: "carnets-button" }, words.erase);
  paint.addEventListener("click", () => press(true));
  erase.addEventListener("click", () => press(false));
  return h(
    "fieldset",
    { class: "plage" },
    h("legend", {}, words.range_legend),
    h("div", { class: "jours" }, ...chips),
    h(
      "div",
      { class: "heures" },
      h("label", { for: from.id }, words.from),
      from,
      h("label", { for: to.id }, words.to),
      to,
      paint,
      erase,
    ),
    error,
  );
}

function buildOverview(words) {
  const strips = words.short_days.map(() => h("span", { class: "bande" }));
  const box = h(
    "div",
    { class: "apercu", "aria-hidden": "true" },
    ...words.short_days.flatMap((name, day) => [h("span", { class: "nom" }, name), strips[day]]),
    h("span"),
    h("span", { class: "echelle" }, ...["00:00", "06:00", "12:00", "18:00", "24:00"].map((at) => h("span", {}, at))),
  );
  const draw = (mask) =>
    mask.forEach((day, index) => {
      const stops = day.map((on, slot) =>
        `${on ? "var(--peint)" : "var(--papier)"} ${(slot / SLOTS) * 100}% ${((slot + 1) / SLOTS) * 100}%`
      );
      strips[index].style.background = `linear-gradient(to right, ${stops.join(",")})`;
    });
  return { box, draw };
}

function paintWithKeys(table, state) {
  let anchor = null;
  let base = null;
  const moves = {
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    PageUp: [0, -4],
    PageDown: [0, 4],
    Home: [0, -SLOTS],
    End: [0, SLOTS],
  };
  table.addEventListener("keydown", (event) => {
    const at = state.current();
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      anchor = null;
      if (!state.disabled()) state.commit(rectangle(state.mask(), at, at, !state.mask()[at.day][at.slot]));
      return;
    }
    if (!moves[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [days, slots] = moves[event.key];
    const next = {
      day: Math.max(0, Math.min(DAYS - 1, at.day + days)),
      slot: Math.max(0, Math.min(SLOTS - 1, at.slot + slots)),
    };
    if (event.shiftKey && !state.disabled()) {
      if (!anchor) {
        anchor = at;
        base = copy(state.mask());
      }
      state.commit(rectangle(base, anchor, next, base[anchor.day][anchor.slot]));
    } else anchor = null;
    state.focus(next);
  });
  table.addEventListener("keyup", (event) => {
    if (event.key === "Shift") anchor = null;
  });
  table.addEventListener("focusout", () => {
    if (!table.matches(":focus-within")) anchor = null;
  });
}

function paintWithPointer(table, region, state) {
  // {from, mode, base, last}
  let drag = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const cellAt = (x, y) => {
    const cell = region.getRootNode().elementFromPoint(x, y)?.closest("td[data-slot]");
    return cell && table.contains(cell) ? { day: Number(cell.dataset.day), slot: Number(cell.dataset.slot) } : null;
  };
  const begin = (at) => {
    const base = copy(state.mask());
    drag = { from: at, mode: !base[at.day][at.slot], base, next: null };
    move(at);
  };
  const move = (at) => {
    if (drag && at) {
      drag.next = rectangle(drag.base, drag.from, at, drag.mode);
      drag.last = at;
      state.preview(drag.next);
    }
  };
  const nearEdge = (y) => {
    const box = region.getBoundingClientRect();
    if (y > box.bottom - 24) region.scrollTop += 12;
    else if (y < box.top + 56) region.scrollTop -= 12;
  };
  const end = (keep) => {
    clearTimeout(timer);
    if (!drag) return;
    const { next, base, last } = drag;
    drag = null;
    if (keep) {
      state.focus(last);
      state.commit(next);
    } else state.preview(base);
  };
  table.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0 || state.disabled()) return;
    const at = cellAt(event.clientX, event.clientY);
    if (!at) return;
    event.preventDefault();
    begin(at);
    const onMove = (moved) => {
      nearEdge(moved.clientY);
      move(cellAt(moved.clientX, moved.clientY));
    };
    const stop = (done) => {
      document.removeEventListener("pointermove", onMove);
      document.removeEventListener("pointerup", stop);
      document.removeEventListener("pointercancel", stop);
      end(done.type === "pointerup");
    };
    document.addEventListener("pointermove", onMove);
    document.addEventListener("pointerup", stop);
    document.addEventListener("pointercancel", stop);
  });
  // Touch: a tap toggles one cell (click), a held finger paints, anything else scrolls the page as usual.
  let held = null;
  table.addEventListener("touchstart", (event) => {
    if (event.touches.length !== 1 || state.disabled()) {
      end(false);
      return;
    }
    const touch = event.touches[0];
    held = { x: touch.clientX, y: touch.clientY, at: cellAt(touch.clientX, touch.clientY) };
    if (held.at) timer = setTimeout(() => begin(held.at), PRESS_MS);
  }, { passive: true });
  table.addEventListener("touchmove", (event) => {
    const touch = event.touches[0];
    if (drag) {
      event.preventDefault();
      nearEdge(touch.clientY);
      move(cellAt(touch.clientX, touch.clientY));
    } else if (held && Math.hypot(touch.clientX - held.x, touch.clientY - held.y) > 8) {
      clearTimeout(timer);
      held = null;
    }
  }, { passive: false });
  table.addEventListener("touchend", (event) => {
    const tapped = held && held.at && !drag;
    clearTimeout(timer);
    // No emulated mouse afterwards.
    if (event.cancelable) event.preventDefault();
    if (tapped) begin(held.at);
    held = null;
    end(true);
  });
  table.addEventListener("touchcancel", () => {
    held = null;
    end(false);
  });
  table.addEventListener("contextmenu", (event) => {
    if (drag) event.preventDefault();
  });
}

// The grid as the page sees it: what is drawn, which cell has the focus, what goes back to Python.
function gridState(model, words, cells, overview) {
  let shown = null;
  let current = { day: 0, slot: 40 };
  const paintCell = (day, slot, on, names) => {
    const cell = cells[day][slot];
    cell.setAttribute("aria-selected", String(on));
    cell.setAttribute("aria-label", `${words.days[day]} ${clock(slot)}, ${names[on ? 0 : 1]}`);
  };
  const preview = (mask, all = shown === null) => {
    const names = [model.get("painted_label"), model.get("free_label")];
    for (let day = 0; day < DAYS; day += 1) {
      for (let slot = 0; slot < SLOTS; slot += 1) {
        if (all || mask[day][slot] !== shown[day][slot]) paintCell(day, slot, mask[day][slot], names);
      }
    }
    shown = copy(mask);
    overview.draw(mask);
  };
  const rove = (at) => {
    cells[current.day][current.slot].tabIndex = -1;
    current = at;
    cells[at.day][at.slot].tabIndex = 0;
  };
  rove(current);
  return {
    preview,
    rove,
    current: () => current,
    mask: () => model.get("value"),
    disabled: () => model.get("disabled"),
    commit: (mask) => {
      preview(mask);
      put(model, "value", mask);
    },
    focus: (at) => {
      rove(at);
      cells[at.day][at.slot].focus();
    },
  };
}

function render({ model, el, signal }) {
  const texts = model.get("words");
  const words = {
    ...texts,
    days: NAMES.map((name) => texts[name]),
    short_days: NAMES.map((name) => texts[`${name}_short`]),
  };
  const { ids, body, name } = setting(model, el, { group: true });
  name.id = `${ids.control}-nom`;
  const keys = h("p", { id: `${ids.control}-touches`, class: "carnets-help" }, words.keys);
  const summary = h("p", { class: "resume", role: "status" });
  const legend = h("p", { class: "legende" });
  const { table, cells } = buildTable(words, name.id, keys.id);
  const overview = buildOverview(words);
  const region = h("div", { class: "defile" }, table);
  const state = gridState(model, words, cells, overview);
  const fields = buildFields(
    words,
    ids.control,
    (days, from, to, on) => state.commit(range(state.mask(), days, from, to, on)),
  );
  table.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td[data-slot]");
    if (cell) state.rove({ day: Number(cell.dataset.day), slot: Number(cell.dataset.slot) });
  });
  paintWithKeys(table, state);
  paintWithPointer(table, region, state);

  on(model, ["summary"], () => {
    summary.textContent = model.get("summary");
  });
  on(model, ["value"], () => state.preview(model.get("value")));
  on(model, ["painted_label", "free_label"], () => {
    legend.replaceChildren(
      h("span", {}, h("span", { class: "touche peint" }), model.get("painted_label")),
      h("span", {}, h("span", { class: "touche" }), model.get("free_label")),
    );
    state.preview(model.get("value"), true);
  });
  on(model, ["disabled"], () => table.setAttribute("aria-readonly", String(model.get("disabled"))));
  body.append(summary, overview.box, fields, keys, legend);
  // Outside the fieldset: a week that cannot be changed can still be read and scrolled with the keyboard.
  el.append(region);
  // The day begins at six: the night is one gesture above. The region is scrolled once it has a height.
  const first = new ResizeObserver(() => {
    if (!region.clientHeight) return;
    region.scrollTop = cells[0][12].offsetTop - (table.tHead?.offsetHeight ?? 0);
    first.disconnect();
  });
  first.observe(region);
  signal?.addEventListener("abort", () => first.disconnect());
}

export default { render };

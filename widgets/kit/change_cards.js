// A card for each change; its bars are drawn beside their counts, which say all that they do.
import { h, hidden, on, redraw, send, uid } from "./dom.js";

const SIDE_BY_SIDE_PX = 640;

function lines(title, rows) {
  if (!rows.length) return [];
  const bar = (length) => h("i", { style: `inline-size:${length * 60}%` });
  const items = rows.map(({ label, lengths, words, difference }) =>
    h(
      "li",
      {},
      h("span", {}, label, hidden(" : ")),
      h("b", {}, difference),
      h("span", { class: "avant" }, bar(lengths[0]), words[0]),
      h("span", { class: "apres" }, bar(lengths[1]), words[1]),
    )
  );
  return [h("b", {}, title), h("ul", {}, items)];
}

function render({ model, el, signal }) {
  const words = model.get("words");
  const group = uid();
  const name = h("p", { id: group });
  const root = h("div", { role: "group", "aria-labelledby": group });
  el.append(name, root);
  let wide = false;
  let opened = -1;

  const card = (data, place) => {
    const id = uid();
    const button = h("button", {
      type: "button",
      class: "carnets-button",
      "aria-describedby": id,
      "aria-disabled": String(data.tried),
      "data-key": `essai-${place}`,
      onclick: () => data.tried || send(model, { event: "try", place }),
    }, data.tried ? words.tried : model.get("action"));
    const title = [h("span", {}, data.size), h("b", { id }, data.title)];
    const mark = h("span", { class: data.fair ? "juste" : "payee" }, data.mark);
    const details = h(
      "details",
      { open: wide || place === opened, name: wide ? null : group },
      h("summary", { "data-key": `carte-${place}` }, title, mark),
      data.settings.map((setting) => h("p", {}, setting)),
      lines(words.better, data.better),
      lines(words.worse, data.worse),
      [words.scale, ...data.notes].map((note) => h("p", {}, note)),
      button,
    );
    details.addEventListener("toggle", () => {
      // What was above it is gone.
      if (!wide && details.open && opened !== place) details.scrollIntoView();
      if (!wide && (details.open || opened === place)) opened = details.open ? place : -1;
    });
    return details;
  };
  const draw = () => {
    name.textContent = model.get("label");
    redraw(root, model.get("sent").map(card));
  };
  // Side by side they are read across; one under the other, three open cards would be a wall.
  const sized = new ResizeObserver(() => {
    if (wide === root.clientWidth >= SIDE_BY_SIDE_PX) return;
    wide = !wide;
    draw();
  });
  sized.observe(root);
  signal?.addEventListener("abort", () => sized.disconnect());
  on(model, ["label", "action", "sent"], draw);
}

export default { render };

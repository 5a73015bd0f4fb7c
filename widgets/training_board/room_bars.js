import { h, hidden, on, set } from "../kit/dom.js";
import { keyed } from "./keyed.js";

const percent = (share) => `${Math.max(0, Math.min(1, share)) * 100}%`;

function line() {
  const name = h("span", { class: "nom" });
  const track = h("span", { class: "piste", "aria-hidden": "true" });
  const count = h("span", { class: "compte" });
  return { node: h("li", {}, name, hidden(" : "), track, count), name, track, count };
}

function fill({ name, track, count }, row) {
  set(name, "textContent", row.title);
  set(count, "textContent", row.text);
  while (track.children.length > row.parts.length) track.lastChild.remove();
  while (track.children.length < row.parts.length) track.append(h("i", {}));
  row.parts.forEach(({ status, share }, index) => {
    set(track.children[index], "className", `etat-${status}`);
    track.children[index].style.inlineSize = percent(share);
  });
}

export default {
  render({ model, el }) {
    const headline = h("p", { class: "phrase" });
    const mark = h("span", { "aria-hidden": "true", class: "marque" }, "✓ ");
    const words = h("span", {});
    headline.append(mark, words);
    const detail = h("p", { class: "precision" });
    const title = h("h3", {});
    const key = h("ul", { class: "cle", "aria-hidden": "true" });
    const list = h("ol", { class: "lignes" });
    el.append(headline, detail, title, key, list);
    const draw = keyed(list, line, fill);

    on(model, ["headline", "detail", "done", "title"], () => {
      set(words, "textContent", model.get("headline"));
      set(detail, "textContent", model.get("detail"));
      set(title, "textContent", model.get("title"));
      headline.hidden = !model.get("headline");
      mark.hidden = !model.get("done");
      detail.hidden = !model.get("detail");
      title.hidden = !model.get("title");
    });
    on(
      model,
      ["key"],
      () =>
        key.replaceChildren(
          ...model.get("key").map(({ status, label }) => h("li", {}, h("i", { class: `etat-${status}` }), label)),
        ),
    );
    on(model, ["rows"], () => {
      draw(model.get("rows"));
      key.hidden = !model.get("rows").length;
    });
  },
};

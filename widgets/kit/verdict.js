import { h } from "./dom.js";

const MARKS = { neutre: "•", bon: "✓", partiel: "◐", alerte: "▲" };
const mark = (tone) => h("span", { class: "carnets-verdict-mark", "aria-hidden": "true" }, MARKS[tone]);

const line = ({ tone, word, text }) =>
  h(
    "li",
    { "data-tone": tone },
    mark(tone),
    h("span", null, word && h("span", { class: "carnets-verdict-word" }, `${word}\u00a0: `), text),
  );

export default {
  render({ model, el }) {
    const status = h("div", { role: "status", "aria-atomic": "true" });
    el.append(status);
    let waiting = false;
    function draw() {
      waiting = false;
      const [text, tone, lines] = [model.get("text"), model.get("tone"), model.get("lines")];
      el.dataset.tone = tone;
      status.className = text || lines.length ? "carnets-verdict-box" : "";
      status.replaceChildren(
        ...[
          text && h("p", { class: "carnets-verdict-text" }, mark(tone), h("span", null, text)),
          lines.length && h("ul", { role: "list" }, lines.map(line)),
        ].filter(Boolean),
      );
    }
    draw();
    // The three arrive together and are drawn, and said, once.
    model.on("change:text change:tone change:lines", () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(draw);
    });
  },
};

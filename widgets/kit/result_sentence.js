import { h, hidden, on } from "./dom.js";

const QUIET_MS = 600;
const MARKS = { bon: "✓", alerte: "▲" };

export default {
  render({ model, el }) {
    const sentence = h("p", { class: "carnets-sentence" });
    const detail = h("p", { class: "carnets-detail" });
    const status = h("div", { role: "status", "aria-live": "off", "aria-atomic": "true" }, sentence, detail);
    el.append(status);
    let timer;
    // Seen at once, said once: while a slider moves, each change would otherwise queue a sentence to hear.
    function announce() {
      status.setAttribute("aria-live", "polite");
      timer = setTimeout(write, 50);
    }
    function write() {
      const tone = model.get("tone");
      const mark = MARKS[tone] &&
        [h("span", { "aria-hidden": "true" }, `${MARKS[tone]} `), hidden(model.get("words")[tone])];
      sentence.replaceChildren(...(mark || []), model.get("text"));
      detail.replaceChildren(model.get("detail"));
      detail.hidden = !model.get("detail");
      el.dataset.tone = tone;
      status.classList.toggle("carnets-empty", !model.get("text"));
    }
    let first = true;
    on(model, ["text", "detail", "tone"], () => {
      clearTimeout(timer);
      if (!first) {
        status.setAttribute("aria-live", "off");
        timer = setTimeout(announce, QUIET_MS);
      }
      first = false;
      write();
    });
    // The results of a lab stand under its sentence, whatever its height.
    const size = new ResizeObserver(() => {
      const lab = el.closest(".carnets-lab-summary")?.closest(".carnets-lab");
      lab?.style.setProperty("--lab-summary", `${el.offsetHeight}px`);
    });
    size.observe(el);
    return () => {
      clearTimeout(timer);
      size.disconnect();
    };
  },
};

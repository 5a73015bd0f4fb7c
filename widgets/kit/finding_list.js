import { badge, h, on, redraw } from "./dom.js";

export default {
  render({ model, el }) {
    const list = h("ul", { class: "carnets-findings" });
    el.append(list);
    const item = (finding) =>
      h(
        "li",
        { "data-severity": finding.severity },
        h("p", { class: "carnets-finding-title" }, h("span", null, finding.severity_label), " · ", finding.title),
        h("p", null, finding.detail),
        h("p", null, h("strong", null, model.get("words").change), " ", finding.change),
        badge(finding.badge, finding.title),
      );
    const badges = () => [...list.querySelectorAll(".carnets-badge")];
    const key = (fold) => fold.querySelector("summary").dataset.key;
    on(model, ["findings"], () => {
      // A source that someone reads stays open while its finding stands.
      const open = new Set(badges().filter((fold) => fold.open).map(key));
      redraw(list, model.get("findings").map(item));
      for (const fold of badges()) fold.open = open.has(key(fold));
      list.hidden = model.get("findings").length === 0;
    });
  },
};

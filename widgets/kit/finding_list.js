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
    on(model, ["findings"], () => {
      redraw(list, model.get("findings").map(item));
      list.hidden = model.get("findings").length === 0;
    });
  },
};

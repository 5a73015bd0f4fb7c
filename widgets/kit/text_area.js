import { h, on, put, set, setting, uid } from "./dom.js";

const QUIET_MS = 800;

export default {
  render({ model, el }) {
    const { ids, body, sync } = setting(model, el);
    const left = h("p", { class: "carnets-help", id: uid("left") });
    // Said once typing stops, and only near the end: a count at each key would cover what is typed.
    const status = h("p", { class: "carnets-hidden", role: "status" });
    const area = h("textarea", { id: ids.control });
    body.append(area, left, status);
    sync(area);
    let timer;
    // What Python counts: one for each character, whatever the browser stores it as.
    const count = () => [...area.value].length;
    function tell() {
      const rest = Math.max(0, model.get("max_length") - count());
      set(left, "textContent", model.get("words").left.replace("LEFT", rest));
      clearTimeout(timer);
      timer = setTimeout(() => {
        set(
          status,
          "textContent",
          rest <= model.get("max_length") / 10 && area.matches(":focus") ? left.textContent : "",
        );
      }, QUIET_MS);
    }
    area.addEventListener("input", () => {
      put(model, "value", area.value);
      tell();
    });
    on(model, ["lines", "max_length"], () => {
      area.rows = model.get("lines");
      area.maxLength = model.get("max_length");
      tell();
    });
    on(model, ["value"], () => {
      set(area, "value", model.get("value"));
      tell();
    });
    return () => clearTimeout(timer);
  },
};

import { put } from "./dom.js";

/** A browser may refuse storage altogether: then nothing is kept, and nothing breaks. */
const attempt = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};

export default {
  render({ model, el, signal }) {
    el.hidden = true;
    const key = `carnets:${model.get("name")}`;
    const store = () => (model.get("tab") ? sessionStorage : localStorage);
    const keep = () => {
      const value = model.get("value");
      attempt(() => (value ? store().setItem(key, value) : store().removeItem(key)));
    };
    const draft = attempt(() => store().getItem(key)) ?? "";
    if (draft !== model.get("found")) put(model, "found", draft);
    else if (model.get("tab") && !draft) keep();
    model.on("change:value", keep);
    const erased = ({ key: its, newValue }) => model.get("held") && its === key && newValue === null && keep();
    addEventListener("storage", erased, { signal });
  },
};

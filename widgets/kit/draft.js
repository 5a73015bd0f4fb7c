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
    const held = model.get("held");
    const tab = model.get("tab");
    // What is held is this tab's own first: it finds that again, whatever another has done since.
    const stores = () => [(held || tab) && sessionStorage, !tab && localStorage].filter(Boolean);
    const keep = () => {
      const value = model.get("value");
      attempt(() => stores().forEach((store) => store[value ? "setItem" : "removeItem"](key, value)));
    };
    const draft = attempt(() => stores().map((store) => store.getItem(key)).find(Boolean)) ?? "";
    if (draft !== model.get("found")) put(model, "found", draft);
    else if (tab && !draft) keep();
    model.on("change:value", keep);
    const erased = ({ key: its, newValue }) => held && its === key && newValue === null && keep();
    addEventListener("storage", erased, { signal });
  },
};

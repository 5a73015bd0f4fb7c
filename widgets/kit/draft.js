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
  render({ model, el }) {
    el.hidden = true;
    const key = `carnets:${model.get("name")}`;
    const draft = attempt(() => localStorage.getItem(key)) ?? "";
    if (draft !== model.get("found")) put(model, "found", draft);
    model.on("change:value", () => {
      const value = model.get("value");
      attempt(() => (value ? localStorage.setItem(key, value) : localStorage.removeItem(key)));
    });
  },
};

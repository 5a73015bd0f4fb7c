import { h, on } from "./dom.js";

export default {
  render({ model, el }) {
    on(model, ["level", "text"], () => el.replaceChildren(h(`h${model.get("level")}`, null, model.get("text"))));
  },
};

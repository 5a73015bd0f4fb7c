import { h, on } from "./dom.js";

export default {
  render({ model, el }) {
    on(model, ["lines"], () => el.replaceChildren(...model.get("lines").map((line) => h("p", null, line))));
  },
};

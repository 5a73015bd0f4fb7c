import { childViews, idOf } from "../kit/child_views.js";
import { h, on, set } from "../kit/dom.js";
import { leaving } from "../kit/leaving.js";

export default {
  render({ model, el, signal }) {
    const views = childViews(model, signal);
    const title = h("h2", { tabindex: "-1" });
    const body = h("div");
    el.append(title, body);
    on(model, ["title"], () => set(title, "textContent", model.get("title")));
    views.show(idOf(model.get("children")[0]), body);
    const endLeaving = leaving(body, title);
    model.on("change:sessions", () => {
      // In a notebook, what follows # is not ours.
      if (location.hash.startsWith("#etape=")) {
        history.replaceState(history.state, "", location.pathname + location.search);
      }
    });
    return () => {
      endLeaving();
      return views.remove();
    };
  },
};

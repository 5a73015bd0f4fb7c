export default {
  render({ model, el }) {
    el.hidden = true;
    model.on("change:sessions", () => {
      // In a notebook, what follows # is not ours.
      if (location.hash.startsWith("#etape=")) {
        history.replaceState(history.state, "", location.pathname + location.search);
      }
    });
  },
};

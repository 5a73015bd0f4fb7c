import { h, on, put, send, set, uid } from "../kit/dom.js";

export default {
  render({ model, el }) {
    const words = model.get("words");
    const [points, comment, error, help] = ["points", "comment", "error", "help"].map(uid);
    const who = h("h3", { class: "qui" });
    const state = h("p", { class: "etat" });
    const text = h("blockquote", { class: "texte", tabindex: "0" });
    const grid = h("ul", { class: "grille" });
    const label = h("label", { for: points });
    const complaint = h("p", { class: "carnets-error", id: error, role: "alert" });
    const status = h("p", { class: "dit", role: "status" });
    const mark = h("input", { id: points, type: "text", inputmode: "decimal", autocomplete: "off" });
    const note = h("textarea", { id: comment, rows: 3, "aria-describedby": help, maxlength: model.get("longest") });
    const go = (way) => send(model, { go: way });
    const button = (way, more) =>
      h("button", { type: "button", class: "carnets-button", onclick: () => go(way), ...more }, words[way]);
    const form = h(
      "form",
      { class: "note", novalidate: true },
      h("div", { class: "points" }, label, mark),
      complaint,
      h("label", { for: comment }, words.comment),
      h("p", { class: "carnets-help", id: help }, words["comment-help"]),
      note,
      h(
        "div",
        { class: "aller" },
        h("button", { type: "submit", class: "carnets-button carnets-button-main" }, words.next),
        button("before"),
        button("after"),
      ),
      h("p", { class: "carnets-help touches" }, words.keys),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go("next");
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      go("next");
    });
    mark.addEventListener("input", () => put(model, "points", mark.value));
    note.addEventListener("input", () => put(model, "comment", note.value));
    el.append(who, state, text, h("p", { class: "cherche" }, words.grid), grid, form, status);

    let shown;
    on(model, ["text"], () => {
      const copy = model.get("text");
      set(who, "textContent", copy.place ?? "");
      set(state, "textContent", copy.state ?? "");
      set(el.dataset, "etat", copy.waits ? "a-lire" : "lu");
      set(text, "textContent", copy.text ?? "");
      set(text, "ariaLabel", copy.who ?? "");
      set(label, "textContent", copy.scale ?? "");
      grid.replaceChildren(...(copy.grid ?? []).map((line) => h("li", null, line)));
      // The first one does not take the focus: the page has just opened, and is read from its top.
      if (shown !== undefined && shown !== copy.id) {
        mark.focus({ preventScroll: true });
        mark.select();
        el.scrollIntoView({ block: "start" });
      }
      shown = copy.id;
    });
    on(model, ["points"], () => set(mark, "value", model.get("points")));
    on(model, ["comment"], () => set(note, "value", model.get("comment")));
    on(model, ["line"], () => set(status, "textContent", model.get("line")));
    on(model, ["error"], () => {
      set(complaint, "textContent", model.get("error"));
      complaint.hidden = !model.get("error");
      mark.setAttribute("aria-invalid", String(!complaint.hidden));
      if (complaint.hidden) mark.removeAttribute("aria-describedby");
      else {
        mark.setAttribute("aria-describedby", error);
        mark.focus();
      }
    });
  },
};

import { h, on, put, set, uid } from "./dom.js";

export default {
  render({ model, el }) {
    const words = model.get("words");
    if (!("etat" in document.documentElement.dataset)) {
      el.append(h("p", { class: "carnets-help" }, words.notebook));
      return undefined;
    }
    const [name, help] = [uid("lien"), uid("aide")];
    const field = h("input", { id: name, type: "text", readonly: true, "aria-describedby": help });
    const status = h("p", { class: "carnets-help", role: "status" });
    const note = h("p", { class: "carnets-help" });
    const none = h("p", { class: "carnets-help" });
    const code = h("img", { alt: words.code });
    const folded = h(
      "details",
      {},
      h("summary", {}, words["show-code"]),
      code,
      h("p", { class: "carnets-help", "aria-hidden": "true" }, words.code),
    );
    async function copy() {
      field.select();
      // Where the page is not of this machine, the browser gives no clipboard: what is selected is copied by hand.
      const isDone = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
      set(status, "textContent", isDone || document.execCommand("copy") ? words.copied : "");
    }
    const offered = h(
      "div",
      {},
      h("label", { for: name }, words.label),
      h("p", { class: "carnets-help", id: help }, words.help),
      h(
        "div",
        { class: "carnets-link" },
        field,
        h("button", { type: "button", class: "carnets-button", onclick: copy }, words.copy),
      ),
      status,
    );
    el.append(offered, note, folded, none);
    let shown = "";
    on(model, ["link", "code", "note", "without"], () => {
      set(field, "value", model.get("link"));
      offered.hidden = !model.get("link");
      set(status, "textContent", "");
      set(note, "textContent", model.get("note"));
      URL.revokeObjectURL(shown);
      const bytes = model.get("code");
      shown = bytes.byteLength ? URL.createObjectURL(new Blob([bytes], { type: "image/png" })) : "";
      if (shown) code.src = shown;
      folded.hidden = !shown;
      set(none, "textContent", model.get("without"));
    });
    // Without the key that the address may hold: it opens this suite to this person alone.
    put(model, "address", `${location.origin}${location.pathname}`);
    return () => URL.revokeObjectURL(shown);
  },
};

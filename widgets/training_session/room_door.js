import { h, on, set } from "../kit/dom.js";

export default {
  render({ model, el }) {
    const words = model.get("words");
    const address = h("a", { target: "_blank", rel: "noopener" });
    const password = h("dd", { class: "carnets-room-password" });
    const code = h("img", { alt: words.code });
    el.append(
      h(
        "div",
        { class: "carnets-room" },
        code,
        h(
          "dl",
          {},
          h("dt", {}, words.address),
          h("dd", {}, address),
          h("dt", {}, words.password),
          password,
        ),
      ),
    );
    let shown = "";
    on(model, ["address", "password", "code"], () => {
      set(address, "textContent", model.get("address"));
      address.href = model.get("address");
      set(password, "textContent", model.get("password"));
      URL.revokeObjectURL(shown);
      const bytes = model.get("code");
      shown = bytes.byteLength ? URL.createObjectURL(new Blob([bytes], { type: "image/png" })) : "";
      if (shown) code.src = shown;
      code.hidden = !shown;
    });
    return () => URL.revokeObjectURL(shown);
  },
};

import { h, on, send, set, setting } from "./dom.js";

export default {
  render({ model, el }) {
    const { ids, body, sync, complain } = setting(model, el);
    const words = model.get("words");
    const input = h("input", { type: "file", id: ids.control, multiple: true, onchange: () => read([...input.files]) });
    const said = h("p", { class: "carnets-file-said", role: "status" });
    body.append(input, h("label", { for: ids.control, class: "carnets-button" }, words.choose), said);
    sync(input);

    async function read(files) {
      const limit = model.get("max_mb") * 2 ** 20;
      const small = files.filter((file) => file.size <= limit);
      const big = files.filter((file) => file.size > limit);
      complain(big.map((file) => model.get("too_big").replace("NAME", file.name)).join("\n"));
      // The same file chosen again after a correction must be read again.
      input.value = "";
      if (!small.length) return;
      said.textContent = words.reading;
      const contents = await Promise.all(small.map((file) => file.arrayBuffer()));
      send(model, { kind: "files", names: small.map((file) => file.name) }, contents);
    }
    const show = () => set(said, "textContent", model.get("said"));
    on(model, ["said", "error"], show);
    on(model, ["accept"], () => input.setAttribute("accept", model.get("accept")));
    // Dropping a file on the zone does what the button does, for those who prefer it.
    body.addEventListener("dragover", (event) => event.preventDefault());
    body.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!input.disabled) read([...event.dataTransfer.files]);
    });
  },
};

import { h, on, send, set, setting, uid } from "./dom.js";

// A server takes in about ten megabytes at once, and some less: whatever their size, files travel in pieces.
const PIECE = 2 ** 20;
// Nor does it open a message in too many parts (`app/voila/bounds.py`).
const MOST_PIECES = 256;
const MB = 2 ** 20;

/** What each message carries: pieces of files, by the rank of their file, a mebibyte in all; small files go together. */
function parcels(files) {
  /** @type {{ rank: number, piece: Blob }[][]} */
  const messages = [];
  let room = 0;
  files.forEach((file, rank) => {
    let from = 0;
    do {
      let last = messages[messages.length - 1];
      if (!room || last.length === MOST_PIECES) [room, last] = [PIECE, messages[messages.push([]) - 1]];
      const to = Math.min(file.size, from + room);
      last.push({ rank, piece: file.slice(from, to) });
      room -= to - from;
      from = to;
    } while (from < file.size);
  });
  return messages;
}

export default {
  render({ model, el }) {
    const { ids, body, sync, complain } = setting(model, el);
    const words = model.get("words");
    const input = h("input", { type: "file", id: ids.control, multiple: true, onchange: () => read([...input.files]) });
    const status = h("p", { class: "carnets-file-said", role: "status" });
    const bar = h("progress", { "aria-label": words.reading });
    const stop = h("button", { type: "button", class: "carnets-button", onclick: halt }, words.stop);
    const count = h("span", null);
    const way = h("div", { class: "carnets-file-way", hidden: true }, bar, count, stop);
    const box = h("input", { type: "checkbox", id: uid("agreed"), onchange: open });
    const asking = h("label", { for: box.id, class: "carnets-choice" }, box, h("span", null, ""));
    body.append(asking, input, h("label", { for: ids.control, class: "carnets-button" }, words.choose), way, status);
    sync(input);

    let turn = 0;
    // { turn, heard, shown }: what is on its way, who waits for Python to have taken the last parcel.
    let underway = null;

    async function read(files) {
      const limit = model.get("max_mb") * MB;
      const small = files.filter((file) => file.size <= limit);
      const big = files.filter((file) => file.size > limit);
      complain(big.map((file) => model.get("too_big").replace("NAME", file.name)).join("\n"));
      // The same file chosen again after a correction must be read again.
      input.value = "";
      // What an earlier choice gave is no longer what this one says.
      status.textContent = "";
      if (!small.length) return;
      const mine = (underway = { turn: ++turn, heard: () => {}, shown: false });
      const total = small.reduce((sum, file) => sum + file.size, 0);
      const all = parcels(small);
      mine.shown = all.length > 1;
      status.textContent = words.reading;
      open();
      try {
        let sent = 0;
        for (const [number, parcel] of all.entries()) {
          const last = number === all.length - 1;
          show(sent, total);
          const pieces = await Promise.all(parcel.map(({ piece }) => piece.arrayBuffer()));
          if (underway !== mine) return;
          const message = { kind: "files", turn: mine.turn, before: number, more: !last, agreed: box.checked };
          const ranks = parcel.map(({ rank }) => rank);
          const taken = new Promise((resolve) => (mine.heard = () => resolve(null)));
          await send(model, { ...message, names: small.map((file) => file.name), of: ranks }, pieces);
          if (last) break;
          await taken;
          if (underway !== mine) return;
          sent += pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
        }
      } catch {
        // The file was moved, changed or closed to us since it was chosen: the browser cannot read it any more.
        if (underway !== mine) return;
        model.send({ kind: "stop", turn: mine.turn });
        complain(words.lost);
        status.textContent = "";
      }
      if (underway === mine) underway = null;
      open();
    }
    function show(sent, total) {
      Object.assign(bar, { max: total, value: sent });
      // Beside the bar and never read aloud: a whole number that changes every instant.
      count.textContent = words.progress.replace("DONE", Math.floor(sent / MB)).replace("TOTAL", Math.ceil(total / MB));
    }
    function halt() {
      if (!underway) return;
      model.send({ kind: "stop", turn: underway.turn });
      underway = null;
      status.textContent = words.stopped;
      open();
      input.focus();
    }
    function open() {
      const ask = model.get("ask");
      asking.hidden = !ask;
      set(asking.lastChild, "textContent", ask);
      way.hidden = !underway?.shown;
      input.disabled = model.get("disabled") || Boolean(underway) || Boolean(ask && !box.checked);
      box.disabled = model.get("disabled");
    }
    model.on("msg:custom", (message) => {
      if (message.kind === "more" && message.turn === underway?.turn) underway.heard();
      // The same file chosen twice is said in the same words: no trait changes.
      if (message.kind === "done" && !underway) status.textContent = model.get("said");
    });
    on(model, ["said", "error"], () => underway || set(status, "textContent", model.get("said")));
    on(model, ["accept"], () => input.setAttribute("accept", model.get("accept")));
    // After `setting` has done the same: it knows nothing of what is under way, nor of what is asked first.
    on(model, ["ask", "disabled", "help", "error"], open);
    // Dropping a file on the zone does what the button does, for those who prefer it.
    body.addEventListener("dragover", (event) => event.preventDefault());
    body.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!input.disabled) read([...event.dataTransfer.files]);
    });
  },
};

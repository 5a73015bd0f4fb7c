// @ts-nocheck -- a script, not a module: what it names comes from others
// What surrounds an executed notebook: waiting, notices, and the end of its kernel when the page closes.
// Loaded first and alone: it must speak even when the rest of the page fails to.
// deno-lint-ignore no-unused-vars -- the page calls it
const carnets = (() => {
  const SLOW_MS = 30000;
  const UNANSWERED_MS = 3000;
  const ANSWER_MS = 10000;
  const LOOK_MS = 3000;
  const KERNEL_PROTOCOL = "v1.kernel.websocket.jupyter.org";
  const WIDGET_DATA = 'script[type="application/vnd.voila.cell-output+json"]';
  let kernelId = "";
  let leaving = false;
  let shown = "";

  const byId = (id) => document.getElementById(id);
  const words = JSON.parse(byId("textes-avis").textContent);
  const state = (value) => (document.documentElement.dataset.etat = value);

  // The gravest notice stays: a page whose kernel is gone does not say that it is back.
  const RANK = {
    "": 0,
    attente: 1,
    retour: 1,
    lenteur: 1,
    erreur: 2,
    longue: 2,
    vide: 3,
    coupure: 4,
    relance: 5,
    arret: 5,
  };
  function notice(kind) {
    if (leaving || (kind !== "retour" && RANK[kind] <= RANK[shown])) return;
    if (kind === "retour" && shown !== "coupure") return;
    shown = kind === "retour" ? "" : kind;
    const box = tell(kind);
    box.querySelector("button").hidden = kind === "retour" || kind === "attente";
    box.hidden = false;
    if (kind === "retour") setTimeout(() => shown === "" && (box.hidden = true), 6000);
    if (kind === "coupure") setTimeout(lookForServer, LOOK_MS);
  }
  function tell(kind) {
    const box = byId("avis") ?? newBox();
    box.dataset.genre = kind;
    box.querySelector("h2").textContent = words[kind].title;
    box.querySelector("p").textContent = words[kind].detail;
    return box;
  }
  // Made here, and not in the page: one that was cut before it still has to speak.
  function newBox() {
    const box = Object.assign(document.createElement("div"), { id: "avis", className: "page-avis", hidden: true });
    const press = Object.assign(document.createElement("button"), { type: "button", className: "page-bouton" });
    press.append(words.recharger);
    press.addEventListener("click", reloadIfAnswered);
    box.setAttribute("role", "alert");
    box.append(document.createElement("h2"), document.createElement("p"), press);
    const header = document.querySelector(".page-entete");
    if (header) header.after(box);
    else (document.querySelector(".carnets") ?? bare()).prepend(box);
    return box;
  }
  function bare() {
    const around = Object.assign(document.createElement("div"), { className: "carnets carnets-page" });
    (document.body ?? document.documentElement).append(around);
    return around;
  }
  function clear(kind) {
    if (shown !== kind) return;
    const box = byId("avis");
    box.hidden = true;
    box.querySelector("h2").textContent = box.querySelector("p").textContent = "";
    shown = "";
  }

  // --- waiting for an answer -----------------------------------------------------------------------------
  // What was sent is not answered: until it is, the numbers on screen are of before the last gesture.
  const unanswered = new Map();
  function waits(id) {
    const late = () => {
      document.documentElement.dataset.attend = "";
      notice("attente");
    };
    unanswered.set(id, setTimeout(late, UNANSWERED_MS));
  }
  // The kernel has done with the message that this status names. It answers in order: those sent before are past as well.
  function answered(status) {
    const sent = [...unanswered.keys()];
    for (const id of sent.slice(0, sent.findIndex((message) => status.includes(message)) + 1)) {
      clearTimeout(unanswered.get(id));
      unanswered.delete(id);
    }
    if (unanswered.size) return;
    delete document.documentElement.dataset.attend;
    clear("attente");
  }

  // --- closing -------------------------------------------------------------------------------------------
  const cookie = (name) => document.cookie.match(`\\b${name}=([^;]*)`)?.[1] ?? "";
  function endKernel() {
    if (!kernelId) return;
    const form = new FormData();
    form.append("_xsrf", cookie("_xsrf"));
    navigator.sendBeacon(`${document.body.dataset.baseUrl}api/shutdown/${kernelId}`, form);
  }
  // Voilà's own listener ends the kernel at `beforeunload`, which also happens when a link only downloads a
  // file: the page would stay, dead. Ours waits for `pagehide`, which happens when the page really goes.
  // A screen that alone has what was written says so by preventing `carnets:depart`: the browser then asks.
  addEventListener("beforeunload", (event) => {
    if (!dispatchEvent(new Event("carnets:depart", { cancelable: true }))) {
      event.preventDefault();
      event.returnValue = true; // a browser from before 2024
    }
    event.stopImmediatePropagation();
  }, true);
  addEventListener("pagehide", () => {
    leaving = true;
    endKernel();
  });
  // Brought back by the « previous » button as it was: its kernel is gone. Without one, nothing was lost.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    leaving = false;
    if (!kernelId) return;
    notice("arret");
    reloadIfAnswered();
  });

  // --- connection and kernel -----------------------------------------------------------------------------
  const PageSocket = window.WebSocket;
  const plain = new TextDecoder("latin1");
  const READ_MOST = 4000;
  const beginning = (data) =>
    typeof data === "string" ? data.slice(0, READ_MOST) : plain.decode(data.slice(0, READ_MOST));
  const newId = () => Math.random().toString(36).slice(2);
  // A message as that protocol frames it: how many offsets, the offsets, then the parts one behind the other.
  function framed(type, content, metadata = {}) {
    const header = { msg_id: newId(), msg_type: type, session: newId(), username: "", version: "5.2" };
    const texts = ["shell", ...[header, {}, metadata, content].map((part) => JSON.stringify(part))];
    const parts = texts.map((text) => new TextEncoder().encode(text));
    const offsets = [8 * (parts.length + 2)];
    for (const part of parts) offsets.push(offsets.at(-1) + part.length);
    const message = new Uint8Array(offsets.at(-1));
    new BigUint64Array(message.buffer, 0, parts.length + 2).set([offsets.length, ...offsets].map(BigInt));
    parts.forEach((part, rank) => message.set(part, offsets[rank]));
    return message.buffer;
  }
  // The connection is opened while the browser still reads the application, which then finds it open: the
  // handshake is not waited for. What the widgets hold is the first thing asked on it: the application (manager.js)
  // finds the answer, or waits for it.
  let early = null;
  let statesId = "";
  function askStates(socket, id) {
    const opened = { comm_id: id, target_name: "jupyter.widget.control", data: {} };
    socket.send(framed("comm_open", opened, { version: "1.0.0" }));
    socket.send(framed("comm_msg", { comm_id: id, data: { method: "request_states" } }));
  }
  function openEarly() {
    const url = new URL(`../api/kernels/${kernelId}/channels`, new URL(document.body.dataset.baseUrl, location));
    url.protocol = url.protocol.replace("http", "ws");
    early = new window.WebSocket(url.href, KERNEL_PROTOCOL);
    early.binaryType = "arraybuffer";
    early.waiting = [];
    const [socket, id] = [early, statesId = newId()];
    early.addEventListener("open", () => askStates(socket, id));
    early.addEventListener("message", early.keep = (event) => early?.waiting.push(event));
  }
  function takeEarly(url) {
    const taken = early;
    if (!taken || taken.readyState > 1 || !String(url).includes(`/kernels/${kernelId}/channels`)) {
      statesId = "";
      return null;
    }
    early = null;
    taken.removeEventListener("message", taken.keep);
    // The application sets its listeners first, in this same step. Before any message: one that came first would
    // leave the application waiting three seconds for a connection that it has.
    queueMicrotask(() => {
      if (taken.readyState === 1) taken.onopen?.(new Event("open"));
      for (const event of taken.waiting) taken.onmessage?.(event);
    });
    return taken;
  }
  window.WebSocket = class extends PageSocket {
    constructor(...args) {
      const ready = takeEarly(args[0]);
      if (ready) return ready;
      super(...args);
      this.addEventListener("open", () => notice("retour"));
      this.addEventListener("close", () => this.closedHere || setTimeout(() => notice("coupure"), 300));
      this.addEventListener("message", ({ data }) => {
        // A status message is short; the long ones are a chart or a table and are not worth reading here.
        if ((data.byteLength ?? data.length) > READ_MOST) return;
        const text = beginning(data);
        if (/"execution_state":\s*"(restarting|autorestarting|dead)"/.test(text)) notice("arret");
        if (/"execution_state":\s*"idle"/.test(text)) answered(text);
      });
    }
    send(data) {
      super.send(data);
      // Its own identifier comes first: what it holds, and its parent's, come after.
      const id = beginning(data).match(/"msg_id":\s*"([^"]+)"/)?.[1];
      if (id) waits(id);
    }
    close(...args) {
      // The page itself leaves this connection for another: nothing is lost.
      this.closedHere = true;
      super.close(...args);
    }
  };

  // --- errors --------------------------------------------------------------------------------------------
  // The browser's own remark that a layout took two passes, which loses nothing.
  const harmless = (message) => /ResizeObserver loop/.test(message ?? "");
  addEventListener("error", (event) => {
    const asset = event.target !== window && event.target?.tagName === "SCRIPT";
    if (asset || (event.message && !harmless(event.message))) notice("erreur");
  }, true);
  addEventListener("unhandledrejection", (event) => {
    // While the connection is cut every pending question fails: one notice says it, not one each.
    setTimeout(() => {
      if (shown !== "coupure" && !harmless(event.reason?.message)) notice("erreur");
    }, 500);
  });

  // Voilà's word every ten seconds that a cell takes long: it keeps the connection alive, and says nothing more.
  window.voila_heartbeat = () => {};

  // --- nothing to show -----------------------------------------------------------------------------------
  // A notebook ran and shows nothing: the server had too much to do. Reloaded once, and not all at the same moment.
  function reloadOnce() {
    notice("vide");
    const mark = `carnets-vide ${location.pathname}`;
    if (sessionStorage.getItem(mark)) return;
    sessionStorage.setItem(mark, "1");
    setTimeout(reloadIfAnswered, 1500 + 3000 * Math.random());
  }

  // --- waiting -------------------------------------------------------------------------------------------
  function settle() {
    for (const part of document.querySelectorAll("[data-attendue]")) {
      // Drawn in place (manager.js), or in an output of Voilà's application.
      const output = part.querySelector(".jp-OutputArea-output") ?? part;
      if (part.querySelector(WIDGET_DATA) || !output.firstElementChild?.firstElementChild) continue;
      part.querySelector(".page-attente")?.remove();
      part.removeAttribute("data-attendue");
    }
    if (document.querySelector("[data-attendue]")) return false;
    state("pret");
    clear("lenteur");
    return true;
  }
  // --- the server ----------------------------------------------------------------------------------------
  async function status() {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), ANSWER_MS);
    const address = new URL("../api/status", new URL(document.body.dataset.baseUrl, location));
    const answer = await fetch(address, { cache: "no-store", signal: late.signal }).catch(() => null);
    clearTimeout(timer);
    return answer;
  }
  // Launched again since the page was opened, by its own clock: another machine's may be late.
  async function isOfAnotherLaunch(answer) {
    const { started } = await answer.json().catch(() => ({}));
    const ahead = Date.parse(answer.headers.get("date")) - Date.now();
    return Date.parse(started) > performance.timeOrigin + ahead;
  }
  // While the connection is cut: a server that is launched again has no kernel to connect to, and only this says so.
  async function lookForServer() {
    if (leaving || shown !== "coupure") return;
    const answer = await status();
    if (shown !== "coupure") return;
    if (answer?.ok && await isOfAnotherLaunch(answer)) return notice("relance");
    if (answer?.status === 403 && byId("avis").dataset.genre !== "cle") tell("cle");
    setTimeout(lookForServer, LOOK_MS);
  }

  // --- reloading -----------------------------------------------------------------------------------------
  // The server is asked first: a page reloaded from one that does not answer, or asks for its key, is lost.
  async function reloadIfAnswered() {
    const button = byId("avis").querySelector("button");
    button.disabled = true;
    const answer = await status();
    button.disabled = false;
    if (!answer || answer.status >= 500) tell("muet");
    else if (answer.status === 403) tell("cle");
    else location.reload();
  }
  const slow = setTimeout(() => notice("lenteur"), SLOW_MS);

  // --- a page that was cut -------------------------------------------------------------------------------
  // All that comes has come, and its end did not: the server stopped, or the connection.
  let whole = false;
  document.addEventListener("DOMContentLoaded", () => {
    if (whole) return;
    clearTimeout(slow);
    state("coupee");
    dropCutSign();
    for (const waiting of document.querySelectorAll("#attente, [data-attendue]")) waiting.remove();
    notice("arret");
  });

  // Cut in the first two signs of a tag, which the browser then shows as it would a word.
  function dropCutSign() {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let last = null;
    while (texts.nextNode()) last = texts.currentNode;
    if (last) last.data = last.data.replace(/<\/?$/, "");
  }

  let tellExecuted;
  return {
    // The kernel's identifier, once all its cells have run.
    executed: new Promise((tell) => (tellExecuted = tell)),
    // On which comm what the widgets hold was asked, once only: a connection made again asks anew.
    takeStatesId() {
      const taken = statesId;
      statesId = "";
      return taken;
    },
    noyau(id) {
      kernelId = id;
      document.body.dataset.kernelId = id;
    },
    executee(withWidgets, empty, cutShort) {
      whole = true;
      byId("attente")?.remove();
      state("executee");
      if (empty) reloadOnce();
      else if (cutShort) notice("longue");
      if (!withWidgets) {
        // Its kernel is not there, or no more: nothing that waits for it will come.
        kernelId = "";
        for (const part of document.querySelectorAll("[data-attendue]")) part.remove();
      } else {
        openEarly();
        tellExecuted(kernelId);
      }
      const done = () => clearTimeout(slow);
      if (settle()) return done();
      const observer = new MutationObserver(() => settle() && (observer.disconnect(), done()));
      observer.observe(byId("contenu"), { childList: true, subtree: true });
    },
  };
})();

// A code is typed, or comes from a hand-held reader, which types it and presses Enter; or from the camera, where the
// browser reads such drawings itself. What a code means, Python alone knows.
import { h, on, send, setting } from "../kit/dom.js";

const EVERY_MS = 250;
const FORMAT = "qr_code";
// Not every browser has it, nor does the list of names that TypeScript knows.
const Detector = /** @type {any} */ (globalThis).BarcodeDetector;

/** Whether this browser reads such drawings: it needs no library of ours, and no network. */
async function seesCodes() {
  if (!Detector || !navigator.mediaDevices) return false;
  return (await Detector.getSupportedFormats()).includes(FORMAT);
}

function render({ model, el }) {
  const words = model.get("words");
  const { ids, body, sync } = setting(model, el);
  const input = h("input", {
    id: ids.control,
    type: "text",
    dir: "ltr",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  const take = (text) => text.trim() && send(model, { kind: "code", text });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.repeat) return;
    event.preventDefault();
    take(input.value);
    // The next one takes its place; one that is refused can still be corrected.
    input.select();
  });
  const button = h("button", {
    type: "button",
    class: "carnets-button",
    "data-do": "take",
    onclick: () => take(input.value),
  }, words.take);
  const status = h("p", { class: "carnets-help", role: "status" });
  const camera = h("div", { class: "camera" });
  body.append(h("div", { class: "rangee" }, input, button), camera, status);
  sync(input);
  on(model, ["said"], () => (status.textContent = model.get("said")));
  model.on("change:count", () => (input.value = ""));
  const stop = cameraIn(camera, words, take);
  return () => stop();
}

// The button comes only where the browser can.
function cameraIn(place, words, take) {
  let stream = null;
  const turn = h("button", { type: "button", class: "carnets-button", "data-do": "camera" }, words.camera);
  const video = h("video", { playsinline: true, muted: true, hidden: true });
  const refused = h("p", { class: "carnets-error", role: "alert", hidden: true }, words.refused);
  const stop = () => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    turn.textContent = words.camera;
  };
  const look = async (detector, last) => {
    if (!stream) return;
    const scanned = (await detector.detect(video).catch(() => []))[0]?.rawValue ?? last;
    if (scanned !== last) take(scanned);
    setTimeout(look, EVERY_MS, detector, scanned);
  };
  turn.addEventListener("click", async () => {
    if (stream) return stop();
    refused.hidden = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      refused.hidden = false;
      return;
    }
    video.srcObject = stream;
    video.hidden = false;
    turn.textContent = words.stop;
    await video.play();
    look(new Detector({ formats: [FORMAT] }), "");
  });
  // Who was told of a camera elsewhere learns why there is none here, and what to do.
  const without = () => place.append(h("p", { class: "carnets-help" }, isSecureContext ? words.blind : words.closed));
  seesCodes().then((sees) => (sees ? place.append(turn, refused, video) : without()), without);
  return stop;
}

export const codeIn = { render };
export default codeIn;

// « Montrez-moi » on the screen: the thing to press, choose or fill is framed, and said in words beside it.
import { h, uid } from "../kit/dom.js";
import { word } from "./bits.js";
import { pictogram } from "./pictograms.js";

function pointedAt(app, { kind, target, value }) {
  const find = (selector) => app.root.querySelector(selector);
  if (kind === "press") return find(`[data-press="${CSS.escape(target)}"]`);
  if (kind === "choose") return find(`[data-choose="${CSS.escape(target)}"][value="${CSS.escape(value)}"]`);
  if (kind === "type") return find(`[data-type="${CSS.escape(target)}"]`);
  return find(`[data-event="${kind}"]`);
}

function pointingWords(app, node, { kind, value }) {
  if (kind === "type") return word(app, "montrer-ecrire", { TEXTE: value });
  const label = node.closest("label") ?? node;
  const name = label.querySelector(".ligne-titre") ?? label.querySelector("span") ?? label;
  const own = [...name.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
  const action = own.map((child) => child.textContent).join("").trim() || name.textContent;
  return word(app, kind === "choose" ? "montrer-choisir" : "montrer-appuyer", { ACTION: action });
}

/** Frame what `app.pointed` names, put the words before it, and the focus on it. */
export function pointAt(app) {
  const { pointed } = app;
  const node = pointed && app.place.view === "ent" && pointedAt(app, pointed);
  if (!node) return;
  pointed.words = pointingWords(app, node, pointed);
  const id = uid();
  const place = node.closest("li, label, .saisie") ?? node;
  const words = h(
    place.tagName === "LI" ? "span" : "p",
    { class: "montre-mot", id },
    pictogram("doigt"),
    h("span", null, pointed.words),
  );
  place.classList.add("montre");
  if (place.tagName === "LI") place.prepend(words);
  else place.before(words);
  node.setAttribute("aria-describedby", [node.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  node.focus({ preventScroll: true });
  words.scrollIntoView({ block: "center" });
}

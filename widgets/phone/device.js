// The views of every page for families that say what this device read and keeps: what came from where, and erasing.
import { h } from "../kit/dom.js";
import { actionButton, noticeBox, word } from "./bits.js";
import { filesLeft, goBack, startAfresh } from "./journey.js";
import { readByKeeper, readTraffic } from "./traffic.js";

export function trafficView(app) {
  askKeeper(app);
  const { local, host, own, elsewhere, files } = readTraffic(app.kept ?? []);
  const here = local
    ? word(app, "reseau-appareil", { NOMBRE: own })
    : word(app, "reseau-serveur", { NOMBRE: own, SERVEUR: host });
  const others = [...new Set(elsewhere.map((file) => file.host))];
  return {
    title: word(app, "reseau-titre"),
    body: [
      h("p", { "data-own": own }, here),
      h("p", { "data-elsewhere": elsewhere.length }, word(app, "reseau-ailleurs", { NOMBRE: elsewhere.length })),
      elsewhere.length
        ? noticeBox(app, "attention", word(app, "reseau-anormal"), h("p", null, others.join(", ")))
        : noticeBox(app, "information", word(app, "reseau-rien-ne-part")),
      app.host.served && h("p", null, word(app, "reseau-langue")),
      h(
        "details",
        { class: "liste-fichiers" },
        h("summary", { "data-key": "files" }, word(app, "reseau-liste")),
        fileTable(app, files),
      ),
    ],
  };
}

/** What the keeper of the pages has read is learnt a moment later, and as it goes on. */
async function askKeeper(app) {
  const byKeeper = await readByKeeper();
  const known = JSON.stringify(app.kept ?? []);
  if (app.place.view !== "reseau" || JSON.stringify(byKeeper) === known) return;
  app.kept = byKeeper;
  app.draw();
}

function fileTable(app, files) {
  const head = ["fichier", "origine", "taille"].map((name) => h("th", { scope: "col" }, word(app, `reseau-${name}`)));
  const lines = files.map(({ name, host, size }) =>
    h(
      "tr",
      null,
      h("th", { scope: "row", dir: "ltr" }, name),
      h("td", { dir: "ltr" }, host || "—"),
      h("td", null, size ? word(app, "reseau-ko", { NOMBRE: Math.ceil(size / 1024) }) : "—"),
    )
  );
  const caption = h("caption", { class: "carnets-hidden" }, word(app, "reseau-liste"));
  return h("table", { class: "tableau" }, caption, h("thead", null, h("tr", null, head)), h("tbody", null, lines));
}

export function eraseView(app) {
  return {
    title: word(app, "effacer-titre"),
    body: [
      h("p", null, word(app, "effacer-explication")),
      filesLeft(app) && noticeBox(app, "attention", filesLeft(app)),
      actionButton(app, "erase-all", "effacer-lien", {
        mark: "effacer",
        main: true,
        act: () => startAfresh(app, word(app, "effacer-fait")),
      }),
      actionButton(app, "keep", "effacer-garder", { mark: "retour", act: () => goBack(app) }),
    ],
  };
}

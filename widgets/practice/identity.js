// « Ma fiche » : the fictitious people whose names, numbers and passwords are used here.
import { h } from "../kit/dom.js";
import { word } from "../phone/bits.js";
import { pictogram } from "../phone/pictograms.js";

/** @type {[string, string, string, string[], string | null][]} who, what they are, drawing, rows, account */
const PEOPLE = [
  ["nadia", "mere", "personne", ["identifiant", "secret", "mobile", "nouveau", "adresse", "courriel"], "responsable1"],
  ["karim", "pere", "personne", ["identifiant", "secret", "mobile", "nouveau", "adresse"], "responsable2"],
  ["ines", "fille", "cahier", ["identifiant", "secret", "classe", "naissance"], "eleve"],
  ["yanis", "fils", "ecole", ["classe", "naissance"], null],
  ["ent", "outils", "carte", ["site", "acceptee", "refusee"], null],
];

/** One card each: who, then what to type, in the letters of the real forms. */
export function ficheCards(app) {
  const session = app.state?.values.session;
  // A class names its school in the language of the page, whatever letters come first; the rest is typed as it stands.
  const direction = (row) => (row === "classe" ? app.scenario.language.direction : "ltr");
  return PEOPLE.map(([who, role, mark, rows, account]) =>
    h(
      "section",
      { class: "identite", "data-current": account !== null && account === session },
      h("h3", null, pictogram(mark), h("bdi", null, word(app, `fiche-${who}`))),
      h("p", { class: "ligne-detail" }, word(app, `fiche-${role}`)),
      h(
        "dl",
        { class: "faits" },
        rows.map((row) =>
          h(
            "div",
            null,
            h("dt", null, word(app, `fiche-${row}`)),
            h("dd", null, h("bdi", { dir: direction(row), translate: "no" }, word(app, `fiche-${who}-${row}`))),
          )
        ),
      ),
    )
  );
}

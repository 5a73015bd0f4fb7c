// L'ordre des lignes d'un tableau, hors de toute page.
import { deepEqual, equal } from "node:assert/strict";
import { csv } from "../../widgets/kit/csv.js";
import { saveTable, shown, sorted } from "../../widgets/kit/data_table.js";

const rowsOf = (values) => values.map((value) => ({ a: value }));
const orderOf = (values, descending = false) => sorted(rowsOf(values), { by: "a", descending }).map(({ a }) => a);

Deno.test("des nombres se rangent par leur grandeur, dans les deux sens", () => {
  deepEqual(orderOf([10, 9, -1.5, 0]), [-1.5, 0, 9, 10]);
  deepEqual(orderOf([10, 9, -1.5, 0], true), [10, 9, 0, -1.5]);
});

Deno.test("des mots se rangent comme un dictionnaire français, et leurs nombres par leur grandeur", () => {
  deepEqual(orderOf(["Zoé", "école", "Eau", "été"]), ["Eau", "école", "été", "Zoé"]);
  deepEqual(orderOf(["6e 10", "6e 2", "5e 1"]), ["5e 1", "6e 2", "6e 10"]);
});

Deno.test("ce qui manque vient en dernier, quel que soit le sens ; zéro et « non » ne manquent pas", () => {
  for (const missing of [null, undefined, ""]) {
    deepEqual(orderOf([missing, 0, 3]), [0, 3, missing]);
    deepEqual(orderOf([missing, 0, 3], true), [3, 0, missing]);
  }
  deepEqual(orderOf(["", true, false]), [false, true, ""]);
});

Deno.test("trier ne change pas les lignes reçues, et sans colonne rien ne bouge", () => {
  const rows = rowsOf([3, 1, 2]);
  sorted(rows, { by: "a" });
  deepEqual(rows, rowsOf([3, 1, 2]));
  equal(sorted(rows, {}), rows);
  equal(sorted(rows, null), rows);
});

Deno.test("de deux lignes égales, celle qui venait la première le reste", () => {
  const rows = [{ a: 1, b: "x" }, { a: 0, b: "y" }, { a: 1, b: "z" }];
  deepEqual(sorted(rows, { by: "a" }).map(({ b }) => b), ["y", "x", "z"]);
});

Deno.test("un nombre se lit en français, une valeur oui ou non en mots, comme dans le fichier", () => {
  equal(shown(1234.567, ""), "1\u202f234,57");
  deepEqual([shown(true, ""), shown(false, ""), shown(0, "")], ["oui", "non", "0"]);
  equal(csv([{ id: "a", label: "A" }], rowsOf([true, false])), "\ufeffA\r\noui\r\nnon\r\n");
});

Deno.test("un tableau s'enregistre sous sa légende, sans accent, et sous un nom même sans légende", () => {
  const names = [];
  const link = { setAttribute: (name, value) => name === "download" && names.push(value) };
  const made = { ...link, append() {}, click() {}, remove() {} };
  const urls = { createObjectURL: () => "", revokeObjectURL() {} };
  const former = [globalThis.document, globalThis.URL, globalThis.setTimeout];
  Object.assign(globalThis, {
    document: { createElement: () => made, body: made },
    URL: urls,
    setTimeout: () => 0,
  });
  saveTable("Élèves à relancer (6e)", "");
  saveTable("…", "");
  saveTable("a".repeat(200), "");
  [globalThis.document, globalThis.URL, globalThis.setTimeout] = former;
  deepEqual(names, ["eleves_a_relancer_6e.csv", "tableau.csv", `${"a".repeat(60)}.csv`]);
});

// Ce qui revient de l'appareil est une donnée de l'extérieur : un champ ne prend que ce qu'il peut être.
import { deepEqual, equal } from "node:assert/strict";
import { among, count, isObject, isUnderWay, listed, whether } from "../../widgets/phone/memory.js";

const ANYTHING = [undefined, null, "", "a", 0, 1, -1, 1.5, NaN, Infinity, 2 ** 60, true, false, [], {}, ["a"], {
  a: 1,
}];
const taken = (take) => ANYTHING.filter((value) => take(value) !== undefined);

Deno.test("un nombre de fois est un entier que rien ne dépasse, ni négatif", () => deepEqual(taken(count), [0, 1]));
Deno.test("oui ou non n'est rien d'autre", () => deepEqual(taken(whether), [true, false]));
Deno.test("un choix est l'un de ceux qui sont connus", () => deepEqual(taken(among(["a", "b"])), ["a"]));
Deno.test("un objet n'est ni une liste ni rien", () => deepEqual(ANYTHING.filter(isObject), [{}, { a: 1 }]));

Deno.test("d'une liste, ce qui est juste, et les cent derniers", () => {
  const take = listed((value) => value !== "faux");
  deepEqual(take(["a", "faux", "b"]), ["a", "b"]);
  equal(take("a"), undefined);
  const many = Array.from({ length: 250 }, (_, at) => at);
  deepEqual(take(many), many.slice(150));
});

Deno.test("on a commencé quand quelque chose est écrit ou fait", () => {
  const records = [null, { place: {} }, { place: { done: [] } }, { place: { done: ["a"] } }, { place: {}, state: {} }];
  deepEqual(records.map(isUnderWay), [false, false, false, true, true]);
});

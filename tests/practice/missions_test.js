// Les missions : ce qu'une adresse demande, ce qui revient de l'appareil, ce qui vient après.
import { deepEqual, equal } from "node:assert/strict";
import { keeps, missionAfter, placeAgain, readFragment } from "../../widgets/practice/missions.js";

const SCENARIO = {
  paths: [{ id: "debut", missions: ["a", "b"] }, { id: "suite", missions: ["c"] }],
  missions: ["a", "b", "c"].map((id) => ({ id })),
};
const at = (hash) => {
  Object.defineProperty(globalThis, "location", { value: { hash }, configurable: true });
  return readFragment(SCENARIO, hash);
};

Deno.test("une adresse nomme un parcours, ou des missions ; ce qui n'existe pas n'est rien", () => {
  deepEqual(at("#parcours=suite&aidant=1"), { path: "suite", list: ["c"], helper: true, started: false });
  deepEqual(at("#missions=c,zzz,a&vue=accueil"), { path: "choix", list: ["c", "a"], helper: false, started: true });
  for (const hash of ["", "#", "#parcours=autre", "#missions=zzz", "#missions=", "#%"]) {
    deepEqual(at(hash), { path: null, list: [], helper: false, started: false });
  }
});

Deno.test("qui arrive choisit sa langue ; qui arrive d'une adresse commencée, non", () => {
  deepEqual(["view", "trail", "path", "list"].map((name) => placeAgain(SCENARIO, null, at(""))[name]), [
    "langue",
    [],
    "debut",
    ["a", "b"],
  ]);
  deepEqual(["view", "trail"].map((name) => placeAgain(SCENARIO, null, at("#vue=accueil"))[name]), ["accueil", [
    "langue",
  ]]);
});

Deno.test("une autre adresse change la liste et laisse ce qui est fait", () => {
  const former = { ...placeAgain(SCENARIO, null, at("")), view: "ent", mission: "a", done: ["b"], hints: 2 };
  const place = placeAgain(SCENARIO, former, at("#parcours=suite"));
  deepEqual([place.view, place.mission, place.path, place.list, place.done], ["langue", null, "suite", ["c"], ["b"]]);
});

Deno.test("la même adresse, rouverte, rend la place où l'on était", () => {
  const fragment = at("#parcours=suite");
  const former = { ...placeAgain(SCENARIO, null, fragment), view: "ent", mission: "c", trail: ["serie"] };
  deepEqual(placeAgain(SCENARIO, former, fragment), former);
});

Deno.test("une mission qui n'existe plus n'est pas un endroit où revenir", () => {
  const former = { ...placeAgain(SCENARIO, null, at("")), view: "mission", trail: ["accueil", "fini"], mission: null };
  const place = placeAgain(SCENARIO, former, at(""));
  deepEqual([place.view, place.trail], ["langue", ["accueil"]]);
});

Deno.test("de ce que l'appareil garde, seules les missions qui existent reviennent", () => {
  const { mission, done, path, hints } = keeps(SCENARIO);
  deepEqual([mission("a"), mission("zzz"), mission({})], ["a", null, null]);
  deepEqual([done(["a", "zzz", 3]), path("choix"), path("zzz"), hints(-1)], [["a"], "choix", undefined, undefined]);
});

Deno.test("la mission qui suit est la prochaine qui reste à faire, puis celles d'avant, jamais elle-même", () => {
  const after = (list, done, id) => missionAfter({ place: { list, done, mission: id } });
  const list = ["a", "b", "c"];
  deepEqual(
    [
      after(list, [], "a"),
      after(list, ["b"], "a"),
      after(list, [], "c"),
      after(list, ["a", "b"], "c"),
      after(list, ["b", "c"], "a"),
    ],
    ["b", "c", "a", null, null],
  );
  equal(after(list, ["a"], "zzz"), "b");
  equal(after(["a", "a"], [], "a"), null);
  equal(after([], [], null), null);
});

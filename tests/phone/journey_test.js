// Où l'on est dans une page du téléphone : ouvrir, revenir, changer de langue sans perdre sa place.
import { deepEqual, equal } from "node:assert/strict";
import { elsewhere, go, goBack, isGoing, isOnlyHere, noticeOfErasing, placeLeft } from "../../widgets/phone/journey.js";

const appAt = (view, trail = [], state = null) => {
  const app = { place: { view, trail }, state, drawn: 0, changed: () => app.drawn += 1 };
  return app;
};
const whereOf = ({ place }) => [place.view, ...place.trail];

Deno.test("ouvrir puis revenir ramène où l'on était", () => {
  const app = appAt("accueil");
  go(app, "serie");
  go(app, "mission");
  deepEqual(whereOf(app), ["mission", "accueil", "serie"]);
  equal(goBack(app), true);
  deepEqual(whereOf(app), ["serie", "accueil"]);
  goBack(app);
  deepEqual(whereOf(app), ["accueil"]);
  equal(goBack(app), false);
  equal(app.drawn, 4);
});

Deno.test("un écran déjà traversé est retrouvé, non ouvert de nouveau ; le même écran ne s'empile pas", () => {
  const app = appAt("mission", ["accueil", "serie"]);
  go(app, "accueil");
  deepEqual(whereOf(app), ["accueil"]);
  go(app, "accueil");
  deepEqual(whereOf(app), ["accueil"]);
});

Deno.test("la langue est un détour, d'où que l'on vienne, et même deux fois", () => {
  const app = appAt("serie", ["langue", "accueil"]);
  go(app, "langue");
  deepEqual(whereOf(app), ["langue", "langue", "accueil", "serie"]);
  deepEqual(placeLeft(app.place), { view: "serie", trail: ["langue", "accueil"] });
});

Deno.test("la langue choisie, on est où l'on était ; au départ, à l'accueil, d'où l'on revient aux langues", () => {
  deepEqual(placeLeft({ view: "langue", trail: ["ent", "aide"] }), { view: "ent", trail: [] });
  deepEqual(placeLeft({ view: "langue", trail: [] }), { view: "accueil", trail: ["langue"] });
  deepEqual(placeLeft({ view: "langue", trail: ["langue", "aide"] }), { view: "accueil", trail: ["langue"] });
  const place = { view: "serie", trail: ["accueil"] };
  equal(placeLeft(place), place);
});

Deno.test("le chemin du retour ne grandit pas sans fin", () => {
  const app = appAt("vue0");
  for (let at = 1; at <= 40; at += 1) go(app, `vue${at}`);
  equal(app.place.trail.length, 12);
  equal(app.place.trail[11], "vue39");
});

Deno.test("revenir à l'ENT que l'on n'a plus mène à l'accueil ; à celui que l'on a, à lui", () => {
  const [without, within] = [appAt("fini", ["ent"]), appAt("fini", ["ent"], { values: {} })];
  goBack(without);
  goBack(within);
  deepEqual([without.place.view, within.place.view], ["accueil", "ent"]);
});

Deno.test("« Retour » ferme d'abord la question de partir", () => {
  const app = Object.assign(appAt("serie", ["accueil"]), { leaving: "pt" });
  equal(goBack(app), true);
  deepEqual([app.leaving, app.place.view], [null, "serie"]);
});

Deno.test("de l'autre onglet viennent les réponses, non l'écran ni ce qui vient d'être dit", () => {
  const [here, there] = [
    { values: { ecran: "notes", lu: "non" }, said: "ici" },
    { values: { ecran: "menu", lu: "oui" }, said: "là" },
  ];
  deepEqual(elsewhere(here, there), { values: { ecran: "notes", lu: "oui" }, said: "ici" });
  equal(elsewhere(null, there), there);
  equal(elsewhere(here, null), here);
});

Deno.test("ce qui est gardé ailleurs n'est pas perdu en partant ; ce que cette page seule tient, oui", () => {
  const first = { values: { ecran: "menu", lu: "non" }, typed: {} };
  const read = { values: { ecran: "menu", lu: "oui" }, typed: {} };
  const moved = { values: { ecran: "notes", lu: "non" }, typed: {} };
  const only = (standing, state, { done = [], has = false } = {}) =>
    isOnlyHere({ first, state, place: { done }, memory: { standing: () => standing, has: () => has } });
  deepEqual([only("kept", read), only("refused", read), only("refused", read, { has: true })], [false, true, false]);
  deepEqual([only("refused", moved), only("refused", null), only("refused", null, { done: ["a"] })], [
    false,
    false,
    true,
  ]);
});

Deno.test("une mission finie n'est plus en cours", () => {
  deepEqual(
    [{ state: {}, place: { over: false } }, { state: {}, place: { over: true } }, { state: null, place: {} }, null].map(
      (record) => Boolean(isGoing(record)),
    ),
    [true, false, false, false],
  );
});

Deno.test("ce qu'aucune page ne peut effacer est nommé avec ce qui l'est", () => {
  equal(noticeOfErasing(false, ""), null);
  deepEqual(noticeOfErasing("Tout est effacé.", ""), { tone: "fait", text: "Tout est effacé." });
  deepEqual(noticeOfErasing("Tout est effacé.", "Reste a.json."), {
    tone: "attention",
    text: "Tout est effacé. Reste a.json.",
  });
});

// Le fichier que remet une famille : ce qu'elle n'a pas dit n'y est pas, et son nom ne dit rien d'elle.
import { deepEqual, equal } from "node:assert/strict";
import { familyAnswer, fileName, MOST_VERSIONS, questionScreens } from "../../widgets/diagnostic/family_file.js";

const SCENARIO = {
  screens: { depart: {}, q_un: {}, q_deux: {}, fin: {} },
  file: {
    questionnaire: "essai",
    questions: [
      { id: "net", kind: "single", parts: [] },
      { id: "ecrans", kind: "multiple", parts: ["tel", "tab"] },
      { id: "sait", kind: "grid", parts: ["lire", "ecrire"] },
    ],
  },
};
const NOTHING = {
  net: "sans_reponse",
  ecrans__tel: "non",
  ecrans__tab: "non",
  sait__lire: "sans_reponse",
  sait__ecrire: "sans_reponse",
};
const answers = (values) => familyAnswer(SCENARIO, { ...NOTHING, ...values }, {}).reponses;

Deno.test("ce qui n'est pas répondu n'est pas dans le fichier", () => deepEqual(answers({}), {}));

Deno.test("d'une liste de cases, celles qui sont cochées ; d'un tableau, les lignes répondues", () => {
  deepEqual(answers({ net: "fibre", ecrans__tab: "oui", sait__ecrire: "aide" }), {
    net: "fibre",
    ecrans: ["tab"],
    sait: { ecrire: "aide" },
  });
});

Deno.test("le numéro de l'enfant n'y est que s'il en a un ; la version ne dépasse pas ce qu'un code tient", () => {
  const made = (code) => familyAnswer(SCENARIO, NOTHING, { niveau: "sixieme" }, code);
  equal("jeton" in made({ handed: 1 }), false);
  deepEqual([made({ token: "00aa11bb", handed: 2 }).jeton, made({ token: "00aa11bb", handed: 2 }).remise], [
    "00aa11bb",
    2,
  ]);
  deepEqual(
    [MOST_VERSIONS, MOST_VERSIONS + 1, 99].map((handed) => made({ handed }).remise),
    Array(3).fill(MOST_VERSIONS),
  );
  deepEqual(made({ handed: 1 }).contexte, { niveau: "sixieme" });
});

Deno.test("deux fichiers, et deux versions, n'ont pas le même nom", () => {
  const names = [{ jeton: "00aa11bb", remise: 1 }, { jeton: "00aa11bb", remise: 2 }, { jeton: "22cc33dd", remise: 1 }]
    .map(fileName);
  deepEqual(names, ["reponses_00aa11.json", "reponses_00aa11_2.json", "reponses_22cc33.json"]);
});

Deno.test("les écrans qui demandent quelque chose, dans l'ordre", () =>
  deepEqual(questionScreens(SCENARIO), ["q_un", "q_deux"]));

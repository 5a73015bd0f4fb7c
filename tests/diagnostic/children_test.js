// Un code par adresse que l'école a donnée : deux enfants ne se remplacent pas, un enfant ne compte pas deux fois.
import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import {
  codeFor,
  codesOf,
  codesTogether,
  keptCodes,
  versionAfter,
  withCode,
} from "../../widgets/diagnostic/children.js";
import { isToken } from "../../widgets/diagnostic/family_file.js";

globalThis.window = globalThis;

const SCENARIO = { file: { context: { niveau: ["sixieme", "cinquieme"], mode: ["papier", "ligne"] } } };
const codeOf = (address, level, token, handed = 1) => ({ address, level, token, handed, code: "A1B2" });
const [ONE, OTHER] = ["00aa11bb", "22cc33dd"];

Deno.test("l'adresse déjà montrée rend son code", () => {
  const context = { niveau: "sixieme", mode: "papier" };
  const shown = codeOf("sixieme papier", "sixieme", ONE);
  equal(codeFor(SCENARIO, { context, codes: [codeOf("cinquieme ", "cinquieme", OTHER), shown] }), shown);
});

Deno.test("une autre adresse du même niveau est le même enfant ; un autre niveau en est un autre", () => {
  const codes = [codeOf("sixieme papier", "sixieme", ONE)];
  const same = codeFor(SCENARIO, { context: { niveau: "sixieme", mode: "ligne" }, codes });
  deepEqual([same.token, same.code, same.address], [ONE, null, "sixieme ligne"]);
  const other = codeFor(SCENARIO, { context: { niveau: "cinquieme", mode: "ligne" }, codes });
  notEqual(other.token, ONE);
  equal(isToken(other.token), true);
});

Deno.test("un enfant dont le niveau n'était pas connu est le seul que l'on a vu", () => {
  const unknown = [codeOf(" papier", "", ONE)];
  equal(codeFor(SCENARIO, { context: { niveau: "sixieme" }, codes: unknown }).token, ONE);
  const two = [...unknown, codeOf("cinquieme ", "cinquieme", OTHER)];
  const third = codeFor(SCENARIO, { context: { niveau: "sixieme" }, codes: two });
  equal([ONE, OTHER].includes(third.token), false);
});

Deno.test("ce que l'école n'offre pas dans l'adresse ne dit rien de l'enfant", () => {
  deepEqual(
    ["address", "level"].map((name) => codeFor(SCENARIO, { context: { niveau: "terminale" }, codes: [] })[name]),
    [" ", ""],
  );
});

Deno.test("un numéro d'une page d'avant, trop long pour un code, n'est repris d'aucun enfant", () => {
  const former = codeOf("sixieme ", "sixieme", "0123456789abcdef");
  notEqual(codeFor(SCENARIO, { context: { niveau: "sixieme" }, codes: [former] }).token, former.token);
});

Deno.test("une nouvelle version est plus tardive que toutes celles du même numéro, et d'elles seules", () => {
  const codes = [codeOf("a", "", ONE, 1), codeOf("b", "", ONE, 4), codeOf("c", "", OTHER, 9)];
  deepEqual([ONE, OTHER, "ffffffff"].map((token) => versionAfter(codes, { token })), [5, 10, 1]);
});

Deno.test("un code remplace celui de son adresse, et lui seul", () => {
  const codes = withCode([codeOf("a", "", ONE), codeOf("b", "", OTHER)], codeOf("a", "", ONE, 2));
  deepEqual(codes.map(({ address, handed }) => `${address}${handed}`), ["b1", "a2"]);
});

Deno.test("de deux onglets, on garde le plus récent de chaque adresse", () => {
  const here = [codeOf("a", "", ONE, 3), codeOf("b", "", OTHER, 1)];
  const there = [codeOf("a", "", ONE, 2), codeOf("b", "", OTHER, 2), codeOf("c", "", ONE, 1)];
  const versions = (codes) => codes.map(({ address, handed }) => `${address}${handed}`).sort();
  deepEqual(versions(codesTogether(here, there)), ["a3", "b2", "c1"]);
  deepEqual(versions(codesTogether(there, here)), ["a3", "b2", "c1"]);
  deepEqual(codesTogether(here, []), here);
  deepEqual(codesTogether([], there), there);
});

Deno.test("une page d'avant ne gardait qu'un code ; un code abîmé n'est pas repris", () => {
  const context = { niveau: "sixieme", mode: "papier" };
  deepEqual(codesOf(SCENARIO, { token: ONE, code: "A1", context }), [
    { address: "sixieme papier", level: "sixieme", token: ONE, handed: 1, code: "A1" },
  ]);
  deepEqual(codesOf(SCENARIO, { token: ONE, context }), []);
  const taken = codeOf("a", "", ONE);
  const damaged = [
    { ...taken, token: "XX" },
    { ...taken, code: "a b" },
    { ...taken, handed: 0 },
    { ...taken, level: 6 },
    null,
    3,
  ];
  deepEqual(keptCodes.codes([...damaged, taken]), [taken]);
  deepEqual(
    [keptCodes.codes("a"), keptCodes.token("<b>"), keptCodes.handed(1.5), keptCodes.code("")],
    Array(4).fill(undefined),
  );
});

Deno.test("un numéro se tire aussi là où le navigateur n'a pas de quoi tirer mieux", () => {
  const former = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: undefined, configurable: true });
  const drawn = Array.from({ length: 50 }, () => codeFor(SCENARIO, { context: {}, codes: [] }).token);
  Object.defineProperty(globalThis, "crypto", former);
  drawn.forEach((token) => match(token, /^[0-9a-f]{8}$/));
  equal(new Set(drawn).size, 50);
});

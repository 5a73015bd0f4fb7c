// From what was chosen to the file that a family hands over (liaison/diagnostic/answers.py, FamilyAnswer). No page here.

const SEPARATOR = "__";
const UNANSWERED = "sans_reponse";
const TOKEN_BYTES = 4;
/** Of one questionnaire; later ones have the number of the last. */
export const MOST_VERSIONS = 8;

/** The screens that ask something, in order. */
export const questionScreens = (scenario) => Object.keys(scenario.screens).filter((name) => name.startsWith("q_"));

/**
 * The answers as the file holds them: a question that is not answered is left out.
 * @param {any} scenario
 * @param {Record<string, string>} values
 * @param {Record<string, string>} context
 * @param {{ token?: string, handed: number }} [code] which copy of which child
 */
export function familyAnswer(scenario, values, context, { token, handed } = { handed: 1 }) {
  const { questionnaire, questions } = scenario.file;
  const given = questions.map(({ id, kind, parts }) => [id, answered(kind, id, parts, values)]).filter(([, value]) =>
    value
  );
  return {
    version: 2,
    questionnaire,
    ...(token && { jeton: token }),
    remise: Math.min(handed, MOST_VERSIONS),
    contexte: context,
    reponses: Object.fromEntries(given),
  };
}

function answered(kind, id, parts, values) {
  if (kind === "single") return values[id] === UNANSWERED ? null : values[id];
  const named = (part) => values[`${id}${SEPARATOR}${part}`];
  if (kind === "multiple") {
    const chosen = parts.filter((part) => named(part) === "oui");
    return chosen.length ? chosen : null;
  }
  const rows = parts.filter((part) => named(part) !== UNANSWERED).map((part) => [part, named(part)]);
  return rows.length ? Object.fromEntries(rows) : null;
}

/** Readable by who hands it over: one line per answer. */
export const fileText = (answer) => `${JSON.stringify(answer, null, 2)}\n`;

/**
 * Nothing of the family in the name; two files side by side do not have the same, nor two versions of one.
 * @param {{ jeton?: string, remise: number }} answer
 */
export const fileName = ({ jeton = "", remise }) =>
  `reponses_${jeton.slice(0, 6)}${remise > 1 ? `_${remise}` : ""}.json`;

/** Eight digits at random, in the file and in the code: what is handed over twice counts once. It keeps no secret. */
export function newToken() {
  const numbers = Array.from({ length: TOKEN_BYTES }, () => Math.floor(Math.random() * 256));
  // Better, where the browser has it: some are set to go without.
  const drawn = window.crypto ? crypto.getRandomValues(Uint8Array.from(numbers)) : numbers;
  return Array.from(drawn, (number) => number.toString(16).padStart(2, "0")).join("");
}

// A page of before drew a longer one, which no code holds.
export const isToken = (text) => /^[0-9a-f]{8}$/.test(text ?? "");

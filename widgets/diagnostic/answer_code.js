// The code that a family gives (liaison/diagnostic/reading/answer_code.py, which reads it and says how it is made). No page here.

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TOKEN_DIGITS = 8;
const CONTROL = 4;

/** The code of a file of answers (family_file.js), without hyphens. */
export function codeOf(scenario, answer) {
  const digits = digitsOf(scenario.file);
  // By five bits, the last ones first: browsers of before 2020 have no whole numbers of more than 53 bits.
  /** @type {[number[], number[]]} */
  let [number, most] = [[], [1]];
  for (const digit of digits) {
    const base = digit.values.length + 1;
    number = timesPlus(number, base, rankOf(answer, digit));
    most = timesPlus(most, base, 0);
  }
  for (const digit of answer.jeton) number = timesPlus(number, 16, parseInt(digit, 16));
  const length = Math.ceil((bitsOf(lessOne(most)) + 4 * TOKEN_DIGITS) / 5);
  const letters = Array.from({ length }, (_, place) => LETTERS[number[length - 1 - place] ?? 0]).join("");
  return letters + controlOf(`${answer.questionnaire} ${answer.remise} ${letters}`);
}

/** As a person reads it: four letters, a hyphen. */
export const inGroups = (code) => code.match(/.{1,4}/g).join("-");

/** What each digit of the number means: what the school sets, then each question; 0 is no answer. */
function digitsOf({ context, questions }) {
  const set = Object.entries(context).map(([name, values]) => ({ name, values, context: true }));
  const digits = questions.flatMap(({ id, kind, parts, values }) => {
    if (kind === "single") return [{ name: id, values: parts }];
    return parts.map((part) => ({ name: id, part, values: kind === "multiple" ? [part] : values }));
  });
  return [...set, ...digits];
}

function rankOf({ contexte, reponses }, { name, part, values, context }) {
  const given = context ? contexte[name] : reponses[name];
  if (given === undefined) return 0;
  if (Array.isArray(given)) return given.includes(part) ? 1 : 0;
  return values.indexOf(part === undefined ? given : given[part]) + 1;
}

function timesPlus(number, factor, term) {
  const product = [];
  let carried = term;
  for (let place = 0; place < number.length || carried; place += 1) {
    carried += (number[place] ?? 0) * factor;
    product.push(carried & 31);
    carried >>= 5;
  }
  return product;
}

function lessOne(number) {
  const at = number.findIndex((digit) => digit);
  return number.map((digit, place) => (place < at ? 31 : place === at ? digit - 1 : digit));
}

const bitsOf = (number) =>
  number.reduce((most, digit, place) => (digit ? 5 * place + 32 - Math.clz32(digit) : most), 0);

function controlOf(text) {
  let left = 0;
  for (const letter of text) {
    left ^= letter.charCodeAt(0) << 12;
    for (let bit = 0; bit < 8; bit += 1) left = left & 0x80000 ? ((left << 1) ^ 0x8359f) & 0xfffff : left << 1;
  }
  return Array.from({ length: CONTROL }, (_, place) => LETTERS[(left >> (5 * (CONTROL - 1 - place))) & 31]).join("");
}

// A table as the file that a French spreadsheet opens as it is: a semicolon, a decimal comma, a mark of UTF-8, and no
// formula. liaison/base/tables writes those of the engine by the same rules, each told there; tests/cases/csv.yaml and
// tests/base/test_csv_cases.py hold the two together.

/**
 * @typedef {{id: string, label: string, unit?: string, numeric?: boolean}} Column
 * @typedef {string | number | boolean | null | undefined} Value
 */

const YES = "oui";
const NO = "non";
// `\s` of Python has these four and that one; that of JavaScript does not.
const SKIPPED = `\\s\\x1c-\\x1f\\x85"'`;
const SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20";
const FORMULA = new RegExp(`^(?:[${SKIPPED}]*[${SIGNS}]|'*[\\t\\r\\n])`);
const INSIDE = new RegExp(`[,;|${SKIPPED}]+(?=[${SIGNS}])`, "g");
const NUMBER = /^[+-]?\p{Nd}+(?:[.,]\p{Nd}+)?$/u;

/** @param {string} text */
function safeText(text) {
  if (NUMBER.test(text)) return text;
  const cut = text.replace(INSIDE, (run) => (/[,;|\t\r\n]/.test(run) ? `${run}'` : run));
  return FORMULA.test(cut) ? `'${cut}` : cut;
}

/**
 * A boolean, in French.
 * @param {boolean} value
 */
export const yesOrNo = (value) => (value ? YES : NO);

/** @param {Value} value */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return yesOrNo(value);
  return typeof value === "number" ? String(value).replace(".", ",") : safeText(String(value));
}

/** @param {Value} value */
function field(value) {
  const text = cell(value);
  return /[",;|\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * What the header of a column says.
 * @param {Column} column
 */
export const withUnit = (column) => (column.unit ? `${column.label} (${column.unit})` : column.label);

/**
 * The table that one takes away.
 * @param {Column[]} columns
 * @param {Record<string, Value>[]} rows
 */
export function csv(columns, rows) {
  const lines = [columns.map(withUnit), ...rows.map((row) => columns.map((column) => row[column.id]))];
  return "\ufeff" + lines.map((line) => line.map(field).join(";") + "\r\n").join("");
}

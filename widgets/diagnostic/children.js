// A code for each address that the school gave: a family may hold two open, of two children. No page here.
import { isText, listed, such } from "../phone/memory.js";
import { isToken, newToken } from "./family_file.js";

const [TOKEN, CODE] = [/^[0-9a-z]{8,32}$/, /^[0-9A-Z]{1,40}$/];

const isVersion = (value) => Number.isSafeInteger(value) && value >= 1;
const isShownCode = (value) => {
  const { address, level, token, handed, code } = value ?? {};
  return [address, level, token, code].every(isText) && TOKEN.test(token) && CODE.test(code) && isVersion(handed);
};

/** What the device keeps of them. A page of before kept one code only, beside its number and version. */
export const keptCodes = {
  codes: listed(isShownCode),
  token: such((value) => isText(value) && TOKEN.test(value)),
  handed: such(isVersion),
  code: such((value) => isText(value) && CODE.test(value)),
};

// What the school set by this name; "" for nothing, or for what it does not offer.
const setBy = (
  scenario,
  context,
  name,
) => ((scenario.file.context[name] ?? []).includes(context?.[name]) ? context[name] : "");

/** What tells an address from another, and a child from another. */
const toldBy = (scenario, context) => ({
  address: Object.keys(scenario.file.context).map((name) => setBy(scenario, context, name)).join(" "),
  level: setBy(scenario, context, "niveau"),
});

/** The codes of a place that was kept: [{address, level, token, handed, code}]. A page of before kept one only. */
export function codesOf(scenario, { codes, token, handed = 1, code, context }) {
  if (codes) return codes;
  return token && code ? [{ ...toldBy(scenario, context), token, handed, code }] : [];
}

/**
 * The code last shown at the address of a place; its `code` is null when none was.
 * Each child has a number of its own, or the school would keep the last answers only. The level tells children apart;
 * one that was not known yet may be that of the only child so far.
 */
export function codeFor(scenario, { context, codes }) {
  const { address, level } = toldBy(scenario, context);
  const ours = codes.filter(({ token }) => isToken(token));
  const shown = ours.find((child) => child.address === address);
  if (shown) return shown;
  const sameChild = ours.find((child) => child.level === level) ??
    (ours.every((child) => child.level === "") ? ours[0] : null);
  return { address, level, token: sameChild?.token ?? newToken(), handed: 1, code: null };
}

/** The version of a code that replaces the former one: later than every one that bears the same number. */
export const versionAfter = (codes, { token }) =>
  1 + codes.filter((child) => child.token === token).reduce((latest, { handed }) => Math.max(latest, handed), 0);

/** The codes, with this one instead of the former one of its address. */
export const withCode = (codes, given) => [...codes.filter(({ address }) => address !== given.address), given];

/** The codes of two tabs; of one address, the later. */
export const codesTogether = (here, there) =>
  there.filter((child) => !here.some(({ address, handed }) => address === child.address && handed > child.handed))
    .reduce(
      withCode,
      here,
    );

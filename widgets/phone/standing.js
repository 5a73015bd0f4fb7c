// How what a page holds stands to what its device keeps: four standings, what brings each, what each says. Pure.

/**
 * kept: the device took what was written last, or has refused nothing yet.
 * none: it takes nothing, and has nothing of a person.
 * full: it did not take what was written last; what it had of a person before stays.
 * apart: so it is, and another tab wrote otherwise since: nothing is written over that.
 * @typedef {"kept" | "none" | "full" | "apart"} Standing
 */

/**
 * wrote: the device took all. short: it did not, and has something of a person. refused: it did not, and has nothing.
 * Another tab wrote. begun: something of a person is there now. blank: nothing is. otherwise: what it wrote is not here,
 * and something is here alone. joined: nothing is here alone, or an account was left here.
 * taken: nothing is here but what the device has, if it has anything.
 * @typedef {"wrote" | "short" | "refused" | "begun" | "blank" | "otherwise" | "joined" | "taken"} News
 */

/**
 * What leads from where to where; what is not there changes nothing.
 * @type {Record<News, Partial<Record<Standing, Standing>>>}
 */
export const LEADS = {
  wrote: { none: "kept", full: "kept" },
  short: { kept: "full", none: "full" },
  refused: { kept: "none", full: "none", apart: "none" },
  begun: { none: "full" },
  blank: { full: "none", apart: "none" },
  otherwise: { none: "apart", full: "apart" },
  joined: { apart: "full" },
  taken: { none: "kept", full: "kept", apart: "kept" },
};

// Neither names a reason, for there are several: no room, a device that lets nothing more be read or written, another tab.
const FURTHER = { foot: "non-garde", leaving: "quitter-non-garde" };

/**
 * `foot`: the word at the foot of each screen where something is here alone; `leaving`: the one that asks whether to leave
 * that for another language. `empty`: nothing passes there, and the foot always says so. `shut`: nothing more is written.
 * @type {Record<Standing, { foot?: string, leaving?: string, empty?: boolean, shut?: boolean }>}
 */
export const SAYS = {
  kept: {},
  none: { foot: "rien-garde", leaving: "quitter-explication", empty: true },
  full: FURTHER,
  apart: { ...FURTHER, shut: true },
};

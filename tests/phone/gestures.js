// What machine.py says can be done, in the same words: both are asked wherever a walk leads. No page offers it as a list.
import { pressable, visibleBlocks, visibleParts } from "../../widgets/phone/machine.js";

const TICKED = ["oui", "non"];

/**
 * All that can be done now; for a field, its samples; `undo` only when there is something to undo.
 * @param {import("../../widgets/phone/machine.js").Scenario} scenario
 * @param {import("../../widgets/phone/machine.js").State} state
 * @returns {import("../../widgets/phone/machine.js").Event[]}
 */
export function possibleEvents(scenario, state) {
  const possible = Object.keys(pressable(scenario, state.values)).map((target) => ({
    kind: "press",
    target,
    value: "",
  }));
  for (const block of visibleBlocks(scenario, state.values)) {
    if (block.kind === "choice") {
      for (const option of visibleParts(block.options, state.values)) {
        possible.push({ kind: "choose", target: block.variable, value: option.value });
      }
    } else if (block.kind === "boxes") {
      for (const { variable } of block.boxes) {
        for (const value of TICKED) possible.push({ kind: "choose", target: variable, value });
      }
    } else if (block.kind === "field") {
      const { bon, faux, ancien } = scenario.inputs[block.input].samples;
      for (const value of [bon, faux, ancien]) {
        if (value != null) possible.push({ kind: "type", target: block.input, value });
      }
    }
  }
  possible.push({ kind: "back", target: "", value: "" }, { kind: "home", target: "", value: "" });
  if (state.past.length) possible.push({ kind: "undo", target: "", value: "" });
  return possible;
}

// A name that a school gave is for its own screen: once the step is projected, the room reads another.
import { h } from "./dom.js";

const span = (attrs, words) => h("span", attrs, words);

/** A text, and what a room reads in its place; one alone where they are the same. */
export const roomText = (text, projected, make = span) =>
  projected && projected !== text
    ? [make({ class: "carnets-unprojected" }, text), make({ class: "carnets-projected-only" }, projected)]
    : [text];

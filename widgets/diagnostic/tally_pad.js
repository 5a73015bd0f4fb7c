// Keys go to Python one by one, in order; the page shows what comes back. What a key does, a press on a choice does.
import { h, on, redraw, send, set, uid } from "../kit/dom.js";

const SHOWN = 5;

function render({ model, el }) {
  const words = model.get("words");
  const ids = { key: uid("touche"), question: uid("touche-question"), help: uid("touche-aide") };
  const where = h("p", { class: "ou" });
  const question = h("p", { class: "question", id: ids.question });
  const hint = h("p", { class: "carnets-help", id: ids.help });
  const input = h("input", {
    id: ids.key,
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    "aria-describedby": `${ids.question} ${ids.help}`,
  });
  const choices = h("ul", { class: "cases", role: "list" });
  const status = h("p", { class: "carnets-hidden", role: "status" });
  const refused = h("p", { class: "carnets-error", role: "alert" });
  const keptLine = h("p", { class: "gardees" });
  const done = h("ol", { class: "faites" });
  const title = h("p", { class: "titre" }, words.done);
  el.append(
    h(
      "div",
      { class: "feuille" },
      where,
      question,
      hint,
      choices,
      h(
        "div",
        { class: "champ" },
        h("label", { for: ids.key }, words.key),
        input,
        h("p", { class: "carnets-help" }, words.keys),
      ),
      refused,
      keptLine,
      status,
    ),
    h("div", { class: "recopie" }, title, done),
  );

  const press = (key) => send(model, { kind: "key", key });
  input.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === "Backspace") {
      event.preventDefault();
      // A key held down would run through sheets.
      if (!event.repeat) press(event.key);
    } else if (/^[0-9]$/.test(event.key)) {
      event.preventDefault();
      if (!event.repeat) press(event.key);
    }
  });
  // The keyboard of a phone names no key: it only says what it would write.
  input.addEventListener("input", () => {
    for (const letter of input.value) press(letter);
    input.value = "";
  });

  const choice = ({ key, mark, label, ticked }) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "case",
          "data-key": `case-${key}`,
          "aria-pressed": key === "Enter" ? null : String(ticked),
          onclick: () => press(key),
        },
        h("span", { class: "chiffre" }, mark),
        h("span", {}, label),
      ),
    );

  let before = null;
  on(model, ["sheet"], () => {
    const sheet = model.get("sheet");
    if (!sheet.where) return;
    set(where, "textContent", sheet.where);
    set(question, "textContent", sheet.question);
    set(hint, "textContent", sheet.hint);
    hint.hidden = !sheet.hint;
    set(refused, "textContent", sheet.refused);
    refused.hidden = !sheet.refused;
    set(keptLine, "textContent", sheet.kept);
    redraw(choices, sheet.choices.map(choice));
    // The last ones: what Backspace would come back to. A list that scrolls would be one more place to go to.
    const shown = sheet.done.slice(-SHOWN);
    done.start = sheet.done.length - shown.length + 1;
    redraw(
      done,
      shown.map(({ label, answer }) =>
        h("li", {}, h("span", { class: "quoi" }, label), h("span", { class: "dit" }, answer))
      ),
    );
    title.hidden = !sheet.done.length;
    // Said: what was just answered, then what is asked; not said at the first drawing.
    const last = sheet.done.at(-1)?.answer ?? "";
    if (before !== null) {
      status.textContent = [sheet.done.length !== before ? last : "", sheet.question].filter(Boolean).join(". ");
    }
    before = sheet.done.length;
  });
}

export default { render };

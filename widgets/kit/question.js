import { h, hidden, on, put, redraw, set, setting, uid, unitBeside } from "./dom.js";

// One choice a line, the whole line being the target.
function choices(model, { body }, type) {
  const name = uid("choice");
  const values = () => [model.get("value")].flat();
  function choose() {
    const ticked = [...body.querySelectorAll("input:checked")].map((input) => input.value);
    put(model, "value", type === "radio" ? (ticked[0] ?? "") : ticked);
  }
  on(model, ["options", "disabled"], () =>
    redraw(
      body,
      !model.get("options").length && h("p", { class: "carnets-help" }, model.get("words").empty),
      model.get("options").map(({ value, label }) =>
        h(
          "label",
          { class: "carnets-choice" },
          h("input", { type, name, value, "data-key": value, checked: values().includes(value), onchange: choose }),
          h("span", null, label),
        )
      ),
    ));
  on(model, ["value"], () => {
    for (const input of body.querySelectorAll("input")) set(input, "checked", values().includes(input.value));
  });
}

// A list whose items go up and down by buttons: by touch, mouse and keyboard alike, and the move is said.
function ordering(model, { body }) {
  const words = model.get("words");
  const list = h("ol", { class: "carnets-order" });
  const status = h("p", { class: "carnets-hidden", role: "status" });
  body.append(list, status);
  function move(index, by) {
    const order = [...model.get("value")];
    const [item] = order.splice(index, 1);
    order.splice(index + by, 0, item);
    put(model, "value", order);
    // At either end the button just pressed is disabled: the other one keeps the place.
    const active = /** @type {HTMLButtonElement | null} */ (document.activeElement);
    if (!list.contains(active) || active?.disabled) {
      list.querySelector(`[data-key="${CSS.escape(item)}:${-by}"]`)?.focus();
    }
    status.textContent = words.moved
      .replace("ITEM", label(item))
      .replace("PLACE", index + by + 1)
      .replace("COUNT", order.length);
  }
  const label = (value) => model.get("options").find((option) => option.value === value)?.label ?? value;
  const button = (value, index, by, last) =>
    h(
      "button",
      {
        type: "button",
        class: "carnets-button",
        "data-key": `${value}:${by}`,
        disabled: model.get("disabled") || (by < 0 ? index === 0 : index === last),
        onclick: () => move(index, by),
      },
      h("span", { "aria-hidden": "true" }, by < 0 ? "↑" : "↓"),
      hidden(`${by < 0 ? words.up : words.down} : ${label(value)}`),
    );
  on(model, ["value", "options", "disabled"], () => {
    const order = model.get("value");
    redraw(
      list,
      order.map((value, index) =>
        h(
          "li",
          null,
          h("span", { class: "carnets-order-text" }, label(value)),
          button(value, index, -1, order.length - 1),
          button(value, index, 1, order.length - 1),
        )
      ),
    );
  });
}

function number(model, { body, ids, sync, complain }) {
  const unit = h("span", { class: "carnets-unit" });
  const input = h("input", { type: "number", step: "any", inputmode: "decimal", id: ids.control, onchange: read });
  body.append(input, unit);
  sync(input);
  function read() {
    if (input.validity.badInput) return complain(model.get("words")["not-a-number"]);
    complain("");
    put(model, "value", input.value === "" ? null : input.valueAsNumber);
  }
  on(model, ["value", "unit"], () => {
    const value = model.get("value");
    if ((input.value === "" ? null : input.valueAsNumber) !== value) input.value = value ?? "";
    set(unit, "textContent", unitBeside(model, value));
  });
}

function shortText(model, { body, ids, sync }) {
  const input = h("input", { type: "text", id: ids.control, autocomplete: "off" });
  input.addEventListener("input", () => put(model, "value", input.value));
  body.append(input);
  sync(input);
  on(model, ["value"], () => set(input, "value", model.get("value")));
}

export default {
  render({ model, el }) {
    const kind = model.get("kind");
    const group = !["number", "short_text"].includes(kind);
    const frame = setting(model, el, { group });
    el.dataset.kind = kind;
    if (kind === "ordering") ordering(model, frame);
    else if (kind === "number") number(model, frame);
    else if (kind === "short_text") shortText(model, frame);
    else choices(model, frame, kind);
  },
};

// Ce que les parties partagent : se dessiner une fois par message, et ne rien laisser passer devant un choix.
import { deepEqual, equal } from "node:assert/strict";
import { on, only, put, send, set, unitBeside } from "../../widgets/kit/dom.js";

/** A model as the page has one: each trait that changed is told, then the whole; what is saved waits for an answer. */
function modelOf(values = {}) {
  const [listeners, saved, sent] = [[], [], []];
  const tell = (event) => [...listeners].forEach(([events, act]) => events.split(" ").includes(event) && act());
  return {
    saved,
    sent,
    tell,
    get: (trait) => values[trait],
    on: (events, act) => listeners.push([events, act]),
    off: (events, act) =>
      void listeners.splice(listeners.findIndex((pair) => pair[0] === events && pair[1] === act), 1),
    set(trait, value) {
      if (values[trait] === value) return;
      values[trait] = value;
      tell(`change:${trait}`);
      tell("change");
    },
    save_changes: (callbacks) => saved.push(callbacks),
    send: (message) => sent.push(message),
    listening: () => listeners.length,
  };
}

const idle = (callbacks) => callbacks.iopub.status({ content: { execution_state: "idle" } });
const busy = (callbacks) => callbacks.iopub.status({ content: { execution_state: "busy" } });
// All that was promised and is ready has happened.
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

Deno.test("ce qui change d'un coup est dessiné une fois, et un autre trait ne dessine rien", () => {
  const model = modelOf();
  let drawn = 0;
  on(model, ["place", "code"], () => drawn += 1);
  equal(drawn, 1);
  const times = [["place", "code"], ["code"], ["title"], []].map((changed) => {
    drawn = 0;
    changed.forEach((trait) => model.tell(`change:${trait}`));
    model.tell("change");
    return drawn;
  });
  deepEqual(times, [1, 1, 0, 0]);
});

Deno.test("un message part après les choix faits avant lui, quand Python les a pris", async () => {
  const [choice, press] = [modelOf({ value: 1 }), modelOf()];
  put(choice, "value", 2);
  const leaving = send(press, "appuyé");
  await settled();
  deepEqual(press.sent, []);
  busy(choice.saved[0]);
  await settled();
  deepEqual(press.sent, []);
  idle(choice.saved[0]);
  await leaving;
  deepEqual(press.sent, ["appuyé"]);
});

Deno.test("de deux choix d'une même partie, la réponse au second vaut pour le premier", async () => {
  const [choice, press] = [modelOf({ value: 1 }), modelOf()];
  put(choice, "value", 2);
  put(choice, "value", 3);
  send(press, "appuyé");
  idle(choice.saved[1]);
  // Not `await leaving`: what was forgotten leaves by itself after half a minute.
  await settled();
  deepEqual(press.sent, ["appuyé"]);
  // Nothing is left listening of what was followed.
  equal(choice.listening(), 0);
});

Deno.test("la réponse au premier ne vaut pas pour le second", async () => {
  const [choice, press] = [modelOf({ value: 1 }), modelOf()];
  put(choice, "value", 2);
  put(choice, "value", 3);
  const leaving = send(press, "appuyé");
  idle(choice.saved[0]);
  await settled();
  deepEqual(press.sent, []);
  idle(choice.saved[1]);
  await leaving;
});

Deno.test("un choix qui ne change rien ne retient rien", async () => {
  const [choice, press] = [modelOf({ value: 1 }), modelOf()];
  put(choice, "value", 1);
  deepEqual(choice.saved, [undefined]);
  await send(press, "appuyé");
  deepEqual(press.sent, ["appuyé"]);
});

Deno.test("un noyau rouvert n'a plus rien à prendre : le message part", async () => {
  const [choice, press] = [modelOf({ value: 1 }), modelOf()];
  put(choice, "value", 2);
  send(press, "appuyé");
  choice.tell("comm_live_update");
  await settled();
  deepEqual(press.sent, ["appuyé"]);
});

Deno.test("une propriété qui est déjà ce qu'elle doit être n'est pas écrite", () => {
  const written = [];
  const node = {
    get value() {
      return "a";
    },
    set value(text) {
      written.push(text);
    },
  };
  set(node, "value", "a");
  deepEqual(written, []);
  set(node, "value", "b");
  deepEqual(written, ["b"]);
});

Deno.test("des enfants en remplacent d'autres", () => {
  const children = ["a", "b"];
  const root = {
    get firstChild() {
      return children.length ? { remove: () => children.shift() } : null;
    },
    append: (...more) => children.push(...more),
  };
  only(root, "c");
  deepEqual(children, ["c"]);
  only(root);
  deepEqual(children, []);
});

Deno.test("une unité est au pluriel à partir de deux, ou quand on ne sait pas combien", () => {
  const model = modelOf({ unit: "jours", unit_of_one: "jour" });
  const units = [0, 1, 1.9, -1, 2, -2, 30, null].map((count) => unitBeside(model, count));
  deepEqual(units, ["jour", "jour", "jour", "jour", "jours", "jours", "jours", "jours"]);
});

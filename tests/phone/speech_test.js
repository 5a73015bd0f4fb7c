// Lire à voix haute : avec une voix de l'appareil, par morceaux que les navigateurs lisent jusqu'au bout.
import { deepEqual, equal, ok } from "node:assert/strict";
import { speak, voiceFor } from "../../widgets/phone/speech.js";

function withVoices(voices, act) {
  const spoken = [];
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  globalThis.speechSynthesis = { getVoices: () => voices, cancel() {}, speak: (utterance) => spoken.push(utterance) };
  act();
  delete globalThis.speechSynthesis;
  return spoken;
}
const voiceOf = (lang, localService = true) => ({ lang, localService });

Deno.test("une voix qui appellerait un serveur ne sert jamais", () => {
  withVoices([voiceOf("pt-PT", false)], () => equal(voiceFor("pt"), undefined));
  const own = voiceOf("pt_BR");
  withVoices([voiceOf("pt-PT", false), own], () => equal(voiceFor("pt-PT"), own));
  withVoices([voiceOf("fil-PH")], () => equal(voiceFor("fi"), undefined));
});

Deno.test("sans voix, c'est fini aussitôt", () => {
  let done = 0;
  equal(withVoices([], () => speak(["Bonjour."], "fr", () => done += 1)).length, 0);
  equal(done, 1);
});

Deno.test("un long texte part en morceaux courts, rien n'en est perdu, et la fin n'est dite qu'une fois", () => {
  const sentences = [Array.from({ length: 60 }, (_, at) => `Phrase numéro ${at}.`).join(" "), "Fin ?"];
  let done = 0;
  const spoken = withVoices([voiceOf("fr-FR")], () => speak(sentences, "fr", () => done += 1));
  ok(spoken.length > 5);
  deepEqual(spoken.filter(({ text }) => text.length > 180), []);
  equal(spoken.map(({ text }) => text.trim()).join(" "), sentences.join(" "));
  spoken.forEach(({ onend }) => onend?.());
  equal(done, 1);
});

Deno.test("un texte vide ne laisse pas la lecture ouverte", () => {
  let done = 0;
  withVoices([voiceOf("fr-FR")], () => speak(["", "   "], "fr", () => done += 1));
  equal(done, 1);
});

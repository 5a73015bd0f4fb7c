// Reading aloud with the voices of the device itself: a voice that would call a server is never used.

const READ_AT_ONCE = 180;

const synthesis = () => globalThis.speechSynthesis;

/** The device's own voice for a language tag, if it has one. */
export function voiceFor(tag) {
  const own = (synthesis()?.getVoices() ?? []).filter((voice) => voice.localService);
  const [language] = tag.toLowerCase().split("-");
  return own.find((voice) => voice.lang.toLowerCase().replace("_", "-").split("-")[0] === language);
}

/** Call `act` each time the voices of the device change: they may arrive after the page. */
export function onVoices(act) {
  synthesis()?.addEventListener?.("voiceschanged", act);
  return () => synthesis()?.removeEventListener?.("voiceschanged", act);
}

export const stopSpeech = () => synthesis()?.cancel();

/** Read the sentences aloud, one after the other; `done` when the last one is over or stopped. */
export function speak(sentences, tag, done) {
  const voice = voiceFor(tag);
  if (!voice) return done();
  stopSpeech();
  const pieces = sentences.flatMap(inPieces);
  pieces.forEach((text, index) => {
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 });
    if (index === pieces.length - 1) utterance.onend = utterance.onerror = done;
    synthesis().speak(utterance);
  });
  if (!pieces.length) done();
}

// Some browsers stop in the middle of a long text.
function inPieces(text) {
  const pieces = [];
  // No look-behind: phones of before 2023 refuse the whole file for one.
  for (const sentence of text.match(/[^.:;?!؟،]+[.:;?!؟،]*\s*/g) ?? []) {
    const last = pieces[pieces.length - 1];
    if (last && last.length + sentence.length < READ_AT_ONCE) pieces[pieces.length - 1] = last + sentence;
    else if (sentence.trim()) pieces.push(sentence);
  }
  return pieces;
}

/** What a screen says, in its own language: no French words under the translated ones, no hidden text. */
export function sentencesOf(node) {
  const sentences = [];
  const take = (child) => {
    if (child.nodeType === Node.TEXT_NODE) {
      return void (child.textContent.trim() && sentences.push(child.textContent.trim()));
    }
    if (
      child.nodeType !== Node.ELEMENT_NODE || child.matches("[lang], [data-silent], .carnets-hidden, input, textarea")
    ) {
      return;
    }
    if (child.matches("svg")) {
      return void (child.hasAttribute("aria-label") && sentences.push(child.getAttribute("aria-label")));
    }
    child.childNodes.forEach(take);
  };
  node.childNodes.forEach(take);
  return sentences.map((text) => (/[.:;?!؟،]$/.test(text) ? text : `${text}.`));
}

import { h, on, set } from "../kit/dom.js";

const ALOUD_MS = 60_000;
const PATIENCE = 6; // periods without news before the page says that it no longer moves

export default {
  render({ model, el }) {
    const sentence = h("span", {});
    const stale = h("strong", { role: "alert" });
    const aloud = h("span", { role: "status", "aria-live": "polite" });
    el.append(
      h(
        "p",
        { class: "carnets-pulse-line" },
        h("span", { class: "carnets-pulse-dot", "aria-hidden": "true" }),
        sentence,
        stale,
      ),
    );
    el.append(h("div", { class: "carnets-hidden" }, aloud));

    let heard = Date.now();
    let spoken = -Infinity;
    const seen = () => document.visibilityState === "visible" && el.isConnected;
    const patience = () => 20_000 + PATIENCE * 1000 * model.get("period_s");
    function beat() {
      if (!seen()) return (heard = Date.now());
      speak();
      const late = !model.get("paused") && Date.now() - heard > patience();
      set(stale, "textContent", late ? ` · ${model.get("words").stale}` : "");
      state(late);
      if (!model.get("paused")) model.send({ kind: "beat" });
    }
    // Said a minute apart, and only when it changed: a room that works would otherwise never stop talking.
    function speak() {
      const text = model.get("aloud");
      if (!text || text === aloud.textContent || Date.now() - spoken < ALOUD_MS) return;
      spoken = Date.now();
      aloud.textContent = text;
    }
    on(model, ["line"], () => set(sentence, "textContent", model.get("line")));
    const state = (late) => {
      el.dataset.state = late || model.get("lost") ? "lost" : model.get("paused") ? "paused" : "live";
    };
    on(model, ["beats", "paused", "lost"], () => {
      heard = Date.now();
      set(stale, "textContent", "");
      state(false);
    });
    const timer = setInterval(beat, 1000 * model.get("period_s"));
    const back = () => seen() && beat();
    document.addEventListener("visibilitychange", back);
    beat();
    requestAnimationFrame(beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", back);
    };
  },
};

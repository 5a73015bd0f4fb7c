// Sent with every part, so it stays short: it finds the shared sources, makes a module of each file once, renders.
const LOCAL = /(from|import)\s*"\.[./\w]*?(\w+)\.js"/g;
function kitOf(shared) {
  const urls = shared.urls || (shared.urls = {});
  const url = (name) => urls[name] || (urls[name] = make(name));
  async function make(name) {
    let text = shared.get("modules")[name];
    if (!text) throw new Error(`Partie inconnue : ${name}`);
    const needed = {};
    for (const [, , other] of text.matchAll(LOCAL)) needed[other] = await url(other);
    // After what it imports: a part may refine the style of a module it uses.
    style(shared, name);
    text = text.replace(LOCAL, (_, word, other) => `${word} "${needed[other]}"`);
    return URL.createObjectURL(new Blob([text, `\n//# sourceURL=carnets/${name}.js`], { type: "text/javascript" }));
  }
  return url;
}
function style(shared, name) {
  const text = shared.get("styles")[name];
  if (!text) return;
  let sheet = /** @type {HTMLStyleElement | null} */ (document.querySelector(`style[data-carnets="${name}"]`));
  if (!sheet) {
    sheet = document.createElement("style");
    sheet.dataset.carnets = name;
    document.head.append(sheet);
  }
  if (sheet.textContent !== text) sheet.textContent = text;
}
export default {
  async render(context) {
    const { model, el } = context;
    const name = model.get("_part");
    const shared = await model.widget_manager.get_model(model.get("_kit").slice(10));
    style(shared, "shared");
    const module = await import(await kitOf(shared)(name));
    el.classList.add("carnets", "carnets-part", `carnets-${name.replaceAll("_", "-")}`);
    return module.default.render(context);
  },
};

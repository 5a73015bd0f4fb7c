// Sent with every part, so it stays short: it finds what the part is drawn with, makes a module of each file once, renders.
const LOCAL = /(from|import)\s*"\.[./\w]*?(\w+)\.js"/g;
function style(name, text) {
  if (!text) return;
  let sheet = /** @type {HTMLStyleElement | null} */ (document.querySelector(`style[data-carnets="${name}"]`));
  if (!sheet) {
    sheet = document.createElement("style");
    sheet.dataset.carnets = name;
    document.head.append(sheet);
  }
  if (sheet.textContent !== text) sheet.textContent = text;
}
/** The address of the module of a file, whose model `find` gives, of how another names it. */
async function moduleOf(named, find) {
  const file = await find(named.slice("IPY_MODEL_".length));
  return file.address || (file.address = make(file, find));
}
async function make(file, find) {
  const name = file.get("name");
  const needed = {};
  for (const [other, named] of Object.entries(file.get("imports"))) needed[other] = await moduleOf(named, find);
  // After what it imports: a part may refine the style of a module it uses.
  style(name, file.get("style"));
  const text = file.get("script").replace(LOCAL, (_, word, other) => `${word} "${needed[other]}"`);
  return URL.createObjectURL(new Blob([text, `\n//# sourceURL=carnets/${name}.js`], { type: "text/javascript" }));
}
export default {
  async render(context) {
    const { model, el } = context;
    const name = model.get("_part");
    const module = await import(await moduleOf(model.get("_kit"), (id) => model.widget_manager.get_model(id)));
    el.classList.add("carnets", "carnets-part", `carnets-${name.replaceAll("_", "-")}`);
    return module.default.render(context);
  },
};

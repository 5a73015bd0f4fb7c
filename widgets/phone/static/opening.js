// @ts-nocheck -- a script, not a module: what it names comes from others
// Starts a page on its element, in what Python wrote; the languages are other pages. `entry()` gives what its first module
// exports: `mount`, and `opened(shown, scenario)` when it has more to do on a page of its own.

async function dataIn(element) {
  if (element.type !== "application/gzip") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).json();
}

function add(tag, textContent) {
  document.head.append(Object.assign(document.createElement(tag), { textContent }));
}

// deno-lint-ignore no-unused-vars -- called by the last line of a page
async function openPage(name, entry) {
  const root = document.getElementById(name);
  const data = document.getElementById(`${name}-donnees`);
  const { gardien: keeper, entier: larger } = root.dataset;
  if (data.type === "application/gzip" && !window.DecompressionStream) {
    // A browser from before 2023: the same page, larger.
    const slow = setTimeout(() => pageAttendue.missing("lente"), SLOW_MS);
    const why = await whyFar(keeper, new URL(larger, location).href);
    clearTimeout(slow);
    if (!why) return location.replace(larger + location.search + location.hash);
    return pageAttendue.missing(why);
  }
  const { style, script, ...scenario } = await dataIn(data);
  // What was compressed with the texts; the rule of the page names that script too, by its digest.
  if (style) add("style", style);
  if (script) add("script", script);
  const addressOf = (code) => root.dataset.adresse.replace("{code}", code);
  const { mount, opened } = entry();
  const shown = mount(root, scenario, {
    addressOf,
    onLanguage: (code) => location.assign(addressOf(code) + location.hash),
    follow: (event, ...how) => follow(event, keeper, ...how),
    stay,
    history: keeper !== undefined,
  });
  pageAttendue.started();
  if (opened) opened(shown, scenario);
  keepPages(keeper, Boolean(larger) && !script);
}

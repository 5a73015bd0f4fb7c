// @ts-nocheck -- a script, not a module: what it names comes from others
// Starts the practice ENT on its element, in the page that Python wrote; the languages are other pages.

async function dataIn(element) {
  if (element.type !== "application/gzip") return JSON.parse(element.textContent);
  const bytes = Uint8Array.from(atob(element.textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).json();
}

function add(tag, textContent) {
  document.head.append(Object.assign(document.createElement(tag), { textContent }));
}

async function start() {
  const root = document.getElementById("pratique");
  const data = document.getElementById("pratique-donnees");
  if (data.type === "application/gzip" && !window.DecompressionStream) {
    // A browser from before 2023: the same page, larger.
    const why = await whyFar(root.dataset.gardien, new URL(root.dataset.entier, location).href);
    if (!why) return location.replace(root.dataset.entier + location.search + location.hash);
    return pageAttendue.missing(why);
  }
  const { style, script, ...scenario } = await dataIn(data);
  // What was compressed with the texts; the rule of the page names that script too, by its digest.
  if (style) add("style", style);
  if (script) add("script", script);
  const alone = "gardien" in root.dataset;
  const addressOf = (code) => root.dataset.adresse.replace("{code}", code);
  const onLanguage = (code) => location.assign(addressOf(code) + location.hash);
  const open = (event, stay, leave) => follow(event, root.dataset.gardien, stay, leave);
  const { memory, underWay } = in_practice.mount(root, scenario, {
    addressOf,
    onLanguage,
    follow: open,
    remember: true,
    history: alone,
  });
  pageAttendue.started();
  // The first page of the site offers to go on in the language in which something was begun. Once erased, nothing stays.
  addEventListener("pagehide", () => {
    try {
      if (underWay() && localStorage.getItem(memory)) localStorage.setItem(`${memory}:langue`, scenario.language.code);
      else localStorage.removeItem(`${memory}:langue`);
    } catch {
      // The browser keeps nothing: there is no place to go back to.
    }
  });
  keepPages(root.dataset.gardien, !style);
}
start();

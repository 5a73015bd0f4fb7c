"""Compare what a screen of the parents' page costs to draw again, ours and by a small library: weight, then time.

Not a test: the figures of docs/decisions/0059-javascript-est-du-code.md come from here, by its two commands.
The libraries that were not kept are in no list of the project: npm puts them in a folder of its own, given here.
One screen is read from the page as a family has it, then drawn again by each, a text of it changed each time.
"""

import base64
import gzip
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright
from practice_host import ROOT, site_host

from widgets.phone.page import json_in_html
from widgets.practice.page import page_html

REDRAWS, TURNS = 200, 5
SCREEN = {"session": "responsable1", "ecran": "menu"}
DOM = Path(__file__).parents[1] / "widgets" / "kit" / "dom.js"

# What each is asked for: nothing else of it goes into the page.
ENTRIES = {
    "h et redraw": f"export {{ h, redraw }} from {json.dumps(str(DOM))};",
    "preact et htm": 'import { h, render } from "preact"; import htm from "htm"; export const html = htm.bind(h); '
    "export { h, render };",
    "lit-html": 'export { html, render } from "lit-html";',
    "uhtml": 'export { html, render } from "uhtml";',
}

# A screen as data: [name, attributes, children], or a text.
READ = """
(root) => {
  const read = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data
      : [
        node.localName,
        Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
        [...node.childNodes].filter((one) => one.nodeType <= 3 && one.nodeName !== "#comment").map(read),
      ];
  return [...root.childNodes].map(read);
}
"""

# Each draws the screen in `root`: ours and preact make elements or nodes of data; the others fill a template, written
# once from the screen, whose texts are what changes.
DRAWERS = """
globalThis.drawers = (screen, lib) => {
  const SVG = "http://www.w3.org/2000/svg";
  const ours = (one, inSvg) => {
    if (typeof one === "string") return one;
    const [tag, attrs, children] = one;
    if (!inSvg && tag !== "svg") return lib.h(tag, attrs, children.map((child) => ours(child)));
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attrs)) node.setAttribute(name, value);
    node.append(...children.map((child) => ours(child, true)));
    return node;
  };
  const virtual = (one) =>
    typeof one === "string" ? one : lib.html`<${one[0]} ...${one[1]}>${one[2].map(virtual)}</>`;
  const quoted = (text) => text.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const written = (one, holes) => {
    if (typeof one === "string") return holes.push(one), `\\${texts[${holes.length - 1}]}`;
    const attrs = Object.entries(one[1]).map(([name, value]) => ` ${name}="${quoted(value)}"`).join("");
    return `<${one[0]}${attrs}>${one[2].map((child) => written(child, holes)).join("")}</${one[0]}>`;
  };
  const filled = () => {
    const holes = [];
    const source = screen.map((one) => written(one, holes)).join("");
    const template = new Function("html", "texts", `return html\\`${source}\\``);
    return (mark) => template(lib.html, holes.map((text) => text === "MARQUE" ? mark : text));
  };
  const marked = (one, mark) =>
    typeof one === "string"
      ? one === "MARQUE" ? mark : one
      : [one[0], one[1], one[2].map((child) => marked(child, mark))];
  if (lib.redraw) {
    return (root, mark) => lib.redraw(root, ...screen.map((one) => ours(marked(one, mark))));
  }
  if (lib.h) return (root, mark) => lib.render(screen.map((one) => virtual(marked(one, mark))), root);
  const fill = filled();
  // lit-html takes what to draw first, uhtml where.
  return globalThis.whereFirst
    ? (root, mark) => lib.render(root, fill(mark))
    : (root, mark) => lib.render(fill(mark), root);
};
"""

# The clock of a page is rounded to a tenth of a millisecond: many redraws are timed together, then their mean is kept.
TIMED = """
([screen, redraws, whereFirst]) => {
  globalThis.whereFirst = whereFirst;
  const root = document.createElement("div");
  document.querySelector("main").replaceChildren(root);
  const draw = drawers(screen, lib);
  const round = (laid) => {
    const start = performance.now();
    for (let turn = 0; turn < redraws; turn++) {
      draw(root, `marque ${laid} ${turn}`);
      if (laid) root.getBoundingClientRect().height;
    }
    if (!root.textContent.includes(`marque ${laid} ${redraws - 1}`)) throw new Error("rien n'est dessiné");
    return (performance.now() - start) / redraws;
  };
  round(false);
  const first = root.querySelector("*");
  const told = { drawn: round(false), laid: round(true), elements: root.querySelectorAll("*").length };
  return { ...told, same: first.isConnected };
}
"""


def bundled(packages: Path, name: str, work: Path) -> str:
    """Return what the page would hold of that library, as small as a tool makes it."""
    entry = work / "entry.mjs"
    entry.write_text(ENTRIES[name], encoding="utf-8")
    tool = packages / "node_modules" / ".bin" / "esbuild"
    options = ["--bundle", "--minify", "--format=iife", "--global-name=lib", "--legal-comments=none"]
    environment = os.environ | {"NODE_PATH": str(packages / "node_modules")}
    run = subprocess.run([tool, entry, *options], capture_output=True, text=True, check=True, env=environment)
    return run.stdout


def with_library(page: str, script: str) -> str:
    """Return the page as it would be with that library among its modules, compressed as they are."""
    (data,) = re.findall(r'<script type="application/gzip"[^>]*>([^<]+)</script>', page)
    held = json.loads(gzip.decompress(base64.b64decode(data)))
    held["script"] += script
    made = gzip.compress(json_in_html(held).encode(), mtime=0)
    return page.replace(data, base64.b64encode(made).decode())


def packed(text: str) -> int:
    """Return how many bytes a server sends of that text."""
    return len(gzip.compress(text.encode(), mtime=0))


def mark_one(screen: Any) -> Any:
    """Return the screen with its last text made the one that changes."""
    for at in reversed(range(len(screen))):
        if isinstance(screen[at], str):
            if screen[at].strip():
                return [*screen[:at], "MARQUE", *screen[at + 1 :]]
        elif (marked := mark_one(screen[at][2])) is not None:
            return [*screen[:at], [*screen[at][:2], marked], *screen[at + 1 :]]
    return None


def timed(page: Page, script: str, screen: Any, *, where_first: bool) -> dict[str, Any]:
    """Return the mean of a redraw by that library: the drawing alone, then with the layout that follows."""
    page.add_script_tag(content=script)
    told: dict[str, Any] = page.evaluate(TIMED, [screen, REDRAWS, where_first])
    return told


def main(packages: Path) -> None:
    """Print a line for each library."""
    whole = page_html("fr")
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} cœurs, charge {os.getloadavg()[0]:.1f}")
    print(f"la page française : {len(whole.encode()) / 1024:.1f} Kio, {packed(whole) / 1024:.1f} Kio comprimée")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder, site_host() as host, sync_playwright() as play:
        scripts = {name: bundled(packages, name, Path(folder)) for name in ENTRIES}
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 360, "height": 740}, bypass_csp=True)
        page.goto(f"{host.url}/fr.html")
        page.evaluate("([where, values]) => document.querySelector(where).practice.start(values)", [ROOT, SCREEN])
        screen = mark_one(page.evaluate(READ, page.query_selector(f"{ROOT} main")))
        turns: dict[str, list[dict[str, Any]]] = {name: [] for name in ENTRIES}
        for _ in range(TURNS):
            for name, script in scripts.items():
                page.goto(f"{host.url}/fr.html")
                page.add_script_tag(content=DRAWERS)
                turns[name].append(timed(page, script, screen, where_first=name == "uhtml"))
        version = browser.version
        browser.close()
    print(f"Chromium {version}, un écran de {turns['h et redraw'][0]['elements']} éléments")
    for name, script in scripts.items():
        drawn, laid = (statistics.median(turn[key] for turn in turns[name]) for key in ("drawn", "laid"))
        swapped = whole if name == "h et redraw" else with_library(whole, script)
        print(
            f"{name} : {len(script.encode()) / 1024:.1f} Kio ({packed(script) / 1024:.1f} comprimés) ;"
            f" page {len(swapped.encode()) / 1024:.1f} Kio ({packed(swapped) / 1024:.1f}) ;"
            f" redessiner {drawn:.3f} ms, mis en page {laid:.3f} ms ;"
            f" {'les mêmes éléments' if turns[name][0]['same'] else 'des éléments neufs'}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())

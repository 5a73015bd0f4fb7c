// Every family is a dot, one path for each shape of a group: two thousand are drawn anew while a finger drags a lever.
// A group is one stop of the keyboard; its arrows go from family to family, and the one that is there is said.
import { childViews, imageOut } from "./child_views.js";
import { h, on, only, put, svg, uid } from "./dom.js";

const bytesOf = (view) => view ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : new Uint8Array();

// The families of each group, in order.
function families(place, count) {
  /** @type {number[][]} */
  const groups = Array.from({ length: count }, () => []);
  for (let family = 0; family * 2 < place.length; family += 1) {
    groups[place[family * 2] + 256 * place[family * 2 + 1]].push(family);
  }
  return groups;
}

// A sample of a shape, for the legend.
const sample = (name, path, pitch) =>
  svg(
    "svg",
    { viewBox: `0 0 ${pitch} ${pitch}`, width: pitch, height: pitch, "aria-hidden": "true", class: "echantillon" },
    svg("path", { class: name, d: `M${pitch / 2} ${pitch / 2 + (name === "marque" ? 4 : 0)}${path}` }),
  );

function render({ model, el, signal }) {
  const texts = model.get("words");
  // From the centre of a dot, as a paper draws them: shapes, so that no colour is needed.
  const { pitch, shapes, mark, ring } = model.get("drawing");
  const names = shapes.map(([name]) => name);
  const drawings = { ...Object.fromEntries(shapes), marque: mark, bouge: ring };
  const title = h("p", { class: "titre", id: uid("image") });
  const legend = h("ul", { class: "legende", "aria-label": texts.legend });
  const blocks = h("div", { class: "groupes", role: "group", "aria-labelledby": title.id });
  const table = h("div", {});
  const how = h("p", { class: "carnets-help" }, texts.how);
  const views = childViews(model, signal);
  const image = imageOut(model, views);
  const empty = h("p", { class: "carnets-help" }, texts.empty);
  el.append(
    title,
    legend,
    how,
    empty,
    blocks,
    h("details", {}, h("summary", {}, texts.table), table),
    image,
  );

  /** @type {number[][]} */
  let groups = [];
  /** @type {{ root: HTMLElement, draw: () => void }[]} */
  let drawn = [];
  // Where the family was pressed, to come back to.
  let from;
  const codeOf = (family) => bytesOf(model.get("code"))[family];

  // What is said of a family: its number in its group, its state, its mark, whether it has moved.
  function inWords(group, at) {
    const ofOne = model.get("of_one");
    const bits = model.get("bits");
    const code = codeOf(groups[group][at]);
    return [
      `${texts.family} ${at + 1}`,
      model.get("counted").groups[group].label,
      ofOne[code & 7],
      code & bits.flagged ? ofOne[ofOne.length - 1] : "",
      code & bits.moved ? texts["moved-one"] : "",
    ].filter(Boolean).join(" · ");
  }

  function block(group) {
    const count = groups[group].length;
    const { across, part, beside } = model.get("counted").groups[group];
    // A group is a little wider than it is high; on a phone, as Python has arranged it (narrow_dots.py).
    const narrow = matchMedia("(max-width: 640px)").matches;
    const wide = narrow ? across : Math.max(8, Math.min(22, Math.ceil(Math.sqrt(count * 2))));
    const scale = narrow ? model.get("counted").scale : 1;
    const name = h("p", { class: "nom", id: uid("groupe") });
    const counts = h("p", { class: "compte carnets-heard", id: uid("compte") });
    const option = h("p", { class: "dit", role: "option", id: uid("famille"), "aria-setsize": count });
    const paths = Object.fromEntries(
      Object.keys(drawings).map((each) => [each, svg("path", { class: each })]),
    );
    const here = svg("circle", { class: "ici", r: 7.5 });
    const [width, height] = [wide * pitch, Math.max(1, Math.ceil(count / wide)) * pitch];
    const picture = svg(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale, "aria-hidden": "true" },
      ...Object.values(paths),
      here,
    );
    const list = h(
      "div",
      {
        class: "points",
        role: "listbox",
        tabindex: count ? "0" : null,
        "data-key": `groupe ${group}`,
        "aria-labelledby": `${name.id} ${counts.id}`,
      },
      picture,
      option,
    );
    let at = Math.max(0, groups[group].indexOf(model.get("chosen")));
    const center = (place) => [(place % wide + 0.5) * pitch, (Math.floor(place / wide) + 0.5) * pitch];

    function stand(place) {
      at = Math.max(0, Math.min(count - 1, place));
      const [x, y] = center(at);
      here.setAttribute("cx", String(x));
      here.setAttribute("cy", String(y));
      option.setAttribute("aria-posinset", String(at + 1));
      option.setAttribute("aria-selected", String(groups[group][at] === model.get("chosen")));
      option.textContent = inWords(group, at);
      list.setAttribute("aria-activedescendant", option.id);
    }
    function choose() {
      from = [list, scrollY];
      put(model, "chosen", groups[group][at]);
    }
    const steps = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      ArrowDown: () => at + wide,
      ArrowUp: () => at - wide,
      Home: () => 0,
      End: () => count - 1,
    };
    list.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") choose();
      else if (steps[event.key]) stand(steps[event.key]());
      else return;
      event.preventDefault();
    });
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      const column = Math.floor((event.clientX - box.left) / box.width * wide);
      const line = Math.floor((event.clientY - box.top) / box.height * (height / pitch));
      if (line * wide + column >= count) return;
      stand(line * wide + column);
      list.focus({ preventScroll: true });
      choose();
    });

    function draw() {
      const { label, text } = model.get("counted").groups[group];
      const bits = model.get("bits");
      const code = bytesOf(model.get("code"));
      name.textContent = label;
      counts.textContent = text;
      const parts = Object.fromEntries(Object.keys(paths).map((each) => [each, ""]));
      groups[group].forEach((family, place) => {
        const [x, y] = center(place);
        const add = (name) => {
          parts[name] += `M${x} ${y}${drawings[name]}`;
        };
        add(names[code[family] & 7]);
        if (code[family] & bits.flagged) add("marque");
        if (code[family] & bits.moved) add("bouge");
      });
      for (const [each, path] of Object.entries(paths)) path.setAttribute("d", parts[each]);
      if (count) stand(at);
    }
    const style = `--part:${part};--nom:${beside}em`;
    return { root: h("section", { class: beside ? "groupe court" : "groupe", style }, name, list, counts), draw };
  }

  function words() {
    const about = model.get("about");
    only(title, model.get("title"), about && h("span", { class: "carnets-unprojected" }, ` ${about}`));
    title.hidden = !title.textContent;
    const { legend: totals = [], heads: [group, ...states] = [], lines = [] } = model.get("counted");
    const drawnAs = (at) => sample(totals[at][0], drawings[totals[at][0]], pitch);
    only(legend, ...totals.map(([, words], at) => h("li", {}, drawnAs(at), ` ${words}`)));
    legend.hidden = !totals.length;
    only(
      table,
      h(
        "table",
        { "aria-labelledby": title.id },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, group),
            // On a narrow page the shape alone is seen: the legend above says what it is.
            states.map((each, at) =>
              h("th", { scope: "col" }, drawnAs(at), h("span", { class: "carnets-heard" }, ` ${each}`))
            ),
          ),
        ),
        h(
          "tbody",
          {},
          lines.map(([label, ...cells]) =>
            h("tr", {}, h("th", { scope: "row" }, label), cells.map((each) => h("td", {}, each)))
          ),
        ),
      ),
    );
  }

  let before = "";
  on(model, ["title", "about", "of_one", "place", "code", "counted"], () => {
    const { groups: named = [] } = model.get("counted");
    const place = bytesOf(model.get("place"));
    empty.hidden = place.length > 0;
    how.hidden = image.hidden = !place.length;
    words();
    // The same families in the same groups: their dots stay where they stand, and so does the focus.
    const now = `${named.map(({ label }) => label).join("\n")}\n${place.join()}`;
    if (now !== before) {
      before = now;
      groups = families(place, named.length);
      drawn = groups.map((_, group) => block(group));
      only(blocks, ...drawn.map(({ root }) => root));
    }
    drawn.forEach(({ draw }) => draw());
  });
  // On a narrow page what is told of a family takes the place of the picture. Back gives it back: one number for each
  // opening, a page loaded again has a history. Where the page was, the picture says better than the browser.
  let card = 0;
  const back = () => card && history.state !== card && put(model, "chosen", -1);
  function come() {
    if (!el.clientHeight) {
      /** @type {HTMLElement} */ (document.querySelector(".carnets-close button"))?.focus();
      if (!card && "etat" in document.documentElement.dataset) {
        history.scrollRestoration = "manual";
        history.pushState(card = Date.now(), "");
      }
    } else if (model.get("chosen") < 0) {
      if (history.state === card) history.back();
      card = 0;
      from[0].focus({ preventScroll: true });
      scrollTo(0, from[1]);
      from = null;
    }
  }
  on(model, ["chosen"], () => {
    drawn.forEach(({ draw }) => draw());
    if (from && el.clientHeight) come();
  });
  // Wherever the focus is: what is told of a family is another part.
  document.addEventListener(
    "keydown",
    ({ key }) => key === "Escape" && model.get("chosen") > -1 && put(model, "chosen", -1),
    { signal },
  );
  const sized = new ResizeObserver(() => from && come());
  sized.observe(el);
  addEventListener("popstate", back, { signal });
  signal?.addEventListener("abort", () => sized.disconnect());
  return views.remove;
}

export default { render };

"""Ce qu'un écran coupe : un mot en deux, un signe seul sur sa ligne ; à une largeur et à une taille données."""

from playwright.sync_api import Page

DRAWN = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"

# A word whose letters are on two lines, and a line of nothing but punctuation. An address or a number
# longer than a line may be cut, a hyphen cuts.
CUT = """(root) => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), lines = new Map(), cut = [];
  const inLine = (one) => /^(inline|contents)$/.test(getComputedStyle(one).display);
  const blockOf = (one) => (inLine(one) ? blockOf(one.parentElement) : one);
  const letter = document.createRange();
  const boxOf = (node, at) => {
    letter.setStart(node, at);
    letter.setEnd(node, at + 1);
    return letter.getBoundingClientRect();
  };
  while (texts.nextNode()) {
    const node = texts.currentNode, block = blockOf(node.parentElement);
    if (!node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.data.matchAll(/[^\\s\\p{Pd}]+/gu)) {
      let before = Infinity;
      for (let at = 0; at < word.length; at++) {
        const { top, bottom, width, height } = boxOf(node, index + at), middle = (top + bottom) / 2;
        if (!width) continue;
        if (top - before > height / 2 && /^\\P{N}+$/u.test(word) && !/[@.\\/]./.test(word)) cut.push(word);
        before = top;
        const of = lines.get(block) ?? [], line = of.find((one) => Math.abs(one.middle - middle) < height / 2);
        if (line) line.text += word[at];
        else lines.set(block, [...of, { middle, text: word[at] }]);
      }
    }
  }
  const said = [...lines.values()].filter((of) => of.length > 1).flat().map(({ text }) => text);
  return [...cut, ...said.filter((text) => /^[\\p{Po}\\p{Pe}\\p{Pf}]+$/u.test(text))];
}"""

# The bar that stays at the bottom, and the smallest side of its buttons.
BOTTOM_BAR = """() => {
  const sides = (one) => { const { width, height } = one.getBoundingClientRect(); return [width, height]; };
  const bar = document.querySelector(".barre-basse");
  return { height: sides(bar)[1], least: Math.min(...[...bar.querySelectorAll("button")].flatMap(sides)) };
}"""
MOST_OF_A_PHONE_PX = 160  # a quarter of the 640 of a small phone


def resize(page: Page, width: int, text: str) -> None:
    """Give the page another width and another size of letters, and wait until it has looked at both."""
    page.evaluate(f"document.documentElement.style.fontSize = '{text}'")
    page.set_viewport_size({"width": width + 1, "height": 740})
    page.evaluate(DRAWN)
    page.set_viewport_size({"width": width, "height": 740})
    page.evaluate(DRAWN)

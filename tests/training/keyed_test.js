// Les lignes d'un tableau de bord : seules celles qui changent de place bougent, et celle où l'on est reste la même.
import { deepEqual, equal } from "node:assert/strict";
import { keyed } from "../../widgets/training_board/keyed.js";

/** A list of nodes as the page has one, which counts what is put in. */
function listOf() {
  const children = [];
  const list = {
    children,
    moved: 0,
    insertBefore(node, before) {
      const at = children.indexOf(node);
      if (at >= 0) children.splice(at, 1);
      children.splice(before ? children.indexOf(before) : children.length, 0, node);
      list.moved += 1;
    },
  };
  const make = () => {
    const node = { remove: () => children.splice(children.indexOf(node), 1) };
    return { node };
  };
  const draw = keyed(list, make, (line, row) => (line.node.text = row.text));
  return {
    list,
    draw: (ids) => draw([...ids].map((id) => ({ id, text: id }))),
    texts: () => children.map(({ text }) => text).join(""),
  };
}

Deno.test("les lignes sont celles demandées, dans l'ordre, quoi qu'il y ait eu avant", () => {
  const { draw, texts } = listOf();
  for (const ids of ["abc", "cab", "b", "", "xbyaz", "zayb", "ayzb"]) {
    draw(ids);
    equal(texts(), ids);
  }
});

Deno.test("une ligne qui reste est la même, et ce qui n'a pas changé ne bouge pas", () => {
  const { list, draw } = listOf();
  draw("abc");
  const [first, , last] = [...list.children];
  list.moved = 0;
  draw("abc");
  equal(list.moved, 0);
  draw("abdc");
  equal(list.moved, 1);
  equal(list.children[0], first);
  equal(list.children[3], last);
});

Deno.test("une personne partie puis revenue a une ligne nouvelle", () => {
  const { list, draw } = listOf();
  draw("ab");
  const former = list.children[1];
  draw("a");
  draw("ab");
  equal(list.children.length, 2);
  equal(list.children[1] === former, false);
});

Deno.test("d'un ordre à un autre, toutes les permutations de quatre lignes", () => {
  const orders = permutations(["a", "b", "c", "d"]);
  const { draw, texts } = listOf();
  const shown = orders.flatMap((order) =>
    orders.map((other) => {
      draw(order);
      draw(other);
      return texts() === other.join("");
    })
  );
  deepEqual([shown.length, shown.every(Boolean)], [576, true]);
});

function permutations(items) {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, index) => index !== at)).map((rest) => [item, ...rest])
  );
}

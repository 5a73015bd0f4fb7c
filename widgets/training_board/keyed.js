// Lines that stay where they are: only what differs is written, so that nothing flickers, and place and focus are kept.

/** Draw rows `{id, …}` in a list: `make()` gives a line with its `node`, `fill(line, row)` writes a row in it. */
export function keyed(list, make, fill) {
  const made = new Map();
  return (rows) => {
    const kept = new Set(rows.map(({ id }) => id));
    for (const [id, { node }] of made) {
      if (kept.has(id)) continue;
      node.remove();
      made.delete(id);
    }
    rows.forEach((row, index) => {
      if (!made.has(row.id)) made.set(row.id, make());
      const one = made.get(row.id);
      if (list.children[index] !== one.node) list.insertBefore(one.node, list.children[index] ?? null);
      fill(one, row);
    });
  };
}

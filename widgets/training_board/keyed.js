// Lines that stay where they are: only what differs is written, so that nothing flickers, and place and focus are kept.

/** Draw rows `{id, …}` in a list: `make()` gives a line with its `node`, `fill(line, row)` writes a row in it. */
export function keyed(list, make, fill) {
  const made = new Map();
  return (rows) => {
    const present = new Set(rows.map(({ id }) => id));
    for (const [id, { node }] of made) {
      if (present.has(id)) continue;
      node.remove();
      made.delete(id);
    }
    rows.forEach((row, index) => {
      if (!made.has(row.id)) made.set(row.id, make());
      const line = made.get(row.id);
      if (list.children[index] !== line.node) list.insertBefore(line.node, list.children[index] ?? null);
      fill(line, row);
    });
  };
}

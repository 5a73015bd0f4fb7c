// In JupyterLab, the tab of a notebook shows its title (`title`, in its metadata), and not « lecon.ipynb »; that of the
// browser does too.
// What a webpack build would make of one plugin, written by hand: JupyterLab loads it, then calls `init` and `get`.

/**
 * @typedef {object} Title
 * @property {string} label
 * @property {Record<string, string>} dataset
 *
 * @typedef {object} Widget a tab of the main area; that of a notebook has a context
 * @property {Title} title
 * @property {{ready: Promise<void>, model: {getMetadata?: (name: string) => unknown}}} [context]
 *
 * @typedef {object} Signal
 * @property {(slot: () => void) => void} connect
 *
 * @typedef {object} Application
 * @property {{widgets: (area: string) => Iterable<Widget>, currentWidget: Widget | null, layoutModified: Signal}} shell
 */

// The label itself is left alone: JupyterLab renames the file when it changes. JupyterLab draws the line under a tab
// that is not in front with the same ::after: ours is said more strongly than its own, and the tab draws that line.
const STYLE = `
.lm-DockPanel-tabBar .lm-TabBar-tab[data-titre] { flex-basis: 28em; width: 28em; }
.lm-TabBar-tab[data-titre] .lm-TabBar-tabLabel { display: none; }
.lm-TabBar-tab.lm-TabBar-tab.lm-TabBar-tab[data-titre]::after {
  content: attr(data-titre);
  position: static;
  order: 1;
  flex: 1 1 auto;
  border: none;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.lm-DockPanel-tabBar .lm-TabBar-tab[data-titre]:not(.lm-mod-current) {
  border-bottom: var(--jp-border-width) solid var(--jp-border-color1);
}
.lm-TabBar-tab[data-titre] .lm-TabBar-tabCloseIcon { order: 2; }
`;

/** @type {WeakSet<Widget>} */
const seen = new WeakSet();

/**
 * @param {Widget} tab
 * @param {() => void} then
 */
async function name(tab, then) {
  if (!tab.context || seen.has(tab)) return;
  seen.add(tab);
  await tab.context.ready;
  const title = tab.context.model.getMetadata?.("title");
  if (typeof title === "string" && title) tab.title.dataset = { ...tab.title.dataset, titre: title };
  then();
}

const plugin = {
  id: "carnets-titre:titre",
  autoStart: true,
  /** @param {Application} application */
  activate({ shell }) {
    document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
    const nameWindow = () => {
      const title = shell.currentWidget?.title.dataset.titre;
      if (title && document.title !== title) document.title = title;
    };
    const nameAll = () => {
      for (const tab of shell.widgets("main")) name(tab, nameWindow);
    };
    // JupyterLab writes the title of the window again at each change of tab.
    new MutationObserver(nameWindow).observe(document.head, { subtree: true, childList: true, characterData: true });
    shell.layoutModified.connect(() => nameAll());
    nameAll();
  },
};

const page = /** @type {{_JUPYTERLAB?: Record<string, unknown>}} */ (globalThis);
page._JUPYTERLAB = {
  ...page._JUPYTERLAB,
  "carnets-titre": { init: () => {}, get: () => Promise.resolve(() => ({ __esModule: true, default: plugin })) },
};

// @ts-nocheck -- a script, not a module: what it names comes from others
// Draws the parts of a page with the libraries that Voilà and ipywidgets install, without starting JupyterLab
// around them: Voilà's own application takes as long to start as all the rest of a page.
// Joined in front of those libraries (statics.py). A page with widgets from elsewhere than ipywidgets and
// anywidget (an Output, a library of maps) is left to Voilà's application, which knows them.
(() => {
  const HOST = "_JUPYTERLAB.CORE_OUTPUT";
  const WIDGETS = "@jupyter-widgets/jupyterlab-manager";
  const WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";
  const option = (name) => JSON.parse(document.getElementById("jupyter-config-data").textContent)[name];

  // --- Voilà's application, held back ----------------------------------------------------------------------
  // A chunk may carry a function, to which webpack gives its `require`: that is how the libraries are reached.
  // The application begins by asking for its own chunks, and waits for them until `leaveToVoila`.
  let released;
  const release = new Promise((now) => (released = now));
  const loading = [];
  const hold = (require) => {
    const load = require.e;
    require.e = (chunk) => {
      const loaded = release.then(() => load(chunk));
      loading.push(loaded);
      return loaded;
    };
    queueMicrotask(() => {
      require.e = load;
      start(require);
    });
  };
  const chunks = "webpackChunk_JUPYTERLAB_CORE_OUTPUT";
  (self[chunks] || (self[chunks] = [])).push([["carnets"], {}, hold]);

  async function leaveToVoila() {
    released();
    await Promise.all(loading);
    // It starts at the page's `load`; when that is over, nobody else would tell it.
    if (document.readyState === "complete") setTimeout(() => dispatchEvent(new Event("load")));
  }

  // --- the libraries ---------------------------------------------------------------------------------------
  function script(extension) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      Object.assign(element, { onload: resolve, onerror: reject, async: true });
      element.src = `${option("fullLabextensionsUrl")}/${extension.name}/${extension.load}`;
      document.head.append(element);
    });
  }

  async function libraries(require) {
    const extensions = option("federated_extensions").filter(({ name }) => [WIDGETS, "anywidget"].includes(name));
    await Promise.all([require.I("default"), ...extensions.map(script)]);
    const scope = require.S.default;
    for (const { name } of extensions) await window._JUPYTERLAB[name].init(scope);
    const shared = async (name, from = HOST) => {
      const version = Object.values(scope[name]).find((candidate) => candidate.from === from);
      return (await version.get())();
    };
    const [base, controls, manager, services, lumino, anywidget] = await Promise.all([
      shared("@jupyter-widgets/base", WIDGETS),
      shared("@jupyter-widgets/controls", WIDGETS),
      shared("@jupyter-widgets/base-manager", WIDGETS),
      shared("@jupyterlab/services"),
      shared("@lumino/widgets"),
      window._JUPYTERLAB.anywidget.get("./extension"),
    ]);
    const modules = { "@jupyter-widgets/base": base, "@jupyter-widgets/controls": controls };
    anywidget().default.activate(null, { registerWidget: ({ name, exports }) => (modules[name] = exports) });
    return { base, manager, services, lumino, modules };
  }

  // --- the widgets -----------------------------------------------------------------------------------------
  // Every part of the kit carries the same loader: by its address the browser reads it once, and not once per part.
  function lighten(state) {
    if (state._kit && state._esm) state._esm = new URL(document.body.dataset.loader, location).href;
  }

  function makeManager({ base, manager, modules }, kernel) {
    const { Comm } = base.shims.services;
    return new (class extends manager.ManagerBase {
      strangers = new Set();
      constructor() {
        super();
        kernel.registerCommTarget(
          this.comm_target_name,
          (comm, message) => this.handle_comm_open(new Comm(comm), message),
        );
        kernel.statusChanged.connect((_, status) => /restarting$/.test(status) && this.disconnect());
      }
      async _create_comm(target, id, data, metadata, buffers) {
        if (target === manager.CONTROL_COMM_TARGET) return this.controlComm(id, data, metadata);
        const comm = kernel.createComm(target, id);
        if (data || metadata) comm.open(data, metadata, buffers);
        return new Comm(comm);
      }
      // The page may have asked on it before this was read (page.js): then it is open, and may have been answered.
      controlComm(id, data, metadata) {
        const early = carnets.takeStatesId();
        const comm = kernel.createComm(manager.CONTROL_COMM_TARGET, early || id);
        const answers = [];
        comm.onMsg = (message) => answers.push(message);
        if (!early) comm.open(data, metadata);
        const made = new Comm(comm);
        const listen = made.on_msg.bind(made);
        made.on_msg = (tell) => {
          const passOn = (message) => {
            for (const { state } of Object.values(message.content.data.states ?? {})) lighten(state);
            tell(message);
          };
          listen(passOn);
          answers.forEach(passOn);
        };
        if (early) made.send = () => {};
        return made;
      }
      handle_comm_open(comm, message) {
        lighten(message.content.data.state);
        return super.handle_comm_open(comm, message);
      }
      async _get_comm_info() {
        const { content } = await kernel.requestCommInfo({ target_name: this.comm_target_name });
        return content.status === "ok" ? content.comms : {};
      }
      async loadModelClass(name, module, version) {
        if (module in modules) return super.loadModelClass(name, module, version);
        this.strangers.add(module);
        return base.DOMWidgetModel;
      }
      async loadClass(name, module) {
        if (module in modules) return modules[module][name];
        // Made after the page was drawn: the page says that a part of it does not answer.
        const unknown = new Error(`Unknown widget module: ${module}`);
        reportError(unknown);
        throw unknown;
      }
    })();
  }

  async function draw(manager, lumino) {
    const parts = [...document.querySelectorAll("[data-attendue]")];
    await Promise.all(
      parts.map(async (part) => {
        const { data } = JSON.parse(part.querySelector("script").textContent);
        const view = await manager.create_view(await manager.get_model(data[WIDGET_VIEW].model_id));
        part.replaceChildren();
        lumino.Widget.attach(view.luminoWidget, part);
      }),
    );
  }

  async function start(require) {
    const [library, kernelId] = await Promise.all([libraries(require), carnets.executed]);
    const { KernelConnection, ServerConnection } = library.services;
    const kernel = new KernelConnection({
      model: { id: kernelId, name: "python3" },
      serverSettings: ServerConnection.makeSettings({ baseUrl: new URL(option("baseUrl"), location).href }),
    });
    const manager = makeManager(library, kernel);
    await manager._loadFromKernel();
    if (manager.strangers.size) {
      kernel.dispose();
      return leaveToVoila();
    }
    await draw(manager, library.lumino);
    await kernel.info; // the states may come before the first « connected »
    kernel.connectionStatusChanged.connect((_, status) => status === "connected" && manager._loadFromKernel());
  }
})();

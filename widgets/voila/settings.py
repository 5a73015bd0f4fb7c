"""What the local server allows: one address, one token, no other host, only the extensions of the suite."""

from pathlib import Path
from typing import Any

from traitlets.config import Config

from widgets.voila.ports import HOST

EXTENSIONS_IN_PAGES = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]


def server_settings(folder: Path, port: int) -> Config:
    """The configuration of JupyterLab and Voilà for the suite whose notebooks are under `folder`."""
    config = Config()
    server = config.ServerApp
    server.ip = HOST
    server.port = port
    server.port_retries = 0
    server.open_browser = False
    server.allow_root = True
    server.root_dir = str(folder)
    server.log_level = "WARN"
    server.jpserver_extensions = {
        "jupyterlab": True,
        "voila": True,
        "voila.server_extension": False,
        "notebook": False,
        "notebook_shim": False,
        "jupyter_lsp": True,
    }
    config.VoilaConfiguration.extension_allowlist = EXTENSIONS_IN_PAGES
    config.VoilaConfiguration.template = "carnets"
    config.VoilaConfiguration.page_config_hook = without_mathjax
    return config


def without_mathjax(page_config: dict[str, Any], **_: Any) -> dict[str, Any]:
    """The page settings of Voilà without the plugin that fetches MathJax from another host."""
    page_config["fullMathjaxUrl"] = page_config["mathjaxConfig"] = None
    return page_config

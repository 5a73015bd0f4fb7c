"""What the local server allows: one address, one key, no other host, only the extensions of the suite."""

from pathlib import Path
from typing import Any

import zmq
from jupyter_server.utils import url_path_join
from traitlets.config import Config

from app.voila import server_pages
from app.voila.bounds import MOST
from app.voila.entry import KeyHandler, LeaveHandler
from app.voila.kept_key import SuiteKey
from app.voila.making import run_no_more, started
from app.voila.pages import home_url, statics_url
from app.voila.ports import HOST
from widgets.texts import texts

HERE = Path(__file__).parent
# The two that draw a page (static/manager.js), then what Voilà's own application needs to draw what they cannot.
DRAWN_WITH = ["@jupyter-widgets/jupyterlab-manager", "anywidget"]
EXTENSIONS_IN_PAGES = [*DRAWN_WITH, "@voila-dashboards/widgets-manager8"]
# What a spare kernel has already read when a page takes it. A page that is given a fresh kernel imports
# pandas only when it first needs it.
SPARE_IMPORTS = ["ipywidgets", "anywidget", "pandas", "widgets.kit", "widgets.home"]
# Two seconds of processor, for the screens of every study.
STUDIES = "widgets.read_ahead"
PAGE_IDLE_S = 15 * 60
COOKIE_DAYS = 7
NBGRADER = ("formgrader", "validate_assignment", "assignment_list", "course_list")
NOTICES = ("attente", "coupure", "retour", "relance", "arret", "erreur", "longue", "vide", "lenteur", "muet", "cle")
# Those that say how a page is reached again: where the key lasts, its address opens it.
REACHED_AGAIN = ("coupure", "muet")


def page_settings(base_url: str = "/", *, lasts: bool = False) -> Config:
    """The configuration of Voilà and of its kernels, on this machine as on a hub; `lasts`: see `page_words`."""
    config = Config()
    server = config.ServerApp
    server.jpserver_extensions = {"app.voila": True, "voila": True}
    server.kernel_manager_class = "app.voila.kernels.SuiteKernels"
    server.kernel_websocket_connection_class = "app.voila.bounds.BoundedConnection"
    # Past a thousand messages a second, Jupyter lets go of some in silence: a screen would show what is no longer true.
    config.BoundedConnection.iopub_msg_rate_limit = 0
    server.max_body_size = server.max_buffer_size = MOST
    server.extra_template_paths = [str(server_pages.FOLDER)]
    server.jinja_template_vars = server_pages.words(base_url)
    # The suite has no server of a programming language: to look for some, each start had npm leave a journal in the
    # account of whoever starts.
    config.LanguageServerManager.autodetect = False
    config.ServerKernelManager.client_factory = "app.voila.kernels.SuiteClient"
    if zmq.has("curve"):
        # What a kernel says goes through ports of the machine, which any of its accounts can listen to.
        config.ServerKernelManager.transport_encryption = "auto"
    config.SuiteKernels.spare_imports = [*SPARE_IMPORTS, STUDIES]
    config.SuiteKernels.cull_idle_timeout = PAGE_IDLE_S
    config.SuiteKernels.cull_interval = 60
    # Forty people at once: what a cell shows may come long after it is over. Left out in silence after four seconds
    # by default, a page came out blank; after two minutes, the page says that a part is missing.
    config.VoilaExecutor.iopub_timeout = 120
    config.VoilaExecutor.raise_on_iopub_timeout = True
    config.VoilaExecutor.on_cell_start = run_no_more
    config.VoilaExporter.filters = {"started": started}
    config.ServerKernelManager.restarter_class = "app.voila.kernels.SuiteRestarter"
    # Of every program of Jupyter's: each writes by itself.
    journal = {
        "filters": {"said": {"()": "app.voila.making.PageFaults"}},
        "handlers": {"console": {"filters": ["said"]}},
    }
    config.Application.logging_config = journal
    pages = config.VoilaConfiguration
    pages.template = "carnets"
    pages.allow_template_override = "NO"
    pages.allow_theme_override = "NO"
    pages.file_allowlist = [r".*\.(png|jpg|gif|svg)"]
    pages.extension_allowlist = EXTENSIONS_IN_PAGES
    pages.page_config_hook = page_config
    pages.resources = page_words(base_url, lasts=lasts)
    return config


def server_settings(folder: Path, port: int, spares: int = 2, key: SuiteKey | None = None) -> Config:
    """The configuration of the local server whose notebooks are under `folder`; without a key, one of this launch."""
    key = key or SuiteKey.drawn()
    config = page_settings(lasts=key.lasts)
    server = config.ServerApp
    server.ip = HOST
    server.port = port
    server.open_browser = False
    server.allow_root = True
    server.root_dir = str(folder)
    config.Application.log_level = "ERROR"
    config.SuiteKernels.spare_count = spares
    if not any(folder.glob("notebooks/*/*.ipynb")):  # where each study has its folder
        config.SuiteKernels.spare_imports = SPARE_IMPORTS
    server.default_url = home_url("/")
    server.jpserver_extensions.update({"jupyterlab": True, "notebook": False, "notebook_shim": False})
    if not (folder / "nbgrader_config.py").is_file():
        # Without a course, nbgrader only complains, in English.
        server.jpserver_extensions.update({f"nbgrader.server_extensions.{name}": False for name in NBGRADER})
    server.identity_provider_class = "app.voila.entry.LaunchIdentity"
    config.IdentityProvider.login_handler_class = KeyHandler
    config.IdentityProvider.logout_handler_class = LeaveHandler
    # A cookie is worth as long as the key. It outlives the browser, so that a bookmark opens.
    server.cookie_secret = key.of_cookies
    config.IdentityProvider.cookie_options = {"samesite": "Strict", "expires_days": COOKIE_DAYS}
    config.IdentityProvider.get_secure_cookie_kwargs = {"max_age_days": COOKIE_DAYS}
    # Ours: Jupyter does not announce, in English, a key that it was given.
    config.IdentityProvider.token = key.in_address
    # A kernel of JupyterLab that does not stop when asked is not waited for: Ctrl-C ends all within five seconds.
    config.KernelManager.shutdown_wait_time = 1.5
    config.merge(lab_settings())
    return config


def lab_settings() -> Config:
    """JupyterLab in French, without news, updates or extensions fetched from elsewhere."""
    config = Config()
    lab = config.LabApp
    lab.app_settings_dir = str(HERE / "jupyterlab")
    lab.news_url = None
    lab.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
    lab.extension_manager = "readonly"
    # Nor built again, which fetches as well (`app.voila.closed`): it neither asks whether it should be, nor offers it.
    config.ServerApp.tornado_settings = {"page_config_data": {"buildAvailable": False, "buildCheck": False}}
    return config


def page_words(base_url: str, *, lasts: bool = False) -> dict[str, Any]:
    """What the template writes: the sentences of the frame and of the notices, the addresses of its files.

    `lasts`: the next launch has the same key, and no page asks for it anew.
    """
    t = texts("voila")
    frame = ("suite", "aller-au-contenu", "accueil", "demarrage", "demarrage-detail", "partie-attendue")
    end = (
        "sans-javascript",
        "pied-donnees",
        "pied-salle",
        "pied-appareil",
        "pied-licence",
        "cellule",
        "cellule-detail",
        "morte",
        "morte-detail",
    )
    details = {kind: f"voila-avis-{kind}-detail" for kind in NOTICES}
    if lasts:
        details |= {kind: f"voila-avis-{kind}-gardee" for kind in REACHED_AGAIN}
    return {
        "texts": {f"voila-{key}": t(f"voila-{key}") for key in (*frame, *end)},
        "notices": {
            **{kind: {"title": t(f"voila-avis-{kind}"), "detail": t(detail)} for kind, detail in details.items()},
            "recharger": t("voila-recharger"),
        },
        "drawn_with": DRAWN_WITH,
        "statics": statics_url(base_url),
        "home": home_url(base_url),
    }


def page_config(page_config: dict[str, Any], base_url: str, **_: Any) -> dict[str, Any]:
    """The settings that Voilà's application reads in a page: its files from here, MathJax from nowhere."""
    statics = statics_url(base_url)
    page_config["fullStaticUrl"] = url_path_join(statics, "voila")
    page_config["fullLabextensionsUrl"] = url_path_join(statics, "labextensions")
    # Both empty: Voilà would otherwise fetch MathJax from another host on every page.
    page_config["fullMathjaxUrl"] = page_config["mathjaxConfig"] = None
    return page_config

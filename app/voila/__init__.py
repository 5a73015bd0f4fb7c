"""The server of the suite: JupyterLab and Voilà with the suite's own pages, alone on a machine or on a hub.

`python -m app.voila` starts it. A server that is started otherwise (Binder, a hub) enables the extension
`app.voila` with the configuration of `app.voila.settings.page_settings`.
"""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

SHARE = Path(__file__).parent / "share"


def offer_template() -> None:
    """Let Voilà and nbconvert find the suite's template: they look where JUPYTER_PATH says."""
    paths = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
    if str(SHARE) not in paths:
        os.environ["JUPYTER_PATH"] = os.pathsep.join([str(SHARE), *filter(None, paths)])


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": "app.voila"}]


def _load_jupyter_server_extension(server: "ServerApp") -> None:
    """Answer the suite's addresses before Voilà does."""
    from jupyter_server.base.handlers import Template404
    from jupyter_server.utils import url_path_join
    from tornado.routing import AnyMatches, Rule
    from voila.configuration import VoilaConfiguration
    from voila.paths import collect_template_paths

    from app.voila import bounds, closed, files, pages, sockets, statics, terminal

    offer_template()
    application, base = server.web_app, server.web_app.settings["base_url"]
    application.settings["io_loop"] = server.io_loop
    application.settings["log_function"] = partial(terminal.log_request, application.settings["log_function"])
    configuration = VoilaConfiguration(parent=server)
    configuration.resources.update(_addresses(base))
    render = {
        "config": server.config,
        "template_paths": collect_template_paths(["voila", "nbconvert"], configuration.template),
        "voila_configuration": configuration,
    }
    folder = {"path": server.root_dir}
    pictures = {"allowlist": configuration.file_allowlist, "denylist": configuration.file_denylist}
    ours: list[Any] = [
        (url_path_join(base, "/"), pages.HomeHandler),
        # Voilà would list files there, in English.
        (url_path_join(base, r"/voila/?(?:tree.*)?"), pages.HomeHandler),
        (url_path_join(base, r"/voila/render/(.*)"), pages.PageHandler, render),
        (url_path_join(base, r"/api/kernels/([-\w]+)/channels"), sockets.PageSocket),
        (url_path_join(base, r"/voila/api/shutdown/([-0-9a-f]+)"), pages.EndHandler),
        (url_path_join(base, r"/voila/(?:templates|static)(?:/.*)?"), pages.NoPageHandler),
        # The suite has no server of a programming language (`app.voila.settings`).
        (url_path_join(base, r"/lsp/ws(?:/.*)?"), pages.NoPageHandler),
        (url_path_join(base, r"/files/(.*)"), files.FileHandler, folder),
        (url_path_join(base, r"/voila/files/(.*)"), files.PictureHandler, folder | pictures),
        (url_path_join(base, r"/carnets/([0-9a-f]+)/(.+)"), statics.StaticsHandler),
    ]
    # In front: the first address that matches answers.
    router = application.default_router
    router.rules.insert(0, router.process_rule(Rule(AnyMatches(), ours)))
    router.rules.insert(0, Rule(closed.Fetches(base), closed.ClosedHandler))
    router.rules.insert(0, Rule(bounds.TooLongName(), bounds.NoNameHandler))
    router.rules.insert(0, Rule(bounds.NotText(), Template404))
    router.rules.insert(0, Rule(bounds.LargeWithoutKey(application), bounds.TooLargeHandler))
    statics.prepare()
    server.io_loop.call_later(0.2, _keep_spares, server)


def _addresses(base: str) -> dict[str, str]:
    from app.voila.pages import home_url, statics_url

    return {"statics": statics_url(base), "home": home_url(base)}


def _keep_spares(server: "ServerApp") -> None:
    keep = getattr(server.kernel_manager, "keep_spares", None)
    if keep is not None:
        keep()

"""The addresses of the suite: a rendered notebook, the end of a closed page, and what to say instead of an error."""

import json
import re
from html import escape
from pathlib import Path
from typing import Any, cast

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import ensure_async, url_path_join
from tornado import web
from tornado.httputil import url_concat
from traitlets.config import Config
from voila.tornado.handler import TornadoVoilaHandler

from app.voila.kernels import FullError, SuiteKernels
from app.voila.making import Making, begins
from app.voila.statics import digest
from app.voila.terminal import tell
from liaison.base.faults import disk_is_full
from widgets.texts import texts

KERNEL = re.compile(r'carnets\.noyau\("([-0-9a-f]{36})"\)')
WITHOUT_WIDGET = "<!-- sans widget"
HOME = "notebooks/accueil.ipynb"


class PageHandler(TornadoVoilaHandler):
    """A notebook rendered by Voilà, with the suite's own closing, errors and limits."""

    kernel_id = ""

    def initialize(self, **kwargs: Any) -> None:
        """As Voilà does; its person may leave from now on."""
        super().initialize(**kwargs)
        self.making = Making()

    @web.authenticated
    async def get(self, path: str | None = None) -> None:
        """Execute the notebook and send the page as it comes."""
        if "token" in self.request.arguments:
            # The key has become a cookie: it does not stay in the address bar, nor in the kernel's environment.
            self.finish(landing_page(self, self.request.path))
            return
        # Reading it sets the cookie that the page sends back when it closes: without it, 403 and a lost kernel.
        assert self.xsrf_token
        self.set_header("Content-Security-Policy", self._policy())
        self.making.path = path or ""
        self._look_whether_left()
        begins(self.making)
        without_widget, recent = False, ""
        async for html in self.get_generator(path=path):
            # Jinja cuts where a variable stands: the identifier comes apart from what announces it.
            recent = (recent + html)[-200:]
            if not self.kernel_id and (kernel := KERNEL.search(recent)):
                self.kernel_id = kernel.group(1)
                if self._look_whether_left():
                    await suite_kernels(self).end_page(self.kernel_id)
            without_widget = without_widget or WITHOUT_WIDGET in html
            self.write(html)
            if self._worth_sending(html):
                self.flush()
        if self._look_whether_left() or without_widget:
            await suite_kernels(self).end_page(self.kernel_id)

    @web.authenticated
    async def head(self, path: str | None = None) -> None:
        """Say whether there is such a page; none is executed for it."""
        if not await ensure_async(self.contents_manager.file_exists(path or "")):
            raise web.HTTPError(404)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish()

    def on_connection_close(self) -> None:
        """End the kernel of a page that was closed before it was complete."""
        super().on_connection_close()
        self.making.left = True
        if self.kernel_id:
            self.settings["io_loop"].add_callback(suite_kernels(self).end_page, self.kernel_id)

    def _look_whether_left(self) -> bool:
        # Nothing tells of a connection that was cut before this page was begun.
        self.making.left = self.making.left or bool(cast(Any, self.request.connection).stream.closed())
        return self.making.left

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say in French what is missing and where to go."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        error = kwargs.get("exc_info", (None, None))[1]
        if disk_is_full(error):
            kind = "disque"
        elif isinstance(error, FullError):
            kind = "pleine"
        elif status_code == 404:
            kind = "absente" if self._home_is_there() else "partie"
        else:
            # Of 400: the notebook was found, and is none that can be read.
            kind = {400: "illisible", 503: "noyau"}.get(status_code, "autre")
        if sentence := {"noyau": "serveur-page-morte", "pleine": "serveur-page-pleine"}.get(kind):
            tell(self.request, sentence, path=self.making.path)
        self.finish(message_page(self, kind))

    def _home_is_there(self) -> bool:
        # In a room, the home is no notebook.
        return home_of(self) != home_url(self.base_url) or Path(self.settings["server_root_dir"], HOME).is_file()

    @staticmethod
    def _worth_sending(html: str) -> bool:
        # Jinja yields dozens of scraps; what a reader can see, or what starts a download, goes at once.
        return "carnets.noyau" in html or "page-" in html or "</head>" in html

    def _policy(self) -> str:
        """Only this server: a page that tried to reach another host would be refused by the browser itself."""
        host = self.request.host
        return "; ".join(
            (
                "default-src 'self'",
                "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                f"connect-src 'self' data: blob: ws://{host} wss://{host}",
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'self'",
            )
        )


class EndHandler(APIHandler):
    """What a page sends when it closes: its kernel is ended; a kernel of JupyterLab never is."""

    @web.authenticated
    async def post(self, kernel_id: str) -> None:
        """End the kernel, or do nothing when it is already gone; 204 both times."""
        await suite_kernels(self).end_page(kernel_id)
        self.set_status(204)
        self.finish()


class HomeHandler(JupyterHandler):
    """`/` leads to the home that the settings name, and drops the key from the address on the way."""

    @web.authenticated
    def get(self) -> None:
        """Redirect to the home page."""
        if "token" in self.request.arguments:
            self.finish(landing_page(self, home_of(self)))
        else:
            self.redirect(home_of(self))

    head = get


class NoPageHandler(JupyterHandler):
    """What nothing of ours asks and Voilà would answer, without the key, or fail to: no page, for who has the key."""

    @web.authenticated
    def get(self, *_path: str) -> None:
        """Say that there is none."""
        raise web.HTTPError(404)

    head = get


def suite_kernels(handler: JupyterHandler) -> SuiteKernels:
    """The kernel manager that `page_settings` gives to the server."""
    return cast(SuiteKernels, handler.kernel_manager)


def home_of(handler: JupyterHandler) -> str:
    """The address of the home that the settings name: in a room, the person's place."""
    return str(cast(Config, handler.config).VoilaConfiguration.resources["home"])


def home_url(base_url: str) -> str:
    """The address of the home page."""
    return url_path_join(base_url, "voila/render", HOME)


def statics_url(base_url: str) -> str:
    """Where the page's own files are, with the digest that lets a browser keep them."""
    return url_path_join(base_url, "carnets", digest())


def with_key(url: str, token: str) -> str:
    """The address that signs a browser in."""
    return url_concat(url, {"token": token}) if token else url


def landing_page(handler: JupyterHandler, onward: str) -> str:
    """A page that goes on to another, with the cookie that it has just been given.

    It is no redirection: the browser would hold that whoever asked for the first address, a file or another page, asks
    for the second one as well. What an address has after « # », no server is told: a script takes it along.
    """
    title = escape(texts("voila")("voila-suite"))
    address = json.dumps(onward).replace("<", "\\u003c")
    script = f"<script>location.replace({address} + location.hash)</script>"
    refresh = f'<noscript><meta http-equiv="refresh" content="0;url={escape(onward)}"></noscript>'
    return _page(handler, title, _link(onward), f"{script}{refresh}")


def message_page(handler: JupyterHandler, kind: str, onward: str = "") -> str:
    """A whole page that says what happened and what to do, without any script; it leads to `onward`, or home."""
    t = texts("voila")
    title, detail = escape(t(f"voila-erreur-{kind}")), escape(t(f"voila-erreur-{kind}-detail"))
    ways = {"cle": "", "partie": "", "ailleurs": _link(onward)}
    home = f'<p><a href="{escape(home_of(handler))}">{escape(t("voila-accueil"))}</a></p>'
    return _page(handler, title, f"<h1>{title}</h1><p>{detail}</p>{ways.get(kind, home)}")


def _link(onward: str) -> str:
    return f'<p><a href="{escape(onward)}">{escape(texts("voila")("voila-continuer"))}</a></p>'


def _page(handler: JupyterHandler, title: str, content: str, head: str = "") -> str:
    t = texts("voila")
    statics = statics_url(handler.base_url)
    return (
        '<!doctype html><html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="referrer" content="same-origin"><title>{title} · {escape(t("voila-suite"))}</title>'
        f'<link rel="icon" href="{statics}/page/icone.svg"><link rel="stylesheet" href="{statics}/page/page.css">'
        f'<link rel="stylesheet" href="{statics}/fonts/fonts.css">'
        f'{head}</head><body data-voila="voila"><div class="carnets carnets-page">'
        f'<main class="page-texte">{content}</main>'
        f'<footer class="page-pied"><p>{escape(t("voila-pied-donnees"))}</p></footer></div></body></html>'
    )

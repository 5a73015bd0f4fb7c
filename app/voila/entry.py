"""Who may come in: the person who opened the suite, by their own hand or from one of its pages."""

import hmac
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import PasswordIdentityProvider, User
from jupyter_server.auth.login import LoginFormHandler
from jupyter_server.auth.logout import LogoutHandler
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import ensure_async, url_path_join
from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

from app.voila.pages import landing_page, message_page

OURS = {"none", "same-origin"}


class LaunchIdentity(PasswordIdentityProvider):
    """The key of the suite; or the cookie that it gave, where nobody else can have asked in the person's place."""

    async def get_user(self, handler: RequestHandler) -> User | None:
        """Who asks, or None; a cookie that comes from elsewhere is neither believed nor taken away."""
        return await ensure_async(super().get_user(handler)) if self.shows_key(handler) else None

    def shows_key(self, handler: RequestHandler) -> bool:
        """Whether a request may be answered, before its body is read."""
        try:
            # Bytes: an address may hold any characters.
            given = (self.get_token(handler) or "").encode()
        except HTTPError:  # it spells no text
            given = b""
        if hmac.compare_digest(given, self.token.encode()):
            return True
        return asked_from_here(handler.request) and self.get_user_cookie(handler) is not None


def asked_from_here(request: HTTPServerRequest) -> bool:
    """Whether the person asked (address bar, bookmark), or a page of this server.

    A browser sends its cookie along with whatever a page on another port of this machine asks: an image is enough.
    It also says who asks; one too old to say it (Safari before 16.4) names our page, or is asked to press a link.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in OURS
    named = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(named).netloc == request.host


class KeyHandler(LoginFormHandler):
    """What a browser without the key sees: where the address with the key is."""

    @allow_unauthenticated
    def get(self) -> None:
        """Explain, or go on when the key is already known."""
        onward = own_address(self, self.get_argument("next", default=self.base_url))
        if self.current_user:
            self.finish(landing_page(self, onward))
            return
        known = self.identity_provider.get_user_cookie(self) is not None
        self.set_status(403)
        self.finish(message_page(self, "ailleurs", onward) if known else message_page(self, "cle"))

    head = get


class LeaveHandler(LogoutHandler):
    """Where « Se déconnecter » leads: the browser opens the suite no more."""

    @allow_unauthenticated
    def get(self) -> None:
        """Take the cookie back from the person who asks; another page, of which an image is enough, takes nothing."""
        if asked_from_here(self.request):
            super().get()
        else:
            self.set_status(403)
            self.finish(message_page(self, "ailleurs", url_path_join(self.base_url, "logout")))


def own_address(handler: JupyterHandler, address: str) -> str:
    """That address when it is one of this server, else the home."""
    parts = urlsplit(address.replace("\\", "/"))
    ours = not parts.scheme and not parts.netloc and parts.path.startswith(handler.base_url)
    return address if ours and not address.startswith("//") else str(handler.base_url)

"""Une personne qui entre dans la salle sans navigateur : les mêmes adresses, les mêmes formulaires, par HTTP."""

import time
from typing import Any
from urllib.parse import urlsplit

import requests

COURSE = "carnets-de-liaison"


class Visitor:
    """A person of the room by HTTP: comes in, gets a server, uses nbgrader's own addresses on it."""

    def __init__(self, base: str, name: str, password: str) -> None:
        self.base, self.name, self._password = base.rstrip("/"), name, password
        self.own = self.base  # the origin of this person's place, which the room leads to
        self.http = requests.Session()
        self.http.trust_env = False

    def enter(self) -> requests.Response:
        """Send the form of the first page; what comes back, redirections not followed."""
        form = self.http.get(f"{self.base}/hub/login")
        form.raise_for_status()
        return self.http.post(
            f"{self.base}/hub/login",
            data={"username": self.name, "password": self._password, "_xsrf": self.token("/hub/")},
            allow_redirects=False,
        )

    def take_place(self, timeout_s: float = 120) -> None:
        """Ask for a server, and return once it answers with this person's session on it."""
        self.http.get(f"{self.base}/hub/spawn", allow_redirects=True)
        deadline = time.monotonic() + timeout_s
        place = f"/user/{self.name}/place"
        while time.monotonic() < deadline:
            # A page that a person would open: it signs the session in, which the API alone does not.
            answer = self.http.get(f"{self.base}{place}")
            if answer.ok and (found := urlsplit(answer.url)).path == place:
                self.own = f"{found.scheme}://{found.netloc}"
                return
            time.sleep(0.5)
        raise AssertionError(f"{self.name} n'a pas eu de place en {timeout_s} s")

    def get(self, path: str) -> requests.Response:
        """An address of this person's server, or any when it begins with `/`."""
        if path.startswith("/"):
            return self.http.get(f"{self.base}{path}")
        # As a link of their own place does.
        return self.http.get(f"{self.own}/user/{self.name}/{path}", headers={"Referer": f"{self.own}/"})

    def post(self, path: str, **data: Any) -> requests.Response:
        """The same with a form, as the page sends it."""
        return self.http.post(f"{self.own}/user/{self.name}/{path}", data=data, headers={"X-XSRFToken": self.own_token})

    @property
    def own_token(self) -> str:
        """What a page of this person's server sends back with a form."""
        return self.token(f"/user/{self.name}/")

    def hand_in(self, module: str) -> str:
        """Press the button of one's place; the page that comes back."""
        answer = self.post("place", module=module, action="remettre")
        answer.raise_for_status()
        return answer.text

    def token(self, path: str) -> str:
        """What the pages under that path send back."""
        tokens = [cookie.value for cookie in self.http.cookies if cookie.name == "_xsrf" and cookie.path == path]
        return tokens[-1] or "" if tokens else ""

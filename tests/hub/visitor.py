"""Une personne qui entre dans la salle sans navigateur : les mêmes adresses, les mêmes formulaires, par HTTP."""

import time
from typing import Any

import requests

COURSE = "carnets-de-liaison"


class Visitor:
    """A person of the room by HTTP: comes in, gets a server, uses nbgrader's own addresses on it."""

    def __init__(self, base: str, name: str, password: str) -> None:
        self.base, self.name, self._password = base.rstrip("/"), name, password
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
        while time.monotonic() < deadline:
            answer = self.http.get(f"{self.base}/user/{self.name}/api/status")
            if answer.ok and answer.headers.get("content-type", "").startswith("application/json"):
                # A page that a person would open: it signs the session in, which the API alone does not.
                self.http.get(f"{self.base}/user/{self.name}/lab")
                return
            if answer.ok or answer.status_code == 403:
                self.http.get(f"{self.base}/user/{self.name}/lab")
            time.sleep(0.5)
        raise AssertionError(f"{self.name} n'a pas eu de place en {timeout_s} s")

    def get(self, path: str) -> requests.Response:
        """An address of this person's server, or any when it begins with `/`."""
        return self.http.get(f"{self.base}{path}" if path.startswith("/") else f"{self.base}/user/{self.name}/{path}")

    def post(self, path: str, **data: Any) -> requests.Response:
        """The same with a form, as the page sends it."""
        prefix = f"/user/{self.name}/"
        return self.http.post(f"{self.base}{prefix}{path}", data=data, headers={"X-XSRFToken": self.token(prefix)})

    def assignments(self) -> list[dict[str, Any]]:
        """What nbgrader's list shows."""
        answer = self.get(f"assignments?course_id={COURSE}")
        answer.raise_for_status()
        found = answer.json()
        assert found["success"], found
        return list(found["value"])

    def act(self, action: str, module: str) -> list[dict[str, Any]]:
        """Press a button of nbgrader's list: `fetch`, `submit` or `fetch_feedback`."""
        answer = self.post(f"assignments/{action}", assignment_id=module, course_id=COURSE)
        answer.raise_for_status()
        found = answer.json()
        assert found["success"], found
        return list(found["value"])

    def token(self, path: str) -> str:
        tokens = [cookie.value for cookie in self.http.cookies if cookie.name == "_xsrf" and cookie.path == path]
        return tokens[-1] or "" if tokens else ""

"""« Votre place »: the page on which a participant arrives, opens the exercises, hands in, reads what came back.

nbgrader does the work, through the part of its list of exercises that JupyterLab shows too.
"""

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from app.room.access import TRAINER
from app.room.places import EXERCISE, HUB
from liaison.training.hand_in.deciding import counts_already, may_count
from liaison.training.hand_in.deposit import (
    Since,
    clock,
    deadline,
    last_deposit,
    not_copied,
    same_answers,
    what_stops,
)
from liaison.training.marks.copies import COURSE_ID, HANDED_OUT
from liaison.training.session.module_facts import session_title
from widgets.texts import texts
from widgets.training.deposit_words import about_the_deadline

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

PLACE = "/place"
PAGES = HUB / "pages"
CODE = Path(__file__).parents[2]
KIT = CODE / "widgets" / "kit"
BROWSERS = "carnets_navigateurs"
SHARED = "CARNETS_COMPTE_COMMUN"
STYLES = (KIT / "tokens.css", KIT / "base.css", CODE / "app" / "voila" / "static" / "page.css")
t = texts("room")


@cache
def style() -> str:
    """The style sheet of the room's pages, which each of them holds: they load nothing."""
    return "\n".join(file.read_text(encoding="utf-8") for file in (*STYLES, PAGES / "salle.css"))


@dataclass(frozen=True)
class Work:
    """One exercise of a participant: the hours at which it was handed in, and what came back, if anything did.

    `since`: what became of its answers since they were handed in last. `feedback_of`: when the copy was handed in that
    came back, or waits to be fetched; `newer`: when another was since, that may count and says something else;
    `withdrawn`: what came back was of a copy that counts no more.
    """

    module: str
    title: str
    handed_in: tuple[dt.datetime, ...] = ()
    feedback: str = ""
    waiting: bool = False
    since: Since = ""
    feedback_of: str = ""
    newer: str = ""
    withdrawn: bool = False

    @property
    def at(self) -> str:
        """The hour of the last hand-in, as one says it where the session is."""
        return clock(self.handed_in[-1]) if self.handed_in else ""

    @property
    def is_over(self) -> bool:
        """Whether a copy that was on time counts, and no other can take its place any more."""
        return counts_already(self.handed_in, deadline(), dt.datetime.now(dt.UTC))

    @property
    def limit(self) -> str:
        """What the deadline of the session means for this exercise, as of now."""
        return about_the_deadline(self.handed_in, deadline(), dt.datetime.now(dt.UTC))


def works(listed: Iterable[Mapping[str, Any]], home: Path) -> list[Work]:
    """The exercises in the space of a person, from nbgrader's list; a new one that was released later is there too."""
    listed = list(listed)
    handed_in = {work["assignment_id"]: work["submissions"] for work in listed if work["status"] == "submitted"}
    names = {work["assignment_id"] for work in listed if work["status"] == "fetched"} | set(handed_in)
    return [_work(name, handed_in.get(name, []), home) for name in sorted(names)]


def _work(module: str, submissions: list[Mapping[str, Any]], home: Path) -> Work:
    if not submissions:
        return Work(module, title_of(module))
    given = max((copy for copy in submissions if copy["has_exchange_feedback"]), key=_at, default=None)
    # A page that is no longer in the exchange was of a copy that another replaced.
    folder = given["local_feedback_path"] if given and given["has_local_feedback"] else ""
    last = last_deposit(home / module)
    return Work(
        module,
        title_of(module),
        since=last.since if last else "",
        handed_in=tuple(sorted(map(_at, submissions))),
        feedback=f"{folder}/{HANDED_OUT}" if folder else "",
        waiting=given is not None and (given["feedback_updated"] or not given["has_local_feedback"]),
        feedback_of=clock(_at(given)) if given else "",
        newer=_newer(given, submissions) if given else "",
        withdrawn=given is None and any(copy["has_local_feedback"] for copy in submissions),
    )


def _newer(given: Mapping[str, Any], submissions: Iterable[Mapping[str, Any]]) -> str:
    """Return the hour of the last copy, when it may count instead of the one that came back, and says other things."""
    until = deadline()
    last = max((copy for copy in submissions if may_count(_at(copy), _at(given), until)), key=_at, default=given)
    return "" if same_answers(Path(given["path"]), Path(last["path"])) else clock(_at(last))


def _at(submission: Mapping[str, Any]) -> dt.datetime:
    stamp = str(submission["timestamp"])
    return dt.datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S.%f %Z").replace(tzinfo=dt.UTC)


def title_of(module: str) -> str:
    """The title of a module in its session; its name where its exercise does not open."""
    return session_title(module) or module


def shared(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the places of this room run under one account: then a place has no JupyterLab."""
    return bool(environment.get(SHARED))


class _RoomPage(JupyterHandler):
    """A page of the room on somebody's own server."""

    def finish_with(self, template: str, **values: Any) -> None:
        """Send that page of `binder/hub/pages`."""
        self.set_header("Cache-Control", "no-store")
        self.finish(page(self, template, link=self._link, code=self.current_user.username, **values))

    def _link(self, *parts: str) -> str:
        return url_path_join(self.base_url, *(quote(part) for part in parts))


class PlaceHandler(_RoomPage):
    """The page of a participant: GET shows it, POST does one of its buttons and shows it again."""

    @web.authenticated
    def get(self) -> None:
        """Show what there is to do, and what is done."""
        self._show()

    @web.authenticated
    def head(self) -> None:
        """Say that the room is open, which the page asks before each of its gestures."""
        self.finish()

    @web.authenticated
    def post(self) -> None:
        """Hand in an exercise, or fetch what came back; then show the page, which says what happened."""
        module, action = self.get_body_argument("module"), self.get_body_argument("action")
        manager = self.settings["assignment_list_manager"]
        actions = {"remettre": manager.submit_assignment, "retour": manager.fetch_feedback}
        # Only what nbgrader lists: the name becomes a path.
        if action not in actions or module not in {work.module for work in self._works()}:
            raise web.HTTPError(400)
        if action == "remettre" and (missing := what_stops(self._home() / module)):
            self._show(outcome=missing, file=module)
            return
        if action == "remettre" and (file := not_copied(self._home() / module)):
            self._show(outcome="pas-un-fichier", file=file)
            return
        done = actions[action](COURSE_ID, module)
        self._show(outcome=self._what_happened(action, module) if done["success"] else "echec")

    def _what_happened(self, action: str, module: str) -> str:
        over = any(work.is_over for work in self._works() if work.module == module)
        return "apres" if action == "remettre" and over else action

    def _show(self, outcome: str = "", file: str = "") -> None:
        xsrf = self.xsrf_token.decode()
        shown = {
            "works": self._works(),
            "outcome": outcome,
            "file": file,
            "elsewhere": self._open_elsewhere(),
            "lab": not shared(),
        }
        self.finish_with("place.html", exercise=EXERCISE, xsrf=xsrf, **shown)

    def _works(self) -> list[Work]:
        listed = self.settings["assignment_list_manager"].list_assignments(course_id=COURSE_ID)
        return works(listed["value"] if listed["success"] else [], self._home())

    def _home(self) -> Path:
        return Path(self.settings["server_root_dir"]).expanduser()

    def _open_elsewhere(self) -> bool:
        """Whether another browser opened this place too: one's own, or that of somebody who has the same code."""
        return len(self.settings[BROWSERS]) > 1


class TrainerHandler(_RoomPage):
    """The page of the trainer: the live board, nbgrader's marks, the files of the session."""

    @web.authenticated
    def get(self) -> None:
        """Show the ways."""
        self.finish_with("formation.html", own=f"salle/espaces/{TRAINER}/notebooks")

    head = get


def page(handler: JupyterHandler, template: str, **values: Any) -> str:
    """A page of `binder/hub/pages` on somebody's own server."""
    place = url_path_join(handler.base_url, PLACE)
    return _pages().get_template(template).render(t=t, style=style(), place=place, **values)


def refusal(status: int, session: str) -> str:
    """The page of the hub for an error, written where there is no hub to write it."""
    variables = {"base_url": "/hub/", "seance": session, "status_code": status}
    return _pages().get_template("error.html").render(t=t, style=style(), **variables)


def opening(session: str) -> str:
    """The page for whoever comes before the hub of the room answers, or after it has ended."""
    variables = {"base_url": "/hub/", "seance": session, "status_code": 503, "because": "ouverture"}
    return _pages().get_template("error.html").render(t=t, style=style(), **variables)


def again(session: str) -> str:
    """The page that asks once more for its own address: what comes then comes from this port."""
    return _pages().get_template("encore.html").render(t=t, style=style(), base_url="/hub/", seance=session)


@cache
def _pages() -> Environment:
    return Environment(loader=FileSystemLoader(PAGES), autoescape=True)


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": "app.room.pages"}]


def _load_jupyter_server_extension(server: "ServerApp") -> None:
    """Answer `/place`: a participant's where nbgrader's list of exercises is, else the trainer's."""
    lists = server.jpserver_extensions.get("nbgrader.server_extensions.assignment_list")
    rule = (url_path_join(server.web_app.settings["base_url"], PLACE), PlaceHandler if lists else TrainerHandler)
    server.web_app.add_handlers(".*$", [rule])
    _note_browsers(server)


def _note_browsers(server: "ServerApp") -> None:
    """Keep which sessions of the hub came to this server, by whatever address: each browser that enters has its own."""
    known: set[str] = server.web_app.settings.setdefault(BROWSERS, set())
    provider = server.identity_provider
    user_of_cookie = provider.get_user

    async def get_user(handler: JupyterHandler) -> Any:
        user = user_of_cookie(handler)
        if isawaitable(user):
            user = await user
        if session := getattr(user, "hub_user", {}).get("session_id"):
            known.add(session)
        return user

    provider.get_user = get_user  # type: ignore[method-assign,assignment]

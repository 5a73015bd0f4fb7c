"""A bookmark of the suite, opened by a browser that was closed in between, or once the suite was launched again."""

import os
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from browser.conftest import CHROMIUM_ARGUMENTS, chromium_path
from browser.small_suite import FROM_HERE, small_suite, started
from jupyter_server.auth.identity import User
from playwright.sync_api import Browser, Page, expect
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import Application, RequestHandler, create_signed_value

from app.voila.callers import accounts_are_told
from app.voila.entry import LaunchIdentity
from app.voila.settings import COOKIE_DAYS, server_settings

NAME, SECRET = "username-127-0-0-1-8866", "secret"
DAY_S = 24 * 3600
BOOKMARK = "/voila/render/notebooks/formulaire.ipynb"


class Profile:
    """The browser of one person, which keeps on disk what it keeps: opened, closed, opened again."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self._folder = browser, folder

    @contextmanager
    def opened(self) -> Iterator[Page]:
        """A page of it, then close the whole browser."""
        context = self._browser.browser_type.launch_persistent_context(
            self._folder, executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS
        )
        yield context.pages[0]
        context.close()


@pytest.fixture
def profile(browser: Browser, tmp_path: Path) -> Profile:
    """A profile that has opened nothing yet."""
    return Profile(browser, tmp_path / "profil")


@pytest.fixture
def suite(start_suite: Callable[..., Any], tmp_path: Path) -> Iterator[Any]:
    """A suite of its own: its key is given once, and it is stopped."""
    suite = started(start_suite, small_suite(tmp_path))
    yield suite
    suite.stop()


def enter(page: Page, suite: Any) -> None:
    """Come in with the key, as the browser that a launch opens."""
    page.goto(f"{suite.base}/?{suite.key}")
    page.wait_for_url("**/accueil.ipynb")


def asks_for_the_key(page: Page) -> None:
    """The page that says so, and how to come in again."""
    expect(page.get_by_role("heading", name="Cette adresse demande sa clé")).to_be_visible()
    expect(page.get_by_text("par « nox -s run » ou « liaison serve » : ouvrez dans ce navigateur")).to_be_visible()
    expect(page.get_by_text("Fenêtre introuvable ? Lancez de nouveau cette commande")).to_be_visible()


def test_a_bookmark_opens_in_a_browser_closed_and_opened_again(profile: Profile, suite: Any) -> None:
    with profile.opened() as page:
        page.goto(f"{suite.base}{BOOKMARK}")
        asks_for_the_key(page)
        enter(page, suite)
    with profile.opened() as page:
        page.goto(f"{suite.base}{BOOKMARK}")
        expect(page.get_by_role("heading", name="Cette adresse demande sa clé")).to_have_count(0)
        page.locator("html[data-etat=pret]").wait_for(timeout=60_000)


def test_a_profile_that_was_made_to_leave_opens_nothing_when_it_is_opened_again(profile: Profile, suite: Any) -> None:
    with profile.opened() as page:
        enter(page, suite)
        page.goto(f"{suite.base}/logout")
        expect(page.get_by_role("heading", name="Ce navigateur n’ouvre plus la suite")).to_be_visible()
    with profile.opened() as page:
        page.goto(f"{suite.base}{BOOKMARK}")
        asks_for_the_key(page)


@pytest.mark.skipif(not accounts_are_told(), reason="cette machine ne dit pas à quel compte est une connexion")
def test_a_bookmark_opens_after_the_suite_was_stopped_and_launched_again_until_a_new_key_is_wanted(
    profile: Profile, start_suite: Callable[..., Any], tmp_path: Path
) -> None:
    folder = small_suite(tmp_path)
    home = {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path / "donnees" / "jupyter")}
    first = started(start_suite, folder, env=home)
    assert "Elle reste la même au prochain lancement" in first.output
    with profile.opened() as page:
        enter(page, first)
        assert first.key not in page.url
    first.stop()
    port = first.base.rsplit(":", 1)[1]
    again = start_suite("--port", port, "--folder", str(folder), env=home)
    assert again.wait_for_address() == f"{first.base}/?{first.key}"
    with profile.opened() as page:
        page.goto(f"{first.base}{BOOKMARK}")
        page.locator("html[data-etat=pret]").wait_for(timeout=60_000)
    again.stop()
    changed = start_suite("--new-key", "--port", port, "--folder", str(folder), env=home)
    base, key = changed.wait_for_address().split("/?")
    assert (base, key == first.key) == (first.base, False)
    with profile.opened() as page:
        page.goto(f"{base}{BOOKMARK}")
        asks_for_the_key(page)
        page.goto(f"{base}/?{first.key}")
        asks_for_the_key(page)
    changed.stop()


def test_the_browser_is_told_to_forget_the_cookie_after_a_week(suite: Any) -> None:
    request = urllib.request.Request(f"{suite.base}/api/status?{suite.key}", headers=FROM_HERE)
    with urllib.request.urlopen(request, timeout=20) as answer:
        [login] = [cookie for cookie in answer.headers.get_all("Set-Cookie") if cookie.startswith("username")]
        sent = parsedate_to_datetime(answer.headers["Date"])
    expires = parsedate_to_datetime(SimpleCookie(login).popitem()[1]["expires"])
    assert round((expires - sent).total_seconds() / DAY_S) == COOKIE_DAYS == 7


def cookie_of(identity: LaunchIdentity, days: float) -> str:
    """A login cookie that was given so many days ago."""
    user = identity.user_to_cookie(User(username="x"))
    given = create_signed_value(SECRET, NAME, user, clock=lambda: time.time() - days * DAY_S)
    return f"{NAME}={given.decode()}"


@pytest.mark.parametrize(("days", "is_believed"), [(COOKIE_DAYS - 0.01, True), (COOKIE_DAYS + 0.01, False)])
def test_the_server_itself_forgets_a_cookie_when_the_browser_should(
    tmp_path: Path, days: float, is_believed: bool
) -> None:
    identity = LaunchIdentity(config=server_settings(tmp_path, 8866))
    headers = HTTPHeaders({"Host": "127.0.0.1:8866", "Cookie": cookie_of(identity, days)})
    start = RequestStartLine("GET", "/", "HTTP/1.1")
    request = HTTPServerRequest(headers=headers, connection=Mock(), start_line=start)
    handler = RequestHandler(Application(cookie_secret=SECRET), request)
    assert (identity.get_user_cookie(handler) is not None) is is_believed


def test_what_a_link_holds_after_its_hash_comes_in_with_the_key(profile: Profile, suite: Any) -> None:
    """The settings of a policy are there: a browser without the key asks for it, and then opens them all the same."""
    address = f"{suite.base}{BOOKMARK}#reglages=abc"
    with profile.opened() as page:
        page.goto(address)
        asks_for_the_key(page)
        enter(page.context.new_page(), suite)
        page.reload()
        page.wait_for_url(address)
    with profile.opened() as page:
        page.goto(f"{suite.base}{BOOKMARK}?{suite.key}#reglages=abc")
        page.wait_for_url(address)
        expect(page.get_by_label("champ 9")).to_be_visible()

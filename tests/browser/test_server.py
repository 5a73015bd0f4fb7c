"""Le serveur : fermé aux autres ; à qui a la clé, il donne une page, ou dit en français pourquoi il n'y en a pas."""

import asyncio
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import pytest
from browser.small_suite import signed_in, small_suite, started
from playwright.sync_api import Browser, Page, expect
from suite_kernels import listening, suite_kernels
from tornado.web import RequestHandler

from app.room import pages as room_pages
from app.voila import entry, files, pages, sockets, statics
from app.voila.entry import LeaveHandler
from app.voila.ports import HOST
from app.voila.settings import page_settings
from app.voila.sockets import PageSocket


def test_nothing_listens_beyond_this_machine(essai: Any) -> None:
    server = psutil.Process(essai.process.pid)
    assert {host for host, _ in listening([server, *server.children(recursive=True)])} == {HOST}


@pytest.mark.parametrize("path", ["/voila", "/voila/", "/voila/tree", "/voila/tree/notebooks"])
def test_the_lists_of_voila_lead_to_the_home(essai: Any, path: str) -> None:
    answer = signed_in(essai).open(essai.base + path, timeout=60)
    assert answer.url == f"{essai.base}/voila/render/notebooks/accueil.ipynb"


UNUSED = (
    "/voila/templates/a",
    "/voila/templates/a/static",
    "/voila/templates/carnets/static/../x.j2",
    "/voila/static/a",
)


@pytest.mark.parametrize("path", ["/", "/voila/render/notebooks/formulaire.ipynb", "/lab", "/api/kernels", *UNUSED])
def test_without_the_key_nothing_opens(essai: Any, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(essai.base + path, timeout=20)
    assert refused.value.code == 403
    if not path.startswith("/api"):
        assert "Cette adresse demande sa clé" in refused.value.read().decode()


NO_PAGE, NO_FILE = "Cette page n’existe pas", "Ce fichier n’existe pas"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nulle-part", NO_PAGE),
        ("/static/absent.css", NO_PAGE),
        ("/api/kernels/absent", NO_PAGE),
        ("/voila/render/absent.ipynb", NO_PAGE),
        *((path, NO_PAGE) for path in UNUSED),
        # What spells no text: Jupyter failed to say so.
        ("/%FF", NO_PAGE),
        ("/files/%00", NO_PAGE),
        ("/voila/render/%FF.ipynb", NO_PAGE),
        # Typed: no page of ours asks.
        ("/files/absent.png", NO_FILE),
        ("/files/notebooks", NO_FILE),
        ("/files/.cache/image.png", NO_FILE),
        ("/voila/files/absent.png", NO_FILE),
        ("/voila/files/.cache/image.png", NO_FILE),
        ("/voila/files/absent.md", NO_FILE),
        ("/voila/files/notebooks", NO_FILE),
        ("/voila/render/absent.md", NO_FILE),
        ("/voila/render/notebooks/", NO_FILE),
        ("/voila/render/image.png", NO_FILE),
    ],
)
def test_an_address_that_nothing_serves_says_so_in_french_and_leads_home(essai: Any, path: str, words: str) -> None:
    code, shown = refused(essai, path)
    assert code == 404
    assert '<html lang="fr">' in shown
    assert f"<h1>{words}</h1>" in shown
    assert 'href="/voila/render/notebooks/accueil.ipynb"' in shown
    assert "Traceback" not in essai.output


def refused(suite: Any, path: str) -> tuple[int, str]:
    """The status and the page of an address that is refused to the person who opened the suite."""
    with pytest.raises(urllib.error.HTTPError) as answer:
        signed_in(suite).open(suite.base + path, timeout=20)
    return answer.value.code, answer.value.read().decode()


def test_a_file_typed_in_the_address_bar_is_given_and_nobody_has_it_without_the_key(essai: Any, folder: Path) -> None:
    # Voilà gives pictures only, under its own addresses; what else a link of a notebook names is a file all the same.
    for name, kind, content in (
        ("image.png", "image/png", "une image"),
        ("à lire.md", "text/markdown; charset=UTF-8", "Un élève"),
        ("lu.txt", "text/plain; charset=UTF-8", "Déjà lu"),
    ):
        (folder / name).write_text(content, encoding="utf-8")
        for place in ("files", "voila/files", "voila/render"):
            answer = signed_in(essai).open(f"{essai.base}/{place}/{quote(name)}", timeout=20)
            assert (answer.read().decode(), answer.headers["Content-Type"]) == (content, kind)
    notebook = signed_in(essai).open(f"{essai.base}/voila/files/notebooks/accueil.ipynb", timeout=20)
    assert notebook.headers["Content-Disposition"].startswith("attachment")
    for path in ("/files/image.png", "/voila/files/image.png", "/voila/files/lu.txt"):
        with pytest.raises(urllib.error.HTTPError) as without:
            urllib.request.urlopen(essai.base + path, timeout=20)
        assert without.value.code == 403


@pytest.mark.parametrize(
    "content", ["", "{pas du JSON", '{"nbformat": 99, "nbformat_minor": 0, "metadata": {}, "cells": []}']
)
def test_a_notebook_that_cannot_be_read_says_so_and_what_to_do(essai: Any, folder: Path, content: str) -> None:
    (folder / "notebooks" / "abime.ipynb").write_text(content, encoding="utf-8")
    _, shown = refused(essai, "/voila/render/notebooks/abime.ipynb")
    assert "Ce carnet ne peut pas être lu" in shown
    assert "Remettez-en une copie" in shown


def test_a_page_open_while_the_folder_is_moved_says_so_when_it_reloads_and_opens_once_it_is_back(
    start_suite: Callable[..., Any], browser: Browser, tmp_path: Path
) -> None:
    folder = tmp_path / "suite"
    folder.mkdir()
    suite = started(start_suite, small_suite(folder))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{suite.base}/?{suite.key}")
    page.wait_for_url("**/accueil.ipynb")
    folder.rename(tmp_path / "ailleurs")
    page.reload()
    expect(page.get_by_role("heading", name="Le dossier de la suite a changé de place")).to_be_visible()
    (tmp_path / "ailleurs").rename(folder)
    page.goto(f"{suite.base}/files/absent.png")
    expect(page.get_by_role("heading", name=NO_FILE)).to_be_visible()
    page.get_by_role("link", name="Accueil de la suite").click()
    expect(page.get_by_role("heading", name="Essai accueil")).to_be_visible()
    page.goto(f"{suite.base}/logout")
    expect(page.get_by_role("heading", name="Ce navigateur n’ouvre plus la suite")).to_be_visible()
    page.goto(f"{suite.base}/lab")
    expect(page.get_by_role("heading", name="Cette adresse demande sa clé")).to_be_visible()
    context.close()


def test_the_key_opens_once_and_leaves_the_address_bar(essai: Any, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{essai.base}/?{essai.key}")
    page.wait_for_url(f"{essai.base}/voila/render/notebooks/accueil.ipynb")
    page.go_back()
    assert "token" not in page.url
    page.goto(f"{essai.base}/")
    assert page.url.endswith("accueil.ipynb")
    context.close()


def test_a_page_of_another_site_can_neither_read_nor_post(essai: Any) -> None:
    opener = signed_in(essai)
    foreign = {"Origin": "http://ailleurs.example"}
    for data in (None, b"{}"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            opener.open(urllib.request.Request(f"{essai.base}/api/kernels", data=data, headers=foreign), timeout=20)
        assert refused.value.code in (403, 404)
        assert refused.value.headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(("name", "status"), [("ailleurs.example", 403), ("localhost", 200)])
def test_a_request_by_another_host_name_is_refused_even_with_the_key(essai: Any, name: str, status: int) -> None:
    # The key goes in a header: for another name, no cookie would be sent and the refusal would prove nothing.
    headers = {"Host": name, "Authorization": f"token {essai.key.removeprefix('token=')}"}
    request = urllib.request.Request(f"{essai.base}/api/kernels", headers=headers)
    try:
        answered = urllib.request.urlopen(request, timeout=20).status
    except urllib.error.HTTPError as refused:
        answered = refused.code
    assert answered == status


def test_the_kernel_of_a_page_that_nobody_looks_at_ends_after_a_quarter_of_an_hour() -> None:
    async def settings() -> tuple[int, int, bool, bool]:
        async with suite_kernels(config=page_settings()) as kernels:
            return kernels.cull_idle_timeout, kernels.cull_interval, kernels.cull_connected, kernels.cull_busy

    with ThreadPoolExecutor(1) as aside:  # the browser's own loop runs in this thread
        assert aside.submit(asyncio.run, settings()).result(60) == (15 * 60, 60, False, False)


def test_jupyterlab_opens_in_french_and_asks_no_other_host(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/essai-accueil/tree/notebooks/accueil.ipynb", timeout=60_000)
    expect(page.get_by_role("menuitem", name="Fichier")).to_be_visible(timeout=60_000)
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    page.wait_for_timeout(1500)
    expect(page.get_by_text("Would you like to")).to_have_count(0)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/voila/tree",
        "/voila/render/notebooks/accueil.ipynb",
        "/voila/render/notebooks/accueil.ipynb?langue=ar",
        "/voila/render/notebooks/absent.ipynb",
        "/voila/static/x.js",
        "/carnets/0/page/icone.svg",
        "/carnets/0/page/absent.svg",
        "/files/notebooks/accueil.ipynb",
        "/login",
    ],
)
@pytest.mark.parametrize("with_the_key", [True, False])
def test_whether_a_page_can_come_is_told_as_the_page_itself_would_be(essai: Any, path: str, with_the_key: bool) -> None:
    opener = signed_in(essai) if with_the_key else urllib.request.build_opener()
    assert status(opener, essai.base + path, "HEAD") == status(opener, essai.base + path, "GET")


def test_a_page_that_is_only_asked_about_is_not_executed(essai: Any) -> None:
    """The page itself takes thirty seconds."""
    assert status(signed_in(essai), f"{essai.base}/voila/render/notebooks/lente.ipynb", "HEAD", timeout_s=15) == 200


def status(opener: urllib.request.OpenerDirector, url: str, method: str, timeout_s: float = 20) -> int:
    try:
        with opener.open(urllib.request.Request(url, method=method), timeout=timeout_s) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_what_is_shown_to_whoever_asks_is_also_told_to_whoever_only_asks_whether_it_is_there() -> None:
    """One that shows a page and refuses HEAD is said by our own pages not to give it; leaving, though, is an act."""
    own = [PageSocket, LeaveHandler]
    for module in (entry, files, pages, sockets, statics, room_pages):
        found = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
        for handler in found:
            if issubclass(handler, RequestHandler) and "get" in vars(handler) and handler not in own:
                assert handler.head is not RequestHandler.head, handler

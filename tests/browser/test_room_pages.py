"""Les pages de la salle que l'on ne voit qu'un instant : une place qui se prépare, se ferme, est fermée ; un refus."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import pytest
from browser.exercises import fits
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, expect

from app.room.pages import PAGES, Work, refusal, style
from widgets.texts import texts

# What JupyterHub gives to each of them.
GIVEN = {
    "base_url": "/hub/",
    "progress_url": "/hub/api/progress",
    "spawn_url": "/hub/spawn",
    "seance": "Séance fictive",
    "status_code": 413,
}


@pytest.mark.parametrize("name", ["spawn_pending", "stop_pending", "not_running", "error"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (640, "dark")])
def test_a_page_of_a_moment_passes_axe_and_fits_a_small_phone(
    name: str, width: int, scheme: str, browser: Browser, tmp_path: Path, axe: Callable[..., None]
) -> None:
    pages = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
    file = tmp_path / f"{name}.html"
    page_text = pages.get_template(f"{name}.html").render(t=texts("room"), style=style(), **GIVEN)
    file.write_text(page_text, encoding="utf-8")
    context = browser.new_context(
        locale="fr-FR", viewport={"width": width, "height": 700}, color_scheme=cast(Any, scheme), offline=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.get_by_role("heading", level=1).inner_text()
    axe(page)
    fits(page)
    context.close()


def test_on_a_phone_a_refusal_begins_where_its_frame_does_and_says_what_its_number_is_for(browser: Browser) -> None:
    context = browser.new_context(locale="fr-FR", viewport={"width": 360, "height": 700}, offline=True)
    page = context.new_page()
    page.set_content(refusal(503, "Séance fictive"))
    left = """(one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range.getBoundingClientRect().left;
    }"""
    starts = [page.locator(where).first.evaluate(left) for where in ("header a", "h1", "footer p")]
    assert starts == [starts[0]] * 3
    expect(page.get_by_text("Pour qui dépanne : erreur 503")).to_be_visible()
    context.close()


@contextmanager
def a_room(port: int, page_text: str) -> Iterator[tuple[int, list[str]]]:
    """What answers to a place while the room is open, and to nothing else; and what was sent to it."""
    sent: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = page_text.encode()
            self.send_response(200 if self.path == "/place" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_HEAD(self) -> None:
            self.send_response(200 if self.path == "/place" else 404)
            self.end_headers()

        def do_POST(self) -> None:
            sent.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.do_GET()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", port), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port, sent
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_place_whose_room_has_closed_says_so_and_hands_in_once_it_is_open_again(
    browser: Browser, axe: Callable[..., None]
) -> None:
    t = texts("room")
    work = Work("01_messagerie_ent", "Régler la messagerie")
    given = {"place": "/place", "link": lambda *parts: "/" + "/".join(parts), "code": "KNM64", "works": [work]}
    pages = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)
    page_text = pages.get_template("place.html").render(
        t=t, style=style(), exercise="exercice.ipynb", xsrf="a", outcome="", elsewhere=False, lab=False, **given
    )
    context = browser.new_context(locale="fr-FR", viewport={"width": 360, "height": 700})
    page = context.new_page()
    hand_in = page.get_by_role("button", name="Remettre")
    title = page.get_by_role("heading", level=1)
    with a_room(0, page_text) as (port, _):
        page.goto(f"http://127.0.0.1:{port}/place")
        expect(title).to_have_text(t("room-ma-place"))
    hand_in.click()
    expect(title).to_have_text(t("room-close"))
    expect(page.get_by_text(t("room-close-detail"))).to_be_visible()
    assert page.url.endswith("/place")
    axe(page)
    fits(page)
    with a_room(port, page_text) as (_, sent):
        hand_in.click()
        expect(title).to_have_text(t("room-ma-place"))
        assert sent == ["_xsrf=a&module=01_messagerie_ent&action=remettre"]
    context.close()

"""Ce qu'une page dit de sa connexion : coupée, lente, muette, revenue ; et ce qu'elle demande une fois."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import psutil
import pytest
from browser.small_suite import BROUGHT_BACK, open_essai, signed_in
from playwright.sync_api import Page, expect

from app.voila.ports import HOST

CUT_AT = (
    "</head>",
    "<header",
    "/header>",
    "</header>",
    '<main id="contenu"',
    "carnets.noyau(",
    "</script></div>",
    "carnets.executee(",
)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_cut_anywhere_says_so_and_offers_to_reload(essai_page: Page, essai: Any, width: int) -> None:
    html = signed_in(essai).open(f"{essai.base}/voila/render/notebooks/formulaire.ipynb", timeout=30).read().decode()
    faults: list[str] = []
    essai_page.set_viewport_size({"width": width, "height": 640})
    essai_page.on("pageerror", lambda error: faults.append(str(error)))
    essai_page.route("**/voila/render/**", lambda route: route.fulfill(body=html[: at[-1]], content_type="text/html"))
    at: list[int] = []
    for place in CUT_AT:
        at.append(html.index(place) + 1)
        open_essai(essai_page, essai, "formulaire")
        notice = essai_page.locator("#avis")
        expect(notice).to_contain_text("Le calcul s’est arrêté")
        expect(notice.get_by_role("button", name="Recharger la page")).to_be_visible()
        expect(essai_page.locator("#attente, [data-attendue]")).to_have_count(0)
        assert "<" not in essai_page.inner_text("body"), place
    assert faults == []


# The connection of the page, and the last thing that it heard of the kernel's rest.
REMEMBER = """
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    window.ligne = this;
    this.addEventListener("message", ({ data }) => {
      if (/"execution_state":\\s*"idle"/.test(new TextDecoder().decode(data))) window.repos = data;
    });
  }
};
"""
HEAR_IT_AGAIN = "ligne.dispatchEvent(new MessageEvent('message', { data: repos }))"


def test_a_page_whose_server_does_not_answer_says_that_it_waits_until_it_does(essai_page: Page, essai: Any) -> None:
    essai_page.add_init_script(REMEMBER)
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    server, notice = psutil.Process(essai.process.pid), essai_page.locator("#avis")
    server.suspend()
    try:
        essai_page.get_by_label("champ 0").fill("avant mardi")
        # What was still on its way answers the opening of the page, and not the gesture.
        essai_page.evaluate(HEAR_IT_AGAIN)
        expect(notice).to_contain_text("peut dater d’avant votre dernier geste")
        expect(essai_page.locator("html[data-attend]")).to_have_count(1)
        expect(notice.get_by_role("button")).to_be_hidden()
    finally:
        server.resume()
    expect(notice).to_be_hidden()
    expect(notice.locator("h2")).to_have_text("")
    expect(essai_page.locator("html[data-attend]")).to_have_count(0)


def sent_by(page: Page, way: Literal["framesent", "framereceived"] = "framesent") -> list[str]:
    """What a page sends to its kernel from now on, or hears of it (`framereceived`), each message as its text."""
    sent: list[str] = []

    def note(payload: str | bytes) -> None:
        sent.append(payload if isinstance(payload, str) else payload.decode("latin1"))

    page.on("websocket", lambda socket: socket.on(way, note))
    return sent


def rank_of(word: str, sent: list[str]) -> list[int]:
    return [rank for rank, message in enumerate(sent) if word in message]


def wait_until_sent(page: Page, word: str, sent: list[str], times: int = 1) -> None:
    for _ in range(200):
        if len(rank_of(word, sent)) >= times:
            return
        page.wait_for_timeout(50)  # what a page sends is only told while Playwright waits for it
    pytest.fail(f"« {word} » n'a pas été envoyé {times} fois")


def test_what_the_widgets_hold_is_asked_once_before_the_libraries_are_read(essai_page: Page, essai: Any) -> None:
    sent = sent_by(essai_page)
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.get_by_label("champ 9")).to_be_visible()
    wait_until_sent(essai_page, "kernel_info_request", sent)
    assert len(rank_of("request_states", sent)) == 1
    assert rank_of("request_states", sent) < rank_of("kernel_info_request", sent)
    assert not rank_of('request_state"', sent), "les parties ont été demandées une à une"


def test_a_connection_made_again_asks_anew_what_the_widgets_hold(essai_page: Page, essai: Any) -> None:
    sent, heard = sent_by(essai_page), sent_by(essai_page, "framereceived")
    essai_page.add_init_script(REMEMBER)
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    # Cut before this answer, the first connection was never whole: the page has what the second would ask.
    wait_until_sent(essai_page, "kernel_info_reply", heard)
    essai_page.evaluate("ligne.close()")
    wait_until_sent(essai_page, "request_states", sent, 2)
    essai_page.get_by_label("champ 0").fill("apres-la-coupure")
    wait_until_sent(essai_page, "apres-la-coupure", sent)


CUT_AT_ONCE = """
window.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    if (!window.coupee) super.close();
    window.coupee = true;
  }
};
"""


def test_a_first_connection_that_is_cut_is_made_again_and_the_page_is_drawn(essai_page: Page, essai: Any) -> None:
    sent = sent_by(essai_page)
    essai_page.add_init_script(CUT_AT_ONCE)
    open_essai(essai_page, essai, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    expect(essai_page.get_by_label("champ 9")).to_be_visible()
    assert len(rank_of("request_states", sent)) == 1
    assert not rank_of('request_state"', sent)


def test_a_lost_connection_is_said_with_what_is_kept_and_what_is_on_screen_stays_until_the_server_answers(
    essai_page: Page, start_suite: Callable[..., Any], folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    open_essai(essai_page, suite, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    suite.stop()
    notice, press = essai_page.locator("#avis"), essai_page.get_by_role("button", name="Recharger la page")
    expect(notice).to_contain_text("les fichiers que vous avez enregistrés sont gardés")
    kernel = essai_page.evaluate("document.body.dataset.kernelId")
    press.click()
    expect(notice).to_contain_text("Le serveur ne répond pas encore")
    # Launched again at the same address: its key is another, and a page of its own would take this one's place.
    again = start_suite("--new-key", "--port", suite.base.rsplit(":", 1)[1], "--folder", str(folder))
    base, key = again.wait_for_address().split("/?")
    assert base == suite.base
    # Brought back by « Précédent » as it was left, it asks too.
    essai_page.evaluate(BROUGHT_BACK)
    expect(notice).to_contain_text("sa clé a changé")
    assert essai_page.evaluate("document.body.dataset.kernelId") == kernel
    essai_page.context.new_page().goto(f"{base}/?{key}")
    press.click()
    essai_page.wait_for_function(f"![undefined, '{kernel}'].includes(document.body?.dataset.kernelId)")
    essai_page.locator("html[data-etat=pret]").wait_for()


FONT = "(one) => [getComputedStyle(one).fontFamily, getComputedStyle(one).fontSize]"


def test_a_server_launched_again_is_said_within_seconds_and_the_button_alone_brings_the_page_back(
    essai_page: Page, start_suite: Callable[..., Any], folder: Path
) -> None:
    suite = start_suite("--port", "0", "--folder", str(folder))
    suite.base, suite.key = suite.wait_for_address().split("/?")
    open_essai(essai_page, suite, "formulaire")
    essai_page.locator("html[data-etat=pret]").wait_for()
    kernel = essai_page.evaluate("document.body.dataset.kernelId")
    suite.stop()
    notice, press = essai_page.locator("#avis"), essai_page.get_by_role("button", name="Recharger la page")
    expect(notice).to_contain_text("relancez-le, puis rechargez cette page")
    expect(notice).not_to_contain_text("adresse complète")
    assert press.evaluate(FONT) == notice.locator("p").evaluate(FONT)
    press.click()
    expect(notice).to_contain_text("S’il est arrêté, relancez-le, puis appuyez de nouveau")
    again = start_suite("--port", suite.base.rsplit(":", 1)[1], "--folder", str(folder))
    assert again.wait_for_address() == f"{suite.base}/?{suite.key}"
    expect(notice).to_contain_text("Le serveur répond de nouveau", timeout=8_000)
    assert essai_page.evaluate("document.body.dataset.kernelId") == kernel
    press.click()
    essai_page.wait_for_function(f"![undefined, '{kernel}'].includes(document.body?.dataset.kernelId)")
    essai_page.locator("html[data-etat=pret]").wait_for()


COUNT_FAILSAFES = """
const later = window.setTimeout;
window.secours = 0;
navigator.sendBeacon = () => true;  // the kernel stays for the next visit
window.setTimeout = (act, ms, ...rest) => later(ms === 3000 ? () => { window.secours += 1; act(); } : act, ms, ...rest);
"""


@pytest.fixture
def always_the_same(essai: Any) -> Iterator[str]:
    """The address of a page that was executed once, served again and again as it was."""
    html = signed_in(essai).open(f"{essai.base}/voila/render/notebooks/formulaire.ipynb", timeout=30).read()

    class Same(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html)

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer((HOST, 0), Same) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


@pytest.mark.slow
def test_of_fifty_warm_visits_none_waits_three_seconds_for_its_connection(
    essai_page: Page, essai: Any, always_the_same: str
) -> None:
    # One kernel for the fifty: what is tried is the connection of a page, not the start of a kernel.
    essai_page.add_init_script(COUNT_FAILSAFES)
    essai_page.route("**/voila/render/**", lambda route: route.continue_(url=always_the_same))
    slow = 0
    for _ in range(50):
        open_essai(essai_page, essai, "formulaire")
        essai_page.locator("html[data-etat=pret]").wait_for(timeout=60_000)
        expect(essai_page.get_by_label("champ 9")).to_be_visible()
        slow += essai_page.evaluate("window.secours > 0")
    assert slow == 0, f"{slow} visites sur 50 ont attendu trois secondes"

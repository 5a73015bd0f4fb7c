"""La façade de l'ENT d'entraînement dans un vrai navigateur, sur une page sans rien d'autre."""

import copy
import json
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from browser.inherited_names import INHERITED, kept_with
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from waiting import look_until

from liaison.practice.compiled import compiled
from widgets.phone.joining import joined_script, joined_style
from widgets.practice.page import PAGE

FIRST = "se_connecter_responsable"
PRACTICE = "document.getElementById('pratique').practice"
# Where the page keeps what is done: by folder, as two sites of one host are two.
KEY = "`carnets:pratique${location.pathname.replace(/[^/]*$/, '')}`"
VOICES = """voices => Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => voices, speak(said) { (window.said ??= []).push(said.text); }, cancel() {}, addEventListener() {},
  removeEventListener() {}}})"""


def french() -> dict[str, Any]:
    """The scenario in French, with an address that two languages have."""
    return compiled("fr")


def mirrored() -> dict[str, Any]:
    """The same said to be Arabic: its words stay, its direction turns, and the French ones are shown under them."""
    data = copy.deepcopy(compiled("fr"))
    data["language"] = next(one for one in data["languages"] if one["code"] == "ar")
    for screen in data["screens"].values():
        screen["fr"] = screen["title"]
        for block in screen["blocks"]:
            for pressed in [*block.get("items", []), *([block] if block["kind"] == "action" else [])]:
                pressed["fr"] = pressed["text"]
    return data


def page_of(data: dict[str, Any], folder: Path) -> str:
    """Write the page that holds this scenario; its address."""
    language, text = data["language"], json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    path = folder / f"{language['code']}.html"
    path.write_text(
        f'<!doctype html><html lang="{language["tag"]}" dir="{language["direction"]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Essai</title>'
        f"<style>body {{ margin: 0 }}\n{joined_style(PAGE.entry)}</style></head><body><div id='pratique'></div>"
        f'<script type="application/json" id="donnees">{text}</script><script>{joined_script(PAGE.entry)}\n'
        'in_practice.mount(document.getElementById("pratique"),'
        ' JSON.parse(document.getElementById("donnees").textContent),'
        " { addressOf: (code) => `${code}.html`, history: true });</script></body></html>",
        encoding="utf-8",
    )
    return path.as_uri()


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pratique")
    return {data["language"]["code"]: page_of(data, folder) for data in (french(), mirrored())}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, locale="fr-FR")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def open_practice(context: BrowserContext, addresses: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """`open_practice("ar", "#aidant=1")` gives a page; the test fails on any error of the script."""
    faults: list[str] = []

    def open_(code: str = "fr", fragment: str = "", before: Callable[[Page], None] = lambda page: None) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        before(page)
        page.goto(addresses[code] + fragment)
        return page

    yield open_
    assert not faults


def to_start(page: Page) -> None:
    page.tap(".langue[aria-current=true]")


def to_mission(page: Page, mission: str = FIRST) -> None:
    to_start(page)
    page.tap("[data-do=missions]")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.tap(f"[data-do=mission][data-id={mission}]")
    page.tap("[data-do=start]")


def view(page: Page) -> str:
    return str(page.locator("#pratique").get_attribute("data-view"))


def start(page: Page, **values: str) -> None:
    page.evaluate(f"values => {PRACTICE}.start(values)", values)


def follow(page: Page) -> None:
    """Do what « Montrez-moi » shows, once."""
    page.tap("[data-do=show-me]")
    shown = page.locator(".montre")
    expect(page.locator(".montre-mot")).to_be_visible()
    field = shown.locator("[data-type]")
    if field.count():
        name = str(field.get_attribute("data-type"))
        field.fill(french()["inputs"][name]["samples"]["bon"])
    else:
        page.evaluate("() => document.activeElement.click()")


def test_the_first_mission_is_done_by_following_what_is_shown(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    assert view(page) == "langue"
    to_start(page)
    page.tap("[data-do=begin]")
    assert view(page) == "mission"
    page.tap("[data-do=start]")
    for _ in range(12):
        if view(page) != "ent":
            break
        follow(page)
    assert view(page) == "fini"
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator(".retenir")).to_be_visible()
    page.tap("[data-do=memo]")
    expect(page.locator(".appris li")).to_have_count(1)


def test_a_new_screen_takes_the_focus_to_its_title_and_an_error_is_seen_and_said(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    start(page, ecran="connexion_responsable")
    expect(page.locator("h1")).to_be_focused()
    page.tap("[data-press=se_connecter]")
    notice = page.locator("[data-said][data-tone=erreur]")
    expect(notice).to_be_in_viewport()
    expect(page.locator("[data-press=se_connecter]")).to_be_focused()
    # Sentence by sentence: a voice would read as one word what two elements hold side by side.
    said = [str(words) for words in notice.locator("p").all_text_contents()]
    assert len(said) == 2
    expect(page.locator("[data-live]")).to_have_text(f"{said[0]}. {said[1]}")


def test_the_menu_counts_what_waits_and_undo_says_what_it_takes_back(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    start(page, session="responsable1", ecran="menu")
    waiting = page.locator("[data-press=menu_messagerie] .etiquette")
    expect(waiting).to_have_text(french()["words"]["a-voir"].replace("NOMBRE", "3"))
    start(page, session="responsable1", ecran="menu", msg_delcourt="lu")
    expect(waiting).to_have_text(french()["words"]["a-voir"].replace("NOMBRE", "2"))
    expect(page.locator("[data-press=menu_suivi] .etiquette")).to_have_count(0)
    page.tap("[data-event=undo]")
    expect(page.locator("[data-said]")).to_contain_text(french()["words"]["annuler-rien"])
    start(page, session="responsable1", ecran="msg_qui")
    label = str(page.locator("[data-press=msg_a_haddad] .ligne-titre").text_content())
    page.tap("[data-press=msg_a_haddad]")
    expect(page.locator("[data-event=undo]")).to_contain_text(label)
    page.tap("[data-event=undo]")
    expect(page.locator("[data-said]")).to_contain_text(label)
    assert page.evaluate(f"{PRACTICE}.state().values.msg_destinataire") == "aucun"
    # Of a choice, the answer that comes back; it is not named by its question.
    start(page, session="responsable1", ecran="reglages_rythme")
    (asked,) = [one for one in french()["screens"]["reglages_rythme"]["blocks"] if one["kind"] == "choice"]
    answers = {one["value"]: one["text"] for one in asked["options"]}
    page.tap("[data-choose=rythme][value=quotidien]")
    expect(page.locator("[data-event=undo]")).to_contain_text(answers["quotidien"])
    page.tap("[data-event=undo]")
    expect(page.locator("[data-said]")).to_contain_text(answers["immediat"])
    expect(page.locator("[data-said]")).not_to_contain_text(asked["label"])


def test_a_field_stays_the_same_element_while_one_types_in_its_middle(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    start(page, ecran="connexion_responsable", identifiant="n_benali")
    field = page.locator("[data-type=mot_de_passe]")
    field.fill("Soleil2026")
    field.evaluate("(node) => { window.before = node; node.setSelectionRange(6, 6); }")
    page.keyboard.type("-Velo-")
    assert page.evaluate(f"{PRACTICE}.state().typed.mot_de_passe") == "Soleil-Velo-2026"
    assert page.evaluate(f"{PRACTICE}.state().values.mot_de_passe") == "bon"
    assert field.evaluate("(node) => node === window.before")


def test_a_reload_keeps_the_place_and_the_undo_but_no_password_and_no_card(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    to_mission(page)
    start(page, ecran="connexion_responsable", identifiant="n_benali")
    page.fill("[data-type=mot_de_passe]", "un-secret-bien-long")
    kept = page.evaluate("() => JSON.stringify(Object.entries(localStorage))")
    assert "connexion_responsable" in kept
    assert "un-secret-bien-long" not in kept
    opened_after(open_practice(), "connexion_responsable")  # what is written a moment ago may not have left the page
    page.reload()
    page.tap("[data-do=go-on]")
    assert view(page) == "ent"
    assert page.locator("#pratique").get_attribute("data-screen") == "connexion_responsable"
    assert page.evaluate(f"{PRACTICE}.state().values.mot_de_passe") == "vide"
    assert page.evaluate(f"{PRACTICE}.state().values.identifiant") == "n_benali"


def put_back(page: Page, text: str) -> None:
    """Open the page again where this is kept."""
    # Written by the page that reads it: what another one wrote just before may not have reached the disk.
    page.add_init_script(f"localStorage.setItem({KEY}, {json.dumps(text)})")
    page.reload()


def opened_after(page: Page, words: str) -> Page:
    """The page, opened anew until it has what another tab wrote: a file's page of Chromium may never hear of it."""

    def reached() -> object:
        page.reload()
        return page.evaluate(f"(localStorage.getItem({KEY}) ?? '').includes({json.dumps(words)})")

    look_until(page, reached, words)
    return page


def holds(page: Page, words: str) -> None:
    """Wait until this is true in the page: what another one has just written reaches it a moment later.

    Not by `wait_for_function`: the page lets no text be run, and that would hold at once or never.
    """
    look_until(page, lambda: page.evaluate(words), words)


def kept(place: dict[str, Any] | None = None, state: Any = None, version: object = 1) -> str:
    """What a page, ours or another, may have left on the device."""
    return json.dumps(
        {"version": version, "place": {"view": "accueil", "done": [FIRST], **(place or {})}, "state": state}
    )


MISSION = {
    "view": "mission",
    "mission": "mission_disparue",
    "list": [FIRST, "mission_disparue"],
    "trail": ["fini", "x"],
}
STATE: dict[str, Any] = {"values": {"session": "responsable1", "ecran": "messagerie"}, "typed": {}, "past": []}


FOREIGN = ["{", "null", "[]", "7", '"texte"', "{}", '{"version": 1, "place": 3, "state": 4}']
# What was kept, the view that then shows, the screen of the ENT.
SALVAGED = [
    (kept(), "accueil", ""),
    (kept({"view": "vue_d_avant"}), "langue", ""),
    (kept({"view": "constructor", "trail": "ent", "list": None, "helper": "oui", "path": "perdu"}), "langue", ""),
    (kept(MISSION), "langue", ""),
    (kept({"view": "ent"}, {}), "ent", "seuil"),
    (kept({"view": "ent"}, {"values": {"session": "roi", "ecran": "trone"}, "past": 3}), "ent", "seuil"),
    (kept({"view": "ent"}, {**STATE, "values": {**STATE["values"], "ecran": "trone"}}), "ent", "menu"),
    (
        kept({"view": "ent"}, {**STATE, "typed": {"champ_d_avant": "x"}, "past": [None, {}, {"by": 1}]}),
        "ent",
        "messagerie",
    ),
    (kept({"view": "ent"}, STATE, version=0), "langue", ""),
    (kept({"view": "ent"}, STATE, version="2"), "langue", ""),
]


def test_what_was_kept_and_says_nothing_to_us_is_as_if_it_were_not_there(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    for text in FOREIGN:
        put_back(page, text)
        assert view(page) == "langue", text


def test_of_what_another_version_kept_the_page_takes_what_it_knows_and_is_never_blank(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    for text, shown, screen in SALVAGED:
        put_back(page, text)
        page.tap("[data-do=go-on]")
        assert view(page) == shown, text
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate(f"{PRACTICE}.place().done") == [FIRST]
        assert (page.evaluate(f"{PRACTICE}.state()?.values.ecran") or "") == screen, text
        for _ in range(4):  # « Retour » leads nowhere that is gone
            if page.locator("[data-do=back]").count():
                page.tap("[data-do=back]")
                expect(page.locator("h1")).to_be_visible()


def written(page: Page, words: str) -> None:
    """Write a message in the account of a parent."""
    start(page, session="responsable1", ecran="msg_ecrire", msg_destinataire="haddad")
    page.fill("[data-type=msg_texte_nouveau]", words)


@pytest.mark.parametrize(("field", "most"), [("msg_texte_nouveau", 2000), ("adresse_saisie", 100)])
def test_what_a_field_does_not_take_of_a_long_text_is_said_until_there_is_room(
    open_practice: Callable[..., Page], field: str, most: int
) -> None:
    page = open_practice()
    if field == "msg_texte_nouveau":
        written(page, "Bonjour")
    else:
        start(page, session="responsable1", ecran="reglages_adresse", adresse_mail="a_verifier")
    box = page.locator(f"[data-type={field}]")
    said = page.get_by_text(f"{most} signes au plus : la suite n'est pas prise.")
    box.fill("a" * (most - 1))
    expect(said).to_have_count(0)
    box.focus()
    page.keyboard.insert_text("b" * 500)
    expect(said).to_be_visible()
    assert said.get_attribute("role") == "status"
    assert len(box.input_value()) == most
    page.reload()
    page.tap("[data-do=go-on]")
    expect(said).to_be_visible()
    box.focus()
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    expect(said).to_have_count(0)


def test_who_opens_the_page_next_is_asked_first_and_what_is_erased_is_so_in_every_tab(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    other = opened_after(open_practice(), "malade")
    assert view(other) == "reprise"
    assert "malade" not in other.locator("body").inner_text()
    assert other.locator("[data-do=help], [data-do=erase], [data-do=back]").count() == 0
    other.tap("[data-do=someone-else]")
    assert view(other) == "langue"
    assert other.evaluate("localStorage.length") == 0
    assert other.locator("[data-do=erase-undo]").count() == 0
    expect(page.locator("#pratique[data-view=langue]")).to_be_visible()
    assert page.evaluate(f"{PRACTICE}.state()") is None
    to_start(page)
    assert "malade" not in page.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_who_opens_the_page_after_another_language_did_not_come_is_asked_first(
    open_practice: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    page.route(f"{addresses['ar']}*", lambda route: route.abort())
    page.evaluate("document.querySelector('[data-do=help]').click()")
    page.tap("[data-do=language]")
    with suppress(Error):
        page.tap("[data-language=ar]")
    look_until(page, lambda: page.url.startswith("chrome-error"))
    page.goto(addresses["fr"])
    assert view(page) == "reprise"
    assert "malade" not in page.locator("body").inner_text()


def test_after_signing_out_nothing_written_is_left_on_the_page_nor_on_the_device(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    page.evaluate(f"{PRACTICE}.place().done = ['{FIRST}']")
    written(page, "Mon enfant est malade")
    page.tap("[data-press=msg_envoyer_nouveau]")
    page.tap("[data-press=msg_parti_haddad]")
    expect(page.locator(".contenu")).to_contain_text("malade")
    page.tap("[data-event=home]")
    page.tap("[data-press=menu_sortie]")
    said = page.locator("[data-said]")
    expect(said).to_contain_text(french()["words"]["deconnexion-faite"])
    expect(said).to_contain_text(french()["words"]["deconnexion-missions"])
    left = page.evaluate(f"JSON.stringify([{PRACTICE}.kept(), Object.entries(localStorage)])")
    assert "malade" not in left
    assert "envoye" not in json.loads(left)[0]["state"]["values"]["msg_nouveau"]
    # The sentence says so: the missions done stay, until « Effacer ».
    assert json.loads(left)[0]["place"]["done"] == [FIRST]


def test_who_signs_out_with_no_mission_done_is_not_told_of_missions_done(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    written(page, "Mon enfant est malade")
    sign_out(page)
    expect(page.locator("[data-said]")).to_contain_text(french()["words"]["deconnexion-faite"])
    expect(page.locator("[data-said]")).not_to_contain_text(french()["words"]["deconnexion-missions"])


def sent(page: Page) -> None:
    """Send a message in the account of a parent, and read it again."""
    written(page, "Mon enfant est malade")
    page.tap("[data-press=msg_envoyer_nouveau]")
    page.tap("[data-press=msg_parti_haddad]")
    expect(page.locator(".contenu")).to_contain_text("malade")


def sign_out(page: Page) -> None:
    page.tap("[data-event=home]")
    page.tap("[data-press=menu_sortie]")
    expect(page.locator("#pratique[data-screen=seuil]")).to_be_visible()


def of_the_device(page: Page) -> str:
    return str(page.evaluate(f"JSON.stringify([{PRACTICE}.kept(), Object.entries(localStorage)])"))


def test_signing_out_closes_the_account_in_every_tab_and_no_tab_brings_its_texts_back(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    sent(page)
    other = opened_after(open_practice(), "malade")
    other.tap("[data-do=go-on]")
    expect(other.locator(".contenu")).to_contain_text("malade")
    before = page.evaluate(f"localStorage.getItem({KEY})")
    sign_out(page)
    expect(other.locator("#pratique[data-screen=seuil]")).to_be_visible()
    other.tap("[data-press=ouvrir_ent]")
    assert "malade" not in of_the_device(other)
    # As a tab does that has not heard of it yet: what it writes does not stay.
    other.evaluate(f"text => localStorage.setItem({KEY}, text)", before)
    holds(page, f"!(localStorage.getItem({KEY}) ?? '').includes('malade')")
    assert "malade" not in of_the_device(page)


def test_a_tab_that_slept_while_another_signed_out_does_nothing_more_in_the_account(
    open_practice: Callable[..., Page],
) -> None:
    def sleep(page: Page) -> None:
        page.add_init_script("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")

    page = open_practice()
    sent(page)
    other = opened_after(open_practice(before=sleep), "malade")
    other.tap("[data-do=go-on]")
    sign_out(page)
    holds(other, f"!(localStorage.getItem({KEY}) ?? '').includes('malade')")
    other.evaluate("document.querySelector('[data-event=back]').click()")
    assert other.locator("#pratique").get_attribute("data-screen") == "seuil"
    assert "malade" not in of_the_device(other)


def test_a_page_left_for_another_asks_who_is_there_when_it_comes_back(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    sent(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert view(page) == "reprise"
    assert "malade" not in page.locator("body").inner_text()
    page.tap("[data-do=go-on]")
    expect(page.locator(".contenu")).to_contain_text("malade")


def test_after_signing_out_every_choice_is_as_before_the_person_came(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    scenario = french()
    variables = scenario["variables"]
    chosen = {name: values[-1] for name, values in variables.items() if name not in scenario["inputs"]}
    start(page, **{**chosen, "session": "responsable1", "ecran": "menu"})
    sign_out(page)
    left = page.evaluate(f"{PRACTICE}.state().values")
    assert {name: value for name, value in left.items() if value != variables[name][0]} == {}
    assert len(left) > 50
    # The person of a mission finds it again as it was given.
    page.evaluate(f"{PRACTICE}.place().mission = 'mot_de_passe_donne'")
    page.evaluate(f"Object.assign({PRACTICE}.state().values, {{ session: 'responsable1', ecran: 'menu' }})")
    page.evaluate(f"{PRACTICE}.dispatch({{ kind: 'press', target: 'menu_sortie' }})")
    assert page.evaluate(f"{PRACTICE}.state().values.piege_suite") == "saisi"


def test_two_tabs_of_one_account_hold_the_same_messages(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    start(page, session="responsable1", ecran="menu")
    other = opened_after(open_practice(), "responsable1")
    other.tap("[data-do=go-on]")
    start(page, session="responsable1", ecran="msg_ecrire", msg_destinataire="haddad")
    page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade")
    page.tap("[data-press=msg_envoyer_nouveau]")
    holds(other, f"JSON.stringify({PRACTICE}.kept()).includes('malade')")
    assert other.locator("#pratique").get_attribute("data-screen") == "menu"
    other.tap("[data-press=menu_reglages]")
    holds(page, f"localStorage.getItem({KEY}).includes('reglages')")
    page.reload()
    page.tap("[data-do=go-on]")
    assert "malade" in of_the_device(page)


ANSWER = "[data-type=msg_texte_delcourt]"
WORDS = "Inès viendra. Nadia"


def writing(page: Page, words: str) -> None:
    """Begin a mission from its card, and write an answer that is not sent."""
    to_mission(page, "repondre_message")
    for pressed in ("menu_messagerie", "msg_ouvrir_delcourt", "msg_repondre_delcourt"):
        page.tap(f"[data-press={pressed}]")
    page.fill(ANSWER, words)


def to_other_card(page: Page, mission: str) -> None:
    """From the screen where one is, look at the card of another mission: nothing of it is begun."""
    page.tap("[data-do=help]")
    page.tap("[data-key=home]")
    page.tap("[data-do=missions]")
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.tap(f"[data-do=mission][data-id={mission}]")


@pytest.fixture
def two_tabs(open_practice: Callable[..., Page]) -> tuple[Page, Page]:
    """A tab where an answer is being written, and another one where the same person went on."""
    page = open_practice()
    writing(page, WORDS)
    other = opened_after(open_practice(), WORDS)
    other.tap("[data-do=go-on]")
    expect(other.locator(ANSWER)).to_have_value(WORDS)
    return page, other


def test_looking_at_another_mission_in_a_tab_leaves_what_is_written_in_the_other(two_tabs: tuple[Page, Page]) -> None:
    page, other = two_tabs
    to_other_card(other, "vs_lire_absence")
    # The device keeps the walk that goes on, not the empty place of the tab that only looks.
    holds(other, f"localStorage.getItem({KEY}).includes({json.dumps(WORDS)})")
    expect(page.locator(ANSWER)).to_have_value(WORDS)
    assert view(other) == "mission"
    page.fill(ANSWER, f"{WORDS} Benali")
    assert view(page) == "ent"
    # Who went on in this tab is known there: it is not asked again who is there.
    holds(other, f"localStorage.getItem({KEY}).includes({json.dumps(WORDS + ' Benali')})")
    assert view(other) == "mission"
    page.reload()
    page.tap("[data-do=go-on]")
    expect(page.locator(ANSWER)).to_have_value(f"{WORDS} Benali")


def test_two_tabs_keep_each_its_walk_and_the_missions_done_add_up(two_tabs: tuple[Page, Page]) -> None:
    page, other = two_tabs
    page.evaluate(f"{PRACTICE}.place().done = ['{FIRST}']")
    to_other_card(other, "vs_lire_absence")
    other.tap("[data-do=start]")
    page.tap("[data-press=msg_envoyer_delcourt]")
    page.tap("[data-do=next]")
    assert view(page) == "mission"
    holds(other, f"{PRACTICE}.place().done.includes('repondre_message')")
    assert other.evaluate(f"{PRACTICE}.place().mission") == "vs_lire_absence"
    assert view(other) == "ent"
    assert other.evaluate(f"{PRACTICE}.place().done") == [FIRST, "repondre_message"]


def test_the_same_mission_begun_again_in_a_tab_leaves_what_is_written_in_the_other(
    two_tabs: tuple[Page, Page],
) -> None:
    page, other = two_tabs
    other.tap("[data-do=help]")
    other.tap("[data-do=restart]")
    holds(page, f"!localStorage.getItem({KEY}).includes({json.dumps(WORDS)})")
    expect(page.locator(ANSWER)).to_have_value(WORDS)
    page.fill(ANSWER, f"{WORDS} Benali")
    holds(other, f"localStorage.getItem({KEY}).includes({json.dumps(WORDS)})")
    assert WORDS not in other.evaluate(f"JSON.stringify({PRACTICE}.kept())")


@pytest.mark.parametrize("begun", [False, True], ids=["looked_at", "begun"])
def test_somebody_else_in_a_tab_erases_the_walk_of_the_other_too(two_tabs: tuple[Page, Page], begun: bool) -> None:
    page, other = two_tabs
    to_other_card(other, "vs_lire_absence")
    if begun:
        other.tap("[data-do=start]")
        opened_after(other, "vs_lire_absence")
    else:
        opened_after(other, WORDS)
    other.tap("[data-do=someone-else]")
    expect(page.locator("#pratique[data-view=langue]")).to_be_visible()
    assert WORDS not in of_the_device(page)


def test_signing_out_in_a_tab_erases_what_is_written_in_another_mission_of_the_other(
    two_tabs: tuple[Page, Page],
) -> None:
    page, other = two_tabs
    to_other_card(other, "vs_lire_absence")
    other.tap("[data-do=start]")
    sign_out(other)
    expect(page.locator("#pratique[data-screen=seuil]")).to_be_visible()
    assert WORDS not in of_the_device(page)


def test_a_tab_where_nobody_had_begun_asks_before_it_shows_what_another_holds(
    open_practice: Callable[..., Page],
) -> None:
    other, page = open_practice(), open_practice()
    sent(page)
    expect(other.locator("#pratique[data-view=reprise]")).to_be_visible()
    assert "malade" not in other.locator("body").inner_text()


def test_two_sites_of_one_host_share_nothing(open_practice: Callable[..., Page], tmp_path: Path) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    page.goto(page_of(french(), tmp_path))
    assert view(page) == "langue"
    assert "malade" in str(page.evaluate("JSON.stringify(Object.entries(localStorage))"))


def test_who_goes_on_finds_what_was_written_and_another_language_does_not_ask_again(
    open_practice: Callable[..., Page], addresses: dict[str, str]
) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    page.reload()
    page.tap("[data-language=ar]")
    page.wait_for_url(f"{addresses['ar']}*")
    assert view(page) == "reprise"
    page.tap("[data-do=go-on]")
    expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")
    page.tap("[data-do=help]")
    page.tap("[data-do=language]")
    page.tap("[data-language=fr]")
    page.wait_for_url(f"{addresses['fr']}*")
    assert view(page) == "ent"
    expect(page.locator("[data-type=msg_texte_nouveau]")).to_have_value("Mon enfant est malade")


def test_a_tab_that_slept_while_another_erased_writes_nothing_back(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    to_mission(page)
    written(page, "Mon enfant est malade")
    # As in a tab that the telephone had put to sleep: it hears nothing of what happens.
    page.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    page.evaluate("localStorage.removeItem(" + KEY + ")")
    page.fill("[data-type=msg_texte_nouveau]", "Mon enfant est malade depuis hier")
    assert view(page) == "langue"
    assert "malade" not in page.evaluate("JSON.stringify(Object.entries(localStorage))")


def test_without_storage_the_page_works_and_says_that_nothing_is_kept(open_practice: Callable[..., Page]) -> None:
    def refuse(page: Page) -> None:
        page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('plein'); }")

    page = open_practice(before=refuse)
    to_mission(page)
    expect(page.locator(".pied")).to_contain_text(french()["words"]["rien-garde"])
    page.tap("[data-press=ouvrir_ent]")
    assert page.locator("#pratique").get_attribute("data-screen") == "connexion"


def test_erasing_asks_first_is_not_taken_back_and_names_the_file_that_stays_in_every_tab(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice()
    to_mission(page)
    page.tap("[data-do=help]")
    page.tap("[data-do=memo]")
    with page.expect_download():
        page.tap("[data-do=image]")
    other = opened_after(open_practice(), "memo-ent.png")
    other.tap("[data-do=go-on]")
    page.bring_to_front()
    page.tap("[data-do=help]")
    page.tap("[data-do=home]")
    page.tap("[data-do=back]")
    page.tap("[data-do=erase]")
    expect(page.locator(".contenu .avis")).to_contain_text("memo-ent.png")
    page.tap("[data-do=erase-all]")
    assert page.evaluate("localStorage.length") == 0
    assert view(page) == "langue"
    for one in (page, other):
        expect(one.locator("[data-said]")).to_contain_text("memo-ent.png")
        assert one.locator("[data-said] button").count() == 0


def test_the_address_of_a_mediator_opens_its_missions_with_the_lines_for_the_helper(
    open_practice: Callable[..., Page],
) -> None:
    page = open_practice(fragment=f"#missions={FIRST},inconnue&aidant=1&vue=accueil")
    assert view(page) == "accueil"
    assert page.evaluate(f"{PRACTICE}.place().list") == [FIRST]
    page.tap("[data-do=begin]")
    expect(page.locator(".aidant summary")).to_be_visible()


def test_another_fragment_is_another_series_and_not_a_step_back(open_practice: Callable[..., Page]) -> None:
    page = open_practice(fragment=f"#missions={FIRST}&vue=accueil")
    address = page.url
    page.tap("[data-do=begin]")
    page.tap("[data-do=start]")
    page.evaluate("() => { location.hash = 'parcours=presse' }")
    expect(page.locator("#pratique[data-view=serie]")).to_be_visible()
    look_until(page, lambda: (view(page), page.url) == ("serie", address.partition("#")[0] + "#parcours=presse"))
    assert page.evaluate(f"{PRACTICE}.place().path") == "presse"
    # Nothing of the mission left is gone back to.
    for where in ("accueil", "langue"):
        page.tap(".barre-haute [data-do=back]")
        assert view(page) == where


@pytest.mark.parametrize("name", INHERITED)
def test_a_kept_name_that_every_object_has_is_as_one_that_nobody_knows(
    open_practice: Callable[..., Page], name: str
) -> None:
    page = open_practice()
    put_back(page, kept_with(name, session="responsable1", ecran="menu"))
    page.tap("[data-do=go-on]")
    expect(page.locator("#pratique[data-view=langue]")).to_be_visible()


def test_a_list_is_composed_in_the_order_of_the_ticks(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    to_start(page)
    page.tap("[data-do=missions]")
    page.tap("[data-do=compose]")
    ids = [mission["id"] for mission in french()["missions"]][:2]
    for mission in reversed(ids):
        page.check(f"[data-compose={mission}]")
    page.tap("[data-do=compose-helper]")
    expect(page.locator("[data-address]")).to_have_value(
        f"{page.url.partition('#')[0]}#missions={ids[1]},{ids[0]}&aidant=1"
    )


def test_the_language_takes_the_place_along(open_practice: Callable[..., Page], addresses: dict[str, str]) -> None:
    page = open_practice()
    to_mission(page)
    page.tap("[data-press=ouvrir_ent]")
    page.tap("[data-do=help]")
    page.tap("[data-do=language]")
    page.tap("[data-language=ar]")
    page.wait_for_url(f"{addresses['ar']}*")
    assert page.locator("#pratique").get_attribute("data-screen") == "connexion"
    assert view(page) == "ent"
    expect(page.locator(".sous-titre[lang=fr]")).to_be_visible()


def test_french_words_are_under_the_translated_ones_until_they_are_hidden(open_practice: Callable[..., Page]) -> None:
    page = open_practice("ar")
    start(page, session="responsable1", ecran="menu")
    assert page.locator(".francais[lang=fr]").count() > 5
    page.tap("[data-do=help]")
    page.tap("[data-do=french]")
    page.tap("[data-do=back]")
    assert page.locator(".francais").count() == 0


def test_reading_aloud_uses_the_device_only(open_practice: Callable[..., Page]) -> None:
    def voices(local: bool) -> Callable[[Page], None]:
        given = json.dumps([{"lang": "fr-FR", "localService": local}])
        fake = "window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"

        def before(page: Page) -> None:
            page.add_init_script(f"{fake}({VOICES})({given})")

        return before

    assert open_practice(before=voices(False)).locator("[data-do=listen]").count() == 0
    page = open_practice(before=voices(True))
    page.tap("[data-do=listen]")
    assert french()["words"]["langue-titre"] in page.evaluate("window.said.join(' ')")


def test_the_log_counts_what_was_really_read_and_denounces_another_host(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    page.tap("[data-do=network]")
    expect(page.locator("[data-elsewhere='0']")).to_be_visible()
    assert page.locator("[data-own]").get_attribute("data-own") == "1"
    page.route("http://127.0.0.1:9/*", lambda route: route.fulfill(body="", content_type="text/plain"))
    page.evaluate("() => fetch('http://127.0.0.1:9/x', { mode: 'no-cors' }).catch(() => {})")
    holds(page, "performance.getEntriesByType('resource').length > 0")
    page.tap("[data-do=back]")
    page.tap("[data-do=network]")
    expect(page.locator("[data-elsewhere='1']")).to_be_visible()
    expect(page.locator(".avis[data-tone=attention]")).to_contain_text("127.0.0.1:9")


def test_the_back_key_of_the_phone_is_retour(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    to_mission(page)
    page.tap("[data-press=ouvrir_ent]")
    page.go_back()
    assert page.locator("#pratique").get_attribute("data-screen") == "seuil"
    page.go_back()
    assert view(page) == "mission"


VIEWS = [
    "langue",
    "accueil",
    "parcours",
    "serie",
    "mission",
    "promenade",
    "fini",
    "memo",
    "aide",
    "fiche",
    "reseau",
    "composer",
    "effacer",
]


def show(page: Page, name: str) -> None:
    """Open a view of the frame directly, as a reload would."""
    kept = {
        "version": 1,
        "place": {"view": name, "trail": ["langue"], "done": [FIRST], "list": [FIRST], "mission": FIRST},
    }
    put_back(page, json.dumps(kept))
    page.tap("[data-do=go-on]")
    assert view(page) == name


def begun(page: Page) -> None:
    """Begin the first mission: what it asks stands above the screen."""
    show(page, "mission")
    page.tap("[data-do=start]")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_every_view_passes_axe_and_holds_in_320_and_360_px_with_the_text_twice_as_large(
    open_practice: Callable[..., Page], axe: Callable[..., None], code: str
) -> None:
    page = open_practice(code)
    places: list[Callable[[], None]] = [lambda name=name: show(page, name) for name in VIEWS]  # type: ignore[misc]
    places += [
        lambda: start(page, session="responsable1", ecran="menu"),
        lambda: start(page, session="responsable1", ecran="messagerie"),
        lambda: start(page, ecran="connexion_responsable", identifiant="n_benali"),
        lambda: begun(page),
    ]
    for place in places:
        place()
        axe(page)
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        # The page tightens itself once it has seen how little room is left: only then is it measured.
        holds(page, "document.querySelector('.carnets-phone').classList.contains('serre')")
        # On a wider page, less goes to the line: what stays beside may go out.
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 640})
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{view(page)} dépasse de {wide} px à {width}"
        # « Retour » and « Aide » stay whole words.
        lines = page.evaluate(
            "[...document.querySelectorAll('.barre-haute .bouton span')].map((one) => {"
            " const words = document.createRange(); words.selectNodeContents(one);"
            " return words.getClientRects().length; })"
        )
        assert set(lines) <= {1}, view(page)
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.set_viewport_size({"width": 360, "height": 740})


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_every_target_is_44_px(open_practice: Callable[..., Page], code: str) -> None:
    page = open_practice(code)
    start(page, session="responsable1", ecran="messagerie")
    small = page.evaluate(
        "() => [...document.querySelectorAll('#pratique :is(button, a, summary, label.choix)')].filter((one) => {"
        " const box = one.getBoundingClientRect(); return box.width && (box.height < 44 || box.width < 44); })"
        ".map((one) => one.outerHTML.slice(0, 80))"
    )
    assert small == []


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_memo_prints_alone_on_one_page(open_practice: Callable[..., Page], size: str) -> None:
    page = open_practice()
    show(page, "memo")
    page.emulate_media(media="print")
    assert page.locator(".memo").is_visible()
    assert not page.locator(".barre-haute").is_visible()
    assert not page.locator("[data-do=print]").is_visible()
    assert page.pdf(format=size).count(b"/Type /Page\n") == 1
    # « Ma fiche » too, on the larger; on the smaller, nobody's card is cut between two pages.
    show(page, "fiche")
    read = pypdf.PdfReader(BytesIO(page.pdf(format=size)))
    pages = [" ".join(unicodedata.normalize("NFKC", one.extract_text()).split()) for one in read.pages]
    assert len(pages) <= {"A4": 1, "A5": 2}[size]
    cards = [one.split("\n") for one in page.locator(".identite").all_inner_texts()]
    assert len(cards) == 5
    for lines in cards:
        assert any(all(" ".join(line.split()) in text for line in lines) for text in pages), lines


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_memo_is_kept_as_a_picture(open_practice: Callable[..., Page], code: str, tmp_path: Path) -> None:
    page = open_practice(code)
    show(page, "memo")
    with page.expect_download() as download:
        page.tap("[data-do=image]")
    download.value.save_as(tmp_path / "memo.png")
    assert (tmp_path / "memo.png").read_bytes().startswith(b"\x89PNG")


def test_on_a_wide_page_the_mission_and_the_identity_stand_beside_the_phone(open_practice: Callable[..., Page]) -> None:
    page = open_practice()
    page.set_viewport_size({"width": 1280, "height": 860})
    to_mission(page)
    boxes = [page.locator(name).bounding_box() for name in (".avant", ".ecran", ".apres")]
    lefts = [box["x"] for box in boxes if box]
    assert len(lefts) == 3
    assert lefts == sorted(lefts)
    page.tap("[data-do=hint]")
    expect(page.locator(".indices li")).to_have_count(1)

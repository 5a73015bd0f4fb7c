"""La façade de l'ENT d'entraînement dans un vrai navigateur, sur une page sans rien d'autre : ses gestes."""

import json
from collections.abc import Callable

import pytest
from browser.practice_walk import FIRST, PRACTICE, french, holds, start, to_mission, to_start, view, written
from playwright.sync_api import Page, expect
from waiting import look_until

VOICES = """voices => Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => voices, speak(said) { (window.said ??= []).push(said.text); }, cancel() {}, addEventListener() {},
  removeEventListener() {}}})"""


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

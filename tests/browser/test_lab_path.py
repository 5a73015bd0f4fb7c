"""Le parcours d'un laboratoire : une étape à l'écran, l'adresse dit laquelle, et l'on revient sur ses pas."""

import re

import pypdf
import pytest
from browser.labs import Axe, Lab, Open, axe_in_every_look, wait_still
from diagnostic.lab import LAB as DIAGNOSTIC
from messaging.lab import LAB as MESSAGING
from narrowing import present
from playwright.sync_api import Page, expect
from support.lab import LAB as SUPPORT
from waiting import look_until

from liaison.messaging.policy.link import Linked, to_link
from liaison.messaging.policy.policy import load_policy

APP = "01_messagerie_ent/application.ipynb"
# What a step takes of a telephone, in its screens, its picture of four hundred families included.
SCREENS = {320: 2.3, 360: 2.0, 640: 2.0}
HIGH = 740
STEPS = {"voir": "Voir", "changer": "Changer une chose", "comprendre": "Comprendre", "emporter": "Emporter"}


def bet(page: Page, lab: Lab = MESSAGING) -> None:
    page.get_by_label(lab.option).check()
    page.get_by_role("button", name=lab.button).click()
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible(timeout=60_000)


def step(page: Page) -> str:
    """The step that the page is at, as its way says it."""
    return page.get_by_role("navigation", name="Étapes").locator("[aria-current=step]").inner_text().split("\n")[-1]


def at_address(key: str) -> re.Pattern[str]:
    return re.compile(f"#etape={key}$")


def test_the_way_from_the_bet_to_the_papers_goes_by_the_address_and_back(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    way = page.get_by_role("navigation", name="Étapes")
    expect(way.get_by_role("link")).to_have_text([re.compile("Parier"), "Tout régler"])
    expect(page.get_by_text("La suite s'ouvre après votre pari.")).to_be_visible()
    axe(page)
    bet(page)
    # A border that is only transparent would be drawn under every step, once colours are forced.
    under = "(link) => [link.getAttribute('aria-current'), getComputedStyle(link).borderBottomWidth]"
    links = [tuple(link.evaluate(under)) for link in way.get_by_role("link").all()]
    assert links == [(None, "0px"), ("step", "4px"), *[(None, "0px")] * 4]
    # Who placed the bet by the keyboard goes on from the step, not from the top of the page.
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_focused()
    expect(page.get_by_text(re.compile("Votre pari|Bien vu|juste")).first).to_be_in_viewport()
    for number, (key, name) in enumerate(STEPS.items(), 2):
        expect(page).to_have_url(at_address(key))
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused()
        expect(page.get_by_text(f"Étape {number} sur 5")).to_be_visible()
        assert step(page) == name
        wait_still(page)
        axe(page)
        if key != "emporter":
            page.get_by_role("link", name=re.compile("^Suite")).click()
    for key in reversed(list(STEPS)[:-1]):
        page.go_back()
        expect(page).to_have_url(at_address(key))
        expect(page.get_by_role("heading", name=STEPS[key], exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Parier", exact=True)).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible()


def test_one_thing_is_changed_and_the_families_that_it_moves_are_ringed(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    bet(page)
    page.get_by_role("link", name="Suite : Changer une chose").click()
    levers = page.get_by_role("group", name=re.compile("Que changez-vous"))
    expect(levers.get_by_role("radio")).to_have_count(4, timeout=60_000)
    before = page.get_by_text(re.compile(r"familles sur \d+ sont laissées de côté")).inner_text()
    levers.get_by_role("radio").nth(1).check()
    expect(page.get_by_text(re.compile(r"^Mieux pour \d+ famille"))).to_be_visible()
    expect(page.get_by_text(re.compile(r"\d+ ont changé")).first).to_be_visible()
    wait_still(page)
    axe(page)
    levers.get_by_role("radio").first.check()
    expect(page.get_by_text(before)).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Mieux pour \d+ famille"))).to_have_count(0)


def test_a_change_is_undone_and_done_again_by_press_and_by_key(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    bet(page)
    page.get_by_role("link", name="Suite : Changer une chose").click()
    levers = page.get_by_role("group", name=re.compile("Que changez-vous"))
    expect(levers.get_by_role("radio")).to_have_count(4, timeout=60_000)
    undo, redo = (page.get_by_role("button", name=name) for name in ("Annuler le dernier changement", "Rétablir"))
    expect(undo).to_have_attribute("aria-disabled", "true")
    out = page.get_by_text(re.compile(r"familles sur \d+ sont laissées de côté"))
    before = out.inner_text()
    levers.get_by_role("radio").nth(1).check()
    expect(page.get_by_text(before, exact=True)).to_have_count(0)
    undo.click()
    expect(page.get_by_text(re.compile("^Annulé. Revient «"))).to_be_visible()
    expect(page.get_by_text(before, exact=True)).to_be_visible()
    expect(undo).to_be_focused()
    axe(page)
    page.keyboard.press("Control+y")
    expect(page.get_by_text(re.compile("^Rétabli. Revient «"))).to_be_visible()
    expect(page.get_by_text(before, exact=True)).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.get_by_text(before, exact=True)).to_be_visible()
    expect(redo).to_have_attribute("aria-disabled", "false")
    # A text undoes its own letters: the setting stays.
    page.get_by_role("link", name="Emporter").click()
    page.get_by_label("Nom de cette politique").press("Control+y")
    page.get_by_role("link", name="Voir", exact=False).first.click()
    expect(page.get_by_text(before).first).to_be_visible()


def test_a_step_asked_for_before_the_bet_leads_to_the_bet_and_everything_to_everything(
    page: Page, open_app: Open
) -> None:
    open_app(page, f"{APP}#etape=comprendre")
    expect(page.get_by_role("heading", name="Parier", exact=True)).to_be_visible()
    expect(page).to_have_url(at_address("parier"))
    page.get_by_role("link", name="Tout régler").click()
    expect(page.get_by_text("Pariez pour voir le résultat")).to_be_visible(timeout=60_000)
    expect(page).to_have_url(at_address("regler"))


def test_the_whole_way_is_gone_by_the_keyboard(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for name in list(STEPS.values())[1:]:
        expect(page.get_by_role("link", name=f"Suite : {name}")).to_be_visible(timeout=60_000)
        page.get_by_role("link", name=f"Suite : {name}").press("Enter")
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_focused()


# A link is written after an exchange with Python: before it, its place on the page is not yet taken.
LINKS_WRITTEN = "[...document.querySelectorAll('.carnets-link-out input')].every((one) => one.value)"


@pytest.mark.parametrize(
    ("widths", "lab"), [((360, 320), MESSAGING), ((640,), MESSAGING), ((360, 320), DIAGNOSTIC), ((360, 320), SUPPORT)]
)
def test_every_step_holds_on_a_narrow_page(
    phone: Page, open_app: Open, axe: Axe, widths: tuple[int, ...], lab: Lab
) -> None:
    """640 px is what a window of 1,280 px has left at 200 %."""
    phone.set_viewport_size({"width": widths[0], "height": HIGH})
    open_app(phone, lab.app.partition("#")[0])
    bet(phone, lab)
    for key in STEPS:
        expect(phone).to_have_url(at_address(key))
        # The step as one reads it: drawn, and what is looked for meanwhile found.
        expect(phone.locator(".carnets-path-body[aria-busy=false]")).to_be_visible(timeout=60_000)
        expect(phone.get_by_role("progressbar")).to_have_count(0, timeout=120_000)
        look_until(phone, lambda: phone.evaluate(LINKS_WRITTEN), "un lien reste vide")
        for width in widths:
            phone.set_viewport_size({"width": width, "height": HIGH})
            wait_still(phone)
            wide, high = phone.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
            assert wide <= width, key
            assert high <= SCREENS[width] * HIGH, (key, width)
        axe_in_every_look(phone, axe)
        if key != "emporter":
            phone.get_by_role("link", name=re.compile("^Suite")).click()


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT])
def test_on_a_telephone_a_step_with_its_lever_tried_stays_within_two_screens(
    phone: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    def holds(what: str) -> None:
        expect(phone.locator(".carnets-path-body[aria-busy=false]")).to_be_visible(timeout=60_000)
        wait_still(phone)
        # The page keeps its height for a moment after a press.
        short = f"document.documentElement.scrollHeight <= {SCREENS[360] * HIGH}"
        look_until(phone, lambda: phone.evaluate(short), f"{what} : plus de deux écrans")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, what

    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, lab.app.partition("#")[0])
    bet(phone, lab)
    phone.get_by_role("link", name=re.compile("Suite : Changer")).click()
    levers = phone.get_by_role("group", name=re.compile("Que changez-vous")).get_by_role("radio")
    expect(levers.nth(1)).to_be_visible(timeout=60_000)
    count = levers.count()
    # Those that fold, once one is taken, are said to come back before they do.
    expect(phone.get_by_text(re.compile(r"«\sRien\s» rend les autres"))).to_be_visible()
    for rank in range(1, count):
        levers.nth(rank).check()
        expect(levers.first).to_be_visible()
        holds(f"réglage {rank}")
        axe(phone)
        levers.first.check()
        expect(levers).to_have_count(count)


def test_on_a_telephone_a_change_tried_for_a_family_is_said_where_it_was_pressed(phone: Page, open_app: Open) -> None:
    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, APP)
    bet(phone)
    phone.get_by_role("link", name="Suite : Changer une chose").click()
    families = phone.get_by_role("listbox").first
    families.focus()
    while "laissée de côté" not in families.get_by_role("option").inner_text():
        phone.keyboard.press("ArrowRight")
    phone.keyboard.press("Enter")
    attempt = phone.get_by_role("button", name="Essayer ce changement")
    attempt.tap(timeout=60_000)
    done = phone.get_by_text(re.compile(r"est à l'essai. (Une famille a|\d+ familles ont) changé"))
    back = phone.get_by_role("button", name="Revenir en arrière")
    picture = phone.get_by_role("button", name="Fermer, et voir les familles qui ont changé")
    for said in (done, back, picture):
        expect(said).to_be_in_viewport()
    picture.tap()
    expect(phone.get_by_text(re.compile("^Après · "))).to_be_visible()
    expect(phone.get_by_text(re.compile(r"\d+ (a|ont) changé")).filter(visible=True)).to_have_count(1)


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_on_a_telephone_back_closes_the_family_that_was_pressed_then_goes_a_step_back(
    phone: Page, open_app: Open, lab: Lab
) -> None:
    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, lab.app.partition("#")[0])
    bet(phone, lab)
    close = phone.get_by_role("button", name="Fermer cette famille")
    families = phone.get_by_role("listbox").first

    def press() -> None:
        families.focus()
        phone.keyboard.press("Enter")
        expect(close).to_be_visible(timeout=60_000)
        expect(families).to_be_hidden()

    press()
    phone.go_back()
    expect(families).to_be_visible()
    expect(close).to_be_hidden()
    expect(phone).to_have_url(at_address("voir"))
    # Closed by its button, it leaves nothing to go back through.
    press()
    close.tap()
    expect(families).to_be_focused()
    # Left open for another step, it is there when one comes back, and closes at the next press.
    press()
    phone.get_by_role("link", name=re.compile("^Suite")).click()
    expect(phone).to_have_url(at_address("changer"))
    phone.go_back()
    expect(close).to_be_visible()
    phone.go_back()
    expect(families).to_be_visible()
    expect(phone).to_have_url(at_address("voir"))
    phone.go_back()
    expect(phone.get_by_role("heading", name="Parier", exact=True)).to_be_visible()


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_after_a_reload_one_takes_up_where_one_was_or_begins_afresh(
    phone: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    app = lab.app.partition("#")[0]
    open_app(phone, app)
    bet(phone, lab)

    def go_on(name: str) -> None:
        phone.get_by_role("link", name=f"Suite : {name}").click()
        expect(phone.get_by_role("heading", name=name, exact=True)).to_be_visible()

    go_on("Changer une chose")
    lever = phone.locator(".carnets-tried").get_by_role("radio").nth(1)
    lever.check(timeout=60_000)
    turn = phone.get_by_role("button", name="Montrer avant le changement")
    expect(turn).to_be_visible(timeout=30_000)
    tried = phone.locator(".carnets-tried label:has(:checked)").inner_text()
    go_on("Comprendre")
    look_until(phone, lambda: '"step":"comprendre"' in phone.evaluate("Object.values(localStorage).join()"))
    phone.reload()
    resume = phone.get_by_role("button", name="Reprendre", exact=True)
    expect(resume).to_be_visible(timeout=60_000)
    # Nothing comes back by itself: on a shared device it would be somebody else's.
    expect(phone.get_by_role("heading", name="Parier", exact=True)).to_be_visible()
    expect(phone.get_by_label(lab.option)).not_to_be_checked()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    resume.click()
    expect(phone.get_by_role("heading", name="Comprendre", exact=True)).to_be_visible(timeout=60_000)
    expect(phone).to_have_url(at_address("comprendre"))
    phone.get_by_role("navigation", name="Étapes").get_by_role("link", name="Changer une chose").click()
    expect(lever).to_be_checked(timeout=60_000)
    assert phone.locator(".carnets-tried label:has(:checked)").inner_text() == tried
    expect(turn).to_be_visible(timeout=30_000)
    phone.reload()
    phone.get_by_role("button", name="Repartir de zéro").press("Enter", timeout=60_000)
    expect(resume).to_have_count(0)
    expect(phone.get_by_role("heading", name="Parier", exact=True)).to_be_focused()
    phone.reload()
    expect(phone.get_by_label(lab.option)).to_be_visible(timeout=60_000)
    expect(resume).to_have_count(0)


def test_after_a_reload_the_last_change_alone_is_undone_and_that_of_a_family_is_on_trial_still(
    phone: Page, open_app: Open
) -> None:
    open_app(phone, APP)
    bet(phone)
    families = phone.get_by_role("listbox").first
    done = phone.get_by_text(re.compile(r"est à l'essai. (Une famille a|\d+ familles ont) changé"))
    back = phone.get_by_role("button", name="Revenir en arrière")
    undo = phone.get_by_role("button", name="Annuler le dernier changement")

    def go(name: str) -> None:
        phone.get_by_role("navigation", name="Étapes").get_by_role("link", name=name).tap()
        expect(phone.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=60_000)

    families.focus()
    while "laissée de côté" not in families.get_by_role("option").inner_text():
        phone.keyboard.press("ArrowRight")
    rank = families.get_by_role("option").inner_text().partition("·")[0]
    phone.keyboard.press("Enter")
    phone.get_by_role("button", name="Essayer ce changement").tap(timeout=60_000)
    expect(back).to_be_visible(timeout=60_000)
    said = done.inner_text()
    go("Changer une chose")
    lever = phone.locator(".carnets-tried").get_by_role("radio").nth(1)
    lever.check(timeout=60_000)
    expect(phone.get_by_role("button", name="Montrer avant le changement")).to_be_visible(timeout=60_000)
    look_until(phone, lambda: '"step":"changer"' in phone.evaluate("Object.values(localStorage).join()"))
    phone.reload()
    phone.get_by_role("button", name="Reprendre", exact=True).tap(timeout=60_000)
    expect(lever).to_be_checked(timeout=60_000)
    undo.tap()
    expect(lever).not_to_be_checked(timeout=60_000)
    expect(undo).to_have_attribute("aria-disabled", "false")
    go("Voir")
    families.focus()
    while not families.get_by_role("option").inner_text().startswith(rank):
        phone.keyboard.press("ArrowRight")
    phone.keyboard.press("Enter")
    expect(back).to_be_visible(timeout=60_000)
    expect(done).to_have_text(said)
    go("Changer une chose")
    undo.tap()
    expect(undo).to_have_attribute("aria-disabled", "true")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_notice_is_taken_away_in_the_languages_that_one_ticks(
    page: Page, open_app: Open, axe: Axe, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    open_app(page, APP)
    bet(page)
    page.get_by_role("link", name="Emporter").click()
    fold = page.locator("summary", has_text="La notice pour les parents")
    expect(fold).to_be_visible(timeout=60_000)
    fold.click()
    page.get_by_label("Українська").check()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="La notice : PDF, à imprimer").click()
    assert downloaded.value.suggested_filename == "notice_parents_fr_uk.pdf"
    assert len(pypdf.PdfReader(downloaded.value.path()).pages) == 2


def test_a_link_brings_its_settings_and_says_so_and_is_given_in_turn(page: Page, open_app: Open, axe: Axe) -> None:
    given = Linked(load_policy("equilibree").with_purpose("notes", rhythm="hebdomadaire"), "ecole_6_classes", 3, 12)
    open_app(page, f"{APP}#etape=voir&reglages={to_link(given)}")
    expect(page.get_by_text(re.compile("Les réglages du lien sont là"))).to_be_visible()
    axe(page)
    bet(page)
    page.get_by_role("link", name="Emporter").click()
    link = page.get_by_label("Le lien de ces réglages")
    expect(link).to_have_value(
        re.compile(f"^http://127.0.0.1:[0-9]+/.*application.ipynb#etape=voir&reglages={to_link(given)}$")
    )
    # A phone would look for this address in itself.
    expect(page.get_by_text(re.compile("Pas de code à photographier ici"))).to_be_visible()
    expect(page.locator("summary", has_text="Montrer le code à photographier")).to_be_hidden()
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_text("Le lien est copié.")).to_be_visible()
    axe(page)


def test_a_link_lasts_through_a_reload_until_its_bet_and_is_kept_with_it(page: Page, open_app: Open) -> None:
    """A telephone unloads its tabs: what a group gave would be gone, and nothing would say so."""
    given = to_link(Linked(load_policy("papier_d_abord"), "ecole_6_classes", 3, 12))
    arrived, resume = page.get_by_text(re.compile("Les réglages du lien sont là")), page.get_by_role("button")
    resume = resume.filter(has_text="Reprendre")
    open_app(page, f"{APP}#etape=voir&reglages={given}")
    expect(arrived).to_be_visible()
    page.get_by_role("link", name="Tout régler").click()
    expect(page.get_by_role("heading", name="Tout régler", exact=True)).to_be_visible()
    page.go_back()
    for _time in range(2):
        page.reload()
        expect(arrived).to_be_visible(timeout=60_000)
        expect(page).to_have_url(re.compile(f"#etape=parier&reglages={given}$"))
        expect(resume).to_have_count(0)
    # Another tab opens another one: each has its own.
    other = page.context.new_page()
    open_app(other, APP)
    expect(other.get_by_role("heading", name="Parier", exact=True)).to_be_visible()
    expect(other.get_by_text(re.compile("Les réglages du lien sont là"))).to_have_count(0)
    other.close()
    bet(page)
    expect(page.get_by_text(re.compile(r"avec «\sPapier d'abord")).first).to_be_visible()
    # It is kept with the bet: coming back does not open it again, over what one has done since.
    page.go_back()
    expect(page).to_have_url(at_address("parier"))
    page.go_forward()
    expect(page).to_have_url(at_address("voir"))
    page.reload()
    resume.click(timeout=60_000)
    expect(page.get_by_text(re.compile(r"avec «\sPapier d'abord")).first).to_be_visible(timeout=60_000)


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (to_link(Linked(load_policy("equilibree"), "ecole_6_classes", 3, 12)), "Les réglages du lien sont là"),
        ("rien", "Ce lien n'est pas ouvert"),
    ],
)
def test_a_link_followed_in_an_open_lab_is_said_where_one_comes(
    page: Page, open_app: Open, held: str, says: str
) -> None:
    open_app(page, APP)
    bet(page)
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible()
    page.evaluate("(held) => { location.hash = `etape=voir&reglages=${held}`; }", held)
    expect(page.get_by_role("heading", name="Parier", exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile(says))).to_be_visible()
    assert page.evaluate("location.hash") == f"#etape=parier&reglages={held}"
    page.get_by_role("navigation", name="Étapes").get_by_role("link", name=re.compile("Voir")).click()
    expect(page.get_by_role("heading", name="Voir", exact=True)).to_be_visible()


def test_a_link_that_holds_nothing_of_ours_opens_the_lab_as_it_is_and_says_why(page: Page, open_app: Open) -> None:
    open_app(page, f"{APP}#etape=voir&reglages=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.get_by_text("Ce lien n'est pas ouvert")).to_be_visible()
    expect(page.get_by_text(re.compile("incomplet ou abîmé"))).to_be_visible()
    expect(page.get_by_role("heading", name="Parier", exact=True)).to_be_visible()


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_the_same_families_are_there_before_and_after_a_change_side_by_side_or_in_each_others_place(
    phone: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_app(phone, lab.app.partition("#")[0])
    bet(phone, lab)
    phone.get_by_role("link", name="Suite : Changer une chose").click()
    choices = phone.get_by_role("group", name=re.compile("Que changez-vous"))
    choices.get_by_role("radio").nth(1).check(timeout=120_000)
    before, after = (phone.get_by_text(re.compile(f"^{when} · ")) for when in ("Avant", "Après"))
    turn = phone.get_by_role("button", name=re.compile("^Montrer (avant|après) le changement"))
    expect(after).to_be_visible(timeout=60_000)
    expect(before).to_be_hidden()
    wait_still(phone)
    wide, high = phone.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert wide <= 360
    assert high < 2.3 * 740
    turn.press("Enter")
    expect(before).to_be_visible()
    expect(after).to_be_hidden()
    expect(turn).to_be_focused()
    expect(turn).to_have_text("Montrer après le changement")
    axe(phone)
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(after).to_be_visible()
    expect(before).to_be_visible()
    expect(turn).to_be_hidden()
    left, right = (present(each.bounding_box()) for each in (before, after))
    assert (left["y"], left["x"] < 640 <= right["x"]) == (right["y"], True)
    axe(phone)


def test_two_tabs_take_up_each_their_own_lab_and_a_new_one_the_last_gesture(page: Page, open_app: Open) -> None:
    kept = "Object.values(localStorage).join()"
    open_app(page, APP)
    bet(page)
    page.get_by_role("link", name="Suite : Changer une chose").click()
    levers = page.get_by_role("group", name=re.compile("Que changez-vous"))
    levers.get_by_role("radio").nth(1).check(timeout=60_000)
    expect(page.get_by_text(re.compile(r"^Mieux pour \d+ famille"))).to_be_visible()
    look_until(page, lambda: '"step":"changer"' in page.evaluate(kept))
    other = page.context.new_page()
    open_app(other, APP)
    other.get_by_role("button", name="Repartir de zéro").click()
    # What was erased there is the work of nobody else: the first tab is open, and keeps its own without a gesture.
    look_until(page, lambda: '"step":"changer"' in page.evaluate(kept))
    third = page.context.new_page()
    open_app(third, APP)
    expect(third.get_by_role("button", name="Reprendre", exact=True)).to_be_visible()
    third.close()
    bet(other)
    other.get_by_role("link", name="Comprendre").click()
    look_until(other, lambda: '"step":"comprendre"' in other.evaluate(kept))
    # The first one is as it was left, and what it does next is kept whole, with nothing of the other.
    expect(levers.get_by_role("radio").nth(1)).to_be_checked()
    expect(page.get_by_text(re.compile(r"^Mieux pour \d+ famille"))).to_be_visible()
    page.get_by_role("link", name="Emporter").click()
    look_until(page, lambda: '"step":"emporter"' in page.evaluate(kept))
    fourth = page.context.new_page()
    open_app(fourth, APP)
    other.reload()
    for tab, at in ((other, "Comprendre"), (fourth, "Emporter")):
        tab.get_by_role("button", name="Reprendre", exact=True).click(timeout=60_000)
        expect(tab.get_by_role("heading", name=at, exact=True)).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("lab", [MESSAGING, SUPPORT], ids=lambda lab: lab.app[:2])
def test_what_the_answer_rests_on_stands_beside_the_picture_and_on_a_narrow_page_under_it(
    page: Page, open_app: Open, lab: Lab
) -> None:
    open_app(page, lab.app.partition("#")[0])
    bet(page, lab)
    wait_still(page)
    picture, posed = page.locator(".groupes").first, page.get_by_text(re.compile("posé")).first
    drawn, text = (present(each.bounding_box()) for each in (picture, posed))
    assert text["x"] + text["width"] < drawn["x"]
    assert drawn["x"] > 0.5 * 1280
    assert text["y"] < drawn["y"] + drawn["height"]
    page.set_viewport_size({"width": 360, "height": HIGH})
    wait_still(page)
    above, under = (present(each.bounding_box()) for each in (picture, posed))
    assert above["y"] + above["height"] < under["y"]

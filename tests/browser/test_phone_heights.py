"""Sur un téléphone, une étape tient en deux écrans quoi que l'on y ouvre, y range ou y emporte."""

import re

import pytest
from browser.labs import Axe, Lab, Open, has_one_main_button, open_group, wait_still
from browser.test_lab_path import APP, HIGH, SCREENS, bet
from diagnostic.lab import LAB as DIAGNOSTIC
from messaging.lab import LAB as MESSAGING
from narrowing import present
from playwright.sync_api import Page, expect
from support.lab import LAB as SUPPORT
from waiting import look_until

from liaison.base.dots import PITCH
from widgets.kit.narrow_dots import FINEST


def open_on_a_phone(phone: Page, open_app: Open, lab: Lab = MESSAGING) -> None:
    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, lab.app.partition("#")[0])
    bet(phone, lab)


def holds(phone: Page, what: str) -> None:
    """Wait for the step as one reads it: two screens high, and no wider than the telephone."""
    expect(phone.locator(".carnets-path-body[aria-busy=false]")).to_be_visible(timeout=60_000)
    wait_still(phone)
    high = "document.documentElement.scrollHeight"
    short = f"{high} <= {SCREENS[360] * HIGH}"
    look_until(phone, lambda: phone.evaluate(short), f"{what} : {phone.evaluate(high)} points")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360, what


def go(phone: Page, name: str) -> None:
    phone.get_by_role("navigation", name="Étapes").get_by_role("link", name=name).tap()
    expect(phone.get_by_role("heading", name=name, exact=True)).to_be_visible(timeout=60_000)


def test_the_table_of_the_picture_is_the_same_before_and_after_other_tables_were_drawn(
    phone: Page, open_app: Open
) -> None:
    open_on_a_phone(phone, open_app, DIAGNOSTIC)
    cell = phone.locator(".carnets-family-dots td").first
    for _ in range(2):
        phone.locator("summary").get_by_text("En tableau", exact=True).first.tap()
        expect(cell).to_have_css("padding", "0px 4px")
        holds(phone, "En tableau")
        phone.locator("summary").get_by_text("En tableau", exact=True).first.tap()
        go(phone, "Comprendre")
        go(phone, "Voir")


def test_the_table_of_thirty_classes_takes_the_place_of_their_dots(phone: Page, open_app: Open, axe: Axe) -> None:
    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, MESSAGING.app)
    open_group(phone, "Point de départ").get_by_label("École fictive").select_option(
        label="Lycée général et technologique (fictif)"
    )
    go(phone, "Parier")
    bet(phone, MESSAGING)
    phone.get_by_label("Ranger les familles").select_option(label="par classe")
    dots = phone.get_by_role("listbox").first
    expect(dots).to_be_visible()
    phone.locator("summary").get_by_text("En tableau", exact=True).tap()
    expect(phone.get_by_role("row")).to_have_count(33)
    expect(phone.get_by_role("columnheader", name="en retard")).to_be_visible()
    expect(dots).to_be_hidden()
    holds(phone, "En tableau")
    axe(phone)
    phone.locator("summary").get_by_text("En tableau", exact=True).tap()
    expect(dots).to_be_visible()


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_the_picture_holds_however_its_families_are_arranged_and_a_touch_finds_each(
    phone: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_on_a_phone(phone, open_app, lab)
    families = phone.get_by_role("listbox")
    expect(families.first).to_be_visible(timeout=60_000)
    arranged = phone.get_by_label(re.compile("^Ranger les "))
    ways = arranged.locator("option").all_inner_texts() if arranged.count() else [""]
    for way in ways:
        if way:
            arranged.select_option(label=way)
            expect(arranged).to_have_value(re.compile(".+"))
        holds(phone, f"Voir {way}")
        axe(phone)
        for rank in (0, families.count() - 1):
            group = families.nth(rank)
            dots = present(group.locator("svg").bounding_box())
            # The second dot of the first line.
            ways_across = round(float(present(group.locator("svg").get_attribute("viewBox")).split()[2]) / PITCH)
            assert dots["width"] / ways_across >= FINEST, "un point se voit"
            group.locator("svg").tap(position={"x": 1.5 * dots["width"] / ways_across, "y": 4})
            close = phone.get_by_role("button", name=re.compile("^Fermer"))
            expect(close).to_be_visible(timeout=60_000)
            phone.keyboard.press("Escape")
            expect(close).to_have_count(0)
            expect(group).to_be_focused()
            expect(group.get_by_role("option")).to_contain_text(re.compile(r"^\S+ 2 ·"))


def test_the_table_of_a_chart_takes_the_place_of_its_drawing_beside_cards_that_are_found(
    phone: Page, open_app: Open, axe: Axe
) -> None:
    open_on_a_phone(phone, open_app)
    go(phone, "Comprendre")
    expect(phone.locator(".carnets-change-cards summary").first).to_be_visible(timeout=120_000)
    drawing = phone.locator(".carnets-chart .dessin").first
    expect(drawing).to_be_visible()
    data = phone.locator("summary", has_text="Voir les données").first
    data.tap()
    expect(phone.get_by_role("button", name="Télécharger le tableau")).to_be_visible()
    holds(phone, "Voir les données")
    axe(phone)
    data.tap()
    expect(drawing).to_be_visible()


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_the_button_of_the_bet_and_what_it_says_without_an_answer_are_on_the_first_screen(
    phone: Page, open_app: Open, lab: Lab
) -> None:
    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, lab.app.partition("#")[0])
    button = phone.get_by_role("button", name=lab.button)
    expect(button).to_be_visible(timeout=60_000)
    wait_still(phone)
    box = present(button.bounding_box())
    assert box["y"] + box["height"] <= HIGH
    button.tap()
    why = phone.get_by_text("Choisissez une réponse")
    expect(why).to_be_visible()
    said = present(why.bounding_box())
    assert said["y"] + said["height"] <= HIGH, "ce qui manque se lit sans défiler"


def test_a_card_that_one_opens_stands_in_the_place_of_what_is_beside_it_and_gives_it_back(
    phone: Page, open_app: Open, axe: Axe
) -> None:
    open_on_a_phone(phone, open_app)
    go(phone, "Comprendre")
    titles = phone.locator(".carnets-change-cards summary")
    expect(titles.first).to_be_visible(timeout=120_000)
    count = titles.count()
    assert count > 1
    for rank in range(count):
        titles.nth(rank).tap()
        expect(phone.get_by_role("button", name="Essayer ce changement")).to_be_visible()
        expect(titles.filter(visible=True)).to_have_count(1)
        expect(titles.nth(rank)).to_be_in_viewport()
        holds(phone, f"carte {rank}")
        axe(phone)
        titles.nth(rank).tap()
        expect(titles.filter(visible=True)).to_have_count(count)
        expect(phone.locator(".carnets-chart").first).to_be_visible()
    titles.first.tap()
    phone.get_by_role("button", name="Essayer ce changement").tap()
    expect(phone.get_by_role("button", name="Annuler le dernier changement")).to_be_visible(timeout=60_000)
    holds(phone, "carte essayée")
    phone.get_by_role("button", name="Annuler le dernier changement").tap()
    expect(phone.get_by_role("button", name="Rétablir")).to_be_enabled(timeout=60_000)
    titles.first.tap()
    expect(titles.filter(visible=True)).to_have_count(count)
    holds(phone, "les cartes, un changement annulé")


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_the_last_file_alone_is_said_and_one_button_is_the_main_one(
    phone: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_on_a_phone(phone, open_app, lab)
    go(phone, "Emporter")
    buttons = phone.locator(".carnets-file-out button").filter(visible=True)
    expect(buttons.first).to_be_visible(timeout=60_000)
    expect(phone.locator("main .carnets-button-main").filter(visible=True)).to_have_count(1)
    has_one_main_button(phone)
    said = phone.locator(".carnets-file-said:not(:empty), .carnets-file-out .carnets-error").filter(visible=True)
    for rank in range(buttons.count()):
        buttons.nth(rank).tap()
        expect(buttons.nth(rank)).to_have_attribute("aria-disabled", "false", timeout=60_000)
        expect(said).to_have_count(1)
        holds(phone, f"fichier {rank} : {said.inner_text()}")
    axe(phone)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_main_paper_of_a_policy_is_the_sheet_of_the_council(page: Page, open_app: Open, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HIGH})
    open_app(page, APP)
    bet(page)
    page.get_by_role("link", name="Emporter").click()
    main = page.locator("main .carnets-button-main").filter(visible=True)
    expect(main).to_have_count(1, timeout=60_000)
    expect(main).to_have_accessible_name("La feuille du conseil : une page, avant et après : PDF, à imprimer")


def test_two_screens_hold_with_a_bet_that_is_wrong_and_a_change_in_force_in_a_college_then_in_the_largest_school(
    phone: Page, open_app: Open
) -> None:
    phone.set_viewport_size({"width": 360, "height": HIGH})
    open_app(phone, APP)
    phone.get_by_label("Plus de 20 sur 100").check()
    phone.get_by_role("button", name=MESSAGING.button).tap()
    expect(phone.get_by_text("L'école fictive dit autre chose")).to_be_visible(timeout=60_000)
    for school in ("Collège urbain", "Lycée général"):
        phone.get_by_role("link", name="Tout régler").tap()
        schools = phone.get_by_label("École fictive", exact=True)
        schools.select_option(label=schools.locator("option", has_text=school).inner_text(), timeout=60_000)
        go(phone, "Changer une chose")
        levers = phone.get_by_role("group", name=re.compile("Que changez-vous")).get_by_role("radio")
        expect(levers.nth(1)).to_be_visible(timeout=60_000)
        levers.nth(1).check()
        holds(phone, f"{school} : changement essayé")
        for press in ("Annuler le dernier changement", "Rétablir"):
            phone.get_by_role("button", name=press).tap()
            expect(phone.get_by_text(re.compile("^(Annulé|Rétabli). Revient «"))).to_be_visible()
            holds(phone, f"{school} : {press}")
        go(phone, "Voir")
        expect(phone.get_by_text(re.compile("Les familles encadrées ont changé"))).to_be_visible()
        for way, group in {"niveau": "^(6e|2de)$", "classe": "^(6A|2de-01)$", "profil": "^À l'aise"}.items():
            phone.get_by_label("Ranger les familles").select_option(label=f"par {way}")
            expect(phone.locator(".carnets-family-dots .nom:visible").first).to_have_text(re.compile(group))
            holds(phone, f"{school} : {way}")
        for families in phone.get_by_role("listbox").all()[::3]:
            families.focus()
            phone.keyboard.press("End")
            phone.keyboard.press("Enter")
            expect(phone.get_by_role("button", name="Fermer cette famille")).to_be_visible(timeout=60_000)
            expect(phone.get_by_role("progressbar")).to_have_count(0, timeout=60_000)
            holds(phone, f"{school} : une famille touchée")
            phone.keyboard.press("Escape")
            expect(families).to_be_focused()
        go(phone, "Comprendre")
        holds(phone, f"{school} : Comprendre")


# Whether each word of the headings of a table is on one line.
WHOLE_WORDS = """(table) => [...table.querySelectorAll("thead th")].every((head) => {
    const text = document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode();
    const words = [...text.textContent.matchAll(/[^\\s’'-]+/g)];
    return words.every(({ index, 0: word }) => {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length === 1;
    });
})"""


@pytest.mark.parametrize("lab", [MESSAGING, DIAGNOSTIC, SUPPORT], ids=lambda lab: lab.app[:2])
def test_what_one_unfolds_stands_in_the_place_of_all_else_and_gives_it_back(
    phone: Page, open_app: Open, axe: Axe, lab: Lab
) -> None:
    open_on_a_phone(phone, open_app, lab)
    for step in ("Voir", "Changer une chose", "Comprendre", "Emporter"):
        if step != "Voir":
            go(phone, step)
        if step == "Changer une chose":
            phone.locator(".carnets-tried").get_by_role("radio").nth(1).check(timeout=60_000)
        if step == "Comprendre" and lab is MESSAGING:
            expect(phone.locator(".carnets-change-cards summary").first).to_be_visible(timeout=120_000)
        holds(phone, step)
        folds = phone.locator("main summary:visible")
        names = folds.all_inner_texts()
        for rank, name in enumerate(names):
            folds.nth(rank).tap()
            opened = phone.locator("main details[open]").filter(visible=True)
            expect(opened).to_have_count(1)
            summary = opened.locator("summary").first
            expect(summary).to_be_in_viewport()
            # Something is there to be read, pressed or looked at.
            expect(opened.locator(":scope > :not(summary)").first).not_to_have_css("height", "0px")
            holds(phone, f"{step} : {name}")
            if (table := opened.locator("table")).count():
                assert table.first.evaluate(WHOLE_WORDS), f"{step} : {name}"
            axe(phone)
            summary.tap()
            expect(folds).to_have_count(len(names))
            expect(folds.nth(rank)).to_be_in_viewport()


def test_a_day_that_one_opens_stands_in_the_place_of_the_week_in_a_small_school_and_in_a_large_one(
    phone: Page, open_app: Open, axe: Axe
) -> None:
    open_on_a_phone(phone, open_app)
    for school, way, group in (("École de six classes", "profil", "À l'aise"), ("Collège rural", "classe", "6A")):
        phone.get_by_role("link", name="Tout régler").tap()
        schools = phone.get_by_label("École fictive", exact=True)
        schools.select_option(label=schools.locator("option", has_text=school).inner_text(), timeout=60_000)
        go(phone, "Voir")
        phone.get_by_label("Ranger les familles").select_option(label=f"par {way}")
        expect(phone.locator(".carnets-family-dots .nom:visible").first).to_have_text(re.compile(f"^{group}"))
        holds(phone, f"{school} {way}")
        for rank, key in ((0, "End"), (-1, "Home")):
            families = phone.get_by_role("listbox").all()[rank]
            families.focus()
            phone.keyboard.press(key)
            phone.keyboard.press("Enter")
            expect(phone.get_by_role("button", name="Fermer cette famille")).to_be_visible(timeout=60_000)
            expect(phone.get_by_role("progressbar")).to_have_count(0, timeout=60_000)
            holds(phone, f"{school} {way} : une famille touchée")
            days = phone.locator(".jour summary")
            count = days.count()
            assert count
            assert phone.locator(".jour .bande").count() >= count
            for day in range(count):
                days.nth(day).tap()
                expect(days.filter(visible=True)).to_have_count(1)
                expect(phone.locator(".jour [open] .texte").first).to_be_visible()
                expect(days.nth(day)).to_be_in_viewport()
                holds(phone, f"{school} {way} : jour {day}")
                days.nth(day).tap()
                expect(days.filter(visible=True)).to_have_count(count)
            axe(phone)
            phone.keyboard.press("Escape")
            expect(families).to_be_focused()


def test_days_are_read_two_at_a_time_on_a_wide_page_and_a_change_tried_closes_none(page: Page, open_app: Open) -> None:
    page.set_viewport_size({"width": 1280, "height": HIGH})
    open_app(page, APP)
    bet(page)
    families = page.get_by_role("listbox").first
    families.focus()
    while "laissée de côté" not in families.get_by_role("option").inner_text():
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    days = page.locator(".jour summary")
    for day in range(2):
        days.nth(day).click(timeout=60_000)
    opened = page.locator(".jour [open] .date")
    expect(opened).to_have_count(2)
    words = opened.all_inner_texts()
    for button in ("Essayer ce changement", "Revenir en arrière"):
        page.get_by_role("button", name=button).click(timeout=60_000)
        expect(page.get_by_role("button", name=button)).to_have_count(0, timeout=60_000)
        expect(opened).to_have_text(words)

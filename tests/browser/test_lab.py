"""Le laboratoire de messagerie, comme une équipe s'en sert : parier, régler, voir, comparer, emporter."""

import re
from pathlib import Path

import nbformat
from browser.labs import Axe, Open, group, open_group, take_away
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Page, expect

from liaison.messaging.policy.policy import load_policy, parse_policy, to_yaml

LESSON = Path(__file__).parents[2] / "notebooks" / "01_messagerie_ent" / "lecon.ipynb"


def test_another_preset_changes_the_sentence(page: Page, open_app: Open) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    before = MESSAGING.summary(page).inner_text()
    page.get_by_label("Partir d'un modèle").select_option(label=load_policy("tout_tout_de_suite").name)
    expect(MESSAGING.summary(page)).not_to_have_text(before)


def test_an_open_group_follows_a_setting(page: Page, open_app: Open) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    open_group(page, "Notes, devoirs et envois groupés")
    field = page.get_by_role("spinbutton", name=re.compile("Les élèves voient une note après"))
    field.fill("9")
    field.press("Enter")
    expect(group(page, "Notes, devoirs et envois groupés")).to_contain_text("élèves J+9")


def test_from_the_bet_to_a_result_with_the_keyboard_alone(page: Page, open_app: Open) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet_by_keyboard(page)
    MESSAGING.open_by_keyboard(page, "Qui reste dehors")
    expect(page.get_by_text("Familles laissées de côté, par profil")).to_be_visible()


def test_a_family_is_pressed_and_the_change_that_would_reach_it_is_tried(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    out = open_group(page, "Qui reste dehors")
    out.get_by_label("Ranger les familles").select_option(label="par profil")
    picture = out.get_by_role("listbox", name="Lit mal le français").locator("svg")
    picture.click(position={"x": 8, "y": 8})
    expect(out.get_by_role("heading", name="La famille que vous avez touchée")).to_be_visible()
    tried = out.get_by_role("button", name="Essayer ce changement")
    expect(tried).to_be_visible(timeout=30_000)
    expect(out.get_by_text(re.compile(r"Elle serait informée à temps de \d+ de ses \d+ messages"))).to_be_visible()
    axe(page)
    tried.click()
    expect(group(page, "Point de départ")).to_contain_text("politique modifiée", timeout=30_000)
    expect(out.get_by_text(re.compile(r"\d+ (a|ont) changé")).first).to_be_visible(timeout=30_000)


TAKEN_AWAY = (
    ("La charte : DOCX, à modifier", "charte.docx", b"PK"),
    ("La charte : PDF, à imprimer", "charte.pdf", b"%PDF"),
    ("La charte : Page HTML", "charte.html", b"<!"),
)


def test_what_one_takes_away_is_a_real_file(page: Page, open_app: Open) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    take_away(page, TAKEN_AWAY)


def test_a_policy_taken_away_opens_again(page: Page, open_app: Open, tmp_path: Path) -> None:
    open_app(page, MESSAGING.app)
    MESSAGING.bet(page)
    open_group(page, "À emporter")
    field = page.get_by_label("Nom de cette politique")
    field.fill("Notre politique d'essai")
    field.press("Tab")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name=re.compile("La politique, à rouvrir")).click()
    saved = Path(downloaded.value.path()).read_text(encoding="utf-8")
    assert parse_policy(saved).name == "Notre politique d'essai"
    again = tmp_path / "politique.yaml"
    again.write_text(to_yaml(load_policy("papier_d_abord").changed(name="Autre")), encoding="utf-8")
    open_group(page, "Point de départ")
    page.locator("input[type=file]").first.set_input_files(again)
    expect(group(page, "Point de départ")).to_contain_text("Autre")


def test_a_damaged_file_changes_nothing_and_says_so(page: Page, open_app: Open, tmp_path: Path) -> None:
    damaged = tmp_path / "abimee.yaml"
    damaged.write_text("version: 99\n", encoding="utf-8")
    open_app(page, MESSAGING.app)
    open_group(page, "Point de départ")
    before = group(page, "Point de départ").inner_text()
    page.locator("input[type=file]").first.set_input_files(damaged)
    expect(page.get_by_text("n'a pas été ouvert")).to_be_visible()
    assert group(page, "Point de départ").inner_text() == before


def test_the_lesson_runs_in_jupyterlab_to_its_end(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/lecon-01/tree/notebooks/01_messagerie_ent/lecon.ipynb", timeout=60_000)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60_000)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_text("Exécuter toutes les cellules", exact=True).click()
    page.get_by_text("Laissées de côté :").first.wait_for(timeout=60_000)
    # The tabs bear the title of the lesson; its file keeps its name, which JupyterLab changes with the label of a tab.
    title = str(nbformat.read(LESSON, as_version=4).metadata["title"])
    expect(page).to_have_title(title)
    expect(page.get_by_role("tab", name=title, exact=True)).to_be_visible()
    assert LESSON.is_file()
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    page.get_by_role("radio", name="Aucune, ou presque").check()
    page.get_by_role("button", name="Voir qui n'est pas joint").click()
    expect(page.get_by_text(MESSAGING.sentence).first).to_be_visible(timeout=30_000)


# What a tab draws after its icon: read of the page as it is drawn, for no text of an element tells it.
DRAWN = """() => [...document.querySelectorAll('.lm-DockPanel-tabBar .lm-TabBar-tab')].map((tab) => {
    const { content, width, height, position } = getComputedStyle(tab, '::after');
    return { text: content, seen: position === 'static' && parseFloat(width) > 80 && parseFloat(height) > 8 };
})"""


def test_the_tab_of_a_notebook_bears_its_title_whichever_one_is_in_front(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/deux/tree/notebooks/01_messagerie_ent/lecon.ipynb", timeout=60_000)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60_000)
    page.locator(".jp-DirListing-item", has_text="exercice.ipynb").dblclick()
    books = (LESSON, LESSON.with_name("exercice.ipynb"))
    titles = [str(nbformat.read(book, as_version=4).metadata["title"]) for book in books]
    drawn = [{"text": f'"{title}"', "seen": True} for title in titles]
    for title in reversed(titles):  # each in front in its turn
        page.get_by_role("tab", name=title, exact=True).click()
        expect(page).to_have_title(title, timeout=60_000)
        assert page.evaluate(DRAWN) == drawn


def test_settings_are_offered_again_after_a_reload_and_erased_when_asked(page: Page, open_app: Open) -> None:
    open_app(page, MESSAGING.app)
    page.get_by_label("Partir d'un modèle").select_option(label=load_policy("papier_d_abord").name)
    expect(group(page, "Point de départ")).to_contain_text(load_policy("papier_d_abord").name)
    open_app(page, MESSAGING.app)
    page.get_by_role("button", name="Reprendre").click()
    expect(group(page, "Point de départ")).to_contain_text(load_policy("papier_d_abord").name)
    open_app(page, MESSAGING.app)
    page.get_by_role("button", name="Repartir de zéro").click()
    expect(page.get_by_role("button", name="Repartir de zéro")).to_have_count(0)
    open_app(page, MESSAGING.app)
    # What the browser kept is told before this gesture, which comes after it.
    page.get_by_label("Partir d'un modèle").select_option(label=load_policy("papier_d_abord").name)
    expect(group(page, "Point de départ")).to_contain_text(load_policy("papier_d_abord").name)
    expect(page.get_by_role("button", name="Reprendre")).to_have_count(0)

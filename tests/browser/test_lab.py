"""Le laboratoire de messagerie, comme une équipe s'en sert : parier, régler, voir, comparer, emporter."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from liaison.messaging.policy import load_policy, parse_policy, to_yaml

APP = "01_messagerie_ent/application.ipynb"
SENTENCE = re.compile(r"\d+ familles? sur \d+ .*laissées? de côté")
TABS = [
    "Qui est joint",
    "Qui reste dehors",
    "Quand cela sonne",
    "Ce que disent les textes",
    "La semaine d'une famille",
    "Deux réglages côte à côte",
    "Mode équipe",
    "À emporter",
]
SETTINGS = [
    "Par où passe chaque message",
    "Heures calmes",
    "Notes, devoirs et envois groupés",
    "Qui peut écrire à qui",
    "Promesses et langues",
    "Ce que la simulation suppose",
]
Open = Callable[..., None]
Axe = Callable[..., None]


def tab(page: Page, name: str) -> Locator:
    return page.locator("summary").filter(has_text=re.compile(f"^{re.escape(name)}")).first


def open_tab(page: Page, name: str) -> None:
    summary = tab(page, name)
    if not summary.evaluate("one => one.parentElement.open"):
        summary.click()
    expect(summary.locator("xpath=..")).to_have_attribute("open", "")


def sentence(page: Page) -> Locator:
    return page.locator(".carnets-lab-summary").get_by_text(SENTENCE)


def bet(page: Page) -> None:
    page.get_by_role("radio", name="De 1 à 5 sur 100").check()
    page.get_by_role("button", name="Voir qui n'est pas joint").click()
    expect(sentence(page)).to_be_visible(timeout=30_000)


def test_nothing_is_shown_before_the_bet(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    expect(page.get_by_text("Pariez pour voir le résultat")).to_be_visible()
    expect(tab(page, "Qui est joint")).to_have_count(0)
    page.get_by_role("button", name="Voir qui n'est pas joint").click()
    expect(page.get_by_text("Choisissez une réponse")).to_be_visible()
    axe(page)


def test_the_answer_starts_from_the_bet(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    bet(page)
    expect(page.get_by_text(re.compile("Votre pari"))).to_be_visible()
    expect(page.get_by_text(re.compile("Retarder un message ne le fait pas disparaître"))).to_be_visible()


def test_every_group_of_results_is_drawn_and_accessible(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    bet(page)
    for name in TABS:
        open_tab(page, name)
        page.wait_for_timeout(300)
        axe(page)


def test_every_group_of_settings_is_drawn_and_accessible(page: Page, open_app: Open, axe: Axe) -> None:
    open_app(page, APP)
    for name in SETTINGS:
        open_tab(page, name)
        page.wait_for_timeout(300)
        axe(page)


def test_another_preset_changes_the_sentence(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    bet(page)
    before = sentence(page).inner_text()
    page.get_by_label("Partir d'un modèle").select_option(label=load_policy("tout_tout_de_suite").name)
    expect(sentence(page)).not_to_have_text(before)


def test_an_open_group_follows_a_setting(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    bet(page)
    open_tab(page, "Notes, devoirs et envois groupés")
    field = page.get_by_role("spinbutton", name=re.compile("Les élèves voient une note après"))
    field.fill("9")
    field.press("Enter")
    expect(tab(page, "Notes, devoirs et envois groupés")).to_contain_text("élèves J+9")


@pytest.mark.parametrize("width", [320, 640])
def test_usable_at_320_px_and_at_twice_the_size(page: Page, open_app: Open, width: int) -> None:
    """640 px is what a window of 1,280 px has left at 200 %."""
    page.set_viewport_size({"width": width, "height": 700})
    open_app(page, APP)
    bet(page)
    for name in (*TABS, *SETTINGS):
        open_tab(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_from_the_bet_to_a_result_with_the_keyboard_alone(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    expect(page.get_by_role("radio").first).to_be_visible()
    page.locator("body").press("Tab")
    for _ in range(30):
        if page.evaluate("document.activeElement.type") == "radio":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Voir qui n'est pas joint"
    page.keyboard.press("Enter")
    expect(sentence(page)).to_be_visible(timeout=30_000)
    for _ in range(40):
        page.keyboard.press("Tab")
        if "Qui reste dehors" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Familles laissées de côté, par profil")).to_be_visible()


@pytest.mark.parametrize(
    ("button", "name", "start"),
    [
        ("La charte, à modifier (DOCX)", "charte.docx", b"PK"),
        ("La charte, à lire ou imprimer (PDF accessible)", "charte.pdf", b"%PDF"),
        ("La charte, page à imprimer (HTML)", "charte.html", b"<!"),
        ("La notice pour les parents, une page (PDF)", "notice_parents.pdf", b"%PDF"),
    ],
)
def test_what_one_takes_away_is_a_real_file(
    page: Page, open_app: Open, tmp_path: Path, button: str, name: str, start: bytes
) -> None:
    open_app(page, APP)
    bet(page)
    open_tab(page, "À emporter")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name=button).click()
    assert downloaded.value.suggested_filename == name
    assert Path(downloaded.value.path()).read_bytes().startswith(start)


def test_a_policy_taken_away_opens_again(page: Page, open_app: Open, tmp_path: Path) -> None:
    open_app(page, APP)
    bet(page)
    open_tab(page, "À emporter")
    field = page.get_by_label("Nom de cette politique")
    field.fill("Notre politique d'essai")
    field.press("Tab")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name=re.compile("La politique, à rouvrir")).click()
    saved = Path(downloaded.value.path()).read_text(encoding="utf-8")
    assert parse_policy(saved).name == "Notre politique d'essai"
    again = tmp_path / "politique.yaml"
    again.write_text(to_yaml(load_policy("papier_d_abord").changed(name="Autre")), encoding="utf-8")
    open_tab(page, "Point de départ")
    page.locator("input[type=file]").first.set_input_files(again)
    expect(tab(page, "Point de départ")).to_contain_text("Autre")


def test_a_damaged_file_changes_nothing_and_says_so(page: Page, open_app: Open, tmp_path: Path) -> None:
    damaged = tmp_path / "abimee.yaml"
    damaged.write_text("version: 99\n", encoding="utf-8")
    open_app(page, APP)
    open_tab(page, "Point de départ")
    before = tab(page, "Point de départ").inner_text()
    page.locator("input[type=file]").first.set_input_files(damaged)
    expect(page.get_by_text("n'a pas été ouvert")).to_be_visible()
    assert tab(page, "Point de départ").inner_text() == before


def test_a_team_opens_its_files_sees_its_disagreements_and_settles(page: Page, open_app: Open, tmp_path: Path) -> None:
    files = []
    for name in ("papier_d_abord", "vie_scolaire"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(to_yaml(load_policy(name)), encoding="utf-8")
        files.append(path)
    open_app(page, APP)
    bet(page)
    open_tab(page, "Mode équipe")
    expect(page.get_by_text("Ouvrez au moins un fichier pour comparer")).to_be_visible()
    page.locator("input[type=file]").last.set_input_files(files)
    expect(page.get_by_text("Carte des désaccords")).to_be_visible()
    page.get_by_role("button", name="Garder ce qui est décidé").click()
    expect(page.get_by_text("La politique de l'équipe est maintenant celle du laboratoire")).to_be_visible()
    expect(tab(page, "Point de départ")).to_contain_text("Politique de l'équipe")


def test_the_lesson_runs_in_jupyterlab_to_its_end(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/lecon-01/tree/notebooks/01_messagerie_ent/lecon.ipynb", timeout=60_000)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60_000)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_text("Exécuter toutes les cellules", exact=True).click()
    page.get_by_text("Laissées de côté :").first.wait_for(timeout=60_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    page.get_by_role("radio", name="Aucune, ou presque").check()
    page.get_by_role("button", name="Voir qui n'est pas joint").click()
    expect(page.get_by_text(SENTENCE).first).to_be_visible(timeout=30_000)


def test_settings_are_offered_again_after_a_reload_and_erased_when_asked(page: Page, open_app: Open) -> None:
    open_app(page, APP)
    page.get_by_label("Partir d'un modèle").select_option(label=load_policy("papier_d_abord").name)
    expect(tab(page, "Point de départ")).to_contain_text(load_policy("papier_d_abord").name)
    open_app(page, APP)
    page.get_by_role("button", name="Reprendre ces réglages").click()
    expect(tab(page, "Point de départ")).to_contain_text(load_policy("papier_d_abord").name)
    open_app(page, APP)
    page.get_by_role("button", name="Les effacer de cette machine").click()
    expect(page.get_by_role("button", name="Les effacer de cette machine")).to_have_count(0)
    open_app(page, APP)
    page.wait_for_timeout(1500)
    expect(page.get_by_role("button", name="Reprendre ces réglages")).to_have_count(0)

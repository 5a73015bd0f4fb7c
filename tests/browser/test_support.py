"""Le plan d'accompagnement, comme une équipe s'en sert : parier, ordonner, prêter, réunir, emporter."""

import re
from pathlib import Path

from browser.labs import Open, group, open_group, take_away, taken_away
from messaging.lab import LAB as MESSAGING
from playwright.sync_api import Locator, Page, expect
from support.lab import LAB as SUPPORT

from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.publication.publication import read_register
from liaison.messaging.policy.policy import parse_policy
from liaison.support.loans.loans import LOAN_SETTINGS
from liaison.support.needs.needs_file import needs_csv, read_needs
from liaison.support.workshops.settings import WORKSHOP_SETTINGS
from widgets.support import PlanState


def order(opened: Locator) -> list[str]:
    return opened.locator(".carnets-order-text").all_inner_texts()


def test_criteria_are_ordered_with_the_keyboard_alone_and_the_allocation_follows(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    table = open_group(page, "Qui reçoit, et pourquoi").locator("table").last
    before = table.inner_text()
    summary = group(page, "Ordinateurs à prêter")
    summary.focus()
    page.keyboard.press("Enter")
    opened = summary.locator("xpath=..")
    expect(opened.locator(".carnets-order-text").first).to_be_visible()
    first, second = order(opened)[:2]
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").endswith(f": {second}"):
            break
    assert "Monter" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(opened.locator(".carnets-order-text").first).to_have_text(second)
    assert order(opened)[:2] == [second, first]
    # The place just reached is said, and the focus stays on the criterion that moved.
    expect(opened.get_by_role("status").filter(has_text=second)).to_be_attached()
    assert second in page.evaluate("document.activeElement.textContent")
    expect(table).not_to_have_text(before)
    expect(page.locator(".carnets-lab-results")).to_contain_text(f"Critère 1, « {second} »")


def test_from_the_bet_to_the_reason_of_a_loan_with_the_keyboard_alone(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet_by_keyboard(page)
    SUPPORT.open_by_keyboard(page, "Qui reçoit, et pourquoi")
    expect(page.get_by_text(re.compile(r"La famille F\d+ attend"))).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SELECT":
            break
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text(re.compile(r"clés 4G pour \d+ demandes"))).to_be_visible()


def test_a_slot_taken_away_makes_another_plan(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    before = SUPPORT.said(page)
    opened = open_group(page, "Créneaux et garde d'enfants")
    opened.get_by_label("Créneau à régler").select_option(label="jeudi à 18 h")
    opened.get_by_role("button", name="Retirer ce créneau").click()
    expect(group(page, "Créneaux et garde d'enfants")).to_contain_text("5 créneaux")
    expect(page.locator(".carnets-lab-summary")).not_to_contain_text(before, timeout=30_000)
    expect(SUPPORT.summary(page)).to_be_visible(timeout=30_000)
    assert SUPPORT.said(page) != before


def test_a_family_that_is_pressed_is_told_what_it_gets_and_why(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    needs = open_group(page, "Ce que les familles demandent")
    picture = needs.get_by_role("listbox", name="Insuffisant").locator("svg")
    picture.click(position={"x": 8, "y": 8}, timeout=30_000)
    expect(needs.get_by_role("heading", name="La famille que vous avez touchée")).to_be_visible()
    expect(needs.get_by_text(re.compile(r"La famille F\d+ ")).first).to_be_visible()


def test_why_a_family_has_no_slot_is_said(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    opened = open_group(page, "Les ateliers")
    expect(opened.get_by_text(re.compile(r"n'a pas de créneau\s:"))).to_be_visible()
    expect(opened.get_by_text(re.compile(r"Parcours «\s.+ missions"))).to_be_visible()


def test_the_needs_of_a_school_are_opened_and_a_damaged_file_changes_nothing(
    page: Page, open_app: Open, tmp_path: Path
) -> None:
    own, damaged = tmp_path / "besoins.csv", tmp_path / "abimes.csv"
    given = needs_csv(PlanState(school="college_urbain_mixte", seed=11).needs).decode("utf-8-sig")
    own.write_text(given, encoding="utf-8")
    damaged.write_text(given.replace(";oui", ";peut-être", 1), encoding="utf-8")
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    before = SUPPORT.said(page)
    start = open_group(page, "Point de départ")
    start.locator("input[type=file]").first.set_input_files(damaged)
    expect(start.get_by_text(re.compile("écrire oui ou non"))).to_be_visible()
    assert SUPPORT.said(page) == before
    start.locator("input[type=file]").first.set_input_files(own)
    expect(start.get_by_text(re.compile(r"est ouvert\s: "))).to_be_visible()
    expect(page.locator(".carnets-lab-summary")).not_to_contain_text("Établissement fictif", timeout=30_000)
    expect(SUPPORT.summary(page)).to_be_visible(timeout=30_000)
    assert SUPPORT.said(page) != before
    start.get_by_role("button", name="Revenir à l'établissement fictif").click()
    expect(SUPPORT.summary(page)).to_contain_text(before, timeout=30_000)


RECEIVED = (
    ("Le rapport : DOCX, à modifier", "plan_accompagnement.docx", b"PK"),
    ("Le rapport : PDF, à imprimer", "plan_accompagnement.pdf", b"%PDF"),
    ("Le rapport : Page HTML", "plan_accompagnement.html", b"<!"),
    ("Les conventions des clés 4G : Une par famille (DOCX, dans un ZIP)", "conventions_cle_4g.zip", b"PK"),
    ("Les conventions des clés 4G : Toutes en un PDF, à imprimer", "conventions_cle_4g.pdf", b"%PDF"),
)


def test_what_the_conseil_receives_is_a_real_file_and_what_is_kept_for_another_day_opens_again(
    page: Page, open_app: Open
) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    open_group(page, "À emporter")
    open_group(page, "Les conventions de prêt")
    take_away(page, RECEIVED)
    open_group(page, "Pour reprendre ce travail un autre jour")
    assert len(read_needs(taken_away(page, "Les besoins, par code (CSV)", "besoins_fictifs.csv"))) > 50
    loans = taken_away(page, "Les réglages de prêt (YAML)", "reglages_prets.yaml").read_text(encoding="utf-8")
    assert LOAN_SETTINGS.parse(loans, "reglages_prets.yaml") == LOAN_SETTINGS.load("exemple")
    workshops = taken_away(page, "Les réglages d'atelier (YAML)", "reglages_ateliers.yaml").read_text(encoding="utf-8")
    assert WORKSHOP_SETTINGS.parse(workshops, "reglages_ateliers.yaml") == WORKSHOP_SETTINGS.load("exemple")


def test_a_second_report_of_almost_the_same_answers_is_refused_on_the_page(
    page: Page, open_app: Open, tmp_path: Path
) -> None:
    state, files = PlanState(school="college_urbain_mixte", seed=11), {}
    lines = answers_csv(state.fiction().answers).splitlines(keepends=True)
    contents = {
        "besoins.csv": needs_csv(state.needs),
        "presque.csv": b"".join(lines[:-3]),
        "toutes.csv": b"".join(lines),
    }
    for name, content in contents.items():
        files[name] = tmp_path / name
        files[name].write_bytes(content)
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    taken = open_group(page, "À emporter")
    report = taken.get_by_role("button", name="Le rapport : Page HTML")
    register = taken.get_by_role("button", name=re.compile("Le registre de ce qui a été montré"))
    expect(report).to_be_visible()
    expect(register).to_have_count(0)  # the school is fictitious
    start = open_group(page, "Point de départ")
    start.locator("input[type=file]").first.set_input_files(files["besoins.csv"])
    expect(start.get_by_role("button", name=re.compile("Ouvrir les réponses au questionnaire"))).to_be_visible()
    answers = start.locator("input[type=file]").nth(1)
    answers.set_input_files(files["presque.csv"])
    expect(register).to_be_visible(timeout=30_000)
    taken.get_by_label("Rien de ces réponses n'a encore été montré").check()
    with page.expect_download(timeout=60_000):
        report.click()
    answers.set_input_files(files["toutes.csv"])
    expect(start.get_by_text(f"{len(lines) - 1} réponses gardées")).to_be_visible(timeout=30_000)
    report.click()
    expect(taken.get_by_text(re.compile("isolerait moins de 11 familles"))).to_be_visible(timeout=30_000)
    with page.expect_download() as downloaded:
        register.click()
    assert len(read_register(Path(downloaded.value.path())).publications) == 1


def test_the_policy_goes_on_in_module_01(page: Page, open_app: Open, tmp_path: Path) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    opened = open_group(page, "Comment leur écrire")
    expect(opened.get_by_text(re.compile(r"familles laissées de côté avant, \d+ après"))).to_be_visible(timeout=60_000)
    with page.expect_download() as downloaded:
        opened.get_by_role("button", name=re.compile("La politique changée")).click()
    kept = tmp_path / downloaded.value.suggested_filename
    kept.write_bytes(Path(downloaded.value.path()).read_bytes())
    policy = parse_policy(kept.read_text(encoding="utf-8"))
    assert policy.languages != PlanState().policy.languages
    open_app(page, MESSAGING.app)
    page.locator("input[type=file]").first.set_input_files(kept)
    expect(group(page, "Point de départ")).to_contain_text(policy.name)


def test_a_partner_is_named_with_the_keyboard_and_comes_first(page: Page, open_app: Open) -> None:
    open_app(page, SUPPORT.app)
    SUPPORT.bet(page)
    table = open_group(page, "Avec qui").locator("table").first
    names = open_group(page, "Noms des partenaires")
    names.get_by_role("button", name="Ajouter un partenaire").press("Enter")
    field = names.get_by_label("Son nom")
    expect(field).to_have_value("nouveau partenaire")
    field.press("Control+a")
    field.press_sequentially("Médiathèque des Essais")
    expect(table.locator("tbody tr").first).to_contain_text("Médiathèque des Essais")
    expect(group(page, "Noms des partenaires")).to_contain_text("1 nommé")


def test_the_lesson_runs_in_jupyterlab_to_its_end(page: Page, suite_url: str) -> None:
    page.goto(f"{suite_url}/lab/workspaces/lecon-03/tree/notebooks/03_accompagnement/lecon.ipynb", timeout=60_000)
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached", timeout=60_000)
    expect(page.get_by_text("| Inactif")).to_be_visible(timeout=60_000)
    page.get_by_role("menuitem", name="Exécution", exact=True).click()
    page.get_by_text("Exécuter toutes les cellules", exact=True).click()
    page.get_by_text(re.compile("ne viennent à aucun atelier")).last.wait_for(timeout=90_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.stderr"]').count() == 0
    page.get_by_role("radio", name="Aucune, ou presque").check()
    page.get_by_role("button", name="Voir ce que le prêt change").click()
    expect(page.get_by_text("Votre pari est juste")).to_be_visible(timeout=60_000)

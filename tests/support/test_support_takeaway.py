"""Ce que l'on emporte du plan, sans navigateur : le rapport se compare à ce qui a été montré, et nomme qui il doit."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import docx
import pandas as pd
import pypdf
import pytest
from diagnostic.told_too_much import told_too_much
from narrowing import present
from page_side import give, not_made, press, refusal, taken
from support.making import few_waiting

from liaison.base.words import long_date
from liaison.diagnostic.counting.axes import axes
from liaison.diagnostic.counting.indicators import AnswerIndicators, indicators
from liaison.diagnostic.publication.already_shown import AlreadyShown
from liaison.diagnostic.publication.publication import REGISTER, publication
from liaison.support.needs.needs import needs_of
from liaison.support.needs.needs_file import needs_csv
from widgets.support import PlanLab, PlanState
from widgets.support.takeaway import PlanFiles

pytestmark = pytest.mark.usefixtures("answers_protected_once")
OF_A_FICTION = "école et familles fictives, jour du scénario : 30 novembre 2026"


def test_what_is_shown_to_the_conseil_holds_no_code(lab: PlanLab) -> None:
    take: Any = lab.results.views["take"]
    take.school.value = "Collège des Essais"
    name, mime, content = taken(take.buttons["report-html"])
    page = content.decode()
    assert (name, mime) == ("plan_accompagnement.html", "text/html")
    assert "Collège des Essais" in page
    assert not [code for code in lab.state.needs.table.index if re.search(rf"\b{code}\b", page)]
    assert taken(take.buttons["report-pdf"])[2].startswith(b"%PDF")
    assert taken(take.buttons["report-docx"])[2].startswith(b"PK")


def test_a_report_is_said_to_be_ready_until_the_plan_changes() -> None:
    own = PlanLab(PlanState())
    own.bet.question.value = "aucune"
    press(own.bet.place)
    own.results.panels.open_index = list(own.results.views).index("take")
    take: Any = own.results.views["take"]
    assert len(take.council.lines) == 1  # two reports of invented families tell nothing of anybody
    taken(take.buttons["needs"])
    assert "besoins_fictifs.csv" in take.buttons["needs"].said
    own.state.seed += 1
    assert take.buttons["needs"].said == ""


def test_a_report_of_real_answers_waits_for_a_yes_where_no_register_says_what_was_shown(
    own: PlanLab, answers: tuple[bytes, bytes]
) -> None:
    take: Any = own.results.views["take"]
    take.before.first.value = False
    give(own.settings.start.answers, "presque.csv", answers[0])
    assert take.before.first in take.before.widget.children
    assert "n'en montrez qu'un" in take.council.lines[-1]
    assert "attend votre oui" in not_made(take.buttons["report-html"]).replace("\u00a0", " ")
    assert take.before.former == ()
    take.before.first.value = True
    taken(take.buttons["report-html"])
    assert take.before.first not in take.before.widget.children
    assert not take.before.first.value
    # A register that knows answers to other questions only: the yes given for want of a register is not for them.
    register = taken(take.before.register)[2].decode().replace('"question":"connexion"', '"question":"internet"')
    own.state.already = {}  # another page
    another = PlanFiles(own.state)
    another.show()
    another.before.first.value = True
    give(another.before.open, "publications.json", register.encode())
    assert another.before.unknown.title.replace("\u00a0", " ") == "D'autres questions ont déjà été montrées"
    assert "(« internet »)" in another.before.unknown.text.replace("\u00a0", " ")
    assert "d'autres questions" in not_made(another.buttons["report-html"]).replace("\u00a0", " ")
    another.before.first.value = True
    taken(another.buttons["report-html"])
    assert (len(another.before.former), another.before.first.value) == (2, False)
    assert another.before.first not in another.before.widget.children


def test_a_second_report_that_would_isolate_a_few_families_is_refused(
    own: PlanLab, answers: tuple[bytes, bytes]
) -> None:
    take: Any = own.results.views["take"]
    start = own.settings.start
    give(start.answers, "presque.csv", answers[0])
    first = taken(take.buttons["report-html"])[2]
    give(start.answers, "toutes.csv", answers[1])
    for kind in ("html", "pdf", "docx"):
        assert "isolerait moins de 11 familles" in not_made(take.buttons[f"report-{kind}"])
    give(start.answers, "presque.csv", answers[0])
    assert taken(take.buttons["report-html"])[2] == first


def test_a_report_whose_diagnosis_tells_too_much_is_not_given_away(
    own: PlanLab, answers: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liaison.diagnostic.publication.already_shown.indicators", told_too_much)
    take: Any = own.results.views["take"]
    give(own.settings.start.answers, "toutes.csv", answers[1])
    for kind in ("html", "pdf", "docx"):
        assert "faute du programme" in not_made(take.buttons[f"report-{kind}"])
    assert take.before.former == ()


def test_the_register_goes_from_a_page_to_the_next_and_to_module_02(own: PlanLab, answers: tuple[bytes, bytes]) -> None:
    take: Any = own.results.views["take"]
    start = own.settings.start
    assert "Rien n'a encore été pris" in not_made(take.before.register)
    give(start.answers, "presque.csv", answers[0])
    taken(take.buttons["report-html"])
    name, _, register = taken(take.before.register)
    assert name == "publications.json"
    assert len(REGISTER.parse(register.decode(), name).publications) == 1
    own.state.already = {}  # another page
    another = PlanFiles(own.state)
    give(another.before.open, "publications.json", register)
    give(start.answers, "toutes.csv", answers[1])
    assert "isolerait moins de 11 familles" in not_made(another.buttons["report-html"])
    own.state.already = {}
    unaware = PlanFiles(own.state)  # a page that knows nothing of the first report, and somebody who says there is none
    unaware.before.first.value = True
    taken(unaware.buttons["report-html"])
    for broken in (b"{}", b"\xff\xfe\x00"):
        assert "registre" in refusal(another.before.open, "publications.json", broken)
    assert "fictif" in refusal(another.before.open, "publications_fictif.json", register)


def test_a_plan_goes_by_its_register_to_the_diagnosis_that_hides_what_would_give_who_waits(own: PlanLab) -> None:
    """Twenty-four ask for a computer and twenty-two can be lent, whichever of the two screens comes first."""
    take: Any = own.results.views["take"]
    answers = few_waiting()
    codes = [f"F{rank:03d}" for rank in range(len(answers))]
    give(own.settings.start.needs, "coupons.csv", needs_csv(needs_of(answers, axes(answers), codes)))
    assert take.before.open in take.before.widget.children
    assert take.before.first not in take.before.widget.children  # no answers: nothing to say yes to
    assert "22 ordinateurs" in plain(taken(take.buttons["report-html"])[2])
    (_, _, register), shown = taken(take.before.register), own.state.shown()
    assert REGISTER.parse(register.decode(), "registre").plans == shown.plans
    beside, alone = shown.indicators(answers), indicators(answers)
    assert (asking_for_a_computer(beside), asking_for_a_computer(alone)) == (None, 24)
    # The diagnosis first: it is opened, and the report does not say how many can be lent.
    diagnosis = AlreadyShown().with_more(publication(alone, answers.questionnaire.id, own.state.today))
    own.state.already = {}
    give(take.before.open, "publications.json", diagnosis.register())
    assert "22 ordinateurs" not in plain(taken(take.buttons["report-html"])[2])
    assert len(own.state.shown().former) == len(own.state.shown().plans) == 1


def asking_for_a_computer(found: AnswerIndicators) -> int | None:
    table = found.question("pret")
    told = table.loc[table["partie"] == "ordinateur", "effectif"].iloc[0]
    return None if told is pd.NA else int(told)


def plain(page: bytes) -> str:
    return page.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_fiction_is_never_compared_with_real_families(own: PlanLab, answers: tuple[bytes, bytes]) -> None:
    take: Any = own.results.views["take"]
    start = own.settings.start
    press(start.back)
    assert take.before.widget.children == ()
    taken(take.buttons["report-html"])
    assert (take.before.former, take.before.widget.children) == ((), ())
    give(start.needs, "besoins.csv", needs_csv(own.state.fiction().needs))
    taken(take.buttons["report-html"])  # no answers are open: a plan, and no diagnosis
    assert take.before.former == ()
    assert len(own.state.shown().plans) == 1
    give(start.answers, "presque.csv", answers[0])
    assert take.before.open in take.before.widget.children
    taken(take.buttons["report-html"])
    assert len(take.before.former) == 1
    known = own.state.already
    press(start.back)
    taken(take.buttons["report-html"])
    assert (own.state.already, take.before.former) == (known, ())


def test_the_report_of_real_answers_says_how_many_lines_were_read(own: PlanLab, answers: tuple[bytes, bytes]) -> None:
    take: Any = own.results.views["take"]
    assert "Lignes lues" not in taken(take.buttons["report-html"])[2].decode()
    give(own.settings.start.answers, "reponses.csv", answers[1])
    lines = answers[1].count(b"\n") - 1
    page = taken(take.buttons["report-html"])[2].decode().replace("\u00a0", " ")
    assert f"Lignes lues : {lines}. Réponses gardées : {lines}. Refusées : 0." in page
    press(own.settings.start.back)
    assert "Lignes lues" not in taken(take.buttons["report-html"])[2].decode()


def test_cells_of_the_answers_that_are_not_read_are_said_and_their_lines_are_kept(
    own: PlanLab, answers: tuple[bytes, bytes]
) -> None:
    start, lines = own.settings.start, answers[1].count(b"\n") - 1
    for count, told in (
        (0, ""),
        (1, "1 cellule non lue, dans une ligne gardée : elle compte sans réponse à sa question"),
        (2, "2 cellules non lues, dans des lignes gardées : chacune compte sans réponse à sa question"),
    ):
        give(start.answers, "reponses.csv", answers[1].replace(b";fixe;", b";fibre;", count))
        said = start.notice.text.replace("\u00a0", " ")
        assert said.startswith("Aucune ligne refusée.")
        assert told in said
        assert ("non lue" in said) == bool(count)
        assert len(present(own.state.own_answers)) == lines


def test_there_is_one_agreement_for_each_family_that_receives(lab: PlanLab) -> None:
    take: Any = lab.results.views["take"]
    take.owner.value = "le syndicat des Essais"
    served = lab.state.allocations()["cle_4g"].served
    assert served
    name, _, content = taken(take.buttons["agreements-apart-cle-4g"])
    assert name == "conventions_cle_4g.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = {each: docx.Document(io.BytesIO(archive.read(each))) for each in archive.namelist()}
    assert sorted(sheets) == sorted(f"convention_{code}.docx" for code in served)
    for code in served:
        document = sheets[f"convention_{code}.docx"]
        written = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert re.findall(r"à la famille (\w+)", written) == [code]  # nobody else's
        assert "le syndicat des Essais" in written
        assert document.paragraphs[1].text.replace("\u00a0", " ").endswith(f"à faire relire, {OF_A_FICTION}")
    name, _, content = taken(take.buttons["agreements-print-cle-4g"])
    assert name == "conventions_cle_4g.pdf"
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert re.findall(r"à la famille (\w+)", " ".join(" ".join(pages).split())) == list(served)


def test_a_paper_says_that_its_day_is_that_of_a_scenario_in_a_fiction_alone(lab: PlanLab, own: PlanLab) -> None:
    """The papers of a fiction bore 30 November as though they were printed that day."""
    for one, fictitious in ((lab, True), (own, False)):
        take: Any = one.results.views["take"]
        page = taken(take.buttons["report-html"])[2].decode().replace("\u00a0", " ")
        assert (OF_A_FICTION in page) == fictitious
        assert long_date(one.state.today).replace("\u00a0", " ") in page


def test_papers_of_a_school_without_a_name_say_ours_and_those_of_a_fiction_say_so(lab: PlanLab, own: PlanLab) -> None:
    names = ("Notre établissement", "Établissement fictif")
    for one, said in ((own, (True, False)), (lab, (False, True))):
        take: Any = one.results.views["take"]
        typed, take.school.value = take.school.value, "  "
        page = taken(take.buttons["report-html"])[2].decode().replace("\u00a0", " ")
        assert tuple(name in page for name in names) == said
        printed = taken(take.buttons["agreements-print-ordinateur"])[2]
        heads = pypdf.PdfReader(io.BytesIO(printed)).pages[0].extract_text().replace("\u00a0", " ")
        assert tuple(name in heads for name in names) == said
        take.school.value = typed

"""La feuille A5 : deux pages au plus, balisée, et chaque case porte la touche que l'école pressera."""

import re
import unicodedata
from collections.abc import Callable
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pypdf
import pytest
from narrowing import present
from printed import across, says

from liaison.base.languages import languages
from liaison.diagnostic.questionnaire.information import LONGEST, Information
from liaison.diagnostic.questionnaire.paper import PAGES, paper, sheet, write_papers
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.questionnaire.poster import invitation, poster
from liaison.diagnostic.questionnaire.questionnaire import QuestionnaireError, family_questionnaire
from liaison.diagnostic.questionnaire.screens import PICTOGRAMS
from liaison.diagnostic.reading.tally import DIGITS, ENTER, Tally, places
from liaison.documents import to_pdf

QUESTIONNAIRE = family_questionnaire()
SITE = "https://questionnaire.example.org/"
A5_PT = (420, 595)
SAID_IN_LATIN = [code for code, one in languages().items() if one.direction == "ltr"]


def printed(code: str, level: str = "") -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(paper(code, level)))


def text_of(reader: pypdf.PdfReader) -> str:
    text = unicodedata.normalize("NFKC", " ".join(page.extract_text() for page in reader.pages))
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    "made",
    [lambda: paper("ar", "sixieme"), lambda: to_pdf(poster(invitation(SITE, "sixieme", "ar")))],
    ids=["papier", "affiche"],
)
def test_at_the_foot_of_an_arabic_page_the_class_is_on_the_right_and_the_page_number_on_the_left(
    made: Callable[[], bytes],
) -> None:
    read = pypdf.PdfReader(BytesIO(made()))
    [first, *_] = read.pages
    assert across(first, "/") < float(first.mediabox.width) / 4 < across(first, "6e")


@pytest.mark.parametrize("code", list(languages()))
def test_a_sheet_holds_on_both_sides_of_an_a5_page_and_is_accessible(code: str) -> None:
    reader = printed(code)
    assert len(reader.pages) == PAGES
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages} == {A5_PT}
    root = cast(Any, reader.root_object)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(languages()[code].tag)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert cast(Any, reader.metadata).title == phrases(code).frame("accueil-titre")


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_an_address_and_a_number_stand_whole_and_in_their_order_on_one_line(code: str) -> None:
    address, number = "protection-des-donnees-de-la-region@ac-exemple-de-normandie.example", "02 31 00 00 99"
    record = Information(contact=number, delegue=f"Mme Petit, {address}")
    # Wherever the line ends.
    for before in ("", "Mme Petit ", "Mme Dominique Petit-Lagardère "):
        moved = record.model_copy(update={"responsable": f"{before}{number}"})
        pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(paper(code, "", moved))).pages]
        lines = [line for page in pages for line in page.splitlines()]
        assert sum(address in line for line in lines) == 1
        assert sum(number in line for line in lines) == 2


def test_an_address_longer_than_a_line_is_cut_rather_than_lost() -> None:
    address = f"{'tres-longue-' * 7}@exemple.fr"
    assert len(address) <= LONGEST
    read = text_of(pypdf.PdfReader(BytesIO(paper("fr", "", Information(delegue=address)))))
    assert address not in read
    assert address in read.replace(" ", "")


@pytest.mark.parametrize("code", list(languages()))
def test_a_sheet_is_set_in_the_proportional_fonts_that_the_suite_brings(code: str) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in printed(code).pages
        for font in cast(Any, page["/Resources"])["/Font"].values()
    }
    assert fonts
    assert all("Libertinus" in name or "Vazirmatn" in name for name in fonts)
    assert any("Vazirmatn" in name for name in fonts) == (code == "ar")


@pytest.mark.parametrize("code", SAID_IN_LATIN)
def test_a_sheet_asks_every_question_with_every_answer(code: str) -> None:
    text, said = text_of(printed(code)), phrases(code)
    for item in QUESTIONNAIRE.items:
        for sentence in (said.question(item.id), *(said.part(item.id, part) for part in (*item.rows, *item.values))):
            assert re.sub(r"\s+", " ", unicodedata.normalize("NFKC", sentence)) in text, sentence


# As the pictograms are drawn, and nothing else of the sheet.
STROKE = b" 1.75 w "


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_each_question_of_a_sheet_has_a_drawing_that_a_screen_reader_leaves_out(code: str) -> None:
    written = b"".join(present(page.get_contents()).get_data() for page in printed(code).pages)
    left_out = re.findall(rb"/Artifact.*?EMC", written, re.DOTALL)
    drawn = [one.partition(STROKE)[2] for one in left_out if STROKE in one]
    wanted = [PICTOGRAMS[item.id] for item in QUESTIONNAIRE.items]
    assert len(drawn) == written.count(STROKE) == len(wanted)
    assert len(set(drawn)) == len(set(wanted))


def test_the_number_is_printed_before_its_answer_and_again_on_each_row_of_the_grid() -> None:
    text, said = text_of(printed("fr")), phrases("fr")
    for item in QUESTIONNAIRE.items:
        numbered = [f"{rank} {said.part(item.id, value)}" for rank, value in enumerate(item.values, start=1)]
        if item.rows:
            keys = " ".join(DIGITS[: len(item.values)])
            numbered = [f"{said.part(item.id, row)} {keys}" for row in item.rows]
        for one in numbered:
            assert re.sub(r"\s+", " ", unicodedata.normalize("NFKC", one)) in text, one


def test_the_number_beside_a_box_is_the_key_that_gives_this_answer() -> None:
    printed_questions = sheet(phrases("fr"))["questions"]
    assert [one["number"] for one in printed_questions] == list(range(1, 13))
    for rank, (item, row) in enumerate(places(QUESTIONNAIRE)):
        asked = next(one for one in printed_questions if one["text"] == phrases("fr").question(item.id))
        at = reduce(Tally.press, [ENTER] * rank, Tally(QUESTIONNAIRE))
        for key, said in zip(DIGITS, asked["values"], strict=False):
            after = at.press(key).sheet
            chosen = after.given[-1] if len(after.given) > rank else (item.id, row, after.ticked)
            assert [phrases("fr").part(item.id, value) for value in chosen[2]] == [said]


def test_the_level_of_the_school_is_at_the_foot_and_another_one_is_refused() -> None:
    assert "6e" in text_of(printed("fr", "sixieme"))
    assert "6e" not in text_of(printed("fr"))
    with pytest.raises(QuestionnaireError, match="sixieme"):
        paper("fr", "6e")
    with pytest.raises(QuestionnaireError, match="fr_simple"):
        paper("xx")


def test_sheets_are_written_all_together(tmp_path: Path) -> None:
    written = write_papers(tmp_path, ("fr", "en"), "cp")
    assert [path.name for path in written] == ["questionnaire_fr.pdf", "questionnaire_en.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)


@pytest.mark.parametrize("code", list(languages()))
def test_the_foot_of_a_sheet_says_that_its_translation_is_not_read_yet(code: str) -> None:
    language = languages()[code]
    *_, last = printed(code).pages
    said = says(" ".join(last.extract_text().split()), phrases(code).frame("non-relu"), language)
    assert said == (not language.reviewed)


def test_the_same_sheet_gives_the_same_file() -> None:
    assert paper("fr") == paper("fr")

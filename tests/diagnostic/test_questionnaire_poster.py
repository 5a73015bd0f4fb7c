"""L'affiche du questionnaire : ce que le code contient, et ce qui est refusé."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from printed import narrowest_point, printed, says

from liaison.base.addresses import NARROWEST_MM, AddressError, longest_address, qr_code
from liaison.base.languages import EVERY, languages
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.questionnaire.poster import invitation, poster, write_poster
from liaison.diagnostic.questionnaire.questionnaire import QuestionnaireError
from liaison.documents import Picture, to_html, to_pdf

BASE = "https://questionnaire.example.org/"


def text_of(document: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", to_html(document))).replace("\u00a0", " "))


def test_the_code_leads_to_the_choice_of_the_language_or_to_its_page_with_the_level() -> None:
    assert invitation(BASE).address == f"{BASE}index.html"
    assert invitation(f"{BASE}fr.html#niveau=cp", "sixieme").address == f"{BASE}index.html#niveau=sixieme"
    assert invitation(BASE, "sixieme", "ar").address == f"{BASE}ar.html#niveau=sixieme"


def test_what_leads_nowhere_is_refused_with_what_exists() -> None:
    with pytest.raises(AddressError, match="Exemple"):
        invitation("questionnaire")
    with pytest.raises(QuestionnaireError, match="sixieme"):
        invitation(BASE, "6e")
    with pytest.raises(QuestionnaireError, match="fr_simple"):
        invitation(BASE, code="xx")


@pytest.mark.parametrize("code", [None, EVERY])
def test_an_address_whose_code_reads_from_a_wall_is_accepted_on_one_page_and_one_sign_more_is_refused(
    code: str | None,
) -> None:
    most = longest_address(invitation(BASE, code=code).code_width_cm)
    longest = f"{BASE}{'x' * (most - len(BASE) - len('/index.html'))}/"
    chosen = invitation(longest, code=code)
    assert len(chosen.address) == most
    made = poster(chosen)
    assert len(pypdf.PdfReader(BytesIO(to_pdf(made))).pages) == 1
    assert narrowest_point(made) >= NARROWEST_MM
    with pytest.raises(AddressError, match="plus courte"):
        invitation(longest.replace("/xx", "/xxx"), code=code)


@pytest.mark.parametrize("code", [None, *(code for code, one in languages().items() if one.direction == "ltr")])
def test_the_poster_is_one_page_that_says_what_is_not_asked_and_offers_paper(code: Any) -> None:
    chosen = invitation(BASE, "sixieme", code)
    made = poster(chosen)
    assert len(pypdf.PdfReader(BytesIO(to_pdf(made))).pages) == 1
    said, shown = phrases(code or "fr"), text_of(made)
    for key in ("accueil-anonyme", "affiche-papier", "tout-est-invente"):
        assert said.frame(key).replace("\u00a0", " ") in shown
    assert (said.frame("affiche-langues") in shown) == (code is None)
    (picture,) = [block for block in made.blocks if isinstance(block, Picture)]
    assert picture.png == qr_code(chosen.address)
    assert chosen.address in picture.alt


def test_the_poster_in_every_language_says_in_each_what_it_is_and_what_to_do_with_one_code() -> None:
    chosen = invitation(BASE, "sixieme", EVERY)
    made = poster(chosen)
    assert chosen.address == f"{BASE}index.html#niveau=sixieme"
    (page,) = pypdf.PdfReader(BytesIO(to_pdf(made))).pages
    resources: Any = page["/Resources"]
    fonts = {str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()}
    assert not [name for name in fonts if "Mono" in name]
    shown, html = printed(made), to_html(made)
    assert chosen.address in shown
    for code, language in languages().items():
        for key in ("accueil-titre", "affiche-viser", "affiche-sous-le-code", "affiche-papier"):
            assert says(shown, phrases(code).frame(key), language), (code, key)
        assert f'<p lang="{language.tag}" dir="{language.direction}">' in html


@pytest.mark.parametrize("code", list(languages()))
def test_a_poster_says_that_its_translation_is_not_read_yet(code: str) -> None:
    language, unread = languages()[code], phrases(code).frame("non-relu")
    for made in (poster(invitation(BASE, "sixieme", code)), poster(invitation(BASE, "sixieme", EVERY))):
        assert says(printed(made), unread, language) == (not language.reviewed)


@pytest.mark.parametrize("code", [None, "ar", EVERY])
def test_the_poster_has_drawings_that_a_screen_reader_leaves_out(code: Any) -> None:
    html = to_html(poster(invitation(BASE, code=code)))
    drawn = re.findall(r"<svg [^>]*>", html)
    assert len(drawn) >= 4
    assert all('aria-hidden="true"' in one for one in drawn)


def test_the_arabic_poster_reads_from_right_to_left() -> None:
    assert 'dir="rtl"' in to_html(poster(invitation(BASE, code="ar")))


def test_the_three_files_are_written(tmp_path: Path) -> None:
    names = [path.name for path in write_poster(invitation(BASE), tmp_path)]
    assert names == ["affiche_questionnaire.docx", "affiche_questionnaire.pdf", "affiche_questionnaire.html"]

"""The loan agreement: the contents that it must have, blanks for whoever signs, a code and never a name."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path
from typing import Any, cast

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from narrowing import present
from support.making import needs
from word_processor import docx_pages, needs_word_processor

from liaison.documents import Document, Heading, NatureBadge, Signatures, Source, to_docx, to_html, to_pdf
from liaison.documents.content import inlines
from liaison.rules import rule
from liaison.support.loans.agreement import (
    CLAUSES,
    AgreementError,
    LoanTerms,
    agreement,
    agreements,
    agreements_of,
    clause_title,
)
from liaison.support.loans.loans import LoanSettings, Stock, allocate
from liaison.support.vocabulary import ITEMS

DAY = dt.date(2026, 11, 25)
TERMS = LoanTerms("Collège des Tilleuls (fictif)", dt.date(2026, 12, 1), dt.date(2027, 6, 25))


def words(document: Document) -> str:
    return " ".join(part.text for part in inlines(document)).replace("\u00a0", " ")


def lines(document: Document) -> list[str]:
    return [line for block in document.blocks if isinstance(block, Signatures) for line in block.lines]


@pytest.mark.parametrize("item", ITEMS)
def test_the_agreement_has_everything_that_the_rule_lists_and_what_is_to_be_filled_in(item: Any) -> None:
    found = agreement(item, "F012", TERMS, DAY)
    titles = [block.text for block in found.blocks if isinstance(block, Heading)]
    listed = rule("accompagnement/convention", DAY).value
    assert set(listed) == set(CLAUSES)
    places = [titles.index(clause_title(name).replace(" ", " ")) for name in listed]
    assert places == sorted(places)
    for needed in ("Élève, classe", "Responsable légal", "Adresse", "Son adresse", "Numéro d'inventaire"):
        assert any(line.startswith(needed) for line in lines(found)), needed
    assert "1er décembre 2026" in words(found)
    assert "25 juin 2027" in words(found)
    assert "sans dépôt de garantie" in words(found)
    assert "{" not in words(found)


def test_the_two_duties_of_the_code_civil_are_law_and_the_rest_is_not() -> None:
    found = agreement("ordinateur", "F012", TERMS, DAY)
    cited = [block for block in found.blocks if isinstance(block, Source)]
    assert [one.nature for one in cited].count("loi") == 2
    law = [part for part in inlines(found) if isinstance(part, NatureBadge) and part.nature == "loi"]
    assert len(law) == 2
    assert "obligation légale" not in words(found)


@pytest.mark.parametrize("item", ITEMS)
def test_the_agreement_promises_no_workshop_that_no_plan_holds(item: Any) -> None:
    said = words(agreement(item, "F012", TERMS, DAY))
    assert "chaque famille" not in said
    assert "quels ateliers se tiennent" in said


def test_before_the_rules_the_agreement_says_nothing_that_rests_on_them() -> None:
    found = agreement("ordinateur", "F012", TERMS, dt.date(2020, 1, 1))
    assert not [block for block in found.blocks if isinstance(block, Source)]
    assert clause_title("usage") in [block.text for block in found.blocks if isinstance(block, Heading)]


def test_a_key_and_a_computer_do_not_say_the_same() -> None:
    key, computer = (words(agreement(item, "F012", TERMS, DAY)) for item in ("cle_4g", "ordinateur"))
    assert "forfait" in key
    assert "forfait" not in computer
    assert "efface" in computer
    assert "efface" not in key


@pytest.mark.parametrize(
    ("kind", "owner"),
    [("ecole", "la commune"), ("college", "le département"), ("lgt", "la région"), ("lp", "la région")],
)
def test_the_owner_is_the_usual_one_unless_it_is_given(kind: Any, owner: str) -> None:
    usual = agreement("ordinateur", "F1", LoanTerms("École", TERMS.lent_on, TERMS.back_on, kind), DAY)
    assert f"Pour {owner}, date" in lines(usual)
    given = LoanTerms("École", TERMS.lent_on, TERMS.back_on, kind, owner="la métropole")
    assert "Pour la métropole, date" in lines(agreement("ordinateur", "F1", given, DAY))


def test_each_family_that_receives_has_its_sheet_in_the_order_of_the_loans() -> None:
    table = needs(*[{"demande_ordinateur": True, "enfants": count} for count in (1, 2, 3)])
    loans = allocate(
        table,
        LoanSettings(nom="a", stock={"ordinateur": Stock(nombre=2)}, priorites={"ordinateur": ("fratrie",)}),
        1,
        DAY,
    )
    found = agreements(loans["ordinateur"], TERMS, DAY)
    titles = [block.text for block in found.blocks if isinstance(block, Heading) and block.level == 1]
    loans_of = [title for title in titles if title != "Sources"]
    assert loans_of == ["Prêt d'un ordinateur à la famille F003", "Prêt d'un ordinateur à la famille F002"]
    with pytest.raises(AgreementError, match="Aucune famille"):
        agreements_of("ordinateur", [], TERMS, DAY)


def test_each_agreement_of_a_batch_is_a_paper_by_itself_with_its_title_its_sources_and_its_pages() -> None:
    batch = agreements_of("ordinateur", ["F012", "F003"], TERMS, DAY)
    first, last = (agreement("ordinateur", code, TERMS, DAY) for code in ("F012", "F003"))
    assert pages(batch) == [*pages(first), *pages(last)]
    assert len(pages(first)) == 2  # a leaf, printed on both sides
    assert written(batch) == [*written(first), *written(last)]
    assert sentences(batch) == [*sentences(first), *sentences(last)]
    assert to_html(batch).count('id="source-1"') == 1


def pages(document: Document) -> list[str]:
    """What is read on each page of the PDF: two letters said on one page stand on one sheet."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(to_pdf(document))).pages]


def written(document: Document) -> list[str]:
    """What is read in the DOCX, without the line that only turns the page."""
    found = docx.Document(io.BytesIO(to_docx(document))).paragraphs
    return [paragraph.text for paragraph in found if paragraph.text.strip()]


def sentences(document: Document) -> list[str]:
    """What is read in the page, its own footer aside."""
    (main,) = re.findall(r"<main>(.*)</main>", to_html(document), re.DOTALL)
    return [text for text in re.split(r"<[^>]+>", main) if text.strip()]


def test_the_three_files_are_made_and_hold_the_code(tmp_path: Path) -> None:
    found = agreements_of("cle_4g", ["F012", "F003"], TERMS, DAY)
    assert to_pdf(found).startswith(b"%PDF")
    page = to_html(found)
    assert page.count("F012") >= 1
    written = docx.Document(io.BytesIO(to_docx(found)))
    text = "\n".join(paragraph.text for paragraph in written.paragraphs)
    assert re.search(r"famille\s+F003", text)


def heights(document: Document, *starts: str) -> list[float]:
    """How high, in points, the lines that start so stand on the first page of the PDF."""
    found: dict[str, float] = {}

    def look(text: str, matrix: Any, place: Any, *_font: object) -> None:
        for start in starts:
            if text.strip().startswith(start):
                found.setdefault(start, matrix[3] * place[5] + matrix[5])

    pypdf.PdfReader(io.BytesIO(to_pdf(document))).pages[0].extract_text(visitor_text=look)
    return [found[start] for start in starts]


def test_a_line_to_fill_in_takes_no_more_room_in_docx_than_in_pdf() -> None:
    """It took half as much again: the DOCX had a page more."""
    found = agreement("ordinateur", "F012", TERMS, DAY)
    above, below = heights(found, "Marque", "Numéro")
    styles = docx.Document(io.BytesIO(to_docx(found))).styles
    line, normal = (cast("ParagraphStyle", styles[name]) for name in ("Signature", "Normal"))
    size, spacing = present(normal.font.size).pt, cast("float", normal.paragraph_format.line_spacing)
    around = present(line.paragraph_format.space_before).pt + present(line.paragraph_format.space_after).pt
    assert 20 < around + 1.15 * size * spacing <= abs(above - below)  # a line of Arial is 1.15 times its size


def test_a_heading_of_the_docx_stays_with_what_follows_and_no_page_is_turned_inside_an_agreement() -> None:
    made = docx.Document(io.BytesIO(to_docx(agreement("ordinateur", "F012", TERMS, DAY))))
    headings = [present(line.style) for line in made.paragraphs if present(line.style).name.startswith("Heading")]
    assert len(headings) > len(CLAUSES)
    assert all(style.element.find(f".//{qn('w:keepNext')}") is not None for style in headings)
    assert len(made.sections) == 1
    assert not [one for one in made.element.body.iter(qn("w:br")) if one.get(qn("w:type")) == "page"]
    assert not list(made.element.body.iter(qn("w:pageBreakBefore")))


@needs_word_processor
def test_a_word_processor_lays_the_docx_out_on_as_many_pages_as_the_pdf(tmp_path: Path) -> None:
    """Sources alone on a third page: the sheet handed to a family was two leaves of paper."""
    long = LoanTerms(
        "Collège Marguerite-Yourcenar des Tilleuls (fictif)",
        TERMS.lent_on,
        TERMS.back_on,
        help_contact="à la vie scolaire, de 8 h à 17 h, ou auprès de la référente numérique, le mardi au CDI",
    )
    made = {
        f"{item}_{name}": agreement(item, "F012", terms, DAY)
        for item in ITEMS
        for name, terms in (("court", TERMS), ("long", long))
    }
    pages_of = docx_pages(made, tmp_path)
    for name, document in made.items():
        laid_out = [page.splitlines() for page in pages_of[name]]
        assert len(laid_out) == len(pages(document)) == 2, name
        # Its footer aside, no page ends on a heading.
        titles = {block.text for block in document.blocks if isinstance(block, Heading)}
        assert titles.isdisjoint(lines[-1].strip() for lines in laid_out)


def test_a_return_before_the_loan_is_refused() -> None:
    LoanTerms("École", DAY, DAY + dt.timedelta(days=1))
    with pytest.raises(AgreementError, match="doit suivre la remise"):
        LoanTerms("École", DAY, DAY)

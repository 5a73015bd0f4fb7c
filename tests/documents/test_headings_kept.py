"""Un titre, et la phrase qui le présente, ne finissent jamais une page : ce qu'ils annoncent commence sous eux."""

import datetime as dt
from io import BytesIO

import docx
import pypdf
import pytest
from diagnostic.fictitious_school import ALL_WAYS, received
from docx.text.paragraph import Paragraph as DocxParagraph

from liaison.diagnostic.counting.indicators import indicators
from liaison.diagnostic.papers.report import report
from liaison.documents import (
    Bar,
    Block,
    Document,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Table,
    bars,
    bullets,
    heading,
    paragraph,
    to_docx,
    to_html,
    to_pdf,
)
from liaison.documents.content import introductions
from liaison.school.fictitious.generator import school_from
from liaison.support.fictitious import fictitious_needs
from liaison.support.loans.loans import LOAN_SETTINGS
from liaison.support.papers.council_report import council_report
from liaison.support.plan.plan import PlanSettings, make_plan
from liaison.support.workshops.settings import WORKSHOP_SETTINGS

DAY, LENT = dt.date(2026, 11, 25), dt.date(2026, 12, 7)
FILLER = "Ligne de remplissage."
AFTER: dict[str, tuple[Block, ...]] = {
    "list": (bullets("Premier point.", "Second point."),),
    "table": (Table(caption="Tableau annoncé", header=("Un", "Deux"), rows=(("a", "b"),)),),
    "long table": (
        Table(
            caption="Tableau annoncé",
            header=("Un", "Deux"),
            rows=tuple(("a " * 60, "b") for _ in range(12)),
        ),
    ),
    "heading": (heading(2, "Sous-titre annoncé"), bullets("Premier point.")),
}


def words(text: str) -> str:
    return " ".join(text.split())


def ends_of_pages(document: Document) -> list[str]:
    """Return what each page but the last ends with, its footer apart."""
    pages = [words(page.extract_text()) for page in pypdf.PdfReader(BytesIO(to_pdf(document))).pages]
    return [words(page.partition(words(document.footer))[0] or page) for page in pages[:-1]]


def announcements(document: Document) -> list[str]:
    """Return every heading, and every introduction under one; a picture has no words that would follow its title."""
    blocks = document.blocks
    titles = [block.text for block in blocks if isinstance(block, Heading)]
    ranks = [rank for rank in introductions(blocks) if not isinstance(blocks[rank + 1], Picture)]
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    return [*titles, *captions, *("".join(getattr(part, "text", "") for part in blocks[rank].parts) for rank in ranks)]  # type: ignore[union-attr]


def check_kept(document: Document) -> None:
    ends = ends_of_pages(document)
    for announced in announcements(document):
        assert not [end for end in ends if end.endswith(words(announced))], announced


def short(lines: int, after: str) -> Document:
    blocks = [
        *(paragraph(FILLER) for _ in range(lines)),
        heading(1, "Avec qui"),
        paragraph("Une phrase présente ce qui suit."),
        *AFTER[after],
    ]
    return Document(title="Essai", author="École", created=DAY, footer="Pied de page", blocks=tuple(blocks))


@pytest.mark.parametrize("after", AFTER)
def test_a_heading_and_its_introduction_open_the_page_of_what_they_announce(after: str) -> None:
    turned = 0
    for lines in range(38, 50):
        document = short(lines, after)
        turned += len(ends_of_pages(document))
        check_kept(document)
    assert turned > 2  # the end of a page was met


def test_the_title_of_a_picture_is_on_its_page_in_the_pdf_and_in_the_docx() -> None:
    picture = bars("Un constat.", [Bar(label="a", count=1)] * 6, "Familles").model_copy(update={"svg": ""})
    turned = 0
    for lines in range(30, 44):
        blocks = (*(paragraph(FILLER) for _ in range(lines)), paragraph("Un constat."), picture)
        document = Document(title="Essai", created=DAY, blocks=blocks)
        pages = pypdf.PdfReader(BytesIO(to_pdf(document))).pages
        assert [bool(page.images) for page in pages] == ["Un constat." in page.extract_text() for page in pages]
        turned += len(pages) > 1
        titles = [line for line in docx.Document(BytesIO(to_docx(document))).paragraphs if line.text == "Un constat."]
        assert [line.paragraph_format.keep_with_next for line in titles] == [True]
    assert 0 < turned < 14


def test_the_papers_of_the_plan_and_of_the_diagnosis_end_no_page_with_a_heading() -> None:
    answers = received(*ALL_WAYS)
    check_kept(report(indicators(answers), "École", DAY))
    needs = fictitious_needs(school_from("college_rep_plus", 7), 7)
    loans, workshops = LOAN_SETTINGS.load("exemple"), WORKSHOP_SETTINGS.load("exemple")
    for seed in range(3):
        settings = PlanSettings(loans=loans, workshops=workshops, seed=seed, zone="C", lent_on=LENT, on=DAY)
        check_kept(council_report(make_plan(needs, settings), "École"))


def test_the_introduction_is_kept_in_the_other_formats_too() -> None:
    document = short(1, "list")
    lines: list[DocxParagraph] = docx.Document(BytesIO(to_docx(document))).paragraphs
    kept = {line.text: line.paragraph_format.keep_with_next for line in lines}
    assert kept["Une phrase présente ce qui suit."]
    assert not kept[FILLER]
    assert ":has(" in to_html(document)


def test_only_a_paragraph_between_a_heading_and_what_it_announces_is_an_introduction() -> None:
    blocks = (heading(1, "A"), paragraph("b"), paragraph("c"), heading(1, "D"), paragraph("e"), bullets("f"))
    assert [type(blocks[rank]) for rank in introductions(blocks)] == [Paragraph]
    assert introductions(blocks) == frozenset((4,))
    assert isinstance(blocks[5], Listing)


def test_a_paragraph_under_a_heading_announces_the_headings_below_that_one_and_no_other() -> None:
    sections = (heading(1, "A"), paragraph("b"), heading(1, "C"), paragraph("d"), heading(2, "E"), paragraph("f"))
    assert introductions(sections) == frozenset((3,))
    assert introductions((*sections, heading(1, "G"))) == frozenset((3,))

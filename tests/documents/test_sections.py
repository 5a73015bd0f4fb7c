"""Un document par parties, pour un écran qui a son titre : tout ce que dit sa page, et rien d'autre."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from liaison.documents import (
    Document,
    NatureBadge,
    NewPaper,
    PageSection,
    Signatures,
    Source,
    Table,
    bold,
    bullets,
    heading,
    link,
    paragraph,
    to_html,
    to_sections,
)

DOCUMENT = Document(
    title="Charte",
    subtitle="École <b>Jean</b>",
    blocks=(
        paragraph("Douze ", bold("familles"), " attendent."),
        heading(1, "Heures"),
        heading(2, "Le soir"),
        Table(
            caption="Qui et quand",
            header=("Qui", "Quand", "Nature"),
            rows=[("Élèves", "20 h", (NatureBadge(nature="loi", source=1),)), ("Parents", "21 h", "")],
        ),
        bullets("un", link("deux", "https://example.org/")),
        heading(1, "Adoption"),
        Signatures(lines=("Pour l'école",)),
        heading(1, "Sources"),
        Source(number=1, nature="loi", parts="Un texte."),
        NewPaper(title="Notice"),
        paragraph("Pour les parents."),
    ),
)


def elements(nodes: list[Any]) -> Iterator[tuple[str, dict[str, str], list[Any]]]:
    for node in nodes:
        if not isinstance(node, str):
            tag, attributes, *held = node
            yield tag, attributes, held
            yield from elements(held)


def words(nodes: list[Any]) -> str:
    return " ".join(node if isinstance(node, str) else words(node[2:]) for node in nodes)


def test_the_sections_say_what_the_page_says_in_its_order() -> None:
    page = to_html(DOCUMENT).partition("</h1>")[2]
    said = " ".join(f"{section.title} {words(section.nodes)}" for section in to_sections(DOCUMENT))
    assert "".join(said.split()) == "".join(unescape(re.sub("<[^>]*>", "", page)).split())


def test_each_section_says_what_its_first_table_holds_and_whether_it_comes_after_the_signatures() -> None:
    assert [(section.title, section.caption, section.after) for section in to_sections(DOCUMENT)] == [
        ("", "", False),
        ("Heures", "Qui et quand", False),
        ("Adoption", "", False),
        ("Sources", "", True),
        ("Notice", "", True),
    ]


def hours() -> PageSection:
    return to_sections(DOCUMENT)[1]


def test_a_heading_under_a_section_is_one_rank_lower_than_in_the_page() -> None:
    assert "<h3>Le soir</h3>" in to_html(DOCUMENT)
    assert ["h4", {}, "Le soir"] in hours().nodes


def test_a_cell_says_its_column_and_its_role_where_the_rows_of_a_table_are_cards() -> None:
    found = [(tag, held.get("role"), held.get("data-titre")) for tag, held, _nodes in elements(hours().nodes)]
    assert [each for each in found if each[0] in ("th", "td")] == [
        *[("th", "columnheader", None)] * 3,
        *[("th", "rowheader", None), ("td", "cell", "Quand"), ("td", "cell", "Nature")] * 2,
    ]
    assert {("table", "table", None), ("thead", "rowgroup", None), ("tr", "row", None)} <= set(found)


def test_what_a_document_holds_never_becomes_an_element() -> None:
    assert to_sections(DOCUMENT)[0].nodes[0] == ["p", {"class": "subtitle"}, "École <b>Jean</b>"]

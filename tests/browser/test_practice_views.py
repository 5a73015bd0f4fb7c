"""Chaque vue de l'ENT d'entraînement : étroite, en gros caractères, touchée du doigt, imprimée."""

import json
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from browser.practice_walk import FIRST, holds, put_back, start, view
from playwright.sync_api import Page

VIEWS = [
    "langue",
    "accueil",
    "parcours",
    "serie",
    "mission",
    "promenade",
    "fini",
    "memo",
    "aide",
    "fiche",
    "reseau",
    "composer",
    "effacer",
]


def show(page: Page, name: str) -> None:
    """Open a view of the frame directly, as a reload would."""
    kept = {
        "version": 1,
        "place": {"view": name, "trail": ["langue"], "done": [FIRST], "list": [FIRST], "mission": FIRST},
    }
    put_back(page, json.dumps(kept))
    page.tap("[data-do=go-on]")
    assert view(page) == name


def begun(page: Page) -> None:
    """Begin the first mission: what it asks stands above the screen."""
    show(page, "mission")
    page.tap("[data-do=start]")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_every_view_passes_axe_and_holds_in_320_and_360_px_with_the_text_twice_as_large(
    open_practice: Callable[..., Page], axe: Callable[..., None], code: str
) -> None:
    page = open_practice(code)
    places: list[Callable[[], None]] = [lambda name=name: show(page, name) for name in VIEWS]  # type: ignore[misc]
    places += [
        lambda: start(page, session="responsable1", ecran="menu"),
        lambda: start(page, session="responsable1", ecran="messagerie"),
        lambda: start(page, ecran="connexion_responsable", identifiant="n_benali"),
        lambda: begun(page),
    ]
    for place in places:
        place()
        axe(page)
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        # The page tightens itself once it has seen how little room is left: only then is it measured.
        holds(page, "document.querySelector('.carnets-phone').classList.contains('serre')")
        # On a wider page, less goes to the line: what stays beside may go out.
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 640})
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{view(page)} dépasse de {wide} px à {width}"
        # « Retour » and « Aide » stay whole words.
        lines = page.evaluate(
            "[...document.querySelectorAll('.barre-haute .bouton span')].map((one) => {"
            " const words = document.createRange(); words.selectNodeContents(one);"
            " return words.getClientRects().length; })"
        )
        assert set(lines) <= {1}, view(page)
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.set_viewport_size({"width": 360, "height": 740})


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_every_target_is_44_px(open_practice: Callable[..., Page], code: str) -> None:
    page = open_practice(code)
    start(page, session="responsable1", ecran="messagerie")
    small = page.evaluate(
        "() => [...document.querySelectorAll('#pratique :is(button, a, summary, label.choix)')].filter((one) => {"
        " const box = one.getBoundingClientRect(); return box.width && (box.height < 44 || box.width < 44); })"
        ".map((one) => one.outerHTML.slice(0, 80))"
    )
    assert small == []


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_memo_prints_alone_on_one_page(open_practice: Callable[..., Page], size: str) -> None:
    page = open_practice()
    show(page, "memo")
    page.emulate_media(media="print")
    assert page.locator(".memo").is_visible()
    assert not page.locator(".barre-haute").is_visible()
    assert not page.locator("[data-do=print]").is_visible()
    assert page.pdf(format=size).count(b"/Type /Page\n") == 1
    # « Ma fiche » too, on the larger; on the smaller, nobody's card is cut between two pages.
    show(page, "fiche")
    read = pypdf.PdfReader(BytesIO(page.pdf(format=size)))
    pages = [" ".join(unicodedata.normalize("NFKC", one.extract_text()).split()) for one in read.pages]
    assert len(pages) <= {"A4": 1, "A5": 2}[size]
    cards = [one.split("\n") for one in page.locator(".identite").all_inner_texts()]
    assert len(cards) == 5
    for lines in cards:
        assert any(all(" ".join(line.split()) in text for line in lines) for text in pages), lines


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_memo_is_kept_as_a_picture(open_practice: Callable[..., Page], code: str, tmp_path: Path) -> None:
    page = open_practice(code)
    show(page, "memo")
    with page.expect_download() as download:
        page.tap("[data-do=image]")
    download.value.save_as(tmp_path / "memo.png")
    assert (tmp_path / "memo.png").read_bytes().startswith(b"\x89PNG")

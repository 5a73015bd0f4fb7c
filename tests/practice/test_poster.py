"""L'affiche d'un parcours et la fiche d'accompagnement : ce que le code contient, ce qui est refusé."""

from __future__ import annotations

import itertools
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
import segno
from printed import narrowest_point, printed, says

from liaison.base.addresses import NARROWEST_MM, AddressError, longest_address, qr_code, site_address
from liaison.base.languages import EVERY, languages
from liaison.documents import Picture, to_html, to_pdf
from liaison.phone.words import frame_words
from liaison.practice.compiled import wording
from liaison.practice.poster import (
    PosterError,
    advice_sheet,
    poster,
    route,
    write_poster,
)
from liaison.practice.scenario import practice_scenario

BASE = "https://ent-pratique.example.org/"
PATHS = [path.id for path in practice_scenario().paths]
MISSIONS = list(practice_scenario().missions)


def text_of(document: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", to_html(document))).replace("\u00a0", " "))


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        (BASE, BASE),
        ("https://ent-pratique.example.org", BASE),
        (f"{BASE}index.html", BASE),
        (f" {BASE}fr.html#parcours=x ", BASE),
        ("http://10.0.0.4:8000/pratique?langue=ar", "http://10.0.0.4:8000/pratique/"),
    ],
)
def test_the_address_of_any_page_of_the_site_gives_its_folder(given: Any, folder: Any) -> None:
    assert site_address(given) == folder


@pytest.mark.parametrize("given", ["", "pratique", "file:///pratique/", "https://", "ftp://a.example/", "http://a b/"])
def test_what_a_phone_cannot_open_is_refused_with_an_example(given: str) -> None:
    with pytest.raises(AddressError, match="Exemple"):
        site_address(given)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({}, "l'un des deux"),
        ({"path": PATHS[0], "missions": MISSIONS[:1]}, "l'un des deux"),
        ({"path": "lune"}, PATHS[0]),
        ({"missions": ["lune"]}, MISSIONS[0]),
        ({"path": PATHS[0], "code": "xx"}, "fr_simple"),
    ],
)
def test_a_route_that_leads_nowhere_is_refused_with_what_exists(asked: Any, told: Any) -> None:
    with pytest.raises(PosterError, match=told):
        route(BASE, **asked)


def test_without_a_language_the_code_leads_to_the_choice_of_one_and_with_one_to_its_page() -> None:
    assert route(BASE, path=PATHS[0]).address == f"{BASE}index.html#parcours={PATHS[0]}"
    assert route(BASE, path=PATHS[0], code="fr").address == f"{BASE}fr.html#parcours={PATHS[0]}"


def test_composed_missions_keep_their_order_and_each_is_named_once() -> None:
    first, second = MISSIONS[0], MISSIONS[-1]
    found = route(BASE, [second, first, second])
    assert found.missions == tuple(dict.fromkeys((second, first)))
    assert found.address.endswith(f"#missions={','.join(found.missions)}")


@pytest.mark.parametrize("code", [None, EVERY])
def test_an_address_whose_code_reads_from_a_wall_is_accepted_on_one_page_and_one_sign_more_is_refused(
    code: str | None,
) -> None:
    ending = f"/index.html#parcours={PATHS[0]}"
    most = longest_address(route(BASE, path=PATHS[0], code=code).code_width_cm)
    longest = "https://a.example/" + "x" * (most - len("https://a.example/") - len(ending))
    chosen = route(longest, path=PATHS[0], code=code)
    assert len(chosen.address) == most
    made = poster(chosen)
    assert chosen.address in printed(made).replace(" ", "")
    assert narrowest_point(made) >= NARROWEST_MM
    # A ready-made path has no fewer missions to choose.
    with pytest.raises(PosterError, match="poser le site à une adresse plus courte"):
        route(f"{longest}x", path=PATHS[0], code=code)


def test_too_long_an_address_is_shortened_by_fewer_missions_where_that_is_enough() -> None:
    every = list(practice_scenario().missions)
    with pytest.raises(PosterError, match="moins de missions, ou un parcours tout fait"):
        route(BASE, every)
    for missions in (every, every[:1]):
        with pytest.raises(PosterError, match="poser le site à une adresse plus courte"):
            route(f"{BASE}{'x' * 240}/", missions)


@pytest.mark.parametrize("path", PATHS)
def test_the_poster_of_every_ready_made_path_is_one_page_that_names_its_missions(path: Any) -> None:
    chosen = route(BASE, path=path)
    made = poster(chosen)
    assert len(pypdf.PdfReader(BytesIO(to_pdf(made))).pages) == 1
    shown = text_of(made)
    t = wording("fr")
    for name in chosen.missions:
        assert t(f"mission-{name}").rstrip(".").replace("\u00a0", " ") in shown
    minutes = sum(practice_scenario().missions[name][1].minutes for name in chosen.missions)
    assert f"Comptez {minutes} minutes" in shown
    (picture,) = [block for block in made.blocks if isinstance(block, Picture)]
    assert picture.png == qr_code(chosen.address)
    assert chosen.address in picture.alt


@pytest.mark.parametrize("code", list(languages()))
def test_a_poster_of_any_path_is_one_page_that_says_that_its_translation_is_not_read_yet(code: str) -> None:
    language, unread = languages()[code], frame_words(code)["non-relu"]
    for path, asked in itertools.product(PATHS, (code, EVERY)):
        assert says(printed(poster(route(BASE, path=path, code=asked))), unread, language) == (not language.reviewed)


def test_the_code_holds_the_address_and_nothing_else() -> None:
    # segno read the other way: the same address gives the same points, another one gives others.
    address = route(BASE, path=PATHS[0]).address
    expected = BytesIO()
    segno.make(address, error="q", micro=False).save(expected, kind="png", scale=12, border=4)
    assert qr_code(address) == expected.getvalue() != qr_code(f"{address}x")


def test_the_advice_sheet_says_for_each_mission_what_to_look_at_and_what_not_to_do() -> None:
    shown = text_of(advice_sheet(MISSIONS))
    t = wording("fr")
    for name in MISSIONS:
        for part in ("", ".regarder", ".ne-pas-faire"):
            assert t(f"mission-{name}{part}").replace("\u00a0", " ") in shown


def test_the_four_files_are_written(tmp_path: Path) -> None:
    names = [path.name for path in write_poster(route(BASE, path=PATHS[0]), tmp_path / "affiches")]
    assert names == ["affiche.docx", "affiche.pdf", "affiche.html", "fiche_accompagnement.pdf"]
    assert all((tmp_path / "affiches" / name).stat().st_size > 1000 for name in names)


@pytest.mark.parametrize("asked", [*({"path": path} for path in PATHS), {"missions": MISSIONS[:5]}])
def test_the_poster_in_every_language_says_in_each_what_it_is_and_what_to_do_with_one_code(asked: Any) -> None:
    chosen = route(BASE, **asked, code=EVERY)
    made = poster(chosen)
    assert chosen.address == route(BASE, **asked).address
    page, html = printed(made), to_html(made)
    titles = ["affiche-titre", *([f"parcours-{chosen.path}"] if chosen.path else [])]
    for code, language in languages().items():
        for key in (*titles, "affiche-etape-code", "affiche-etape-viser", "affiche-sous-le-code"):
            assert says(page, wording(code)(key), language), (code, key)
        assert f'<p lang="{language.tag}" dir="{language.direction}">' in html


@pytest.mark.parametrize("code", [None, "fr", "ar", "uk", EVERY])
@pytest.mark.parametrize("asked", [{"path": PATHS[0]}, {"missions": MISSIONS[:2]}])
def test_the_address_that_is_printed_is_the_one_that_opens_the_missions(asked: Any, code: Any) -> None:
    chosen = route(BASE, **asked, code=code)
    assert "#" in chosen.address
    assert chosen.address in printed(poster(chosen)).replace(" ", "")


@pytest.mark.parametrize("code", [None, "ar", EVERY])
def test_the_poster_has_drawings_that_a_screen_reader_leaves_out(code: Any) -> None:
    drawn = re.findall(r"<svg [^>]*>", to_html(poster(route(BASE, path=PATHS[0], code=code))))
    assert len(drawn) >= 4
    assert all('aria-hidden="true"' in one for one in drawn)

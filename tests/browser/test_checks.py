"""Les contrôles des essais voient ce qu'ils disent voir : chacun est mis en défaut une fois."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from waiting import look_until

CLEAN = """<html lang="fr"><title>Essai</title><main><h1>Essai</h1><button>Voir</button><p>Texte</p></main></html>"""


def test_axe_sees_a_button_without_a_name_and_text_without_contrast(page: Page, axe: Callable[..., None]) -> None:
    page.set_content(CLEAN)
    axe(page)
    page.set_content(CLEAN.replace("<button>Voir", "<button>"))
    with pytest.raises(AssertionError, match="button-name"):
        axe(page)
    page.set_content(CLEAN.replace("<p>", '<p style="color:#bbb;background:#fff">'))
    with pytest.raises(AssertionError, match="color-contrast"):
        axe(page)


def test_axe_judges_no_colour_half_way_through_a_fade(page: Page, axe: Callable[..., None]) -> None:
    page.set_content(CLEAN.replace("<p>", '<p style="color:#bbb;background:#fff;transition:color 900ms">'))
    page.evaluate("() => { document.body.offsetHeight; document.querySelector('p').style.color = '#000'; }")
    axe(page)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("console.error('essai')", "console"),
        ("setTimeout(() => { throw new Error('essai') })", "erreur JavaScript"),
        ("fetch('http://127.0.0.2:9/').catch(() => null)", "appel à un autre hôte"),
    ],
)
def test_a_page_notes_what_no_page_of_the_suite_may_do(page: Page, fault: str, told: str) -> None:
    page.set_content(CLEAN)
    assert page.faults == []  # type: ignore[attr-defined]
    page.evaluate(fault)
    look_until(page, lambda: any(told in one for one in page.faults))  # type: ignore[attr-defined]
    page.faults.clear()  # type: ignore[attr-defined]

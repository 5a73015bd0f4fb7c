"""L'image de README se reprend, et tout ce qui s'y lit se lit encore sur la page, ou cet essai le dit."""

from collections import Counter

import yaml
from picture import READ, SHOWN, SIZE, open_result, picture
from playwright.sync_api import Page
from project.test_door import PICTURE_KIB


def test_the_picture_of_the_readme_is_taken_of_the_suite_and_what_is_read_in_it_is_still_read_there(
    page: Page, suite_url: str
) -> None:
    page.set_viewport_size(SIZE)
    clip = open_result(page, suite_url)
    pictured: Counter[str] = Counter(yaml.safe_load(SHOWN.read_text(encoding="utf-8")))
    assert len(pictured) > 20
    # Lower too: where the letters of a machine are larger, the last lines are further down.
    shown = Counter(page.evaluate(READ, {**clip, "height": 2 * clip["height"]}))
    assert not pictured - shown, "l'image de README a vieilli : lancez « nox -s picture »"
    taken = picture(page, clip)
    assert taken[8:12] == b"WEBP"
    assert len(taken) <= PICTURE_KIB * 1024

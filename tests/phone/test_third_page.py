"""Une troisième page tient dans la pièce avec ses seuls fichiers : ni script pour la lancer, ni type qui lui manque."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from javascript import DENO, printed
from third_page import SCRIPT, scenario, third_page, third_site

from widgets.phone.page import PhonePage

# A device whose storage is empty but for what the page itself writes there.
DEVICE = """
const all = new Map();
const storage = { getItem: (name) => all.get(name) ?? null, setItem: (name, text) => all.set(name, text),
  removeItem: (name) => all.delete(name) };
for (const [name, value] of Object.entries({ localStorage: storage, location: { pathname: "/" } })) {
  Object.defineProperty(globalThis, name, { value });
}
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> PhonePage:
    return third_page(tmp_path_factory.mktemp("widgets"))


def test_its_script_is_read_for_its_types_like_any_module(page: PhonePage) -> None:
    assert "@ts-" not in SCRIPT.read_text(encoding="utf-8")
    settings = Path(__file__).parents[2] / "deno.json"
    command = [str(DENO), "check", "--quiet", "--config", str(settings), str(page.entry)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_its_site_is_made_of_the_scripts_of_the_room_alone(page: PhonePage) -> None:
    site = third_site(page)
    assert 'openPage("cahier", () => in_cahier);' in site["fr.html"]
    assert site.keys() == {"index.html", "fr.html", "sw.js"}


@pytest.mark.parametrize("missing", ["tout-est-invente", "nom", "accueil-titre", "retour", "lu", "oui", "non"])
def test_a_word_that_it_says_and_does_not_bring_stops_it_from_being_made(page: PhonePage, missing: str) -> None:
    """A family would read the name of the word."""
    made = scenario()
    words = dict(made["words"])
    del words[missing]
    page.scenario(made)
    with pytest.raises(ValueError, match=rf"cahier.*fr.*{missing}"):
        page.scenario(made | {"words": words})


def kept(page: PhonePage, place: dict[str, Any], look: str) -> dict[str, Any]:
    """What comes back of a place that was written on the device."""
    memory = (page.entry.parents[1] / "phone" / "memory.js").as_uri()
    script = f"""import {{ among, listed, openMemory }} from "{memory}";{DEVICE}
    const [scenario, look] = [{json.dumps(scenario())}, {{ memoryKey: "cahier", views: {{ accueil: 0 }}, {look} }}];
    openMemory(scenario, look).write({json.dumps(place)}, null);
    console.log(JSON.stringify([openMemory(scenario, look).read(), all.get("cahier/")]));"""
    read, written = json.loads(printed(script))
    assert read["state"] is None
    assert json.loads(written)["place"].keys() == read["place"].keys()
    return dict(read["place"])


@pytest.mark.parametrize(
    ("look", "own"),
    [
        ("", {}),
        ('keeps: () => ({ last: among(["sortie", "cantine"]) })', {"last": "cantine"}),
        ('keeps: () => ({ done: listed((one) => one === "sortie") })', {"done": ["sortie"]}),
    ],
)
def test_of_its_place_what_it_says_it_keeps_comes_back_and_nothing_else_is_on_the_device(
    page: PhonePage, look: str, own: dict[str, Any]
) -> None:
    place = {"view": "accueil", "trail": [], "done": ["sortie"], "last": "cantine", "passing": "rien"}
    assert kept(page, place, look) == {"view": "accueil", "trail": [], **own}

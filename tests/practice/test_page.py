"""La page qui se suffit à elle-même : modules joints, un seul script permis, aucun texte qui sorte de sa place."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from javascript import PHONE, WIDGETS, printed
from narrowing import present

from liaison.base.languages import languages
from liaison.practice.compiled import compiled
from liaison.practice.wording import spoken
from widgets.phone.joining import joined_script, joined_style, modules
from widgets.phone.older_browsers import for_older_browsers
from widgets.phone.page import STATIC, json_in_html, policy, whole_name
from widgets.phone.site import worker
from widgets.practice.page import PAGE, page_html, practice_page
from widgets.practice.site import index_html, site_files

PRACTICE = WIDGETS / "practice"

CODES = list(spoken())
# Named rather than built: what a module builds when it is read, each process that reads the tests builds.
PAGES = ["index.html", *(name for code in CODES for name in (f"{code}.html", whole_name(code)))]


class Parsed(HTMLParser):
    """The tags of a page with their attributes, and what is inside its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self._in_script = False
        self.feed(page)

    def handle_starttag(self, tag: Any, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_script = tag == "script"
        if self._in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: Any) -> None:
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: Any) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_every_module_and_every_sheet_of_the_folder_is_in_the_page() -> None:
    assert {path.stem for folder in (PHONE, PRACTICE) for path in folder.glob("*.js")} == set(modules(PAGE.entry)) - {
        "dom"
    }
    style = joined_style(PAGE.entry)
    for sheet in (*PHONE.glob("*.css"), *PRACTICE.glob("*.css")):
        said = for_older_browsers(sheet.read_text(encoding="utf-8"))
        rules = [line.strip() for line in said.splitlines() if line.strip().endswith(";")]
        assert rules
        assert all(rule in style for rule in rules), sheet.name


@pytest.mark.parametrize("text", ["</script><script>x", "<!-- <script>", "]]>", "\u2028", "a\"b'c&amp;"])
def test_no_text_gets_out_of_the_json_of_the_page(text: str) -> None:
    written = json_in_html({"text": text})
    assert "<" not in written
    (script,) = Parsed(f'<script type="application/json">{written}</script>').scripts
    assert json.loads(script) == {"text": text}


def data_in(text: Any) -> Any:
    """What the page holds, compressed or not."""
    return json.loads(text if text.startswith("{") else gzip.decompress(b64decode(text)))


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_a_page_holds_its_scenario_in_its_language_and_direction(code: Any, whole: bool) -> None:
    page = Parsed(page_html(code, whole=whole))
    language = languages()[code]
    data, expected = data_in(page.scripts[-2]), json.loads(json.dumps(compiled(code)))
    expected["languages"] = [one for one in expected["languages"] if one["code"] in CODES]
    # Where texts are compressed, what draws them is with them.
    drawing = {} if whole else {"style": joined_style(PAGE.entry), "script": joined_script(PAGE.entry)}
    assert {name: data.pop(name) for name in drawing} == drawing
    assert data == expected
    for element in (page.all("html")[0], next(one for one in page.all("div") if one.get("id") == "pratique")):
        assert (element["lang"], element["dir"]) == (language.tag, language.direction)


def test_the_pages_of_the_site_are_these() -> None:
    assert sorted(PAGES) == sorted(name for name in site_files() if name.endswith(".html"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing_and_lets_the_browser_run_its_own_scripts_only(name: Any) -> None:
    page = site_files()[name]
    parsed = Parsed(page)
    assert not [one for tag, one in parsed.tags if {"src", "srcset", "poster", "data"} & set(one)]
    assert [present(one["href"])[:5] for one in parsed.all("link")] == ["data:"]
    assert "url(" not in page
    assert "@import" not in page
    assert not [name for _, one in parsed.tags for name in one if name.startswith("on")]
    (rule,) = [
        present(one["content"]) for one in parsed.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    run = [text for one, text in zip(parsed.all("script"), parsed.scripts, strict=True) if "type" not in one]
    # One says why the other has not started; where a language is chosen, nothing starts.
    assert len(run) == (1 if name == "index.html" else 2)
    packed = [one.get("type") == "application/gzip" for one in parsed.all("script")]
    assert any(packed) is (name in {f"{code}.html" for code in CODES})
    # What a page has compressed runs once it is opened.
    run += [data_in(text)["script"] for text, it_is in zip(parsed.scripts, packed, strict=True) if it_is]
    marks = " ".join(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in run)
    assert f"script-src {marks};" in rule
    assert rule.startswith("default-src 'none'")
    assert "connect-src" not in rule
    assert "unsafe-eval" not in rule


def test_another_script_has_another_mark() -> None:
    assert policy("a") != policy("b")


def test_what_voila_shows_has_no_head_of_its_own_and_follows_the_language_of_the_address() -> None:
    html = practice_page({})._repr_html_()
    assert not [tag for tag in ("html", "head", "body", "title", "meta") if f"<{tag}" in html]
    for code in CODES:
        asked = practice_page({"QUERY_STRING": f"langue={code}&autre=1"})
        assert asked.code == code
        assert f'lang="{languages()[code].tag}"' in asked._repr_html_()


@pytest.mark.parametrize("query", ["", "langue=", "langue=xx", "langue=../fr", "autre=ar", "%%%"])
def test_an_address_without_a_known_language_is_in_french(query: str) -> None:
    assert practice_page({"QUERY_STRING": query}).code == "fr"


def test_the_first_page_names_each_language_in_itself_and_leads_to_its_page() -> None:
    page = Parsed(index_html())
    chosen = [one for one in page.all("a") if one.get("data-page") == "choix"]
    assert [(one["href"], one["lang"], one["dir"]) for one in chosen] == [
        (f"{code}.html", language.tag, language.direction) for code, language in spoken().items()
    ]
    assert all(language.name in index_html() for language in spoken().values())
    kept = [one for one in page.all("p") if "data-langue" in one]
    assert [one["data-langue"] for one in kept] == CODES
    assert all("hidden" in one for one in kept)


# A browser around near.js: what its keeper, its server and the files beside the page answer, 0 for nothing.
AROUND = """
const silent = new Promise(() => {});
function around({ protocol, controlled, keeper, kept, server, open, other, alone }) {
  const href = `${protocol}//lieu/`;
  const location = { protocol, href: `${href}fr.html` };
  const readings = new Map();
  const append = (link) => {
    const status = link.href.includes("/fr.html") ? open : other;
    readings.set(link.href, [{ responseStatus: status }]);
    queueMicrotask(status === 200 ? link.onload : link.onerror);
  };
  const document = { createElement: () => ({ remove() {} }), head: { append }, querySelector: () => ({ href }) };
  class Worker {
    terminate() {}
    postMessage() {
      if (kept !== "muet") queueMicrotask(() => (kept === "absent" ? this.onerror() : this.onmessage({ data: kept })));
    }
  }
  const fetch = () => (server === "muet" ? silent : server ? Promise.resolve({ status: server }) : Promise.reject());
  const parts = {
    location, document, Worker, fetch,
    navigator: { serviceWorker: { controller: controlled ? {} : null } },
    performance: { getEntriesByName: (name) => readings.get(name) },
    // After all that answers at once.
    setTimeout: (act) => setTimeout(act, 0),
  };
  const whyFar = new Function(...Object.keys(parts), `${near}; return whyFar;`)(...Object.values(parts));
  return whyFar(keeper, `${href}ar.html`, alone);
}
Promise.all(worlds.map(around)).then((found) => console.log(JSON.stringify(found)));
"""


def test_why_another_page_cannot_come_is_told_by_who_answers() -> None:
    stick, site = {"protocol": "file:", "keeper": "sw.js"}, {"protocol": "https:", "keeper": "sw.js"}
    suite = {"protocol": "http:"}
    worlds = [
        ({**stick, "open": 200, "other": 200}, ""),
        ({**stick, "open": 200, "other": 0}, "seule"),
        # A browser that reads no file ahead tells nothing of another.
        ({**stick, "open": 0, "other": 0}, ""),
        ({"protocol": "content:", "keeper": "sw.js"}, "seule"),
        ({**site, "controlled": True, "kept": 0}, ""),
        # Its keeper says so instead of the page, too late for what goes with this one: it is asked first.
        *(
            ({**site, "controlled": True, "alone": True, "other": status}, why)
            for status, why in ((200, ""), (0, "loin"), (500, "refusee"))
        ),
        *(({**site, "kept": status}, "") for status in (200, 304, 399)),
        *(({**site, "kept": status}, "refusee") for status in (400, 404, 500, 503)),
        *(({**site, "kept": status}, "loin") for status in (0, "muet")),
        # The keeper itself does not come: the page is asked for without it.
        ({**site, "kept": "absent", "other": 200}, ""),
        *(({**site, "kept": "absent", "other": status}, "refusee") for status in (404, 500)),
        ({**site, "kept": "absent", "other": 0}, "loin"),
        ({**suite, "server": 200}, ""),
        *(({**suite, "server": status}, "refusee") for status in (404, 500)),
        *(({**suite, "server": status}, "loin") for status in (0, "muet")),
    ]
    near = (STATIC / "near.js").read_text(encoding="utf-8")
    asked = json.dumps([world for world, _ in worlds])
    found = json.loads(printed(f"const near = {json.dumps(near)}, worlds = {asked};{AROUND}"))
    assert found == [why for _, why in worlds]


def test_the_keeper_of_another_site_has_another_cache() -> None:
    files = site_files()
    assert "carnets-pratique ${" in files["sw.js"]
    (name,) = re.findall(r"\$\{OURS\}([0-9a-f]{12})`", files["sw.js"])
    pages = {"fr.html": files["fr.html"]}
    assert name in site_files()["sw.js"]
    assert name not in worker("pratique", pages, ["fr"])
    assert worker("pratique", pages, ["fr"]) != worker("pratique", {"fr.html": "autre"}, ["fr"])
    assert not re.findall(r"\{(?:digest|family|far)\}", files["sw.js"])


def test_every_language_has_its_page() -> None:
    assert list(languages()) == CODES


def kept(stored: str) -> dict[str, Any] | None:
    """What the page takes of a text that the device keeps."""
    french = compiled("fr")
    made = json.dumps({name: french[name] for name in ("inputs", "variables", "screens", "missions", "paths")})
    found: dict[str, Any] | None = json.loads(
        printed(
            f'import {{ openMemory }} from "{(PHONE / "memory.js").as_uri()}";\n'
            f'import {{ keeps }} from "{(PRACTICE / "missions.js").as_uri()}";\n'
            "const all = new Map();\nconst storage = {"
            "getItem: (name) => all.get(name) ?? null, setItem: (name, text) => all.set(name, text),"
            "removeItem: (name) => all.delete(name) };\n"
            "for (const [name, value] of Object.entries({ localStorage: storage, location: { pathname: '/' } })) {"
            "Object.defineProperty(globalThis, name, { value }); }\n"
            f"all.set('essai/', {stored});\n"
            "const look = { memoryKey: 'essai', views: { accueil: null }, keeps };\n"
            f"console.log(JSON.stringify(openMemory({made}, look).read()));"
        )
    )
    return found


def state_with(letters: int) -> str:
    """A kept state with two texts of so many letters, and a long list of missions done, as a script makes it."""
    place = "{ view: 'accueil', done: Array(500).fill('lire_message') }"
    typed = f"{{ msg_texte_nouveau: 'a'.repeat({letters}), adresse_saisie: 'b'.repeat({letters}) }}"
    return f"JSON.stringify({{ version: 1, place: {place}, state: {{ values: {{}}, typed: {typed}, past: [] }} }})"


@pytest.mark.parametrize(("letters", "message", "entry"), [(100, 100, 100), (2000, 2000, 100), (2001, 2000, 100)])
def test_what_the_device_kept_is_taken_up_to_what_a_field_can_hold(letters: int, message: int, entry: int) -> None:
    found = kept(state_with(letters))
    assert found is not None
    typed = found["state"]["typed"]
    assert (len(typed["msg_texte_nouveau"]), len(typed["adresse_saisie"])) == (message, entry)
    assert len(found["place"]["done"]) == 100


@pytest.mark.parametrize(("letters", "taken"), [(400_000, True), (2_000_000, False)])
def test_of_more_than_a_page_ever_writes_nothing_is_taken(letters: int, taken: bool) -> None:
    """Two million letters in one field froze the page."""
    assert (kept(state_with(letters)) is not None) is taken


def test_every_field_full_at_each_step_to_undo_is_still_taken() -> None:
    fields = compiled("fr")["inputs"].values()
    letters = sum(2000 if field["rule"] == "texte" else 100 for field in fields)
    assert 21 * letters < 900_000

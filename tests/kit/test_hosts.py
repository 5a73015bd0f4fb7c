"""Where the page runs decides what is said of what one writes: nothing is promised that the host does not keep."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from phone_pages import phone_pages, run_by_families

from app.voila.settings import page_words
from liaison.base.languages import languages
from liaison.base.sentences import keys_of
from widgets.diagnostic.form_page import FormPage
from widgets.home import Home
from widgets.hosts import HOSTED, ROOM, Host, host
from widgets.phone.script import stripped, tokens
from widgets.practice.page import PracticePage
from widgets.texts import TEXTS_FOLDER, texts

SUITE = Path(__file__).parents[2]
TEMPLATE = SUITE / "app" / "voila" / "share" / "voila" / "templates" / "carnets"
PROMISE = re.compile(r"(?:quitte|sur|de) cette machine|n.est envoyé|n.en sort", re.IGNORECASE)
CALLS = re.compile(r"\b(?:put|send|set)\(model,[^)]*\)|model\.(?:set|send)\([^)]*\)")
READ = re.compile(r'\(\{model,el\}\)|\bmodel\.get\("\w+"\)|\bmodel\.on\("change:\w+",\w+\)')
WAYS_OUT = {"model", '"model"', "save_changes", "comm"}
# Said in the window of a command, on the very machine that they speak of.
BY_A_COMMAND = re.compile(r"^(?:serveur|room-(?:option|erreur))-")


def on(monkeypatch: pytest.MonkeyPatch, where: Host) -> None:
    """Make this process one that runs there."""
    for name in (ROOM, *HOSTED):
        monkeypatch.delenv(name, raising=False)
    if where != "machine":
        monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/knm64/")
    if where == "salle":
        monkeypatch.setenv(ROOM, "/srv/seance/salle/echange")


@pytest.mark.parametrize(
    ("environment", "where"),
    [
        ({}, "machine"),
        ({"HOME": "maison", "JUPYTER_PATH": "share"}, "machine"),
        ({"JUPYTERHUB_SERVICE_PREFIX": "", "BINDER_REPO_URL": ""}, "machine"),
        ({"JUPYTERHUB_SERVICE_PREFIX": "/user/knm64/", ROOM: "/srv/echange"}, "salle"),
        ({"JUPYTERHUB_SERVICE_PREFIX": "/user/claire/"}, "heberge"),
        ({"BINDER_REPO_URL": "https://forge.example/carnets"}, "heberge"),
        ({"BINDER_LAUNCH_HOST": "https://binder.example/"}, "heberge"),
        ({"BINDER_SERVICE_HOST": "192.0.2.1"}, "heberge"),
        ({"KUBERNETES_SERVICE_HOST": "192.0.2.1"}, "heberge"),
        ({"CODESPACES": "true"}, "heberge"),
    ],
)
def test_the_environment_of_the_server_says_where_the_page_runs(environment: dict[str, str], where: Host) -> None:
    assert host(environment) == where


def test_on_one_s_own_machine_nothing_leaves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, "machine")
    assert "Rien ne quitte cette machine" in page_words("/")["texts"]["voila-pied-donnees"]
    assert "Tout se passe sur cette machine" in Home()._repr_html_()


@pytest.mark.parametrize(
    ("where", "said"),
    [("salle", "l'ordinateur de la formatrice ou du formateur"), ("heberge", "un serveur hébergé")],
)
def test_elsewhere_the_foot_and_the_home_say_where_it_goes(
    monkeypatch: pytest.MonkeyPatch, where: Host, said: str
) -> None:
    on(monkeypatch, where)
    for shown in (page_words("/")["texts"]["voila-pied-donnees"], Home()._repr_html_()):
        assert said in shown
        assert not PROMISE.search(shown)


@pytest.mark.parametrize(("where", "by_oneself"), [("machine", True), ("salle", False)])
def test_nobody_is_asked_to_start_again_a_server_that_is_not_theirs(
    monkeypatch: pytest.MonkeyPatch, where: Host, by_oneself: bool
) -> None:
    on(monkeypatch, where)
    t = texts("voila")
    cut = page_words("/")["notices"]["coupure"]["detail"]
    for said in (cut, t("voila-erreur-autre-detail"), t("voila-erreur-partie-detail")):
        assert bool(re.search("relancez|Ctrl-C", said)) == by_oneself
    assert ("Si la salle est fermée" in cut) != by_oneself


@pytest.mark.parametrize("lasts", [False, True])
def test_the_whole_address_is_asked_for_where_the_key_changes_with_each_launch_and_nowhere_else(lasts: bool) -> None:
    notices = page_words("/", lasts=lasts)["notices"]
    for kind in ("coupure", "muet"):
        assert ("adresse complète" in notices[kind]["detail"]) != lasts
        assert "relancez-le" in notices[kind]["detail"]
    assert "adresse complète" in notices["cle"]["detail"], "une clé que l'on a changée"


@pytest.mark.parametrize("where", ["salle", "heberge"])
def test_no_sentence_about_the_place_keeps_its_promise_elsewhere(monkeypatch: pytest.MonkeyPatch, where: Host) -> None:
    keys = keys_of(TEXTS_FOLDER / "fr" / "lieu.ftl")
    t = texts("lieu")
    on(monkeypatch, "machine")
    here = [t(key) for key in keys]
    on(monkeypatch, where)
    there = [t(key) for key in keys]
    assert len(keys) >= 5
    assert all(one != other for one, other in zip(here, there, strict=True))
    assert not [said for said in there if PROMISE.search(said)]


def test_no_other_sentence_of_a_screen_promises_it_on_its_own() -> None:
    seen, promised = 0, []
    for file in sorted((TEXTS_FOLDER / "fr").glob("*.ftl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            seen += 1
            if file.stem != "lieu" and not line.startswith("#") and PROMISE.search(line):
                promised.append(line.partition(" =")[0])
    assert seen > 1000
    assert not [key for key in promised if not BY_A_COMMAND.match(key)]


def test_no_cell_of_a_notebook_promises_it() -> None:
    notebooks = sorted((SUITE / "notebooks").rglob("*.ipynb"))
    promised = [
        f"{path.parent.name}/{path.name} : {cell['id']}"
        for path in notebooks
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if PROMISE.search("".join(cell["source"]))
    ]
    assert len(notebooks) >= 12
    assert not promised


def foot_of(html: str, **ours: bool) -> str:
    """The foot of a page of Voilà whose one cell shows this HTML, as the template of the suite writes it."""
    around = Environment(loader=FileSystemLoader(TEMPLATE))
    around.filters |= {"trusted": str, "markdown2html": str, "started": lambda start, nb: start(nb)}
    cell = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [{"output_type": "display_data", "data": {"text/html": html}}],
    }
    page = around.get_template("index.html.j2").render(
        nb={"metadata": {"title": "Essai", "carnets": {"widgets": False, **ours}}, "cells": [cell]},
        resources={**page_words("/"), "base_url": "/", "metadata": {"name": "essai"}},
        page_config={},
        kernel_start=lambda _nb: "0",
        cell_generator=lambda nb, _kernel: nb["cells"],
    )
    assert html in page
    return page.partition('<footer class="page-pied">')[2]


@pytest.mark.parametrize("where", ["machine", "salle", "heberge"])
def test_the_foot_of_a_family_s_page_does_not_contradict_it_and_that_of_another_says_where_it_goes(
    monkeypatch: pytest.MonkeyPatch, where: Host
) -> None:
    on(monkeypatch, where)
    told = {key: page_words("/")["texts"][f"voila-pied-{key}"] for key in ("appareil", "donnees")}
    roots = [page.root(languages()["fr"], "?langue={code}") for page in phone_pages().values()]
    for html in (*roots, *(page._repr_html_() for page in (PracticePage("fr"), PracticePage("ar"), FormPage("fr")))):
        foot = foot_of(html)
        assert told["appareil"] in foot
        assert told["donnees"] not in foot
    foot = foot_of("<p>Un tableau</p>")
    assert told["donnees"] in foot
    assert told["appareil"] not in foot


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("machine", "Sans salle ouverte, rien ne quitte cette machine. Une salle ouverte échange, par le réseau"),
        ("salle", "va sur l'ordinateur de la formatrice ou du formateur"),
        ("heberge", "tourne sur un serveur hébergé"),
    ],
)
def test_the_foot_of_the_page_that_opens_a_room_says_what_is_true_before_it_is_open_and_while_it_is(
    monkeypatch: pytest.MonkeyPatch, where: Host, said: str
) -> None:
    on(monkeypatch, where)
    foot = foot_of("<p>Une séance</p>", salle=True).replace("&#39;", "'")
    assert said in foot
    assert "Rien ne quitte cette machine" not in foot
    assert said not in foot_of("<p>Un tableau</p>") or where != "machine"


def test_each_page_that_opens_a_room_says_so_to_its_foot_and_no_other_does() -> None:
    notebooks = {path: json.loads(path.read_text(encoding="utf-8")) for path in (SUITE / "notebooks").rglob("*.ipynb")}
    opens = {
        path
        for path, book in notebooks.items()
        if any("SessionDesk" in "".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code")
    }
    assert opens == {path for path, book in notebooks.items() if book["metadata"].get("carnets", {}).get("salle")}
    assert len(opens) == 1


def test_no_document_says_that_all_runs_on_the_machine_whatever_the_host() -> None:
    """Printed, a page cannot ask where the suite runs: it names each host, or says nothing of it."""
    documents = [*(SUITE / "notebooks").rglob("*.md"), *(SUITE / "docs").glob("*.md")]
    documents += (SUITE / "liaison" / "training" / "papers").glob("*.[py][ya]*")
    said = {path: path.read_text(encoding="utf-8") for path in documents}
    assert len(said) > 20
    promise = re.compile(r"(?:tourne|lit|lancée|compte|reste)[^.;:]{0,20} sur (?:la|une|cette|votre) machine")
    assert not [path.name for path, text in said.items() if promise.search(text.replace("\n", " "))]
    rooms = [text for path, text in said.items() if path.name == "animation.md" and "**Salle** : un ordinateur" in text]
    assert len(rooms) >= 3
    for text in rooms:
        room = text.partition("**Salle**")[2].partition("**Avant**")[0].replace("\n", " ")
        for needed in ("Sans réseau si la suite est sur chacun", "celui de la salle", "un serveur hébergé"):
            assert needed in room


def asked_of_python(scripts: Mapping[str, str]) -> dict[str, set[str]]:
    """What each script says to the kernel, as it is written: a call of the kit, or any use of the model."""
    found: dict[str, set[str]] = {}
    for name, text in scripts.items():
        code = stripped(text)
        said = {call[0] for call in CALLS.finditer(code)}
        # What is taken from the kernel, and when it changes: nothing goes there.
        rest = READ.sub("", CALLS.sub("", code))
        said |= {token.text for token in tokens(rest)} & WAYS_OUT
        found |= {name: said} if said else {}
    return found


def test_what_a_family_writes_never_goes_to_a_server() -> None:
    """Their pages say that it stays on their device, in nine languages: only the language is asked of Python."""
    assert {page.entry.name for page in phone_pages().values()} <= run_by_families().keys()
    assert asked_of_python(run_by_families()) == {"frame.js": {'put(model,"language",code)'}}


@pytest.mark.parametrize(
    "line",
    [
        "model.send({ said: place.answer });",
        'put(model, "answer", place.answer);',
        'host.model.set("answer", place.answer);',
        "const { send } = model;",
        'send(host["model"], { said: place.answer });',
    ],
)
def test_whatever_way_a_page_would_say_it_to_python_is_seen(line: str) -> None:
    assert asked_of_python({"page.js": line})


@pytest.mark.parametrize("book", sorted(SUITE.glob("notebooks/*/exercice.ipynb")), ids=lambda book: book.parent.name)
def test_an_exercise_speaks_of_jupyterlab_in_jupyterlab_alone(book: Path) -> None:
    # Some places of a room have none: what a page leaves out of a notebook is what JupyterLab alone shows.
    cells = json.loads(book.read_text(encoding="utf-8"))["cells"]
    told = [cell for cell in cells if cell["cell_type"] == "markdown" and "JupyterLab" in "".join(cell["source"])]
    assert [cell["metadata"].get("tags") for cell in told] == [["remove-cell"]]
    assert "'remove-cell' in cell.metadata.get('tags', [])" in (TEMPLATE / "index.html.j2").read_text(encoding="utf-8")

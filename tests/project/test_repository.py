"""What the repository promises of itself, whoever changes it: its notebooks, addresses, links, rules and commands."""

import ast
import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from narrowing import of_kind
from typer.core import TyperGroup
from typer.main import get_command

from app.cli import app
from liaison.rules.loader import RULES_FOLDER, rule_names

ROOT = Path(__file__).parents[2]
LONGEST_CELL = 12

MACHINE_PATH = re.compile(r"(?<![\w.])(?:/(?:home|work|root|Users)/|[A-Z]:[\\/]{1,2}Users[\\/]{1,2})\w")
# With a space in each, so that this file does not hold what it forbids.
HOSTS = "py pi.org|python hosted|npm js.|ana conda.org|ana conda.com|js delivr|un pkg.com|crates .io"
REGISTRIES = re.compile(HOSTS.replace(" ", "").replace(".", r"\."))
# What a browser asks for by itself. The name of an XML namespace is an address that nobody visits.
ADDRESS = re.compile(r"(?:https?:|wss?:|[\"'(=]\s*)//(?!www\.w3\.org/)[\w.-]*\w")
SHIPPED = (".js", ".css", ".html", ".j2", ".typ", ".svg")
RULE_NAME = re.compile(r"[a-z_]+/[a-z0-9_]+")
MARKDOWN_LINK = re.compile(r"\]\((?!\w+:|#)([^)\s#]+)(?:#[^)]*)?\)")
NAMED_CODE = re.compile(r"`((?:app|liaison|widgets|tests|notebooks|datasets|binder|docs)/[\w./*{},-]+)`")
NAMED_FILE = re.compile(r"\bdocs/[\w/-]+\.md\b")


@cache
def tracked() -> tuple[str, ...]:
    """Every file that git keeps and that is still there, as a path from the root; none where git is absent."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        return ()
    # git refuses a folder that belongs to somebody else: then nothing is known either.
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return tuple(name for name in names if name and (ROOT / name).is_file())


needs_git = pytest.mark.skipif(not tracked(), reason="sans git, les fichiers du dépôt ne sont pas connus")


def texts(*endings: str) -> Iterator[tuple[str, str]]:
    for name in tracked():
        if not endings or name.endswith(endings):
            try:
                yield name, (ROOT / name).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def lines_that_match(pattern: re.Pattern[str], *endings: str) -> list[str]:
    return [
        f"{name}:{number} : {line.strip()[:100]}"
        for name, text in texts(*endings)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def notebooks() -> list[Any]:
    found = [name for name in tracked() if name.endswith(".ipynb")]
    return [pytest.param(nbformat.read(ROOT / name, as_version=nbformat.NO_CONVERT), id=name) for name in found]


def sources(notebook: Any, cell_type: str) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == cell_type]


def python_of(source: str) -> ast.Module:
    # A line of IPython (%, !, ?) is not Python and defines nothing.
    return ast.parse("\n".join(line for line in source.splitlines() if not line.lstrip().startswith(("%", "!"))))


def prose_of(markdown: str) -> str:
    """What a reader reads: no code, no HTML tag, no address of a link, no picture mark."""
    return re.sub(r"```.*?```|`[^`]*`|<[^>]*>|\]\([^)]*\)|!(?=\[)", " ", markdown, flags=re.DOTALL)


@needs_git
def test_the_notebooks_of_the_suite_are_found() -> None:
    assert {"notebooks/accueil.ipynb", "notebooks/galerie.ipynb"} <= {param.id for param in notebooks()}


@pytest.mark.parametrize("notebook", notebooks())
def test_a_notebook_is_kept_without_its_outputs(notebook: Any) -> None:
    assert "widgets" not in notebook.metadata
    for cell in notebook.cells:
        assert cell.get("outputs", []) == [], f"{cell.id} : lancez « nbstripout --keep-id »"
        assert cell.get("execution_count") is None, f"{cell.id} : lancez « nbstripout --keep-id »"


@pytest.mark.parametrize("notebook", notebooks())
def test_every_cell_of_a_notebook_has_a_name_of_its_own_that_a_person_gave(notebook: Any) -> None:
    names = [cell.get("id", "") for cell in notebook.cells]
    assert len(set(names)) == len(names)
    # Jupyter's own are eight hexadecimal digits, and nbstripout without --keep-id writes 0, 1, 2…
    made_up = [name for name in names if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]*)?|\d*", name)]
    assert not made_up


@pytest.mark.parametrize("notebook", notebooks())
def test_a_notebook_has_a_title_and_the_kernel_that_every_host_has(notebook: Any) -> None:
    assert notebook.metadata.get("title", "").strip()
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.metadata.kernelspec.language == "python"


@pytest.mark.parametrize("notebook", notebooks())
def test_a_notebook_defines_nothing(notebook: Any) -> None:
    defined = [
        node.name
        for source in sources(notebook, "code")
        for node in ast.walk(python_of(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    assert not defined


@pytest.mark.parametrize("notebook", notebooks())
def test_the_code_cells_of_a_notebook_are_short(notebook: Any) -> None:
    assert all(len(source.splitlines()) <= LONGEST_CELL for source in sources(notebook, "code"))


@pytest.mark.parametrize("notebook", notebooks())
def test_the_prose_of_a_notebook_quotes_in_french_and_never_shouts(notebook: Any) -> None:
    for source in sources(notebook, "markdown"):
        prose = prose_of(source)
        assert not re.search(r"[!\"“”]", prose), prose
        assert prose.count("«") == prose.count("»"), prose


@needs_git
def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert not lines_that_match(MACHINE_PATH)


@needs_git
def test_no_file_names_a_package_registry() -> None:
    assert not lines_that_match(REGISTRIES)


@needs_git
def test_nothing_that_a_browser_loads_comes_from_another_host() -> None:
    assert sum(name.endswith(SHIPPED) for name in tracked()) > 20
    assert not lines_that_match(ADDRESS, *SHIPPED)


def strings(source: str) -> Iterator[str]:
    for node in ast.walk(python_of(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def code() -> Iterator[tuple[str, str]]:
    yield from ((name, text) for name, text in texts(".py") if not name.startswith("tests/"))
    for param in notebooks():
        yield from ((str(param.id), source) for source in sources(param.values[0], "code"))


@needs_git
def test_every_rule_that_the_code_names_exists() -> None:
    known, areas = set(rule_names()), {folder.name for folder in RULES_FOLDER.iterdir() if folder.is_dir()}
    named: dict[str, str] = {}
    for place, source in code():
        for text in strings(source):
            if RULE_NAME.fullmatch(text) and text.partition("/")[0] in areas:
                named[text] = place
        for call in re.findall(r"\b(?:rule|badge)\(\s*\"([^\"]+)\"", source):
            named[call] = place
    findings = (ROOT / "liaison/messaging/policy/constats.yaml").read_text("utf-8")
    for text in re.findall(r"^\s+rule: (\S+)", findings, re.M):
        named[text] = "constats.yaml"
    assert len(named) > 20
    assert {name: place for name, place in named.items() if name not in known} == {}


@needs_git
def test_every_link_between_pages_leads_to_a_file() -> None:
    pages = [*texts(".md")]
    for param in notebooks():
        pages += [(str(param.id), source) for source in sources(param.values[0], "markdown")]
    links = [(name, link) for name, text in pages for link in MARKDOWN_LINK.findall(text)]
    assert len(links) >= 12
    assert not [f"{name} → {link}" for name, link in links if not (ROOT / name).parent.joinpath(link).exists()]


@needs_git
def test_every_page_that_a_file_refers_to_exists() -> None:
    """Comments and configuration say « see docs/decisions/0003-documents.md »: a page that moves is noticed."""
    named = {(name, page) for name, text in texts() for page in NAMED_FILE.findall(text)}
    assert named
    assert not [f"{name} → {page}" for name, page in named if not (ROOT / page).is_file()]


def spelled_out(pattern: str) -> list[str]:
    """Return what a shell would make of braces: `a/{b,c}.py` is two paths."""
    braces = re.search(r"\{([^{}]*)\}", pattern)
    if braces is None:
        return [pattern]
    before, after = pattern[: braces.start()], pattern[braces.end() :]
    return [path for option in braces[1].split(",") for path in spelled_out(before + option + after)]


@needs_git
def test_every_piece_of_code_that_a_page_names_is_where_it_says() -> None:
    named = {
        (name, path) for name, text in texts(".md") for found in NAMED_CODE.findall(text) for path in spelled_out(found)
    }
    assert named
    assert not [f"{name} → {path}" for name, path in sorted(named) if not any(ROOT.glob(path))]


@needs_git
def test_every_decision_has_a_number_of_its_own() -> None:
    pages = {Path(name).name for name in tracked() if name.startswith("docs/decisions/")} - {"README.md"}
    assert pages
    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page) for page in pages)
    numbers = [int(page[:4]) for page in pages]
    assert len(set(numbers)) == len(numbers)
    # Those that no page has are told, so that nobody looks for a page that was never written.
    said = re.search(r"Il n'y a ni (\d+) ni (\d+)", (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8"))
    assert said is not None
    # The last ones may be on their way, in a change that is not here yet.
    assert set(range(1, max(numbers) - 10)) - set(numbers) == set(map(int, said.groups()))


@needs_git
def test_a_decision_is_a_page() -> None:
    pages = {name: text for name, text in texts(".md") if name.startswith("docs/decisions/")}
    assert pages
    long = {name for name, text in pages.items() if len(text.splitlines()) > 60 or len(text) > 5800}
    wide = {
        f"{name}:{number}"
        for name, text in pages.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if len(line) > 150 and not line.startswith("|")
    }
    assert (long, wide) == (set(), set())


def lines_to_type(page: str) -> list[str]:
    blocks = re.findall(r"```(?:sh|bash|bat)\n(.*?)```", page, re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("liaison ")]


TYPED = [(name, line) for name, page in texts(".md") for line in lines_to_type(page)]
SPOKEN_OF = [(name, words) for name, page in texts(".md") for words in re.findall(r"`(liaison [^`]+)`", page)]
KNOWN = of_kind(get_command(app), TyperGroup).commands
# A sentence gives it without a mark: the command, then what goes on with an option, a path or a word in capitals.
COMMANDS = "|".join(KNOWN)
SAID = [
    (name, words)
    for name, page in texts(".ftl")
    for words in re.findall(rf"\b(liaison (?:{COMMANDS})\b(?: \w+)?[^»:;,.)\n]*)", page)
]


# What a list of participants or the answers of families may be read from (liaison session new, liaison diagnose).
TABLES = (".csv", ".tsv", ".xls", ".xlsx", ".ods")
# Texts that are no list of anybody.
OWN_TEXTS = {
    "requirements.txt",
    "binder/runtime.txt",
    "binder/versions.txt",
    "liaison/documents/fonts/OFL.txt",
    "app/voila/fonts/OFL.txt",
    "app/voila/application.txt",
}


@needs_git
def test_every_table_that_git_keeps_is_of_a_described_data_set_or_says_that_it_is_made_up() -> None:
    """A list of real people that somebody adds, even by force, is refused here."""
    described = {
        f"{Path(package).parent.as_posix()}/{table['path']}"
        for package, content in texts("/datapackage.json")
        for table in json.loads(content)["resources"]
    }
    tables = {name for name in tracked() if name.lower().endswith(TABLES)}
    assert described <= tables
    in_tests = {name for name in tables if name.startswith("tests/") and "fictif" in Path(name).name}
    assert tables - described - in_tests == set()
    assert {name for name in tracked() if name.lower().endswith(".txt")} == OWN_TEXTS


@needs_git
@pytest.mark.parametrize(
    "folder", ["", *(f"{name}/" for name in ["notebooks", "notebooks/seance", "tests", "datasets", "docs"])]
)
def test_a_list_of_people_put_in_the_folder_of_the_suite_is_not_seen_by_git(folder: str) -> None:
    read = {word for _, line in TYPED for word in shlex.split(line, comments=True) if Path(word).suffix in TABLES}
    assert {"seances/noms.csv", "reponses.csv"} <= read
    put = [Path(name).name for name in read] + [f"noms{ending}" for ending in (*TABLES, ".txt", ".lecture.yaml")]
    put += [f"NOMS{ending.upper()}" for ending in (*TABLES, ".txt")]
    asked = [f"{folder}{name}" for name in put]
    ignored = subprocess.run(["git", "check-ignore", *asked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ignored.stdout.splitlines() == asked


@pytest.mark.parametrize(("page", "line"), TYPED)
def test_a_line_to_type_is_one_that_liaison_understands(page: str, line: str) -> None:
    _, name, *arguments = shlex.split(line, comments=True)
    assert name in KNOWN, page
    KNOWN[name].make_context(name, arguments)


@pytest.mark.parametrize(("page", "words"), [*SPOKEN_OF, *TYPED, *SAID])
def test_a_command_and_an_option_that_a_text_speaks_of_exist(page: str, words: str) -> None:
    """Under its name of now: a former one is understood where it is typed, and told nowhere."""
    _, name, *rest = words.partition("#")[0].split()
    assert name in KNOWN, page
    command = KNOWN[name]
    while isinstance(command, TyperGroup) and rest and rest[0] in command.commands:
        command = command.commands[rest.pop(0)]
    named = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    assert {word for word in rest if word.startswith("-")} <= named | {"--help"}, page


def test_the_sentences_that_give_a_line_to_type_are_read() -> None:
    assert {page.partition("/")[0] for page, _ in SAID} >= {"app", "liaison", "widgets"}
    assert len(SAID) > 20


@needs_git
def test_every_session_of_nox_that_a_page_names_exists() -> None:
    sessions = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))
    named = {(name, session) for name, page in texts(".md") for session in re.findall(r"\bnox -s (\w+)", page)}
    assert {session for _, session in named} >= {"run", "lock", "bench"}
    assert not [f"{name} : nox -s {session}" for name, session in named if session not in sessions]


@needs_git
def test_every_word_of_the_glossary_that_is_said_to_be_in_the_code_is_there() -> None:
    glossary = (ROOT / "docs/glossaire.md").read_text(encoding="utf-8")
    rows = [row.strip("| ").split(" | ") for row in glossary.splitlines() if row.startswith("| ")]
    words = {word for row in rows if len(row) == 3 for word in re.findall(r"`([^`]+)`", row[2])}
    written = "\n".join(
        text for name, text in texts(".py", ".yaml") if name.startswith(("app/", "liaison/", "widgets/"))
    )
    assert len(words) > 40
    absent = {word for word in words if not re.search(rf"\b{re.escape(word)}\b", written)}
    assert {word for word in absent if not (ROOT / word).exists()} == set()


def modules_of_liaison() -> list[str]:
    found = {Path(name).parts[1] for name in tracked() if name.startswith("liaison/") and name.endswith(".py")}
    return sorted(name.removesuffix(".py") for name in found if name != "__init__.py")


@pytest.mark.parametrize("module", modules_of_liaison())
def test_every_module_of_liaison_has_tests(module: str) -> None:
    imported = re.compile(rf"^(?:from|import) liaison\.{module}\b", re.MULTILINE)
    folder = ROOT / "tests" / (module if (ROOT / "liaison" / module).is_dir() else ".")
    assert any(imported.search(file.read_text(encoding="utf-8")) for file in folder.rglob("test_*.py"))

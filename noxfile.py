"""Les commandes du projet : `nox` vérifie tout, `nox -s run` ouvre la suite, `nox -s bench` mesure."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["checks"]

LOCK, PROJECT, VERSIONS = Path("requirements.txt"), Path("pyproject.toml"), Path("binder", "versions.txt")
STAMP = "carnets-installe"
# Sans byte-code compilé à l'installation, importer nbgrader prend sept secondes.
INSTALL_ENV = {"UV_COMPILE_BYTECODE": "1"}
# Les essais ouvrent des centaines de noyaux : le premier écrit le byte-code de la suite, quoi que dise le compte.
COMPILED_ENV = {"PYTHONDONTWRITEBYTECODE": None}
# Rien n'appelle ailleurs, pas même pour savoir s'il existe une version plus récente.
DENO_ENV = {"DENO_NO_UPDATE_CHECK": "1"}


def forget_elsewhere() -> None:
    """Remove the environments made before the folder was moved: their programs call one another by its old path."""
    for stamp in Path(".nox").glob(f"*/{STAMP}"):
        _, _, folder = stamp.read_text(encoding="utf-8").partition(" ")
        if folder and folder != str(Path.cwd()):
            shutil.rmtree(stamp.parent)


forget_elsewhere()


def install(session: nox.Session) -> None:
    """Install the lock, then the project itself; nothing at all when neither file has changed since."""
    stamp = Path(session.virtualenv.location, STAMP)
    wanted = f"{hashlib.sha256(LOCK.read_bytes() + PROJECT.read_bytes()).hexdigest()} {Path.cwd()}"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    session.log("Installation des bibliothèques : une à trois minutes la première fois, rien les suivantes.")
    stamp.unlink(missing_ok=True)
    session.install("--require-hashes", "-r", str(LOCK), env=INSTALL_ENV, silent=False)
    session.install("--no-deps", "-e", ".", env=INSTALL_ENV, silent=False)
    # Last: an interrupted installation starts again.
    stamp.write_text(wanted, encoding="utf-8")


@nox.session
def run(session: nox.Session) -> None:
    """Ouvrir la suite : un serveur local, la page d'accueil dans le navigateur."""
    install(session)
    # À Ctrl-C, nox la tuerait au bout d'une demi-seconde : elle finit d'elle-même, noyaux et clé avec elle.
    session.run("liaison", "serve", *session.posargs, interrupt_timeout=None)


@nox.session
def checks(session: nox.Session) -> None:
    """Tout vérifier : forme, types, étages, tests, carnets, navigateur."""
    install(session)
    ensure_chromium(session)
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    tests = ("--nbval-lax", "notebooks", "tests")
    # Ensemble, que les deux cœurs servent : ce que chacun trouve se lit quand il finit. La récolte écrit le byte-code
    # des essais : sans elle, les quatre processus qui les passent le feraient chacun, au même instant. mypy lui-même
    # n'en ouvre pas d'autre (-n) : sur une machine chargée, il ne trouve pas celui qu'il vient d'ouvrir, et s'arrête.
    with ThreadPoolExecutor() as together:
        types = together.submit(session.run, "mypy", silent=True)
        session.run("lint-imports", "--no-cache")
        session.run("deno", "fmt", "--check", "--quiet", env=DENO_ENV)
        session.run("deno", "lint", "--quiet", env=DENO_ENV)
        session.run("deno", "check", "--quiet", "app", "binder", "widgets", env=DENO_ENV)
        # Ce qui se calcule sans page ; ses modèles de page ne sont que des bouts, que les types refuseraient.
        session.run("deno", "test", "--quiet", "--no-check", "tests", env=DENO_ENV)
        session.run("pytest", "--collect-only", "-qq", *tests, env=COMPILED_ENV, silent=True)
        types.result()
    # En dernier : sa ligne de fin est celle de la commande. Les carnets d'abord, longs et peu nombreux.
    # Quatre pour deux cœurs : souvent, un essai attend un serveur ou une page, et son cœur ne fait rien.
    parallel = ("-n", "4", "--dist", "worksteal")
    session.run("pytest", *parallel, *tests, *session.posargs, env=COMPILED_ENV)


@nox.session(default=False)
def explore(session: nox.Session) -> None:
    """Chercher ce que personne n'a prévu : les propriétés sur d'autres tirages, nouveaux à chaque fois."""
    install(session)
    session.run(
        *("pytest", "-n", "2", "--dist", "worksteal", "-m", "hypothesis and not browser"),
        *("--hypothesis-profile", "explore", *session.posargs, "tests"),
    )


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Mesurer : débits, temps et mémoire, avec la machine et la date (`-- --json FICHIER`)."""
    install(session)
    ensure_chromium(session)
    session.run("python", "-m", "tests.bench", *session.posargs)


@nox.session(default=False)
def pages(session: nox.Session) -> None:
    """Refaire ce que les pages tirent de la suite : docs/commande.md."""
    install(session)
    session.run("python", "-m", "app.cli.manual", "docs/commande.md")


@nox.session(default=False)
def picture(session: nox.Session) -> None:
    """Reprendre l'image de README, et ce qu'elle montre : quand tests/browser/test_picture.py dit qu'elle a vieilli."""
    install(session)
    ensure_chromium(session)
    session.run("python", "tests/picture.py", "docs/apercu.webp", env={"PYTHONPATH": "tests"})


@nox.session(default=False)
def fonts(session: nox.Session) -> None:
    """Refaire les deux polices de la suite, tirées de leurs paquets : quand un essai le dit."""
    install(session)
    session.run("python", "tests/fonts.py", "app/voila/fonts")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Refaire requirements.txt à partir de pyproject.toml, et la liste de versions que conda lit."""
    session.run_install(
        *("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--quiet"),
        *("--all-extras", "--group", "verification", str(PROJECT), "-o", str(LOCK), *session.posargs),
        external=True,
    )
    VERSIONS.write_text(versions(LOCK.read_text(encoding="utf-8")), encoding="utf-8")


def versions(locked: str) -> str:
    """The lock without its hashes: pip refuses `-e .` beside a requirement that has one, and conda uses pip."""
    lines = (re.sub(r"\s*\\$", "", line) for line in locked.splitlines() if re.match(r"[A-Za-z0-9]", line))
    return "# Fait par « nox -s lock » à partir de requirements.txt : ne pas modifier à la main.\n" + "".join(
        f"{line}\n" for line in lines
    )


def ensure_chromium(session: nox.Session) -> None:
    """Find a Chromium for the browser tests, install one where there is none; and the same without its window, where
    Debian has it: the tests are a third shorter with it, and do without.
    """
    found = any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        if not found:
            apt_install("chromium", check=True)
        if not shutil.which("chromium-headless-shell"):
            apt_install("chromium-headless-shell", check=False)
    elif not found:
        # Playwright's own, in the user's cache: nothing is done when it is already there.
        session.run("playwright", "install", "chromium")


def apt_install(package: str, *, check: bool) -> None:
    """Install a package of the system, or leave it where it may be missing."""
    apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", package]):
        subprocess.run(["apt-get", *words], check=check, env=apt)

"""Les commandes du projet : `nox` vérifie tout, `nox -s run` ouvre la suite, `nox -s bench` mesure."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["checks"]

# Sans byte-code compilé à l'installation, importer nbgrader prend sept secondes.
INSTALL_ENV = {"UV_COMPILE_BYTECODE": "1"}


def install(session: nox.Session) -> None:
    """Install the lock, then the project itself: under a second when nothing has changed."""
    session.install("--require-hashes", "-r", "requirements.txt", env=INSTALL_ENV)
    session.install("--no-deps", "-e", ".", env=INSTALL_ENV)


@nox.session
def run(session: nox.Session) -> None:
    """Ouvrir la suite : un serveur local, la page d'accueil dans le navigateur."""
    install(session)
    session.run("python", "-m", "widgets.voila", *session.posargs)


@nox.session
def checks(session: nox.Session) -> None:
    """Tout vérifier : forme, types, couches, tests, carnets, navigateur."""
    install(session)
    ensure_chromium(session)
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("mypy")
    session.run("lint-imports", "--no-cache")
    session.run("pytest", "-n", "2", "--dist", "worksteal", "--nbval-lax", "notebooks", "tests", *session.posargs)


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Mesurer : débits, temps et mémoire, avec la machine et la date (`-- --json FICHIER`)."""
    install(session)
    ensure_chromium(session)
    session.run("python", "-m", "tests.bench", *session.posargs)


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Refaire requirements.txt à partir de pyproject.toml."""
    session.run_install(
        *("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--quiet"),
        *("--group", "verification", "pyproject.toml", "-o", "requirements.txt", *session.posargs),
        external=True,
    )


def ensure_chromium(session: nox.Session) -> None:
    """Find a Chromium for the browser tests; install one where there is none."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        apt = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=apt)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=True, env=apt)
    elif not Path(session.bin, "chromium").exists():
        session.run("playwright", "install", "chromium")

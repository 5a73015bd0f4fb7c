"""Un mot que deux fichiers du programme nomment pareil n'est écrit que dans l'un : l'autre l'y prend."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Of one name and one value, and not of one thing; or of one thing, which would cost more to take than to write again.
TWINS = {
    "HIDDEN": "un graphique de n'importe quoi, et un nombre du rapport",
    "NO": "ce que dit une case d'un tableau, et une case d'un formulaire : l'un chargerait pandas pour l'autre",
    "NOBODY": "qui n'est connecté à rien, et un moment où personne n'est libre",
    "NOTHING": "aucune façon de relancer, et aucune colonne",
    "PNG": "l'image que l'on dépose dans un document, et celle où l'on cherche un nom",
    "TEAM": "les fichiers que deux commandes réservent à l'équipe : l'une chargerait HiGHS pour l'autre",
    "TICKED": "un écran n'attend pas pandas pour un mot",
    "TOGETHER": "un écran n'attend pas pandas pour un mot",
    "TRAINER": "le nom sous lequel on entre, et un espace que le tableau ne compte pas : l'un chargerait pandas",
    "VERSION": "deux formats de fichiers",
    "YES": "comme « NO »",
}


def words_of(source: str) -> Iterator[tuple[str, object]]:
    """Yield the constants of a file that hold words: a text, bytes, or several texts; each with its name."""
    for node in ast.parse(source).body:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                bound = [(name, value)]
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                bound = [(one.id, value) for one, value in zip(names, values, strict=True) if isinstance(one, ast.Name)]
            case _:
                continue
        for name, value in bound:
            texts = value.elts if isinstance(value, ast.Tuple) else [value]
            held = [text.value for text in texts if isinstance(text, ast.Constant)]
            if (
                name.isupper()
                and held
                and len(held) == len(texts)
                and all(isinstance(one, str | bytes) for one in held)
            ):
                yield name.strip("_"), tuple(held)


def twins(folder: Path) -> dict[str, list[str]]:
    """The names that two files give to the same words, and these files."""
    files: dict[tuple[str, object], list[str]] = defaultdict(list)
    for top in ("app", "liaison", "widgets"):
        for path in sorted((folder / top).rglob("*.py")):
            for word in words_of(path.read_text(encoding="utf-8")):
                files[word].append(path.relative_to(folder).as_posix())
    return {name: places for (name, _), places in files.items() if len(places) > 1}


def test_what_two_files_call_alike_and_hold_alike_is_written_in_one() -> None:
    assert twins(ROOT).keys() == TWINS.keys()


@pytest.mark.parametrize(
    ("other", "seen"),
    [
        ('WAYS = ("papier", "téléphone")', True),
        ('_WAYS: tuple[str, ...] = ("papier", "téléphone")', True),
        ('FEW, WAYS = 3, ("papier", "téléphone")', True),
        ('WAYS = ("papier",)', False),
        ('OTHERS = ("papier", "téléphone")', False),
        ("WAYS = 3", False),
    ],
)
def test_a_twin_is_seen_however_it_is_written(tmp_path: Path, other: str, seen: bool) -> None:
    for top, text in (("liaison", 'WAYS = ("papier", "téléphone")'), ("app", other)):
        (tmp_path / top).mkdir()
        (tmp_path / top / "a.py").write_text(text, encoding="utf-8")
    assert twins(tmp_path) == ({"WAYS": ["app/a.py", "liaison/a.py"]} if seen else {})

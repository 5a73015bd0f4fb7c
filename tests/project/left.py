"""Ce qu'une lecture du programme trouve dans un dossier entier, et sa liste."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Reading = Callable[[str], Iterable[tuple[int, str]]]  # from a source, the line and the words of each thing it finds


def left_in(folder: Path, reading: Reading) -> Iterator[tuple[Path, int, str]]:
    """Yield what the Python files of a folder (or one file) still hold, with its file and line."""
    for file in [folder] if folder.is_file() else sorted(folder.rglob("*.py")):
        yield from ((file, line, text) for line, text in reading(file.read_text(encoding="utf-8")))


def list_left(paths: Iterable[str], reading: Reading, called: str) -> None:
    """Print what each folder still holds, one a line, then how many."""
    for path in paths:
        left = list(left_in(Path(path), reading))
        for file, line, text in left:
            print(f"{file}:{line}: {' '.join(text.split())[:110]}")
        print(f"{path} : {len(left)} {called}, dans {len({file for file, *_ in left})} fichiers")

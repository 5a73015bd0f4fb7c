"""Ce que les essais des textes et des noms laissent à chaque morceau du programme, dit par les essais de ce morceau."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

TESTS = Path(__file__).parents[1]
NAME = "text_exceptions.yaml"


@cache
def exceptions() -> dict[str, dict[str, Any]]:
    """Return, by package (« liaison/messaging »), what `tests/*/text_exceptions.yaml` leave to it."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(TESTS.glob(f"*/{NAME}")):
        for package, own in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            assert package not in found, package
            found[package] = own
    return found


def way_out(package: str) -> str:
    """Return what somebody does of a sentence or a name that a test refuses."""
    return (
        f"{package} : une phrase va dans un texte (phrase(…), t(…)), un nom dit ce qu'il tient ; "
        f"une donnée s'écrit, avec sa raison, dans un tests/*/{NAME}"
    )

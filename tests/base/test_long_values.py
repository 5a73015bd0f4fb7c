"""Une phrase écrit la valeur qu'on lui donne, aussi longue soit-elle, et sans la prendre pour autre chose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.sentences import french_beside

LONG = st.integers(1990, 2600).map(lambda length: "é" * length)
VALUES = st.one_of(st.text(max_size=20), st.text("\x00 01é{}", max_size=8), LONG, LONG.map(lambda text: "\x00" + text))
TEXT = "suite = { $a }{ $b } puis { $a }\nchoix = { $n ->\n    [one] un { $a }\n   *[other] { $n } { $a }\n}\n"


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("essai")
    (folder / "texts" / "fr").mkdir(parents=True)
    (folder / "texts" / "fr" / "essai.ftl").write_text(TEXT, encoding="utf-8")
    return str(folder / "essai.py")


@given(a=VALUES, b=VALUES)
def test_values_come_out_as_they_are_whatever_their_length_and_their_signs(module: str, a: str, b: str) -> None:
    assert french_beside(module)("suite", a=a, b=b) == f"{a}{b} puis {a}"


@pytest.mark.parametrize("length", [1999, 2000, 2001, 2500, 2501, 1_000_000])
@pytest.mark.parametrize(("n", "start"), [(1, "un "), (2, "2 ")])
def test_a_long_value_stands_in_a_plural_too(module: str, length: int, n: int, start: str) -> None:
    assert french_beside(module)("choix", n=n, a="x" * length) == start + "x" * length

"""Des phrases d'essai pour les questions, quelles que soient celles de la suite ; et deux diagnostics à l'écran."""

from collections.abc import Iterator

import pytest
from diagnostic.survey_exports import TEXTS
from page_side import press

from liaison.diagnostic.reading import wording
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.state import FILES


@pytest.fixture
def sentences_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read exports that bear the sentences of tests/diagnostic/data/textes."""
    monkeypatch.setattr(wording, "TEXTS", TEXTS)
    wording.sentences_of.cache_clear()
    wording.lexicon_of.cache_clear()
    yield
    wording.sentences_of.cache_clear()
    wording.lexicon_of.cache_clear()


@pytest.fixture(scope="module")
def fiction() -> Diagnostic:
    """A diagnosis of the fictitious school, its bet placed."""
    found = Diagnostic()
    found.bet.question.value = "autant"
    press(found.bet.place)
    return found


@pytest.fixture
def real() -> Diagnostic:
    """A diagnosis of a school's own files, none opened yet, in « Tout régler », where they are given."""
    found = Diagnostic()
    assert found.whole
    found.start.source.value = FILES
    return found

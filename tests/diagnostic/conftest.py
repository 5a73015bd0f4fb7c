"""Des phrases d'essai pour les questions, quelles que soient aujourd'hui celles de la suite."""

from collections.abc import Iterator

import pytest
from diagnostic.survey_exports import TEXTS

from liaison.diagnostic.reading import wording


@pytest.fixture
def sentences_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read exports that bear the sentences of tests/diagnostic/data/textes."""
    monkeypatch.setattr(wording, "TEXTS", TEXTS)
    wording.sentences_of.cache_clear()
    wording.lexicon_of.cache_clear()
    yield
    wording.sentences_of.cache_clear()
    wording.lexicon_of.cache_clear()

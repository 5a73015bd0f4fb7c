"""Un vocabulaire se parcourt sans rien lire : ses mots ne viennent que si on les montre."""

import pytest

from liaison.base.labels import Labels


def test_a_vocabulary_reads_a_label_once_and_only_when_it_is_shown() -> None:
    read: list[str] = []

    def label_of(key: str) -> str:
        read.append(key)
        return key.capitalize()

    labels = Labels(("absence", "retard"), label_of)
    assert (list(labels), len(labels), "retard" in labels) == (["absence", "retard"], 2, True)
    assert "absence" in {**dict.fromkeys(labels)}
    assert read == []
    assert labels["retard"] == labels["retard"] == "Retard"
    assert read == ["retard"]
    assert list(labels.values()) == ["Absence", "Retard"]


def test_a_word_that_is_not_of_the_vocabulary_has_no_label() -> None:
    labels = Labels(("absence",), str.capitalize)
    assert "devoirs" not in labels
    with pytest.raises(KeyError):
        labels["devoirs"]

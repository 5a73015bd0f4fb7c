"""Une phrase qu'un écran montre et qui nomme une commande dit d'abord le bouton qui fait la même chose."""

import re
from pathlib import Path

import pytest

from widgets.texts import TEXTS_FOLDER, texts

SUITE = Path(__file__).parents[2]
desk, reading = texts("training_session"), texts("training_reading")
# What does on screen what a command does.
BUTTONS = {
    "new": (desk("prepare"), desk("another")),
    "hub": (desk("room-open"), desk("take-room"), desk("relay-install"), desk("room-close"), desk("close")),
    "feedback": (desk("close"),),
    "grade": (desk("close"), reading("grading-button"), reading("unmarked-button")),
    "close": (desk("close"),),
    "attendance": (desk("attendance-sheet"),),
    "collect": (desk("take-folder-button"),),
}
# Said in the window of a command alone, or beside the buttons, for who would rather type.
IN_A_TERMINAL = re.compile(r"room-(?:option|relevees)|hub-")
COMMAND = re.compile(r"liaison session (\w+)")
MESSAGE = re.compile(r"^([a-z][\w-]*) =((?:.*)(?:\n[ }].*)*)", re.MULTILINE)


def messages() -> dict[str, str]:
    """Each sentence of the screens and of what they call, by file and key; `note` is of a paper."""
    files = [*(TEXTS_FOLDER / "fr").glob("*.ftl"), *(SUITE / "liaison" / "training").glob("**/texts/fr/*.ftl")]
    return {
        f"{file.stem}:{key}": text.replace("’", "'")
        for file in files
        if file.stem != "note"
        for key, text in MESSAGE.findall(file.read_text(encoding="utf-8"))
    }


def test_a_sentence_that_names_a_command_names_the_button_that_does_the_same() -> None:
    named = {
        (key, verb): text
        for key, text in messages().items()
        if not IN_A_TERMINAL.match(key.partition(":")[2])
        for verb in COMMAND.findall(text)
        if verb in BUTTONS
    }
    assert len(named) >= 12
    assert not [key for key, text in named.items() if not any(f"« {button} »" in text for button in BUTTONS[key[1]])]


@pytest.mark.parametrize("key", ["room:room-autres-adresses", "presences:personne-n-est-present"])
def test_a_sentence_that_names_an_option_names_the_field_that_takes_the_same(key: str) -> None:
    text = messages()[key]
    assert "--" in text
    assert "« Choisir l'adresse ou le port »" in text or f"« {desk('present-tous')} »" in text

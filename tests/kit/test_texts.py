"""The sentences of the screens: found, finished, and typed as French wants them."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Pattern, SelectExpression, StringLiteral, TextElement

from liaison.base.sentences import keys_of
from liaison.base.sentences import sentences as read_sentences
from liaison.base.typography import typeset
from widgets.texts import TEXTS_FOLDER, TextError, texts

FILES = sorted(TEXTS_FOLDER.rglob("*.ftl"))
t = texts("kit")


def test_one_and_several_are_two_sentences() -> None:
    assert t("file-in-read", count=1, names="a.json").startswith("Fichier reçu")
    assert t("file-in-read", count=2, names="a.json, b.json").startswith("2 fichiers reçus")


def test_a_number_is_written_as_in_french() -> None:
    assert "1,5" in t("file-in-too-big", name="a", max=1.5)


def test_a_missing_key_raises_and_says_where() -> None:
    with pytest.raises(TextError, match=r"« cle-absente » n'existe pas dans fr/kit\.ftl"):
        t("cle-absente")


def test_an_attribute_and_a_text_are_not_taken_for_each_other(tmp_path: Path) -> None:
    file = tmp_path / "essai.ftl"
    file.write_text("seul =\n    .titre = Un titre\nnu = Un texte\n", encoding="utf-8")
    t = read_sentences(file, "fr")
    assert (t("seul.titre"), t("nu")) == ("Un titre", "Un texte")
    for key in ("seul", "nu.titre", "absent.titre"):
        with pytest.raises(TextError, match=f"« {key} » n'existe pas dans fr/essai"):
            t(key)


def test_a_sentence_that_takes_nothing_is_made_once_for_each_place(monkeypatch: pytest.MonkeyPatch) -> None:
    t = texts("lieu")
    key = keys_of(TEXTS_FOLDER / "fr" / "lieu.ftl")[0]
    monkeypatch.setattr("widgets.texts.host", lambda: "machine")
    here = t(key)
    assert t(key) is here
    monkeypatch.setattr("widgets.texts.host", lambda: "salle")
    there = t(key)
    assert there != here
    assert t(key) is there


def test_a_missing_argument_raises() -> None:
    with pytest.raises(TextError, match="ne se résout pas"):
        t("kit-error-step")


def test_a_missing_module_raises() -> None:
    with pytest.raises(TextError, match=r"fr/inconnu\.ftl n'existe pas"):
        texts("inconnu")


def test_a_missing_language_raises() -> None:
    with pytest.raises(TextError, match=r"xx/kit\.ftl n'existe pas"):
        texts("kit", "xx")


def test_no_isolation_mark_ends_up_in_a_sentence() -> None:
    assert not re.search("[\u2066-\u2069]", t("kit-error-step", label="Le délai", step="0"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_of_a_text_file_is_understood(path: Path) -> None:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    assert not [entry.content for entry in resource.body if isinstance(entry, Junk)]
    keys = [entry.id.name for entry in resource.body if isinstance(entry, Message)]
    assert keys
    assert len(keys) == len(set(keys))


def sentences(pattern: Pattern) -> Iterator[str]:
    """Every way in which a text can come out, each variable being X."""
    parts: list[list[str]] = []
    for element in pattern.elements:
        if isinstance(element, TextElement):
            parts.append([element.value])
        elif isinstance(element.expression, StringLiteral):
            parts.append([element.expression.parse()["value"]])
        elif isinstance(element.expression, SelectExpression):
            parts.append([said for variant in element.expression.variants for said in sentences(variant.value)])
        else:
            parts.append(["X"])
    yield from ("".join(chosen) for chosen in product(*parts))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_have_their_non_breaking_spaces_and_no_exclamation(path: Path) -> None:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    said = {
        f"{entry.id.name} : {typeset(sentence)}"
        for entry in resource.body
        if isinstance(entry, Message) and entry.value
        for sentence in sentences(entry.value)
    }
    assert said
    faults = {
        line
        for line in said
        if re.search(r"(?<![\u00a0\u202f])[;?»](?!\w)|«(?!\u00a0)|!", line.partition(" : ")[2])
        or re.search(r"[^\u00a0\d]:(?=\s|$)", line.partition(" : ")[2])
    }
    assert not faults


def test_every_word_key_of_every_part_has_its_sentence() -> None:
    from widgets import kit

    counted = 0
    for part in vars(kit).values():
        if isinstance(part, type) and issubclass(part, kit.Part) and part.word_keys:
            for key in part.word_keys:
                assert t(f"{part.part}-{key}".replace("_", "-"))
                counted += 1
    assert counted >= 10

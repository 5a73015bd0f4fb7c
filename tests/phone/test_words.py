"""Les mots du cadre : une page qui naît les a tous, dans toutes les langues, sans en choisir un."""

from __future__ import annotations

import re

import pytest
from javascript import PHONE

from liaison.base.languages import languages
from liaison.phone.words import frame_words, framed, waiting_words
from liaison.practice.wording import TEXTS as PRACTICE
from widgets.phone.page import NOT_STARTED, not_started

ASKED = re.compile(r'word\(\s*app,\s*(?:\w+ \? |\w+ === "\w+" \? )?"([a-z0-9-]+)"(?: : "([a-z0-9-]+)")?')
# What each page says of itself: its name, and what is true of what one reads there.
OF_THE_PAGE = {"nom", "tout-est-invente"}
FILLED = re.compile(r"\b[A-Z]{3,}\b")


def test_every_word_that_the_room_asks_for_is_its_own_but_what_a_page_says_of_itself() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PHONE.glob("*.js")]
    asked = {key for text in texts for found in ASKED.findall(text) for key in found if key}
    assert {"a-voir", "montrer-choisir", "voir", "reprise-titre"} <= asked
    assert asked - frame_words("fr").keys() == OF_THE_PAGE


@pytest.mark.parametrize("code", languages())
def test_each_language_has_the_same_words_with_the_same_blanks(code: str) -> None:
    assert code in framed()
    for words, french in ((frame_words(code), frame_words("fr")), (waiting_words(code), waiting_words("fr"))):
        assert words.keys() == french.keys()
        for key, said in french.items():
            assert set(FILLED.findall(words[key])) == set(FILLED.findall(said)), key
    assert all(not_started(code, why) for why in NOT_STARTED)


# « De cet appareil » : a browser may leave a trace on its disk of what a page erased, until it tidies it.
FROM_THE_DEVICE = {
    "fr": ("effac", "appareil"),
    "fr_simple": ("effac", "appareil"),
    "en": ("erase", "device"),
    "es": ("borra", "dispositivo"),
    "pt": ("apag", "aparelho"),
    "ro": ("șters", "aparat"),
    "tr": ("silin", "cihaz"),
    "uk": ("стерт", "пристр"),
    "ar": ("مسح", "الجهاز"),
}


# Where nothing is kept, what is done stays until the page goes, and no longer.
AS_LONG_AS_WANTED = {
    "fr": "tant que",
    "fr_simple": "restent",
    "en": "until",
    "es": "hasta",
    "pt": "até",
    "ro": "până",
    "tr": "kadar",
    "uk": "доки",
    "ar": "حتى",
}
OTHER_LANGUAGE = {
    "fr": "langue",
    "fr_simple": "langue",
    "en": "language",
    "es": "idioma",
    "pt": "língua",
    "ro": "limb",
    "tr": "dil",
    "uk": "мов",
    "ar": "اللغة",
}


@pytest.mark.parametrize("code", languages())
def test_what_is_said_where_nothing_is_kept_is_so_of_every_page(code: str) -> None:
    """In a page that the suite serves, what was written passes to another language; elsewhere, the page asks first."""
    assert OTHER_LANGUAGE[code] in frame_words(code)["langue-changer"] + frame_words(code)["quitter-explication"]
    assert OTHER_LANGUAGE[code] in frame_words(code)["langue-changer"] + frame_words(code)["quitter-non-garde"]
    for key in ("rien-garde", "non-garde"):
        assert OTHER_LANGUAGE[code] not in frame_words(code)[key]


# What is not kept may have no room; or another tab wrote otherwise, or the device lets nothing more be kept.
ROOM = {
    "fr": "place",
    "fr_simple": "place",
    "en": "room",
    "es": "espacio",
    "pt": "espaço",
    "ro": "loc",
    "tr": "yer",
    "uk": "місц",
    "ar": "مكان",
}


@pytest.mark.parametrize("code", languages())
def test_what_is_not_kept_is_said_without_a_reason_that_may_not_be_the_one(code: str) -> None:
    for key in ("non-garde", "quitter-non-garde"):
        assert not re.search(rf"\b{ROOM[code]}", frame_words(code)[key])


@pytest.mark.parametrize("code", languages())
def test_without_room_one_is_told_what_takes_away_what_was_kept_and_never_that_it_is_gone(code: str) -> None:
    words = frame_words(code)
    erased, _ = FROM_THE_DEVICE[code]
    assert words["effacer-lien"] in words["non-garde"]
    assert erased not in words["quitter-non-garde"].lower()
    assert words["rien-garde"].split(":")[0] not in words["non-garde"] + words["quitter-non-garde"]


@pytest.mark.parametrize("code", languages())
def test_who_leaves_an_account_is_promised_nothing_that_the_device_may_not_keep(code: str) -> None:
    texts = (PRACTICE / code / "commun.ftl").read_text(encoding="utf-8")
    (said,) = re.findall(r"^commun-deconnexion-missions = (.+)$", texts, re.MULTILINE)
    assert frame_words(code)["aide"] in said
    assert AS_LONG_AS_WANTED[code] not in said


ERASING = ("effacer-explication", "effacer-fait", "reprise-explication")


@pytest.mark.parametrize("code", languages())
def test_no_sentence_says_that_something_is_erased_from_the_device(code: str) -> None:
    erased, device = FROM_THE_DEVICE[code]
    sentences = [sentence for key in ERASING for sentence in re.split(r"[.؟?!]", frame_words(code)[key])]
    assert sum(erased in sentence for sentence in sentences) >= 2
    assert [sentence for sentence in sentences if erased in sentence and device in sentence] == []

"""Ce que les familles lisent de leurs données : ce que l'école a rempli, dans leur langue ; ce qui manque, dit."""

import datetime as dt
import re
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from liaison.base.languages import languages
from liaison.diagnostic.questionnaire.information import (
    FIELDS,
    INFORMATION,
    LONGEST,
    Information,
    InformationError,
    information_text,
    missing_words,
    shown_to_families,
)
from liaison.diagnostic.questionnaire.paper import PAGES, paper
from liaison.diagnostic.questionnaire.phrases import phrases
from liaison.diagnostic.questionnaire.poster import invitation, poster
from liaison.diagnostic.questionnaire.survey_imports import (
    SETTINGS,
    framaforms_by_hand,
    framaforms_code,
    limesurvey_text,
)
from liaison.documents import to_html, to_pdf
from widgets.diagnostic.form_page import form_html, whole_form
from widgets.diagnostic.informing import Informing

FILLED = Information(
    responsable="Collège fictif des Tilleuls, représenté par sa principale",
    lecteurs="la principale et les deux CPE",
    jusqu_au=dt.date(2097, 9, 30),
    contact="secretariat@tilleuls.example",
    delegue="dpd@academie.example",
)
ON = dt.date(2026, 11, 27)
PLACES = {"fr": "30 septembre 2097", "en": "30 September 2097", "uk": "30 вересня 2097", "ar": "30 سبتمبر 2097"}
BASE = "https://questionnaire.example.org/"


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("code", list(languages()))
def test_a_family_reads_in_its_language_all_that_the_school_filled_in(code: str) -> None:
    data = shown_to_families(phrases(code), FILLED, ON)
    text = " ".join(data.lines)
    assert data.missing == ""
    for value in (FILLED.responsable, FILLED.lecteurs, FILLED.contact, FILLED.delegue, "cnil.fr"):
        assert value in text
    assert PLACES.get(code, "2097") in text


def asked(code: str, *fields: str) -> str:
    """What a family is told to ask its school."""
    said = phrases(code)
    keys = ("information-manque", *(f"information-manque-{name}" for name in fields))
    return " ".join(said.frame(key) for key in keys)


@pytest.mark.parametrize("code", list(languages()))
@given(given_fields=st.sets(st.sampled_from(list(FIELDS))), day=st.sampled_from([ON, dt.date(2097, 10, 1)]))
def test_a_family_is_told_to_ask_for_what_its_school_has_not_said_and_for_nothing_else(
    code: str, given_fields: set[str], day: dt.date
) -> None:
    record = Information(**FILLED.model_dump(include=given_fields))
    told = shown_to_families(phrases(code), record, day)
    over = {"jusqu_au"} if day > ON else set()
    lacking = [name for name in FIELDS if name not in given_fields - over]
    assert told.missing == (asked(code, *lacking) if lacking else "")
    assert len({asked(code, name) for name in FIELDS}) == len(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_one_empty_field_is_said_to_the_school_and_to_the_family(field: str) -> None:
    record = FILLED.model_copy(update={field: Information().model_dump()[field]})
    said = phrases("fr")
    assert shown_to_families(said, record).missing == asked("fr", field)
    assert len(shown_to_families(said, record).lines) == len(shown_to_families(said, FILLED).lines) - 1
    assert FIELDS[field] in missing_words(record)
    assert missing_words(FILLED) == ""


@pytest.mark.parametrize(("day", "promised"), [(dt.date(2097, 9, 30), True), (dt.date(2097, 10, 1), False)])
def test_a_day_of_erasure_that_is_over_is_promised_to_nobody_and_said_to_the_school(
    day: dt.date, promised: bool
) -> None:
    said = phrases("fr")
    data = shown_to_families(said, FILLED, day)
    assert ("30 septembre 2097" in " ".join(data.lines)) == promised
    assert data.missing == ("" if promised else asked("fr", "jusqu_au"))
    assert ("30 septembre 2097, est passée" in missing_words(FILLED, day)) == (not promised)


def test_the_screen_says_that_a_day_typed_is_over_and_does_not_keep_it() -> None:
    made = Informing()
    made.fields["jusqu_au"].value = "30/09/2020"
    assert "passée" in made.fields["jusqu_au"].error
    assert made.information().jusqu_au is None
    made.fields["jusqu_au"].value = "30/09/2099"
    assert made.fields["jusqu_au"].error == ""
    assert made.information().jusqu_au == dt.date(2099, 9, 30)


@pytest.mark.parametrize("code", ["fr", "fr_simple", "en", "tr"])
def test_the_first_of_a_month_is_written_as_each_language_says_it(code: str) -> None:
    language = languages()[code]
    firsts = {"fr": "1er janvier 2028", "fr_simple": "1er janvier 2028", "en": "1 January 2028", "tr": "1 Ocak 2028"}
    record = FILLED.model_copy(update={"jusqu_au": dt.date(2028, 1, 1)})
    assert firsts[code] in " ".join(shown_to_families(phrases(code), record, ON).lines)
    for day in (dt.date(2028, 1, 11), dt.date(2028, 1, 21), dt.date(2028, 1, 2)):
        assert language.written_day(day, "long") == format_date(day, "long", locale=language.locale)
    assert ("1er" in language.written_day(dt.date(2028, 2, 1))) == (language.tag == "fr")


@pytest.mark.parametrize("code", list(languages()))
def test_what_does_not_depend_on_the_school_is_always_said(code: str) -> None:
    said, data = phrases(code), shown_to_families(phrases(code), Information())
    rights = " ".join(said.frame(f"information-{part}") for part in ("droits", "reconnues-suite", "plainte"))
    assert data.lines == (said.frame("information-but"), rights)


@pytest.mark.parametrize("code", list(languages()))
def test_each_way_to_answer_says_whether_the_school_can_tell_whose_answers_they_are(code: str) -> None:
    """A form of Framaforms gives no code, and its export has the address, the account and the time of who answered."""
    said = phrases(code)
    ways = {way: said.frame(f"information-reconnues-{way}") for way in ("suite", "formulaire", "anonyme")}
    assert len(set(ways.values())) == len(ways)
    assert {"anonymized": "Y", "datestamp": "N", "ipaddr": "N"}.items() <= SETTINGS.items()
    # As the export gives it back: « < » and others are written otherwise there.
    for way, made in {
        "formulaire": framaforms_by_hand(code) + framaforms_code(code),
        "anonyme": limesurvey_text([code]),
    }.items():
        assert [one for one, sentence in ways.items() if sentence in made] == [way]
    assert ways["formulaire"] in shown_to_families(said, FILLED, ON, way="formulaire").lines[4]
    assert "IP" in ways["formulaire"] or code == "fr_simple"


@pytest.mark.parametrize("code", list(languages()))
@pytest.mark.parametrize("length", [0, LONGEST])
def test_the_sheet_keeps_its_two_pages_with_the_longest_record(code: str, length: int) -> None:
    long = dict.fromkeys(("responsable", "lecteurs", "contact", "delegue"), "W" * length)
    made = paper(code, "troisieme", Information(**long, jusqu_au=dt.date(2097, 9, 30) if length else None))
    assert len(pypdf.PdfReader(BytesIO(made)).pages) == PAGES


@pytest.mark.parametrize("code", list(languages()))
@pytest.mark.parametrize("record", [Information(), FILLED], ids=["vide", "remplie"])
def test_on_paper_what_is_said_of_the_data_is_set_in_nine_points_or_more(code: str, record: Information) -> None:
    sizes: list[float] = []

    def told_in(text: str, page: list[float], line: list[float], _font: object, size: float) -> None:
        if "CNIL" in text:
            sizes.append(round(abs(size * line[0] * page[0]), 2))

    last = pypdf.PdfReader(BytesIO(paper(code, "troisieme", record))).pages[-1]
    last.extract_text(visitor_text=told_in)
    assert sizes
    assert min(sizes) >= 9


# The restriction of processing (article 18 of the RGPD), in plain words.
PAUSED = {
    "fr": "suspendu",
    "fr_simple": "demander une pause",
    "en": "paused",
    "es": "se suspenda",
    "pt": "suspenso",
    "ar": "تعليق",
    "tr": "durdurulmasını",
    "ro": "suspendarea",
    "uk": "призупинити",
}


@pytest.mark.parametrize("code", list(languages()))
def test_a_family_reads_that_it_may_have_the_use_of_its_answers_suspended(code: str) -> None:
    assert PAUSED[code] in shown_to_families(phrases(code), Information()).lines[-1]


@pytest.mark.parametrize("record", [Information(), FILLED])
def test_on_paper_what_to_ask_before_answering_is_read_before_the_first_question(record: Information) -> None:
    said = phrases("fr")
    first = spaced(pypdf.PdfReader(BytesIO(paper("fr", "", record))).pages[0].extract_text())
    head = first.partition("1. ")[0]
    assert spaced(said.frame("papier-consigne")) in head
    assert (spaced(asked("fr", *FIELDS)) in head) == bool(record.missing)


def test_the_paper_the_page_the_poster_and_the_imports_say_the_same() -> None:
    lines = shown_to_families(phrases("fr"), FILLED).lines
    sheet = spaced(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(paper("fr", "", FILLED))).pages))
    shown = spaced(re.sub(r"<[^>]+>", " ", to_html(poster(invitation(BASE), FILLED))).replace("&#x27;", "'"))
    imported, page = limesurvey_text(["fr"], FILLED), form_html("fr", FILLED)
    # An import says the same, but for whose answers the school can tell.
    imports = shown_to_families(phrases("fr"), FILLED, way="anonyme").lines
    assert len(set(imports) - set(lines)) == 1
    assert all(line in imported for line in imports)
    for line in lines:
        assert spaced(line) in sheet
        assert spaced(line) in shown
        assert line in page
    assert whole_form("fr", FILLED)["information"] != whole_form("fr")["information"]


@pytest.mark.parametrize("code", [None, *languages()])
def test_the_poster_keeps_its_page_with_the_record(code: str | None) -> None:
    assert len(pypdf.PdfReader(BytesIO(to_pdf(poster(invitation(BASE, code=code), FILLED)))).pages) == 1


def test_a_record_is_read_as_it_was_written_and_a_blank_one_can_be_filled(tmp_path: Path) -> None:
    file = tmp_path / "fiche.yaml"
    for record in (FILLED, Information()):
        file.write_text(information_text(record), encoding="utf-8")
        assert INFORMATION.load(file) == record
    assert set(FIELDS) < set(information_text(Information()).replace(":", " ").split())


def test_a_record_without_a_version_is_read_and_one_of_tomorrow_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "fiche.yaml"
    file.write_text("contact: ici\n", encoding="utf-8")
    assert INFORMATION.load(file).contact == "ici"
    file.write_text("version: 2\ncontact: ici\n", encoding="utf-8")
    with pytest.raises(InformationError, match="version 2"):
        INFORMATION.load(file)


@pytest.mark.parametrize(("typed", "read"), [("30/9/2097", True), ("30.09.2097", True), ("septembre", False)])
def test_a_date_is_read_as_it_is_written_in_french(typed: str, read: bool) -> None:
    if read:
        assert INFORMATION.parse(f"jusqu_au: '{typed}'\n", "la fiche").jusqu_au == dt.date(2097, 9, 30)
    else:
        with pytest.raises(InformationError, match="jusqu_au"):
            INFORMATION.parse(f"jusqu_au: {typed}\n", "la fiche")


def test_on_the_screen_what_is_typed_is_what_families_read_and_the_record_opens_again() -> None:
    made = Informing()
    assert made.notice.kind == "attention"
    for name in FIELDS:
        value = getattr(FILLED, name)
        made.fields[name].value = value if isinstance(value, str) else f"{value:%d/%m/%Y}"
    assert made.information() == FILLED
    assert (made.notice.kind, made.summary()) == ("information", "fiche complète")
    for code in ("fr", "ar"):
        made.language.value = code
        assert made.read.lines[1:] == list(shown_to_families(phrases(code), FILLED).lines)
    made.fields["jusqu_au"].value = "jamais"
    assert made.fields["jusqu_au"].error
    assert made.information() == FILLED.model_copy(update={"jusqu_au": None})
    assert made.summary() == "il manque une ligne"


@pytest.mark.parametrize(("length", "fits"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_field_holds_what_fits_on_the_sheet(length: int, fits: bool) -> None:
    text = f"contact: {'x' * length}\n"
    if fits:
        assert len(INFORMATION.parse(text, "la fiche").contact) == length
    else:
        with pytest.raises(InformationError, match="contact"):
            INFORMATION.parse(text, "la fiche")

"""Une date, un mobile, un code s'écrivent de bien des façons : chacune se lit, et une autre valeur reste refusée."""

from __future__ import annotations

import json
from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import example, given, settings
from hypothesis import strategies as st
from javascript import PHONE, value_of

from liaison.base.languages import languages
from liaison.practice.compiled import input_of
from liaison.practice.inputs import class_of
from liaison.practice.model import Input
from liaison.practice.scenario import practice_scenario
from walking import MACHINE, walk

INPUTS = practice_scenario().inputs
MOBILE, BORN, SMS = INPUTS["connexion_mobile"], INPUTS["connexion_naissance"], INPUTS["connexion_code"]
# Space, no-break spaces, hyphens of every sort, and the rest of what a keyboard puts between two numbers.
SEPARATORS = [
    " ",
    "\u00a0",
    "\u202f",
    "  ",
    "-",
    "\u2010",
    "\u2011",
    "\u2013",
    "\u2212",
    "/",
    ".",
    ",",
    "، ",
    ", ",
    " / ",
]
UNSEEN = ["", "\u200e", "\u200f", "\u061c", "\u202b", "\u2067", "\ufeff", "\u00ad"]
DIGITS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９"]
LOCALES = sorted(
    {one.locale for one in languages().values()}
    | {"ar", "ar_SY", "ar_LB", "ar_IQ", "ar_MA", "ar_DZ", "ar_EG", "en_US", "es_MX", "fr_CA"}
)
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
# What a Ukrainian keyboard has for two of the Roman digits.
CYRILLIC = str.maketrans("IX", "ІХ")
DAYS = st.dates(date(2001, 1, 1), date(2030, 12, 31))


@st.composite
def dressed(draw: st.DrawFn, text: str) -> str:
    """The same text with other digits, unseen marks around, spaces before and after."""
    text = text.translate(str.maketrans(DIGITS[0], draw(st.sampled_from(DIGITS))))
    before, after = draw(st.sampled_from(UNSEEN)), draw(st.sampled_from(UNSEEN))
    return draw(st.sampled_from(["", " "])) + before + text + after + draw(st.sampled_from(["", " ", ".", "\u00a0"]))


@st.composite
def written_dates(draw: st.DrawFn, day: date) -> str:
    """One of the ways in which people write a day."""
    apart = draw(st.sampled_from(SEPARATORS))
    numbers = [f"{day.day:02}", f"{day.month:02}", f"{day.year}"]
    short = [f"{day.day}", f"{day.month}", draw(st.sampled_from([f"{day.year}", f"{day.year % 100:02}"]))]
    names = get_month_names(draw(st.sampled_from(["wide", "abbreviated"])), "format", draw(st.sampled_from(LOCALES)))
    name = draw(st.sampled_from([names[day.month], names[day.month].lower(), names[day.month].title()]))
    # Where the month is only a number, as some short forms are, it needs a separator as any other.
    glued = apart if name.isdecimal() else draw(st.sampled_from(["", " ", "-", " de ", "\u00a0"]))
    roman, between = ROMAN[day.month - 1], draw(st.sampled_from([".", "/", "-", " ", ". ", " / "]))
    roman = draw(st.sampled_from([roman, roman.lower(), chr(0x215F + day.month), roman.translate(CYRILLIC)]))
    slash = draw(st.sampled_from(["/", " / ", " - ", " (", " "]))
    ordinal = draw(st.sampled_from(["er", "º", ".º", "er.", "-ше", "-го", "th"]))
    twice = [get_month_names("wide", "format", one)[day.month] for one in draw(st.permutations(["ar_SY", "ar_EG"]))]
    return draw(
        dressed(
            draw(
                st.sampled_from(
                    [
                        apart.join(numbers),
                        apart.join(short),
                        "".join(numbers),
                        apart.join([numbers[2], numbers[1], numbers[0]]),
                        "".join([numbers[2], numbers[1], numbers[0]]),
                        f"{short[0]}{glued}{name}{glued}{numbers[2]}",
                        f"le {short[0]} {name} {numbers[2]}",
                        between.join([short[0], roman, numbers[2]]),
                        f"{short[0]} {slash.join(twice)} {numbers[2]}",
                        *([] if name.isdecimal() else [f"{name} {short[0]}, {numbers[2]}"]),
                        *([] if name.isdecimal() else [f"{short[0]}{ordinal} {name} {numbers[2]}"]),
                    ]
                )
            )
        )
    )


@st.composite
def written_mobiles(draw: st.DrawFn, number: str) -> str:
    """One of the ways in which people write a French mobile, given as 0639980012."""
    apart = draw(st.sampled_from(["", *SEPARATORS]))
    pairs = [number[at : at + 2] for at in range(0, 10, 2)]
    begun = draw(st.sampled_from(["0", "+33", "0033", "33", "+33 (0)", "(+33)", "+33 0", "0033(0)"]))
    text = apart.join([begun + draw(st.sampled_from(["", " "])) * (begun != "0") + pairs[0][1], *pairs[1:]])
    return draw(dressed(text))


@st.composite
def written_codes(draw: st.DrawFn, code: str) -> str:
    """One of the ways in which people write a code of six digits that a text message gave."""
    apart, size = draw(st.sampled_from(["", *SEPARATORS])), draw(st.sampled_from([1, 2, 3]))
    return draw(dressed(apart.join(code[at : at + size] for at in range(0, 6, size))))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Input, str, str]:
    """A field, what somebody types there, and whether it is what is asked for."""
    right = draw(st.booleans())
    kind = draw(st.sampled_from(["date", "mobile", "code"]))
    if kind == "date":
        day = draw(DAYS)
        other = draw(DAYS.filter(lambda one: one != day))
        field = BORN.model_copy(update={"accept": (f"{day:%Y-%m-%d}",)})
        return field, draw(written_dates(day if right else other)), "bon" if right else "faux"
    digits = st.text("0123456789", min_size=8, max_size=8)
    one, two = draw(digits), draw(digits)
    if kind == "mobile":
        field = MOBILE.model_copy(update={"accept": (f"06{one}",)})
        return field, draw(written_mobiles(f"06{one if right else two}")), "bon" if right or one == two else "faux"
    field = SMS.model_copy(update={"accept": (one[:6],)})
    return field, draw(written_codes((one if right else two)[:6])), "bon" if right or one[:6] == two[:6] else "faux"


def on_the_page(drawn: list[tuple[Input, str, str]]) -> list[str]:
    """What machine.js says of each."""
    asked = json.dumps([(input_of(field), text) for field, text, _ in drawn])
    found: list[str] = value_of(f"{asked}.map((one) => machine.classOf(...one))", machine=PHONE / "machine.js")
    return found


@settings(max_examples=12, deadline=None)
@given(st.lists(cases(), min_size=25, max_size=40))
@example([(BORN, text, "bon") for text in ("14032012", "140312", "20120314", "14mars2012", "14–03–2012", "14‑03‑2012")])
@example(
    [
        (BORN, text, "bon")
        for text in ("١٤ آذار ٢٠١٢", "14 اذار 2012", "14 MARS 2012", "14 Mart 2012", "\u200f14/03/2012")
    ]
)
@example(
    [
        (BORN, text, "bon")
        for text in (
            "14 آذار/مارس 2012",
            "14 مارس (آذار) 2012",
            "14.III.2012",
            "14/III/2012",
            "14 ІІІ 2012",
            "14.Ⅲ.2012",
            "14 de março de 2012",
            "14 березня 2012 р.",
            "14 Mart 2012 Çarşamba",
            "mar. 14 mars 2012",
        )
    ]
)
@example(
    [
        (BORN.model_copy(update={"accept": (day,)}), text, "bon")
        for day, text in (
            ("2012-01-01", "1er janvier 2012"),
            ("2012-01-01", "1º de enero de 2012"),
            ("2012-01-01", "1.º de janeiro de 2012"),
            ("2012-01-01", "1 كانون ثاني 2012"),
            ("2012-10-05", "5 تشرين الأول / أكتوبر 2012"),
        )
    ]
)
@example([(BORN, text, "faux") for text in ("14 آذار/أبريل 2012", "14.IV.2012", "14.IIII.2012", "14 mars avril 2012")])
@example(
    [(MOBILE, text, "bon") for text in ("+33 (0)6 39 98 00 12", "33639980012", "06,39,98,00,12", "06–39–98–00–12")]
)
@example(
    [(SMS, text, "bon") for text in ("472 913", "472-913", "472913.", "\u200f472913", "4 7 2 9 1 3", "472\u00a0913")]
)
@example(
    [(BORN, text, "faux") for text in ("14042012", "14avril2012", "13–03–2012", "14 نيسان 2012", "14 03", "31122012")]
)
@example([(MOBILE, text, "faux") for text in ("+33 (0)6 39 98 00 13", "3363998001", "06,39,98,00,1", "+34 639980012")])
@example([(SMS, text, "faux") for text in ("472 914", "47291", "4729133", "code 472913")])
def test_a_way_of_writing_is_read_as_what_it_says_and_another_value_is_refused(
    drawn: list[tuple[Input, str, str]],
) -> None:
    expected = [what for _, _, what in drawn]
    assert [class_of(field, text) for field, text, _ in drawn] == expected
    assert on_the_page(drawn) == expected


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_is_read_by_each_of_its_names_and_by_no_other(locale: str, month: int) -> None:
    field = BORN.model_copy(update={"accept": (f"2012-{month:02}-14",)})
    other = BORN.model_copy(update={"accept": (f"2012-{month % 12 + 1:02}-14",)})
    for width in ("wide", "abbreviated"):
        for form in ("format", "stand-alone"):
            name = get_month_names(width, form, locale)[month]
            assert class_of(field, f"14 {name} 2012") == "bon"
            assert class_of(field, f"14 {name.upper()} 2012") == "bon"
            assert class_of(other, f"14 {name} 2012") == "faux"


@pytest.mark.parametrize(
    ("screen", "field", "wrong", "press", "sentence"),
    [
        ("activation", "connexion_mobile", "+33 (0)6 39 98 00 13", "activation_suite", "connexion-mobile-faux"),
        ("activation_code", "connexion_code", "472-914.", "activation_verifier", "connexion-code-faux"),
        (
            "activation_enfant",
            "connexion_naissance",
            "14avril2012",
            "activation_enfant_suite",
            "connexion-naissance-faux",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_a_sentence_of_its_own(
    screen: str, field: str, wrong: str, press: str, sentence: str
) -> None:
    state = walk(MACHINE.start({"ecran": screen}), f"{field}:{wrong}", press)
    assert state.values["ecran"] == screen
    assert state.said is not None
    assert state.said.say is not None
    assert state.said.say.key == sentence

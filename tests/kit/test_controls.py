"""What Python promises of the controls: values that fit, refusals in French, files in and out."""

import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets
import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_side import taken, tell
from traitlets import TraitError

from liaison.documents import Document, Ending, paragraph
from liaison.rules import RuleError
from widgets import kit
from widgets.hosts import HOSTED, ROOM
from widgets.kit import document_file, file_named, files_out, formats_out, paper_out
from widgets.kit.file_out import MIMES, Made

CHANNELS = [{"value": "ent", "label": "ENT"}, {"value": "sms", "label": "SMS"}, {"value": "mot", "label": "Mot"}]
CONTROLS = {
    *(kit.Action, kit.Heading, kit.SelectField, kit.CheckField, kit.Notice, kit.Panels, kit.FileOut, kit.FileIn),
    *(kit.Progress, kit.Question, kit.FindingList, kit.Paragraphs, kit.Matching, kit.TextArea, kit.Verdict),
    kit.Quantity,
}
NAMES = [option["value"] for option in CHANNELS]


@pytest.fixture(autouse=True)
def _closed_widgets() -> Iterator[None]:
    yield
    ipywidgets.Widget.close_all()


def test_a_list_takes_one_of_its_values() -> None:
    field = kit.SelectField(label="Canal", options=CHANNELS, value="sms")
    field.value = "mot"
    assert field.value == "mot"


def test_a_list_refuses_another_value_and_names_those_it_takes() -> None:
    field = kit.SelectField(label="Canal", options=CHANNELS, value="sms")
    with pytest.raises(TraitError, match=r"« pigeon ».*« Canal ».*ent, sms, mot"):
        field.value = "pigeon"
    assert field.value == "sms"


def test_taking_away_the_chosen_option_empties_the_choice_and_another_does_not() -> None:
    field = kit.SelectField(label="Canal", options=CHANNELS, value="sms")
    field.options = CHANNELS[:2]
    assert field.value == "sms"
    field.options = CHANNELS[:1]
    assert field.value == ""


@pytest.mark.parametrize(
    "options",
    [
        [{"value": "a"}],
        [{"value": "a", "label": ""}],
        [{"value": "a", "label": "A"}] * 2,
        ["a"],
        [{"value": "", "label": "A"}],
    ],
)
def test_options_without_label_or_twice_the_same_are_refused(options: list[Any]) -> None:
    with pytest.raises(TraitError, match="chaque choix porte"):
        kit.SelectField(label="Canal", options=options)


@pytest.mark.parametrize(("value", "fits"), [(0, True), (72, True), (-1, False), (73, False)])
def test_a_number_at_its_bound_fits_and_beyond_does_not(value: float, fits: bool) -> None:
    field = kit.RangeField(label="Délai", max=72)
    if fits:
        field.value = value
        assert field.value == value
        assert isinstance(field.value, int)
    else:
        with pytest.raises(TraitError, match="de 0 à 72"):
            field.value = value


def test_a_whole_number_from_the_page_is_an_int_and_another_a_float() -> None:
    field = kit.RangeField(label="Délai", step=0.5)
    field.set_state({"value": 26.0})
    assert repr(field.value) == "26"
    field.set_state({"value": 26.5})
    assert repr(field.value) == "26.5"


@given(value=st.integers(0, 100), low=st.integers(-50, 150), width=st.integers(1, 100))
def test_new_bounds_bring_the_value_inside_them(value: int, low: int, width: int) -> None:
    field = kit.RangeField(label="Délai", value=value)
    with field.hold_trait_notifications():
        field.min, field.max = low, low + width
    assert field.min <= field.value <= field.max
    if low <= value <= low + width:
        assert field.value == value


def test_a_number_goes_from_0_to_100_by_ones_unless_told_otherwise() -> None:
    field = kit.RangeField(label="Délai")
    assert (field.value, field.min, field.max, field.step) == (0, 0, 100, 1)


def test_bounds_the_wrong_way_round_and_a_step_of_zero_are_refused() -> None:
    with pytest.raises(TraitError, match="le minimum \\(9\\)"):
        kit.RangeField(label="Délai", min=9, max=3, value=9)
    with pytest.raises(TraitError, match="le pas"):
        kit.RangeField(label="Délai", step=0)


@pytest.mark.parametrize("value", ["00:00", "07:30", "23:59", ""])
def test_an_hour_of_the_day_or_none_is_taken(value: str) -> None:
    assert kit.TimeField(label="Heure", value=value).value == value


@pytest.mark.parametrize("value", ["24:00", "7:30", "07:60", "0730", "07:30:00", "midi"])
def test_what_is_not_an_hour_is_refused(value: str) -> None:
    with pytest.raises(TraitError, match="écrivez-la comme 07:30"):
        kit.TimeField(label="Heure", value=value)


@pytest.mark.parametrize(
    ("kind", "empty"), [("radio", ""), ("checkbox", []), ("ordering", NAMES), ("number", None), ("short_text", "")]
)
def test_each_kind_of_question_begins_unanswered(kind: str, empty: Any) -> None:
    assert kit.Question(label="Q", kind=kind, options=CHANNELS).value == empty


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("radio", "sms", "pigeon"),
        ("radio", "", None),
        ("checkbox", ["ent", "mot"], ["ent", "pigeon"]),
        ("checkbox", [], "ent"),
        ("ordering", ["mot", "ent", "sms"], ["mot", "ent"]),
        ("ordering", ["sms", "mot", "ent"], ["sms", "sms", "ent"]),
        ("number", 2.5, "2,5"),
        ("number", None, True),
        ("short_text", "un mot", 3),
    ],
)
def test_an_answer_that_fits_is_kept_and_another_is_refused(kind: str, good: Any, bad: Any) -> None:
    question = kit.Question(label="Q", kind=kind, options=CHANNELS, value=good)
    with pytest.raises(TraitError, match="n'est pas proposée"):
        question.value = bad
    assert question.value == good


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_ticked_values_stand_in_the_order_of_the_options(ticked: list[str]) -> None:
    value = kit.Question(label="Q", kind="checkbox", options=CHANNELS, value=ticked).value
    assert value == [name for name in NAMES if name in ticked]


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("radio", "mot", ""),
        ("radio", "ent", "ent"),
        ("checkbox", ["ent", "mot"], ["ent"]),
        ("ordering", ["mot", "sms", "ent"], ["sms", "ent"]),
        ("short_text", "un mot", "un mot"),
    ],
)
def test_new_options_keep_of_an_answer_what_they_still_hold(kind: str, before: Any, after: Any) -> None:
    question = kit.Question(label="Q", kind=kind, options=CHANNELS, value=before)
    question.options = CHANNELS[:2]
    assert question.value == after


def test_two_questions_never_share_their_empty_answer() -> None:
    one, other = (kit.Question(label="Q", kind="checkbox", options=CHANNELS) for _ in range(2))
    one.value.append("ent")
    assert other.value == kit.Question(label="Q", kind="checkbox", options=CHANNELS).value == []


def test_an_ordering_whose_options_come_late_still_holds_them_all() -> None:
    question = kit.Question(label="Q", kind="ordering")
    assert question.value == []
    question.options = CHANNELS
    assert question.value == NAMES


ITEMS = [{"value": "absence", "label": "Absence"}, {"value": "notes", "label": "Notes"}]


@pytest.mark.parametrize(
    ("good", "bad", "accepted"),
    [
        ({}, {"absence": "pigeon"}, "ent, sms, mot"),
        ({"absence": "ent"}, {"cantine": "ent"}, "absence, notes"),
        ({"absence": "ent", "notes": "ent"}, {"absence": ""}, "ent, sms, mot"),
    ],
)
def test_a_matching_takes_pairs_of_what_it_proposes(good: dict[str, str], bad: dict[str, str], accepted: str) -> None:
    part = kit.Matching(label="Canaux", items=ITEMS, options=CHANNELS, value=good)
    with pytest.raises(TraitError, match=accepted):
        part.value = bad
    assert part.value == good


def test_pairs_stand_in_the_order_of_the_items() -> None:
    part = kit.Matching(label="Canaux", items=ITEMS, options=CHANNELS)
    part.set_state({"value": {"notes": "sms", "absence": "ent"}})
    assert list(part.value) == ["absence", "notes"]


def test_a_pair_that_loses_one_of_its_sides_is_taken_away_and_the_other_kept() -> None:
    part = kit.Matching(label="Canaux", items=ITEMS, options=CHANNELS, value={"absence": "ent", "notes": "mot"})
    part.options = CHANNELS[:2]
    assert part.value == {"absence": "ent"}
    part.items = ITEMS[1:]
    assert part.value == {}


UNITS = [{"value": "heures", "label": "heures"}, {"value": "jours", "label": "jours"}]


@pytest.mark.parametrize("number", [0, -1.5, 36, None])
def test_a_number_and_a_unit_go_together_and_either_may_come_first(number: float | None) -> None:
    part = kit.Quantity(label="Délai", units=UNITS)
    assert part.value == {"number": None, "unit": ""}
    for unit in ("", "jours"):
        given: dict[str, Any] = {"number": number, "unit": unit}
        part.value = given
    assert part.value == {"number": number, "unit": "jours"}


@pytest.mark.parametrize(
    "value",
    [
        {"number": "36", "unit": "heures"},
        {"number": True, "unit": "heures"},
        {"number": float("inf"), "unit": "heures"},
        {"number": float("nan"), "unit": "heures"},
        {"number": 36, "unit": "siècles"},
        {"number": 36},
    ],
)
def test_what_is_not_a_number_with_a_unit_of_the_list_is_refused(value: dict[str, Any]) -> None:
    part = kit.Quantity(label="Délai", units=UNITS, value={"number": 2, "unit": "jours"})
    with pytest.raises(TraitError, match="Délai"):
        part.value = value
    assert part.value == {"number": 2, "unit": "jours"}


def test_a_unit_alone_is_chosen_and_one_taken_away_is_forgotten() -> None:
    part = kit.Quantity(label="Délai", units=UNITS, value={"number": 2, "unit": "jours"})
    part.units = [UNITS[0], {"value": "minutes", "label": "minutes"}]
    assert part.value == {"number": 2, "unit": ""}
    assert kit.Quantity(label="Délai", units=UNITS[:1]).value == {"number": None, "unit": "heures"}


@pytest.mark.parametrize(("length", "fits"), [(60, True), (61, False)])
def test_a_text_of_its_longest_fits_and_one_sign_more_is_refused(length: int, fits: bool) -> None:
    part = kit.TextArea(label="Message", max_length=60)
    if fits:
        part.value = "é" * length
        assert part.value == "é" * length
    else:
        with pytest.raises(TraitError, match="61 signes : 60 au plus".replace(" :", "\u00a0:")):
            part.value = "é" * length
        assert part.value == ""


def test_what_comes_back_to_an_answer_has_a_known_tone_and_arrives_at_once() -> None:
    verdict = kit.Verdict()
    lines = [{"tone": "bon", "word": "tenue", "text": "Le jour même."}]
    verdict.say("Une condition sur une.", "bon", lines)
    assert (verdict.text, verdict.tone, verdict.lines) == ("Une condition sur une.", "bon", lines)
    with pytest.raises(TraitError, match="neutre, bon, partiel, alerte"):
        verdict.lines = [{**lines[0], "tone": "parfait"}]
    verdict.say()
    assert (verdict.text, verdict.tone, verdict.lines) == ("", "neutre", [])


def test_panels_want_a_child_for_each_title_and_a_group_that_exists() -> None:
    panels = kit.Panels(["Un", "Deux"], [ipywidgets.VBox(), kit.Heading(3, "Deux")], open_index=-1)
    panels.open_index = 1
    with pytest.raises(TraitError, match="de 0 à 1"):
        panels.open_index = 2
    with pytest.raises(TraitError, match="2 titres, 1 contenu"):
        panels.children = [ipywidgets.VBox()]
    with pytest.raises(TraitError, match="1 titre, 0 contenu"):
        kit.Panels(["Un"], [])


def test_the_first_group_is_open_at_first_and_one_that_goes_away_is_closed() -> None:
    panels = kit.Panels(["Un", "Deux"], [ipywidgets.VBox(), ipywidgets.VBox()])
    assert panels.open_index == 0
    panels.open_index = 1
    panels.titles = ["Un"]
    assert panels.open_index == -1
    with pytest.raises(TraitError):
        kit.Panels(open_index=1)


def test_progress_says_how_far_and_stops_only_while_it_runs() -> None:
    progress, stops = kit.Progress(label="Simulation", max=12, running=True), []
    progress.on_stop(lambda: stops.append("stop"))
    progress.advance(3)
    assert progress.said == "3 sur 12"
    tell(progress, {"kind": "stop"})
    tell(progress, {"kind": "pause"})
    progress.running = False
    tell(progress, {"kind": "stop"})
    assert stops == ["stop"]


def test_progress_of_what_does_not_stop_hears_no_such_wish() -> None:
    progress, stops = kit.Progress(label="Effacement", running=True, stops=False), []
    progress.on_stop(lambda: stops.append("stop"))
    tell(progress, {"kind": "stop"})
    assert stops == []


def test_progress_begins_still_and_of_an_unknown_length_says_no_number() -> None:
    progress = kit.Progress(label="Simulation")
    assert (progress.value, progress.max, progress.running, progress.said) == (0, 0, False, "")
    progress.advance(3)
    assert (progress.value, progress.said) == (3, "")
    progress.advance(4, "Quatre classes")
    assert (progress.value, progress.said) == (4, "Quatre classes")


def test_each_file_arrives_with_its_name_and_bytes() -> None:
    part = kit.FileIn(label="Ouvrir")
    received: dict[str, bytes] = {}
    part.on_file(received.__setitem__)
    tell(part, {"kind": "files", "names": ["a.json", "b.csv"]}, memoryview(b"{}"), memoryview(b"x;y"))
    assert received == {"a.json": b"{}", "b.csv": b"x;y"}
    assert part.said == "2 fichiers reçus\u00a0: a.json, b.csv."
    assert part.error == ""


def test_a_file_may_weigh_8_mb_unless_told_otherwise_and_both_sides_say_so() -> None:
    part = kit.FileIn(label="Ouvrir")
    assert (part.max_mb, part.disabled) == (8, False)
    assert "8 Mo" in part.too_big.replace("\u00a0", " ")


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_refused_in_french() -> None:
    part, received = kit.FileIn(label="Ouvrir", max_mb=0.5), []
    part.on_file(lambda name, content: received.append(len(content)))
    tell(part, {"kind": "files", "names": ["a", "b"]}, bytes(2**19), bytes(2**19 + 1))
    assert received == [2**19]
    assert "« b » dépasse 0,5 Mo" in part.error.replace("\u00a0", " ")
    assert "« a »" not in part.error.replace("\u00a0", " ")


def test_a_file_that_cannot_be_read_says_so_and_the_others_are_read() -> None:
    part, received = kit.FileIn(label="Ouvrir"), []

    def read(name: str, content: bytes) -> None:
        if name == "regle.yaml":
            raise RuleError("La règle «\u00a0x\u00a0» n'existe pas.")
        if name == "faux.json":
            raise KeyError("version")
        received.append(name)

    part.on_file(read)
    tell(part, {"kind": "files", "names": ["regle.yaml", "faux.json", "bon.json"]}, b"", b"", b"")
    assert received == ["bon.json"]
    assert "La règle «\u00a0x\u00a0» n'existe pas." in part.error
    assert "Son contenu n'est pas celui attendu" in part.error
    assert "KeyError" not in part.error
    assert "version" not in part.error


def test_files_chosen_together_are_done_once_and_what_fails_then_is_a_sentence() -> None:
    part, done = kit.FileIn(label="Ouvrir"), []

    def finish() -> None:
        done.append(len(received))
        if len(received) > 2:
            raise KeyError("rang")

    received: list[str] = []
    part.on_file(lambda name, _content: received.append(name))
    part.on_done(finish)
    tell(part, {"kind": "files", "names": ["a", "b"]}, b"", b"")
    assert (done, part.error) == ([2], "")
    tell(part, {"kind": "files", "names": ["c"]}, b"")
    assert done == [2, 3]
    assert "Son contenu n'est pas celui attendu" in part.error


def test_three_hundred_files_are_counted_and_a_few_are_named() -> None:
    part = kit.FileIn(label="Ouvrir")
    names = [f"{number}.json" for number in range(300)]
    tell(part, {"kind": "files", "names": names}, *[b""] * 300)
    assert part.said == "300 fichiers reçus\u00a0: 0.json, 1.json, 2.json, 3.json, 4.json…"


def answers_of(part: kit.FileIn, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of the messages that the page receives from now on."""
    sent: list[str] = []
    monkeypatch.setattr(part, "send", lambda content, buffers=None: sent.append(content["kind"]), raising=False)
    return sent


def test_a_file_in_pieces_is_given_whole_once_and_each_piece_is_acknowledged(monkeypatch: pytest.MonkeyPatch) -> None:
    part = kit.FileIn(label="Ouvrir", max_mb=64)
    received: dict[str, bytes] = {}
    part.on_file(received.__setitem__)
    sent = answers_of(part, monkeypatch)
    message = {"kind": "files", "turn": 1, "names": ["petit", "gros"]}
    tell(part, {**message, "of": [0, 1], "more": True}, memoryview(b"p"), memoryview(b"ab"))
    tell(part, {**message, "of": [1], "more": True}, memoryview(b"cd"))
    assert (received, part.said, sent) == ({}, "", ["more", "more"])
    tell(part, {**message, "of": [1], "more": False}, memoryview(b"e"))
    assert received == {"petit": b"p", "gros": b"abcde"}
    assert sent == ["more", "more", "done"]
    assert "petit, gros" in part.said


def test_a_choice_that_is_stopped_or_replaced_gives_nothing_of_itself() -> None:
    part, received = kit.FileIn(label="Ouvrir"), []
    part.on_file(lambda name, content: received.append((name, content)))
    for last in ({"kind": "stop", "turn": 1}, {"kind": "files", "turn": 2, "names": ["b"], "of": [0]}):
        tell(part, {"kind": "files", "turn": 1, "names": ["a"], "of": [0], "more": True}, b"12")
        tell(part, last, *([b"3"] if last["kind"] == "files" else []))
    assert received == [("b", b"3")]


def test_the_last_piece_of_a_choice_that_was_stopped_is_not_taken_for_the_whole_of_it() -> None:
    part, received = kit.FileIn(label="Ouvrir"), []
    part.on_file(lambda name, content: received.append((name, content)))
    message = {"kind": "files", "turn": 1, "names": ["a"], "of": [0]}
    tell(part, {**message, "before": 0, "more": True}, b"12")
    tell(part, {"kind": "stop", "turn": 1})
    tell(part, {**message, "before": 1, "more": False}, b"3")  # it was leaving when the stop was pressed
    assert received == []
    tell(part, {**message, "turn": 2, "before": 0, "more": True}, b"12")
    tell(part, {**message, "turn": 2, "before": 1, "more": False}, b"3")
    assert received == [("a", b"123")]


def test_pieces_that_exceed_the_limit_are_refused_and_not_kept() -> None:
    part, received = kit.FileIn(label="Ouvrir", max_mb=0.5), []
    part.on_file(lambda name, content: received.append(name))
    message = {"kind": "files", "turn": 1, "names": ["a", "b"], "more": True}
    tracemalloc.start()
    for _ in range(40):
        tell(part, {**message, "of": [1]}, bytes(2**19))
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    tell(part, {**message, "of": [0], "more": False}, b"x")
    assert received == ["a"]
    assert "« b » dépasse 0,5 Mo" in part.error.replace("\u00a0", " ")
    assert held < 2 * 2**20


@pytest.mark.parametrize(("hub", "asked_first"), [("", False), ("/user/claire/", True)])
def test_a_file_that_may_speak_of_real_people_is_asked_about_on_another_machine(
    monkeypatch: pytest.MonkeyPatch, hub: str, asked_first: bool
) -> None:
    for name in (ROOM, *HOSTED):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", hub)
    part, received = kit.FileIn(label="Ouvrir", real=True), []
    part.on_file(lambda name, content: received.append(name))
    tell(part, {"kind": "files", "names": ["familles.csv"]}, b"x")
    assert received == ([] if asked_first else ["familles.csv"])
    assert bool(part.error) == asked_first
    assert ("serveur hébergé" in part.ask) == asked_first
    tell(part, {"kind": "files", "names": ["autres.csv"], "agreed": True}, b"x")
    assert received[-1] == "autres.csv"
    assert part.error == ""
    assert kit.FileIn(label="Ouvrir une politique").ask == ""


def asked(part: kit.FileOut, monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], Any]]:
    """Press the button; the messages that the page then receives."""
    sent: list[tuple[dict[str, Any], Any]] = []
    monkeypatch.setattr(part, "send", lambda content, buffers=None: sent.append((content, buffers)), raising=False)
    tell(part, {"kind": "request"})
    return sent


def test_of_several_files_the_last_alone_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    buttons = [kit.FileOut(label=label) for label in ("Un", "Deux", "Trois")]
    for button in buttons[:2]:
        button.on_request(lambda: ("a.txt", "text/plain", b""))
    kit.say_the_last(buttons)
    for at, button in enumerate([*buttons, *buttons]):
        asked(button, monkeypatch)
        told = [bool(each.said or each.error) for each in buttons]
        assert told == [rank == at % 3 for rank in range(3)]
    assert buttons[2].error


def test_a_file_is_made_at_the_press_and_given_to_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    part, made = kit.FileOut(label="Télécharger"), []
    part.on_request(lambda: made.append(1) or ("charte.pdf", "application/pdf", b"%PDF"))  # type: ignore[func-returns-value]
    assert made == []
    assert asked(part, monkeypatch) == [({"kind": "file", "name": "charte.pdf", "mime": "application/pdf"}, [b"%PDF"])]
    assert "charte.pdf" in part.said


def test_a_file_that_fails_gives_a_sentence_never_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    part = kit.FileOut(label="Télécharger")
    part.on_request(lambda: 1 // 0)  # type: ignore[arg-type, return-value]
    assert asked(part, monkeypatch) == [({"kind": "problem"}, None)]
    assert "n'a pas pu être préparé" in part.error
    assert "division" not in part.error
    assert part.said == ""


@pytest.mark.parametrize("make", [lambda: ("charte.pdf", "application/pdf", b"%PDF"), lambda: 1 // 0])
def test_what_was_said_of_a_file_goes_when_what_it_was_made_of_changes(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = kit.FileOut(label="Télécharger")
    part.on_request(make)
    asked(part, monkeypatch)
    assert part.said or part.error
    part.forget()
    assert (part.said, part.error) == ("", "")


def test_a_button_without_maker_fails_in_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    part = kit.FileOut(label="Télécharger")
    assert asked(part, monkeypatch) == [({"kind": "problem"}, None)]
    assert part.error


def test_a_button_calls_back_at_each_press_and_at_nothing_else() -> None:
    button, presses = kit.Action(label="Voir"), []
    button.on_press(lambda: presses.append("press"))
    tell(button, {"event": "press"})
    tell(button, {"event": "hover"})
    tell(button, {"event": "press"})
    assert presses == ["press", "press"]


def test_a_finding_has_a_known_severity() -> None:
    finding = {"severity": "a_discuter", "severity_label": "À discuter", "title": "t", "detail": "d", "change": "c"}
    assert kit.FindingList(findings=[finding]).words["change"].endswith(":")
    with pytest.raises(TraitError, match=r"«\u00a0grave\u00a0».*a_corriger, a_discuter, a_savoir"):
        kit.FindingList(findings=[{**finding, "severity": "grave"}])


def everything_in(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """The widget, its children, and theirs."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything_in(child)


def kinds_in(widget: ipywidgets.Widget) -> set[type]:
    """The classes of the parts in it (a widget with traits of its own has a class of its own)."""
    return {kind for child in everything_in(widget) for kind in type(child).__mro__}


def test_the_whole_gallery_of_controls_can_be_made() -> None:
    from widgets.gallery import show_controls

    page = show_controls()
    assert isinstance(page, ipywidgets.VBox)
    assert kinds_in(page) >= CONTROLS


def test_the_two_pages_of_the_gallery_show_every_part_of_the_kit() -> None:
    from widgets.gallery import show_controls, show_results

    shown = kinds_in(show_controls()) | kinds_in(show_results())
    drawn = {part for part in vars(kit).values() if isinstance(part, type) and issubclass(part, kit.Part)}
    assert drawn - {kit.Part, kit.Control} <= shown


def test_a_file_is_told_for_what_its_name_says_and_no_unknown_kind_is_made() -> None:
    assert file_named("charte.pdf", b"%PDF") == ("charte.pdf", "application/pdf", b"%PDF")
    assert file_named("a.b.csv", b"x")[1] == "text/csv"
    for odd in ("charte", "charte.exe", "pdf"):
        with pytest.raises(KeyError):
            file_named(odd, b"")


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE")])
def test_a_document_is_taken_in_the_format_of_its_ending(ending: Ending, start: bytes) -> None:
    document = Document(title="Essai", blocks=(paragraph("Une phrase."),))
    name, mime, content = document_file("essai", ending, document)
    assert (name, mime) == (f"essai.{ending}", MIMES[f".{ending}"])
    assert content.lower().startswith(start.lower())


def test_several_files_have_a_button_each_in_their_order_and_none_is_made_before_it_is_pressed() -> None:
    made: list[str] = []

    def maker(name: str) -> Callable[[], Made]:
        def make() -> Made:
            made.append(name)
            return file_named(f"{name}.csv", name.encode())

        return make

    buttons = files_out(str.upper, {name: maker(name) for name in ("b", "a")})
    assert [button.label for button in buttons.values()] == ["B", "A"]
    assert made == []
    assert taken(buttons["a"])[2] == b"a"
    assert made == ["a"]


def test_the_formats_of_a_paper_stand_under_its_name_and_each_makes_its_own() -> None:
    made: list[str] = []

    def make(ending: str) -> Made:
        made.append(ending)
        return file_named(f"charte.{ending}", ending.encode())

    buttons = formats_out("La charte", make)
    name, row = paper_out(buttons.values()).children
    assert (name.text, row.children) == ("La charte", tuple(buttons.values()))
    assert {button.paper for button in buttons.values()} == {"La charte"}
    assert len({button.label for button in buttons.values()}) == len(buttons)
    assert taken(buttons["pdf"]) == ("charte.pdf", "application/pdf", b"pdf")
    assert made == ["pdf"]

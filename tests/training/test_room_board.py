"""Le tableau de séance sans navigateur : ce qui part vers la page, et ce qui n'y part jamais."""

import asyncio
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import ipywidgets
import pytest
from ipywidgets.widgets.widget import _instances
from narrowing import of_kind
from page_side import tell
from training.a_room import CODES, NAME, REAL, SESSION, SMALL, hand_in, kept, right

from liaison.questions.common import Single
from liaison.rules import rule
from liaison.training.board import live as room_module
from liaison.training.board.class_figures import FEWEST_RULE
from liaison.training.board.tables import projected
from liaison.training.session.definition import write_session
from widgets.training_board import Board, audience, opening

FIRST = "message_de_21_heures"
WRONG = {FIRST: "perdu"}
NAMES = {CODES[0]: "Zoé Martin", CODES[1]: "Ana Lopes"}


@pytest.fixture(autouse=True)
def _closed_widgets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "SUITE", tmp_path)
    monkeypatch.setattr(audience, "TOO_SOON_S", 0)
    yield
    ipywidgets.Widget.close_all()


@pytest.fixture
def session(tmp_path: Path) -> Path:
    folder = tmp_path / "seance_de_mars"
    folder.mkdir()
    write_session(folder, SESSION)
    lines = [f"{code};{name}" for code, name in NAMES.items()]
    (folder / "participants.csv").write_text("\n".join(["code;nom", *lines]), encoding="utf-8")
    return folder


def beat(board: Board) -> None:
    """Ask for the news, as the page does."""
    tell(board.pulse, {"kind": "beat"})


def press(action: Any) -> None:
    tell(action, {"event": "press"})


def sent() -> str:
    """Everything that the page holds."""
    return json.dumps([one.get_state() for one in _instances.values()], default=str, ensure_ascii=False)


def go_private(board: Board) -> None:
    board.audience.choice.value = "private"
    press(board.audience.button)


def rows(board: Board) -> dict[str, str]:
    return {row["who"]: row["label"] for row in board.private.people.rows}


def bar(board: Board, number: int = 0) -> str:
    return str(board.projected.bars.rows[number]["text"])


def filled(session: Path, count: int = 6, values: dict[str, Any] = WRONG) -> Board:
    for code in CODES[:count]:
        hand_in(session, code, values)
    board = Board(session)
    beat(board)
    return board


# --- opening --------------------------------------------------------------------------------------------------


def test_the_only_session_of_the_suite_is_opened_without_asking(session: Path) -> None:
    board = Board()
    assert board.title.text == SESSION.title
    assert board.opening.widget not in board.widget.children


def test_two_sessions_are_offered_and_the_one_chosen_is_opened(session: Path, tmp_path: Path) -> None:
    other = tmp_path / "seances" / "avril"
    other.mkdir(parents=True)
    write_session(other, SESSION.model_copy(update={"title": "Celle d'avril"}))
    board = Board()
    assert board.widget.children == (board.opening.widget,)
    press(board.opening.button)
    assert "Choisissez une séance" in board.opening.notice.text
    chosen = next(one for one in board.opening.which.options if "avril" in one["label"])
    board.opening.which.value = chosen["value"]
    press(board.opening.button)
    assert board.title.text == "Celle d'avril"


def test_where_no_session_is_found_a_path_opens_one_and_a_wrong_one_is_said(tmp_path: Path) -> None:
    elsewhere = tmp_path / "trop" / "loin" / "ailleurs"
    elsewhere.mkdir(parents=True)
    board = Board()
    assert board.opening.notice.title == "Aucune séance trouvée"
    board.opening.path.value = f'"{elsewhere}"'
    press(board.opening.button)
    assert board.opening.notice.kind == "erreur"
    assert "n'est pas le dossier d'une séance" in board.opening.notice.text
    write_session(elsewhere, SESSION)
    press(board.opening.button)
    assert board.title.text == SESSION.title


def test_the_session_that_a_hub_runs_comes_first(
    session: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "celle_du_hub"
    other.mkdir()
    write_session(other, SESSION.model_copy(update={"title": "Celle du hub"}))
    monkeypatch.setenv("CARNETS_SEANCE", str(other))
    assert Board().title.text == "Celle du hub"


# --- what the room sees ---------------------------------------------------------------------------------------


def test_before_anybody_begins_the_board_says_so_and_when_everybody_has_handed_in_too(session: Path) -> None:
    board = Board(session)
    assert board.projected.bars.headline == "Aucune des 6 personnes n'a encore commencé"
    for code in CODES:
        hand_in(session, code, right(FIRST))
    beat(board)
    assert (board.projected.bars.headline, board.projected.bars.done) == ("Les 6 copies sont remises", "done")


def test_a_copy_that_arrives_moves_its_bar_at_the_next_beat(session: Path) -> None:
    board = filled(session, 5)
    assert bar(board) == "5\u00a0à revoir" or bar(board) == "5 à revoir"
    hand_in(session, CODES[5], right(FIRST))
    beat(board)
    assert bar(board) == "1 juste, 5 à revoir"
    assert [one["share"] for one in board.projected.bars.rows[0]["parts"]] == [1 / 6, 5 / 6]


def test_a_beat_with_nothing_new_sends_nothing_but_the_time(session: Path) -> None:
    board = filled(session)
    changed: list[str] = []
    parts = [*_instances.values()]
    for part in parts:
        if part is not board.pulse:
            part.observe(lambda change: changed.append(f"{change['owner']}.{change['name']}"))
    beats = board.pulse.beats
    beat(board)
    assert board.pulse.beats == beats + 1
    assert changed == []


def test_under_the_threshold_only_how_many_answered_is_projected_and_the_threshold_can_be_changed(
    session: Path,
) -> None:
    board = filled(session, 4)
    assert bar(board).endswith("le détail vient à 5")
    assert board.projected.which.options == []
    assert board.private.fewest.value == rule(FEWEST_RULE, SESSION.date).value == 5
    assert board.private.fewest.badge["kind"] == "hypothese"
    board.private.fewest.value = 4
    assert "4 à revoir" in bar(board)
    assert [one["value"] for one in board.projected.which.options] == [FIRST]


def test_the_question_chosen_shows_its_wrong_answers_by_how_many_people_give_them(session: Path) -> None:
    board = filled(session)
    assert board.projected.faults.widget.children == ()
    board.projected.which.value = FIRST
    chart = board.projected.faults.chart
    assert chart.data[0]["count"] == 6
    assert chart.data[0]["label"] in {choice.label for choice in of_kind(REAL.question(FIRST), Single).choices}
    # Everybody has mended it: the question stays, with what the first attempts were.
    for code in CODES:
        hand_in(session, code, again(FIRST, "perdu", "attend"))
    beat(board)
    assert board.projected.which.value == FIRST
    assert (chart.data[0]["count"], chart.data[0]["said"]) == (0, "0 (au premier essai\u00a0: 6)")
    assert "plus rien à revoir" in chart.title


def again(question: str, first: Any, last: Any) -> bytes:
    content = json.loads(kept({question: last}))
    content["answers"][question] |= {"first": first, "attempts": 2}
    return json.dumps(content).encode()


def test_bets_are_shown_before_then_compared_within_those_who_bet_twice(session: Path) -> None:
    assert REAL.bet is not None
    one, other = (choice.id for choice in REAL.bet.choices[:2])
    board = filled(session, 6, {"pari": one})
    assert board.projected.bets.chart.kind == "bars"
    assert board.projected.bets.chart.data[0]["count"] == 6
    for code in CODES[:5]:
        hand_in(session, code, again("pari", one, other))
    beat(board)
    assert board.projected.bets.chart.kind == "compare"
    assert [(row["before"], row["after"]) for row in board.projected.bets.chart.data[:2]] == [(5, 0), (0, 5)]
    assert board.projected.bets.text.text.startswith("5 personnes ont changé d'avis")


# --- nothing private where it may be projected ----------------------------------------------------------------


def test_the_page_holds_neither_code_nor_name_until_the_private_view_is_confirmed_and_none_after(session: Path) -> None:
    board = filled(session)
    hand_in(session, "Paul Inconnu", WRONG)
    beat(board)
    private = [*CODES, *NAMES.values(), "Paul Inconnu"]

    def leaked() -> list[str]:
        return [word for word in private if word in sent()]

    assert leaked() == []
    board.audience.choice.value = "private"
    assert leaked() == []
    press(board.audience.button)
    # The folder that the session does not know may bear a name: a number until names are asked for.
    assert leaked() == [*CODES]
    assert "participant 1 (inconnu de la séance)" in rows(board)
    press(board.audience.button)
    assert {*NAMES.values(), "Paul Inconnu"} <= {*leaked()}
    board.audience.choice.value = "projected"
    assert leaked() == []
    board.audience.choice.value = "private"
    assert leaked() == []


def test_names_are_hidden_again_by_the_same_button_and_a_session_of_codes_says_that_it_has_none(session: Path) -> None:
    board = filled(session)
    go_private(board)
    press(board.audience.button)
    assert "Zoé Martin" in rows(board)
    press(board.audience.button)
    assert CODES[0] in rows(board)
    (session / "participants.csv").unlink()
    press(board.audience.button)
    assert "aucun nom" in board.audience.notice.text
    assert CODES[0] in rows(board)


def test_a_double_press_does_not_show_names(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    board = filled(session)
    now = [1000.0]
    monkeypatch.setattr(audience, "TOO_SOON_S", 60)
    monkeypatch.setattr(audience, "time", SimpleNamespace(monotonic=lambda: now[0]))
    go_private(board)
    assert not board.audience.private
    now[0] += audience.TOO_SOON_S
    press(board.audience.button)
    now[0] += audience.TOO_SOON_S / 2
    press(board.audience.button)
    assert (board.audience.private, board.audience.names) == (True, False)


def test_the_private_view_says_what_each_person_needs_in_the_numbers_of_the_questions(session: Path) -> None:
    board = filled(session, 1, {**WRONG, "message_clair": "Signez."})
    hand_in(session, CODES[1], b"{")
    beat(board)
    beat(board)
    go_private(board)
    number = {question.id: place for place, question in enumerate(REAL.questions, 1)}
    needs = {row["who"]: row["needs"].replace("\u00a0", " ") for row in board.private.people.rows}
    assert needs[CODES[0]].startswith(f"à revoir : {number[FIRST]} · texte à lire : {number['message_clair']} · sans")
    assert "coupé ou abîmé" in needs[CODES[1]]
    assert rows(board)[CODES[1]] == "illisible"
    assert rows(board)[CODES[2]] == "pas commencé"
    # Who needs help comes first, and a text that was written is nowhere in the page.
    assert board.private.people.rows[0]["who"] == CODES[1]
    assert "Signez." not in sent()
    assert board.private.missed.rows[0]["id"] == FIRST


# --- loading, pause, error ------------------------------------------------------------------------------------


def test_while_the_first_copies_are_read_the_board_does_not_say_that_nobody_has_begun(session: Path) -> None:
    hand_in(session, CODES[0], right(FIRST))
    board = Board(session)
    assert board.content.children == (board.loading,)
    assert "encore 1 à lire" in board.pulse.line
    beat(board)
    assert board.content.children == (board.projected.widget,)
    assert board.pulse.line.startswith("À jour à")


def test_a_paused_board_reads_nothing_and_takes_up_where_it_was(session: Path) -> None:
    board = filled(session, 5)
    press(board.pause)
    hand_in(session, CODES[5], right(FIRST))
    beat(board)
    assert "5 personnes sur 6" in board.projected.bars.headline
    assert board.pulse.line.startswith("En pause depuis")
    assert board.pause.label == "Reprendre"
    press(board.pause)
    assert board.projected.bars.headline == "Les 6 copies sont remises"


def test_a_folder_gone_keeps_what_was_read_and_its_path_is_told_in_private_only(session: Path, tmp_path: Path) -> None:
    board = filled(session, 5)
    away = tmp_path / "debranche"
    session.rename(away)
    beat(board)
    assert board.error.title == "Le dossier de la séance ne peut plus être lu"
    assert str(session) not in board.error.text
    assert board.pulse.line.startswith("Le dossier ne répond plus")
    assert board.pulse.lost
    assert "5 personnes sur 6" in board.projected.bars.headline
    go_private(board)
    assert str(session) in board.error.text
    away.rename(session)
    beat(board)
    assert board.error.title == ""
    assert board.pulse.line.startswith("À jour à")
    assert not board.pulse.lost


def test_copies_that_cannot_be_read_are_counted_for_the_room(session: Path) -> None:
    board = filled(session, 5)
    hand_in(session, CODES[5], b"{")
    beat(board)
    assert board.projected.more.text == ""
    beat(board)
    assert board.projected.more.text.startswith("1 copie ne peut pas être lue")


def test_a_session_whose_modules_have_no_exercise_here_says_so(tmp_path: Path) -> None:
    write_session(tmp_path, SESSION.model_copy(update={"modules": ("99_a_venir",)}))
    board = Board(tmp_path)
    assert board.error.title.startswith("Aucun module de cette séance")


def test_several_modules_are_chosen_in_a_list_and_one_alone_is_not(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = filled(session)
    assert board.module not in board.widget.children
    monkeypatch.setattr(room_module, "exercise_names", lambda: [NAME, SMALL.id])
    monkeypatch.setattr(room_module, "exercise", {NAME: REAL, SMALL.id: SMALL}.__getitem__)
    write_session(session, SESSION.model_copy(update={"modules": (NAME, SMALL.id)}))
    os.utime(session / "seance.yaml", (2_000_000_000, 2_000_000_000))
    beat(board)
    assert board.module in board.widget.children
    assert board.module.value == NAME
    board.module.value = SMALL.id
    assert board.table is not None
    assert [question.id for question in board.table.questions] == [question.id for question in SMALL.questions]
    assert board.projected.bars.headline.startswith("Aucune des 6")


def test_what_is_about_answers_comes_with_the_first_copy_in_both_views(session: Path) -> None:
    board = Board(session)
    beat(board)
    room, private = board.projected, board.private
    assert (room.bars.title, room.bars.rows) == ("", [])
    assert room.which not in room.widget.children
    hand_in(session, CODES[0], right(FIRST))
    beat(board)
    assert [row["id"] for row in room.bars.rows] == [question.id for question in REAL.questions]
    assert {room.which, room.bets.widget} < {*room.widget.children}
    assert board.table is not None
    private.show(board.table, None)
    assert {private.missed, private.which, private.fewest} < {*private.widget.children}


def test_in_a_page_the_folder_is_read_in_a_thread_one_look_at_a_time(session: Path) -> None:
    for code in CODES:
        hand_in(session, code, right(FIRST))
    board = Board(session)

    async def page() -> None:
        beat(board)
        first = board.reading
        beat(board)
        assert board.reading is first
        assert first is not None
        await first

    asyncio.run(page())
    assert board.projected.bars.headline == "Les 6 copies sont remises"


def test_a_board_paused_while_it_reads_does_not_move(session: Path) -> None:
    board = filled(session, 5)
    hand_in(session, CODES[5], right(FIRST))

    async def page() -> None:
        beat(board)
        assert board.reading is not None
        await asyncio.sleep(0)  # the reading has begun
        press(board.pause)
        await board.reading

    asyncio.run(page())
    assert "5 personnes sur 6" in board.projected.bars.headline
    assert board.pulse.line.startswith("En pause depuis")


def test_whatever_a_disk_does_the_board_says_it_and_goes_on(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    board = filled(session, 5)
    assert board.room is not None

    def breaks() -> None:
        raise OSError(5, "Input/output error")

    async def page() -> None:
        beat(board)
        assert board.reading is not None
        await board.reading

    with monkeypatch.context() as broken:
        broken.setattr(board.room, "look", breaks)
        asyncio.run(page())
    assert board.error.title == "Le dossier de la séance ne peut plus être lu"
    go_private(board)
    assert "le disque ne répond pas comme il faut" in board.error.text
    assert "Input/output" not in board.error.text
    asyncio.run(page())
    assert board.error.title == ""


def test_the_reader_hears_the_sentence_of_the_room_and_not_each_bar(session: Path) -> None:
    board = filled(session, 5)
    assert board.pulse.aloud.startswith("5 personnes sur 6 ont commencé.")
    assert board.table is not None
    assert str(projected(board.table, 5).copies) in board.pulse.aloud


def test_the_folder_of_a_session_is_left_as_it_was(session: Path) -> None:
    before = contents(session)
    board = filled(session, 0)
    go_private(board)
    press(board.audience.button)
    beat(board)
    assert contents(session) == before
    shutil.rmtree(session)
    beat(board)
    assert not session.exists()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

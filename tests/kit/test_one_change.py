"""Un changement à la fois : ce qu'il fait n'est dit qu'une fois essayé, et l'on revient à ce qui était."""

import asyncio

from page_side import parts_of, press, tell
from waiting import until, wait_until

from widgets.kit import ChangeWords, OneChange, Paragraphs
from widgets.kit.background import Stop
from widgets.kit.one_change import NOTHING


def asked(tried: list[str | None]) -> OneChange[str]:
    words: ChangeWords[str] = ChangeWords(
        help="",
        searching="Cherche",
        failed="Rien trouvé",
        none="Rien n'aide.",
        label=lambda change: f"Essayer {change}",
        does=lambda change: f"{change} aide",
        price=lambda change: f"{change} coûte",
    )
    return OneChange(words, tried.append)


def test_changes_that_are_offered_are_not_tried_yet() -> None:
    tried: list[str | None] = []
    one = asked(tried)
    one.look(lambda _stopped: ["a", "b"])
    labels = [option["label"] for option in one.question.options]
    assert labels == ["Rien : comme c'est maintenant".replace(" :", "\u00a0:"), "Essayer a", "Essayer b"]
    assert (one.question.value, one.does.text, one.chosen) == (NOTHING, "", None)
    assert tried == []


def test_to_offer_changes_again_puts_nothing_back() -> None:
    tried: list[str | None] = []
    one = asked(tried)
    one.look(lambda _stopped: ["a", "b"])
    one.question.value = "0"
    one.look(lambda _stopped: ["c"])
    assert (tried, one.question.value, one.chosen) == (["a"], NOTHING, None)


def test_the_one_that_is_chosen_is_tried_then_what_it_does_and_costs_is_said() -> None:
    tried: list[str | None] = []
    one = asked(tried)
    one.look(lambda _stopped: ["a", "b"])
    one.question.value = "1"
    assert (tried[-1], one.chosen, one.does.text, one.does.detail) == ("b", "b", "b aide", "b coûte")
    one.question.value = NOTHING
    assert (tried[-1], one.does.text, one.does.detail) == (None, "", "")


def test_other_changes_take_the_place_of_the_first_and_none_is_said() -> None:
    tried: list[str | None] = []
    one = asked(tried)
    one.look(lambda _stopped: ["a"])
    one.question.value = "0"
    before = len(tried)
    one.look(lambda _stopped: [])
    place = one.widget.children[1]
    assert [type(part) for part in place.children] == [Paragraphs]
    assert one.none.lines == ["Rien n'aide."]
    assert len(tried) == before, "looking for others is no trial"


def test_a_search_that_is_stopped_offers_nothing_says_so_and_is_begun_again_in_a_press() -> None:
    """What it had tried by then is not what helps most."""
    ends = [False, True]

    def search(stopped: Stop) -> list[str]:
        if ends.pop(0):
            return ["b", "a"]
        wait_until(stopped)
        return ["a"]

    async def play() -> None:
        one = asked([])
        one.look(search)
        await until(lambda: one.search.progress.running)
        tell(one.search.progress, {"kind": "stop"})
        await until(lambda: one.search.again in [*parts_of(one.widget)])
        (said,) = one.none.lines
        assert said.startswith("Arrêtée avant la fin")
        assert one.question not in [*parts_of(one.widget)]
        assert one.changes == ()
        press(one.search.again)
        await until(lambda: one.question in [*parts_of(one.widget)])
        assert one.changes == ["b", "a"]
        assert one.search.again not in [*parts_of(one.widget)]

    asyncio.run(play())


def test_a_search_that_failed_is_begun_again_in_a_press() -> None:
    fails = [True, False]

    def search(_stopped: Stop) -> list[str]:
        if fails.pop(0):
            raise MemoryError
        return ["a"]

    one = asked([])
    one.look(search)
    parts = [*parts_of(one.widget)]
    assert one.search.failed in parts
    assert one.search.failed.title == "Rien trouvé"
    press(one.search.again)
    parts = [*parts_of(one.widget)]
    assert one.question in parts
    assert one.search.failed not in parts
    assert one.search.again not in parts

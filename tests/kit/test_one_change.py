"""Un changement à la fois : ce qu'il fait n'est dit qu'une fois essayé, et l'on revient à ce qui était."""

from widgets.kit import ChangeWords, OneChange, Paragraphs
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

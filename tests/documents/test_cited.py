"""The rules that a document cites: a number each, in the order of first citation, and their source in full."""

import datetime as dt

from narrowing import present

from liaison.documents import NatureBadge, Source
from liaison.documents.cited import CHOICE, Sources, gathered, long_date, source_words
from liaison.rules import as_reported

DAY = dt.date(2026, 11, 25)


def test_a_rule_cited_twice_has_one_number_and_one_source() -> None:
    sources = Sources(DAY)
    first, second = sources.find("accompagnement/pret_entretien"), sources.find("accompagnement/taille_groupe")
    assert first
    assert second
    assert [sources.badge(one).source for one in (first, second, first)] == [1, 2, 1]
    listed = [block for block in sources.section() if isinstance(block, Source)]
    assert [(one.number, one.nature) for one in listed] == [(1, "loi"), (2, "hypothese")]


def test_a_rule_that_does_not_hold_yet_is_not_cited() -> None:
    sources = Sources(dt.date(2020, 1, 1))
    assert sources.stated(sources.find("accompagnement/taille_groupe")) == ()
    assert sources.section() == []


def test_a_law_nobody_read_is_reported_and_an_assumption_has_no_date() -> None:
    sources = Sources(DAY)
    law, guess = sources.find("accompagnement/pret_usure"), sources.find("accompagnement/durees")
    assert law
    assert guess
    assert "Depuis le" not in source_words(law), "its source dates a version, not the article"
    assert "Rapporté par un éditeur qui cite la DILA" in source_words(law)
    assert source_words(guess).endswith("Valeur choisie par la suite, à régler : aucun texte ne la fixe.")
    assert "2025" not in source_words(guess)
    assert isinstance(sources.stated(law)[1], NatureBadge)


def test_a_sentence_that_states_a_rule_says_that_it_is_reported_until_a_person_has_read_the_text() -> None:
    sources = Sources(DAY)
    reported, guess = sources.find("accompagnement/pret_usure"), sources.find("accompagnement/taille_groupe")
    assert reported
    read = reported.model_copy(
        update={"reference": reported.reference.model_copy(update={"read_on": DAY, "reported_by": None})}
    )
    beside = ["".join(map(str, sources.stated(one)[2:])) for one in (reported, read, guess)]
    assert beside == [" (rapporté) ", " ", " "]
    assert [as_reported(one) for one in (reported, read)] == [", d'après ce qui en est rapporté", ""]


def test_badges_are_gathered_beside_the_words_each_once_with_what_is_only_reported() -> None:
    sources = Sources(DAY)
    reported, guess = sources.find("accompagnement/pret_usure"), sources.find("accompagnement/taille_groupe")
    words, marks = gathered((*sources.stated(reported), *sources.stated(guess), "Choisi. ", CHOICE, CHOICE))
    assert not [part for part in words if isinstance(part, NatureBadge)]
    assert "(rapporté)" not in "".join(map(str, words))
    assert "".join(map(str, words)).endswith(". Choisi. ")
    shown = [part.nature if isinstance(part, NatureBadge) else part for part in marks]
    assert shown == [present(reported).kind, " (rapporté)", " ", "hypothese", " ", "charte"]
    assert gathered(("Rien.",)) == (("Rien.",), ())


def test_the_first_of_a_month_is_written_as_it_is_said() -> None:
    assert long_date(dt.date(2026, 9, 1)) == "1er septembre 2026"
    assert long_date(dt.date(2026, 9, 2)) == "2 septembre 2026"

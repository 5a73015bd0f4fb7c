"""Le langage clair : des paires de phrases, la claire passe, l'autre est arrêtée avec sa raison."""

from pathlib import Path

import pytest
from practice.plain_language import common_words, plain_faults, plain_faults_of_language, plain_words

from liaison.base.languages import languages
from liaison.phone.words import TEXTS as FRAME

LONG = "Vous pouvez lire ce message sur votre téléphone ou sur un ordinateur"


@pytest.mark.parametrize(
    ("clear", "hard", "why"),
    [
        (f"{LONG}.", f"{LONG} fixe.", "13 mots, 12 au plus"),
        ("Lisez le message. Le collège attend une réponse.", f"{LONG} chez vous ce soir.", "16 mots, 12 au plus"),
        ("La personne qui répond est M. Haddad.", "La personne qui lit ce que vous dites répond.", "plusieurs idées"),
        ("Le papier est signé. Il est parti.", "Le papier est signé ; il est parti.", "plusieurs idées"),
        ("Prenez le livre, le cahier, le stylo.", "Prenez un livre, un cahier, un stylo, un sac.", "plusieurs idées"),
        ("Collège Les Tilleuls (inventé)", "Un papier (à rendre lundi au plus tard)", "plusieurs idées"),
        ("Demandez à l'intendance.", "Demandez à la thésaurisation.", "« thésaurisation » est un mot long"),
        ("Prenez un créneau.", "Prenez un pédiluve.", "« pédiluve » n'est pas un mot courant"),
        ("C'est le SMS du collège.", "C'est le RGPD du collège.", "« rgpd » n'est pas un mot courant"),
        ("Lisez la lettre.", "Lisez le courrier.", "ou lettre (en papier) », pas « courrier »"),
        ("Appuyez sur le bouton.", "Cliquez sur le bouton.", "écrire « appuyez », pas « cliquez »"),
        ("Ouvrez l'image.", "Ouvrez l'icône.", "écrire « image », pas « icône »"),
        ("Ouvrez l’image.", "Ouvrez l’icône.", "écrire « image », pas « icône »"),
    ],
)
def test_the_clear_sentence_passes_and_the_hard_one_is_stopped(clear: str, hard: str, why: str) -> None:
    assert plain_faults(clear) == []
    assert any(why in fault for fault in plain_faults(hard))


def test_each_sentence_is_counted_alone() -> None:
    assert plain_faults(f"{LONG}. {LONG} ? {LONG}") == []


def test_a_title_before_a_name_ends_no_sentence() -> None:
    assert plain_faults("M. Leroy lit ce que Mme B. écrit.") == []
    assert plain_faults("M. Leroy lit ce que Mme B. dit que vous faites.") != []


@pytest.mark.parametrize("question", ["Qui êtes-vous ?", "Que voulez-vous faire ?", "Qui lit ce que vous écrivez ?"])
def test_the_word_that_asks_a_question_links_nothing(question: str) -> None:
    assert plain_faults(question) == []


def test_a_word_that_only_begins_like_a_link_is_none() -> None:
    assert plain_faults("Quittez la page. Quelle question posez-vous quelquefois ici ?") == []


def test_the_name_of_a_button_counts_for_one_word() -> None:
    assert plain_faults("Appuyez sur « Voir tout ce que voient ceux qui ont le même lien que vous ».") == []


def test_a_name_inside_a_sentence_is_no_unknown_word_but_the_first_word_is_looked_up() -> None:
    assert plain_faults("Parlez à Zébulon.") == []
    assert plain_faults("Zébulonner est facile.") != []


def test_spaces_that_do_not_break_change_nothing() -> None:
    assert plain_faults("Qui\u00a0êtes-vous\u00a0?") == []


def test_the_fault_shows_the_sentence() -> None:
    (fault,) = plain_faults("Tout va bien. Lisez le mail.")
    assert fault == "« Lisez le mail. » : écrire « courriel », pas « mail »"


def test_what_explains_a_word_is_itself_clear() -> None:
    for word, explanation in plain_words().explained.items():
        assert plain_faults(explanation) == [], word


def test_no_word_is_both_explained_and_to_be_replaced() -> None:
    lists = plain_words()
    assert not {*lists.explained} & {*lists.instead}
    assert not {*lists.instead} & lists.allowed


def test_the_frequency_list_knows_ordinary_words_and_not_the_others() -> None:
    assert {"école", "message", "choisissez", "rendez"} <= common_words()
    assert not {"pédiluve", "dématérialisé", "authentification"} & common_words()


def test_a_language_is_read_file_by_file_with_its_attributes_and_its_variables(tmp_path: Path) -> None:
    folder = tmp_path / "fr_simple"
    folder.mkdir()
    text = f"bon-texte = Lisez le {'{ $jour }'}.\nmission-a = Lisez.\n    .indice-1 = Cliquez ici.\n"
    (folder / "essai.ftl").write_text(text, encoding="utf-8")
    (fault,) = plain_faults_of_language("fr_simple", tmp_path)
    assert fault.startswith("essai.ftl, mission-a.indice-1 : « Cliquez ici. »")


def test_a_language_without_text_is_not_called_clear(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="Aucun texte"):
        plain_faults_of_language("fr_simple", tmp_path)


def test_every_text_in_simplified_french_is_plain() -> None:
    assert "fr_simple" in languages()
    assert plain_faults_of_language("fr_simple") == plain_faults_of_language("fr_simple", FRAME) == []

"""Annuler un changement du laboratoire de messagerie : ce qui revient, en mots, et l'écran qui suit."""

from liaison.messaging.policy.policy import load_policy
from widgets.messaging import Lab, LabState
from widgets.messaging.settings_back import messaging_undo, settings_back


def test_a_setting_of_the_policy_comes_back_with_its_name_and_its_value() -> None:
    state = LabState()
    undo, before = messaging_undo(state), state.policy
    state.policy = before.with_purpose("notes", rhythm="hebdomadaire")
    undo.undo()
    assert state.policy == before
    assert undo.sentence.startswith("Annulé. Revient «\u00a0")
    assert "otes" in undo.sentence


def test_what_the_policy_is_tried_on_comes_back_on_its_controls_too() -> None:
    lab = Lab(LabState())
    undo, weeks = messaging_undo(lab.state), lab.state.weeks
    control = lab.settings.start.weeks
    control.value = weeks + 2
    assert lab.state.weeks == weeks + 2
    undo.undo()
    assert (lab.state.weeks, control.value) == (weeks, weeks)
    assert f"{weeks} semaines" in undo.sentence.replace("\u00a0", " ")


def test_of_a_policy_that_changes_by_its_name_alone_the_name_comes_back() -> None:
    policy = load_policy("equilibree")
    before, after = {"policy": policy}, {"policy": policy.changed(name="La nôtre")}
    assert settings_back(before, after) == [("Nom de cette politique", "La nôtre")]


def test_of_messages_in_three_languages_each_comes_back_by_its_name_and_of_more_how_many() -> None:
    policy = load_policy("equilibree").changed(languages=("fr",))
    sentences = {}
    for codes in (("fr", "ar", "tr"), ("fr", "ar", "tr", "uk")):
        (setting,) = settings_back({"policy": policy}, {"policy": policy.changed(languages=codes)})
        sentences[len(codes)] = setting
    assert sentences == {
        3: ("Langues des messages", "français, arabe et turc"),
        4: ("Langues des messages", "4 langues"),
    }


def test_the_list_of_models_names_the_one_that_the_policy_is_and_none_otherwise() -> None:
    lab = Lab(LabState())
    undo, models = messaging_undo(lab.state), lab.settings.start.preset
    first = models.value
    assert load_policy(first) == lab.state.policy
    models.value = "equilibree"
    undo.undo()
    assert (models.value, lab.state.policy) == (first, load_policy(first))
    undo.redo()
    assert (models.value, lab.state.policy) == ("equilibree", load_policy("equilibree"))
    lab.state.policy = lab.state.policy.with_purpose("notes", rhythm="hebdomadaire")
    assert models.value == ""

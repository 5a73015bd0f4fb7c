"""Le questionnaire en écrans : un JSON par langue, une question à la fois, que la façade des familles interprète.

The interpreter of the practice ENT shows it: variables, screens, blocks, actions. Here nothing is invented, nothing is
kept but the answers, and the last screen makes the file that the family hands over (`liaison.diagnostic.answers`).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from liaison.base.languages import Language
from liaison.diagnostic.questionnaire.phrases import Phrases, phrases, spoken
from liaison.diagnostic.questionnaire.questionnaire import Item

VERSION = 1
UNANSWERED = "sans_reponse"
YES, NO = "oui", "non"
SUMMARY, HANDING = "seuil", "remettre"  # « seuil » is where the interpreter's « Menu » leads when nobody is signed in
# A drawing for each question, row or value that has one of its own.
PICTOGRAMS = {
    "appareils": "ordinateur",
    "partage": "famille",
    "connexion": "lien",
    "imprimante": "imprimer",
    "seul": "main",
    "lecture": "enveloppe",
    "aide": "groupe",
    "canal": "cloche",
    "moment": "horloge",
    "langue": "langue",
    "pret": "ordinateur",
    "atelier": "calendrier",
    "se_connecter": "cle",
    "ouvrir_piece_jointe": "trombone",
    "repondre_ou_signer": "stylo",
    "envoyer_document": "photo",
    "reconnaitre_fraude": "attention",
}
OWN = {
    "appareils-ordinateur": "ordinateur",
    "appareils-tablette": "tablette",
    "appareils-smartphone": "telephone",
    "imprimante-maison": "maison",
    "imprimante-ailleurs": "ecole",
    "aide-maison": "maison",
    "aide-proche": "personne",
    "aide-association": "groupe",
    "canal-ent": "menu",
    "canal-sms": "bulle",
    "canal-telephone": "telephone",
    "canal-papier": "papier",
    "canal-courriel": "enveloppe",
    "pret-ordinateur": "ordinateur",
    "pret-cle_internet": "lien",
}


class QuestionScreen(NamedTuple):
    """One screen of questions: the question, and the row of it when it is a grid."""

    item: Item
    row: str

    @property
    def screen(self) -> str:
        """Return the name of the screen."""
        return f"q_{self.item.id}_{self.row}" if self.row else f"q_{self.item.id}"

    @property
    def variables(self) -> tuple[str, ...]:
        """Return what is chosen on the screen, by the names of the columns of a table of answers."""
        if self.item.kind == "multiple":
            return self.item.columns
        return (self.item.column(self.row) if self.row else self.item.id,)


def steps(items: tuple[Item, ...]) -> tuple[QuestionScreen, ...]:
    """Return the screens of the questions, in order."""
    return tuple(QuestionScreen(item, row) for item in items for row in (item.rows or ("",)))


def form(code: str) -> dict[str, Any]:
    """Return the questionnaire of the suite in one language, as plain JSON values for the front-end.

    Keys: those of a practice scenario (version, language, languages, words, variables, inputs, services, screens,
    missions, paths), of which some are empty; `file`, how answers become the file of a family.

    Raises:
        TextError: a sentence is missing in that language.
    """
    texts = phrases(code)
    questionnaire = texts.questionnaire
    path = steps(questionnaire.items)
    screens = {step.screen: _screen(texts, path, number) for number, step in enumerate(path)}
    return {
        "version": VERSION,
        "language": _shown(texts.language),
        "languages": [_shown(language) for language in spoken().values()],
        "words": texts.words(),
        "variables": {"ecran": [*screens, SUMMARY, HANDING], "session": ["personne"], **_variables(path)},
        "inputs": {},
        "services": [],
        "screens": {**screens, SUMMARY: _summary(texts, path), HANDING: _handing(texts)},
        "missions": [],
        "paths": [],
        "file": {
            "questionnaire": questionnaire.id,
            "questions": [_filed(item) for item in questionnaire.items],
            "context": {name: list(values) for name, values in questionnaire.context.items()},
            # A family reads what its code holds besides its answers.
            "said": {
                name: {"name": texts.question(name), "values": {value: texts.part(name, value) for value in values}}
                for name, values in questionnaire.context.items()
            },
            # Said by the page itself when the address of the school does not say otherwise.
            "without": {name: value for name, value in {"mode": "en_ligne"}.items() if name in questionnaire.context},
        },
    }


def _shown(language: Language) -> dict[str, Any]:
    return language.model_dump(exclude={"locale", "day"})


def _variables(path: tuple[QuestionScreen, ...]) -> dict[str, list[str]]:
    variables: dict[str, list[str]] = {}
    for step in path:
        values = [NO, YES] if step.item.kind == "multiple" else [UNANSWERED, *step.item.values]
        variables |= dict.fromkeys(step.variables, values)
    return variables


def _screen(texts: Phrases, path: tuple[QuestionScreen, ...], number: int) -> dict[str, Any]:
    """Return a screen that asks one thing: it can be answered, passed, emptied; « Retour » is the one before."""
    step, answered = path[number], _answered(path[number])
    after = path[number + 1].screen if number + 1 < len(path) else SUMMARY
    implied = _implied(path, number)
    return {
        "title": texts.question(step.item.id),
        "asked": _place_words(texts, step),
        "back": path[max(number - 1, 0)].screen,
        "blocks": [
            *([{"kind": "text", "text": help_}] if (help_ := texts.help(step.item)) else []),
            _choice(texts, step),
            {**_action("suivant", texts, "suite", after, implied, main=True), "when": answered},
            {**_action("passer", texts, "suite", after), "when": {"not": answered}},
            {**_emptying(texts, step), "when": answered},
        ],
    }


def _place_words(texts: Phrases, step: QuestionScreen) -> str:
    """Return which question it is, numbered as on the sheet, and which row of it when it is a grid."""
    items, rows = texts.questionnaire.items, step.item.rows
    which = {"numero": items.index(step.item) + 1, "total": len(items)}
    if not rows:
        return texts.frame("etape", **which)
    return texts.frame("etape-partie", **which, rang=rows.index(step.row) + 1, parties=len(rows))


def _answered(step: QuestionScreen) -> dict[str, Any]:
    """Return the condition that something is chosen on the screen."""
    if step.item.kind == "multiple":
        return {"any": [{name: [YES]} for name in step.variables]}
    return {"not": {step.variables[0]: [UNANSWERED]}}


def _implied(path: tuple[QuestionScreen, ...], number: int) -> tuple[dict[str, Any], ...]:
    """Return what « Suivant » does first when the answer here decides the next question, or no longer does."""
    step, after = path[number], path[number + 1] if number + 1 < len(path) else None
    if after is None or after.item.implied is None:
        return ()
    value, answer = after.item.implied.value, after.item.implied.answer
    name = step.item.column(value) if step.item.kind == "multiple" else step.item.id
    decided = {name: [YES if step.item.kind == "multiple" else value]}
    (known,) = after.variables
    beyond = path[number + 2].screen if number + 2 < len(path) else SUMMARY
    return (
        {"when": decided, "set": {known: answer}, "go": beyond},
        {"when": {known: [answer]}, "set": {known: UNANSWERED}, "go": after.screen},
    )


def _choice(texts: Phrases, step: QuestionScreen) -> dict[str, Any]:
    item = step.item
    if item.kind == "multiple":
        boxes = [
            {
                "variable": name,
                **_named(texts, item.id, value),
                **({"alone": True} if value in item.alone else {}),
            }
            for name, value in zip(step.variables, item.values, strict=True)
        ]
        return {"kind": "boxes", "label": texts.question(item.id), "help": texts.frame("plusieurs"), "boxes": boxes}
    # Under a question that is asked five times, the row is what changes: it is read as the name of the choice.
    label, titled = (texts.part(item.id, step.row), False) if step.row else (texts.question(item.id), True)
    options = [{"value": value, **_named(texts, item.id, value)} for value in item.values]
    choice = {"kind": "choice", "variable": step.variables[0], "label": label, "options": options}
    return {**choice, "titled": True} if titled else {**choice, "pictogram": PICTOGRAMS.get(step.row, "main")}


def _named(texts: Phrases, name: str, value: str) -> dict[str, str]:
    key = f"{name}-{value}"
    return {"text": texts.part(name, value), **({"pictogram": OWN[key]} if key in OWN else {})}


def _action(
    key: str, texts: Phrases, pictogram: str, go: str, before: tuple[dict[str, Any], ...] = (), *, main: bool = False
) -> dict[str, Any]:
    cases = [*before, {"go": go}]
    action = {"kind": "action", "id": key, "text": texts.frame(key), "pictogram": pictogram, "cases": cases}
    return {**action, "main": True} if main else action


def _emptying(texts: Phrases, step: QuestionScreen) -> dict[str, Any]:
    first = NO if step.item.kind == "multiple" else UNANSWERED
    key = "effacer-reponse"
    case = {"set": dict.fromkeys(step.variables, first)}
    return {"kind": "action", "id": "effacer", "text": texts.frame(key), "pictogram": "effacer", "cases": [case]}


def _summary(texts: Phrases, path: tuple[QuestionScreen, ...]) -> dict[str, Any]:
    """Return the screen of all questions with what was answered; each one opens its own screen."""
    lines = [
        {
            "id": f"revoir_{step.screen}",
            "text": texts.part(step.item.id, step.row) if step.row else texts.question(step.item.id),
            "detail": texts.frame("sans-reponse"),
            "recalls": step.screen,
            "pictogram": PICTOGRAMS.get(step.row or step.item.id, "bulle"),
            "cases": [{"go": step.screen}],
        }
        for step in path
    ]
    return {
        "title": texts.frame("menu"),
        "back": path[-1].screen,
        "blocks": [
            {"kind": "text", "text": texts.frame("relire")},
            {"kind": "items", "items": lines},
            {**_action("remettre", texts, "document", HANDING, main=True)},
        ],
    }


def _handing(texts: Phrases) -> dict[str, Any]:
    return {
        "title": texts.frame("remettre"),
        "back": SUMMARY,
        "blocks": [{"kind": "file"}],
    }


def _filed(item: Item) -> dict[str, Any]:
    """Return how a question is written in the file: a value, a list of values, or a value by row."""
    filed = {"id": item.id, "kind": item.kind, "parts": list(item.rows or item.values)}
    return {**filed, "values": list(item.values)} if item.rows else filed


__all__ = ["QuestionScreen", "form", "steps"]

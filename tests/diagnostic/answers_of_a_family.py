"""Ce qu'a répondu une famille d'un tableau, comme le fichier qu'elle remettrait."""

import pandas as pd

from liaison.diagnostic.answers import Answers, FamilyAnswer, GivenAnswer
from liaison.diagnostic.questionnaire.item import column_name


def family_answer(answers: Answers, identifier: str) -> FamilyAnswer:
    """Return what one family of the table answered, as the file that it would hand over."""
    row = answers.table.loc[identifier]
    given: dict[str, GivenAnswer] = {}
    for item in answers.questionnaire.items:
        if item.kind == "single" and pd.notna(row[item.id]):
            given[item.id] = str(row[item.id])
        elif item.kind == "multiple" and pd.notna(row[column_name(item.id, item.values[0])]):
            given[item.id] = tuple(value for value in item.values if row[item.column(value)])
        elif item.kind == "grid":
            cells = {part: row[item.column(part)] for part in item.rows}
            filled = {part: str(value) for part, value in cells.items() if pd.notna(value)}
            given |= {item.id: filled} if filled else {}
    context = {name: str(row[name]) for name in answers.questionnaire.context if pd.notna(row[name])}
    return FamilyAnswer(questionnaire=answers.questionnaire.id, contexte=context, reponses=given)

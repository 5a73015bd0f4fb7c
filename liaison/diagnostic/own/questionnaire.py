"""Le questionnaire d'une école et sa correspondance, faits de son propre export : rien à écrire pour le compter."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from liaison.base.quoting import shown
from liaison.base.sentences import french_beside
from liaison.base.tables import DeclaredTable, declared_as
from liaison.base.yaml_text import write_yaml
from liaison.diagnostic.answers import Answers
from liaison.diagnostic.own.held import asked_of, without_held
from liaison.diagnostic.own.making import ExportedQuestion, Making, name_of, source_named
from liaison.diagnostic.own.twins import ColumnAnswers, derived, follows
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import (
    LEVEL,
    MOST_ASKED,
    QUESTIONNAIRE,
    Item,
    Questionnaire,
    QuestionnaireError,
    family_questionnaire,
)
from liaison.diagnostic.reading.asked_twice import asked_twice
from liaison.diagnostic.reading.cells import CellReader
from liaison.diagnostic.reading.file_columns import FileColumns, file_columns
from liaison.diagnostic.reading.formats import open_file
from liaison.diagnostic.reading.formats.source import SourceColumn
from liaison.diagnostic.reading.formats.suite import HEAD
from liaison.diagnostic.reading.formats.suite import NAME as SUITE
from liaison.diagnostic.reading.mapping import SAYS_NOTHING, MappedColumn, Mapping
from liaison.diagnostic.reading.proposed import propose_mapping
from liaison.diagnostic.reading.reading import read_answers
from liaison.diagnostic.reading.wording import lexicon

phrase = french_beside(__file__)

_ASKED = HEAD.index("questionnaire")


class SuiteFileError(QuestionnaireError):
    """A file that the suite wrote: it says itself which questionnaire it answers, and no other is to be made.

    `questionnaire`: the name of that questionnaire.
    """

    def __init__(self, name: str, questionnaire: str):
        ours = questionnaire == family_questionnaire().id
        super().__init__(
            phrase("reponses-a-la-suite", file=name)
            if ours
            else phrase("reponses-a-un-questionnaire", file=name, questionnaire=shown(questionnaire))
        )
        self.questionnaire = questionnaire


class WrittenFileError(QuestionnaireError):
    """A table that the suite wrote: nobody answers it."""

    def __init__(self, name: str, table: DeclaredTable):
        sentence_key = "ecrit-par-la-suite-pour-l-equipe" if table.team else "ecrit-par-la-suite"
        super().__init__(phrase(sentence_key, file=name, what=table.what))


@dataclass(frozen=True)
class OwnQuestionnaire:
    """What an export asks: the questionnaire, how its columns answer it, and why the other columns are left out.

    `counted`: the questions that are counted; those that wait to be read again are in the questionnaire, as `held`.
    """

    questionnaire: Questionnaire
    mapping: Mapping
    counted: tuple[ExportedQuestion, ...]
    left: dict[str, str]

    def texts(self) -> dict[str, str]:
        """Return the two files that a team may correct: the questionnaire, then the mapping."""
        read = self.mapping.model_dump(mode="json", exclude_defaults=True)
        return {
            "questionnaire.yaml": questionnaire_text(self.questionnaire),
            "correspondance.yaml": write_yaml({"version": 1} | read),
        }

    def read_again(self) -> OwnQuestionnaire:
        """Return it once a person says that no title nor answer names somebody."""
        return replace(self, questionnaire=self.questionnaire.model_copy(update={"relu": "oui"}))


def questionnaire_text(questionnaire: Questionnaire) -> str:
    """Return a school's own questionnaire as the file that a team may correct."""
    content = questionnaire.model_dump(mode="json", exclude_defaults=True)
    return write_yaml({"version": 1, "relu": questionnaire.relu} | content)


def own_questionnaire(name: str, content: bytes, identifier: str = "questionnaire") -> OwnQuestionnaire:
    """Return the questionnaire that an export seems to ask.

    A column is a question when it holds few different answers; columns of one title, its boxes or its rows. Level and
    way of answering are those of the suite, even where no column says them: results are by level. What designates
    somebody, a number or a text is left out, and so is what the tool writes itself.

    Raises:
        SuiteFileError: a file of the suite, which says which questionnaire it answers.
        WrittenFileError: another file of the suite, and which one.
        QuestionnaireError: a file in which no question is found, or too many.
    """
    every = _every_question(name, content, identifier)
    questionnaire = without_held(every.questionnaire)
    published = {item.id for item in questionnaire.items}
    return replace(
        every, questionnaire=questionnaire, counted=tuple(each for each in every.counted if each.item.id in published)
    )


def _every_question(name: str, content: bytes, identifier: str) -> OwnQuestionnaire:
    """Return the questionnaire of an export, before what may name somebody is set aside."""
    suite = family_questionnaire()
    opened = open_file(content, name, lexicon(suite), first_sheet=True)
    # Words of the questionnaire stand in some of them, under titles that are not its own.
    if table := declared_as(next((line.cells for line in opened.lines), ())):
        raise WrittenFileError(name, table)
    columns = file_columns(name, content, suite)
    if columns is None:
        reason = opened.fault or phrase("en-demander-un-csv")
        raise QuestionnaireError(phrase("ne-s-ouvre-pas", file=name, reason=reason))
    if columns.layout.format == SUITE:
        raise SuiteFileError(name, next((row[_ASKED] for row in columns.sample if len(row) > _ASKED), suite.id))
    context = _context(columns)
    by_tool = {
        each.name: phrase("texte-libre" if each.kind == "text" else "ecrite-par-l-outil")
        for each in columns.layout.columns
        if each.kind != "answer"
    }
    making = Making(columns, by_tool)
    making.add_all({each.source for each in context})
    nothing = QuestionnaireError(phrase("rien-a-compter", file=name))
    if not making.items:
        raise nothing
    if len(making.items) > MOST_ASKED:
        raise QuestionnaireError(phrase("trop-de-questions", file=name, count=len(making.items), most=MOST_ASKED))
    # A mapping for the questions of the suite must not be taken for one of these.
    own_id = name_of(identifier, (suite.id,))
    questionnaire = Questionnaire(version=1, id=own_id, items=tuple(making.items), context=suite.context)
    sources = {column.name: column for column in columns.layout.columns}
    mapped = [_at_its_place(each, sources[each.source]) for each in (*making.mapped, *context)]
    layout = columns.layout
    of_file = {"format": layout.format, "manquantes": SAYS_NOTHING, "rien_coche": layout.unticked}
    mapping = Mapping(questionnaire=questionnaire.id, colonnes=tuple(mapped), **of_file)
    made = OwnQuestionnaire(questionnaire, mapping, tuple(making.counted), making.left)
    made = _asked_once(made, columns)
    answers = read_answers(content, made.questionnaire, made.mapping, name=name).answers
    once = _told_once(made, answers)
    if not once.counted:
        raise nothing
    return _with_alone(once, answers)


def _at_its_place(mapped: MappedColumn, column: SourceColumn) -> MappedColumn:
    """Return how a column is mapped, named as it is written, and between which others, where two have one title."""
    between = column.between if column.twin_header else None
    return mapped.model_copy(update={"source": source_named(column), "entre": between})


def _asked_once(made: OwnQuestionnaire, columns: FileColumns) -> OwnQuestionnaire:
    """Return the questionnaire without the questions asked again in another column, of which a title was changed."""
    words, sources = lexicon(made.questionnaire), {source_named(each): each for each in columns.layout.columns}
    readers = [CellReader.of(each, sources[each.source], made.mapping, words) for each in made.mapping.colonnes]
    names = [each.item.id for each in made.counted]
    titles = {each.item.id: each.title for each in made.counted}
    why: dict[str, str] = {}
    questions = {reader.source: question_of(reader.column.cible) for reader in readers}
    every = list(columns.layout.columns)
    while twice := asked_twice(every, readers, columns.sample, words):  # a title may have changed more than once
        for name, left in twice.items():
            other = questions.get(left.column, "")
            if name in titles and other in names[names.index(name) + 1 :] and name not in why:
                key = "repondue-a-cote" if left.beside else "autre-langue" if left.otherwise else "posee-deux-fois"
                why.setdefault(other, phrase(key, title=shown(titles[name])))
        again = [left.column for left in twice.values()]
        every = [column for column in every if column not in again]
    return _without(made, why)


def _told_once(made: OwnQuestionnaire, answers: Answers) -> OwnQuestionnaire:
    """Return the questionnaire without the questions that follow from another, or from the level, or tell it."""
    level = ColumnAnswers(_cells_of(answers, LEVEL))
    answers_of = {
        item.id: ColumnAnswers(list(answers_to(item, answers)), item.kind == "multiple")
        for item in made.questionnaire.items
    }
    why = {
        name: phrase("dit-le-niveau") for name, own in answers_of.items() if follows(own, level) or follows(level, own)
    }
    titles = {each.item.id: each.title for each in made.counted}
    others = derived({name: own for name, own in answers_of.items() if name not in why})
    why |= {name: phrase("dit-deja", title=shown(titles[other])) for name, other in others.items()}
    return _without(made, why)


def _without(made: OwnQuestionnaire, why: dict[str, str]) -> OwnQuestionnaire:
    """Return the questionnaire without some questions, each with the reason why."""
    if not why:
        return made
    questions = tuple(each for each in made.counted if each.item.id not in why)
    left = {column: why[each.item.id] for each in made.counted if each.item.id in why for column in each.columns}
    read = tuple(each for each in made.mapping.colonnes if question_of(each.cible) not in why)
    return OwnQuestionnaire(
        made.questionnaire.model_copy(update={"items": tuple(each.item for each in questions)}),
        made.mapping.model_copy(update={"colonnes": read}),
        questions,
        made.left | left,
    )


def _with_alone(made: OwnQuestionnaire, answers: Answers) -> OwnQuestionnaire:
    """Return the questionnaire with the boxes that exclude the others: by their words, where no form says otherwise."""

    def with_boxes(item: Item) -> Item:
        if item.kind != "multiple":
            return item
        forms = [ticked for ticked in answers_to(item, answers) if isinstance(ticked, frozenset)]
        apart = (
            value
            for value in item.apart
            if not any(item.words[value] in ticked and len(ticked) > 1 for ticked in forms)
        )
        return item.model_copy(update={"alone": tuple(apart)})

    questions = tuple(replace(each, item=with_boxes(each.item)) for each in made.counted)
    questionnaire = made.questionnaire.model_copy(update={"items": tuple(each.item for each in questions)})
    return replace(made, questionnaire=questionnaire, counted=questions)


def answers_to(item: Item, answers: Answers) -> Iterator[Hashable]:
    """Yield what each family answers to a question, in the words of the export."""
    for cells in zip(*(_cells_of(answers, name) for name in item.columns), strict=True):
        if item.kind == "multiple":
            yield frozenset(item.words[value] for value, cell in zip(item.values, cells, strict=True) if cell)
        elif item.kind == "grid":
            yield cells if any(cells) else None
        else:
            yield item.words[cells[0]] if cells[0] else None


def _cells_of(answers: Answers, name: str) -> list[Any]:
    column = answers.table[name]
    return column.astype(object).where(column.notna(), None).tolist()


def kept_questionnaire(name: str, content: bytes) -> Questionnaire:
    """Return the questionnaire of a file that was taken away, perhaps corrected since.

    Raises:
        QuestionnaireError: not a questionnaire, and why.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionnaireError(phrase("pas-du-texte", file=name)) from error
    questionnaire = asked_of(QUESTIONNAIRE.parse(text, f"« {name} »"), f"« {name} »")
    return questionnaire.model_copy(update={"context": family_questionnaire().context | questionnaire.context})


def _context(columns: FileColumns) -> list[MappedColumn]:
    """Return the columns that say a level or a way of answering, as the suite reads them: by their words, not a title.

    « Mode » may be that of transport: a column of which no word is understood is a question like any other.
    """
    suite = family_questionnaire()
    proposed = propose_mapping(columns.layout, columns.sample, lexicon(suite)).colonnes
    own = [each for each in proposed if each.cible in suite.context]
    return [each for each in own if not each.valeurs or any(each.valeurs.values())]


__all__ = [
    "OwnQuestionnaire",
    "SuiteFileError",
    "WrittenFileError",
    "answers_to",
    "kept_questionnaire",
    "own_questionnaire",
    "questionnaire_text",
]

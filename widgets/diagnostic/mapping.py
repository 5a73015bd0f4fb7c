"""La correspondance à l'écran : à quelle question répond chaque colonne, ce que veut dire chaque mot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liaison.base.words import named
from liaison.diagnostic.questionnaire.item import question_of
from liaison.diagnostic.questionnaire.questionnaire import NO_ANSWER
from widgets.diagnostic.received import Received
from widgets.diagnostic.state import FILES, DiagnosticState
from widgets.diagnostic.words import cut, question_words, t, value_words
from widgets.kit import Action, FileOut, Matrix, Notice, Paragraphs, SelectField, file_stem, stack

if TYPE_CHECKING:
    from liaison.diagnostic.reading.answer_files import AnswerFile
    from liaison.diagnostic.reading.file_columns import FileColumns
    from liaison.diagnostic.reading.mapping import MappedColumn, Mapping

NOTHING = "rien"
TARGET = "cible"
MOST_WORDS = 24  # mots d'une colonne que l'on décide à la main
LONGEST, SHORT_WORD = 90, 24


class MappingView:
    """The mapping of one file: its columns as rows of a table of choices, the words of one column, a file to keep."""

    def __init__(self, state: DiagnosticState, received: Received) -> None:
        self.state, self.received = state, received
        self.name = ""
        self.columns: FileColumns | None = None
        self.mapped: dict[str, MappedColumn] = {}
        self.aside: dict[str, str] = {}
        self.missing: tuple[str, ...] = ()
        self._showing = False
        self.nothing = Notice()
        self.file = SelectField(label=t("map-file"))
        self.intro = Paragraphs()
        self.targets = Matrix(label=t("map-columns"), help=t("map-columns-help"), corner=t("map-column"))
        self.unticked = SelectField(
            label=t("map-unticked"),
            help=t("map-unticked-help"),
            options=[{"value": name, "label": t(f"map-unticked-{name}")} for name in ("non", "sans_reponse")],
        )
        self.column = SelectField(label=t("map-words-of"), help=t("map-words-help"))
        self.words = stack()
        self.fields: dict[str, SelectField] = {}
        self.fault = Notice(kind="erreur")
        self.apply = Action(label=t("map-apply"), main=True)
        self.keep = FileOut(label=t("map-keep"), help=t("map-keep-help"))
        self.widget = stack([self.nothing])
        self.file.observe(lambda change: self._open(change["new"]), "value")
        self.targets.observe(lambda _change: self._retarget(), "value")
        self.column.observe(lambda _change: self._show_words(), "value")
        self.apply.on_press(self._apply)
        self.keep.on_request(self._made)

    def show(self) -> None:
        """Draw the mapping of the file chosen, or say that there is none to correct."""
        files = self._tables()
        if self.state.source != FILES or not files:
            self.nothing.title, self.nothing.text = t("map-none"), t("map-none-text")
            self.widget.children = (self.nothing,)
            return
        self.nothing.title = self.nothing.text = ""
        self.file.options = [{"value": name, "label": name} for name in files]
        chosen = self.file.value or next(iter(files))
        if self.file.value == chosen:
            self._open(chosen)
        else:
            self.file.value = chosen

    def _tables(self) -> dict[str, AnswerFile]:
        from liaison.diagnostic.reading.formats.suite import NAME as SUITE

        tables = {}
        for name, file in self.received.files.items():
            if file.report is not None and file.report.format not in (SUITE, ""):
                tables[name] = file
        return tables

    def _open(self, name: str) -> None:
        """Put the mapping with which a file was read on screen."""
        from liaison.base.letters import key
        from liaison.diagnostic.reading.file_columns import file_columns

        file = self.received.files.get(name)
        if file is None or file.report is None:
            return
        mapping = file.report.mapping
        self.name, self.columns = name, file_columns(name, file.content, self.state.questionnaire, mapping)
        if self.columns is None:
            return
        # A mapping that served another file names columns that this one has not, or writes them otherwise.
        own = {key(column.name): column.name for column in self.columns.columns}
        self.mapped = {
            own[key(column.source)]: column.model_copy(update={"source": own[key(column.source)]})
            for column in (mapping.colonnes if mapping else ())
            if key(column.source) in own
        }
        left_out = {question_of(each) for each in file.report.answers.left_out}
        self.aside = {
            question: why.reason
            for questions in file.report.unasked.values()
            for question, why in questions.items()
            if question in left_out
        }
        self.missing = mapping.manquantes if mapping else ()
        self._showing = True
        self.unticked.value = mapping.rien_coche if mapping else self.columns.layout.unticked
        self.targets.value = {}
        self.targets.rows = [
            {"id": column.name, "label": self._row_words(column.name)} for column in self.columns.columns
        ]
        self.targets.columns = [
            {"id": TARGET, "label": t("map-answers"), "kind": "select", "options": self._target_options()}
        ]
        self.targets.value = {
            column.name: {TARGET: self.mapped[column.name].cible if column.name in self.mapped else NOTHING}
            for column in self.columns.columns
        }
        self._showing = False
        self.fault.title = self.fault.text = ""
        self.keep.forget()
        self._say()
        self._offer_columns()
        shown = [self.intro, self.targets, self.unticked, self.column, self.words, self.fault, self.apply, self.keep]
        self.widget.children = (self.file, *shown) if len(self._tables()) > 1 else tuple(shown)

    def _row_words(self, name: str) -> str:
        assert self.columns is not None
        words = [cut(word, SHORT_WORD) for word in self.columns.words(name)[:3]]
        label = short_name(name)
        row_words = t("map-read", name=label, words=" · ".join(words)) if words else t("map-empty", name=label)
        unsure = name in self.mapped and self.mapped[name].guessed
        return t("map-unsure", name=row_words) if unsure else row_words

    def _target_options(self) -> list[dict[str, str]]:
        """Return « nothing », then every question that a column may answer, the boxes of a choice one by one."""
        questionnaire = self.state.questionnaire
        targets: dict[str, str] = {}
        for item in questionnaire.items:
            name = question_words(item.id, item.own_words)
            if item.kind == "multiple":
                targets[item.id] = t("map-whole", name=name)
            for part in item.rows or (item.values if item.kind == "multiple" else ()):
                targets[item.column(part)] = t("map-part", name=name, part=value_words(item.id, part, item.own_words))
            if item.kind == "single":
                targets[item.id] = name
        targets |= {name: question_words(name) for name in questionnaire.context}
        options = [{"value": name, "label": label} for name, label in targets.items()]
        return [{"value": NOTHING, "label": t("map-nothing")}, *options]

    def _say(self) -> None:
        assert self.columns is not None
        read = [column for column in self.mapped.values() if question_of(column.cible) not in self.aside]
        unsure = sum(column.guessed for column in read)
        total = len(self.columns.columns)
        never = [t("map-never", name=short_name(name), why=why) for name, why in self.columns.never_read.items()]
        own = self.state.questionnaire.own_words
        aside = [t("map-aside", name=question_words(name, own), why=why) for name, why in self.aside.items()]
        self.intro.lines = [t("map-intro", read=len(read), total=total, unsure=unsure), *aside, *never]

    def _retarget(self) -> None:
        """Follow the table: a column that answers another question gets the words of that one."""
        from liaison.diagnostic.reading.file_columns import mapped_to

        if self._showing or self.columns is None:
            return
        for name, cells in self.targets.value.items():
            target = cells.get(TARGET, NOTHING)
            former = self.mapped.get(name)
            if target == NOTHING:
                self.mapped.pop(name, None)
            elif former is None or former.cible != target:
                self.mapped[name] = mapped_to(self.columns, name, target, self.state.questionnaire)
                self.column.options = self._column_options()
                self.column.value = name
        self._say()
        self._offer_columns()

    def _column_options(self) -> list[dict[str, str]]:
        return [{"value": name, "label": short_name(name)} for name in self.mapped if self._words_of(name)]

    def _offer_columns(self) -> None:
        self.column.options = self._column_options()
        if not self.column.value:
            undecided = [name for name, column in self.mapped.items() if None in column.valeurs.values()]
            unsure = [name for name, column in self.mapped.items() if column.guessed and self._words_of(name)]
            self.column.value = next(iter([*undecided, *unsure]), "")
        self._show_words()

    def _words_of(self, name: str) -> list[str]:
        """Return the words of a column that can be decided: those of the mapping, then those that mean no answer."""
        assert self.columns is not None
        mapped = self.mapped[name]
        if name not in self.columns.names:
            return list(mapped.valeurs)
        own = [] if mapped.separateur else self.columns.words(name)
        return list(dict.fromkeys([*mapped.valeurs, *own]))[:MOST_WORDS]

    def _show_words(self) -> None:
        from liaison.diagnostic.reading.mapping import TOGETHER, is_missing, values_of
        from liaison.diagnostic.reading.wording import lexicon

        name = self.column.value
        self.fields = {}
        if name in self.mapped and self.columns is not None:
            mapped, words = self.mapped[name], lexicon(self.state.questionnaire)
            accepted = words.accepted(mapped.cible)
            item = question_of(mapped.cible)
            own = self.state.questionnaire.own_words
            options = [{"value": value, "label": value_words(item, value, own)} for value in accepted]
            options.append({"value": NO_ANSWER, "label": t("map-no-answer")})
            # Several answers that one word means are taken, or left, as they were proposed.
            options += [
                {"value": meaning, "label": named(value_words(item, value, own) for value in values_of(meaning))}
                for meaning in dict.fromkeys(filter(None, mapped.valeurs.values()))
                if TOGETHER in meaning
            ]
            for word in self._words_of(name):
                value = mapped.valeurs.get(word) or words.value(mapped.cible, word)
                if value is None and is_missing(word, self.missing):
                    value = NO_ANSWER
                field = SelectField(label=t("map-word", word=cut(word, LONGEST)), options=options, value=value or "")
                field.observe(lambda change, name=name, word=word: self._decide(name, word, change["new"]), "value")
                self.fields[word] = field
        self.words.children = tuple(self.fields.values())

    def _decide(self, name: str, word: str, value: str) -> None:
        mapped = self.mapped[name]
        values = {known: value_of for known, value_of in mapped.valeurs.items() if known != word}
        if value == NO_ANSWER:
            self.missing = tuple(dict.fromkeys((*self.missing, word)))
        elif value:
            values[word] = value
            self.missing = tuple(known for known in self.missing if known != word)
        guessed = tuple(known for known in mapped.mots_a_verifier if known != word)
        self.mapped[name] = mapped.model_copy(update={"valeurs": values, "mots_a_verifier": guessed})

    def mapping(self) -> Mapping:
        """Return the mapping that is on screen; what is guessed in it stays so, where nobody chose anything else.

        Raises:
            ValidationError: two columns that answer the same question.
            MappingError: a question answered both by one column and by boxes.
        """
        from liaison.diagnostic.reading.mapping import Mapping, check_mapping
        from liaison.diagnostic.reading.wording import lexicon

        assert self.columns is not None
        mapping = Mapping.model_validate(
            {
                "questionnaire": self.state.questionnaire.id,
                "format": self.columns.layout.format,
                "colonnes": [column.model_dump() for column in self.mapped.values()],
                "manquantes": self.missing,
                "rien_coche": self.unticked.value or "non",
            }
        )
        check_mapping(mapping, lexicon(self.state.questionnaire))
        return mapping

    def _apply(self) -> None:
        from pydantic import ValidationError

        from liaison.base.faults import in_french
        from liaison.diagnostic.reading.mapping import MappingError

        try:
            mapping = self.mapping()
        except (ValidationError, MappingError) as error:
            # What was refused stays on screen with its reason; the answers are those of the former reading.
            fault = in_french(error.errors()[0]) if isinstance(error, ValidationError) else str(error)
            self.fault.title, self.fault.text = t("map-fault"), fault
            return
        self.fault.title = self.fault.text = ""
        self.received.correct(self.name, mapping)

    def _made(self) -> tuple[str, str, bytes]:
        from liaison.diagnostic.reading.mapping import mapping_text

        stem = file_stem(self.name.rpartition(".")[0] or self.name)
        return f"correspondance_{stem}.yaml", "application/yaml", mapping_text(self.mapping()).encode()


def short_name(name: str) -> str:
    """Return a header cut in its question rather than in what tells it from the next one: « Savez-vous… > Signer »."""
    if len(name) <= LONGEST:
        return name
    question, arrow, part = name.rpartition(" > ")
    if not arrow:
        return cut(name, LONGEST)
    return f"{question[: max(20, LONGEST - len(part))]}… > {part[:LONGEST]}"

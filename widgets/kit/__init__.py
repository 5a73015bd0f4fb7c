"""Les parties d'écran de la suite : accessibles au clavier, sobres, et les mêmes en JupyterLab et en Voilà."""

from widgets.kit.action import Action
from widgets.kit.badge import badge_of
from widgets.kit.before_after import BeforeAfter
from widgets.kit.bet import Bet, Outcome
from widgets.kit.change_cards import BESIDE_CARDS, ChangeCard, ChangeCards, ChangeLine
from widgets.kit.chart import Chart
from widgets.kit.check_field import CheckField
from widgets.kit.data_table import DataTable
from widgets.kit.dots_twice import DotsTwice, Titled
from widgets.kit.draft import Draft
from widgets.kit.family_card import FamilyCard
from widgets.kit.family_dots import FamilyDots
from widgets.kit.file_in import FileIn
from widgets.kit.file_out import (
    FileOut,
    document_file,
    file_named,
    file_stem,
    files_out,
    formats_out,
    paper_out,
    say_the_last,
)
from widgets.kit.finding_list import FindingList
from widgets.kit.heading import Heading
from widgets.kit.keep import Keep
from widgets.kit.lab_layout import lab_layout
from widgets.kit.lab_path import LabPath, PathStep, StepMade, projected_only, unprojected
from widgets.kit.lab_results import Group, LabResults
from widgets.kit.lab_way import LabWay, lab_way
from widgets.kit.link_out import LinkOut
from widgets.kit.made_of import MadeOf
from widgets.kit.matching import Matching
from widgets.kit.matrix import Matrix
from widgets.kit.notice import Notice
from widgets.kit.one_change import ChangeWords, OneChange
from widgets.kit.panels import Panels
from widgets.kit.paper import Paper
from widgets.kit.paragraphs import Paragraphs
from widgets.kit.part import Control, Part
from widgets.kit.progress import Progress
from widgets.kit.quantity import Quantity
from widgets.kit.question import Question
from widgets.kit.range_field import RangeField
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.select_field import SelectField
from widgets.kit.settings_search import SettingsSearch, as_one
from widgets.kit.source_note import SourceNote
from widgets.kit.stack import around, beside, margin, show_if, stack, standing
from widgets.kit.text_area import TextArea
from widgets.kit.time_field import TimeField
from widgets.kit.trials import Trials, TriedFrom
from widgets.kit.undo import Undo
from widgets.kit.verdict import Verdict
from widgets.kit.week_grid import WeekGrid

__all__ = [
    "BESIDE_CARDS",
    "Action",
    "BeforeAfter",
    "Bet",
    "ChangeCard",
    "ChangeCards",
    "ChangeLine",
    "ChangeWords",
    "Chart",
    "CheckField",
    "Control",
    "DataTable",
    "DotsTwice",
    "Draft",
    "FamilyCard",
    "FamilyDots",
    "FileIn",
    "FileOut",
    "FindingList",
    "Group",
    "Heading",
    "Keep",
    "LabPath",
    "LabResults",
    "LabWay",
    "LinkOut",
    "MadeOf",
    "Matching",
    "Matrix",
    "Notice",
    "OneChange",
    "Outcome",
    "Panels",
    "Paper",
    "Paragraphs",
    "Part",
    "PathStep",
    "Progress",
    "Quantity",
    "Question",
    "RangeField",
    "ResultSentence",
    "SelectField",
    "SettingsSearch",
    "SourceNote",
    "StepMade",
    "TextArea",
    "TimeField",
    "Titled",
    "Trials",
    "TriedFrom",
    "Undo",
    "Verdict",
    "WeekGrid",
    "around",
    "as_one",
    "badge_of",
    "beside",
    "document_file",
    "file_named",
    "file_stem",
    "files_out",
    "formats_out",
    "lab_layout",
    "lab_way",
    "margin",
    "paper_out",
    "projected_only",
    "say_the_last",
    "show_if",
    "stack",
    "standing",
    "unprojected",
]

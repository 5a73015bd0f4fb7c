"""Les parties d'écran de la suite : accessibles au clavier, sobres, et les mêmes en JupyterLab et en Voilà."""

from widgets.kit.badge import badge_of
from widgets.kit.check_field import CheckField
from widgets.kit.file_in import FileIn
from widgets.kit.file_out import FileOut
from widgets.kit.heading import Heading
from widgets.kit.lab_layout import lab_layout
from widgets.kit.notice import Notice
from widgets.kit.panels import Panels
from widgets.kit.part import Control, Part
from widgets.kit.progress import Progress
from widgets.kit.question import Question
from widgets.kit.range_field import RangeField
from widgets.kit.result_sentence import ResultSentence
from widgets.kit.select_field import SelectField
from widgets.kit.source_note import SourceNote
from widgets.kit.stepper import Stepper
from widgets.kit.time_field import TimeField

__all__ = [
    "CheckField",
    "Control",
    "FileIn",
    "FileOut",
    "Heading",
    "Notice",
    "Panels",
    "Part",
    "Progress",
    "Question",
    "RangeField",
    "ResultSentence",
    "SelectField",
    "SourceNote",
    "Stepper",
    "TimeField",
    "badge_of",
    "lab_layout",
]

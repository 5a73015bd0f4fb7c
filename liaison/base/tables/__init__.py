"""Les tableaux : lus (encodage, séparateur, classeurs), et écrits (un seul CSV, sans aucune formule)."""

from liaison.base.tables.cells import NO, YES, bare_cell, safe_cell
from liaison.base.tables.declared import DeclaredTable, declared_as, declared_tables
from liaison.base.tables.delimited import text_lines
from liaison.base.tables.dialect import dialect_of
from liaison.base.tables.encoding import decoded, sure_text
from liaison.base.tables.lines import line_cells
from liaison.base.tables.opened import HEAD_LINES, MOST_COLUMNS, Line, Opened, SheetBeside, is_blank, refused_file
from liaison.base.tables.opening import first_bytes, is_workbook, open_table
from liaison.base.tables.rows import CsvError, csv_records, csv_rows
from liaison.base.tables.titled import QUOTE, TableError, TableLines, titled_lines
from liaison.base.tables.titles import plain
from liaison.base.tables.writing import OPEN_DATA, Shape, csv_bytes, table_csv

__all__ = [
    "HEAD_LINES",
    "MOST_COLUMNS",
    "NO",
    "OPEN_DATA",
    "QUOTE",
    "YES",
    "CsvError",
    "DeclaredTable",
    "Line",
    "Opened",
    "Shape",
    "SheetBeside",
    "TableError",
    "TableLines",
    "bare_cell",
    "csv_bytes",
    "csv_records",
    "csv_rows",
    "declared_as",
    "declared_tables",
    "decoded",
    "dialect_of",
    "first_bytes",
    "is_blank",
    "is_workbook",
    "line_cells",
    "open_table",
    "plain",
    "refused_file",
    "safe_cell",
    "sure_text",
    "table_csv",
    "text_lines",
    "titled_lines",
]

"""Une famille compte une fois : le même export sous un autre nom, sa suite de la semaine, et ce qui n'en est pas un."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from diagnostic.files_read import read_files
from diagnostic.survey_exports import (
    Rows,
    csv_text,
    framaforms,
    google_forms,
    kobo,
    limesurvey,
    ods,
    some_families,
    xlsx,
)

from liaison.diagnostic.answers import Answers, joined
from liaison.diagnostic.papers.exporting import answers_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.reading import ReadReport
from liaison.diagnostic.reading.reports import Flagged

pytestmark = pytest.mark.usefixtures("sentences_of_the_tests")

QUESTIONNAIRE = family_questionnaire()
FAMILIES = some_families(QUESTIONNAIRE, 40, seed=5)
BEFORE, WHOLE = 26, 40
CHANGED = 3  # the rank of the family that changes an answer


def stamped(rows: Rows, column: int, head: int = 1) -> Rows:
    """The same rows, each with a time of its own."""
    times = [f"{2 + rank % 20:02d}/11/2026 18:{rank:02d}:05" for rank in range(len(rows) - head)]
    return rows[:head] + [
        [*row[:column], time, *row[column + 1 :]] for row, time in zip(rows[head:], times, strict=True)
    ]


def with_columns(rows: Rows, names: list[str], cells: Callable[[int], list[str]]) -> Rows:
    """The rows of a Google form under what another tool writes before the answers."""
    head, *lines = rows
    return [[*names, *head[1:-1]], *([*cells(rank), *row[1:-1]] for rank, row in enumerate(lines, start=1))]


def ms_forms(answers: Answers) -> Rows:
    names = ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"]
    return with_columns(
        google_forms(answers, joint=";"),
        names,
        lambda rank: [str(rank), f"2026-11-02 18:{rank:02d}:07", f"2026-11-02 19:{rank:02d}:41", "anonymous", ""],
    )


def tally(answers: Answers) -> Rows:
    names = ["Submission ID", "Respondent ID", "Submitted at"]
    return with_columns(
        google_forms(answers, joint=";"),
        names,
        lambda rank: [f"fictif{rank:03d}", f"personne{rank:03d}", "2026-11-02 18:04:05"],
    )


def typed(answers: Answers) -> Rows:
    """A table without a number nor a time, as a team types it."""
    return with_columns(google_forms(answers, joint=";"), [], lambda rank: [])


TOOLS: dict[str, tuple[Callable[[Answers], Rows], int, str]] = {
    "google": (lambda answers: stamped(google_forms(answers, joint=";"), 0), 1, ","),
    "limesurvey": (lambda answers: seeded(limesurvey(answers)), 1, ","),
    "ms_forms": (ms_forms, 1, ","),
    "tally": (tally, 1, ","),
    "framaforms": (lambda answers: stamped(framaforms(answers), 2, 3), 3, ";"),
    "excel": (typed, 1, ";"),
    "kobo": (kobo, 1, ";"),
}


def seeded(rows: Rows) -> Rows:
    """A LimeSurvey export without dates, where each response has a seed drawn for it."""
    place = rows[0].index("seed")
    return rows[:1] + [
        [*row[:place], str(71_234_567 + 91 * rank), *row[place + 1 :]] for rank, row in enumerate(rows[1:])
    ]


def read(folder: Path, **files: bytes) -> ReadReport:
    paths = []
    for name, content in files.items():
        stem, _, ending = name.rpartition("_")
        paths.append(folder / f"{stem}.{ending}")
        paths[-1].write_bytes(content)
    return read_files(paths, QUESTIONNAIRE)


def as_csv(rows: Rows, delimiter: str) -> bytes:
    return csv_text(rows, delimiter, csv.QUOTE_MINIMAL).encode()


def counts(report: ReadReport) -> tuple[int, int, int]:
    return len(report.answers), report.lines_repeated, report.lines_refused


def reasons(report: ReadReport) -> str:
    return " / ".join(str(each).replace("\u00a0", " ").replace("\u202f", " ") for each in report.flagged)


def test_the_same_export_under_other_names_counts_every_family_once_and_says_so(tmp_path: Path) -> None:
    for rank, (tool, (make, head, delimiter)) in enumerate(TOOLS.items()):
        rows = make(FAMILIES)
        # A spreadsheet that saves it again leaves the seconds out, and writes the year first.
        saved = rows[:head] + [[resaved(cell) for cell in row] for row in rows[head:]]
        again = {"une copie_xlsx": xlsx({"Feuille 1": saved})} if rank % 2 else {"une copie_ods": ods(saved)}
        content = as_csv(rows, delimiter)
        report = read(tmp_path, reponses_csv=content, **{"reponses (1)_csv": content}, **again)
        assert (tool, *counts(report)) == (tool, WHOLE, 2 * WHOLE, 0)
        assert "Déjà comptées : 80" in report.summary().replace("\u00a0", " ")
        said = (
            "reponses (1).csv : 40 réponses sont déjà comptées (dans « reponses.csv ») : chacune compte une seule fois"
        )
        assert said in reasons(report), tool
        assert report.answers.table.equals(FAMILIES.table)


def resaved(cell: str) -> str:
    found = re.fullmatch(r"(\d\d)/11/2026 (\d\d:\d\d):\d\d", cell)
    return f"2026-11-{found[1]} {found[2]}" if found else cell


def test_the_export_of_the_next_week_counts_who_came_since_once_whichever_is_read_first(tmp_path: Path) -> None:
    for rank, (tool, (make, head, delimiter)) in enumerate(TOOLS.items()):
        rows = make(FAMILIES)
        weeks = {"lundi_csv": as_csv(rows[: head + BEFORE], delimiter), "vendredi_csv": as_csv(rows, delimiter)}
        report = read(tmp_path, **(dict(reversed(weeks.items())) if rank % 2 else weeks))
        assert (tool, *counts(report)) == (tool, WHOLE, BEFORE, 0)
        assert "compte deux fois" not in reasons(report)
        assert "toutes pareilles" not in reasons(report)


def test_a_time_is_the_same_however_it_is_written(tmp_path: Path) -> None:
    rows = google_forms(FAMILIES, joint=";")[:11]
    same = (
        "2026/11/02 6:04:05 PM UTC+1",
        "02/11/2026 18:04:05",
        "2026-11-02 18:04",
        "02/11/26 18:04",
        "11/2/2026 18:04",
    )
    assert counts(read(tmp_path, **at_minutes(rows, same))) == (10, 40, 0)
    other = ("2026/11/02 6:05:05 PM", "2026/11/02 6:04:05 AM", "03/11/2026 18:04:05")
    assert counts(read(tmp_path, **at_minutes(rows, other))) == (30, 0, 0)


def at_minutes(rows: Rows, written: tuple[str, ...]) -> dict[str, bytes]:
    """As many exports, of which the lines are two minutes apart, the first at the time that is written."""
    return {
        f"export{rank}_csv": as_csv(
            [
                rows[0],
                *(
                    [re.sub(r":0\d", f":{late}", time, count=1), *row[1:]]
                    for late, row in zip(range(10, 30, 2), rows[1:], strict=True)
                ),
            ],
            ",",
        )
        for rank, time in enumerate(written)
    }


def test_two_families_that_answer_alike_in_one_minute_are_two_in_every_export(tmp_path: Path) -> None:
    head, first, *others = TOOLS["google"][0](FAMILIES)
    export = as_csv([head, first, first, *others], ",")
    assert counts(read(tmp_path, lundi_csv=export)) == (WHOLE + 1, 0, 0)
    assert counts(read(tmp_path, lundi_csv=export, mardi_csv=export)) == (WHOLE + 1, WHOLE + 1, 0)


@pytest.mark.parametrize("tool", ["limesurvey", "ms_forms"])
def test_an_answer_changed_since_takes_the_place_of_the_former_one(tool: str, tmp_path: Path) -> None:
    make, _head, delimiter = TOOLS[tool]
    before, since = FAMILIES, changed(FAMILIES)
    report = read(tmp_path, lundi_csv=as_csv(make(before), delimiter), vendredi_csv=as_csv(make(since), delimiter))
    assert counts(report) == (WHOLE, WHOLE, 0)
    kept = report.answers.table["connexion"].value_counts().to_dict()
    assert kept == since.table["connexion"].value_counts().to_dict()
    assert "sans dire lesquelles sont les plus récentes" in reasons(report)


def test_an_answer_changed_where_nothing_tells_whose_it_is_counts_twice_and_the_screen_says_what_to_do(
    tmp_path: Path,
) -> None:
    make, _head, delimiter = TOOLS["excel"]
    report = read(
        tmp_path,
        lundi_csv=as_csv(make(FAMILIES), delimiter),
        vendredi_csv=as_csv(make(changed(FAMILIES)), delimiter),
    )
    assert (counts(report), report.maybe_twice) == ((2 * WHOLE, 0, 0), WHOLE - 1)
    assert "39 de ses 40 réponses sont aussi dans « lundi.csv », qui en a 40, toutes pareilles" in reasons(report)
    assert "ne donner qu'un fichier, où chaque famille est une fois" in reasons(report)
    assert report.waits


UNREAD = "peut-être bien"  # written where « imprimante » is asked
PRINTER = re.compile("imprim", re.IGNORECASE)


def spoilt(tool: str, count: int) -> tuple[bytes, bytes]:
    """The export of a tool of which `count` lines have a word that nobody knows, and the same corrected in the form."""
    make, head, delimiter = TOOLS[tool]
    rows = make(FAMILIES)
    place = next(at for at, name in enumerate(rows[head - 1]) if PRINTER.search(name))
    bad = [[*row[:place], UNREAD if row[place] else "", *row[place + 1 :]] for row in rows[head : head + count]]
    return as_csv([*rows[:head], *bad, *rows[head + count :]], delimiter), as_csv(rows, delimiter)


@pytest.mark.parametrize("count", [3, 20, 38])
@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_a_line_read_in_part_and_corrected_in_the_next_export_counts_once_and_whole(
    tool: str, count: int, tmp_path: Path
) -> None:
    before, corrected = spoilt(tool, count)
    for files in ({"a_csv": before, "b_csv": corrected}, {"b_csv": corrected, "a_csv": before}):
        report = read(tmp_path, **files)
        assert (counts(report), report.unread) == ((WHOLE, WHOLE, 0), ()), tuple(files)
        asked = FAMILIES.table["imprimante"]
        assert report.answers.table["imprimante"].value_counts().to_dict() == asked.value_counts().to_dict()
        assert "compte deux fois" not in reasons(report)


def test_a_line_read_in_part_that_no_other_export_has_stays(tmp_path: Path) -> None:
    before, _ = spoilt("google", 3)
    rows = TOOLS["google"][0](FAMILIES)
    report = read(tmp_path, a_csv=before, b_csv=as_csv([rows[0], *rows[4:]], ","))
    assert (counts(report), len(report.unread)) == ((WHOLE, WHOLE - 3, 0), 3)


def changed(answers: Answers) -> Answers:
    table = answers.table.copy()
    family = table.index[CHANGED]
    table.loc[family, "connexion"] = "aucune" if table.loc[family, "connexion"] != "aucune" else "fixe"
    return Answers(table, answers.questionnaire)


def numbered(cells: list[str]) -> Rows:
    """A Tally export of these submission numbers, each response at a time of its own."""
    times = [f"{2 + rank % 20:02d}/11/2026 18:{rank:02d}:05" for rank in range(len(cells))]
    return with_columns(
        google_forms(FAMILIES, joint=";"),
        ["Submission ID", "Submitted at"],
        lambda rank: [cells[rank - 1], times[rank - 1]],
    )


def drawn(rank: int) -> str:
    """A number as Tally draws it."""
    return hashlib.sha256(str(rank).encode()).hexdigest()[:6]


SPOILT = {
    "1,23457E+14": [str(123_456_789_012_345 + rank) for rank in range(WHOLE)],
    "1.23457E+14": [str(123_456_789_012_345 + rank) for rank in range(WHOLE)],
    "1234567890123450000": [str(1_234_567_890_123_456_789 + rank) for rank in range(WHOLE)],
    "fictif": [drawn(rank) for rank in range(WHOLE)],  # a column dragged down by mistake
}


@pytest.mark.parametrize(
    ("written", "count"),
    # Three lines of one number may be one response, changed twice: nothing shows there that a hand dragged it down.
    [(written, count) for written in SPOILT for count in (3, WHOLE) if written != "fictif" or count == WHOLE],
)
def test_a_number_that_a_spreadsheet_spoiled_is_set_aside_and_said_and_every_family_counts_once(
    written: str, count: int, tmp_path: Path
) -> None:
    whole = numbered(SPOILT[written])
    saved = [whole[0], *([written, *map(resaved, row[1:])] for row in whole[1:])][: 1 + count]
    own, other = as_csv(saved, ";"), as_csv(whole, ",")
    said = "la colonne « Submission ID » a été abîmée par un tableur"
    alone = read(tmp_path, a_csv=own)
    assert (counts(alone), said in reasons(alone)) == ((count, 0, 0), True)
    assert reasons(alone).count("Submission ID") == 1
    for files in ({"a_csv": own, "b_csv": other}, {"b_csv": other, "a_csv": own}, {"b_csv": other, "a_xlsx": None}):
        held = {name: content or xlsx({"Feuille 1": saved}) for name, content in files.items()}
        assert counts(read(tmp_path, **held)) == (WHOLE, count, 0), tuple(files)
    assert counts(read(tmp_path, a_csv=own, c_csv=own)) == (count, count, 0)
    assert said not in reasons(read(tmp_path, b_csv=other))


def test_a_number_on_half_of_the_lines_is_still_one_and_on_more_is_not(tmp_path: Path) -> None:
    for changed_lines, spoilt_column in ((20, False), (21, True)):
        cells = [drawn(0 if rank <= changed_lines else rank) for rank in range(WHOLE)]
        report = read(tmp_path, a_csv=as_csv(numbered(cells), ","))
        assert ("abîmée" in reasons(report)) == spoilt_column
        assert len(report.answers) == (WHOLE if spoilt_column else WHOLE - changed_lines)


def test_the_same_responses_pasted_twice_are_one_and_their_numbers_are_sound(tmp_path: Path) -> None:
    rows = numbered(SPOILT["fictif"])
    report = read(tmp_path, a_csv=as_csv([*rows, *rows[1:], *rows[1:]], ","))
    assert (counts(report), "abîmée" in reasons(report)) == ((WHOLE, 2 * WHOLE, 0), False)


@pytest.mark.parametrize("written", ["{}", "{:03d}", "S{:04d}", "rep-{}"])
def test_submissions_that_are_counted_and_not_drawn_prove_nothing(written: str, tmp_path: Path) -> None:
    classes = [numbered([written.format(rank) for rank in range(1, WHOLE + 1)]) for _class in range(2)]
    other = with_columns(
        google_forms(changed(FAMILIES), joint=";"),
        ["Submission ID", "Submitted at"],
        lambda rank: [written.format(rank), f"{2 + rank % 20:02d}/12/2026 09:{rank:02d}:41"],
    )
    report = read(tmp_path, sixieme_csv=as_csv(classes[0], ","), cinquieme_csv=as_csv(other, ","))
    assert len(report.answers) == 2 * WHOLE
    assert report.outdated == frozenset()
    # The same class given twice is still one.
    (tmp_path / "bis").mkdir()
    again = read(tmp_path / "bis", sixieme_csv=as_csv(classes[0], ","), copie_csv=as_csv(classes[1], ","))
    assert len(again.answers) == WHOLE


def test_two_forms_that_both_count_from_one_are_two_collections(tmp_path: Path) -> None:
    others = some_families(QUESTIONNAIRE, 40, seed=6)
    for make, delimiter in ((ms_forms, ","), (lambda each: stamped(framaforms(each), 2, 3), ";")):
        later = [
            [cell.replace("2026 18:", "2026 17:").replace("02 18:", "02 17:") for cell in row] for row in make(others)
        ]
        report = read(tmp_path, sixieme_csv=as_csv(make(FAMILIES), delimiter), cinquieme_csv=as_csv(later, delimiter))
        assert counts(report) == (80, 0, 0)


def counting(answers: Answers) -> Rows:
    """An export of LimeSurvey whose numbers, that of the draw too, count from one."""
    rows = limesurvey(answers)
    place = rows[0].index("seed")
    return rows[:1] + [[*row[:place], str(rank), *row[place + 1 :]] for rank, row in enumerate(rows[1:], start=1)]


def untimed(answers: Answers) -> Rows:
    """An export of Framaforms of which the time was taken away."""
    return [[*row[:2], *row[3:]] for row in framaforms(answers)]


@pytest.mark.parametrize("count", [25, 40, 12])
@pytest.mark.parametrize(("form", "delimiter"), [(counting, ","), (untimed, ";"), (framaforms, ";")])
def test_two_classes_whose_forms_both_count_from_one_twice_lose_nobody_and_no_file_is_said_to_have_the_other(
    form: Callable[[Answers], Rows], delimiter: str, count: int, tmp_path: Path
) -> None:
    mine, theirs = (some_families(QUESTIONNAIRE, size, seed) for size, seed in ((25, 5), (count, 6)))
    report = read(tmp_path, a_csv=as_csv(form(mine), delimiter), b_csv=as_csv(form(theirs), delimiter))
    assert counts(report) == (25 + count, 0, 0)
    same = min(25, count)
    assert report.maybe_twice == same
    assert f"{same} de ses {count} réponses ont les numéros de réponses de « a.csv », qui en a 25" in reasons(report)
    assert f"et {same} n'y répondent pas de même : toutes comptent" in reasons(report)
    assert "sont aussi dans" not in reasons(report)
    assert "a toutes ses familles" not in reasons(report)
    # Followed, what is said to do ends it: without their numbers, no line of one file is one of the other.
    assert "retirer alors de l'un des fichiers les colonnes de ces numéros" in reasons(report)
    rows = form(theirs)
    titles = next(row for row in rows if {"id", "Serial"} & {*row})
    out = {place for place, title in enumerate(titles) if title in ("id", "seed", "Serial", "SID")}
    left = [[cell for place, cell in enumerate(row) if place not in out] for row in rows]
    (tmp_path / "suite").mkdir()
    report = read(tmp_path / "suite", a_csv=as_csv(form(mine), delimiter), b_csv=as_csv(left, delimiter))
    assert (counts(report), report.maybe_twice) == ((25 + count, 0, 0), 0)


def test_two_classes_whose_forms_both_count_from_one_twice_wait_for_nothing_where_times_tell_them(
    tmp_path: Path,
) -> None:
    sixieme, cinquieme = (stamped(framaforms(each), 2, 3) for each in (FAMILIES, some_families(QUESTIONNAIRE, 40, 6)))
    later = [[re.sub(r" 18:(\d\d):05", r" 15:\1:41", cell) for cell in row] for row in cinquieme]
    report = read(tmp_path, a_csv=as_csv(sixieme, ";"), b_csv=as_csv(later, ";"))
    assert (counts(report), report.waits) == ((80, 0, 0), False)


@pytest.mark.parametrize(("form", "head", "delimiter"), [(counting, 1, ","), (untimed, 3, ";")])
def test_two_forms_that_both_count_from_one_twice_pasted_in_one_file_lose_nobody(
    form: Callable[[Answers], Rows], head: int, delimiter: str, tmp_path: Path
) -> None:
    others = some_families(QUESTIONNAIRE, 40, seed=6)
    assert counts(read(tmp_path, a_csv=as_csv([*form(FAMILIES), *form(others)[head:]], delimiter))) == (80, 0, 0)


@pytest.mark.parametrize(("form", "delimiter"), [(counting, ","), (untimed, ";"), (framaforms, ";")])
def test_an_export_whose_numbers_count_from_one_given_twice_counts_every_family_once(
    form: Callable[[Answers], Rows], delimiter: str, tmp_path: Path
) -> None:
    rows = form(FAMILIES)
    files = {"a_csv": as_csv(rows[:-9], delimiter), "b_csv": as_csv(rows, delimiter)}
    report = read(tmp_path, **files)
    assert (len(report.answers), report.waits) == (40, False)


def test_a_limesurvey_without_dates_nor_seeds_is_known_by_its_answers_and_its_numbers_alone_prove_nothing(
    tmp_path: Path,
) -> None:
    def old(answers: Answers) -> bytes:
        rows = limesurvey(answers)
        place = rows[0].index("seed")
        return as_csv([[*row[:place], *row[place + 1 :]] for row in rows], ",")

    others = some_families(QUESTIONNAIRE, 40, seed=6)
    assert counts(read(tmp_path, a_csv=old(FAMILIES), b_csv=old(FAMILIES))) == (40, 40, 0)
    assert counts(read(tmp_path, a_csv=old(FAMILIES), b_csv=old(others))) == (80, 0, 0)


def short(answers: list[str]) -> bytes:
    """A table of one question, of which many families give the same answer."""
    out = io.StringIO()
    csv.writer(out).writerows([["connexion", "niveau"], *([each, "6e"] for each in answers)])
    return out.getvalue().encode()


def classes(families: int, seed: int = 4) -> list[str]:
    """What the families of a class answer to one question, in the order in which they came."""
    return [str(each) for each in np.random.default_rng(seed).choice(["fixe", "aucune", "mobile_limitee"], families)]


ALIKE = "toutes pareilles : toutes comptent"


@pytest.mark.parametrize("kept", [40, 34, 39])
def test_a_short_table_given_twice_and_its_sequel_count_every_family_once_and_say_so(kept: int, tmp_path: Path) -> None:
    whole = classes(40)
    for rank, (one, two) in enumerate([(whole[:kept], whole), (whole, whole[40 - kept :])]):
        folder = tmp_path / str(rank)
        folder.mkdir()
        report = read(folder, a_csv=short(one), b_csv=short(two))
        assert counts(report) == (40, kept, 0)
        assert f"{kept} réponses sont déjà comptées (dans « a.csv »)" in reasons(report)


def test_a_short_table_of_which_one_line_was_corrected_waits_for_a_yes(tmp_path: Path) -> None:
    whole = classes(40)
    other = [*whole[:12], "fixe" if whole[12] != "fixe" else "aucune", *whole[13:]]
    report = read(tmp_path, a_csv=short(whole), b_csv=short(other))
    assert counts(report) == (80, 0, 0)
    assert report.waits


@pytest.mark.parametrize("order", [sorted, lambda each: each[::-1]])
def test_two_classes_that_answer_alike_in_another_order_stay_two_and_it_is_said(order: Any, tmp_path: Path) -> None:
    whole = classes(40)
    report = read(tmp_path, a_csv=short(whole), b_csv=short(order(whole)))
    assert counts(report) == (80, 0, 0)
    assert ALIKE in reasons(report)
    assert report.waits


@pytest.mark.parametrize("said", [["fixe"] * 40, sorted(classes(40))])
def test_two_tables_that_are_sorted_or_always_say_the_same_stay_two_and_it_is_said(
    said: list[str], tmp_path: Path
) -> None:
    report = read(tmp_path, a_csv=short(said), b_csv=short(said))
    assert counts(report) == (80, 0, 0)
    assert ALIKE in reasons(report)
    assert report.waits


def test_two_classes_drawn_alike_are_never_taken_for_one(tmp_path: Path) -> None:
    for seed in range(20):
        pair = [short(classes(12, 2 * seed + side)) for side in (0, 1)]
        assert counts(read(tmp_path, a_csv=pair[0], b_csv=pair[1])) == (24, 0, 0), seed


def test_a_table_of_a_few_questions_sorted_since_waits_for_a_yes(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    values = [("fixe", "aucune", "mobile_limitee"), ("chez_nous", "ailleurs", "non"), ("sms", "papier", "ent")]
    lines = [[str(chance.choice(each)) for each in values] for _ in range(80)]

    def table(rows: list[list[str]]) -> bytes:
        out = io.StringIO()
        csv.writer(out).writerows([["connexion", "imprimante", "canal"], *rows])
        return out.getvalue().encode()

    report = read(tmp_path, a_csv=table(lines), b_csv=table(sorted(lines)))
    assert (counts(report), report.maybe_twice) == ((160, 0, 0), 80)


def test_a_file_of_which_a_part_only_is_in_another_is_said_and_counted(tmp_path: Path) -> None:
    rows = typed(FAMILIES)
    report = read(tmp_path, a_csv=as_csv(rows[:21], ";"), b_csv=as_csv([rows[0], *rows[11:]], ";"))
    assert counts(report) == (50, 0, 0)
    assert "10 de ses 30 réponses sont aussi dans « a.csv », qui en a 20, toutes pareilles" in reasons(report)
    assert "ne pas donner «" not in reasons(report)  # each file has families that the other has not
    assert report.waits


@pytest.mark.parametrize("kept", [9, 7, 4])
def test_a_table_of_which_some_lines_only_are_in_another_waits_for_a_yes(kept: int, tmp_path: Path) -> None:
    mine, theirs = typed(FAMILIES), typed(some_families(QUESTIONNAIRE, 40, seed=6))
    second = [mine[0], *mine[1 : kept + 1], *theirs[1 : 11 - kept]]
    report = read(tmp_path, a_csv=as_csv(mine[:11], ";"), b_csv=as_csv(second, ";"))
    assert (counts(report), report.maybe_twice) == ((20, 0, 0), kept)


UNTIMED: dict[str, Callable[[Answers], Rows]] = {
    "excel": typed,
    "google_without_its_time": lambda answers: [row[1:] for row in google_forms(answers, joint=";")],
    "limesurvey_without_date_nor_seed": limesurvey,
}


@pytest.mark.parametrize("tool", UNTIMED)
@pytest.mark.parametrize("weeks", [(10, 20, 40), (8, 12, 20, 30, 40), (9, 18, 30, 40)])
def test_exports_that_go_on_count_every_family_once_in_whatever_order_they_are_given(
    tool: str, weeks: tuple[int, ...], tmp_path: Path
) -> None:
    rows = UNTIMED[tool](FAMILIES)
    orders = list(permutations(weeks))
    chosen = np.random.default_rng(7).choice(len(orders), min(3, len(orders)), replace=False)
    for rank in chosen.tolist():
        files = {f"semaine {week}_csv": as_csv(rows[: 1 + week], ";") for week in orders[rank]}
        report = read(tmp_path, **files)
        assert counts(report) == (WHOLE, sum(weeks) - WHOLE, 0), orders[rank]
        assert not report.waits
        kept = report.answers.table.astype(str).sort_values(list(report.answers.table.columns)).to_numpy().tolist()
        assert kept == FAMILIES.table.astype(str).sort_values(list(FAMILIES.table.columns)).to_numpy().tolist()


def test_two_classes_and_the_file_where_both_were_put_together_keep_every_family_in_any_order(tmp_path: Path) -> None:
    head, *lines = typed(FAMILIES)
    files = {"a_csv": lines[:18], "b_csv": lines[18:], "ensemble_csv": lines, "c_csv": lines[5:15]}
    for order in permutations(files):
        report = read(tmp_path, **{name: as_csv([head, *files[name]], ";") for name in order})
        assert len(report.answers) == WHOLE, order


def test_three_classes_drawn_apart_lose_nobody_in_any_order(tmp_path: Path) -> None:
    drawn = {f"{seed}_csv": typed(some_families(QUESTIONNAIRE, 20, seed=seed)) for seed in (1, 2, 3)}
    for order in permutations(drawn):
        report = read(tmp_path, **{name: as_csv(drawn[name], ";") for name in order})
        assert counts(report) == (60, 0, 0)
        assert not report.waits


def test_families_of_two_classes_that_a_tool_numbered_are_no_doubt_when_they_answer_alike(tmp_path: Path) -> None:
    others = some_families(QUESTIONNAIRE, 20, seed=6)
    mine, theirs = tally(FAMILIES), tally(others)
    theirs = [theirs[0], *([f"autre{rank}", f"autre{rank}", *row[2:]] for rank, row in enumerate(theirs[1:]))]
    theirs[3] = [*theirs[3][:3], *mine[3][3:]]
    report = read(tmp_path, a_csv=as_csv(mine, ","), b_csv=as_csv(theirs, ","))
    assert counts(report) == (WHOLE + 20, 0, 0)
    assert not report.waits


def test_what_the_application_joined_and_the_export_it_came_from_are_one(tmp_path: Path) -> None:
    export = as_csv(TOOLS["google"][0](FAMILIES), ",")
    report = read(tmp_path, reponses_csv=answers_csv(FAMILIES), google_csv=export)
    assert counts(report) == (WHOLE, WHOLE, 0)


def test_neither_a_number_nor_a_time_is_kept_or_said(tmp_path: Path) -> None:
    export = as_csv(ms_forms(FAMILIES), ",")
    report = read(tmp_path, a_csv=export, b_csv=export)
    told: list[Any] = [
        reasons(report),
        report.answers.table.to_csv(),
        str(report.refused),
        report.sent,
    ]
    assert not [each for each in told if "18:" in str(each) or "2026" in str(each)]
    assert not [each for each in report.flagged if isinstance(each, Flagged) and "ID" in each.reason]
    assert joined([report.answers], QUESTIONNAIRE).table.index[0] == "r0001"


def few_questions(count: int, questions: int, seed: int) -> list[list[str]]:
    """What the families of a school answer to a few questions of three answers each."""
    chance = np.random.default_rng(seed)
    asked = [
        ("fixe", "aucune", "mobile_limitee"),
        ("chez_nous", "ailleurs", "non"),
        ("sms", "papier", "ent"),
        ("maison", "proche", "association", "personne"),
    ]
    return [[str(chance.choice(each)) for each in asked[:questions]] for _ in range(count)]


def few_table(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([["connexion", "imprimante", "canal", "aide"][: len(rows[0])], *rows])
    return out.getvalue().encode()


@pytest.mark.parametrize("part_first", [True, False])
@pytest.mark.parametrize("changed", [0, 3])
def test_a_part_of_an_export_then_the_whole_in_another_order_count_once_or_wait_for_a_yes(
    part_first: bool, changed: int, tmp_path: Path
) -> None:
    whole = few_questions(150, 4, seed=8)
    part = [*few_questions(changed, 4, seed=9), *whole[: 120 - changed]]
    first, second = (part, sorted(whole)) if part_first else (sorted(whole), part)
    report = read(tmp_path, a_csv=few_table(first), b_csv=few_table(second))
    assert (counts(report), bool(report.maybe_twice)) == (((270, 0, 0), True) if changed else ((150, 120, 0), False))


@pytest.mark.parametrize("part_first", [True, False])
def test_where_answers_are_too_few_to_tell_a_part_from_a_class_all_count_and_it_is_said(
    part_first: bool, tmp_path: Path
) -> None:
    whole = few_questions(60, 2, seed=8)
    files = (whole[:45], sorted(whole)) if part_first else (sorted(whole), whole[:45])
    report = read(tmp_path, a_csv=few_table(files[0]), b_csv=few_table(files[1]))
    assert counts(report) == (105, 0, 0)
    assert "ne donner qu'un fichier, où chaque famille est une fois" in reasons(report)
    assert report.waits


@pytest.mark.parametrize("questions", [1, 2, 3, 4])
def test_two_classes_of_a_few_questions_are_not_taken_for_a_part_and_the_whole(questions: int, tmp_path: Path) -> None:
    for seed in range(10):
        rows = few_questions(150, questions, seed)
        report = read(tmp_path, a_csv=few_table(rows[:60]), b_csv=few_table(rows[60:]))
        assert counts(report) == (150, 0, 0), seed

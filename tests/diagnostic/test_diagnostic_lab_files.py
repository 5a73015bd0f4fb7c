"""Le diagnostic à l'écran sans navigateur : fichiers, codes et feuilles donnés ; rien n'est perdu de ce qui est lu."""

import json
from typing import Any

import pandas as pd
import pytest
from diagnostic.a_diagnosis import give, online, open_group
from narrowing import present
from page_side import choose, press, taken, tell

from liaison.diagnostic.answers import Answers, FamilyAnswer
from liaison.diagnostic.papers.exporting import answers_csv, corrections_csv
from liaison.diagnostic.questionnaire.questionnaire import family_questionnaire
from liaison.diagnostic.reading.answer_code import code_of, in_groups
from liaison.diagnostic.reading.mapping import MAPPING
from liaison.diagnostic.reading.tally import ENTER, keys_of
from widgets.diagnostic import Diagnostic
from widgets.diagnostic.mapping import short_name
from widgets.diagnostic.sample import MOST_ROWS, sample_export
from widgets.diagnostic.state import FILES
from widgets.diagnostic.words import question_words
from widgets.hosts import HOSTED, ROOM

pytestmark = pytest.mark.usefixtures("answers_protected_once")


def said_code(diagnostic: Diagnostic, text: str) -> None:
    """Give a code as the page does."""
    tell(diagnostic.start.codes, {"kind": "code", "text": text})


def test_a_code_counts_as_a_file_does_once_and_one_badly_copied_is_refused(real: Diagnostic) -> None:
    asked = family_questionnaire()
    one = FamilyAnswer(
        questionnaire=asked.id, jeton="00000001", contexte={"niveau": "cp"}, reponses={"lecture": "jamais"}
    )
    code = code_of(one, asked)
    said_code(real, in_groups(code).lower())
    assert len(present(real.state.answers)) == 1
    assert (in_groups(code) in real.start.codes.said, real.start.codes.error) == (True, "")
    for text, reason in ((code, "déjà compté"), (code[1:] + code[0], "n'est pas juste"), (code[:-1], "en a 19")):
        said_code(real, text)
        assert reason in real.start.codes.error
        assert len(present(real.state.answers)) == 1
    give(real, ("reponses.json", one.model_dump_json().encode()))
    assert len(present(real.state.answers)) == 1


def test_a_code_changed_since_takes_the_place_of_the_former_one_and_the_reader_is_told(real: Diagnostic) -> None:
    asked = family_questionnaire()
    first = FamilyAnswer(questionnaire=asked.id, jeton="9e3779b9", reponses={"lecture": "jamais"})
    second = first.model_copy(update={"remise": 2, "reponses": {"lecture": "chaque_jour"}})
    tie = second.model_copy(update={"remise": 1})

    def counted() -> list[str]:
        return present(real.state.answers).table["lecture"].tolist()

    said_code(real, code_of(first, asked))
    said_code(real, f"1) {code_of(tie, asked)}")
    assert (counted(), "sans dire lesquelles" in real.start.codes.said) == (["chaque_jour"], True)
    assert "redonner leur code" in real.start.codes.said
    said_code(real, code_of(first, asked))  # the reader keeps the former ones by giving them again
    assert counted() == ["jamais"]
    said_code(real, code_of(second, asked))
    assert (counted(), "a changé ses réponses" in real.start.codes.said) == (["chaque_jour"], True)
    before = (real.start.notice.title, list(present(real.received.report).lines))
    said_code(real, code_of(first, asked))
    assert (counted(), "a changé ces réponses" in real.start.codes.error) == (["chaque_jour"], True)
    # « Rien n'a changé » : of what was read neither. And a code is no file that has lines.
    assert (real.start.notice.title, list(present(real.received.report).lines)) == before
    assert f"celles de {in_groups(code_of(second, asked))} comptent" in real.start.codes.error
    give(real, ("codes.txt", code_of(second, asked).encode()))
    assert counted() == ["chaque_jour"]
    assert present(real.received.report).lines_refused == 0


def test_a_code_refused_in_a_file_is_corrected_in_the_file_that_the_app_gives(real: Diagnostic) -> None:
    asked = family_questionnaire()
    code = code_of(FamilyAnswer(questionnaire=asked.id, jeton="9e3779b9", reponses={"lecture": "jamais"}), asked)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "2")
    give(real, ("codes.txt", f"{wrong}\n".encode()))
    (made,) = corrections_csv(present(real.received.report)).values()
    give(real, ("a_corriger_codes.csv", made.replace(wrong.encode(), code.encode())))
    assert (len(present(real.state.answers)), present(real.received.report).refused) == (1, ())


def test_files_are_counted_line_by_line(real: Diagnostic) -> None:
    content = sample_export(real.state)
    # Other families than those of the export: the same ones, that one file did not ask everything, count once.
    others = answers_csv(online(20, after=MOST_ROWS))
    give(real, ("essai.csv", content), ("suite.csv", others), ("photo.pdf", b"%PDF-1.4"))
    report = real.received.report
    assert report is not None
    lines = content.decode("utf-8-sig").count("\n") - 1
    assert report.lines_in == lines + 20 == len(report.answers) + report.lines_refused + report.lines_aside
    view = open_group(real, "read")
    assert [row["lines"] for row in view.counts.rows] == [lines, 20, 0]
    assert all(row["lines"] == row["kept"] + row["refused"] for row in view.counts.rows)
    assert [row["unread"] for row in view.counts.rows] == [1, 0, 0]
    # No line is repeated nor set aside: these two columns would push this one out of a narrow page.
    assert [column["label"] for column in view.counts.columns][-2:] == ["Refusées", "Cellules non lues"]
    said = [row["reason"] for row in view.table.rows]
    assert any("Cela dépend des jours" in reason for reason in said)
    # No line of it is refused, nor counted as such.
    assert "Fichier non lu, aucune ligne n'en est comptée\u00a0: c'est un PDF" in " ".join(said)
    assert not any(reason.startswith("Ligne refusée") for reason in said)
    assert "photo.pdf" in real.start.notice.text
    assert "Cellules non lues : 1, dans 1 ligne gardée." in real.start.notice.text.replace("\u00a0", " ")
    assert real.state.answers is not None
    assert len(real.state.answers) == len(report.answers)


def test_a_column_of_names_or_of_free_text_is_named_on_screen_and_not_one_of_its_words_is_shown(
    real: Diagnostic,
) -> None:
    rows = [f"Fictive {rank};fixe;Merci pour ce questionnaire numéro {rank};deux" for rank in range(20)]
    give(real, ("export.csv", "\n".join(["Nom;connexion;Autre chose;Enfants", *rows]).encode()))
    real.results.open("map")
    view: Any = real.results.views["map"]
    assert [row["id"] for row in view.targets.rows] == ["connexion", "Enfants"]
    said = " ".join(view.intro.lines).replace("\u00a0", " ")
    assert "« Nom » porte le titre d'un nom de personne" in said
    assert "« Autre chose » est du texte libre" in said
    assert not any("Fictive" in str(part) or "Merci" in str(part) for part in (view.targets.rows, view.intro.lines))


def test_a_word_that_comes_back_is_decided_once_on_screen_and_its_lines_count(real: Diagnostic) -> None:
    give(real, ("export.csv", ("connexion;niveau\n" + "Fibre;cp\n" * 30 + "Satellite;cp\n").encode()))
    real.results.open("read")
    reading: Any = real.results.views["read"]
    ((place, field),) = reading.deciding.fields.items()
    assert place == ("connexion", "Fibre")
    assert "non lu dans 30 lignes" in field.label
    press(reading.deciding.apply)  # nothing is decided yet
    assert present(real.received.report).lines_refused == 31
    field.value = "fixe"
    press(reading.deciding.apply)
    report = present(real.received.report)
    assert (len(report.answers), report.lines_refused) == (30, 1)
    assert reading.deciding.fields == {}


def test_a_question_names_its_first_column_and_its_files_only_where_they_differ(real: Diagnostic) -> None:
    content = sample_export(real.state)
    later = content.replace(b"02/11/2026", b"09/11/2026")

    def columns() -> dict[str, str]:
        real.results.open("read")
        reading: Any = real.results.views["read"]
        reading.show()
        return {row["question"]: row["columns"] for row in reading.question_table.rows}

    give(real, ("essai.csv", content))
    alone = columns()
    give(real, ("semaine_2.csv", later))
    assert columns() == alone
    assert alone[question_words("seul")].endswith(" et 4 autres")
    assert max(map(len, alone.values())) < 60
    header = present(present(real.received.report).mappings["essai.csv"]).colonnes[-1]
    give(real, ("autre.csv", f"{header.source};lecture\n{next(iter(header.valeurs))};jamais\n".encode()))
    assert "(autre.csv)" in columns()[question_words("lecture")]
    assert "(essai.csv et 1 autre)" in columns()[question_words("lecture")]


def test_every_tool_whose_export_is_read_is_named_where_files_are_opened(real: Diagnostic) -> None:
    tools = (
        "Framaforms",
        "LimeSurvey",
        "Google Forms",
        "KoboToolbox",
        "Microsoft Forms",
        "Tally",
        "Moodle",
        "ENT",
        "XLSX",
    )
    assert [tool for tool in tools if tool not in real.start.files.help] == []


def test_lines_read_in_part_come_back_corrected_and_are_counted_once(real: Diagnostic) -> None:
    content = sample_export(real.state)
    give(real, ("essai.csv", content))
    report = real.received.report
    assert report is not None
    assert (report.lines_refused, len(report.unread), report.to_correct) == (0, 1, 1)
    kept = len(report.answers)
    (name, to_correct), *others = corrections_csv(report).items()
    assert (name, others) == ("essai.csv", [])
    open_group(real, "read")
    reading: Any = real.results.views["read"]
    assert [button.label for button in reading.corrections.children] == [
        "Prendre les lignes à corriger de essai.csv (CSV)"
    ]
    told = " ".join(reading.sums.lines).replace("\u00a0", " ")
    assert "Cellules non lues : 1, dans 1 ligne gardée." in told
    assert "« Imprimante » : 1." in told
    assert "1 ligne est à corriger" in told
    assert "refusée" not in told
    corrected = to_correct.decode("utf-8-sig").replace("Cela dépend des jours", "Non").encode()
    give(real, ("corrige.csv", corrected))
    assert real.received.report is not None
    assert (len(real.received.report.answers), real.received.report.to_correct) == (kept, 0)
    assert real.received.report.replaced == {"essai.csv": 1}


def test_a_column_that_nobody_recognised_is_mapped_on_screen_and_the_mapping_is_given_again(real: Diagnostic) -> None:
    content = sample_export(real.state)
    give(real, ("essai.csv", content))
    assert real.state.answers is not None
    assert not real.state.answers.answered("connexion").any()
    view = open_group(real, "map")
    view.targets.value = {**view.targets.value, "Internet chez vous": {"cible": "connexion"}}
    assert view.column.value == "Internet chez vous"
    words = {"Fibre ou ADSL": "fixe", "4G": "mobile_suffisante", "4G limitée": "mobile_limitee"}
    assert set(view.fields) == set(words)
    for word, value in words.items():
        view.fields[word].value = value
    press(view.apply)
    assert view.fault.title == ""
    assert real.state.answers.answered("connexion").mean() > 0.9
    name, _, kept = taken(view.keep)
    assert name == "correspondance_essai.yaml"
    mapping = MAPPING.parse(kept.decode(), "gardée")
    again = next(column for column in mapping.colonnes if column.cible == "connexion")
    assert dict(again.valeurs) == words
    before = real.state.answers.table
    other = Diagnostic()
    other.start.source.value = FILES
    give(other, (name, kept), ("autre_nom.csv", content))
    assert other.state.answers is not None
    pd.testing.assert_frame_equal(other.state.answers.table, before)


def test_the_columns_of_a_question_left_out_are_not_said_to_answer_it(real: Diagnostic) -> None:
    lines = ["langue;connexion;langue_2", *["francais;fixe;", ";fixe;arabe"] * 10]
    give(real, ("essai.csv", "\n".join(lines).encode()))
    view = open_group(real, "map")
    counted, aside, *_ = (line.replace("\u00a0", " ") for line in view.intro.lines)
    assert counted.startswith("1 colonne sur 3 répond")
    assert aside.startswith("Mise de côté")
    assert "« langue_2 »" in aside


def test_each_file_keeps_the_mapping_that_was_corrected_for_it(real: Diagnostic) -> None:
    """Two forms of one school, each with its own header for the same question, filled in on two days."""
    content = sample_export(real.state)
    other = content.replace(b"Internet chez vous", b"Votre box").replace(b"02/11/2026", b"03/11/2026")
    give(real, ("essai.csv", content), ("autre.csv", other))
    view = open_group(real, "map")
    for name, header in (("essai.csv", "Internet chez vous"), ("autre.csv", "Votre box")):
        view.file.value = name
        view.targets.value = {**view.targets.value, header: {"cible": "connexion"}}
        for word, value in {"Fibre ou ADSL": "fixe", "4G": "mobile_suffisante", "4G limitée": "mobile_limitee"}.items():
            view.fields[word].value = value
        press(view.apply)
    read = [real.received.files[name].report for name in ("essai.csv", "autre.csv")]
    assert all(one is not None and one.answers.answered("connexion").mean() > 0.9 for one in read)


def test_a_word_said_to_be_no_answer_is_no_answer(real: Diagnostic) -> None:
    give(real, ("essai.csv", sample_export(real.state)))
    view = open_group(real, "map")
    printer = next(name for name, column in view.mapped.items() if column.cible == "imprimante")
    view.column.value = printer
    view.fields["Cela dépend des jours"].value = "sans_reponse"
    assert present(real.received.report).unread
    press(view.apply)
    assert present(real.received.report).to_correct == 0


def test_two_columns_for_one_question_are_refused_and_the_answers_kept(real: Diagnostic) -> None:
    give(real, ("essai.csv", sample_export(real.state)))
    kept = len(real.state.answers or ())
    view = open_group(real, "map")
    view.targets.value = {**view.targets.value, "Internet chez vous": {"cible": "imprimante"}}
    press(view.apply)
    assert view.fault.title
    assert "deux colonnes" in view.fault.text
    assert len(real.state.answers or ()) == kept > 100


def test_a_mapping_file_that_cannot_be_used_says_so_and_changes_nothing(real: Diagnostic) -> None:
    give(real, ("essai.csv", sample_export(real.state)))
    kept = len(real.state.answers or ())
    give(real, ("correspondance.yaml", b"version: 99\n"))
    assert "correspondance.yaml" in real.start.files.error
    give(real, ("correspondance.yaml", b"\xff\xfe\x00"))
    assert "pas du texte" in real.start.files.error
    assert len(real.state.answers or ()) == kept


def test_one_hundred_files_of_families_are_read_together_and_twice_the_same_counts_once(real: Diagnostic) -> None:
    families = [
        json.dumps(
            {
                "version": 1,
                "questionnaire": real.state.questionnaire.id,
                "jeton": f"jeton{number:05d}",
                "contexte": {"niveau": "sixieme", "mode": "en_ligne"},
                "reponses": {"connexion": "fixe", "appareils": ["ordinateur"]},
            }
        ).encode()
        for number in range(100)
    ]
    give(real, *[(f"famille_{number}.json", content) for number, content in enumerate(families)])
    assert len(real.state.answers or ()) == 100
    give(real, ("encore.json", families[0]))
    assert len(real.state.answers or ()) == 100
    assert real.received.report is not None
    assert (real.received.report.lines_refused, real.received.report.lines_repeated) == (0, 1)


def test_forgetting_forgets_everything(real: Diagnostic) -> None:
    give(real, ("essai.csv", sample_export(real.state)))
    press(real.start.forget)
    assert real.state.answers is None
    assert real.received.report is None
    assert real.results.summary.text == "Aucune réponse n'est encore lue"
    assert real.start.notice.title == ""


def test_families_typed_by_level_give_a_rate_and_a_decimal_is_refused(real: Diagnostic) -> None:
    give(real, ("suite.csv", answers_csv(online(120))))
    assert "sans savoir de combien" in real.results.summary.text
    assert real.families.cycles["college"].value
    assert [field.label for field in real.families.fields.children][:4] == ["6e", "5e", "4e", "3e"]
    for level, count in (("sixieme", 126), ("cinquieme", 98), ("quatrieme", 104), ("troisieme", 67)):
        real.families.counts[level].value = count
    assert "sans savoir de combien" in real.results.summary.text
    press(real.families.take)
    assert "120 familles sur 395" in real.results.summary.text
    real.families.counts["sixieme"].value = 12.5
    press(real.families.take)
    assert "120 familles sur 395" in real.results.summary.text
    assert real.families.counts["sixieme"].error
    choose(real.families.open, ("effectifs.csv", b"niveau;familles\n6e;200\n5e;100\n4e;100\n3e;100\n"))
    assert "120 familles sur 500" in real.results.summary.text
    assert real.families.summary() == "500 familles"


def test_coming_back_to_the_fictitious_school_shows_no_file(real: Diagnostic) -> None:
    give(real, ("suite.csv", answers_csv(online(40))))
    assert "read" in real.results.names
    real.start.source.value = "fictive"
    assert real.results.names[0] == "ways"
    assert "École fictive" in real.results.summary.detail
    assert real.families.summary() == "connu"
    real.start.source.value = FILES
    assert "40 réponses" in real.results.summary.text


def typed(diagnostic: Diagnostic, answers: Answers) -> list[int]:
    """Type these answers on the pad, as whoever copies sheets does; return how many keys each took."""
    view, counts = open_group(diagnostic, "entry"), []
    for row in answers.table.to_dict("records"):
        keys = [*keys_of(sheet_answer(row), diagnostic.state.questionnaire), ENTER]
        for key in keys:
            tell(view.pad, {"kind": "key", "key": key})
        counts.append(len(keys))
    return counts


def sheet_answer(row: Any) -> FamilyAnswer:
    """Return a row of answers as the sheet of one family."""
    asked, given = family_questionnaire(), {}
    for item in asked.items:
        if item.kind == "single":
            found = row[item.id] if isinstance(row[item.id], str) else None
        elif item.kind == "grid":
            found = {
                part: row[f"{item.id}__{part}"] for part in item.rows if isinstance(row[f"{item.id}__{part}"], str)
            }
        else:
            found = tuple(value for value in item.values if row[f"{item.id}__{value}"] is True)
        if found:
            given[item.id] = found
    return FamilyAnswer(questionnaire=asked.id, reponses=given)


def test_sheets_typed_are_the_answers_that_were_on_them(real: Diagnostic) -> None:
    sheets = online(20)
    view = open_group(real, "entry")
    view.level.value = "sixieme"
    keys = typed(real, sheets)
    assert max(keys) <= 2 * 15  # under 15 s at two keys a second, which is the hypothesis of the suite
    assert "20 feuilles" in view.pad.sheet["kept"]
    assert real.state.answers is None
    press(view.count)
    assert real.state.answers is not None
    counted = real.state.answers.table
    assert (counted["mode"] == "papier").all()
    assert (counted["niveau"] == "sixieme").all()
    names = [column.name for column in family_questionnaire().columns()]
    for name in names:
        wanted, found = (one[name].astype(object).where(one[name].notna(), None) for one in (sheets.table, counted))
        assert found.tolist() == wanted.tolist(), name


def test_sheets_are_counted_beside_files_when_results_are_opened(real: Diagnostic) -> None:
    give(real, ("suite.csv", answers_csv(online(30))))
    typed(real, online(5))
    assert len(real.state.answers or ()) == 30
    open_group(real, "read")
    assert len(real.state.answers or ()) == 35
    reading: Any = real.results.views["read"]
    assert "papier saisis ici\u00a0: 5" in " ".join(reading.sums.lines)


def test_a_wrong_key_changes_nothing_and_says_so(real: Diagnostic) -> None:
    view = open_group(real, "entry")
    before = view.pad.sheet["question"]
    tell(view.pad, {"kind": "key", "key": "9"})
    assert view.pad.sheet["question"] == before
    assert "9" in view.pad.sheet["refused"]
    tell(view.pad, {"kind": "key", "key": "1"})
    assert view.pad.sheet["refused"] == ""
    tell(view.pad, {"kind": "key", "key": "Backspace"})
    assert not any(choice["ticked"] for choice in view.pad.sheet["choices"])


def test_sheets_kept_by_the_browser_are_offered_taken_back_when_asked_and_erased(real: Diagnostic) -> None:
    typed(real, online(3))
    kept = open_group(real, "entry").draft.value
    assert len(json.loads(kept)) == 3
    other = Diagnostic()
    other.start.source.value = FILES
    view = open_group(other, "entry")
    view.draft.found = kept
    assert view.tally.sheets == ()
    assert "3 feuilles" in view.notice.title
    press(view.resume)
    assert len(view.tally.sheets) == 3
    _, _, content = taken(view.keep)
    assert content.decode("utf-8-sig").count("\n") == 4
    press(view.erase)
    assert (view.tally.sheets, view.draft.value) == ((), "")
    unknown = [{"version": 1, "questionnaire": "diagnostic_familles", "reponses": {"connexion": "fibre"}}]
    for odd in (json.dumps(unknown), "{", "[1]", '[{"version": 9}]', "null", "[" * 100_000):
        fresh = Diagnostic()
        fresh.start.source.value = FILES
        again = open_group(fresh, "entry")
        again.draft.found = odd
        assert again.notice.title == ""


def test_a_header_is_cut_where_it_repeats_itself() -> None:
    long = "Quels appareils avez-vous à la maison pour l'école, tous ensemble, en comptant le travail ? > Une tablette"
    assert short_name(long).endswith("… > Une tablette")
    assert len(short_name(long)) < 100
    assert short_name("Court") == "Court"
    assert short_name("x" * 200) == "x" * 90 + "…"


@pytest.mark.parametrize(("hub", "asked_first"), [("", False), ("/user/claire/", True)])
def test_real_answers_are_neither_opened_nor_typed_on_another_machine_before_one_agrees(
    monkeypatch: pytest.MonkeyPatch, hub: str, asked_first: bool
) -> None:
    for name in (ROOM, *HOSTED):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JUPYTERHUB_USER", hub)
    found = Diagnostic()
    found.start.source.value = FILES
    give(found, ("essai.csv", sample_export(found.state)))
    assert (found.received.report is None) == asked_first
    assert bool(found.start.files.ask) == asked_first
    assert (found.start.codes in found.start.by_code.children) != asked_first
    entry = open_group(found, "entry")
    assert (entry.typing in entry.widget.children) != asked_first
    entry.agreed.value = True
    assert entry.typing in entry.widget.children
    assert entry.agreed not in entry.widget.children

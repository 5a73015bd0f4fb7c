"""One command ends a session: it takes in, marks, writes every paper, badges first, and says what is left to read."""

import datetime as dt
import errno
import json
import os
import re
import shutil
from pathlib import Path

import pypdf
import pytest
from training.a_course import COURSE, answered, bare_course, hand_in, mark_by_hand
from training.a_session import ANNE, BRUNO, CHLOE, DRISS, SESSION, STRANGER, archive, at, drop
from training.test_room_exchange import hand_in as hand_in_room
from training.test_texts_to_read import CLEAR, fill
from typer.testing import CliRunner, Result

from app.cli import session_close, session_documents, session_feedback
from app.cli.commands import app
from app.interruptions import UnfinishedError
from liaison.training.badge.keys import known_fingerprints
from liaison.training.hand_in.journal import read_journal
from liaison.training.hand_in.room_folders import HOMES, INBOUND, OPEN
from liaison.training.session.definition import Participant, SessionFolder, load_session, write_session
from liaison.training.session.participants import participants_csv
from liaison.training.session.time_zone import PARIS

PAPERS = {"resultats.csv", "moodle.csv", "textes_a_lire.csv", "badges", "attestations", "compte_rendu.pdf"}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seance")
    bare_course(folder)
    write_session(folder, SESSION)
    people = {ANNE: Participant("Anne Fictive", "Fictive", "anne@exemple.fr"), BRUNO: Participant("Bruno Imaginé")}
    (folder / "participants.csv").write_bytes(participants_csv(people))
    hand_in(folder, ANNE, answered({CLEAR: "Signez."}))
    hand_in(folder, BRUNO, answered({"message_de_21_heures": "attend"}))
    return folder


def close(place: SessionFolder, *words: str) -> Result:
    return CliRunner().invoke(app, ["session", "close", str(place.root), "--no-pdf", *words])


def plain(said: Result) -> str:
    return " ".join(said.stdout.replace("\u00a0", " ").split())


def present(place: SessionFolder) -> None:
    lines = [f"{code};x;x" if code in (ANNE, BRUNO) else f"{code};;" for code in SESSION.participants]
    (place.root / "presences.csv").write_text("\n".join(["code;matin;apres_midi", *lines]), encoding="utf-8")


def attested(place: SessionFolder) -> str:
    read = pypdf.PdfReader(place.documents / "attestations" / f"{ANNE}.pdf")
    return " ".join(" ".join(page.extract_text() for page in read.pages).replace("\u00a0", " ").split())


def test_every_paper_is_written_badges_first_and_what_is_left_to_read_is_said(course: Path, box: Path) -> None:
    place = load_session(course)
    present(place)
    drop(box, f"remise-{CHLOE}.zip", archive(CHLOE, at(11)))
    said = close(place, "--drop", str(box), "--hours", "6h30")
    assert said.exit_code == 0, said.stdout
    assert "Il reste 1 texte à lire" in plain(said)
    (fingerprint,) = known_fingerprints(place.keys)
    assert fingerprint in attested(place)
    assert f"liaison session close {course} Rempli" in plain(said)
    typed = f"liaison session results --session {course} --moodle email"
    assert f"sans attendre la note du reste : {typed} --partial" in plain(said)
    assert CliRunner().invoke(app, [*typed.split()[1:], "--partial"]).exit_code == 0
    assert "sans attendre" not in CliRunner().invoke(app, [*typed.split()[1:], "--partial"]).stdout
    # Who said that everybody was there would otherwise be asked who was.
    assert f"liaison session close {course} --all Rempli" in plain(close(place, "--all"))
    assert {path.name for path in place.documents.iterdir()} >= PAPERS
    assert (place.submitted / CHLOE / COURSE.id).is_dir()
    assert {path.name for path in place.feedback.iterdir()} == {ANNE, BRUNO, CHLOE}
    text = attested(place)
    assert "6 h 30" in text
    mark_by_hand(course, COURSE, ANNE, CLEAR, 2, "Clair.")
    before = {path: path.read_bytes() for path in (place.documents / "badges").iterdir()}
    again = close(place)
    assert again.exit_code == 0
    assert "Tous les textes remis sont lus" in plain(again)
    assert attested(place) == text
    assert "Clair." in (place.feedback / ANNE / COURSE.id / "retour.html").read_text(encoding="utf-8")
    assert {path: path.read_bytes() for path in (place.documents / "badges").iterdir()} == before
    assert "anne@exemple.fr,2" in (place.documents / "moodle.csv").read_text(encoding="utf-8")


def test_who_has_no_line_in_the_list_of_who_was_there_is_named_until_they_have_one(course: Path) -> None:
    place = load_session(course)
    present(place)
    listed = place.root / "presences.csv"
    lines = listed.read_text(encoding="utf-8")
    listed.write_text(lines.replace(f"\n{CHLOE};;", ""), encoding="utf-8")
    named = f"Sans ligne dans « presences.csv », donc sans attestation ni badge : {CHLOE}. Leur en ajouter une"
    said = close(place)
    assert (said.exit_code, plain(said).count(named)) == (1, 2)
    assert "À regarder, quelque chose y est laissé de côté : Badges, Attestations." in plain(said)
    assert json.loads(close(place, "--json").stdout)["a_regarder"] == ["Badges", "Attestations"]
    for command, code in (("attest", 1), ("badge", 1), ("attendance", 0)):
        alone = CliRunner().invoke(app, ["session", command, str(course)])
        assert (alone.exit_code, named in plain(alone)) == (code, True)
    for words in (("attest", "--json"), ("badge", "--json")):
        answer = CliRunner().invoke(app, ["session", words[0], str(course), *words[1:]])
        assert (answer.exit_code, json.loads(answer.stdout)["sans_ligne"]) == (1, [CHLOE])
    assert "Sans ligne" not in plain(CliRunner().invoke(app, ["session", "attest", str(course), "--only", ANNE]))
    assert "Sans ligne" not in plain(close(place, "--all"))
    listed.write_text(lines, encoding="utf-8")
    said = close(place)
    assert (said.exit_code, "Sans ligne" in plain(said)) == (0, False)


def test_what_cannot_be_done_is_said_and_stops_nothing_else(course: Path) -> None:
    place = load_session(course)
    said = close(place)
    assert said.exit_code == 1
    assert "Pas fait : Badges, Attestations." in plain(said)
    assert "presences.csv" in plain(said)
    written = {path.name for path in place.documents.iterdir()}
    assert written >= PAPERS - {"badges", "attestations"}
    assert not written & {"badges", "attestations"}
    answer = json.loads(close(place, "--json").stdout)
    assert answer["a_lire"] == answer["textes"] == 1
    assert set(answer["pas_fait"]) == {"Badges", "Attestations"}


def test_the_room_is_taken_in_where_there_was_one_and_its_refusal_is_said_at_the_end(course: Path) -> None:
    write_session(course, SESSION.model_copy(update={"mode": "reseau"}))
    (course / "salle").mkdir()
    place = load_session(course)
    present(place)
    said = close(place)
    assert "À regarder, quelque chose y est laissé de côté : Remises de la salle." in plain(said)
    assert said.exit_code == 1
    assert (place.documents / "resultats.csv").is_file()


@pytest.mark.parametrize("dropped", [False, True])
def test_in_a_room_closing_takes_in_then_gives_back_to_the_places_and_names_who_came_another_way(
    course: Path, box: Path, monkeypatch: pytest.MonkeyPatch, dropped: bool
) -> None:
    write_session(course, SESSION.model_copy(update={"mode": "reseau"}))
    (course / "salle").mkdir()
    place = load_session(course)
    present(place)
    done: list[str] = []

    def noted(what: str, root: Path) -> int:
        done.append(f"{what} {len(list(root.glob('feedback/*/*/exercice.html')))}")
        return 0

    monkeypatch.setattr(session_close, "collect_in_room", lambda root, quiet: noted("prendre", root))
    monkeypatch.setattr(session_close, "give_back_in_room", lambda root, quiet: noted("rendre", root))
    words = ["--drop", str(box)] if dropped else []
    said = close(place, *words)
    assert done == ["prendre 0"]
    assert "Aucun retour n'est à rendre dans la salle" in plain(said)
    assert (
        f"retour est à donner vous-même : {', '.join(f'{code} ({COURSE.id})' for code in sorted([ANNE, BRUNO]))}."
        in plain(said)
    )
    (place.submitted / ANNE / COURSE.id / "submission_secret.txt").write_text("a" * 128, encoding="ascii")
    said = close(place, *words)
    assert done[1:] == ["prendre 0", "rendre 1"]
    assert f"retour est à donner vous-même : {BRUNO} ({COURSE.id})." in plain(said)


def test_texts_that_nobody_could_look_for_are_not_said_to_be_read(course: Path) -> None:
    place = load_session(course)
    present(place)
    place.gradebook.write_bytes(b"another program writes this")
    said = close(place)
    assert said.exit_code == 1
    assert "Pas fait : Notes," in plain(said)
    assert "Textes à lire. La raison" in plain(said)
    assert "Tous les textes remis sont lus" not in plain(said)
    answer = json.loads(close(place, "--json").stdout)
    assert answer["a_lire"] is answer["textes"] is None


def test_the_marks_that_are_said_are_those_of_the_gradebook_texts_included(course: Path) -> None:
    place = load_session(course)
    present(place)
    first = plain(close(place))
    assert "Textes à lire : 1." in first
    mark_by_hand(course, COURSE, ANNE, CLEAR, 2, "Clair.")
    again = close(place)
    assert "Textes à lire : 0." in plain(again)
    notes, results = again.stdout.split("\nBadges")[0], again.stdout.split("\nRésultats")[1]
    marks = [re.findall(rf"{ANNE}\W+(\d+)", part)[:1] for part in (notes, results)]
    assert marks[0] == marks[1] == ["2"]


def test_the_table_filled_where_it_was_left_is_read_before_any_paper_is_made_of_it(course: Path) -> None:
    place = load_session(course)
    present(place)
    close(place)
    table = place.documents / "textes_a_lire.csv"
    fill(table, {"points": "2", "commentaire": "Clair."}, code=ANNE)
    again = close(place)
    assert again.exit_code == 0
    assert "Tous les textes remis sont lus" in plain(again)
    assert "Clair." in (place.feedback / ANNE / COURSE.id / "retour.html").read_text(encoding="utf-8")
    assert "anne@exemple.fr,2" in (place.documents / "moodle.csv").read_text(encoding="utf-8")
    fill(table, {"points": "9"}, code=ANNE)
    wrong = table.read_bytes()
    refused = close(place)
    assert refused.exit_code == 1
    assert "laissé de côté : Tableau des textes." in plain(refused)
    assert (place.documents / "textes_a_lire_garde.csv").read_bytes() == wrong


def test_a_table_of_which_all_was_taken_leaves_nothing_aside_when_a_newer_copy_comes(course: Path, box: Path) -> None:
    place = load_session(course)
    present(place)
    shutil.rmtree(place.submitted / ANNE)
    drop(box, "a.zip", archive(ANNE, at(14), json.dumps(answered({CLEAR: "Signez."})).encode()))
    close(place, "--drop", str(box))
    table = place.documents / "textes_a_lire.csv"
    fill(table, {"points": "2", "commentaire": "Bravo pour UN."}, code=ANNE)
    assert "il est pris" in plain(close(place))
    drop(box, "b.zip", archive(ANNE, at(15), json.dumps(answered({CLEAR: "Lisez."})).encode()))
    said = close(place, "--drop", str(box))
    assert said.exit_code == 0
    assert "n'est pas pris" not in plain(said)
    assert not list(place.documents.glob("*_garde*"))
    assert "Il reste 1 texte à lire" in plain(said)
    fill(table, {"points": "1"}, code=ANNE)
    assert "Tous les textes remis sont lus" in plain(close(place))
    assert "Bravo pour UN." not in (place.feedback / ANNE / COURSE.id / "retour.html").read_text(encoding="utf-8")


def test_closing_twice_a_session_without_any_text_takes_its_own_empty_table_back_as_nothing(course: Path) -> None:
    place = load_session(course)
    shutil.rmtree(place.submitted / ANNE)
    hand_in(course, ANNE, answered({"message_de_21_heures": "attend"}))
    for _ in range(2):
        said = close(place, "--all")
        assert said.exit_code == 0, said.stdout
        assert "Personne n'a remis de texte : les retours et les notes sont complets." in plain(said)
        assert "à remplir" not in plain(said)
    assert [path.name for path in place.documents.glob("textes_a_lire*")] == ["textes_a_lire.csv"]


def test_a_refused_file_that_bears_a_code_is_that_persons_and_stays_told_until_a_copy_comes(
    course: Path, box: Path
) -> None:
    place = load_session(course)
    shutil.rmtree(place.submitted)
    whole = archive(CHLOE, at(11))
    drop(box, f"remise-{CHLOE}.zip", whole[:100])
    drop(box, f"remise-{STRANGER}.zip", whole[:100])
    again = "Remises refusées, à demander de nouveau"

    def status() -> str:
        return plain(CliRunner().invoke(app, ["session", "status", str(course)]))

    for _ in range(2):
        said = plain(close(place, "--all", "--drop", str(box)))
        assert f"{again} : {CHLOE}. La raison est dans « {place.journal} »" in said
        assert "Aucune copie n'est arrivée" not in said
        assert "Aucune copie n'a pu être prise" in said
    assert {line.source: line.code for line in read_journal(place.journal)} == {
        f"remise-{CHLOE}.zip": CHLOE,
        f"remise-{STRANGER}.zip": "",
    }
    assert f"{CHLOE} refusée" in status()
    assert f"{again} : {CHLOE}. La raison est dans « {place.journal} »" in status()
    assert f"Copies manquantes, {COURSE.id} : 5 sur 5." in status()
    drop(box, "entiere.zip", whole)
    assert again not in plain(close(place, "--all", "--drop", str(box)))
    assert f"{CHLOE} reçue" in status()
    assert again not in status()


def test_a_second_copy_that_was_refused_on_a_former_day_is_said_again_at_the_end(course: Path, box: Path) -> None:
    place = load_session(course)
    shutil.rmtree(place.submitted)
    drop(box, "a.zip", archive(CHLOE, at(11)))
    drop(box, f"{CHLOE}/remise-{CHLOE}.zip", archive(CHLOE, at(12))[:100])
    close(place, "--all", "--drop", str(box))
    said = plain(close(place, "--all"))
    assert f"autre chose de la même personne a été refusé : {CHLOE}. " in said
    assert f"la raison est dans « {place.journal} »" in said
    assert "à demander de nouveau" not in said


def test_a_copy_that_counts_by_a_clock_ahead_of_another_is_named_and_nothing_is_said_to_be_complete(
    course: Path, box: Path
) -> None:
    now = dt.datetime.now(PARIS).replace(microsecond=0)
    tomorrow = (now + dt.timedelta(days=1)).replace(tzinfo=None)
    write_session(course, SESSION.model_copy(update={"hand_in_until": tomorrow}))
    place = load_session(course)
    present(place)
    for code in (ANNE, BRUNO):
        shutil.rmtree(place.submitted / code)
    work = json.dumps(answered({"message_de_21_heures": "sonne"})).encode()
    drop(box, "a.zip", archive(ANNE, at(14)))
    drop(box, "b.zip", archive(ANNE, now + dt.timedelta(days=400), work))
    said = close(place, "--drop", str(box))
    assert said.exit_code == 1
    assert f"une autre est peut-être plus récente : {ANNE} ({COURSE.id})." in plain(said)
    assert "sont complets" not in plain(said)
    assert json.loads(close(place, "--json").stdout)["horloge_en_avance"] == [[ANNE, COURSE.id]]


def test_who_handed_in_less_than_before_is_named_and_nothing_is_said_to_be_complete(course: Path, box: Path) -> None:
    place = load_session(course)
    present(place)
    drop(box, "a.zip", archive(CHLOE, at(11)))
    drop(box, "b.zip", archive(CHLOE, at(12), b"{"))
    close(place, "--drop", str(box))
    for code in (ANNE, CHLOE):
        mark_by_hand(course, COURSE, code, CLEAR, 2, "Clair.")
    close(place)
    said = close(place)
    assert f"en dit moins que celle d'avant : {CHLOE} ({COURSE.id}). " in plain(said)
    assert (said.exit_code, "complets" in plain(said)) == (1, False)
    assert json.loads(close(place, "--json").stdout)["en_dit_moins"] == [[CHLOE, COURSE.id]]
    drop(box, "c.zip", archive(CHLOE, at(13)))
    close(place, "--drop", str(box))
    said = close(place)
    assert "en dit moins" not in plain(said)
    assert (said.exit_code, "Tous les textes remis sont lus" in plain(said)) == (0, True)


@pytest.mark.parametrize("content", [b"{", json.dumps(answered({})).encode()], ids=["illisible", "vide"])
def test_over_a_copy_that_has_nothing_to_mark_nothing_is_said_to_be_complete(
    course: Path, box: Path, content: bytes
) -> None:
    place = load_session(course)
    present(place)
    drop(box, "a.zip", archive(CHLOE, at(11), content))
    close(place, "--drop", str(box))
    mark_by_hand(course, COURSE, ANNE, CLEAR, 2, "Clair.")
    said = close(place)
    named = f"Copies où rien ne peut être noté, vides ou illisibles, à demander de nouveau : {CHLOE} ({COURSE.id})."
    assert named in plain(said)
    assert (said.exit_code, "complets" in plain(said)) == (1, False)
    assert json.loads(close(place, "--json").stdout)["rien_a_noter"] == [[CHLOE, COURSE.id]]
    drop(box, "b.zip", archive(CHLOE, at(12), json.dumps(answered({"message_de_21_heures": "attend"})).encode()))
    close(place, "--drop", str(box))
    said = close(place)
    assert (said.exit_code, "complets" in plain(said)) == (0, True)


@pytest.fixture
def past_room(course: Path, monkeypatch: pytest.MonkeyPatch) -> SessionFolder:
    """A room whose day is past: its program reads the clock."""
    from app.room import command as room

    past = {"date": YEAR_BEFORE.date(), "hand_in_until": dt.datetime(2025, 11, 27, 18), "mode": "reseau"}
    write_session(course, SESSION.model_copy(update=past))
    place = load_session(course)
    present(place)
    for folder in (HOMES / CHLOE, INBOUND, INBOUND.with_name("outbound") / COURSE.id):
        (course / folder).mkdir(parents=True)
    monkeypatch.setattr(room, "trainer_account", lambda _session: None)
    monkeypatch.setattr(session_close, "collect_in_room", lambda root, quiet: room.main([str(root), "--collect"]))
    monkeypatch.setattr(session_close, "give_back_in_room", lambda root, quiet: 0)
    return place


YEAR_BEFORE = dt.datetime(2025, 11, 27, 11, tzinfo=PARIS)


@pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
def test_the_copy_of_the_hour_counts_though_a_late_one_of_the_other_door_was_marked_and_read_before_it(
    past_room: SessionFolder, box: Path
) -> None:
    course = past_room.root
    first, late = (json.dumps(answered({CLEAR: text})).encode() for text in ("À l'heure.", "Bien après."))
    drop(box, "a.zip", archive(CHLOE, YEAR_BEFORE + dt.timedelta(hours=8), late))
    close(past_room, "--drop", str(box))
    for code in (ANNE, CHLOE):
        mark_by_hand(course, COURSE, code, CLEAR, 2, "Clair.")
    said = close(past_room)
    assert (said.exit_code, "complets" in plain(said)) == (0, True)
    hand_in_room(past_room, CHLOE, YEAR_BEFORE, first)
    waiting = plain(CliRunner().invoke(app, ["session", "status", str(course)]))
    assert f"Remises dans la salle, à prendre : {CHLOE} ({COURSE.id})." in waiting
    said = close(past_room)
    # The mark was given to another text: the one that counts is to be read.
    assert "Il reste 1 texte à lire" in plain(said)
    assert f"{CHLOE} reçue" in plain(CliRunner().invoke(app, ["session", "status", str(course)]))
    copy = course / "submitted" / CHLOE / COURSE.id / "reponses.json"
    assert copy.read_bytes() == first
    mark_by_hand(course, COURSE, CHLOE, CLEAR, 2, "Clair aussi.")
    said = close(past_room, "--drop", str(box))
    assert (said.exit_code, "Tous les textes remis sont lus" in plain(said)) == (0, True)
    assert copy.read_bytes() == first


@pytest.mark.skipif(os.name != "posix", reason="une salle demande Linux ou macOS")
def test_a_poorer_copy_of_the_other_door_is_named_until_a_newer_one_of_either_says_it_all(
    past_room: SessionFolder, box: Path
) -> None:
    course = past_room.root
    hand_in_room(past_room, CHLOE, YEAR_BEFORE, json.dumps(answered({CLEAR: "Un texte."})).encode())
    close(past_room)
    drop(box, "a.zip", archive(CHLOE, YEAR_BEFORE + dt.timedelta(hours=1), b"{"))
    without = json.dumps(answered({"message_de_21_heures": "attend"})).encode()
    drop(box, "b.zip", archive(CHLOE, YEAR_BEFORE + dt.timedelta(hours=2), without))
    close(past_room, "--drop", str(box))
    for code in (ANNE, CHLOE):
        mark_by_hand(course, COURSE, code, CLEAR, 2, "Clair.")
    for _ in range(2):
        said = close(past_room)
        assert f"en dit moins que celle d'avant : {CHLOE} ({COURSE.id}). " in plain(said)
        assert (said.exit_code, "complets" in plain(said)) == (1, False)
    hand_in_room(past_room, CHLOE, YEAR_BEFORE + dt.timedelta(hours=3), json.dumps(answered({CLEAR: "Tout."})).encode())
    close(past_room)
    mark_by_hand(course, COURSE, CHLOE, CLEAR, 2, "Clair.")
    said = close(past_room)
    assert (said.exit_code, "Tous les textes remis sont lus" in plain(said)) == (0, True)


def test_what_a_closing_that_was_killed_left_among_the_papers_goes_with_the_next(course: Path) -> None:
    place = load_session(course)
    left = [place.documents / folder / ".a.0a1b2c3d.partiel" for folder in ("", "badges", "attestations")]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    close(place)
    assert [path for path in left if path.exists()] == []


def test_with_a_table_that_is_refused_nothing_is_said_to_be_complete(course: Path) -> None:
    place = load_session(course)
    close(place, "--all")
    mark_by_hand(course, COURSE, ANNE, CLEAR, 2, "Clair.")
    fill(place.documents / "textes_a_lire.csv", {"points": "9"}, code=ANNE)
    said = plain(close(place, "--all"))
    assert "laissé de côté : Tableau des textes." in said
    assert "complets" not in said


def test_the_end_says_how_to_give_a_table_filled_elsewhere(course: Path) -> None:
    said = plain(close(load_session(course)))
    assert f"liaison session texts --session {course} --marks TABLEAU" in said


def test_with_no_copy_at_all_nothing_is_said_to_be_complete_and_who_worked_without_handing_in_is_named(
    course: Path,
) -> None:
    place = load_session(course)
    present(place)
    for code in (ANNE, BRUNO):
        shutil.rmtree(place.submitted / code)
    worked = course / HOMES / CHLOE / COURSE.id / "reponses.json"
    worked.parent.mkdir(parents=True)
    worked.write_bytes(b"{}")
    said = plain(close(place))
    assert "Aucune copie n'est arrivée" in said
    assert "Tous les textes remis sont lus" not in said
    assert f"pas remis : {CHLOE} ({COURSE.id})." in said
    status = plain(CliRunner().invoke(app, ["session", "status", str(course)]))
    assert f"pas remis : {CHLOE} ({COURSE.id})." in status
    assert "Copies manquantes, 01_messagerie_ent : 5 sur 5." in status


def test_who_changed_their_work_since_they_handed_in_is_named_before_anything_is_said_to_be_complete(
    course: Path,
) -> None:
    place = load_session(course)
    present(place)
    shutil.rmtree(place.submitted / ANNE)
    hand_in(course, ANNE, answered({"message_de_21_heures": "sonne"}))
    kept = course / HOMES / ANNE / COURSE.id / "reponses.json"
    kept.parent.mkdir(parents=True)
    kept.write_bytes((place.submitted / ANNE / COURSE.id / "reponses.json").read_bytes())
    named = f"depuis la remise, et pas remis de nouveau : {ANNE} ({COURSE.id}). Seule une copie remise est notée."
    assert named not in plain(close(place))
    kept.write_bytes(json.dumps(answered({"message_de_21_heures": "attend", CLEAR: "Un texte."})).encode())
    said = plain(close(place))
    assert named in said
    assert "L'heure limite est passée" in said
    # A text was written, which nobody handed in.
    assert "Personne n'a remis de texte : les retours et les notes sont complets." in said
    write_session(course, place.session.model_copy(update={"hand_in_until": dt.datetime(2099, 1, 1)}))
    status = CliRunner().invoke(app, ["session", "status", str(course)])
    assert f"{named} La salle est fermée ; les réponses y sont gardées." in plain(status)
    told = json.loads(CliRunner().invoke(app, ["session", "status", str(course), "--json"]).stdout)
    assert told["change_depuis"] == [[ANNE, COURSE.id]]


def test_work_that_was_never_handed_in_and_cannot_be_read_is_said_to_be_so_beside_what_is_not_handed_in(
    course: Path,
) -> None:
    place = load_session(course)
    present(place)
    for code, size in ((CHLOE, 1_000_001), (DRISS, 1_000_000)):
        shutil.rmtree(place.submitted / code, ignore_errors=True)
        (course / HOMES / code / COURSE.id).mkdir(parents=True)
        with (course / HOMES / code / COURSE.id / "reponses.json").open("wb") as file:
            file.truncate(size)
    for said in (plain(close(place)), plain(CliRunner().invoke(app, ["session", "status", str(course)]))):
        assert f"pas remis : {CHLOE} ({COURSE.id}), {DRISS} ({COURSE.id})." in said
        named = f"ne peut pas être remis tel quel : {CHLOE} ({COURSE.id} : « reponses.json » dépasse 1 Mo). "
        assert f"{named}Le haut de l'exercice dit à la personne comment recommencer." in said
    told = json.loads(CliRunner().invoke(app, ["session", "status", str(course), "--json"]).stdout)
    assert told["en_place_illisible"] == [[CHLOE, COURSE.id, "dépasse 1 Mo"]]


def test_who_deleted_their_answers_since_they_handed_in_or_whose_answers_grew_too_large_is_named_at_the_end(
    course: Path,
) -> None:
    place = load_session(course)
    present(place)
    (course / INBOUND).mkdir(parents=True)
    for code in (ANNE, BRUNO):
        (course / HOMES / code / COURSE.id).mkdir(parents=True)
        given = course / INBOUND / f"{code}+{COURSE.id}+2026-11-27 10:00:00.000000 UTC+abc"
        given.mkdir()
        (given / "reponses.json").write_bytes(json.dumps(answered({CLEAR: "Un texte."})).encode())
    with (course / HOMES / BRUNO / COURSE.id / "reponses.json").open("wb") as file:
        file.truncate(1_000_001)
    gone = f"dans la salle depuis la remise, effacées ou mises de côté : {ANNE} ({COURSE.id}). "
    grown = f"depuis la remise : {BRUNO} ({COURSE.id} : « reponses.json » dépasse 1 Mo). "
    for said in (plain(close(place)), plain(CliRunner().invoke(app, ["session", "status", str(course)]))):
        assert f"{gone}Ce qui a été remis compte." in said
        assert f"{grown}Rien ne dit si elles ont changé ; ce qui a été remis compte." in said
    told = json.loads(CliRunner().invoke(app, ["session", "status", str(course), "--json"]).stdout)
    assert told["efface_depuis"] == [[ANNE, COURSE.id]]
    assert told["illisible_depuis"] == [[BRUNO, COURSE.id, "dépasse 1 Mo"]]


@pytest.mark.skipif(os.name != "posix", reason="la salle s'ouvre sous Linux et macOS")
def test_status_says_where_work_is_handed_in_while_the_room_is_open_and_that_it_is_kept_once_closed(
    course: Path,
) -> None:
    from fcntl import LOCK_EX, LOCK_UN, flock

    shutil.rmtree(course / "submitted" / CHLOE, ignore_errors=True)
    worked = course / HOMES / CHLOE / COURSE.id / "reponses.json"
    worked.parent.mkdir(parents=True)
    worked.write_bytes(b"{}")
    (course / OPEN).parent.mkdir()

    def said() -> str:
        return plain(CliRunner().invoke(app, ["session", "status", str(course)]))

    with (course / OPEN).open("wb") as held:
        flock(held, LOCK_EX)
        assert "Les réponses sont gardées ; le bouton « Remettre » est à la fin de l'exercice et sur" in said()
        assert "fermée" not in said()
        flock(held, LOCK_UN)
        closed = said()
    assert "Votre place" not in closed
    assert "La salle est fermée ; les réponses y sont gardées." in closed
    assert f"liaison session hub {course}" in closed


def test_two_people_with_one_address_have_no_line_for_moodle_and_are_told(course: Path) -> None:
    people = {ANNE: Participant("Anne Fictive", "Fictive", "a@b.fr"), BRUNO: Participant("Bruno", "", "A@b.fr")}
    (course / "participants.csv").write_bytes(participants_csv(people))
    place = load_session(course)
    present(place)
    said = close(place)
    assert said.exit_code == 1
    assert f"Une seule adresse, a@b.fr, pour {ANNE}, {BRUNO}" in plain(said)
    assert "b.fr" not in (place.documents / "moodle.csv").read_text(encoding="utf-8")


def test_a_disk_that_is_full_stops_one_part_which_says_so_and_none_of_the_others(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(session_documents, "run_badge", full)
    said = close(load_session(course))
    assert said.exit_code == 1
    assert "Pas fait : le disque est plein." in plain(said)
    assert "Pas fait : Badges" in plain(said)
    assert (course / "documents" / "resultats.csv").is_file()


def test_a_closing_that_is_interrupted_says_in_which_part_and_the_command_that_it_gives_finishes(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = load_session(course)

    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(session_feedback, "run", interrupted)
        with pytest.raises(UnfinishedError) as end:
            session_close.run(course, session_close.Closing(all_present=True, hours="6h", pdf=False))
    said = str(end.value)
    assert said.startswith("Interrompu pendant « Retours » : ce qui précède est fait")
    command = f"liaison session close {course} --all --hours 6h --no-pdf"
    assert said.endswith(command)
    assert (place.documents / "badges").is_dir()
    assert not list(place.feedback.glob("*/*/retour.html"))
    assert CliRunner().invoke(app, command.split()[1:]).exit_code == 0
    assert len(list(place.feedback.glob("*/*/retour.html"))) == 2

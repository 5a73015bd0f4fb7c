"""What is carried from one end of a way to the other has one name all along."""

from pathlib import Path

from project.names_of_a_datum import walked, ways


def test_what_is_carried_has_one_name_from_end_to_end(tmp_path: Path) -> None:
    seen = {title: walked(way) for title, way in ways(tmp_path)}
    to_charter, to_tables, to_mark = seen.values()
    assert to_tables.names["Answers"] == {"answers"}
    assert to_mark.names["Copy"] == {"copy"}
    assert to_mark.names["ExerciseAnswers"] == {"answers"}
    assert to_charter.names["Policy"] == {"policy", "chosen"}  # what a reader chose, then what it is

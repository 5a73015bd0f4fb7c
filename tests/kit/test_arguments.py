"""Ce que la salle et le serveur local refusent de leurs options : une phrase en français, et le code 2."""

import pytest

from app.room import command as room
from app.voila import command as voila


@pytest.mark.parametrize(("program", "help_line"), [(room, "session hub --help"), (voila, "app.voila --help")])
def test_an_option_that_is_not_known_is_refused_in_french(
    capsys: pytest.CaptureFixture[str], program: object, help_line: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(["--porte"])  # type: ignore[attr-defined]
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("Option refusée")
    assert "--porte" in told
    assert help_line in told.replace("\u00a0", " ")

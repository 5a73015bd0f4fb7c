"""A command of the suite, from its first instant: Ctrl-C has its sentence while the libraries still load."""

import importlib

from app.loading import end_on_ctrl_c, hold_ctrl_c, leave


def start(command: str, room: str, interrupted: str, code: int) -> int:
    """Run `main` of a module, and return its exit code.

    `interrupted`, `code`: the sentence and the exit code of a Ctrl-C that it leaves alone.
    """
    hold_ctrl_c()
    from liaison.base.terminal import lacking_no_letter
    from widgets.texts import texts

    lacking_no_letter()
    sentence = texts(room)(interrupted)
    end_on_ctrl_c(lambda: leave(sentence, code))
    try:
        return int(importlib.import_module(command).main())
    except KeyboardInterrupt:
        leave(sentence, code)

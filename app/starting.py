"""A command of the suite, from its first instant: Ctrl-C has its sentence while the libraries still load."""

import importlib
import os
import sys

from app.loading import end_on_ctrl_c, hold_ctrl_c, leave

# A page has some thirty files, sockets and pipes; a browser alone may hold four hundred connections.
NEEDED_FILES, WANTED_FILES = 256, 4096


def start(command: str, room: str, interrupted: str, code: int) -> int:
    """Run `main` of a module, and return its exit code.

    `interrupted`, `code`: the sentence and the exit code of a Ctrl-C that it leaves alone.
    """
    hold_ctrl_c()
    from liaison.base.terminal import lacking_no_letter
    from widgets.texts import texts

    lacking_no_letter()
    if (most := most_files()) < NEEDED_FILES:
        print(texts("voila")("serveur-erreur-fichiers", most=most, needed=NEEDED_FILES), file=sys.stderr, flush=True)
        return 1
    sentence = texts(room)(interrupted)
    end_on_ctrl_c(lambda: leave(sentence, code))
    try:
        return int(importlib.import_module(command).main())
    except KeyboardInterrupt:
        leave(sentence, code)


def most_files() -> int:
    """Have this program, and those it starts, open the files they need, if the system lets them; how many they may."""
    if os.name != "posix":
        return WANTED_FILES
    import resource

    most, allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED_FILES if allowed == resource.RLIM_INFINITY else min(allowed, WANTED_FILES)
    if most == resource.RLIM_INFINITY or most >= wanted:
        return wanted
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, allowed))
    return wanted

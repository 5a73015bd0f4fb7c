"""A command of the suite, from its first instant: Ctrl-C has its sentence while the libraries still load."""

import importlib
import signal
import sys


def start(command: str, room: str, interrupted: str) -> int:
    """Run `main` of a module, and return its exit code; `interrupted`: the sentence of a Ctrl-C that it left alone."""
    try:
        return int(importlib.import_module(command).main())
    except KeyboardInterrupt:
        # Once is enough: a second one would cut the sentence short.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        from liaison.terminal import lacking_no_letter
        from widgets.texts import texts

        lacking_no_letter()
        print(texts(room)(interrupted), file=sys.stderr, flush=True)
        return 130

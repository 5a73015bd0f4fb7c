"""`python -I limited.py OCTETS PROCESSUS PROGRAMME…`: run a program that can take no more; only the standard library.

A file of its own, started before anything of the person's: what they may have left in their place comes after.
"""

import os
import resource
import sys


def main() -> None:
    """Lower what this process and all that it starts may have, then become the program."""
    memory, processes, *words = sys.argv[1:]
    for what, most in ((resource.RLIMIT_DATA, int(memory)), (resource.RLIMIT_NPROC, int(processes))):
        if most:
            resource.setrlimit(what, (most, most))
    os.execv(words[0], words)


if __name__ == "__main__":
    main()

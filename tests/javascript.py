"""Les modules du navigateur, lancés hors de tout navigateur : Deno, que le verrou apporte, les lit comme ils sont."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

WIDGETS = Path(__file__).parents[1] / "widgets"
PHONE = WIDGETS / "phone"
DENO = Path(sys.executable).with_name("deno.exe" if os.name == "nt" else "deno")


def printed(script: str) -> str:
    """What a script prints. It can read no file, write none and call nobody: only import modules of the project."""
    command = [str(DENO), "run", "--quiet", "--no-config", "--no-remote", "--no-prompt", "-"]
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        command, input=script, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def value_of(expression: str, **modules: Path) -> Any:
    """What an expression is worth, as JSON tells it; `modules` are those that it may name."""
    imports = "".join(f'import * as {name} from "{path.as_uri()}";\n' for name, path in modules.items())
    return json.loads(printed(f"{imports}console.log(JSON.stringify({expression}));"))

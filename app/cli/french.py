"""La ligne de commande en français : aide, refus, codes de sortie, jamais de trace d'erreur.

Exit codes: 0 done, 1 done and something to correct (or an unexpected fault), 2 refused, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from typer.core import TyperCommand, TyperGroup

from app.cli.expecting import expected
from app.cli.output import RUNNING, InputError, typeset
from app.interruptions import Ended, UnfinishedError
from app.loading import INTERRUPTED, INTERRUPTION, begin
from liaison.base.faults import chain_of, disk_is_full, is_ours, is_read_only, no_file_opens, what_to_do, why
from liaison.base.sentences import french_beside

phrase = french_beside(__file__)


REFUSED, FAULT = 2, 1
_INTERRUPTIONS = tuple(f"{kind.__name__}:" for kind in (KeyboardInterrupt, Ended))
TRACE = "LIAISON_TRACE"  # variable d'environnement : montrer la trace d'une erreur inattendue
USAGE = "Utilisation : "


def examples(first: str, *others: tuple[str, str]) -> str:
    """Return the end of a help: a line to copy, then others, each after what it is for."""
    return "\n\n".join(f"{what} : {line}" for what, line in (("Exemple", first), *others))


def formerly(**names: str) -> dict[str, Any]:
    """Return the settings of a command whose options had another name: typed still, it is understood, not shown.

    Each option is given as its former name, then the one of now: `formerly(course="session")`.
    """
    return {"token_normalize_func": lambda word: names.get(word, word)}


class _French:
    """What a French command and a French group share: headings of the help."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=typeset(USAGE))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help, option.metavar = "Afficher cette aide.", ""
        return option

    def get_params(self, ctx: Any) -> Any:
        params = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if getattr(param, "is_flag", False):
                param.metavar = ""  # otherwise the help says "<bool>"
        return params

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils

        rich_utils.DEFAULT_STRING = typeset("[par défaut : {}]")
        rich_utils.REQUIRED_LONG_STRING = "[obligatoire]"
        rich_utils.ARGUMENTS_PANEL_TITLE = "Ce que la commande lit"
        rich_utils.OPTIONS_PANEL_TITLE = "Options"
        rich_utils.COMMANDS_PANEL_TITLE = "Commandes"
        super().format_help(ctx, formatter)  # type: ignore[misc]


class FrenchCommand(_French, TyperCommand):
    """One command, with its help in French."""

    def invoke(self, ctx: Any) -> Any:
        """Run it; until here, Ctrl-C ended all at once."""
        begin()
        before = RUNNING.set(frozenset(word for param in self.params for word in param.opts))
        try:
            return super().invoke(ctx)
        finally:
            RUNNING.reset(before)


class FrenchGroup(_French, TyperGroup):
    """The command `liaison`: every end of a run goes through `main`, with its sentence and its exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run, then exit; a refusal is one French sentence on the error stream."""
        try:
            code = super().main(args, "liaison", complete_var, False, windows_expand_args, **extra)
        except KeyboardInterrupt:
            code = INTERRUPTED
        except UnfinishedError as error:
            _say(str(error))
            sys.exit(INTERRUPTED)
        except Exception as error:
            code = _answered(error)
        if code == INTERRUPTED:
            _say(INTERRUPTION)
        sys.exit(code if isinstance(code, int) else 0)


def was_interrupted(error: BaseException) -> bool:
    """Whether Ctrl-C is behind an error: a library that it cuts may raise its own."""
    return any(isinstance(cause, KeyboardInterrupt) or _names_interruption(cause) for cause in chain_of(error))


def _names_interruption(error: BaseException) -> bool:
    # Pydantic, cut while it builds a model, keeps of the cause but its name, in its own sentence.
    return type(error).__name__ == "SchemaError" and any(name in str(error) for name in _INTERRUPTIONS)


def _say(sentence: str) -> None:
    print(typeset(sentence), file=sys.stderr)


def _answered(error: Exception) -> int:
    """Say what is wrong in French and return the exit code."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "NoArgsIsHelpError" in kinds:
        print(error)
        return 0
    if "Abort" in kinds:
        return INTERRUPTED
    if "UsageError" in kinds:
        _say(_usage(error, kinds))
    elif isinstance(error, InputError) or (isinstance(error, ValueError) and is_ours(error)):
        _say(str(error))
    elif sentence := no_file_opens(error):
        _say(sentence)
    elif isinstance(error, OSError) and error.filename is not None and is_read_only(error):
        # Its folder: what is being written has for now a name that nobody gave it.
        _say(phrase("lecture-seule", folder=Path(error.filename).parent, todo=what_to_do(error)))
    elif isinstance(error, OSError) and error.filename is not None:
        _say(phrase("fichier-ferme", file=error.filename, reason=why(error)))
    elif isinstance(error, OSError) and disk_is_full(error):
        _say(phrase("disque-plein"))
    else:
        return INTERRUPTED if was_interrupted(error) else _unexpected(error)
    return REFUSED


def _unexpected(error: Exception) -> int:
    if os.environ.get(TRACE):
        traceback.print_exception(error)
    _say(phrase("erreur-inattendue", kind=type(error).__name__, error=error, trace=TRACE))
    return FAULT


def _usage(error: Any, kinds: set[str]) -> str:
    """Return the French sentence of a misuse of the command line."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else "liaison"
    return f"{_misuse(error, kinds)} {phrase('voir', command=command)}"


def _misuse(error: Any, kinds: set[str]) -> str:
    if "NoSuchOption" in kinds:
        if error.possibilities:
            near = ", ".join(sorted(error.possibilities))
            return phrase("option-inconnue-et-proches", option=error.option_name, near=near)
        return phrase("option-inconnue", option=error.option_name)
    if "MissingParameter" in kinds:
        return phrase("option-manquante", param=_param_words(error.param))
    if "BadParameter" in kinds:
        return phrase("valeur-inattendue", param=_param_words(error.param), expected=expected(error))
    if "BadOptionUsage" in kinds:
        return phrase("option-mal-employee", option=error.option_name)
    names = ", ".join(getattr(error.ctx.command, "commands", {})) if error.ctx else ""
    return phrase("commande-inconnue", names=names) if names else phrase("mot-de-trop")


def _param_words(param: Any) -> str:
    if param is None:
        return phrase("cette-option")
    options = [option for option in getattr(param, "opts", []) if option.startswith("-")]
    return phrase("l-option", option=options[0]) if options else phrase("parametre", name=param.metavar or param.name)

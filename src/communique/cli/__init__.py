"""The command line. Each command is one file; what it needs is imported when it runs, so that help is quick."""

import sys
from io import TextIOWrapper

import typer

from communique import __version__
from communique.cli.build import build_command
from communique.cli.check import check_command
from communique.cli.export import export_command
from communique.cli.judge import judge_app
from communique.cli.report import report_command
from communique.cli.search import search_command
from communique.cli.serve import serve_command
from communique.cli.show import show_command
from communique.cli.terminal import warn
from communique.errors import CommuniqueError

WRONG_USE = 2

app = typer.Typer(
    name="communique",
    help="From a pile of press reports to one sourced record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build_command)
app.command("show")(show_command)
app.command("search")(search_command)
app.command("check")(check_command)
app.command("export")(export_command)
app.command("report")(report_command)
app.command("serve")(serve_command)
app.add_typer(judge_app, name="judge")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="The version, and no more."
    ),
) -> None:
    """From a pile of press reports to one sourced record of who met whom, what was said and what was promised."""


def main() -> None:
    """Runs the command line. Exit status: 0 done, 1 done with inputs lost, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that cannot show a letter is shown its number
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except CommuniqueError as error:
        warn(f"communique: {error}")
        sys.exit(WRONG_USE)

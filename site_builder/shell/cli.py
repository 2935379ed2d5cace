"""The command `plansite`. Each command lives in its own module, imported only when it is run."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

import click

COMMANDS = {
    "check": "site_builder.shell.commands_check",
    "diff": "site_builder.shell.commands_diff",
    "rule": "site_builder.shell.commands_rule",
    "schema": "site_builder.shell.commands_schema",
    "build": "site_builder.shell.commands_site",
    "serve": "site_builder.shell.commands_site",
    "export": "site_builder.shell.commands_site",
    "init": "site_builder.shell.commands_init",
}
"""Where each command is: `check` must not wait for matplotlib, MkDocs and Jinja to load."""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in COMMANDS.items() if find_spec(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None or find_spec(module) is None:
            return None
        command: click.Command = getattr(importlib.import_module(module), cmd_name)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plansite")
def main() -> None:
    """Kế hoạch viết bằng YAML, số liệu bằng CSV, thành trang web tiến độ công khai.

    Plans in YAML, figures in CSV, a public progress site out of them.
    """


if __name__ == "__main__":
    main()

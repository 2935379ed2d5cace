"""`plansite schema`: the plan language as JSON Schema, for editors."""

from __future__ import annotations

import click

from site_builder.shell.settings import say
from site_builder.sources.schema import SCHEMAS, schema_text


@click.command()
@click.argument("kind", type=click.Choice(tuple(SCHEMAS)), default="plan")
def schema(kind: str) -> None:
    """In JSON Schema của ngôn ngữ kế hoạch. / Print the plan language as JSON Schema."""
    say(schema_text(kind))

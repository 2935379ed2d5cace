"""The files of a new plan repository: those kept beside this package, the schemas, one address."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, distribution
from importlib.resources import files
from pathlib import Path

from site_builder.sources.schema import SCHEMA_FILES, schema_text

REQUIREMENTS = "requirements.txt"
_DOT = "dot-"
"""Begins a name that is hidden in a repository: a `.gitignore` here would be obeyed here."""


def starter_files() -> dict[str, bytes]:
    """Every file of a new repository by its path, in order."""
    root = Path(str(files("site_builder"))) / "starter"
    kept = {_path(path.relative_to(root)): path.read_bytes() for path in _below(root)}
    schemas = {path: schema_text(kind).encode() for kind, path in SCHEMA_FILES.items()}
    kept[REQUIREMENTS] += f"{requirement(distribution('plansite'))}\n".encode()
    return dict(sorted({**kept, **schemas}.items()))


def requirement(installed: Distribution) -> str:
    """The line by which pip gets the very program that runs here: from the same Git commit, or the
    same version of an index. The bare name where it was installed from a folder, which nobody else
    has: that line is to be completed by hand, and CI refuses it until then."""
    name = "plansite"
    origin = installed.read_text("direct_url.json")
    if origin is None:
        return f"{name}=={installed.version}"
    facts = json.loads(origin)
    repository = facts.get("vcs_info")
    if repository and facts["url"].startswith("https://"):
        return f"{name} @ {repository['vcs']}+{facts['url']}@{repository['commit_id']}"
    return name


def _below(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def _path(path: Path) -> str:
    parts = (
        "." + part.removeprefix(_DOT) if part.startswith(_DOT) else part for part in path.parts
    )
    return "/".join(parts)

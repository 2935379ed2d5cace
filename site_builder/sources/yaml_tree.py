"""YAML text → plain dicts, lists and strings, by libyaml's events.

Every scalar stays the text that was written; what it means is decided by the model's field that
takes it. So `NO`, `4:9` and `012` cannot turn into something else on the way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from site_builder.sources import yaml_refusals as refusals
from site_builder.sources.decode import clean, hidden_by_escape
from site_builder.sources.yaml_events import events
from site_builder.sources.yaml_syntax import syntax_findings
from site_builder.terms.finding import Finding
from site_builder.terms.place import Step

Path = tuple[Step, ...]
_NULLS = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's content. Broken where `findings` hold an error: `value` is then only a part."""

    value: Any
    findings: tuple[Finding, ...] = ()
    plain: tuple[tuple[Path, bool, str], ...] = ()
    """(path, is a key, text) of unquoted scalars that another reader may take for no text."""
    refused: frozenset[Path] = frozenset()
    """Paths whose value was refused: nothing more is to be said of them."""


def read_tree(file: str, text: str) -> Tree:
    """The first document of `text`; whatever is wrong with the text itself is a finding."""
    builder = _Builder(file)
    try:
        for event in events(text):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        builder.findings.extend(syntax_findings(file, text, error, builder.quoted))
        builder.root = None
    else:
        builder.finish()
    return Tree(
        builder.root, tuple(builder.findings), tuple(builder.plain), frozenset(builder.refused)
    )


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence. `key` is None while a mapping waits for its next key."""

    value: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    skip: bool = False
    """Whether the value to come belongs to a refused key and is to be dropped."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line at which each key stood first."""


@dataclass(slots=True)
class _Builder:
    """Takes events one by one and puts values where they belong."""

    file: str
    root: Any = None
    findings: list[Finding] = field(default_factory=list)
    plain: list[tuple[Path, bool, str]] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0
    quoted: Any = None
    """The event of the last scalar, if it was quoted."""
    muted: int | None = None
    """How many frames were open where a refused key began: of its inside nothing more is said."""

    def take(self, event: Any) -> bool:
        """Take one event; False when nothing after it is to be read."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            return self._open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
            if len(self.stack) == self.muted:
                self.muted = None
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        return True

    def finish(self) -> None:
        """Say so where nothing was there to read."""
        if self.root is None and not self.findings:
            self._say(refusals.empty(self.file))

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents == 1:
            return True
        self._say(refusals.several(self.file, event))
        return False

    def _scalar(self, event: Any) -> None:
        self._refuse_marks(event)
        self.quoted = event if event.style in ("'", '"') else None
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._take_key(frame, event)
            return
        text, unquoted = self._visible(event), event.implicit[0]
        if unquoted and may_be_other(text):
            self.plain.append((self._next_path(), False, text))
        self._put(None if unquoted and text in _NULLS else text)

    def _visible(self, event: Any) -> str:
        """The scalar's text; what an escape hides in it is said, and must not cause more findings."""
        text: str = event.value
        if event.style != '"':
            return text  # only double quotes know escapes; raw marks are found in the file's text
        for finding in hidden_by_escape(refusals.point(self.file, event), text):
            self._say(finding)
            text = clean(text)
        return text

    def _take_key(self, frame: _Frame, event: Any) -> None:
        key, unquoted = self._visible(event), event.implicit[0]
        assert isinstance(frame.value, dict)
        frame.key = key
        frame.skip = True
        if unquoted and key == "<<":
            self._say(refusals.anchor(self.file, event, "<<"))
        elif key == "":
            self._say(refusals.odd_key(self.file, event, ""))
        elif key in frame.value:
            self._say(refusals.duplicate(self.file, event, frame.lines[key]))
        else:
            frame.skip = False
            frame.value[key] = None
            frame.lines[key] = event.start_mark.line + 1
            if unquoted and may_be_other(key):
                self.plain.append(((*frame.path, key), True, key))

    def _open(self, event: Any) -> bool:
        self._refuse_marks(event)
        if len(self.stack) >= refusals.MAX_DEPTH:
            self._say(refusals.too_deep(self.file, event))
            self.root = None
            return False
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            read = "{…}" if isinstance(event, yaml.MappingStartEvent) else "[…]"
            self._say(refusals.odd_key(self.file, event, read))
            frame.key, frame.skip = "", True
            # The key's own content is read into a frame that belongs to nothing.
            if self.muted is None:
                self.muted = len(self.stack)
            self.stack.append(_Frame(self._container(event), frame.path))
            return True
        path = self._next_path()
        container = self._container(event)
        self._put(container)
        self.stack.append(_Frame(container, path))
        return True

    def _alias(self, event: Any) -> None:
        self._say(refusals.anchor(self.file, event, f"*{event.anchor}"))
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            frame.key, frame.skip = "", True
            return
        self.refused.add(self._next_path())
        self._put(None)

    def _next_path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            return (*frame.path, len(frame.value))
        assert frame.key is not None
        return (*frame.path, frame.key)

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            return
        assert frame.key is not None
        if not frame.skip:
            frame.value[frame.key] = value
        frame.key, frame.skip = None, False

    @staticmethod
    def _container(event: Any) -> dict[str, Any] | list[Any]:
        return {} if isinstance(event, yaml.MappingStartEvent) else []

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._say(refusals.anchor(self.file, event, f"&{event.anchor}"))
        if event.tag is not None:
            self._say(refusals.anchor(self.file, event, event.tag))
            if not self._at_key():
                self.refused.add(self._next_path())

    def _at_key(self) -> bool:
        """Whether what comes next is a mapping's key."""
        frame = self.stack[-1] if self.stack else None
        return frame is not None and isinstance(frame.value, dict) and frame.key is None

    def _say(self, finding: Finding) -> None:
        if self.muted is None:
            self.findings.append(finding)


_OTHER_STARTS = frozenset("-+.0123456789~nNyYtTfFoO=<")


def may_be_other(text: str) -> bool:
    """Whether an unquoted `text` is worth asking what other YAML readers make of it."""
    return text == "" or text[0] in _OTHER_STARTS

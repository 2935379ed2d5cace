"""What a rule about plans looks at: the sound part of everything, and what may not be relied on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.model.agency import Agency
from site_builder.model.document import Document
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.model.repository import AGENCIES_FILE, DOCUMENTS_FILE, LIST_FILES, plan_file
from site_builder.terms.finding import Finding
from site_builder.terms.place import Node, Step


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan. Of a plan that is not `whole`, that something is absent means nothing."""

    id: str
    plan: Plan
    whole: bool = True

    def at(self, *path: Step) -> Node:
        """The value at a path of the plan's file."""
        return Node(plan_file(self.id), path)

    def key(self, *path: Step) -> Node:
        """The key at a path of the plan's file."""
        return Node(plan_file(self.id), path, "key")

    def indicators(self) -> Iterator[tuple[tuple[Step, ...], Indicator]]:
        """Every indicator with its path."""
        return self.plan.indicator_paths()


@dataclass(frozen=True, slots=True)
class View:
    """Bodies, documents and plans as far as they fit the language."""

    agencies: Mapping[str, Agency]
    documents: Mapping[str, Document]
    plans: tuple[PlanView, ...]
    broken: frozenset[str]

    @property
    def knows_agencies(self) -> bool:
        """Whether a body that is not listed does not exist."""
        return AGENCIES_FILE not in self.broken

    @property
    def knows_documents(self) -> bool:
        """Whether a document that is not listed does not exist."""
        return DOCUMENTS_FILE not in self.broken

    @property
    def knows_plans(self) -> bool:
        """Whether what no plan mentions is not mentioned."""
        return not any(file not in LIST_FILES for file in self.broken)


PlanCheck = Callable[[View], Iterator[Finding]]


def agency(*path: Step) -> Node:
    """A value of the agencies file."""
    return Node(AGENCIES_FILE, ("agencies", *path))


def document(*path: Step) -> Node:
    """A value of the documents file."""
    return Node(DOCUMENTS_FILE, ("documents", *path))


def cycles(edges: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each loop once, from its first name in alphabetical order: `a → b → a` is (a, b)."""
    done: set[str] = set()
    for start in sorted(edges):
        yield from _loops(start, edges, done)


def _loops(
    start: str, edges: Mapping[str, tuple[str, ...]], done: set[str]
) -> Iterator[tuple[str, ...]]:
    """Depth first without recursion, for a chain may be longer than Python's stack."""
    trail: list[str] = []
    on_trail: set[str] = set()
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        name, leaving = todo.pop()
        if leaving:
            done.add(trail.pop())
            on_trail.discard(name)
        elif name in on_trail:
            loop = trail[trail.index(name) :]
            first = loop.index(min(loop))
            yield (*loop[first:], *loop[:first])
        elif name not in done:
            trail.append(name)
            on_trail.add(name)
            todo.append((name, True))
            todo.extend((other, False) for other in reversed(edges.get(name, ())))

"""`plans/` → models: what each file says, and everything that is wrong with it, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from site_builder.model.agency import AgenciesFile, Agency
from site_builder.model.document import Document, DocumentsFile
from site_builder.model.plan import Plan
from site_builder.model.policy import Policy
from site_builder.model.repository import AGENCIES_FILE, DOCUMENTS_FILE, POLICY_FILE
from site_builder.sources import fault_keys, fault_values, fault_wholes
from site_builder.sources.decode import decode
from site_builder.sources.faults import Fault, faults
from site_builder.sources.filing import (
    filing_findings,
    is_misnamed,
    is_plan_file,
    meant_file,
    plan_id,
)
from site_builder.sources.salvage import Partial, salvage
from site_builder.sources.yaml_rules import quote_findings
from site_builder.sources.yaml_syntax import SYNTAX
from site_builder.sources.yaml_tree import Tree, read_tree
from site_builder.terms.finding import Finding

_FINDINGS = {**fault_keys.FINDINGS, **fault_values.FINDINGS, **fault_wholes.FINDINGS}
_Entry = TypeVar("_Entry", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class PlansRead:
    """What `plans/` holds. Bodies and documents that do not fit the language are left out."""

    agencies: Mapping[str, Agency] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    """Plans without any error of language, by id in order of id."""
    partial: Mapping[str, Partial] = field(default_factory=dict)
    """The sound remainder of plans with errors, so that what it says can be checked as well."""
    policy: Policy = field(default_factory=Policy)
    """Of a policy with errors nothing holds: the program's own weights do."""
    findings: tuple[Finding, ...] = ()
    broken: frozenset[str] = frozenset()
    """Files with errors: that something is absent from them means nothing."""


def read_plans(files: Mapping[str, bytes]) -> PlansRead:
    """Read every YAML file below `plans/`; files elsewhere are not looked at."""
    found = list(filing_findings(files))
    broken = {f for f in (AGENCIES_FILE, DOCUMENTS_FILE) if f not in files}
    agencies = _read_entries(files, AGENCIES_FILE, AgenciesFile, Agency, found, broken)
    documents = _read_entries(files, DOCUMENTS_FILE, DocumentsFile, Document, found, broken)
    policy = _read_policy(files, found, broken)
    plans: dict[str, Plan] = {}
    partial: dict[str, Partial] = {}
    broken.update(_misnamed(files))
    for file in sorted(filter(is_plan_file, files), key=plan_id):
        plan = _read_plan(file, files[file], found)
        if file in broken:
            # Under its present name everything that refers to the plan would miss it.
            continue
        if isinstance(plan, Plan):
            plans[plan_id(file)] = plan
            continue
        broken.add(file)
        if plan is not None:
            partial[plan_id(file)] = plan
    return PlansRead(agencies, documents, plans, partial, policy, tuple(found), frozenset(broken))


def _misnamed(files: Mapping[str, bytes]) -> Iterator[str]:
    """Plan files whose name has to change, as they are called and as they should be."""
    for file in files:
        if is_misnamed(file):
            yield from filter(None, (file, meant_file(file)))


def _read_plan(file: str, data: bytes, found: list[Finding]) -> Plan | Partial | None:
    """The plan, or what of it is sound, or None where nothing is."""
    tree = _tree(file, data, found, Plan)
    if tree is None:
        return None
    try:
        plan = Plan.model_validate(tree.value, by_name=False, by_alias=True)
    except ValidationError as error:
        wrong = list(faults(file, Plan, tree, error))
        found.extend(_said(wrong))
        return salvage(tree.value, [fault.path for fault in wrong])
    return Partial(plan, frozenset()) if _has_error(tree) else plan


def _read_policy(files: Mapping[str, bytes], found: list[Finding], broken: set[str]) -> Policy:
    """The policy, if there is one and nothing is wrong with it; else one that changes nothing."""
    tree = _tree(POLICY_FILE, files[POLICY_FILE], found, Policy) if POLICY_FILE in files else None
    try:
        policy = Policy.model_validate(tree.value if tree else {}, by_name=False, by_alias=True)
    except ValidationError as error:
        assert tree is not None
        found.extend(_said(list(faults(POLICY_FILE, Policy, tree, error))))
        broken.add(POLICY_FILE)
        return Policy()
    if POLICY_FILE in files and (tree is None or _has_error(tree)):
        broken.add(POLICY_FILE)
        return Policy()
    return policy


def _read_entries(
    files: Mapping[str, bytes],
    file: str,
    model: type[BaseModel],
    entry: type[_Entry],
    found: list[Finding],
    broken: set[str],
) -> dict[str, _Entry]:
    """The sound entries of a file that is one mapping from ids to entries."""
    tree = _tree(file, files[file], found, model) if file in files else None
    if tree is None:
        broken.add(file)
        return {}
    if _has_error(tree):
        broken.add(file)
    try:
        model.model_validate(tree.value, by_name=False, by_alias=True)
    except ValidationError as error:
        broken.add(file)
        found.extend(_said(list(faults(file, model, tree, error))))
    return dict(_entries(tree, next(iter(model.model_fields)), entry))


def _entries(tree: Tree, key: str, entry: type[_Entry]) -> Iterator[tuple[str, _Entry]]:
    content = tree.value.get(key) if isinstance(tree.value, dict) else None
    for name, value in content.items() if isinstance(content, dict) else ():
        try:
            yield name, entry.model_validate(value, by_name=False, by_alias=True)
        except ValidationError:
            # Said already, with the whole file; here only the sound entries are wanted.
            continue


def _tree(file: str, data: bytes, found: list[Finding], model: type[BaseModel]) -> Tree | None:
    """The file's content with its findings noted; None where there is nothing to go on with."""
    decoded = decode(file, data)
    found.extend(decoded.findings)
    if decoded.text is None:
        return None
    tree = read_tree(file, decoded.text)
    broken = {f.where for f in tree.findings if f.code == SYNTAX.code}
    if broken:
        # An odd space is told once: where it breaks the syntax it is that finding.
        found[:] = [f for f in found if f.where not in broken]
    found.extend(tree.findings)
    if tree.value is None:
        return None
    found.extend(quote_findings(file, model, tree))
    return tree


def _has_error(tree: Tree) -> bool:
    return any(finding.severity == "error" for finding in tree.findings)


def _said(wrong: list[Fault]) -> Iterator[Finding]:
    for fault in fault_keys.hides(wrong):
        say: Any = _FINDINGS.get(fault.kind, fault_keys.FINDINGS["model_type"])
        yield say(fault)

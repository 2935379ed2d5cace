"""Every suggestion has been checked: who follows it is rid of the finding and gets no other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from site_builder.checks.result import CheckResult, Located
from site_builder.pipeline import check
from tests.checks.conftest import CASES, Case, lay

LINE_END = re.compile(r"(\r\n|\n|\r)")
RENAMED = {"F001": "{folder}{suggestion}", "F002": "{suggestion}"}
"""Rules about a file's name, and where the file is when it has the suggested one."""

Offer = tuple[str, int]
"""A case and which of its findings."""


def _offers() -> Iterator[Offer]:
    for path in CASES:
        found = check(lay(Case(path).speaks)).findings
        yield from ((path.stem, n) for n, at in enumerate(found) if at.finding.suggestion)


OFFERS = list(_offers())


def _told(result: CheckResult) -> Counter[tuple[str, str, str]]:
    return Counter((at.finding.code, at.spot.file, at.finding.read) for at in result.findings)


def _followed(files: dict[str, bytes], located: Located) -> dict[str, bytes]:
    """The files after somebody put the suggestion in the place of what was read."""
    finding, spot = located.finding, located.spot
    suggestion = finding.suggestion or ""
    if renamed := RENAMED.get(finding.code):
        folder = spot.file[: spot.file.rindex("/") + 1]
        name = renamed.format(folder=folder, suggestion=suggestion)
        return {name if file == spot.file else file: data for file, data in files.items()}
    parts = LINE_END.split(files[spot.file].decode())
    at = 2 * (spot.line - 1)
    before, rest = parts[at][: spot.column - 1], parts[at][spot.column - 1 :]
    source = rest[: spot.end_column - spot.column]
    # What was read stands at the place, or (of a key) behind it; else all of the place is meant.
    old = finding.read if finding.read and finding.read in rest else source
    parts[at] = before + rest.replace(old, suggestion, 1)
    return files | {spot.file: "".join(parts).encode()}


@pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: f"{offer[0]}-{offer[1]}")
def test_who_follows_it_is_rid_of_the_finding_and_gets_no_other(offer: Offer) -> None:
    name, at = offer
    files = lay(next(Case(path) for path in CASES if path.stem == name).speaks)
    result = check(files)
    located = result.findings[at]
    after = check(_followed(files, located))
    finding = located.finding
    key = (finding.code, located.spot.file, finding.read)
    assert _told(after)[key] == _told(result)[key] - 1
    new = _told(after) - _told(result)
    if finding.code in RENAMED:
        # Under its right name the file is read for the first time.
        assert {file for _, file, _ in new} <= set(_followed(files, located)) - set(files)
    else:
        assert not new


def test_they_are_offered_by_many_rules() -> None:
    # Guards the test above: without offers it would hold as well.
    assert len({name for name, _ in OFFERS}) > 25

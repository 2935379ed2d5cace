"""Faults that can be mended without changing what a file says: bytes → bytes.

Each mending is proved before it is kept: the file is read as it was and as it would be, and both
must say the same, but for spaces at the ends of values and for the composition of letters.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from site_builder.sources import decode, table_bytes, table_header
from site_builder.sources.fix_bytes import without_bom, without_cr
from site_builder.sources.fix_delimiter import with_commas
from site_builder.sources.fix_lines import mend_lines
from site_builder.sources.fix_same import says_the_same
from site_builder.sources.fixes import Fix
from site_builder.terms.finding import Finding
from site_builder.terms.place import Spot

Fault = tuple[Finding, Spot]

_WHOLE: tuple[tuple[tuple[str, ...], Callable[[bytes], bytes | None], str, str], ...] = (
    ((decode.BOM.code, table_bytes.BOM.code), without_bom, "U+FEFF", ""),
    ((table_bytes.CR_ONLY.code,), without_cr, "CR", "LF"),
    ((table_header.DELIMITER.code,), with_commas, ";", ","),
)
"""Faults of a whole file: the rules that tell them, what mends them, what stood there and what
stands there then."""


def fix_file(file: str, data: bytes, faults: Sequence[Fault]) -> tuple[bytes, tuple[Fix, ...]]:
    """The file with one kind of fault mended, and what was done; as it was where nothing can be.

    Faults of the whole file come first, one at a time: what follows is told anew of the mended
    file, for its lines and columns are then others.
    """
    for codes, mend, before, after in _WHOLE:
        for finding, spot in faults:
            mended = mend(data) if finding.code in codes else None
            if mended is not None and says_the_same(file, data, mended):
                return mended, (Fix(finding.code, spot, before, after),)
    mended, fixes = mend_lines(data, faults)
    if fixes and says_the_same(file, data, mended):
        return mended, fixes
    return data, ()

"""What is new, dated by the documents and reports themselves: data, and every deed that is known."""

from __future__ import annotations

from itertools import chain

from site_builder.exports.news_deeds import of_deeds
from site_builder.exports.news_entry import MOST, News
from site_builder.exports.news_figures import reported
from site_builder.progress.snapshot import Snapshot


def news(snapshot: Snapshot) -> tuple[News, ...]:
    """The newest entries, newest first; the same for the same snapshot."""
    found = chain(reported(snapshot), of_deeds(snapshot))
    known = [one for one in found if one.day <= snapshot.as_of]
    return tuple(sorted(known, key=lambda one: (-one.day.toordinal(), one.kind, one.id))[:MOST])

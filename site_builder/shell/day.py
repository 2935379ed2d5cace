"""The clock: the day of judgement where nobody gives one."""

from __future__ import annotations

import datetime as dt

from site_builder.shell.files import CannotRunError
from site_builder.terms.period import parse_period
from site_builder.terms.text import Text

_NOT_A_DAY = Text(
    "Ngày đánh giá phải viết như 2026-11-20; đọc được {read}.",
    "The day of judgement is written like 2026-11-20; this was read: {read}.",
)


def as_of_day(given: object) -> dt.date:
    """The day of judgement, today where none is given.

    A day is written as in the plans, or it is what YAML made of such a day. Raises CannotRunError
    with a plain sentence for anything else, a day with a time included.
    """
    if given is None:
        return dt.datetime.now().astimezone().date()
    try:
        period = parse_period(str(given))
    except ValueError:
        period = None
    if period is None or period.kind != "day":
        raise CannotRunError(_NOT_A_DAY.fill(read=repr(str(given))))
    return period.start

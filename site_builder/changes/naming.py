"""What the documents call things: bodies, other documents, periods, lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from site_builder.model.agency import Agency
from site_builder.model.base import Words
from site_builder.model.document import Document
from site_builder.model.duty import OPEN_LIST
from site_builder.model.indicator import LABEL_MARK, UNDATED
from site_builder.progress import wording
from site_builder.terms.period import Period, parse_period
from site_builder.terms.text import Text, borrowed, same

_LABELLED = Text("{when} (nhãn {label})", "{when} (label {label})")
_UNDATED = Text("không ghi thời hạn", "no date given")
_OPEN = Text("… (danh sách để mở)", "… (an open list)")


def words(value: Words) -> Text:
    """A wording, its English marked as Vietnamese where nobody has translated it."""
    return borrowed(value.vi, value.en)


def plain_words(value: str) -> Text:
    """Words of a document of which there is no translation."""
    return borrowed(value, None)


def bodies(members: Iterable[str], agencies: Mapping[str, Agency]) -> Text:
    """Their names; an id that the list does not know stays an id."""
    return listed(_body(member, agencies) for member in members)


def _body(member: str, agencies: Mapping[str, Agency]) -> Text:
    if member == OPEN_LIST:
        return _OPEN
    known = agencies.get(member)
    return words(known.name) if known else same(member)


def document(name: str, documents: Mapping[str, Document]) -> Text:
    """Its kind and number, with its date where it is printed."""
    known = documents.get(name)
    if known is None:
        return same(name)
    kind = words(known.kind)
    vi, en = [kind.vi], [kind.en]
    if isinstance(known.number, str):
        vi.append(known.number)
        en.append(known.number)
    if isinstance(known.issued, Period):
        day = known.issued.kind == "day"
        vi.append(("ngày " if day else "") + known.issued.words("vi"))
        en.append(("of " if day else "") + known.issued.words("en"))
    return Text(" ".join(vi), " ".join(en))


def due_of(key: str) -> Text:
    """When a target is due, by its key, and its label where it has one."""
    due, mark, label = key.partition(LABEL_MARK)
    said = _UNDATED
    if due != UNDATED:
        try:
            said = wording.period(parse_period(due))
        except ValueError:
            said = same(due)
    return _LABELLED.fill(when=said, label=label) if mark else said


def listed(texts: Iterable[Text]) -> Text:
    """Several, with commas between them."""
    said = list(texts)
    return Text(", ".join(t.vi for t in said), ", ".join(t.en for t in said))

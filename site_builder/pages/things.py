"""What pages are about, in the terms of https://schema.org: plans, bodies, open data, the site.

Only what the sources say is said: an unknown number or date is left out.
"""

from __future__ import annotations

import datetime as dt

from site_builder.model.agency import Agency
from site_builder.model.base import Unknown
from site_builder.model.document import Document
from site_builder.model.indicator import Indicator
from site_builder.model.plan import Plan
from site_builder.model.repository import Repository
from site_builder.pages import paths
from site_builder.pages.page import Context, Download, Place, Thing
from site_builder.pages.view import agency_ref, plan_label, text
from site_builder.terms.period import Period
from site_builder.terms.text import Text

MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}
_ILLUSTRATIVE = Text(
    "Có dòng minh họa, không phải số liệu thật.", "Some rows are illustrative and not real data."
)
_COLLECTIVE = ("group", "open_group", "class", "office_holder")


def site(context: Context) -> Thing:
    """The site as a whole."""
    return Thing("WebSite", (("name", context.site_name), ("url", Place(paths.HOME))))


def plan(repository: Repository, plan_id: str, declared: Plan) -> Thing:
    """A plan as the document that it is."""
    number = None if isinstance(declared.number, Unknown) else declared.number
    issued = None if isinstance(declared.issued, Unknown) else _day(declared.issued)
    based_on = tuple(_named(repository, key) for key in declared.implements)
    return Thing(
        "DigitalDocument",
        (
            ("name", plan_label(declared)),
            ("headline", text(declared.title)),
            ("identifier", number),
            ("datePublished", issued),
            ("inLanguage", "vi"),
            ("publisher", _body(repository, declared.issuer)),
            ("spatialCoverage", text(declared.territory)),
            ("isBasedOn", based_on),
            ("url", Place(paths.plan(plan_id))),
        ),
    )


def document(path: str, label: Text, declared: Document) -> Thing:
    """A cited document: what is printed of it."""
    number = None if isinstance(declared.number, Unknown) else declared.number
    issued = declared.issued if isinstance(declared.issued, Period) else None
    return Thing(
        "CreativeWork",
        (
            ("name", label),
            ("identifier", number),
            ("datePublished", _day(issued) if issued else None),
            ("inLanguage", "vi"),
            ("url", Place(path)),
        ),
    )


def agency(
    repository: Repository, agency_id: str, declared: Agency, *, ended: bool = False
) -> Thing | None:
    """A body; None for groups, classes and holders of an office, which are no organisation.

    `ended` says whether the day that is known for its end has passed.
    """
    if declared.type in _COLLECTIVE or declared.system == "people":
        return None
    return Thing(
        "Organization",
        (
            ("name", text(declared.name)),
            ("alternateName", _other_names(declared)),
            ("foundingDate", _day(declared.start) if declared.start else None),
            ("dissolutionDate", _first_without(declared) if ended else None),
            ("parentOrganization", _body(repository, declared.parent) if declared.parent else None),
            ("url", Place(paths.agency(agency_id))),
        ),
    )


def _other_names(declared: Agency) -> Text | tuple[Text, ...] | None:
    """Its short name and the names it had before."""
    former = (name for old in declared.renamed for name in (old.name, old.short))
    names = tuple(text(name) for name in (declared.short, *former) if name)
    return names if len(names) > 1 else next(iter(names), None)


def _first_without(declared: Agency) -> str | None:
    """The first day without it; a coarser period as it is known."""
    last = declared.until
    if not isinstance(last, Period):
        return None
    return (last.end + dt.timedelta(days=1)).isoformat() if last.kind == "day" else _day(last)


def dataset(
    name: Text, description: Text, path: str, downloads: tuple[Download, ...], *, illustrative: bool
) -> Thing:
    """Open data with the files in which it comes."""
    words = Text("{said} {warned}", "{said} {warned}").fill(said=description, warned=_ILLUSTRATIVE)
    return Thing(
        "Dataset",
        (
            ("name", name),
            ("description", words if illustrative else description),
            ("inLanguage", "vi"),
            ("url", Place(path)),
            ("distribution", tuple(_file(one) for one in downloads)),
        ),
    )


def indicator(plan_id: str, declared: Indicator, *, illustrative: bool) -> Thing:
    """The reported values of an indicator, as a part of the open data."""
    name = text(declared.name)
    said = Text("{name}: chỉ tiêu và số thực hiện.", "{name}: targets and actual values.")
    said = said.fill(name=name)
    own = Download(paths.indicator_data(plan_id, declared.id), name, said)
    path = paths.indicator(plan_id, declared.id)
    return dataset(name, said, path, (own,), illustrative=illustrative)


def _file(download: Download) -> Thing:
    ending = download.path.rpartition(".")[2]
    return Thing(
        "DataDownload",
        (
            ("name", download.title),
            ("encodingFormat", MEDIA_TYPES.get(ending)),
            ("contentUrl", Place(download.path, shared=True)),
        ),
    )


def _body(repository: Repository, agency_id: str) -> Thing:
    known = agency_ref(repository, agency_id)
    return Thing("Organization", (("name", text(known.name)), ("url", Place(known.path))))


def _named(repository: Repository, document_id: str) -> Thing:
    declared = repository.documents.get(document_id)
    number = declared.number if declared and isinstance(declared.number, str) else None
    return Thing(
        "CreativeWork", (("identifier", number), ("url", Place(paths.document(document_id))))
    )


def _day(period: Period) -> str | None:
    """A date as ISO 8601 writes it, with no more precision than is known."""
    return period.text if period.kind in ("day", "month", "year") else None

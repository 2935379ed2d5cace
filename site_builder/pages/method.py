"""How progress is judged: formulas, thresholds and conventions, read from where they are used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from site_builder.model.base import Words
from site_builder.pages import paths
from site_builder.pages.page import Context, Find, Page, PageKind
from site_builder.pages.view import HOME_CRUMB
from site_builder.pages.view_quantity import quantity_bare
from site_builder.progress.agencies import SOON
from site_builder.progress.dues import REPORT_GRACE
from site_builder.progress.ratios import TINY_DENOMINATOR
from site_builder.progress.snapshot import Judgement
from site_builder.progress.trajectory import BEHIND_FROM, ON_TRACK_FROM
from site_builder.terms.status import Status, Tone
from site_builder.terms.text import Text

TITLE = Text("Phương pháp đánh giá", "How progress is judged")
_ABOUT = Text(
    "Công thức, ngưỡng và quy ước dùng để đánh giá từng loại chỉ tiêu và nhiệm vụ.",
    "Formulas, thresholds and conventions for each kind of target and duty.",
)

MEANINGS: dict[Status, Text] = {
    Status.MET: Text(
        "đến thời hạn, số liệu đúng mức chỉ tiêu (hoặc trong sai số của “khoảng”)",
        "at its date the figure is at the target (or within the tolerance of “about”)",
    ),
    Status.EXCEEDED: Text(
        "đến thời hạn, số liệu tốt hơn mức chỉ tiêu", "at its date the figure beats the target"
    ),
    Status.NOT_MET: Text(
        "đã quá thời hạn và số liệu chưa tới mức chỉ tiêu; không bao giờ kết luận trước thời hạn",
        "the date has passed and the figure falls short; never said before the date",
    ),
    Status.AT_LEVEL: Text(
        "chưa đến thời hạn nhưng số liệu đã ở mức chỉ tiêu; chưa phải kết luận cuối cùng",
        "not yet due, but the figure is already at the target; not the final word",
    ),
    Status.ON_TRACK: Text("nhịp độ từ ngưỡng trên trở lên", "pace at or above the upper threshold"),
    Status.BEHIND: Text("nhịp độ giữa hai ngưỡng", "pace between the two thresholds"),
    Status.FAR_BEHIND: Text("nhịp độ dưới ngưỡng dưới", "pace below the lower threshold"),
    Status.WRONG_WAY: Text(
        "số liệu kém hơn giá trị gốc", "the figure is worse than where it started"
    ),
    Status.NO_DATA: Text("chưa có báo cáo nào để đánh giá", "nothing has been reported to judge"),
    Status.INSUFFICIENT: Text(
        "có số liệu nhưng thiếu điều kiện để kết luận; lý do ghi kèm",
        "there are figures, but not what a judgement needs; the reason stands beside it",
    ),
    Status.NOT_ASSESSED: Text(
        "chỉ tiêu bằng lời chưa có ai đánh giá, hoặc nhiệm vụ chưa có căn cứ để xếp",
        "a target in words that nobody has assessed, or a duty with nothing to go by",
    ),
    Status.DONE_ON_TIME: Text("hoàn thành trong hạn", "done by its deadline"),
    Status.DONE_LATE: Text("hoàn thành sau hạn", "done after its deadline"),
    Status.IN_PROGRESS: Text(
        "đã báo cáo là đang thực hiện, chưa quá hạn", "reported under way, not past its deadline"
    ),
    Status.OVERDUE: Text("đã quá hạn và chưa hoàn thành", "past its deadline and not done"),
    Status.NOT_YET_DUE: Text("chưa tới hạn", "its deadline has not come"),
    Status.ONGOING: Text(
        "việc thường xuyên hoặc định kỳ, không có một hạn chung",
        "a standing or recurring duty without one deadline",
    ),
    Status.ENDED: Text(
        "không còn hiệu lực: kế hoạch, phần kế hoạch hoặc cơ quan được giao đã kết thúc",
        "no longer in force: the plan, this part of it or the body bound by it has ended",
    ),
    Status.NOT_REQUIRED: Text(
        "kỳ này cơ quan không phải báo cáo", "no report is required of the body for this period"
    ),
}
"""What each status claims, for the reader who asks."""


TONES: dict[Tone, Text] = {
    "good": Text("dấu kiểm, xanh lá", "a tick, green"),
    "ok": Text("chấm tròn, xanh dương", "a disc, blue"),
    "slow": Text("tam giác, nâu vàng", "a triangle, amber"),
    "bad": Text("ô vuông, đỏ", "a square, red"),
    "none": Text("gạch ngang, xám", "a dash, grey"),
    "wait": Text("vòng tròn rỗng, xám", "a ring, grey"),
    "past": Text("dấu nhân, xám", "a cross, grey"),
}
"""The shape and the colour of each status: the word says it, these help to find it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The statuses that look alike, each with what it claims."""

    look: Text
    meanings: tuple[tuple[Status, Text], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An indicator of this site whose pace is told: the formula at work."""

    name: Words
    path: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class MethodData:
    """The numbers that the method's text names, taken from the code that uses them."""

    on_track: Decimal
    behind: Decimal
    tiny: int
    soon_days: int
    grace: Text
    bands: tuple[tuple[Text, Status], ...]
    """A pace, in words, and what it leads to."""
    example: Example | None
    """None where no pace can be told of anything."""
    shapes: tuple[Shape, ...]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def pages(context: Context) -> Iterable[Page]:
    """The one page of method."""
    yield Page(
        path=paths.METHOD,
        kind="method",
        title=TITLE,
        description=_ABOUT,
        crumbs=(HOME_CRUMB,),
        data=MethodData(
            on_track=_decimal(ON_TRACK_FROM),
            behind=_decimal(BEHIND_FROM),
            tiny=TINY_DENOMINATOR,
            soon_days=SOON.days,
            grace=REPORT_GRACE,
            bands=_bands(),
            example=_example(context),
            shapes=tuple(
                Shape(look, tuple((s, MEANINGS[s]) for s in Status if s.tone == tone))
                for tone, look in TONES.items()
            ),
        ),
        illustrative=_shows_illustrative(_example(context)),
        finds=(Find("page", TITLE, excerpt=_ABOUT),),
    )


def _bands() -> tuple[tuple[Text, Status], ...]:
    upper, lower = quantity_bare(_decimal(ON_TRACK_FROM)), quantity_bare(_decimal(BEHIND_FROM))
    return (
        (Text("từ {upper} trở lên", "{upper} or more").fill(upper=upper), Status.ON_TRACK),
        (
            Text("từ {lower} đến dưới {upper}", "{lower} to below {upper}").fill(
                lower=lower, upper=upper
            ),
            Status.BEHIND,
        ),
        (Text("dưới {lower}", "below {lower}").fill(lower=lower), Status.FAR_BEHIND),
        (
            Text("số âm: kém hơn giá trị gốc", "negative: worse than the start"),
            Status.WRONG_WAY,
        ),
    )


def _example(context: Context) -> Example | None:
    """The first indicator with a pace; one that is behind tells more, so it goes first."""
    paced = [
        state
        for plan in context.snapshot.plans.values()
        for state in plan.indicators
        if state.headline.pace is not None
    ]
    paced.sort(key=lambda state: state.headline.status is Status.ON_TRACK)
    if not paced:
        return None
    state = paced[0]
    path = paths.indicator(state.plan_id, state.indicator.id)
    return Example(state.indicator.name, path, state.headline)


def _shows_illustrative(example: Example | None) -> bool:
    return example is not None and example.judgement.illustrative


KIND = PageKind(name="method", title=TITLE, template="method.html", pages=pages)

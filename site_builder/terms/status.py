"""The words of judgement: every status the product can pronounce, in both languages."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from site_builder.terms.text import Text

Tone = Literal["good", "ok", "slow", "bad", "none", "wait", "past"]
"""How a status is coloured and shaped: never by colour alone."""


class Status(Enum):
    """A judgement; its value is the stable code used in exports and in the page's markup."""

    MET = "met"
    EXCEEDED = "exceeded"
    NOT_MET = "not-met"
    AT_LEVEL = "at-level"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    FAR_BEHIND = "far-behind"
    WRONG_WAY = "wrong-way"
    NO_DATA = "no-data"
    INSUFFICIENT = "insufficient"
    NOT_ASSESSED = "not-assessed"
    DONE_ON_TIME = "done-on-time"
    DONE_LATE = "done-late"
    IN_PROGRESS = "in-progress"
    OVERDUE = "overdue"
    NOT_YET_DUE = "not-yet-due"
    ONGOING = "ongoing"
    ENDED = "ended"
    NOT_REQUIRED = "not-required"

    @property
    def words(self) -> Text:
        """The status as it is published."""
        return _WORDS[self][0]

    @property
    def tone(self) -> Tone:
        """Its place in the palette of shapes and colours."""
        return _WORDS[self][1]


_WORDS: dict[Status, tuple[Text, Tone]] = {
    Status.MET: (Text("Đạt", "Met"), "good"),
    Status.EXCEEDED: (Text("Vượt", "Exceeded"), "good"),
    Status.NOT_MET: (Text("Không đạt", "Not met"), "bad"),
    Status.AT_LEVEL: (Text("Đã ở mức chỉ tiêu", "Already at the target's level"), "good"),
    Status.ON_TRACK: (Text("Đúng tiến độ", "On track"), "ok"),
    Status.BEHIND: (Text("Chậm tiến độ", "Behind"), "slow"),
    Status.FAR_BEHIND: (Text("Chậm nhiều", "Far behind"), "bad"),
    Status.WRONG_WAY: (Text("Đi ngược mục tiêu", "Moving away from the target"), "bad"),
    Status.NO_DATA: (Text("Chưa có số liệu", "No data yet"), "none"),
    Status.INSUFFICIENT: (
        Text("Chưa đủ dữ liệu để đánh giá", "Not enough data to judge"),
        "none",
    ),
    Status.NOT_ASSESSED: (Text("Chưa đánh giá", "Not assessed"), "none"),
    Status.DONE_ON_TIME: (Text("Hoàn thành đúng hạn", "Done on time"), "good"),
    Status.DONE_LATE: (Text("Hoàn thành quá hạn", "Done late"), "slow"),
    Status.IN_PROGRESS: (Text("Đang thực hiện", "In progress"), "ok"),
    Status.OVERDUE: (Text("Quá hạn chưa hoàn thành", "Overdue"), "bad"),
    Status.NOT_YET_DUE: (Text("Chưa đến hạn", "Not yet due"), "wait"),
    Status.ONGOING: (Text("Thường xuyên", "Ongoing"), "wait"),
    Status.ENDED: (Text("Không còn hiệu lực", "No longer in force"), "past"),
    Status.NOT_REQUIRED: (Text("Không phải báo cáo", "Not required"), "past"),
}

"""What every model of the plan language shares: frozen values and the types of single fields."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_builder.terms.period import PERIOD_PATTERN, Period, parse_period
from site_builder.terms.quantity import parse_number
from site_builder.terms.text import Lang

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CLAUSE_PATTERN = r"^[A-Za-zĐđ0-9]+(\.[A-Za-zĐđ0-9]+)*(-[0-9]+)?$"


class Model(BaseModel):
    """Frozen, and closed to keys it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True
    )


Id = Annotated[
    str,
    Field(
        pattern=ID_PATTERN,
        description="Mã: chữ thường không dấu, số và gạch nối; không đổi sau khi đã công bố.",
    ),
]
PlanId = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$",
        description="Mã kế hoạch: đường dẫn tệp trong thư mục plans, không có đuôi .yml.",
    ),
]


class Words(Model):
    """A wording of the document in Vietnamese, with an English one where somebody gave it."""

    vi: str = Field(min_length=1, description="Lời văn tiếng Việt.")
    en: str | None = Field(None, min_length=1, description="Bản tiếng Anh, nếu có.")

    def of(self, lang: Lang) -> str:
        """The wording in `lang`, falling back to Vietnamese."""
        return self.en if lang == "en" and self.en else self.vi

    def lang(self, lang: Lang) -> Lang:
        """The language that `of` answers in: what the page's `lang` attribute must say."""
        return "en" if lang == "en" and self.en else "vi"


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return {"vi": value}
    return value


Wording = Annotated[
    Words,
    BeforeValidator(_words),
    WithJsonSchema(
        {
            "description": "Lời văn: một chuỗi tiếng Việt, hoặc {vi: …, en: …}.",
            "anyOf": [
                {"type": "string", "minLength": 1},
                {
                    "type": "object",
                    "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
                    "required": ["vi"],
                    "additionalProperties": False,
                },
            ],
        }
    ),
]


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str):
        try:
            return parse_number(value)
        except ValueError:
            pass
    raise PydanticCustomError("number", "not a plain number")


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": "number"}),
]
"""An exact number, written as a machine writes it: `22000`, `45.5`."""


def _whole(value: Any) -> Any:
    number = _number(value)
    if number != number.to_integral_value():
        raise PydanticCustomError("whole_number", "not a whole number")
    return int(number)


Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]


def _flag(value: Any) -> Any:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise PydanticCustomError("flag", "neither true nor false")


Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, and no other spelling."""


def _period(value: Any) -> Any:
    if isinstance(value, Period):
        return value
    try:
        return parse_period(str(value))
    except ValueError:
        raise PydanticCustomError("period", "not a period") from None


PeriodField = Annotated[
    Period,
    BeforeValidator(_period),
    WithJsonSchema(
        {
            "description": "Kỳ: 2022, 2022-H1, 2022-Q4, 2022-11 hoặc 2022-11-30; "
            "giữ đúng độ chính xác văn bản ghi.",
            "anyOf": [
                {"type": "string", "pattern": PERIOD_PATTERN},
                {"type": "integer", "minimum": 1000, "maximum": 2999},
            ],
        }
    ),
]


def _day(value: Any) -> Any:
    period = _period(value)
    if period.kind != "day":
        raise PydanticCustomError("day", "not a day")
    return period


DayField = Annotated[
    Period,
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "description": "Ngày: 2021-10-15.",
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d$",
        }
    ),
]


def _clause(value: Any) -> Any:
    if isinstance(value, str) and re.match(CLAUSE_PATTERN, value):
        return str(value)
    raise PydanticCustomError("clause", "not a clause")


Clause = Annotated[
    str,
    BeforeValidator(_clause),
    WithJsonSchema(
        {
            "description": "Mục, điểm của văn bản: II.2.1; gạch đầu dòng thứ ba của mục III.2 "
            "viết III.2-3; phụ lục viết PL.",
            "type": "string",
            "pattern": CLAUSE_PATTERN,
        }
    ),
]
"""A clause of the document: `II.2.1`; the third dash under III.2 is `III.2-3`; an annex `PL`."""


class Unknown(Model):
    """What the source does not let us know: the reason, and the bounds that the text gives."""

    unknown: Wording = Field(description="Vì sao chưa biết.")
    not_before: DayField | None = Field(None, description="Không sớm hơn ngày này (nếu suy được).")
    not_after: DayField | None = Field(None, description="Không muộn hơn ngày này (nếu suy được).")
    bounds: Wording | None = Field(None, description="Căn cứ của hai mốc trên trong văn bản.")


def exactly_one(model: Model, names: tuple[str, ...], kind: str) -> str:
    """The one of `names` that is given; raises the schema error `kind` where none or several are."""
    values = {name: getattr(model, name) for name in names}
    given = [name for name, value in values.items() if value is not None and value is not False]
    if len(given) != 1:
        raise PydanticCustomError(
            kind, "exactly one of {names}", {"names": ", ".join(names), "given": ", ".join(given)}
        )
    return given[0]

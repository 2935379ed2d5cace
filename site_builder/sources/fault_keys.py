"""Keys that the plan language does not have, lacks, or finds empty or of another form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel, ValidationError

from site_builder.sources.faults import Fault, value_at
from site_builder.sources.near import did_you_mean, near
from site_builder.sources.shape import Shape, field_keys, shape_at
from site_builder.terms.finding import Finding
from site_builder.terms.rule import Rule
from site_builder.terms.text import Text, same

UNKNOWN_KEY = Rule(
    code="P001",
    severity="error",
    title=Text("Khóa không có trong ngôn ngữ kế hoạch", "Key unknown to the plan language"),
    reason=Text(
        "Khóa viết sai tên thì giá trị của nó bị bỏ qua mà không ai biết.",
        "The value of a misspelt key would be passed over without anybody noticing.",
    ),
    fix=Text(
        "Sửa tên khóa, hoặc chuyển nội dung vào “note”.",
        "Correct the key's name, or move what it says into “note”.",
    ),
    wrong="measure: stock",
    right="measures: stock",
)
MISSING_KEY = Rule(
    code="P002",
    severity="error",
    title=Text("Thiếu khóa bắt buộc", "Required key is missing"),
    reason=Text(
        "Không có khóa này thì không hiện được mục ấy đúng như văn bản.",
        "Without this key the item cannot be shown as the document says it.",
    ),
    fix=Text(
        "Thêm khóa còn thiếu; điều văn bản không cho biết thì ghi “{unknown: lý do}” ở nơi được phép.",
        "Add the missing key; what the document does not tell is “{unknown: the reason}” where "
        "that is allowed.",
    ),
    wrong="{at_least: 80}",
    right="{at_least: 80, clause: II.2}",
)
EMPTY_VALUE = Rule(
    code="P003",
    severity="error",
    title=Text("Khóa để trống", "Key without a value"),
    reason=Text(
        "Để trống không nói được là không có, chưa biết hay quên điền.",
        "Nothing after the colon does not say whether it is none, unknown or forgotten.",
    ),
    fix=Text(
        "Điền giá trị; nếu văn bản không ghi thì xóa cả khóa.",
        "Fill it in; if the document has nothing, delete the key.",
    ),
    wrong="unit:",
    right="unit: đoàn viên",
)
OTHER_FORM = Rule(
    code="P004",
    severity="error",
    title=Text("Giá trị sai dạng", "Value of another form"),
    reason=Text(
        "Chỗ này cần một dạng khác: một chữ, một danh sách hoặc một nhóm “khóa: giá trị”.",
        "This place takes another form: a word, a list or a group of “key: value”.",
    ),
    fix=Text(
        "Danh sách viết [a, b] hoặc mỗi dòng một “- ”; nhóm viết “khóa: giá trị” thụt vào trong.",
        "A list is [a, b] or one “- ” a line; a group is “key: value”, indented.",
    ),
    wrong="lead: ldld-tinh",
    right="lead: [ldld-tinh]",
)
RULES = (UNKNOWN_KEY, MISSING_KEY, EMPTY_VALUE, OTHER_FORM)

_FORMS = {
    "model": Text("một nhóm “khóa: giá trị” ({keys})", "a group of “key: value” ({keys})"),
    "mapping": Text("một nhóm “mã: giá trị”", "a group of “id: value”"),
    "list": Text("một danh sách", "a list"),
    "other": Text("một dạng khác", "another form"),
}
_PLAIN = Text("một giá trị đơn", "a single value")
_TWO = Text("danh sách đúng hai số", "a list of exactly two numbers")


def _unknown_key(fault: Fault) -> Finding:
    parent = shape_at(fault.model, fault.root, fault.path[:-1])
    keys = parent.keys() if parent else ()
    mapping = value_at(fault.root, fault.path[:-1])
    key = str(fault.path[-1])
    guess = near(key, [name for name in keys if name not in mapping])
    if guess is None or parent is None or not _fits(parent.type, mapping, key, guess):
        return UNKNOWN_KEY.finding(fault.where, read=key, expected=_one_of(keys))
    return UNKNOWN_KEY.finding(
        fault.where, read=key, expected=_one_of(keys), fix=did_you_mean(guess), suggestion=guess
    )


def _fits(model: type[BaseModel], mapping: Mapping[str, object], key: str, guess: str) -> bool:
    """Whether the value is right under the suggested key: a suggestion is checked before it is made."""
    renamed = {guess if name == key else name: value for name, value in mapping.items()}
    try:
        model.model_validate(renamed, by_name=False, by_alias=True)
    except ValidationError as error:
        return not any(one["loc"][:1] == (guess,) for one in error.errors(include_url=False))
    return True


def _one_of(keys: tuple[str, ...]) -> Text:
    listed = ", ".join(keys)
    return Text(f"một trong các khóa: {listed}", f"one of the keys: {listed}")


def _missing(fault: Fault) -> Finding:
    if fault.missing.isdigit():
        return OTHER_FORM.finding(fault.where, read=fault.read, expected=_TWO)
    meaning = _description(fault)
    expected = Text(f"khóa “{fault.missing}”{meaning}", f"the key “{fault.missing}”")
    return MISSING_KEY.finding(fault.where, read=fault.read, expected=expected)


def _description(fault: Fault) -> str:
    parent = shape_at(fault.model, fault.root, fault.path)
    if parent is None or parent.kind != "model":
        return ""
    info = field_keys(parent.type).get(fault.missing)
    return f": {info.description.rstrip('.')}" if info and info.description else ""


_FILL_IN = Text("Điền giá trị; khóa này bắt buộc.", "Fill it in; this key is required.")


def empty_value(fault: Fault, expected: Text) -> Finding:
    """A key without a value: what the language asks for cannot just be deleted."""
    parent = shape_at(fault.model, fault.root, fault.path[:-1]) if fault.path else None
    info = None
    if parent is not None and parent.kind == "model":
        info = field_keys(parent.type).get(str(fault.path[-1]))
    fix = _FILL_IN if info is not None and info.is_required() else None
    return EMPTY_VALUE.finding(fault.where, read=fault.read, expected=expected, fix=fix)


def _form(fault: Fault) -> Finding:
    shape = shape_at(fault.model, fault.root, fault.path)
    if fault.value in (None, "", []):
        return empty_value(fault, _form_of(shape))
    if fault.kind == "too_long":
        return OTHER_FORM.finding(fault.where, read=fault.read, expected=_TWO)
    # Nothing fits the form that stands there, so the shape for "no value" says what would.
    wanted = shape or shape_at(fault.model, _without(fault), fault.path)
    return OTHER_FORM.finding(
        fault.where,
        read=fault.read,
        expected=_form_of(wanted),
        suggestion=_as_list(wanted, fault.value),
    )


def _as_list(wanted: Shape | None, value: object) -> str | None:
    """A single word where a list belongs, as a list of one, if that would be right."""
    if wanted is None or wanted.kind != "list" or not isinstance(value, str):
        return None
    return f"[{value}]" if "," not in value and wanted.accepts([value]) else None


def _without(fault: Fault) -> object:
    """The file's content as if nothing stood at the fault."""

    def copy(node: object, path: tuple[object, ...]) -> object:
        if not path:
            return None
        if isinstance(node, dict):
            return {k: copy(v, path[1:]) if k == path[0] else v for k, v in node.items()}
        assert isinstance(node, list)
        return [copy(v, path[1:]) if n == path[0] else v for n, v in enumerate(node)]

    return copy(fault.root, fault.path)


def _form_of(shape: Shape | None) -> Text:
    if shape is None:
        return _FORMS["other"]
    if shape.kind == "model":
        keys = shape.keys()
        if keys == ("vi", "en"):
            return Text("lời văn, hoặc {vi: …, en: …}", "a wording, or {vi: …, en: …}")
        some = ", ".join(keys[:4]) + ("…" if len(keys) > 4 else "")
        return _FORMS["model"].fill(keys=same(some))
    return _FORMS.get(shape.kind, _PLAIN)


def hides(found: list[Fault]) -> Iterator[Fault]:
    """The faults without those that follow from another: a key misspelt is also a key missing."""
    misspelt = set()
    for fault in found:
        if fault.kind == "extra_forbidden":
            guess = _unknown_key(fault).suggestion
            misspelt.add((fault.path[:-1], guess))
    for fault in found:
        if fault.kind != "missing" or (fault.path, fault.missing) not in misspelt:
            yield fault


FINDINGS: Mapping[str, Callable[[Fault], Finding]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_type": _form,
    "model_type": _form,
    "model_attributes_type": _form,
    "dict_type": _form,
    "tuple_type": _form,
    "too_short": _form,
    "too_long": _form,
    "string_too_short": _form,
}

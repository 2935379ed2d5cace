"""Vietnamese encodings from before Unicode: which one a file uses, as far as can be told."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from site_builder.terms.text import Text, same

Legacy = Literal["utf-8", "tcvn3", "cp1258", "vni"]
LEGACY_NAMES: dict[Legacy, Text] = {
    "utf-8": Text("UTF-8 nhưng bị hỏng vài chỗ", "UTF-8 damaged in places"),
    "tcvn3": same("TCVN3 (ABC)"),
    "cp1258": same("Windows cp1258"),
    "vni": same("VNI-Windows"),
}

_TCVN3_HIGH = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
"""TCVN 5712:1993, the ABC fonts: runs of letters from their first byte."""
_TCVN3 = {first + i: letter for first, run in _TCVN3_HIGH for i, letter in enumerate(run)}
_VNI_TONES = dict(
    zip("øùûõï", ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323"), strict=True)
) | dict(zip("âêáàåãäéèúüëæ", (
    "\u0302", "\u0306", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309", "\u0302\u0303",
    "\u0302\u0323", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309", "\u0306\u0303",
    "\u0306\u0323", "",
), strict=True))  # fmt: skip
_VNI_LETTERS = str.maketrans({"ñ": "đ", "Ñ": "Đ", "ö": "ư", "ô": "ơ", "Ö": "Ư", "Ô": "Ơ"})
_VNI_MARKED = re.compile("([aeiouyAEIOUYươƯƠ])([øùûõïâêáàåãäéèúüë])")

_COMMON = frozenset(
    ["ban", "báo", "bằng", "biên", "bộ", "cả", "cáo", "các", "cán", "cấp", "chi", "chỉ", "chính", "chức", "chú", "chưa", "chủ", "cho", "có", "cơ", "công", "của", "cùng", "dân", "do", "doanh", "đã", "đạt", "đảng", "đầu", "đề", "đến", "điểm", "điều", "định", "đoàn", "đội", "động", "đơn", "đủ", "đúng", "được", "dưới", "ghi", "giám", "giao", "giảm", "gồm", "hiện", "hoạch", "hoàn", "hội", "huyện", "kế", "kết", "kê", "khai", "không", "khối", "kiểm", "kỳ", "lao", "liên", "liệu", "lũy", "mới", "mục", "nay", "nam", "năm", "nghiệp", "ngày", "nguồn", "người", "nhà", "nhập", "nhiệm", "như", "nữ", "phát", "phòng", "phường", "quả", "quận", "quý", "sau", "số", "sở", "sung", "tạm", "tăng", "tế", "thành", "tháng", "thêm", "theo", "thị", "thống", "thực", "thuế", "tiêu", "tính", "tỉnh", "tổ", "tổng", "toàn", "trên", "triển", "trong", "trưởng", "trung", "tự", "từ", "ủy", "và", "văn", "vị", "việc", "viên", "với", "vụ", "vực", "xã", "xác"]
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def guess_legacy(data: bytes) -> tuple[Legacy, str]:
    """The likeliest encoding and the text read by it: the one that yields most Vietnamese words.

    A file with more sound UTF-8 than broken bytes is damaged UTF-8, whatever else it resembles.
    """
    utf_8 = data.decode("utf-8", errors="replace")
    sound = sum(char > "\x7f" and char != "\ufffd" for char in utf_8)
    if sound > utf_8.count("\ufffd"):
        return "utf-8", utf_8
    texts: dict[Legacy, str] = {
        "tcvn3": data.decode("latin-1").translate(_TCVN3),
        "cp1258": _nfc(data.decode("cp1258", errors="replace")),
        "vni": _from_vni(data.decode("latin-1")),
    }
    best = max(texts, key=lambda name: _vietnamese(texts[name]))
    return best, texts[best]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _from_vni(text: str) -> str:
    """VNI writes the mark after its vowel, as a letter of Latin-1."""
    return _nfc(_VNI_MARKED.sub(lambda m: m[1] + _VNI_TONES[m[2]], text.translate(_VNI_LETTERS)))


def _vietnamese(text: str) -> int:
    """How many common Vietnamese words with a mark it holds."""
    words = (word.lower() for word in _WORD.findall(text[:200_000]) if not word.isascii())
    return sum(word in _COMMON for word in words)

"""Each format that a server reads is valid by a schema that is not ours (tests/reports/schemas/)."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from site_builder.checks.result import CheckResult
from site_builder.pipeline import check
from site_builder.reports import report
from site_builder.terms.text import LANGS, Lang

from .faulty import faulty_files
from .samples import PLAIN, SITE, hostile, located, many, result

SCHEMAS = Path(__file__).parent / "schemas"
CASES: dict[str, CheckResult] = {
    "nothing": result(),
    "every kind of place": check(faulty_files()),
    "hostile": hostile(),
    "too many": result(*many(300)),
}
STYLES = {"plain": PLAIN, "site": replace(SITE, folder="kh/", strict=True, whole=True)}
JSON = {"gitlab": "gitlab-code-quality.json", "sarif": "sarif-2.1.0.json"}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer findings are too many already: to hold thousands to a schema takes minutes."""
    monkeypatch.setattr("site_builder.reports._worst.MOST", 50)


@cache
def _json_schema(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / JSON[name]).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    # With the format checker an address that is none is an error as well.
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", JSON)
def test_json_is_valid(form: str, case: str, lang: Lang, style: str) -> None:
    document = json.loads(report(form)(CASES[case], lang, STYLES[style]))
    errors = [error.message for error in _json_schema(form).iter_errors(document)]
    assert not errors


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", CASES)
def test_junit_is_valid(case: str, lang: Lang, style: str) -> None:
    _junit().validate(report("junit")(CASES[case], lang, STYLES[style]))


def _spoilt(form: str) -> Any:
    document = json.loads(report(form)(result(located()), "vi", PLAIN))
    if form == "gitlab":
        document[0]["severity"] = "error"
    else:
        document["runs"][0]["results"][0]["level"] = "major"
    return document


@pytest.mark.parametrize("form", JSON)
def test_the_json_schemas_speak(form: str) -> None:
    # Guards the tests above: a schema that accepts everything finds no fault either.
    assert not _json_schema(form).is_valid(_spoilt(form))


def test_the_junit_schema_speaks() -> None:
    said = report("junit")(result(located()), "vi", PLAIN)
    assert not _junit().is_valid(said.replace("<testcase name=", "<testcase title="))

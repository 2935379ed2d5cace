from __future__ import annotations

from site_builder.checks.catalogue import RULES
from site_builder.pages.rule import RuleData
from site_builder.pages.rules import SEVERITY_WORDS, TOPICS, RulesData
from site_builder.terms.rule import SEVERITIES
from tests.pages.contexts import page_of
from tests.sites.trees import built, mini_files


def test_every_rule_is_listed_once_under_its_topic() -> None:
    data = page_of("rules/").data
    assert isinstance(data, RulesData)
    listed = [line.rule.code for topic in data.topics for line in topic.lines]

    assert sorted(listed) == sorted(RULES)
    assert data.count == len(RULES)
    assert all(
        line.rule.code.startswith(topic.letter) for topic in data.topics for line in topic.lines
    )
    assert [topic.letter for topic in data.topics] == list(TOPICS)


def test_every_severity_has_its_word() -> None:
    assert set(SEVERITY_WORDS) == set(SEVERITIES)


def test_every_rule_has_a_page_with_all_it_says() -> None:
    files = built(mini_files()).files
    for code, rule in RULES.items():
        data = page_of(f"rules/{code}/").data
        assert isinstance(data, RuleData)
        assert data.line.rule == rule
        assert f"plansite rule {code}".encode() in files[f"rules/{code}/index.html"]

from __future__ import annotations

from site_builder.checks.catalogue import RULES
from site_builder.pages.rule import RuleData
from site_builder.pages.rules import GRAVITIES, SEVERITY_WORDS, TOPICS, RulesData
from site_builder.terms.rule import SEVERITIES
from tests.pages.contexts import mini_context, page_of
from tests.pages.rendered import html


def _rules() -> RulesData:
    data = page_of("rules/").data
    assert isinstance(data, RulesData)
    return data


def test_every_rule_is_listed_once_under_its_topic() -> None:
    data = _rules()
    listed = [line.rule.code for topic in data.topics for line in topic.lines]

    assert sorted(listed) == sorted(RULES)
    assert data.count == len(RULES)
    assert all(
        line.rule.code.startswith(topic.value) for topic in data.topics for line in topic.lines
    )
    assert [topic.value for topic in data.topics] == list(TOPICS)


def test_every_severity_has_its_word_its_shape_and_what_follows_from_it() -> None:
    assert set(SEVERITY_WORDS) == set(SEVERITIES) == set(GRAVITIES)
    assert len({gravity.tone for gravity in GRAVITIES.values()}) == len(SEVERITIES)


def test_the_gravities_add_up_to_all_rules() -> None:
    assert sum(number for _, number in _rules().gravities) == len(RULES)


def test_the_list_can_be_narrowed_by_topic_and_severity() -> None:
    shown = html(page_of("rules/"), mini_context())

    assert '<form class="filter" data-filter="rule" hidden>' in shown
    for rule in RULES.values():
        marks = f'data-severity="{rule.severity}" data-topic="{rule.code[0]}"'
        assert f'<tr data-item="rule" {marks}><th scope="row">{rule.code}</th>' in shown
    for value in (*TOPICS, *SEVERITIES):
        assert f'<option value="{value}">' in shown


def test_every_rule_has_a_page_with_all_it_says_in_both_languages() -> None:
    for code, rule in RULES.items():
        page = page_of(f"rules/{code}/")
        assert isinstance(page.data, RuleData)
        assert page.data.line.rule == rule
        for lang in ("vi", "en"):
            assert f"plansite rule {code}" in html(page, mini_context(), lang)


def test_neighbours_lead_from_the_first_rule_to_the_last() -> None:
    codes = sorted(RULES)
    for at, code in enumerate(codes):
        data = page_of(f"rules/{code}/").data
        assert isinstance(data, RuleData)
        before, after = (one.rule.code if one else None for one in (data.before, data.after))
        assert before == (codes[at - 1] if at else None)
        assert after == (codes[at + 1] if at + 1 < len(codes) else None)


def test_a_rule_is_found_by_its_code_and_its_title() -> None:
    (find,) = page_of("rules/V04/").finds
    assert find.kind == "rule"
    assert find.title == page_of("rules/V04/").title and find.title.vi.startswith("V04: ")
    assert find.excerpt == RULES["V04"].reason

"""Fields of a destination as they are typed: taken, or refused with a reason."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.db.csv_rows import Row
from bot.db.facts_files import shipped_territories
from bot.db.facts_rows import read_destination
from bot.domain.destination import Confidence, MfaGroup, Regime
from bot.domain.language import Language
from bot.domain.review import stay_contradicts
from bot.i18n import Translator
from bot.services.days import parse_day
from bot.services.destination_fields import CHOICES, FIELDS, FieldError, put, rules_for
from tests.facts import shipped

TODAY = date(2026, 11, 23)
TURKEY = shipped().destinations["TR"]
KNOWN = shipped_territories()


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("regime", "evisa", {"regime": Regime.EVISA}),
        ("confidence", "low", {"confidence": Confidence.LOW}),
        ("mfa_group", "visa_required_111", {"mfa_group": MfaGroup.VISA_REQUIRED_111}),
        ("mfa_group", "", {"mfa_group": None}),
        ("passport_validity_months", "6 месяцев", {"passport_validity_months": 6}),
        ("passport_validity_months", "", {"passport_validity_months": None}),
        ("stay_days", "60 күн", {"stay_days": 60}),
        ("stay_days", " ", {"stay_days": None}),
        ("stay_rule", "30  per entry", {"stay_rule": "30 per entry", "stay_days": 30}),
        ("stay_rule", "as agreed", {"stay_rule": "as agreed"}),
        ("stay_rule", "", {"stay_rule": ""}),
        ("conditions", " Bring\nmoney ", {"conditions": "Bring money"}),
        ("agreement", "", {"agreement": ""}),
        ("source_name", " gov.kz ", {"source_name": "gov.kz"}),
        ("source_url", "https://a.kz/1 https://b.kz", {"source_url": "https://a.kz/1 ; https://b.kz"}),
        ("second_source_url", "", {"second_source_url": ""}),
        ("as_of", "20.11.2026", {"as_of": date(2026, 11, 20), "confirmed_on": TODAY}),
        ("as_of", "сегодня", {"as_of": TODAY, "confirmed_on": TODAY}),
    ],
)
def test_a_good_value_is_taken(field: str, text: str, values: dict[str, Any]) -> None:
    assert put(TURKEY, field, text, TODAY) == replace(TURKEY, **values)


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("regime", "free", "choice"), ("regime", "", "empty"), ("stay_days", "many", "number"),
        ("stay_days", "0", "number"), ("stay_days", "3651", "number"), ("stay_days", "-5", "number"),
        ("passport_validity_months", "121", "number"), ("source_name", "", "empty"), ("source_url", "", "empty"),
        ("source_url", "here", "url"), ("source_url", "ftp://a.kz", "url"), ("source_url", "https://.", "url"),
        ("source_url", "javascript:alert(1)", "url"), ("source_url", "https://[", "url"),
        ("source_url", "https://a.kz/" + "x" * 1000, "long"), ("as_of", "when", "date"), ("as_of", "", "empty"),
        ("as_of", "31.11.2026", "date"), ("as_of", "24.11.2026", "ahead"), ("conditions", "x" * 501, "long"),
        ("conditions", "=HYPERLINK(1)", "signs"), ("conditions", "a\u202eb", "signs"), ("source_name", "@x", "signs"),
    ],
)  # fmt: skip
def test_a_bad_value_is_refused_with_a_reason(field: str, text: str, why: str) -> None:
    with pytest.raises(FieldError) as caught:
        put(TURKEY, field, text, TODAY)
    assert caught.value.key == f"destinations-wrong-{why}"
    for language in Language:
        assert Translator()[language](caught.value.key, **caught.value.arguments)


words = st.sampled_from([one.value for kind in CHOICES.values() for one in kind])


@given(st.sampled_from(FIELDS), st.text(max_size=60) | words)
def test_whatever_is_taken_in_the_chat_is_taken_from_a_file_too(field: str, text: str) -> None:
    try:
        row = put(TURKEY, field, text, TODAY)
    except FieldError:
        return
    assert read_destination(Row("x.csv", 2, row.to_texts()), KNOWN) == row


def test_a_plain_rule_follows_the_days_and_the_days_follow_a_rule() -> None:
    plain = replace(TURKEY, stay_rule="up to 90 days")
    assert put(plain, "stay_days", "30", TODAY).stay_rule == "up to 30 days"
    assert put(plain, "stay_days", "", TODAY).stay_rule == ""
    assert stay_contradicts(put(TURKEY, "stay_days", "30", TODAY)), "90 in 180 can't be guessed: it is asked for"
    for rule in rules_for(30):
        assert not stay_contradicts(put(TURKEY, "stay_rule", rule, TODAY))
    assert rules_for(None) == ()
    assert len(rules_for(365)) == 2


# -- days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20.11.2026", "2026-11-20"), ("20/11/26", "2026-11-20"), ("2026-11-20", "2026-11-20"),
        ("20.11", "2026-11-20"), ("24.11.", "2025-11-24"), ("20 ноября 2026", "2026-11-20"),
        ("20 ноября 2026 г.", "2026-11-20"), ("20 ноября", "2026-11-20"), ("2026 жылғы 20 қараша", "2026-11-20"),
        ("20 қараша", "2026-11-20"), ("1 мая 2025", "2025-05-01"), ("3 Марта 2026 года", "2026-03-03"),
        ("вчера", "2026-11-22"), ("БҮГІН", "2026-11-23"), ("30.02.2026", ""), ("ноябрь 2026", ""), ("20", ""),
        ("20 ноября 21 декабря", ""), ("20 ноября да", ""), ("1.1.1900", ""), ("", ""), ("20 2026", ""),
    ],
)  # fmt: skip
def test_a_day_is_understood_in_many_spellings(text: str, day: str) -> None:
    assert str(parse_day(text, TODAY) or "") == day


@given(st.dates(date(1991, 1, 1), TODAY), st.sampled_from(list(Language)))
def test_a_day_as_the_bot_writes_it_is_understood(day: date, language: Language) -> None:
    texts = Translator()[language]
    for written in (texts.long_date(day), texts.short_date(day), day.isoformat()):
        assert parse_day(written, TODAY) == day


@given(st.text(max_size=30) | st.from_regex(r"\d{1,4}[./ -]\d{1,4}[./ -]?\d{0,4}", fullmatch=True))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = parse_day(text, TODAY)
    assert found is None or found.year >= 1990

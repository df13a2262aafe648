"""Init data: who Telegram says is there, and everything that is not so."""

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.web_app import init_data
from bot.services.followers import Visitor
from bot.web.init_data import LONGEST, InitDataError, Stamp

TOKEN = "123456:test-token-of-nobody"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STAMP = Stamp(TOKEN)


def signed(**fields: str) -> str:
    """Return init data with these fields, signed as Telegram signs them."""
    told = "\n".join(f"{key}={fields[key]}" for key in sorted(fields))
    key = hmac.new(b"WebAppData", TOKEN.encode(), hashlib.sha256).digest()
    return urlencode(fields | {"hash": hmac.new(key, told.encode(), hashlib.sha256).hexdigest()})


def of_user(user: object, at: datetime = NOW) -> str:
    return signed(auth_date=str(int(at.timestamp())), user=json.dumps(user))


def reason(text: str) -> str:
    with pytest.raises(InitDataError) as refused:
        STAMP.visitor(text, NOW)
    return refused.value.reason


def test_a_person_is_known_by_telegrams_signature() -> None:
    data = of_user({"id": 42, "first_name": "Айгүл", "language_code": "kk", "allows_write_to_pm": True})
    assert STAMP.visitor(data, NOW) == Visitor(42, "kk", may_write=True)
    assert STAMP.visitor(of_user({"id": 42}), NOW) == Visitor(42)


def test_what_the_stand_in_signs_is_taken() -> None:
    data = init_data(TOKEN, {"id": 7, "first_name": "Ерлан & Ко = 1", "language_code": "ru"}, NOW)
    assert STAMP.visitor(data, NOW) == Visitor(7, "ru")


def test_fields_that_telegram_adds_later_are_signed_too() -> None:
    data = signed(auth_date=str(int(NOW.timestamp())), user='{"id": 5}', signature="ab-c", chat_type="private")
    assert STAMP.visitor(data, NOW).telegram_id == 5
    assert reason(data.replace("private", "group")) == "forged"


def test_another_bots_signature_is_refused() -> None:
    assert reason(init_data("999:another", {"id": 42}, NOW)) == "forged"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace("42", "43"),
        lambda data: data + "&auth_date=1",
        lambda data: data + "&user=%7B%7D",
        lambda data: data + "&hash=" + "0" * 64,
        lambda data: data[:-1],
        lambda data: data.partition("&hash")[0],
        lambda data: data.upper(),
        lambda data: data + "&",
        lambda data: data + "&more",
        lambda data: data + "&x=" + "y" * LONGEST,
        lambda data: data + "&x=%ff",
        lambda data: "",
        lambda data: "hash=",
        lambda data: "&".join(f"f{n}=" for n in range(40)),
    ],
)
def test_what_was_touched_is_forged(change) -> None:  # type: ignore[no-untyped-def]
    assert reason(change(of_user({"id": 42}))) == "forged"


def test_data_serve_an_hour_and_the_clocks_may_differ_by_a_minute() -> None:
    for seconds in (-60, 0, 3600):
        assert STAMP.visitor(of_user({"id": 42}, NOW - timedelta(seconds=seconds)), NOW).telegram_id == 42
    for seconds in (-61, 3601, 86400 * 365):
        assert reason(of_user({"id": 42}, NOW - timedelta(seconds=seconds))) == "stale"


@pytest.mark.parametrize(
    "user",
    [
        None, [], "42", 42, {}, {"id": "42"}, {"id": True}, {"id": 42.0}, {"id": 0}, {"id": -5}, {"id": 2**52},
        {"id": 42, "is_bot": True},
    ],
)  # fmt: skip
def test_only_a_persons_number_is_a_person(user: object) -> None:
    assert reason(of_user(user)) == "forged"


@pytest.mark.parametrize("auth_date", ["", "now", "-5", "1e9", "٣", "9" * 12, "9" * 13, " 1"])
def test_only_a_moment_is_a_moment(auth_date: str) -> None:
    assert reason(signed(auth_date=auth_date, user='{"id": 42}')) in ("forged", "stale")


def test_deeply_nested_users_are_refused() -> None:
    assert reason(signed(auth_date=str(int(NOW.timestamp())), user="[" * 1000)) == "forged"
    assert reason(signed(auth_date=str(int(NOW.timestamp())))) == "forged"


def test_without_a_token_nothing_can_be_checked() -> None:
    with pytest.raises(ValueError, match="token"):
        Stamp("")


@given(st.text(max_size=300))
def test_no_text_passes_or_breaks_anything(text: str) -> None:
    assert reason(text) == "forged"


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=20), max_size=8))
def test_whatever_is_signed_is_read_or_refused(fields: dict[str, str]) -> None:
    fields.pop("hash", None)
    try:
        signed_fields = signed(**fields)
    except UnicodeEncodeError:
        return
    assert reason(signed_fields) == "forged"


@given(st.integers(1, 2**52 - 1), st.integers(-59, 3600))
def test_every_person_is_read_as_who_they_are(number: int, age: int) -> None:
    data = of_user({"id": number}, NOW - timedelta(seconds=age))
    assert STAMP.visitor(data, NOW).telegram_id == number
    at = data.index("hash=") + 5
    turned = "0" if data[at] != "0" else "1"
    assert reason(data[:at] + turned + data[at + 1 :]) == "forged"

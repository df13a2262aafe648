"""Buttons with links typed by editors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.link_buttons import MOST, BadLinkError, parse_links


def test_each_line_is_a_button() -> None:
    typed = "Подробнее | https://gov.kz/a?b=1#c\n\n  Канал|t.me/sapar \nА | Б | http://ex.am.ple:8080"
    assert parse_links(typed) == (
        ("Подробнее", "https://gov.kz/a?b=1#c"),
        ("Канал", "https://t.me/sapar"),
        ("А | Б", "http://ex.am.ple:8080"),
    )


def test_telegrams_own_addresses_are_allowed() -> None:
    assert parse_links("Написать | tg://resolve?domain=sapar") == (("Написать", "tg://resolve?domain=sapar"),)


@pytest.mark.parametrize(
    ("typed", "key", "line"),
    [
        ("просто текст", "broadcast-links-no-bar", 1),
        ("Хорошо | https://a.kz\n | https://b.kz", "broadcast-links-no-bar", 2),
        ("Текст |", "broadcast-links-no-bar", 1),
        ("Текст | ftp://a.kz", "broadcast-links-bad-url", 1),
        ("Текст | javascript://alert.kz", "broadcast-links-bad-url", 1),
        ("Текст | https://a b.kz", "broadcast-links-bad-url", 1),
        ("Текст | localhost", "broadcast-links-bad-url", 1),
        ("Текст | https://[", "broadcast-links-bad-url", 1),
        ("Текст | https://a.kz:port", "broadcast-links-bad-url", 1),
        ("Т" * 65 + " | https://a.kz", "broadcast-links-long-text", 1),
        ("a | a.kz\n" * (MOST + 1), "broadcast-links-too-many", MOST + 1),
    ],
)
def test_the_wrong_line_is_named(typed: str, key: str, line: int) -> None:
    with pytest.raises(BadLinkError) as caught:
        parse_links(typed)
    assert (caught.value.key, caught.value.line) == (key, line)


@given(st.text(max_size=80))
def test_whatever_is_accepted_fits_a_button(text: str) -> None:
    try:
        links = parse_links(text)
    except BadLinkError:
        return
    assert all(0 < len(label) <= 64 and url.startswith(("http://", "https://", "tg://")) for label, url in links)

"""Telegram's HTML: what it takes, what it refuses, what it makes of it."""

import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.entities import LONGEST_TEXT, read_caption, read_text, said, to_html
from bot.playground.errors import Refusal
from bot.playground.links import checked_link, is_web_app
from bot.playground.markup import parse_html, units
from bot.playground.parameters import Given


def read(text: str) -> dict[str, Any]:
    return read_text(Given({"text": text, "parse_mode": "HTML"}))


def shown(text: str) -> str:
    content = read(text)
    return to_html(content["text"], content.get("entities", []))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "<b>a</b><i>b</i><u>c</u><s>d</s>"),
        ("<B>a</B>", "<b>a</b>"),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#1078;&#x416;", 'a &lt;b&gt; &amp; "c" жЖ'),
        ("a & b &nbsp; c", "a &amp; b &amp;nbsp; c"),
        ('<a href="https://a.kz/?x=1&amp;y=2">a</a>', '<a href="https://a.kz/?x=1&amp;y=2">a</a>'),
        ("<a href='javascript:alert(1)'>a</a>", "a"),
        ("<a href='mailto:a@b.kz'>a</a>", "a"),
        ("<a>https://a.kz</a>", '<a href="https://a.kz">https://a.kz</a>'),
        ("<b><i>a</i></b>", "<b><i>a</i></b>"),
        ("<b>a<i>b</i></b>c", "<b>a<i>b</i></b>c"),
        ("<code><b>a</b></code>", "<code>a</code>"),
        ('<pre><code class="language-py">a</code></pre>', '<pre><code class="language-py">a</code></pre>'),
        ("<blockquote expandable>a</blockquote>", "<blockquote expandable>a</blockquote>"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote>ab</blockquote>"),
        ('<span class="tg-spoiler">a</span>', "<tg-spoiler>a</tg-spoiler>"),
        ("  <b> a </b> \n", "<b>a</b>"),
        ("<b></b>a", "a"),
        ("<b>a</>", "<b>a</b>"),
    ],
)
def test_markup_is_shown_as_telegram_shows_it(source: str, expected: str) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("я</b>", "Unexpected end tag at byte offset 2"),
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a<br>", 'Unsupported start tag "br" at byte offset 1'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href='x'", 'Unclosed start tag "a" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>a</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(source: str, problem: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(source)
    assert refused.value.status == 400
    described = refused.value.description.replace("Unmatched end tag, expected", "Unmatched end tag, expected")
    assert described.startswith("Bad Request: can't parse entities: ")
    for words in problem.split(" at byte offset 4, "):
        assert words in described


def test_length_counts_what_is_read_not_the_markup() -> None:
    assert read("<b>" + "я" * LONGEST_TEXT + "</b>")["text"] == "я" * LONGEST_TEXT
    for text in ("я" * (LONGEST_TEXT + 1), "😀" * (LONGEST_TEXT // 2 + 1)):
        with pytest.raises(Refusal, match="message is too long"):
            read(text)
    with pytest.raises(Refusal, match="caption is too long"):
        read_caption(Given({"caption": "я" * 1025}))


@pytest.mark.parametrize("text", ["", "  \n", "<b> </b>"])
def test_a_text_with_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="empty"):
        read(text)


def test_offsets_are_utf16_units() -> None:
    assert parse_html("🇹🇷 <b>Түркия</b>")[1] == [{"type": "bold", "offset": 5, "length": 6}]


def test_commands_links_and_names_are_found_in_plain_text() -> None:
    content = said("жми /free или /visa@sapar_demo_bot, пиши @someone на https://a.kz/x. a@b.kz #тег /виза")
    text = content["text"].encode("utf-16-le")
    found = [
        (one["type"], text[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le"))
        for one in content["entities"]
    ]
    assert found == [
        ("bot_command", "/free"),
        ("bot_command", "/visa@sapar_demo_bot"),
        ("mention", "@someone"),
        ("url", "https://a.kz/x"),
        ("email", "a@b.kz"),
        ("hashtag", "#тег"),
    ]


def test_entities_may_be_given_instead_of_markup() -> None:
    bold = {"type": "bold", "offset": 0, "length": 1}
    assert read_text(Given({"text": "ab", "entities": [bold]}))["entities"] == [bold]
    with pytest.raises(Refusal, match="beyond the end"):
        read_text(Given({"text": "ab", "entities": [bold | {"length": 3}]}))
    with pytest.raises(Refusal, match="Array of MessageEntity"):
        read_text(Given({"text": "ab", "entities": ["bold"]}))


def test_other_markup_languages_are_refused_not_shown_raw() -> None:
    with pytest.raises(Refusal, match="unsupported parse_mode"):
        read_text(Given({"text": "*a*", "parse_mode": "MarkdownV2"}))


PLAIN = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\x00"), max_size=60)


@given(PLAIN)
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    parsed, entities = parse_html(html.escape(text))
    assert (parsed.replace("&#x27;", "'"), entities) == (text, [])


TAGS = st.sampled_from(["b", "i", "u", "s", "tg-spoiler"])
TREES = st.recursive(
    PLAIN.filter(str.strip).map(html.escape),
    lambda inner: st.tuples(TAGS, st.lists(inner, min_size=1, max_size=3)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=8,
)


@given(TREES)
def test_entities_lie_within_the_text_and_nest(source: str) -> None:
    text, entities = parse_html(source)
    for one in entities:
        assert 0 <= one["offset"] < one["offset"] + one["length"] <= units(text)
        for other in entities:
            start, end = max(one["offset"], other["offset"]), 0
            end = min(one["offset"] + one["length"], other["offset"] + other["length"])
            smaller = min(one["length"], other["length"])
            assert end <= start or end - start == smaller


@given(st.text(st.sampled_from('<>/abi &"=;lt#'), max_size=30))
def test_any_markup_is_either_read_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except Refusal as refusal:
        assert refusal.status == 400
    else:
        assert all(one["length"] > 0 for one in entities)
        assert units(text) <= units(source)


def test_links_are_told_from_what_is_none() -> None:
    assert checked_link("a.kz") == "http://a.kz"
    assert checked_link("tg://user?id=1") == "tg://user?id=1"
    assert checked_link("http://127.0.0.1:8080/x") == "http://127.0.0.1:8080/x"
    for wrong in ("", "http://localhost:8080", "ftp://a.kz", "javascript:alert(1)", "https://a b.kz", "http://[", "x"):
        assert checked_link(wrong) is None
    assert is_web_app("https://a.kz")
    assert is_web_app("http://localhost:8080/")
    assert not is_web_app("http://a.kz")
    assert not is_web_app("http://[")

"""From bytes to items: charsets, RSS and Atom as they are in the wild, JSON of many makes, pages, garbage."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.watch import FeedKind, Item
from bot.feeds.dates import day_in, moment
from bot.feeds.decoding import decode
from bot.feeds.http import Answer
from bot.feeds.plain import line, plain, web_link
from bot.feeds.problems import NoFeedError
from bot.feeds.raw import LONGEST_KEY, MOST_ITEMS
from bot.feeds.reading import kind_of, read

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
URL = "https://news.example/feeds/all.xml"


def items(
    body: bytes | str, kind: FeedKind | None = FeedKind.RSS, content_type: str = "", url: str = URL, language: str = ""
) -> tuple[Item, ...]:
    data = body.encode() if isinstance(body, str) else body
    return read(Answer(200, url, data, content_type), kind, language, NOW)[1]


def rss(inner: str, declaration: str = "") -> str:
    return f"{declaration}<rss version='2.0'><channel><title>T</title>{inner}</channel></rss>"


def only(*args, **kwargs) -> Item:  # type: ignore[no-untyped-def]
    (item,) = items(*args, **kwargs)
    return item


# -- charsets ---------------------------------------------------------------------------------------

RUSSIAN = rss("<item><title>Виза өзгерді</title><guid>1</guid></item>")
CYRILLIC = RUSSIAN.replace("өзгерді", "новая")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (RUSSIAN.encode(), ""),
        (RUSSIAN.encode(), "application/xml; charset=iso-8859-1"),
        (("<?xml version='1.0' encoding='windows-1251'?>" + RUSSIAN).encode(), ""),
        (b"\xef\xbb\xbf" + ("<?xml version='1.0' encoding='utf-8'?>" + RUSSIAN).encode(), ""),
        (("<?xml version='1.0' encoding='utf-16'?>" + RUSSIAN).encode("utf-16"), ""),
        (RUSSIAN.encode("utf-16-be"), ""),
        (RUSSIAN.encode("utf-16-le"), ""),
        (RUSSIAN.encode("utf-32"), ""),
    ],
)
def test_kazakh_letters_arrive_whatever_is_declared(body: bytes, content_type: str) -> None:
    assert only(body, content_type=content_type).title == "Виза өзгерді"


@pytest.mark.parametrize(
    ("encoding", "declaration", "content_type"),
    [
        ("windows-1251", "<?xml version='1.0' encoding='windows-1251'?>", ""),
        ("windows-1251", "", "text/xml; charset=windows-1251"),
        ("windows-1251", "", ""),
        ("koi8-r", "<?xml version='1.0' encoding='KOI8-R'?>", ""),
        ("windows-1251", "<?xml version='1.0' encoding='no-such'?>", ""),
        ("windows-1251", "<?xml version='1.0' encoding='utf-7'?>", ""),
    ],
)
def test_older_charsets_are_read(encoding: str, declaration: str, content_type: str) -> None:
    assert only((declaration + CYRILLIC).encode(encoding), content_type=content_type).title == "Виза новая"


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_are_some_text(body: bytes, content_type: str) -> None:
    try:
        assert decode(body, content_type).strip()
    except NoFeedError as error:
        assert str(error) == "empty"


# -- RSS and Atom -----------------------------------------------------------------------------------


def test_an_item_is_plain_text_with_a_moment_in_utc() -> None:
    item = only(
        rss(
            "<item><title><![CDATA[<b>Виза</b> &amp; ЕС: &laquo;раунд&raquo; &amp;quot;2&amp;quot;]]></title>"
            "<link> https://a.example/1?x=1&amp;y=2 </link><guid>abc</guid>"
            "<pubDate>Thu, 22 Jan 2026 12:42:00 +0500</pubDate><description>&lt;p&gt;Первый&lt;/p&gt;&lt;p&gt;второй"
            "&lt;script&gt;x()&lt;/script&gt; &lt;a href='y'&gt;да&lt;/a&gt;льше&lt;/p&gt;</description></item>"
        ),
        language="ru",
    )
    assert item == Item(
        "abc",
        "https://a.example/1?x=1&y=2",
        'Виза & ЕС: «раунд» "2"',
        "Первый второй дальше",
        datetime(2026, 1, 22, 7, 42, tzinfo=UTC),
        "ru",
    )


def test_atom_is_read_whichever_of_the_two_was_named() -> None:
    body = (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='kk'><title>T</title><entry><title type='html'>A "
        "&lt;i&gt;b&lt;/i&gt;</title><link rel='self' href='https://a.example/self'/>"
        "<link rel='alternate' href='https://a.example/1'/><id>tag:1</id><updated>2026-03-04T00:00:00+05:00</updated>"
        "<content type='html'>&lt;p&gt;long&lt;/p&gt;</content></entry></feed>"
    )
    for kind in (FeedKind.RSS, FeedKind.ATOM):
        item = only(body, kind)
        assert (item.key, item.link, item.title, item.summary) == ("tag:1", "https://a.example/1", "A b", "long")
        assert item.published == datetime(2026, 3, 3, 19, tzinfo=UTC)
        assert item.language == "kk"


def test_rdf_and_other_prefixes_are_read() -> None:
    rdf = (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<item><title>One</title><link>https://a.example/1</link></item></rdf:RDF>"
    )
    atom = "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>One</a:title></a:entry></a:feed>"
    assert [only(body).title for body in (rdf, atom)] == ["One", "One"]


@pytest.mark.parametrize(
    ("inner", "key"),
    [
        ("<title>T</title><guid>g</guid><link>https://a.example/1</link>", "g"),
        ("<title>T</title><link>https://a.example/1</link>", "https://a.example/1"),
    ],
)
def test_a_key_is_the_guid_or_the_link(inner: str, key: str) -> None:
    assert only(rss(f"<item>{inner}</item>")).key == key


def test_an_item_with_neither_is_told_apart_by_its_words_and_date() -> None:
    row = "<item><title>T</title><pubDate>Thu, 22 Jan 2026 12:42:00 +0500</pubDate></item>"
    first, again = only(rss(row)), only(rss(row))
    assert first.key == again.key
    assert first.key != only(rss(row.replace("22", "23"))).key
    assert first.key != only(rss("<item><title>T</title></item>")).key


def test_long_keys_are_hashed_and_stay_apart() -> None:
    keys = [
        one.key
        for one in items(rss("".join(f"<item><title>T</title><guid>{'x' * 900}{n}</guid></item>" for n in "12")))
    ]
    assert len(set(keys)) == 2
    assert all(len(key) <= LONGEST_KEY for key in keys)


def test_a_date_to_come_is_now_and_an_odd_one_is_none() -> None:
    row = "<item><title>T{0}</title><pubDate>{1}</pubDate></item>"
    dates = ("Thu, 22 Jan 2099 12:42:00 GMT", "вчера", "Thu, 99 Foo 2026", "0000-00-00", "")
    found = items(rss("".join(row.format(n, one) for n, one in enumerate(dates))))
    assert [one.published for one in found] == [NOW, None, None, None, None]


def test_an_item_without_words_is_passed_over_and_one_without_a_title_has_its_first_words() -> None:
    found = items(
        rss("<item><link>https://a.example/1</link></item><item><description>Some words</description></item>")
    )
    assert [one.title for one in found] == ["Some words"]


def test_no_more_items_are_taken_than_are_wanted() -> None:
    many = "".join(f"<item><title>T {n}</title><guid>{n}</guid></item>" for n in range(5000))
    found = items(rss(many))
    assert [one.key for one in found] == [str(n) for n in range(MOST_ITEMS)]


def test_texts_are_bounded() -> None:
    item = only(rss(f"<item><title>{'слово ' * 5000}</title><description>{'х' * 90_000}</description></item>"))
    assert (len(item.title) <= 300, len(item.summary) <= 1000) == (True, True)
    assert item.title.endswith("слово…")


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    good = "<item><title>One &nbsp; & two</title><guid>1</guid></item>"
    assert only(f"<rss version='2.0'><channel>{good}<item><title>cut").title.startswith("One")
    long = "".join(
        f"<item><title>T</title><guid>{n}</guid><description>{'x' * 5000}</description></item>" for n in range(90)
    )
    found = items(f"<rss version='2.0'><channel>{long}<item><title>a & b</title></item>")
    assert len(found) == 90
    with pytest.raises(NoFeedError, match="broken"):
        items("<rss version='2.0'><channel>" + "x" * 300_000 + "&&")


@pytest.mark.parametrize(
    "body",
    [
        rss("<item><title>&a;</title></item>", "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'>]>"),
        rss("<item><title>&a;</title></item>", "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
        rss("<item><title>&a; & b</title></item>", "<!-- <a> --><!DOCTYPE r [<!ENTITY a 'aaaa'>]>"),
        rss("<a>" * 200 + "</a>" * 200),
        rss("<a/>" * 110_000),
        "<html><body>no feed of ours</body></html>",
        "<!DOCTYPE html><p>rss",
        "<opml><feed-list/></opml>",
    ],
)
def test_tricks_and_other_xml_are_no_feed(body: str) -> None:
    with pytest.raises(NoFeedError):
        items(body)
    with pytest.raises(NoFeedError):
        items(body.encode("utf-16"))


def test_a_feed_without_items_is_a_feed() -> None:
    assert items(rss("")) == ()


# -- JSON -------------------------------------------------------------------------------------------


def test_a_json_feed_is_read() -> None:
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "authors": [{"name": "A", "url": "https://a.example"}],
        "items": [
            {"id": "1", "url": "/1", "title": "One", "content_html": "<p>t</p>", "date_published": "20260122T1242+05"},
            {"id": 2, "content_text": "No title, a date", "date_published": "2026-01-22T12:42:00Z"},
        ],
    }  # fmt: skip
    one, two = items(json.dumps(body), FeedKind.JSON)
    assert (one.key, one.link, one.summary) == ("1", "https://news.example/1", "t")
    assert one.published == datetime(2026, 1, 22, 7, 42, tzinfo=UTC)
    assert (two.key, two.title, two.link) == ("2", "No title, a date", "")


def test_the_governments_api_is_read_with_the_page_that_people_read() -> None:
    url = "https://www.gov.kz/api/v1/public/content-manager/news?sort-by=created_date:DESC&projects=eq:mfa&size=10"
    body = [
        {"id": 1234, "title": "Раунд", "short": "<p>Кратко</p>", "body": "x", "created_date": "2026-01-22T12:42:00"}
    ]
    item = only(json.dumps(body), FeedKind.JSON, url=url, language="kk")
    assert item.link == "https://www.gov.kz/memleket/entities/mfa/press/news/details/1234?lang=kk"
    assert (item.key, item.summary, item.published) == ("1234", "Кратко", datetime(2026, 1, 22, 12, 42, tzinfo=UTC))


def test_texts_by_language_and_nested_lists_are_found() -> None:
    body = {
        "data": {"tags": [{"name": "x"}], "result": [{"slug": "a-b", "title": {"ru": "Раунд", "kk": "Раунд қазақша"}}]}
    }
    assert only(json.dumps(body), FeedKind.JSON, language="kk").title == "Раунд қазақша"
    assert only(json.dumps(body), FeedKind.JSON).title == "Раунд"
    wordpress = [
        {"id": 5, "link": "https://a.example/5", "title": {"rendered": "A &#8211; B"}, "date": "2026-01-22T12:42:00"}
    ]
    assert only(json.dumps(wordpress), FeedKind.JSON).title == "A – B"
    languages = [{"id": 5, "title_ru": "Да", "title_kk": "Иә"}]
    assert only(json.dumps(languages), FeedKind.JSON, language="kk").title == "Иә"


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "null",
        "5",
        '"text"',
        "{}",
        '{"a": [1, 2]}',
        '[{"a": 1}]',
        "[" * 100_000,
        '[{"title": "no link"}]',
        "1" * 9999,
    ],
)
def test_other_json_is_no_feed(body: str) -> None:
    with pytest.raises(NoFeedError):
        items(body, FeedKind.JSON)


def test_an_empty_list_is_a_feed() -> None:
    assert items("[]", FeedKind.JSON) == items('{"items": []}', FeedKind.JSON) == ()


def test_halves_of_letters_and_zeros_don_t_get_through() -> None:
    item = only('[{"id": "a\\u0000b\\ud800", "title": "T\\u0000\\ud800\\u202e x"}]', FeedKind.JSON)
    (item.key + item.title).encode()
    assert "\0" not in item.key + item.title
    assert item.title == "T x"


# -- pages ------------------------------------------------------------------------------------------


def test_a_page_gives_its_headlines() -> None:
    body = """<!doctype html><html><head><title>News</title></head><body><nav><a href="/">Home</a>
    <a href="/about">About us</a></nav><a href="/2026/03/04/round"><h3>Second  round</h3><p>held in Astana</p></a>
    <a href="round-of-talks-2026-05-28_en#top">Talks on visas &amp; more</a>
    <a href="round-of-talks-2026-05-28_en">more</a>
    <a href="mailto:x@y">write us a long letter please</a><a href="/open">An unclosed link of five words<p>"""
    first, second, third = items(body, FeedKind.HTML)
    assert (first.link, first.title) == ("https://news.example/2026/03/04/round", "Second round held in Astana")
    assert first.published == datetime(2026, 3, 4, tzinfo=UTC)
    assert (second.title, second.published) == ("Talks on visas & more", datetime(2026, 5, 28, tzinfo=UTC))
    assert second.key == second.link == "https://news.example/feeds/round-of-talks-2026-05-28_en"
    assert (third.title, third.published) == ("An unclosed link of five words", None)


def test_a_page_may_name_its_base() -> None:
    body = "<base href='https://b.example/x/'><a href='y'>Three words of headline</a>"
    assert only(body, FeedKind.HTML).link == "https://b.example/x/y"


@pytest.mark.parametrize(
    "body", ["<html><body>no links</body></html>", "<a href='/'>Home</a>", "text", "<![x", "<!x[a"]
)
def test_a_page_without_headlines_is_none(body: str) -> None:
    with pytest.raises(NoFeedError):
        items(body, FeedKind.HTML)


# -- anything ---------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "<rss version='2.0'>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<entry>", "<feed>",
        "<link href='x'/>", "<![CDATA[", "]]>", "&amp;", "&nbsp;", "&#0;", "&#xD800;", "<!--", "-->", "<?xml", "?>",
        "<a href='/x'>", "</a>", "<!DOCTYPE html>", "{", "}", "[", "]", '"title":', '"id": 1', ",", "слово ", "ө",
        "\u202e", "\ud7ff", "<pubDate>", "1e400",
    ]
)  # fmt: skip
BODIES = st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=40).map(lambda parts: "".join(parts).encode()))


@given(BODIES, st.sampled_from([None, *FeedKind]))
def test_any_bytes_are_read_or_refused(body: bytes, kind: FeedKind | None) -> None:
    try:
        found = items(body, kind)
    except NoFeedError:
        return
    for item in found:
        (item.key + item.title + item.summary + item.link).encode()
        assert item.key
        assert item.title
        assert "\0" not in item.key + item.title + item.summary
        assert len(item.title) <= 300
        assert item.published is None or item.published <= NOW


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["title", "id", "url", "date", "items", "summary", "x"]), inner, max_size=5)
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_read_or_refused(data: object) -> None:
    try:
        found = items(json.dumps(data), FeedKind.JSON)
    except NoFeedError:
        return
    assert all(item.key and item.title for item in found)


def test_what_is_neither_is_not_watched() -> None:
    with pytest.raises(NoFeedError):
        kind_of("just words")
    assert kind_of("<rdf:RDF>") is FeedKind.RSS
    assert kind_of("words <a href=x>") is FeedKind.HTML


# -- parts ------------------------------------------------------------------------------------------


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.none(), st.booleans()))
def test_any_value_is_a_moment_or_none(value: object) -> None:
    found = moment(value)
    assert found is None or (found.utcoffset() is not None and found.year >= 1995)


@pytest.mark.parametrize(
    "value",
    [
        1769067720, 1769067720.0, 1769067720000, "1769067720", "2026-01-22T12:42:00+05:00", "2026-01-22 07:42:00",
        "22.01.2026 07:42", "Thu, 22 Jan 2026 07:42:00 GMT", " 2026-01-22T07:42:00Z ",
    ],
)  # fmt: skip
def test_dates_in_many_forms(value: object) -> None:
    assert moment(value) == datetime(2026, 1, 22, 7, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    "value", ["", "завтра", "1e9", True, [], {}, 10**30, -1, "31.02.2026", "0001-01-01T00:00:00+23:59"]
)
def test_what_is_no_date(value: object) -> None:
    assert moment(value) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2026/03/04/x", (2026, 3, 4)),
        ("https://a.example/x-2026-05-28_en", (2026, 5, 28)),
        ("https://a.example/20260304", (2026, 3, 4)),
        ("https://a.example/2026/13/04/2025/02/29/2024/02/29", (2024, 2, 29)),
        ("https://a.example/2026/03/round", None),
        ("https://a.example/120260304", None),
    ],
)
def test_a_day_in_an_address(url: str, day: tuple[int, int, int] | None) -> None:
    assert day_in(url) == (datetime(*day, tzinfo=UTC) if day else None)


@given(st.text(max_size=200), st.integers(2, 60))
def test_lines_are_bounded_and_whole(text: str, limit: int) -> None:
    found = line(text, limit)
    assert len(found) <= limit
    assert found == " ".join(found.split())
    found.encode()
    assert plain(text, limit) == plain(text, limit)


@given(st.text(max_size=60))
def test_a_link_leads_to_the_web_or_nowhere(text: str) -> None:
    found = web_link(URL, text)
    assert found == "" or found.startswith(("http://", "https://"))
    assert not any(one.isspace() for one in found)


def test_values_that_are_no_text_are_empty() -> None:
    assert plain(5, 10) == plain(None, 10) == web_link(URL, 5) == web_link(URL, "javascript:x") == ""
    assert plain("<![x a>", 20) == "![x a"


def test_text_that_only_looks_like_html_keeps_its_words() -> None:
    assert plain("5 < 6 <!-- not > this --> and <b>7</b> < 8", 60) == "5 < 6 and 7 < 8"
    assert plain("<!-- never closed", 60) == ""


@pytest.mark.no_cover
@pytest.mark.parametrize("piece", ["<!--", "<?", "</a", "<a x='", "<![CDATA[", "<", "<script>", "<a/>", "<!-->", "&#x"])
def test_masses_of_broken_marks_take_no_time_in_the_square(piece: str) -> None:
    mass = piece * (1_000_000 // len(piece))
    assert isinstance(plain(mass, 300), str)
    with pytest.raises(NoFeedError):
        items(mass + "<a href='/x'>two words</a>", FeedKind.HTML)

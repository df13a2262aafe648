"""`feeds list`, `test` and `check`: what is watched, and what a look would bring."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.frame import (
    FAILURE,
    AsJson,
    BadInputError,
    finish,
    load_settings,
    opened_database,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from bot.domain.watch import Feed, Item, Judgement, Look

Url = Annotated[str, typer.Argument(help="The address to look at, with http:// or https://.")]
Kind = Annotated[str, typer.Option(help="rss, atom, json or html; found out if not given.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help="See what feeds are watched, and try an address.")
    group.command("list")(list_feeds)
    group.command("test")(try_address)
    group.command("check")(check)
    app.add_typer(group, name="feeds")


def list_feeds(as_json: AsJson = False) -> int:
    """List the feeds that are watched and how their last looks went."""
    return finish(_list(as_json=as_json))


def try_address(url: Url, kind: Kind = "", as_json: AsJson = False) -> int:
    """Look at an address once and print what is there and what of it concerns the editors; keep nothing."""
    return finish(_look_at(url, kind, as_json=as_json))


def check(as_json: AsJson = False) -> int:
    """Check FEEDS_FILE; exit 0 only if every row of it is good."""
    from pathlib import Path

    from bot.db.feeds_file import read_feeds_file

    name = load_settings().feeds_file
    file = read_feeds_file(Path(name))
    if as_json:
        print_json({"ok": not file.problems, "feeds": len(file.feeds), "problems": file.problems})
    else:
        number = len(file.feeds)
        print("\n".join(file.problems or [f"{number} feed{'' if number == 1 else 's'} in {name}, all good"]))
    return FAILURE if file.problems else 0


async def _list(*, as_json: bool) -> int:
    from bot.db.feeds import DatabaseFeeds
    from bot.watching import read_feeds

    async with opened_database() as db:
        await read_feeds(load_settings(), db)
        feeds = await DatabaseFeeds(db).all()
    if as_json:
        print_json([_as_json(feed) for feed in feeds])
        return 0
    columns = ("id", "name", "kind", "language", "origin", "state", "looked_at", "failures")
    rows = [[row[column] for column in columns] for row in map(_as_json, feeds)]
    print_table("", columns, [["" if value is None else value for value in row] for row in rows])
    return 0


async def _look_at(url: str, kind: str, *, as_json: bool) -> int:
    from bot.domain.watch import FeedKind
    from bot.feeds.probe import FeedProbe

    if kind and kind not in list(FeedKind):
        raise BadInputError(f"--kind: {kind!r} is not one of {', '.join(FeedKind)}")
    if not url.startswith(("http://", "https://")):
        raise BadInputError(f"{url!r} is not a web address with http or https")
    probe = FeedProbe(allow_private=load_settings().feeds_allow_private)
    look = await probe(url, FeedKind(kind) if kind else None)
    judged = _judged(look.items) if look.items else []
    if as_json:
        print_json(_look_as_json(url, look, judged))
    else:
        _print(look, judged)
    return 0 if look.outcome.is_good else FAILURE


def _judged(items: "tuple[Item, ...]") -> "list[tuple[Item, Judgement | None]]":
    from bot.understanding import Understanding
    from bot.understanding.news import NewsReader

    reader = NewsReader(Understanding.load().gazetteer)
    return [(item, reader.judge(item)) for item in items]


def _print(look: "Look", judged: "list[tuple[Item, Judgement | None]]") -> None:
    rows = [
        (item.published.date() if item.published else "", _concern(why), item.title, item.link) for item, why in judged
    ]
    if rows:
        print_table("", ("date", "concerns", "title", "link"), rows)
    detail = f" ({look.detail})" if look.detail else ""
    concerned = sum(why is not None for _, why in judged)
    found = f"{look.kind}, {len(judged)} items, {concerned} for the editors" if look.kind else "nothing to watch there"
    print(f"{look.outcome}{detail}: {found}")


def _concern(why: "Judgement | None") -> str:
    return "" if why is None else " ".join(filter(None, (why.subject, why.stage or "", *why.places)))


def _look_as_json(url: str, look: "Look", judged: "list[tuple[Item, Judgement | None]]") -> dict[str, Any]:
    items = [
        {
            "key": item.key,
            "link": item.link,
            "title": item.title,
            "summary": item.summary,
            "published": item.published,
            "concerns": why and {"subject": why.subject, "stage": why.stage, "places": why.places},
        }
        for item, why in judged
    ]
    return {"url": url, "outcome": look.outcome, "detail": look.detail, "kind": look.kind, "items": items}


def _as_json(feed: "Feed") -> dict[str, Any]:
    names = ("id", "name", "url", "kind", "language", "origin", "looked_at", "succeeded_at", "failures")
    state = "muted" if feed.is_muted else feed.outcome or "not looked at yet"
    return {name: getattr(feed, name) for name in names} | {"state": state}

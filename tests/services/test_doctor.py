"""The doctor finds what is wrong and says what to do."""

from pathlib import Path
from typing import Any

import pytest

from bot.db.feeds_file import read_feeds_file
from bot.domain.watch import Feed, FeedKind, Outcome
from bot.services import doctor_settings
from bot.services.doctor import (
    Finding,
    RefusedError,
    StoreState,
    UnreachableError,
    Verdict,
    check_store,
    check_telegram,
    is_well,
)
from bot.services.doctor_feeds import check_feeds
from bot.services.doctor_settings import check_files, check_settings
from bot.settings import Settings

TOKEN = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"
FEEDS = "name,url,kind,language\nEU,https://example.org/rss,rss,en\n"


@pytest.fixture
def feeds(tmp_path: Path) -> Path:
    file = tmp_path / "feeds.csv"
    file.write_text(FEEDS, encoding="utf-8")
    return file


def made(feeds: Path, **values: Any) -> Settings:
    known = {"bot_token": TOKEN, "admin_ids": frozenset({5}), "feeds_file": str(feeds)}
    return Settings(_env_file=None, **(known | values))


def verdicts(findings: list[Finding]) -> dict[str, Verdict]:
    return {finding.part: finding.verdict for finding in findings}


class Server:
    """A Bot API server with these answers."""

    def __init__(self, *answers: dict[str, Any] | Exception) -> None:
        self.answers = list(answers)

    async def call(self, method: str) -> dict[str, Any]:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Store:
    """A database in this state."""

    def __init__(self, state: StoreState | Exception) -> None:
        self.found = state

    async def state(self) -> StoreState:
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def test_good_settings_are_well(feeds: Path) -> None:
    findings = check_settings(made(feeds))
    assert is_well(findings)
    assert verdicts(findings) == {"owners": Verdict.FINE}


@pytest.mark.parametrize(
    ("values", "part", "verdict", "words"),
    [
        ({"bot_token": ""}, "token", Verdict.NOTE, "playground"),
        ({"bot_token": "token"}, "token", Verdict.WRONG, "does not look like"),
        ({"admin_ids": frozenset()}, "owners", Verdict.NOTE, "nobody"),
        ({"webhook_secret": "short"}, "webhook", Verdict.NOTE, "short"),
        ({"webhook_secret": "not/allowed/letters"}, "webhook", Verdict.WRONG, "WEBHOOK_SECRET"),
        ({"webhook_url": "https://x.kz:8081/webhook"}, "webhook", Verdict.NOTE, "8443"),
    ],
)
def test_settings_that_need_a_look(
    feeds: Path, values: dict[str, Any], part: str, verdict: Verdict, words: str
) -> None:
    if "webhook_secret" in values or "webhook_url" in values:
        values = {"webhook_url": "https://x.kz/webhook", "webhook_secret": "a" * 20} | values
    (finding,) = [one for one in check_settings(made(feeds, **values)) if one.part == part]
    assert finding.verdict is verdict
    assert words in finding.text


def test_extras_that_are_missing_are_named(feeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_settings.importlib.util, "find_spec", lambda _name: None)
    settings = made(feeds, sentry_dsn="https://k@x.io/1", database_url="postgresql+asyncpg://u@h/d")
    found = verdicts(check_settings(settings))
    assert (found["sentry"], found["database"]) == (Verdict.WRONG, Verdict.WRONG)


@pytest.mark.parametrize(
    ("content", "verdict", "words"),
    [
        (None, Verdict.WRONG, "No such file"),
        (b"\xff\xfe", Verdict.WRONG, "not UTF-8"),
        (b"name,url\n", Verdict.WRONG, "kind is missing"),
        (b"name,url,kind,language\na,https://x.kz,carrier pigeon,en\n", Verdict.WRONG, "line 2: kind"),
        (b"name,url,kind,language\na,x.kz,rss,en\n", Verdict.WRONG, "line 2: url"),
        (b"name,url,kind,language\na\n", Verdict.WRONG, "line 2"),
        (b"name,url,kind,language\n" + b"a,x.kz,rss,en\n" * 7, Verdict.WRONG, "and 2 more"),
        (b"name,url,kind,language\n", Verdict.NOTE, "names none"),
        (FEEDS.encode(), Verdict.FINE, "1 in"),
    ],
)
def test_the_file_of_feeds(feeds: Path, content: bytes | None, verdict: Verdict, words: str) -> None:
    feeds.unlink() if content is None else feeds.write_bytes(content)
    file = read_feeds_file(feeds)
    (finding,) = check_feeds(900, str(feeds), len(file.feeds), file.problems, ())
    assert (finding.part, finding.verdict) == ("feeds", verdict)
    assert words in finding.text


def feed(number: int, failures: int = 0, *, is_muted: bool = False) -> Feed:
    outcome = Outcome.TOO_SLOW if failures else Outcome.READ
    return Feed(
        number, "https://x.kz", f"F{number}", FeedKind.RSS, "", "", "file", is_muted,
        outcome=str(outcome), failures=failures,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("feeds_known", "verdict", "words"),
    [
        ((feed(1), feed(2, 3)), Verdict.NOTE, "1 of 2 feeds fail: F2: too_slow"),
        ((feed(1, 1), feed(2, 3), feed(3, is_muted=True)), Verdict.WRONG, "every feed fails: F1: too_slow, F2"),
    ],
)
def test_feeds_that_fail_are_named(feeds_known: tuple[Feed, ...], verdict: Verdict, words: str) -> None:
    _, finding = check_feeds(900, "feeds.csv", 2, (), feeds_known)
    assert (finding.part, finding.verdict) == ("watch", verdict)
    assert words in finding.text


def test_feeds_that_work_are_no_finding_of_their_own() -> None:
    assert len(check_feeds(900, "feeds.csv", 2, (), (feed(1), feed(2, 5, is_muted=True)))) == 1


def test_a_watch_that_is_off_is_told() -> None:
    (finding,) = check_feeds(0, "feeds.csv", 2, ("bad",), ())
    assert (finding.verdict, "no feed is watched" in finding.text) == (Verdict.NOTE, True)


async def test_a_token_that_telegram_knows() -> None:
    server = Server({"username": "sapar_bot"}, {"url": ""})
    findings = await check_telegram(server, "")
    assert is_well(findings)
    assert findings[0].text == "@sapar_bot"


@pytest.mark.parametrize(
    ("answer", "part", "words"),
    [
        (RefusedError(401, "Unauthorized"), "token", "does not know"),
        (RefusedError(404, "Not Found"), "token", "does not know"),
        (RefusedError(500, "Oops"), "telegram", "500"),
        (UnreachableError("no route"), "telegram", "no route"),
    ],
)
async def test_a_token_that_telegram_refuses(answer: Exception, part: str, words: str) -> None:
    (finding,) = await check_telegram(Server(answer), "")
    assert (finding.part, finding.verdict) == (part, Verdict.WRONG)
    assert words in finding.text
    assert finding.remedy


@pytest.mark.parametrize(
    ("info", "wanted", "words"),
    [
        ({"url": "https://old/webhook"}, "", "not in the settings"),
        ({"url": ""}, "https://x.kz/webhook", "not set at Telegram yet"),
        ({"url": "https://x.kz/webhook"}, "https://x.kz/webhook", "set at Telegram"),
        ({"url": "https://x.kz/webhook", "last_error_message": "bad cert"}, "https://x.kz/webhook", "bad cert"),
        ({"url": "https://x.kz/webhook", "pending_update_count": 900}, "https://x.kz/webhook", "900"),
    ],
)
async def test_telegrams_side_of_the_webhook(info: dict[str, Any], wanted: str, words: str) -> None:
    findings = await check_telegram(Server({"username": "b"}, info), wanted)
    assert words in findings[-1].text
    assert is_well(findings)


@pytest.mark.parametrize(
    ("state", "part", "words"),
    [
        (UnreachableError("refused"), "database", "refused"),
        (StoreState(None, "0002", 0, 0), "database", "empty"),
        (StoreState("0001", "0002", 3, 198), "schema", "needs 0002"),
        (StoreState("0002", "0002", 0, 0), "facts", "none"),
    ],
)
async def test_a_database_that_is_not_ready(state: StoreState | Exception, part: str, words: str) -> None:
    finding = (await check_store(Store(state)))[-1]
    assert (finding.part, finding.verdict) == (part, Verdict.WRONG)
    assert words in finding.text
    assert finding.remedy


async def test_a_database_that_is_ready() -> None:
    findings = await check_store(Store(StoreState("0002", "0002", 7, 198)))
    assert is_well(findings)
    assert "198 destinations, revision 7" in findings[-1].text


def test_files_of_the_database(tmp_path: Path) -> None:
    file = tmp_path / "var" / "sapar.db"
    assert not is_well(check_files(file))
    file.parent.mkdir(mode=0o700)
    assert [one.part for one in check_files(file)] == ["disk"]
    file.touch(mode=0o600)
    assert is_well(check_files(file))
    assert check_files(file)[0].verdict is Verdict.FINE
    file.parent.chmod(0o755)
    file.chmod(0o644)
    assert check_files(file)[0].verdict is Verdict.NOTE


def test_files_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "sapar.db"
    file.touch()
    monkeypatch.setattr(doctor_settings.os, "access", lambda path, _mode: path != file)  # root may write anything
    assert check_files(file)[0].verdict is Verdict.WRONG
    monkeypatch.setattr(doctor_settings.os, "access", lambda _path, _mode: False)
    assert "can't be written" in check_files(file)[0].text


@pytest.mark.parametrize(
    ("free", "verdict"), [(10**6, Verdict.WRONG), (5 * 10**8, Verdict.NOTE), (10**10, Verdict.FINE)]
)
def test_room_on_the_disk(monkeypatch: pytest.MonkeyPatch, free: int, verdict: Verdict) -> None:
    usage = doctor_settings.shutil._ntuple_diskusage(10**12, 10**12 - free, free)  # type: ignore[attr-defined]
    monkeypatch.setattr(doctor_settings.shutil, "disk_usage", lambda _path: usage)
    assert check_files(None)[0].verdict is verdict

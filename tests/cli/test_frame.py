"""The whole command line: help, exit codes, the error line."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.cli import frame
from tests.cli.conftest import Sapar, is_one_line

ROOT = Path(__file__).parent.parent.parent
COMMANDS = (
    ("run",), ("demo",), ("ask",), ("status",), ("status", "show"), ("status", "publish"), ("broadcast",),
    ("campaigns",), ("campaigns", "list"), ("campaigns", "show"), ("campaigns", "pause"), ("campaigns", "resume"),
    ("campaigns", "cancel"), ("users",), ("users", "import"), ("users", "export"), ("destinations",),
    ("destinations", "import"), ("destinations", "export"), ("destinations", "check"), ("destinations", "history"),
    ("destinations", "undo"), ("backup",), ("restore",),
    ("migrate",), ("doctor",), ("feeds",), ("feeds", "list"), ("feeds", "test"), ("feeds", "check"),
)  # fmt: skip


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_every_command_has_help_in_english(sapar: Sapar, command: tuple[str, ...]) -> None:
    told = sapar(*command, "--help")
    assert told.code == 0
    assert told.out.startswith("Usage: sapar")
    assert told.out.isascii() or not any("а" <= letter <= "я" for letter in told.out)
    assert told.err == ""


def test_without_a_command_it_explains_itself(sapar: Sapar) -> None:
    assert (sapar().code, sapar().out) == (0, sapar("--help").out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("--fly",),
        ("demo", "--port", "x"),
        ("demo", "--port", "70000"),
        ("campaigns", "show"),
        ("campaigns", "show", "x"),
        ("status", "publish", "--stage", "round"),
        ("users", "import"),
        ("ask",),
        ("ask", "--lang", "fr", "Турция"),
        ("ask", "--jsonl", "Турция"),
    ],
    ids=" ".join,
)
def test_bad_arguments_are_2_and_one_line(sapar: Sapar, arguments: tuple[str, ...]) -> None:
    told = sapar(*arguments)
    assert told.code == 2
    assert told.out == ""
    assert is_one_line(told.err), told.err


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("HTTP_PORT", "http", "HTTP_PORT"),
        ("ADMIN_IDS", "me", "ADMIN_IDS"),
        ("WEBHOOK_URL", "https://x.kz/webhook", "WEBHOOK_SECRET"),
        ("DATABASE_URL", "nothing", "DATABASE_URL"),
        ("DATABASE_URL", "mysql+nodriver://x", "DATABASE_URL"),
    ],
)
def test_wrong_settings_are_named(
    sapar: Sapar, monkeypatch: pytest.MonkeyPatch, name: str, value: str, word: str
) -> None:
    monkeypatch.setenv(name, value)
    told = sapar("campaigns", "list")
    assert told.code == 2
    assert is_one_line(told.err), told.err
    assert word in told.err


def test_a_misspelt_setting_in_the_file_is_named(sapar: Sapar, folder: Path) -> None:
    (folder / ".env").write_text("BOT_TOKN=1\n", encoding="utf-8")
    told = sapar("campaigns", "list")
    assert (told.code, told.err) == (2, "sapar: BOT_TOKN: no such setting\n")


def test_a_file_of_settings_that_is_no_text_is_told(sapar: Sapar, folder: Path) -> None:
    (folder / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe\n")
    told = sapar("campaigns", "list")
    assert told.code == 2
    assert is_one_line(told.err), told.err


def test_secrets_never_reach_the_error_line(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    token = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"
    monkeypatch.setenv("BOT_TOKEN", token)
    monkeypatch.setenv("WEBHOOK_SECRET", "hook-secret-hook")
    told = sapar("broadcast", "--text-ru", "а", "--text-kk", "ә", "--audience", f"{token} hook-secret-hook")
    assert told.code == 2
    assert token not in told.err
    assert "hook-secret-hook" not in told.err


def test_an_error_of_ours_is_1_with_a_masked_traceback(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise RuntimeError("1234567890:AAEabcdefghijklmnopqrstuvwxyz01234")

    monkeypatch.setattr(frame, "load_settings", frame.load_settings)
    monkeypatch.setattr("bot.cli.campaigns.opened_database", broken)
    told = sapar("campaigns", "list")
    assert told.code == 1
    assert "Traceback" in told.err
    assert "AAEabc" not in told.err


def test_a_stopped_command_is_130(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.campaigns.opened_database", stopped)
    assert sapar("campaigns", "list").code == 130


def test_a_reader_that_left_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-c", "import sys; from bot.cli import run; sys.exit(run(['destinations', 'export']))"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_both_ways_to_start_are_the_same() -> None:
    told = subprocess.run([sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, cwd=ROOT, check=True)
    assert told.stdout.startswith("Usage: sapar")


def test_help_waits_for_no_heavy_module() -> None:
    heavy = "{'aiogram', 'aiohttp', 'sqlalchemy', 'pydantic', 'structlog', 'rich', 'babel'}"
    code = f"import sys; from bot.cli import run; run(['--help']); sys.exit(str({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert told.stderr.strip() == "set()"


def test_main_exits_with_the_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["sapar", "fly"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 2
    assert "fly" in capsys.readouterr().err

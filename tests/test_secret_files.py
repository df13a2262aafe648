"""Secrets from files: read, bounded, never named by their content."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import Settings

TOKEN = "1234567890:AAEabcdefghijklmnopqrstuvwxyz01234"


def made(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("name", ["bot_token", "webhook_secret", "sentry_dsn", "database_url"])
def test_each_secret_may_come_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "secret").write_text(f"{TOKEN}\n", encoding="utf-8")
    monkeypatch.setenv(f"{name.upper()}_FILE", str(tmp_path / "secret"))
    value = getattr(made(), name)
    assert (value if isinstance(value, str) else value.get_secret_value()) == TOKEN
    assert TOKEN not in repr(made())


def test_a_file_named_in_the_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN, encoding="utf-8")
    (tmp_path / ".env").write_text(f"BOT_TOKEN=\nBOT_TOKEN_FILE={tmp_path}/token\n", encoding="utf-8")
    settings = Settings(_env_file=tmp_path / ".env")  # type: ignore[call-arg]
    assert settings.bot_token.get_secret_value() == TOKEN
    assert not settings.is_playground


def test_two_places_for_one_secret_are_refused(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("9:other", encoding="utf-8")
    with pytest.raises(ValidationError, match="both set"):
        made(bot_token=TOKEN, bot_token_file=str(tmp_path / "token"))


@pytest.mark.parametrize("content", [b"", b" \n", b"a-secret\nof-two-lines", b"a-secret" * 1000, b"\xff\xfe a-secret"])
def test_a_file_that_holds_no_secret_is_refused_without_its_content(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "token").write_bytes(content)
    with pytest.raises(ValidationError, match="BOT_TOKEN_FILE") as refused:
        made(bot_token_file=str(tmp_path / "token"))
    assert "a-secret" not in str(refused.value.errors()[0]["msg"])


@pytest.mark.parametrize("name", ["none", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValidationError, match="can't be read"):
        made(bot_token_file=str(tmp_path / name))

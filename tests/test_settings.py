"""Settings, their file of examples, and the words an operator gets when one is wrong."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Settings

ROOT = Path(__file__).parent.parent
LINES = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
EXAMPLE = dict(line.split("=", 1) for line in LINES if line and not line.startswith("#"))
NAMES = {name.upper() for name in Settings.model_fields}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def made(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


def test_example_names_every_setting_and_nothing_else() -> None:
    assert set(EXAMPLE) == NAMES
    assert len([line for line in LINES if "=" in line and not line.startswith("#")]) == len(EXAMPLE)


def test_example_holds_the_defaults() -> None:
    def written(value: object) -> str:
        if isinstance(value, SecretStr):
            return value.get_secret_value()
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, frozenset):
            return ",".join(map(str, value))
        return f"{value:g}" if isinstance(value, float) else str(value)

    defaults = made()
    assert {name: written(getattr(defaults, name.lower())) for name in EXAMPLE} == EXAMPLE


def test_every_setting_in_the_example_is_explained() -> None:
    above: str | None = None
    for line in LINES:
        if re.match(r"[A-Z_]+=", line):
            assert above, f"no comment above {line}"
        above = line if line else None


def test_example_can_be_used_as_it_is(tmp_path: Path) -> None:
    copy = tmp_path / ".env"
    copy.write_text((ROOT / ".env.example").read_text(encoding="utf-8"), encoding="utf-8")
    assert Settings(_env_file=copy) == made()  # type: ignore[call-arg]


def test_a_misspelt_name_in_the_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("BOT_TOKN=1:a\n", encoding="utf-8")
    with pytest.raises(ValidationError, match="bot_tokn"):
        Settings(_env_file=file)  # type: ignore[call-arg]


def test_ids_of_owners_are_split() -> None:
    assert made(admin_ids=" 5, 77 ,").admin_ids == {5, 77}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"admin_ids": "5;7"}, "separated by commas"),
        ({"timezone": "Almaty"}, "no time zone"),
        ({"telegram_api_url": "api.telegram.org"}, "https://"),
        ({"webhook_url": "https://a.kz/webhook"}, "WEBHOOK_SECRET is required"),
        ({"webhook_url": "https://a.kz/hook", "webhook_secret": "s"}, "must end in /webhook"),
        ({"webhook_url": "http://a.kz/webhook", "webhook_secret": "s"}, "must be https"),
        ({"send_rate": 0}, "greater than 0"),
        ({"http_port": 70000}, "65535"),
        ({"log_format": "xml"}, "console"),
    ],
)
def test_what_does_not_fit_is_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(told)):
        made(**values)


@pytest.mark.parametrize("url", ["https://a.kz/x/webhook", "http://127.0.0.1:9/webhook", "http://[::1]/webhook"])
def test_webhook_addresses_that_fit(url: str) -> None:
    assert made(webhook_url=url, webhook_secret="s").webhook_url == url


def test_secrets_are_not_printed() -> None:
    assert "AAEsecret" not in repr(made(bot_token="123456:AAEsecret", sentry_dsn="https://AAEsecret@x.io/1"))


def test_without_a_token_it_is_the_playground() -> None:
    assert made().is_playground
    assert not made(bot_token="123456:AAE").is_playground
    assert made(timezone="Asia/Almaty").zone.key == "Asia/Almaty"

"""All that an operator can set."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.secret_files import with_secrets

LOOPBACK = ("http://127.0.0.1", "http://localhost", "http://[::1]")


class Settings(BaseSettings):
    """The settings, from the environment or `.env`; a misspelt name in `.env` stops the start.

    Raises pydantic's ValidationError, whose text the command line turns into one line without secrets.
    """

    model_config = SettingsConfigDict(env_file=".env", extra="forbid", frozen=True, env_ignore_empty=True)

    bot_token: SecretStr = Field(default=SecretStr(""), description="token of @BotFather; empty: the playground")
    bot_token_file: str = ""
    admin_ids: Annotated[frozenset[int], NoDecode] = Field(default=frozenset(), description="owners' Telegram ids")
    database_url: str = Field(default="sqlite+aiosqlite:///var/sapar.db", repr=False)
    database_url_file: str = ""
    telegram_api_url: str = "https://api.telegram.org"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_secret_file: str = ""
    webhook_from_telegram_only: bool = False
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)
    send_rate: float = Field(default=25, gt=0, le=1000)
    channel_id: str = ""
    watch_interval: int = Field(default=900, ge=0)
    feeds_file: str = "bot/data/feeds.csv"
    feeds_allow_private: bool = False
    timezone: str = "Asia/Almaty"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["console", "json"] = "console"
    sentry_dsn: SecretStr = SecretStr("")
    sentry_dsn_file: str = ""
    backup_dir: str = "var/backups"
    backup_hour: int = Field(default=3, ge=0, le=23)
    backup_keep: int = Field(default=7, ge=0)

    @model_validator(mode="before")
    @classmethod
    def _secrets_from_files(cls, given: object) -> object:
        return with_secrets(given) if isinstance(given, dict) else given

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.lstrip("-").isdigit() for part in parts):
            raise ValueError("Telegram ids separated by commas, such as 12345,67890")
        return frozenset(map(int, parts))

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f"{value!r} is no time zone, an example is Asia/Almaty")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _http_url(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("a URL that starts with https:// or http://")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Settings":
        if not self.webhook_url:
            return self
        if not self.webhook_secret.get_secret_value():
            raise ValueError("WEBHOOK_SECRET is required with WEBHOOK_URL")
        if not self.webhook_url.endswith("/webhook"):
            raise ValueError("WEBHOOK_URL must end in /webhook")
        if not self.webhook_url.startswith(("https://", *LOOPBACK)):
            raise ValueError("WEBHOOK_URL must be https (plain http on loopback only)")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone of people who set none."""
        return ZoneInfo(self.timezone)

    @property
    def site(self) -> str:
        """Return the public address of the page without a slash at its end, empty where it has none."""
        return self.webhook_url.removesuffix("/webhook")

    @property
    def is_playground(self) -> bool:
        """Tell whether there is no token, so that the stand-in takes Telegram's place."""
        return not self.bot_token.get_secret_value()

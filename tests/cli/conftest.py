"""The command line in this process, on a database of its own."""

import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot import cli
from bot.settings import Settings
from tests.databases import SqliteEngine


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """Return the last line of stdout."""
        return self.out.rstrip("\n").rpartition("\n")[2]


Sapar = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_engine: SqliteEngine) -> Path:
    """Return a working folder with no .env, whose settings name a seeded database."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_engine.copy("seeded"))
    monkeypatch.setenv("FEEDS_FILE", str(Path(cli.__file__).parent.parent / "data" / "feeds.csv"))
    return tmp_path


@pytest.fixture
def sapar(folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Sapar]:
    """Return what runs a command."""
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level, configuration = root.handlers[:], root.level, structlog.get_config()

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = cli.run(arguments)
        written = capsys.readouterr()
        return Outcome(code, written.out, written.err)

    yield run
    root.handlers[:], root.level, sys.excepthook = handlers, level, hook
    logging.captureWarnings(False)
    structlog.configure(**configuration)


def is_one_line(text: str) -> bool:
    """Tell whether this is one clear line, and no traceback."""
    return text.startswith("sapar: ") and text.count("\n") == 1 and "Traceback" not in text

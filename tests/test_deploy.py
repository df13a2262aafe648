"""What is written for machines in deploy/: every figure, setting and file named there is real."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from bot.app import build_site
from bot.settings import Settings
from bot.web import build_web_app, serve
from tests.databases import SqliteEngine
from tests.handlers.desk_town import desk_town

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
RULES = [
    rule
    for group in yaml.safe_load((DEPLOY / "prometheus/alerts.yml").read_text())["groups"]
    for rule in group["rules"]
]
DASHBOARD = json.loads((DEPLOY / "grafana/sapar.json").read_text(encoding="utf-8"))
OURS = re.compile(r"\b(sapar_[a-z_]+|process_[a-z_]+)\b")
LABELS = re.compile(r"by \(([a-z_, ]+)\)|\{([a-z_]+)[=!]")


def expressions() -> Iterator[str]:
    """Yield what alerts and the dashboard ask Prometheus."""
    yield from (rule["expr"] for rule in RULES)
    for panel in DASHBOARD["panels"]:
        yield from (target["expr"] for target in panel.get("targets", ()))


@pytest.fixture
async def page(sqlite_engine: SqliteEngine, tmp_path: Path) -> str:
    """Return /metrics of a bot that has answered, sent and backed up."""
    folder = tmp_path / "backups"
    async with desk_town(sqlite_engine.copy("seeded"), backup_dir=str(folder)) as desk:
        await desk.erlan.say("Турция")
        await desk.erlan.say("/subscribe eu")
        await desk.compose(desk.owner)
        await desk.send_out(desk.owner)
        await desk.until(lambda: desk.work.sender.outcomes["sent"] >= 4)
        assert desk.work.keeping.backups is not None
        assert await desk.work.keeping.backups.look()
        app = desk.app
        site = build_site(
            app,
            "42:token",
            ready=desk.work.ready,
            figures=desk.work.figures,
            take=desk.work.intake.take,
            webhook_secret="s" * 16,
        )
        async with (
            serve(build_web_app(site), "127.0.0.1", 0) as port,
            aiohttp.ClientSession() as client,
            client.get(f"http://127.0.0.1:{port}/metrics") as answer,
        ):
            return await answer.text()


def names_on(page: str) -> set[str]:
    """Return every name that Prometheus would know after reading the page."""
    names = set()
    for _, name, kind in (line.split(" ")[1:4] for line in page.splitlines() if line.startswith("# TYPE ")):
        names |= {f"{name}_{end}" for end in ("bucket", "sum", "count")} if kind == "histogram" else {name}
    return names


async def test_every_figure_that_is_asked_for_is_shown(page: str) -> None:
    known = names_on(page)
    asked = {name for expression in expressions() for name in OURS.findall(expression)}
    assert len(asked) > 20
    assert not asked - known


async def test_every_label_that_is_asked_for_is_there(page: str) -> None:
    shown = set(re.findall(r"([a-z_]+)=\"", page)) | {"job"}
    for expression in expressions():
        for several, one in LABELS.findall(expression):
            asked = {label.strip() for label in (several or one).split(",")}
            assert asked <= shown | {"task", "state", "outcome"}, expression


async def test_every_own_figure_is_on_the_dashboard(page: str) -> None:
    drawn = " ".join(expressions())
    families = {name for name in names_on(page) if name.startswith("sapar_")}
    assert not {name for name in families if name not in drawn}


async def test_the_page_tells_what_was_done(page: str) -> None:
    def shown(pattern: str) -> float:
        return sum(float(line.rpartition(" ")[2]) for line in page.splitlines() if re.match(pattern, line))

    assert shown(r'sapar_updates_total\{kind="message"\}') >= 7
    assert shown(r'sapar_handler_seconds_count\{handler="questions\.') >= 1
    assert shown(r'sapar_handler_seconds_bucket\{handler="questions\.\w+",le="\+Inf"\}') >= 1
    assert shown(r'sapar_bulk_messages_total\{outcome="sent"\}') >= 4
    assert shown(r'sapar_telegram_calls_total\{method="sendMessage",outcome="ok"\}') >= 7
    assert shown("sapar_backup_timestamp_seconds ") > 1e9
    assert "Турция" not in page


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_says_how_bad_it_is_and_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert set(rule["annotations"]) == {"summary", "action"}
    assert rule["expr"].count("(") == rule["expr"].count(")")


def test_panels_do_not_lie_over_one_another() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        at = panel["gridPos"]
        squares = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not squares & taken, panel["title"]
        assert max(x for x, _ in squares) < 24
        taken |= squares
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])


# -- what is deployed -------------------------------------------------------------------------------

SETTINGS = {name.upper() for name in Settings.model_fields}
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
UNIT = (DEPLOY / "systemd/sapar.service").read_text(encoding="utf-8")


def test_settings_named_for_machines_exist() -> None:
    named = set(COMPOSE["services"]["bot"]["environment"])
    conf = (DEPLOY / "systemd/sapar.conf").read_text(encoding="utf-8")
    named |= set(re.findall(r"^([A-Z_]+)=", conf, re.MULTILINE))
    named |= set(re.findall(r"\b(LOG_FORMAT|HTTP_[A-Z]+)\b", DOCKERFILE))
    assert len(named) > 6
    assert named <= SETTINGS


@pytest.mark.parametrize(
    "path", sorted([*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]), ids=lambda path: path.name
)
def test_settings_files_and_figures_named_in_the_docs_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assigned = set(re.findall(r"\b([A-Z][A-Z]+(?:_[A-Z]+)+)=", text))
    assert assigned <= SETTINGS
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (path.parent / target).exists(), target
    for file in re.findall(r"`(deploy/[\w./-]+)`", text):
        assert (ROOT / file).exists(), file


async def test_figures_named_in_the_docs_are_shown(page: str) -> None:
    known = names_on(page)
    for path in (ROOT / "docs").glob("*.md"):
        named = set(re.findall(r"\b(sapar_[a-z_]+)\b", path.read_text(encoding="utf-8"))) - {"sapar_bot"}
        assert not {name for name in named if name not in known and f"{name}_count" not in known}, path.name


def test_the_image_is_built_from_what_is_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    copied = {
        word
        for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE)
        for word in line.split()[:-1]
    }  # fmt: skip
    assert "*" in ignored
    assert copied == let_in
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_runs_as_nobody_in_particular() -> None:
    last = DOCKERFILE.rpartition("FROM ")[2]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
    assert not re.search(r"(ENV|ARG).*(TOKEN|SECRET|PASSWORD)", DOCKERFILE)
    assert "uv sync --frozen" in DOCKERFILE, "versions and hashes of the lock"


def test_the_composition_holds_no_secret_and_gives_no_rights_away() -> None:
    bot, database = COMPOSE["services"]["bot"], COMPOSE["services"]["database"]
    assert bot["read_only"]
    assert bot["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in bot["security_opt"]
    assert all(port.startswith("127.0.0.1:") for port in bot["ports"])
    assert "ports" not in database
    for service in (bot, database):
        for name, value in service["environment"].items():
            if re.search("TOKEN|PASSWORD|DATABASE_URL", name):
                assert name.endswith("_FILE")
                assert value.removeprefix("/run/secrets/") in COMPOSE["secrets"]


def test_the_service_is_what_systemd_understands() -> None:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("no systemd-analyze here")
    told = subprocess.run(
        [program, "verify", str(DEPLOY / "systemd/sapar.service")], capture_output=True, text=True, check=False
    )
    problems = [line for line in told.stderr.splitlines() if "sapar.service" in line and "not executable" not in line]
    assert not problems
    assert "ProtectSystem=strict" in UNIT

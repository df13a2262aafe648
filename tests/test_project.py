"""What must stay true of the project as a whole: layers, texts in both languages, names that don't collide."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot.telegram
from bot.domain.language import Language
from bot.telegram.commands import COMMANDS

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")])
LOCALES = ROOT / "locales"
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def test_layers_hold() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_the_domain_needs_the_standard_library_alone() -> None:
    for path in (ROOT / "bot" / "domain").glob("*.py"):
        foreign = {name for name in imported(path) if name not in sys.stdlib_module_names and name != "bot"}
        assert not foreign, f"{path.name} imports {foreign}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [path for path in SOURCES if path.stem in FORBIDDEN_NAMES]


def test_the_project_stands_alone() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in (".py", ".md", ".toml", ".yaml", ".ftl", "") and path.is_file() and path != Path(__file__):
            assert "/work/" not in path.read_text(encoding="utf-8", errors="ignore"), name


def test_the_lock_names_public_addresses_only() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_everything_the_lock_installs_has_a_wheel() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    built = [one["name"] for one in lock["package"] if "registry" in one["source"] and not one.get("wheels")]
    assert not built, f"{built} would be compiled, for which a bare machine lacks the headers"


# -- commands and buttons ---------------------------------------------------------------------------


def test_no_two_commands_share_a_spelling() -> None:
    spellings = Counter(spelling for command in COMMANDS for spelling in command.all_names)
    assert not [spelling for spelling, count in spellings.items() if count > 1]


def test_menu_names_are_what_telegram_takes() -> None:
    for command in COMMANDS:
        for name in (command.name, *command.latin.values()):
            assert re.fullmatch(r"[a-z0-9_]{1,32}", name), name
        assert all(name == name.lower() for name in command.typed)


def test_callback_prefixes_are_unique_and_versioned() -> None:
    for module in pkgutil.walk_packages(bot.telegram.__path__, "bot.telegram."):
        importlib.import_module(module.name)
    prefixes = Counter(kind.__prefix__ for kind in subclasses(CallbackData))
    assert len(prefixes) > 10
    assert not [prefix for prefix, count in prefixes.items() if count > 1]
    assert not [prefix for prefix in prefixes if not re.fullmatch(r"[a-z]+[0-9]+", prefix)]


def subclasses(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        if one.__module__.startswith(("bot.", "handlers.")):
            yield one
        yield from subclasses(one)


# -- texts ------------------------------------------------------------------------------------------


class Arguments(Visitor):
    """Collects the names of a message's arguments and the messages it refers to."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)


def messages(language: str) -> dict[str, tuple[str, set[str]]]:
    """Return the file and the arguments of every message of a language."""
    found: dict[str, tuple[str, set[str]]] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content.splitlines()[0]}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} is there twice"
                visitor = Arguments()
                visitor.visit(entry)
                found[entry.id.name] = (path.name, visitor.names)
    return found


def test_every_language_has_the_same_texts_with_the_same_arguments() -> None:
    first, *others = [messages(language) for language in Language]
    for other in others:
        assert set(first) == set(other)
        assert {key: value for key, value in first.items() if other[key] != value} == {}


def test_every_language_has_the_same_files() -> None:
    files = [{path.name for path in (LOCALES / language).glob("*.ftl")} for language in Language]
    assert files[0]
    assert all(one == files[0] for one in files)
    assert {path.name for path in LOCALES.iterdir()} == set(Language)


def test_texts_shout_at_nobody() -> None:
    for language in Language:
        for path in (LOCALES / language).glob("*.ftl"):
            told = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
            assert not [line for line in told if "!" in line], path


def test_every_text_that_is_asked_for_exists() -> None:
    known = set(messages(Language.RU))
    missing = {f"{path.relative_to(ROOT)}: {key}" for path in SOURCES for key in keys_asked(path) if key not in known}
    assert not missing


def test_every_text_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    whole = set(re.findall(r"[\"']([a-z0-9-]+)[\"']", code))
    beginnings = set(re.findall(r"f[\"']([a-z0-9-]+-)\{", code)) | set(re.findall(r"[\"']([a-z0-9-]+-)[\"'] \+", code))
    unused = [key for key in messages(Language.RU) if key not in whole and not key.startswith(tuple(beginnings))]
    assert not unused


def keys_asked(path: Path) -> Iterator[str]:
    """Yield the literal keys of `texts("…")`, `texts.plain("…")` and of the like."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "plain" else node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        is_texts = name.endswith("texts") or (isinstance(called, ast.Subscript) and "translator" in ast.dump(called))
        if is_texts:
            yield from literals(node.args[0])


def literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found

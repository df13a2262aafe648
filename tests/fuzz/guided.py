"""`python -m tests.fuzz.guided NAME [SECONDS]`: fuzzing led by coverage (atheris), all targets without a name.

An input that breaks a target is written to the working directory by libFuzzer and ends the run with its code.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import atheris


def explore(name: str, seconds: int) -> None:
    """Fuzz a target for so many seconds; never returns."""
    with atheris.instrument_imports(include=["bot"]):
        from tests.fuzz.targets import TARGETS, seeds
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds(name)):
            Path(corpus, f"seed-{number}").write_bytes(seed)
        limits = (f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=30000")
        atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", "-verbosity=0", corpus], TARGETS[name])
        atheris.Fuzz()


def explore_all(seconds: int) -> int:
    """Fuzz each target in a process of its own; return how many broke."""
    from tests.fuzz.targets import TARGETS

    return sum(
        subprocess.run([sys.executable, "-m", "tests.fuzz.guided", name, str(seconds)], check=False).returncode != 0
        for name in TARGETS
    )


if __name__ == "__main__":
    if sys.argv[1:2] and not sys.argv[1].isdecimal():
        explore(sys.argv[1], int((sys.argv[2:] or ["60"])[0]))
    sys.exit(explore_all(int((sys.argv[1:] or ["60"])[0])))

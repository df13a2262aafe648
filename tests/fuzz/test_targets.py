"""The doors that `make fuzz-guided` beats on, beaten on a little in every run."""

import pytest

from tests.fuzz.mutations import SCALE, mutants
from tests.fuzz.targets import TARGETS, seeds

pytestmark = pytest.mark.no_cover  # thousands of cases: counting lines would take several times as long


@pytest.mark.parametrize("name", TARGETS)
def test_no_bytes_break_a_door(name: str) -> None:
    for data in (*seeds(name), b"", b"\x00", *mutants(seeds(name), 40 * SCALE, seed=6)):
        TARGETS[name](data)

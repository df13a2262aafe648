"""Background work: named, supervised tasks (architecture, decision 8)."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog

log = structlog.get_logger(__name__)

LONGEST_BACKOFF = 30.0


@dataclass(slots=True)
class Health:
    """How a supervised task fares: shown by /readyz and counted in /metrics."""

    running: bool = False
    crashes: int = 0
    last_error: str = ""


@dataclass(slots=True)
class Supervisor:
    """Keeps named tasks running; one that crashes is logged, counted and started again with backoff.

    A task that returns is done for good. `stop` cancels all and waits.
    """

    health: dict[str, Health] = field(default_factory=dict)
    _tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _strays: set[asyncio.Task[Any]] = field(default_factory=set)

    def start(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run this work under this name; ValueError when the name is taken."""
        if name in self._tasks and not self._tasks[name].done():
            raise ValueError(f"a task called {name} is already running")
        self.health[name] = Health()
        self._tasks[name] = asyncio.create_task(self._keep(name, work), name=name)

    def spawn(self, name: str, work: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        """Run something short once; a failure is logged. The task is kept from the garbage collector."""
        task = asyncio.create_task(work, name=name)
        self._strays.add(task)
        task.add_done_callback(self._forget)
        return task

    async def stop(self, *names: str) -> None:
        """Cancel these tasks, all of them when none is named, and wait until they have ended."""
        chosen = [self._tasks.pop(name) for name in names or tuple(self._tasks) if name in self._tasks]
        if not names:
            chosen += [*self._strays]
        for task in chosen:
            task.cancel()
        await asyncio.gather(*chosen, return_exceptions=True)

    @property
    def is_well(self) -> bool:
        """Tell whether every supervised task runs."""
        return all(health.running for health in self.health.values())

    async def _keep(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        health, pause = self.health[name], 0.5
        while True:
            health.running = True
            began = asyncio.get_running_loop().time()
            try:
                await work()
            except asyncio.CancelledError:
                health.running = False
                raise
            except Exception as error:
                health.running, health.crashes, health.last_error = False, health.crashes + 1, type(error).__name__
                log.exception("task crashed", task=name, crashes=health.crashes)
            else:
                return
            lasted = asyncio.get_running_loop().time() - began
            pause = 0.5 if lasted > 60 else min(pause * 2, LONGEST_BACKOFF)
            await asyncio.sleep(pause)

    def _forget(self, task: "asyncio.Task[Any]") -> None:
        self._strays.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background work failed", task=task.get_name(), exc_info=error)


async def sleep_forever() -> None:
    """Wait until cancelled."""
    await asyncio.Event().wait()

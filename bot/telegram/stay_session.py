"""What a chat's calculation holds until it is over: the place, the trips told so far, a day just picked.

It lasts an hour, in the conversation's row; trips are kept for longer only by the person's own wish.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from bot.domain.stay import Trip

LASTS = 3600
"""Seconds after which it is over."""


class Counting(StatesGroup):
    """What is asked for: a place, trips, a plan, or nothing more for now."""

    place = State()
    trips = State()
    plan = State()
    done = State()


@dataclass(frozen=True, slots=True)
class Session:
    """A calculation. planning: whether the calendar asks for a plan. picked: the first day chosen on it."""

    place: str
    trips: tuple[Trip, ...] = ()
    planning: bool = False
    picked: date | None = None

    def to_data(self) -> dict[str, Any]:
        """Return it fit for JSON."""
        return {
            "place": self.place,
            "trips": [[str(trip.first), str(trip.last) if trip.last else None] for trip in self.trips],
            "planning": self.planning,
            "picked": str(self.picked) if self.picked else None,
        }

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "Session":
        """Return what `to_data` wrote."""
        trips = tuple(
            Trip(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, last in data["trips"]
        )
        picked = data["picked"]
        return cls(data["place"], trips, data["planning"], date.fromisoformat(picked) if picked else None)


async def load(state: FSMContext) -> Session | None:
    """Return the chat's calculation, None when there is none or it is over."""
    if not (await state.get_state() or "").startswith(f"{Counting.__name__}:"):
        return None
    data = await state.get_data()
    return Session.of_data(data["stay"]) if data.get("stay") and is_fresh(data) else None


async def save(state: FSMContext, session: Session | None, step: State) -> None:
    """Remember a calculation and what it asks for; None: no place is chosen yet."""
    await state.set_state(step)
    await state.set_data({"stay": session.to_data() if session else None, "since": int(time.time())})


def is_fresh(data: Mapping[str, Any]) -> bool:
    """Tell whether a calculation is not over."""
    return time.time() - float(data.get("since", 0)) <= LASTS

"""Typed trips → days: «12-20 марта», «наурыздың 12-нен 20-сына дейін», 2026-03-12."""

from bot.understanding.trips.dating import Problem
from bot.understanding.trips.reading import ReadTrips, TripProblem, may_have_trips, read_trips

__all__ = ["Problem", "ReadTrips", "TripProblem", "may_have_trips", "read_trips"]

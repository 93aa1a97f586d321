"""Journeys of leaders abroad, one row a journey, in the columns of COLT."""

from communique.export.trips.files import export_trips

__all__ = ["export_trips"]

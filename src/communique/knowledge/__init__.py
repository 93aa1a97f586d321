"""Reviewed tables: states, titles, offices, bodies, metonyms, topics, places and the words of the trade."""

from communique.knowledge.agreements import Agreements, KnownAgreement
from communique.knowledge.descriptions import Descriptions
from communique.knowledge.metonyms import Metonym, Metonyms
from communique.knowledge.offices import Holder, Offices
from communique.knowledge.organizations import Organization, Organizations
from communique.knowledge.places import City, Places, Venue
from communique.knowledge.states import State, States
from communique.knowledge.tables import Knowledge, load
from communique.knowledge.titles import Title, Titles
from communique.knowledge.topics import Topics

__all__ = [
    "Agreements", "City", "Descriptions", "Holder", "Knowledge", "KnownAgreement", "Metonym", "Metonyms", "Offices",
    "Organization", "Organizations", "Places", "State", "States", "Title", "Titles", "Topics", "Venue", "load",
]  # fmt: skip

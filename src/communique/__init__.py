"""communique: from a pile of press reports to one sourced record."""

__version__ = "0.1.0"

"""Captures to articles: every stretch kept or dropped, with its role and the reason."""

from communique.clean.cleaner import clean

__all__ = ["clean"]

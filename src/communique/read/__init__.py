"""Bytes to captures: paths, folders and standard input become captures, or problems that say why not."""

from communique.read.registry import READERS, captures, read
from communique.read.roots import sources
from communique.read.source import Reader, Source

__all__ = ["READERS", "Reader", "Source", "captures", "read", "sources"]

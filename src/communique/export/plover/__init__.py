"""Events as PLOVER's JSON lines (manual of February 2024, chapter "Data Fields")."""

from communique.export.plover.files import export_plover

__all__ = ["export_plover"]

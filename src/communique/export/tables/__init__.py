"""The record as tables for spreadsheets and statistics: flat columns, one file a table, and what each column means."""

from communique.export.tables.files import export_tables

__all__ = ["export_tables"]

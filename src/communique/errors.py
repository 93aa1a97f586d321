"""What can go wrong, as a small tree. Each message names the remedy."""


class CommuniqueError(Exception):
    """Anything communique raises on purpose."""


class InputError(CommuniqueError):
    """A capture, or a part of one, cannot be used. Becomes one problem record; the run goes on."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class UsageError(CommuniqueError):
    """The call cannot be carried out as given: a missing path, an unknown format, an unknown id."""


class ModelError(CommuniqueError):
    """The parser's model is missing or broken."""


class KnowledgeError(CommuniqueError):
    """A knowledge table does not hold together; names the file and the row."""


class StoreError(CommuniqueError):
    """The record file cannot be opened, or was written by a newer version."""

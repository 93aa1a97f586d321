"""Settings for all tests: generated examples are the same in every run, and no clock decides on a busy machine."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

"""The record that these tests share."""

from tests.hostile.record import hostile_record as hostile_record

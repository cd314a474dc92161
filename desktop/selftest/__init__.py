"""Checks that an installation is whole, and says so in one JSON line."""

from desktop.selftest.run import run_selftest

__all__ = ["run_selftest"]

"""Paddock: one desktop window over all of a person's Ollama hosts."""

__version__ = "0.1.0"

"""The jobs page and the pull dialog."""

"""The window and what holds the pages together."""

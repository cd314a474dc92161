from tests.windowed import _theme, run, theme

__all__ = ["_theme", "run", "theme"]

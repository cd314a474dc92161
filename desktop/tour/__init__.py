"""A walk through the main job in the real window, on demo hosts, with a picture of each step."""

from desktop.tour.run import run_tour

__all__ = ["run_tour"]

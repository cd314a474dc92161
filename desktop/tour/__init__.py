"""A walk through the main job in the real window, on demo hosts, with a picture of each step."""

from desktop.tour.run import Look, run_tour

__all__ = ["Look", "run_tour"]

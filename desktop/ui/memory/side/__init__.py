"""Beside the loaded models: this computer's charts, and whether a model will fit."""

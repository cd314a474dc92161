"""What is loaded where, what it costs, and what would fit."""

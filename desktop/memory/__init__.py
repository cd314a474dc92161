"""What is loaded where, what it costs, what would fit, and what was learned from measured loads."""

"""The help page: how to begin, the keys, what an error means."""

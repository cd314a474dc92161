"""Between Qt and the core: the loop, scopes of tasks, frames, themes."""

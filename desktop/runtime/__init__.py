"""How things run: events, tasks, clocks and threads. It knows nothing of Ollama or Qt."""

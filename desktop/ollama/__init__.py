"""Our own client for one Ollama server, and everything that can go wrong with it."""

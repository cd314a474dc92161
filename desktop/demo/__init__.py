"""An Ollama stand-in: a real HTTP server on loopback, for the demo host and for every test."""

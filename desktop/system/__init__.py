"""What this computer says of itself: its networks, its own Ollama server and who holds a port."""

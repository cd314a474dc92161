"""This computer's own Ollama: is it there, who runs it, its log, its environment."""

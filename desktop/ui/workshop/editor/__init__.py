"""The editor for Modelfiles, driven by the parser that Ollama has."""

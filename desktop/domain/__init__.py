"""What things are: frozen facts and pure functions. No asyncio, no I/O."""

"""Reaching an address: transports, name look-ups."""

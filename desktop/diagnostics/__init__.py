"""From an error to its explanation: codes, facts and remedies, no words."""

"""The panel beside a conversation: how its model is asked, and what it sees."""

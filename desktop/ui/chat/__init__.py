"""The chat page: conversations, what was said in them, and what is typed next."""

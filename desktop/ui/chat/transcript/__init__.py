"""The view of a conversation: rows of which only those near the eye have widgets."""

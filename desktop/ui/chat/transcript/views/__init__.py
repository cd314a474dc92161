"""The widgets of the rows of a conversation, one kind each."""

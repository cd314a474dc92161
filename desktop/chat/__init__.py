"""Conversations: kept, asked, streamed, and what the model saw of them."""

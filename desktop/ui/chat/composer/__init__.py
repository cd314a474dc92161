"""What is typed and attached, and who is asked."""

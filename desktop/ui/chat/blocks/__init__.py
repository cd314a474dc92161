"""What shows one block of an answer: text, code, a table or a formula, and nothing from outside."""

"""The hosts a person has, what each of them is doing, and the polling that finds out."""

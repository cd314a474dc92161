"""The connection dialog: everything a person can set about reaching one host."""

"""The models page: table, inspector, and the questions before a change."""

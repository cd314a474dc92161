"""Pulls, pushes, creates, copies, renames and deletions: waiting, running and done."""

"""Pulls, copies, renames and deletions: waiting, running and done."""

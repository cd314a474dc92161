"""The page of versions and licences."""

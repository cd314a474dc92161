"""Making models: drafts of Modelfiles, the files that they would send, checks, differences."""

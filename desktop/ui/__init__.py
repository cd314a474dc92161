"""Everything Qt, wording included."""

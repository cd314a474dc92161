"""The workshop: Modelfiles are written, checked, and made into models."""

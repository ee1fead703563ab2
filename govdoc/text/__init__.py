"""Source text → normal text, lines and words."""

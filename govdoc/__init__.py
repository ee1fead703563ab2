"""govdoc reads Chinese official documents (公文)."""

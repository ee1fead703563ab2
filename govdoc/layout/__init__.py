"""Normal text → header, tree of sections, closing, enclosures."""

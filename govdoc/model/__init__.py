"""The values govdoc returns: frozen, hashable where their fields are, typed."""

"""Numbers: found, given a role, read exactly, and linked to what they say."""

"""Measuring: synthetic reports, speed, accuracy. Nothing here is part of the package."""

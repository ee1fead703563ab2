"""Engines that run govdoc over more files than one machine takes."""

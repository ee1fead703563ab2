"""Bytes → text with layout evidence: one file a format, all behind :func:`govdoc.readers.open.reading`."""

"""Folders of files → tables: planned in shards, done by worker processes, resumed after any end."""

"""Documents → rows → JSONL, CSV, Arrow, Parquet, DuckDB. ``schema`` says what each column means."""

"""LAMES import and repair, validation, topology, the merge of a re-run with reviewed work."""

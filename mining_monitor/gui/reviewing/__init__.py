"""The review in the Annotation dock: queue, comments, proposals of a new run, the mapping of foreign fields."""

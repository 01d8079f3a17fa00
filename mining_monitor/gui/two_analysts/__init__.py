"""Several people on one project: sharing it, deciding clashes, comparing two who have not seen each other's work."""

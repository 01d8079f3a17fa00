"""Pixels and a segmenter to scores, class map and polygons."""

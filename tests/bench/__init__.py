"""Benchmarks: what `make bench` measures and prints (issue "From click to GeoJSON", Shown by)."""

"""The same project in PostGIS, for several analysts: row versions, clashes that are shown, one log (ARCHITECTURE)."""

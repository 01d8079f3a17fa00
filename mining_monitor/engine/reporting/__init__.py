"""GeoJSON profiles, tables, the report, redaction."""

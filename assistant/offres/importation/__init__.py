"""Brings files into the catalogue: data.inclusion v1 (JSON) and the département's own (CSV)."""

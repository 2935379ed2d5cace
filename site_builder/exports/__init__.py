"""Exports: a snapshot as open data, one file per format."""

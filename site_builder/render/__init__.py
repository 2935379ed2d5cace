"""Render: page data to HTML; the only room that knows Jinja."""

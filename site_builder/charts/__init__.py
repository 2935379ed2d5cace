"""Charts: numbers to SVG; the only room that knows matplotlib."""

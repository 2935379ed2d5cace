"""Search: what a visitor may look for, as an index in small files that the page's script reads."""

"""Pages: a snapshot becomes the data of each page; one file per kind of page."""

"""Every rule, one file per topic."""

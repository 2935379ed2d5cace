"""plansite: plans kept as code, checked, measured and published."""

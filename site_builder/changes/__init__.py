"""Changes: two revisions of the plans → what changed, how grave it is, by which authority."""

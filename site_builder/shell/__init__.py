"""The only doors: argv, clock, disk, Git, environment, MkDocs."""

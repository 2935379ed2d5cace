"""Text → located model: the only room that knows yaml and csv."""

"""Progress: trajectories, status, roll-ups and deadlines as pure arithmetic."""

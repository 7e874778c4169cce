"""What the command line prints: tables, trees, progress, problems. Nothing here opens a graph or decides anything."""

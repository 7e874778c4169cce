"""What other programs' own Pythons run."""

"""Quotes: their words folded for comparison, and where they stand in a transcript."""

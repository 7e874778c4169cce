"""Derived facts, which follow from all that documents say together: levels, givers, documents, speakers, consent."""

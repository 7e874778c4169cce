"""What each kind of document says: records in, claims out, one module a kind."""

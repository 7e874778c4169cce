"""One module a format: files of a study become records. Nothing here knows the database."""

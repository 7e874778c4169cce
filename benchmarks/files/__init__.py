"""Large files of every format that is read, made of the same material."""

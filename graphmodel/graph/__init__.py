"""The graph that documents describe: built in memory, without any database, file or clock."""

"""The encrypted store, its keys and migrations, the rule files and the exchange format."""

"""The work of an integration team as plain Python: standard library only, today always passed in."""

"""Bringing older stores up to the newest schema. Nothing here imports the rows of today, which will change."""

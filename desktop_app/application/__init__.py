"""One module for each thing a user can do; the listing of this folder is the list of features."""

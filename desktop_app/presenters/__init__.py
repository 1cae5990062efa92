"""What screens and the command line say and decide, in plain Python without Qt."""

"""Paper: documents drawn from frozen snapshots, and their pages as pictures."""

"""The kinds of work behind the password, each with its pages and presenters, all in one frame."""

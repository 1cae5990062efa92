"""What the command line itself refuses, with the sentence it says."""


class Refusal(Exception):
    """A command that was used rightly but is not carried out; the text is for the user."""

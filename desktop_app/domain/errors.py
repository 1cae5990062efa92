"""Why the domain says no. Errors carry data; the sentences stand in `presenters.error_texts`."""


class DomainError(Exception):
    """A rule of the field or of the law was broken."""

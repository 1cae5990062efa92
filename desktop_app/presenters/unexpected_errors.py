"""What is told of an exception nobody foresaw: kinds and places in the code, never its words: they may hold a name."""

from desktop_app.translation import _


def places_of(error: BaseException) -> str:
    """Return the kinds of an exception and of what led to it, and where in the code each arose."""
    parts = list[str]()
    seen = set[int]()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        parts.append(type(cause).__name__)
        trace = cause.__traceback__
        while trace is not None:
            module = trace.tb_frame.f_globals.get("__name__", "?")
            parts.append(f"  {module}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}")
            trace = trace.tb_next
        cause = cause.__cause__ or cause.__context__
    return "\n".join(parts)


def unexpected_text(error: BaseException) -> str:
    """Return what the command line says of it."""
    said = _(
        "Something went wrong in the program. What was saved is safe. Send this to whoever looks after the program:"
    )
    return f"{said}\n{places_of(error)}"

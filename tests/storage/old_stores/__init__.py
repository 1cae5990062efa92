"""A store of every version there was, each made once, when that version was the newest."""

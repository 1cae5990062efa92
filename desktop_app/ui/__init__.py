"""Windows, screens and the parts they are built from: the only package, besides `main`, that knows Qt."""

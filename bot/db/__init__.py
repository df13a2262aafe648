"""All SQL lives here: one module a table family, plain values out."""

"""Measures against the budgets, as ratios to a reference in the same run; no test asserts any of them."""

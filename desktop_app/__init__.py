"""Én Plan: one coherent plan with each newly arrived citizen, and every deadline explained."""

__version__ = "0.1.0"

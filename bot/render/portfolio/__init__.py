"""Answers about several accounts at once, on every surface that single answers have."""

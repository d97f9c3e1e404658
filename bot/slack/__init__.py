"""Slack listeners only: check, ack, hand off, respond."""

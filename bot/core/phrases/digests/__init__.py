"""Words about digests, their schedules and what to do with them, become a DigestCommand."""

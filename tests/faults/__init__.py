"""What may go wrong, done on purpose: `make faults` does it at full size and prints the figures."""

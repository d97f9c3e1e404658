"""What people type and press about digests; posts none itself."""

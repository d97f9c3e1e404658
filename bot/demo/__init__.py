"""What needs no credentials: sample data, two fake servers, the terminal playground."""

"""What must survive a restart: tables, migrations, and functions that take a connection."""

"""The page of messages as people see it, in Debian's Chromium; without it nothing here can run."""

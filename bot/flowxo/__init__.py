"""Reading Flow XO's analytics over HTTP; knows nothing of Slack."""

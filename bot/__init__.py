"""The Flow XO bot for Slack: asks Flow XO's analytics for figures and shows them in Slack."""

"""The sentences for whoever runs the bot: database, port, Slack's and Flow XO's doors; data only.

Those about settings stand beside the table of settings, which nothing of ours may precede.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # The database. `place` is a path, or an address without its password.
    "storage_full": "The disk that holds the database {place} is full. Nothing was changed.",
    "storage_full_hint": "Free some space there, then try again.",
    "storage_readonly": "The database {place} is read-only. Nothing was changed.",
    "storage_readonly_hint": (
        "Let the user that the bot runs as write to the file and to its directory."
    ),
    "storage_busy": "The database {place} is held by another program. Nothing was changed.",
    "storage_busy_hint": (
        "Try again in a moment; if it stays so, look for a second copy of the bot or a backup."
    ),
    "storage_no_database": "The file {place} is not a database.",
    "storage_no_database_hint": (
        "Check DATABASE_URL; if it is right, put the latest backup in the file's place."
    ),
    "storage_damaged": "The database {place} is damaged.",
    "storage_damaged_hint": "Stop the bot and put the latest backup in its place.",
    "storage_closed": "The database {place} cannot be opened.",
    "storage_closed_hint": (
        "Check that its directory is there and that the user that the bot runs as may write to it."
    ),
    "storage_failing": "The disk that holds the database {place} fails or is full.",
    "storage_failing_hint": "Check the disk; nothing that was asked for now has been kept.",
    "storage_other": "The database {place} does not answer as it should.",
    "storage_other_hint": "Try flowxo-bot db check; the log has the details.",
    "storage_address": "The address of the database cannot be read.",
    "storage_address_hint": "Check DATABASE_URL.",
    "storage_unreached": "The database {place} cannot be reached.",
    "storage_unreached_hint": (
        "Check that it runs, and the host, the port and the name in DATABASE_URL."
    ),
    "storage_lost": "The connection to the database {place} was lost. Nothing was changed.",
    "storage_lost_hint": "Try again in a moment; if it stays so, look at the database's own log.",
    "storage_password": "The database {place} refuses the password.",
    "storage_password_hint": (
        "Check DATABASE_URL; signs such as @ : / # ? in the password are written "
        "%40 %3A %2F %23 %3F."
    ),
    "storage_login": "The database {place} does not let this user in.",
    "storage_login_hint": (
        "Check the user in DATABASE_URL; the server's pg_hba.conf says who may come from where."
    ),
    "storage_unknown_name": "There is no database {place}.",
    "storage_unknown_name_hint": (
        "Make it with createdb, or check the name at the end of DATABASE_URL."
    ),
    "storage_crowded": "The database {place} takes no more connections. Nothing was changed.",
    "storage_crowded_hint": (
        "The bot opens up to 34 a process, as it needs them: raise the server's max_connections, "
        "or run fewer processes."
    ),
    "storage_standby": "The database {place} is read-only. Nothing was changed.",
    "storage_standby_hint": (
        "It may be a copy of another, or run out of room: point DATABASE_URL to the one that "
        "takes changes."
    ),
    "storage_no_right": "This user may not do that in the database {place}. Nothing was changed.",
    "storage_no_right_hint": (
        "Make the user in DATABASE_URL the owner of the database, or grant it all on its tables."
    ),
    "storage_slow": "The database {place} took too long. Nothing was changed.",
    "storage_slow_hint": "Try again in a moment; if it stays so, look at what keeps it busy.",
    "storage_no_directory": "The directory {place} of the database is not there.",
    "storage_no_directory_hint": "Make it, mount its disk, or point DATABASE_URL elsewhere.",
    "storage_directory_refused": "The directory {place} cannot be made.",
    "storage_directory_refused_hint": (
        "Start the bot where it may write, or point DATABASE_URL elsewhere."
    ),
    "storage_behind": (
        "The database {place} is not upgraded yet (it is at {revision}, the bot needs {newest})."
    ),
    "database_restored": (
        "{open} deliveries that were open, and {due} due times since then, are left out: what was "
        "posted after the backup was made does not come twice. Digests go on with their next time."
    ),
    "storage_behind_hint": "Run flowxo-bot db upgrade once, then start again.",
    "storage_newer": (
        "The database {place} is newer than this version of the bot "
        "(it is at {revision}, the bot knows {newest})."
    ),
    "storage_newer_hint": (
        "Install the newer version again, or put back the copy that was made before."
    ),
    "storage_no_copy": (
        "The database {place} must be upgraded, but no copy of it could be made first. "
        "Nothing was changed."
    ),
    "storage_no_copy_hint": "Make room beside it (it needs {size:,} bytes) and start again.",
    # Encryption.
    "keys_unset": "ENCRYPTION_KEYS is not set, and without it no account's key can be stored.",
    "keys_unset_hint": (
        "Whoever runs the bot makes one with flowxo-bot keys new, sets ENCRYPTION_KEYS to it and "
        "starts the bot again."
    ),
    "keys_missing": (
        "ENCRYPTION_KEYS is not set, and the database {place} holds keys that were encrypted "
        "with it. Nothing was changed."
    ),
    "keys_missing_hint": (
        "Set ENCRYPTION_KEYS to what it was before. Where that is lost, so are the keys: erase "
        "the workspace, or begin with an empty database, and connect the accounts again."
    ),
    "keys_wrong": (
        "No key in ENCRYPTION_KEYS opens all that the database {place} holds encrypted. "
        "Nothing was changed."
    ),
    "keys_wrong_hint": (
        "Set ENCRYPTION_KEYS to what it was before; a new key goes in front of it, with a comma "
        "between. Where the old one is lost, so are the keys: erase the workspace, or begin with "
        "an empty database, and connect the accounts again."
    ),
    "keys_open_nothing": "No key in ENCRYPTION_KEYS opens what is stored.",
    "keys_open_nothing_hint": (
        "Whoever runs the bot sets ENCRYPTION_KEYS, in every process, to the new key, a comma and "
        "the old one, and starts it again."
    ),
    "keys_rotated": (
        "{renewed:,} of {stored:,} secrets were encrypted anew; all are encrypted with the first "
        "key of ENCRYPTION_KEYS now. Once every process of the bot has that key, the others may go."
    ),
    # Accounts.
    "no_account": "No Flow XO account is connected yet.",
    "no_account_hint": "Whoever runs the bot sets FLOWXO_API_KEY and starts it again.",
    # What is stored of a workspace.
    "team_unknown": "There is nothing of the workspace {team} in the database {place}.",
    "team_known": "It holds something of: {teams}.",
    "team_none": "It holds nothing of any workspace yet.",
    "changes_none": "Nothing was changed that is kept.",
    "erase_ask": (
        "This deletes all that is stored of {team}: {rows:,} rows, its accounts and their keys "
        "among them. It cannot be undone. Type {team} to go on:"
    ),
    "erase_stopped": "Nothing was erased: {team} was not typed.",
    "erase_unasked": "Erasing asks first, and there is no terminal to ask at.",
    "erase_unasked_hint": "Add --yes where that is what you want.",
    "erased": (
        "{rows:,} rows of {team} were erased. Copies and backups of the database hold them still."
    ),
    # Digests, for whoever runs the bot.
    "digests_none": "There is no digest.",
    "digests_nothing_due": (
        "Nothing is due within {hours} hours, nothing is open, and nothing failed in {days} days."
    ),
    "digest_state": "{state} ({reason})",
    "digest_unreadable": "cannot be read: {reason}",
    "digest_paused_run": "It is paused, and stays so.",
    "digest_disabled_run": "It is disabled ({reason}): the post may fail for the same reason.",
    "digest_running": (
        "Digest #{number} of {team} is posted to {target} with the next tick of the process that "
        "posts digests, as delivery {delivery}. flowxo-bot digest due tells whether it is open."
    ),
    "digest_number": "{text} is no number of a digest.",
    "digest_number_none": "Which digest is to be posted is not said.",
    "digest_number_hint": (
        "Type its number, 7 or '#7' in quotes: without them a shell takes # for a comment."
    ),
    "digest_unknown": "There is no digest #{number} in the workspace {team}.",
    "digest_unknown_hint": "flowxo-bot digest list --team {team} tells which there are.",
    "digest_broken_run": "Digest #{number} of {team} cannot be posted: what is stored of it {why}.",
    "digest_broken_run_hint": "Whoever owns it edits it in Slack, or deletes it.",
    "digest_again": "Digest #{number} of {team} was told to be posted this very moment already.",
    "hours_unreadable": "--hours: {text} is no number from 1 to {most}.",
    "hours_unreadable_hint": "Type how many hours to look ahead, such as --hours 48.",
    "team_several": "There are several workspaces, and which one is meant is not said.",
    "team_several_hint": "Add --team and one of: {teams}.",
    # Starting and stopping.
    "port_in_use": "Port {port} is in use already: another copy of the bot, or another program.",
    "port_in_use_hint": "Stop that one, or set PORT to a free port.",
    "port_refused": "Port {port} may not be opened by this user.",
    "port_refused_hint": "Set PORT to a number above 1023.",
    "host_unknown": "HOST is not an address of this machine.",
    "host_unknown_hint": "Set it to 127.0.0.1 for this machine alone, or 0.0.0.0 for all.",
    "app_token_refused": "Slack refused SLACK_APP_TOKEN ({reason}).",
    "app_token_refused_hint": (
        "Make a new app-level token with connections:write on your Slack app's page, "
        "Basic Information, and set SLACK_APP_TOKEN to it."
    ),
    "socket_lost": "There has been no connection to Slack for {minutes} minutes.",
    "socket_lost_hint": "Check the network of this machine, and status.slack.com.",
    # The command line.
    "in_slack": "{subcommand} is for people in Slack. Type it in Slack.",
    "in_slack_hint": "Here the account is the one whose key FLOWXO_API_KEY is.",
    "unexpected": "Something went wrong inside the bot (reference {reference}).",
    "unexpected_hint": "The log has a line with that reference; LOG_LEVEL=DEBUG says more.",
    "ways_to_begin": (
        "Nothing is set yet. There are three ways to begin:\n"
        "\n"
        "1. Try it here, without Slack and without a key. Type: flowxo-bot demo\n"
        "2. One workspace. Make a Slack app from what flowxo-bot manifest --socket prints, set\n"
        "   SLACK_BOT_TOKEN, SLACK_APP_TOKEN and FLOWXO_API_KEY (a file .env will do), and type:\n"
        "   flowxo-bot run\n"
        "3. Several workspaces. That comes with a later version; until then, one bot for each.\n"
        "\n"
        "README.md has the steps, docs/settings.md every setting."
    ),
    "database_current": "{place} is up to date (revision {revision}).",
    "database_empty": (
        "{place} has no tables of the bot's yet. flowxo-bot run makes an SQLite file by itself; "
        "for PostgreSQL type flowxo-bot db upgrade."
    ),
    "database_behind": (
        "{place} is at {revision}, the bot needs {newest}. flowxo-bot run upgrades an SQLite file "
        "by itself, a copy first; for PostgreSQL type flowxo-bot db upgrade."
    ),
    "database_newer": (
        "{place} is at {revision}, newer than the {newest} that this version of the bot knows. "
        "Install the newer version again, or put back the copy that was made before."
    ),
    "check_settings": "All that is set can be read.",
    "check_unset": "{variable} is not set. docs/settings.md says where to find it.",
    "check_token_refused": (
        "Slack refused SLACK_BOT_TOKEN ({reason}). Copy it again from your Slack app's page, "
        "OAuth & Permissions, or install the app to the workspace again."
    ),
    "check_slack_unreached": (
        "Slack cannot be reached ({reason}). Check the network of this machine, SLACK_API_URL "
        "and status.slack.com."
    ),
    "check_slack": "The bot is @{user} in {team}.",
    "check_scopes": "All that the manifest asks for were granted.",
    "check_scopes_untold": "Slack did not say which were granted.",
    "check_scopes_missing": (
        "Not granted: {scopes}. Put what flowxo-bot manifest prints into your Slack app and "
        "install it to the workspace again."
    ),
    "check_scopes_optional": "All that is needed was granted. Optional and not granted: {scopes}.",
    "check_no_socket": "Not used: Slack reaches the bot over HTTP, on port {port}.",
    "check_no_door": (
        "Neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set, so Slack cannot reach the bot. "
        "docs/settings.md says where to find them."
    ),
    "check_socket": "SLACK_APP_TOKEN opens a connection.",
    "check_flowxo": "The key works. Messages received yesterday ({zone}): {count:,}.",
    "check_twice": (
        "FLOWXO_API_KEY is also the key of {account} in the workspace {team_id}: they count as one."
    ),
    "check_flowxo_empty": "The key works. Flow XO has nothing for yesterday.",
    "output_refused": "The answer could not be written to standard output ({reason}).",
    "output_refused_hint": "Let it go to a terminal, or to a disk that has room.",
    "now_unreadable": "--now is not a moment that I can read.",
    "now_unreadable_hint": "Write it as ISO 8601: 2026-11-26T15:45 or 2026-11-26T15:45+01:00.",
    "line_too_long": "This line is too long for a phrase.",
    "line_no_text": "This line is not text in UTF-8.",
}

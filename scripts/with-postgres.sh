#!/bin/sh
# Runs a command with TEST_DATABASE_URL naming a PostgreSQL made for it alone, from Debian's
# binaries, in a temporary directory and on a socket there; stops and removes it whatever happens.
#   scripts/with-postgres.sh make test
# Nothing in it outlives the command, so it does not wait for the disk. PostgreSQL refuses to run
# as root: there it runs as the user postgres, or nobody.
set -eu
# Where Debian keeps runuser, which not every PATH names.
PATH=$PATH:/usr/sbin:/sbin

home=${POSTGRES_HOME:-/usr/lib/postgresql}
binaries=
for place in $(ls -d "$home"/*/bin 2>/dev/null | sort -t/ -k5 -V -r); do
  if [ -x "$place/initdb" ] && [ -x "$place/postgres" ]; then binaries=$place; break; fi
done
if [ -z "$binaries" ] && found=$(command -v initdb); then
  binaries=$(dirname "$(readlink -f "$found")")
fi
if [ -z "$binaries" ]; then
  echo "with-postgres: PostgreSQL's server is not here. Type: scripts/install-postgres.sh" >&2
  exit 1
fi
[ $# -gt 0 ] || { echo 'with-postgres: say which command, such as: scripts/with-postgres.sh make test' >&2; exit 2; }

place=$(mktemp -d "${TMPDIR:-/tmp}/flowxo-postgres.XXXXXX")
if [ "$(id -u)" -eq 0 ]; then
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$place"
  as() { (cd "$place" && runuser -u "$user" -- "$@"); }
else
  as() { (cd "$place" && "$@"); }
fi

clean() {
  trap '' HUP INT TERM
  as "$binaries/pg_ctl" stop -D "$place/data" -m immediate -s -t 60 >/dev/null 2>&1 || true
  rm -rf "$place"
}
trap clean EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

failed() { echo "with-postgres: $1" >&2; cat "$place/log" >&2 || true; exit 1; }
as "$binaries/initdb" -D "$place/data" -U flowxo -A trust -E UTF8 --locale=C --no-sync \
  >"$place/log" 2>&1 || failed 'no database could be made.'
as "$binaries/pg_ctl" start -D "$place/data" -w -s -t 60 -l "$place/server.log" -o "-k '$place' -h '' \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" \
  >>"$place/log" 2>&1 || { cat "$place/server.log" >>"$place/log" 2>/dev/null; failed 'it does not start.'; }

export TEST_DATABASE_URL="postgresql+psycopg:///postgres?host=$place&user=flowxo"
code=0
"$@" || code=$?
exit "$code"

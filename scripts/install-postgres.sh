#!/bin/sh
# Installs Debian's PostgreSQL, with which the tests of storage run a second time
# (scripts/with-postgres.sh). Does nothing where it is there already.
set -eu
there() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
if there; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo 'install-postgres: no apt-get here. Install PostgreSQL so that `initdb` can be typed.' >&2
  exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo 'install-postgres: run it as root: apt-get has to install postgresql.' >&2
    exit 1
  fi
  sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends postgresql >/dev/null
there || { echo 'install-postgres: apt-get installed no PostgreSQL server.' >&2; exit 1; }

#!/bin/sh
# Installs Debian's Chromium, with which pictures are drawn and the page is tested. Does nothing
# where it is there already; downloads no browser but the distribution's.
set -eu
if command -v chromium >/dev/null; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo 'install-browser: no apt-get here. Install Chromium so that `chromium` can be typed.' >&2
  exit 1
fi
sudo=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo 'install-browser: run it as root: apt-get has to install chromium.' >&2
    exit 1
  fi
  sudo=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji >/dev/null
command -v chromium >/dev/null || { echo 'install-browser: apt-get installed no chromium.' >&2; exit 1; }

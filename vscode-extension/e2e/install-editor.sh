#!/usr/bin/env bash
# Puts a VS Code that runs in a browser into a cache outside the checkout, from npm and Debian packages alone, and prints where.
set -euo pipefail

readonly version=4.100.3
cache=${PLIMSOLL_E2E_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/plimsoll-e2e}/code-server-$version
server=$cache/node_modules/code-server
quietly() { "$@" >>"$cache/install.log" 2>&1; }

if [ -e "$cache/ready" ]; then
  echo "$server"
  exit
fi
mkdir -p "$cache"

# Native modules are built against these.
packages=(ripgrep libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev)
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  quietly apt-get install -qq -y --no-install-recommends "${packages[@]}" ||
    { quietly apt-get update -qq && quietly apt-get install -qq -y --no-install-recommends "${packages[@]}"; }
fi

cd "$cache"
[ -e package.json ] || echo '{"private": true}' >package.json
quietly npm install "code-server@$version" --ignore-scripts --no-audit --no-fund

cd "$server/lib/vscode"
quietly npm install --ignore-scripts --omit=dev --no-audit --no-fund
(cd extensions && quietly npm install --ignore-scripts --omit=dev --no-audit --no-fund)
for module in @vscode/spdlog @parcel/watcher native-watchdog @vscode/deviceid kerberos; do
  quietly npm rebuild "$module"
done
quietly npm rebuild node-pty || true # Only a terminal needs it.
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
ln -sfn node_modules node_modules.asar

# There is no prebuilt one here. npm hoists it, or not.
argon2=$(find "$cache/node_modules" -type d -path '*/node_modules/argon2' -print -quit)
(
  cd "$argon2"
  PATH=$(npm root -g)/npm/node_modules/node-gyp/bin:$PATH quietly npx --no-install node-pre-gyp install --build-from-source
)

touch "$cache/ready"
echo "$server"

#!/usr/bin/env bash
# Uses the VSIX that `npm run package` built in a real VS Code in a real browser.
#
#   e2e/run.sh [--pictures]    --pictures puts what is seen into docs/images
set -euo pipefail
cd "$(dirname "$0")/.."

[ -e plimsoll.vsix ] || { echo 'There is no plimsoll.vsix; build it: npm run package' >&2; exit 1; }
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
export CHROMIUM
editor=$(e2e/install-editor.sh)
node esbuild.mjs --e2e

scratch=$(mktemp -d)
server=
# shellcheck disable=SC2317 # The trap calls it.
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

cp -r ../fixtures/shop "$scratch/shop"
mkdir -p "$scratch/data/User" "$scratch/pictures"
cp e2e/settings.json "$scratch/data/User/settings.json"
vscode=(node "$editor/out/node/entry.js" --user-data-dir "$scratch/data" --extensions-dir "$scratch/extensions")
"${vscode[@]}" --install-extension plimsoll.vsix >"$scratch/install.log" 2>&1 || { cat "$scratch/install.log" >&2; exit 1; }

port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
"${vscode[@]}" --auth none --bind-addr "127.0.0.1:$port" --disable-telemetry --disable-update-check --disable-workspace-trust \
  "$scratch/shop" >"$scratch/editor.log" 2>&1 &
server=$!
for _ in $(seq 100); do
  ! curl -fs -o /dev/null "http://127.0.0.1:$port/healthz" || break
  sleep 0.2
done

status=0
node dist/e2e/editor.js "http://127.0.0.1:$port/?folder=$scratch/shop" "$scratch/shop" "$scratch/pictures" || status=$?
if [ $status -ne 0 ]; then
  tail -n 30 "$scratch/editor.log" >&2
  find "$scratch/data" -name '*Plimsoll*.log' -exec tail -n 40 {} + >&2
  mkdir -p dist && cp "$scratch/pictures"/*.png dist/ && echo 'What was seen is in dist/*.png.' >&2
elif [ "${1-}" = --pictures ]; then
  cp "$scratch/pictures"/*.png ../docs/images/
fi
exit $status

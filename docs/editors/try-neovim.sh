#!/bin/sh
# Opens a copy of fixtures/shop-at-risk in a real Neovim, without a screen, set up by neovim.lua alone. Fails unless it shows
# what `plimsoll check` reports, no more and no less, and then a mistake that is typed.
# Needs nvim 0.7 and takes the launcher as its argument; without one it is ./plimsoll of this repository.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
launcher=${1:-$root/plimsoll}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n '/^```lua/,/^```$/p' "$here/../editors.md" | sed '1d;$d' | cmp - "$here/neovim.lua" ||
  { echo 'docs/editors.md does not show neovim.lua.' >&2; exit 1; }
mkdir "$work/bin"
ln -s "$launcher" "$work/bin/plimsoll"
cp -R "$root/fixtures/shop-at-risk/." "$work/estate"
PATH="$work/bin:$PATH"
export PATH

status=0
(cd "$work/estate" && plimsoll check --format json . >"$work/checked.json") || status=$?
[ "$status" = 1 ] || { echo "plimsoll check ended with $status." >&2; exit 1; }
cd "$work/estate"
XDG_STATE_HOME=$work XDG_DATA_HOME=$work XDG_CACHE_HOME=$work PLIMSOLL_CHECKED=$work/checked.json \
  timeout 120 nvim --headless --clean -u "$here/neovim.lua" -c "luafile $here/try-neovim.lua" -c 'cquit! 1'

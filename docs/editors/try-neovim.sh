#!/bin/sh
# Lets a real Neovim, without a screen, show a mistake in a copy of fixtures/first-look; fails if it does not.
# Needs nvim 0.7 and takes the launcher as its argument; without one it is ./plimsoll of this repository.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
launcher=${1:-$root/plimsoll}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$launcher" "$work/bin/plimsoll"
cp -R "$root/fixtures/first-look/." "$work/estate"
cat >"$work/try.lua" <<'LUA'
vim.cmd("source " .. vim.env.PLIMSOLL_LUA)
vim.cmd("edit " .. vim.env.PLIMSOLL_FILE)
vim.bo.filetype = "yaml"
vim.api.nvim_buf_set_lines(0, -1, -1, false, { "plimsollTypo: 1" })
local found = vim.wait(60000, function()
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.message:find("plimsollTypo", 1, true) then
      return true
    end
  end
  return false
end, 100)
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  local sentence = diagnostic.message:gsub("\n.*", "")
  io.stdout:write(("%d:%d %s\n"):format(diagnostic.lnum + 1, diagnostic.col + 1, sentence))
end
vim.cmd(found and "qall!" or "cquit! 1")
LUA
PATH="$work/bin:$PATH" PLIMSOLL_LUA="$here/neovim.lua" PLIMSOLL_FILE="$work/estate/environments/prod/values.yaml" \
  nvim --headless --clean -u NONE -c "luafile $work/try.lua" -c "cquit! 1"

-- Neovim 0.7 asks for this; later ones do without.
vim.g.do_filetype_lua = 1
vim.filetype.add({
  pattern = {
    [".*/templates/.*%.ya?ml"] = "helm",
    [".*/templates/.*%.tpl"] = "helm",
    [".*%.ya?ml%.gotmpl"] = "helm",
  },
})

local function plimsoll_root(file)
  local here = vim.fn.fnamemodify(file, ":p:h") .. ";"
  for _, marker in ipairs({ "plimsoll.yaml", "helmfile.yaml", "helmfile.yaml.gotmpl" }) do
    local found = vim.fn.findfile(marker, here)
    if found ~= "" then
      return vim.fn.fnamemodify(found, ":p:h")
    end
  end
  local charts = vim.fn.finddir("charts", here)
  return charts ~= "" and vim.fn.fnamemodify(charts, ":p:h:h") or nil
end

-- Neovim 0.7 has no vim.lsp.start, which keeps one client for each root.
local clients = {}
local function start(config, buffer)
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local root = config.root_dir or ""
  if not (clients[root] and vim.lsp.get_client_by_id(clients[root])) then
    clients[root] = vim.lsp.start_client(config)
  end
  vim.lsp.buf_attach_client(buffer, clients[root])
end

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "yaml", "helm", "json" },
  callback = function(event)
    start({
      name = "plimsoll",
      cmd = { "plimsoll", "lsp" },
      root_dir = plimsoll_root(vim.api.nvim_buf_get_name(event.buf)),
    }, event.buf)
  end,
})

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

vim.api.nvim_create_autocmd("FileType", {
  pattern = { "yaml", "helm", "json" },
  callback = function(event)
    local config = {
      name = "plimsoll",
      cmd = { "plimsoll", "lsp" },
      root_dir = plimsoll_root(vim.api.nvim_buf_get_name(event.buf)),
    }
    if vim.lsp.start then
      vim.lsp.start(config, { bufnr = event.buf })
    else
      -- Neovim 0.7 starts a client for each buffer.
      vim.lsp.buf_attach_client(event.buf, vim.lsp.start_client(config))
    end
  end,
})

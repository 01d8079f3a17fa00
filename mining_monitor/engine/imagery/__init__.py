"""Sources to pixels: files, products, radiometry, masks and grids."""

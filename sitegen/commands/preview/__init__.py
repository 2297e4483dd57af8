"""The preview: a watcher, a builder and a server that tells the browser to load a page again."""

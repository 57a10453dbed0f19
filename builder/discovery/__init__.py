"""What search engines, feed readers and link previews read."""

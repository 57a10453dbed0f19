"""The embeddable widget: its page, its loaders, its presets, and what is pasted on each platform."""

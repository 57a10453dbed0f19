"""The macros that pages of the guide may use: functions that return HTML or Markdown."""

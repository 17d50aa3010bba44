"""The window's dialogs: each asks one thing and hands back what was answered."""

"""The document: what was found in one video and what people said of it."""

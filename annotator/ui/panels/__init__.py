"""The panels beside the picture: reasons, sensitivity, the observer's answers, the table, the filming check."""

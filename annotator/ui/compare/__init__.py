"""Two reviews of one video side by side: how far they agree, and a walk through the places where they do not."""

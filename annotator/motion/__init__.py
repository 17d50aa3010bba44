"""From frames and poses to per-limb motion signals; camera shake, light, hands and other people told apart."""

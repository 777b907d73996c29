"""Models that cannot be put together or asked."""

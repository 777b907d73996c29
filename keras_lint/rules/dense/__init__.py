"""`Dense` on more axes than one."""

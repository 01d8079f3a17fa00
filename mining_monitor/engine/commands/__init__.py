"""Sub-commands of the shell, one module a subject; each turns its options into a request of the contract."""

"""The list of hosts and the dialog that edits one."""

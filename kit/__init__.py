"""The kit: set-up, the command, processes, snapshots; what makes the lakehouse a demo."""

"""What every answer has in common: errors, headers, limits, request ids."""

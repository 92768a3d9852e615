"""The lakehouse: settings, storage, table declarations, pipeline, quality, history and serving."""

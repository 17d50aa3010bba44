"""The clinician packet: clips, report, tables and interchange files that open with nothing installed."""

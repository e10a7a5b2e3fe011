-- What belongs to one report is found by it, not by reading what belongs to all.
create index identity_report on vault.identity (report_id);
create index extension_report on extension (report_id, id);

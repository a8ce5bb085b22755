// SQLiteStore: state in one SQLite file, through GRDB: sightings, records, aggregates. The default of one machine.
//
// Write-ahead log, so that readers never wait for a writer. `synchronous` is NORMAL: a power cut may lose the last batches but leaves
// the file whole. What a port promises to be durable is committed with FULL. The file is ours; still, one that is damaged, of another
// program or of a newer version is refused with a clear error, and nothing is half written: each batch is one transaction.

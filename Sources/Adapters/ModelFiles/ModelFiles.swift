// ModelFiles: checkpoints of models as files in one folder, each written beside its name, forced to the disk and renamed into place.
//
// `index` lists the checkpoints in the order of saving, a line each, and names the current one; `VERSION.model` holds the bytes. The
// index is written last, so a model it names is whole; a model it does not name is what a crash left over, and is overwritten. The
// folder is ours; still, an index or a model that was damaged is refused, by a checksum.

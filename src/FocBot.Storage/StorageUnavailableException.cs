namespace FocBot.Storage;

/// <summary>Nothing can be stored or read now: the disk is full, the database is locked, damaged, gone or out of reach. The message says why, for the
/// operator.</summary>
public sealed class StorageUnavailableException(string reason, Exception? cause = null) : Exception(reason, cause);

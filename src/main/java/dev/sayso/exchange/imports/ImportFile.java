package dev.sayso.exchange.imports;

/**
 * A file that was brought.
 *
 * @param name what the import is called, in histories too
 */
record ImportFile(String name, String fileName, long fileSize) {
}

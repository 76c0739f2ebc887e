package dev.sayso.exchange.imports;

/**
 * An uploaded file.
 *
 * @param name the name of the import, in histories too
 */
record ImportFile(String name, String fileName, long fileSize) {
}

package dev.sayso.exchange.imports;

record ImportFile(String name, String fileName, long fileSize) {
}

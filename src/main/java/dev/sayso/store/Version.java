package dev.sayso.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A thing as it was approved, published or saved once.
 *
 * @param number 1 for the first
 */
public record Version<T>(UUID thing, int number, String name, T content, Instant createdAt, String createdBy) {

}
